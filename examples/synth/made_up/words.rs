//! The words of the made-up catalogue. Every name is built on one that means "made up".

/// "Supposed", "trial", "imagined", "fictional" …: each name of a place, maker or product carries one.
pub const UNREAL: [(&str, &str); 13] = [
    ("Thử Nghiệm", "Thử Nghiệm (trial)"),
    ("Giả Định", "Giả Định (supposed)"),
    ("Tưởng Tượng", "Tưởng Tượng (imagined)"),
    ("Hư Cấu", "Hư Cấu (fictional)"),
    ("Mô Phỏng", "Mô Phỏng (simulated)"),
    ("Ví Dụ", "Ví Dụ (example)"),
    ("Bịa Đặt", "Bịa Đặt (invented)"),
    ("Không Thật", "Không Thật (unreal)"),
    ("Minh Họa", "Minh Họa (illustration)"),
    ("Làm Mẫu", "Làm Mẫu (sample)"),
    ("Bản Nháp", "Bản Nháp (draft)"),
    ("Giả Tưởng", "Giả Tưởng (fantasy)"),
    ("Chạy Thử", "Chạy Thử (dry run)"),
];

/// A group's id, how many of a hundred products are in it, and its subgroups with the goods of each.
pub struct Group {
    pub id: &'static str,
    pub percent: usize,
    pub subgroups: &'static [(u8, &'static [(&'static str, &'static str)])],
}

pub const GROUPS: &[Group] = &[
    Group {
        id: "thuc-pham",
        percent: 78,
        subgroups: &[
            (
                1,
                &[
                    ("Cam bóc múi", "Peeling oranges"),
                    ("Bưởi vỏ xanh", "Green pomelo"),
                    ("Khoai ruột vàng", "Yellow sweet potato"),
                    ("Rau vườn", "Garden greens"),
                    ("Ổi giòn", "Crisp guava"),
                ],
            ),
            (
                2,
                &[
                    ("Trứng vịt", "Duck eggs"),
                    ("Gà thả vườn", "Free-range chicken"),
                    ("Tôm nuôi", "Farmed shrimp"),
                    ("Sữa dê", "Goat milk"),
                ],
            ),
            (
                3,
                &[
                    ("Gạo dẻo", "Soft rice"),
                    ("Nếp hạt tròn", "Round sticky rice"),
                    ("Lạc nhân", "Shelled peanuts"),
                    ("Vừng đen", "Black sesame"),
                ],
            ),
            (4, &[("Mật ong rừng", "Forest honey"), ("Mật mía", "Cane syrup"), ("Mật hoa dừa", "Coconut nectar")]),
            (5, &[("Bún khô", "Dried noodles"), ("Cháo gói", "Instant porridge"), ("Miến dong", "Arrowroot noodles")]),
            (
                6,
                &[
                    ("Bánh đa vừng", "Sesame rice crackers"),
                    ("Bánh gai", "Thorn-leaf cakes"),
                    ("Kẹo cu đơ", "Peanut candy"),
                    ("Bánh đa nem", "Rice paper"),
                ],
            ),
            (
                7,
                &[
                    ("Măng khô", "Dried bamboo shoots"),
                    ("Mứt gừng", "Candied ginger"),
                    ("Chuối sấy", "Dried bananas"),
                    ("Cà muối", "Pickled aubergines"),
                ],
            ),
            (
                8,
                &[
                    ("Giò lụa", "Pork roll"),
                    ("Ruốc cá", "Fish floss"),
                    ("Cá mờm khô", "Dried anchovies"),
                    ("Mực một nắng", "Half-dried squid"),
                ],
            ),
            (9, &[("Nước mắm cốt", "Fish sauce"), ("Tương nếp", "Soy paste"), ("Mắm tôm", "Shrimp paste")]),
            (
                10,
                &[
                    ("Muối ớt", "Chilli salt"),
                    ("Bột nghệ", "Turmeric powder"),
                    ("Sa tế", "Chilli oil"),
                    ("Hạt dổi", "Dổi seeds"),
                ],
            ),
            (11, &[("Chè xanh", "Green tea"), ("Chè búp", "Bud tea")]),
            (12, &[("Trà mướp đắng", "Bitter melon tea"), ("Trà gạo lứt", "Brown rice tea"), ("Trà sen", "Lotus tea")]),
            (13, &[("Cà phê rang", "Roasted coffee"), ("Bột ca cao", "Cocoa powder")]),
        ],
    },
    Group {
        id: "do-uong",
        percent: 9,
        subgroups: &[
            (14, &[("Rượu nếp", "Sticky rice spirit"), ("Rượu ngô", "Maize spirit")]),
            (
                15,
                &[("Rượu vang sim", "Sim berry wine"), ("Rượu mơ", "Apricot liqueur"), ("Bia thủ công", "Craft beer")],
            ),
            (16, &[("Nước khoáng", "Mineral water"), ("Nước uống đóng chai", "Bottled water")]),
            (17, &[("Nước cốt chanh leo", "Passion fruit squash"), ("Siro dâu", "Mulberry syrup")]),
        ],
    },
    Group {
        id: "duoc-lieu",
        percent: 5,
        subgroups: &[
            (18, &[("Cao cà gai leo", "Solanum extract"), ("Viên tinh nghệ", "Turmeric tablets")]),
            (19, &[("Tinh dầu tràm", "Cajuput oil"), ("Xà phòng bồ kết", "Honey locust soap")]),
            (20, &[("Túi ngâm chân", "Foot bath herbs"), ("Hương trầm", "Agarwood incense")]),
        ],
    },
    Group {
        id: "thu-cong-my-nghe",
        percent: 6,
        subgroups: &[
            (21, &[("Giỏ mây", "Rattan baskets"), ("Bình gốm", "Pottery vases"), ("Nón lá", "Leaf hats")]),
            (22, &[("Khăn dệt tay", "Hand-woven scarves"), ("Túi thêu", "Embroidered bags")]),
        ],
    },
    Group {
        id: "sinh-vat-canh",
        percent: 1,
        subgroups: &[
            (23, &[("Lan chậu", "Potted orchids"), ("Hoa cúc", "Chrysanthemums")]),
            (24, &[("Mai uốn thế", "Trained apricot trees")]),
            (25, &[("Cá chép cảnh", "Ornamental carp")]),
        ],
    },
    Group {
        id: "du-lich",
        percent: 1,
        subgroups: &[(26, &[("Vườn trải nghiệm", "Orchard visits"), ("Làng nghề đón khách", "Craft village visits")])],
    },
];

/// Sentences of stories and facts. `{ten}` the product, `{noi}` its commune, `{chu}` its maker, `{nam}` a year,
/// `{so}` a number.
pub const SENTENCES: &[(&str, &str)] = &[
    (
        "{ten} được làm ở {noi}, theo lời kể dựng lên để thử trang.",
        "{ten} is made in {noi}, so says this invented account.",
    ),
    ("{chu} bắt đầu làm từ năm {nam} với {so} hộ trong xóm.", "{chu} began in {nam} with {so} households."),
    (
        "Nguyên liệu lấy trong vòng {so} cây số, mỗi mẻ ghi sổ riêng.",
        "Materials come from within {so} km; each batch has its own log.",
    ),
    (
        "Mỗi năm xưởng làm ra khoảng {so} tấn, phần lớn bán trong tỉnh.",
        "The workshop makes about {so} tonnes a year, most of it sold in the province.",
    ),
    ("Người thợ chọn tay từng phần trước khi đưa vào lò.", "Workers sort by hand before anything goes to the oven."),
    (
        "Năm {nam}, xưởng thay mái, lát lại sân phơi và mua thêm một máy đóng gói.",
        "In {nam} the workshop got a new roof, a new drying yard and a packing machine.",
    ),
    (
        "Cơ sở có {so} lao động thường xuyên, mùa cao điểm gọi thêm người trong làng.",
        "It employs {so} people and calls in neighbours in the busy season.",
    ),
    (
        "Bao bì in mã để tra lô hàng, ngày làm và hạn dùng.",
        "The package carries a code for batch, date and shelf life.",
    ),
    ("Khách đặt trước vài ngày thì hàng còn mới khi đến tay.", "Ordered a few days ahead, the goods arrive fresh."),
    (
        "Vùng này có gió biển và đất pha cát, hợp với nghề cũ của làng.",
        "Sea wind and sandy soil suit the old craft of the village.",
    ),
    (
        "Một nửa sản lượng đi qua các cửa hàng trong huyện, nửa còn lại bán tại xưởng.",
        "Half goes through shops of the district, half is sold at the workshop.",
    ),
    (
        "Công thức do ba đời trong nhà truyền lại, nay viết thành quy trình.",
        "Three generations passed the recipe on; now it is written down.",
    ),
    (
        "Hồ sơ dự thi có phiếu kiểm nghiệm và ảnh nơi sản xuất.",
        "The file holds test reports and photographs of the place.",
    ),
    ("Sân phơi rộng {so} mét vuông, có lưới che bụi.", "The drying yard of {so} square metres is netted against dust."),
    (
        "Tổ sản xuất họp mỗi tháng một lần để chia việc và định giá thu mua.",
        "The group meets monthly to share work and set buying prices.",
    ),
    ("Từ năm {nam} hàng có mặt ở các phiên chợ cuối tuần.", "Since {nam} it has been at the weekend markets."),
    (
        "Mẻ đầu làm thử hỏng mất hơn một nửa, nên ai cũng nhớ.",
        "More than half of the first batch failed, which nobody forgot.",
    ),
    ("Gói nhỏ hợp với một bữa của gia đình bốn người.", "A small pack is one meal for a family of four."),
    (
        "Hương dịu, vị đậm vừa, màu tự nhiên của nguyên liệu.",
        "Mild scent, moderate taste, the natural colour of its ingredients.",
    ),
    ("Xe của hợp tác xã đi giao vào thứ ba và thứ sáu hằng tuần.", "The cooperative delivers on Tuesdays and Fridays."),
    (
        "Trường học trong xã từng đưa học sinh đến xem cách làm.",
        "The commune’s school has taken pupils to see how it is made.",
    ),
    ("Phần bã được ủ làm phân bón cho vườn quanh xưởng.", "What is left over is composted for the gardens around."),
    (
        "Đợt mưa năm {nam} làm chậm vụ, sản lượng giảm khoảng {so} phần trăm.",
        "Rains in {nam} delayed the season and cut output by about {so} per cent.",
    ),
    ("Cơ sở dùng nước giếng khoan, mỗi quý gửi mẫu đi kiểm tra một lần.", "It uses well water, tested every quarter."),
];

pub const CAVEATS: &[(&str, &str, &str)] = &[
    ("missing", "Không nguồn nào ghi số quyết định.", "No source gives the number of the decision."),
    ("missing", "Chưa rõ nơi bán ngoài tỉnh.", "Where it is sold outside the province is not known."),
    (
        "inferred",
        "Hạng sao suy từ danh sách chung của huyện, văn bản không ghi riêng.",
        "The grade is concluded from the district’s list; no document states it.",
    ),
    (
        "contradiction",
        "Một bài nói thành lập năm trước, bài khác nói năm sau; chưa đối chiếu được.",
        "One article gives an earlier founding year, another a later one; they were not reconciled.",
    ),
    ("inferred", "Nơi làm suy từ tên chủ thể.", "The place is concluded from the maker’s name."),
];

pub const HEADINGS: [&str; 5] = ["Câu chuyện", "Cách làm", "Dùng và cất giữ", "Nơi làm ra", "Mua hàng"];
