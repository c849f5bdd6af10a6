### Chữ mà phần Rust (src/render/views) ghép vào trang. Cùng khóa với en.ftl.

home = Trang chủ
products = Sản phẩm
producers = Chủ thể sản xuất
points-of-sale = Điểm bán
venues = Nhà hàng, khách sạn
destinations = Điểm đến
routes = Tuyến tham quan
events = Sự kiện
sources-all = Nguồn
yes = Có
no = Không

## Điều hướng
nav-products = Sản phẩm
nav-points = Điểm bán
nav-destinations = Điểm đến
nav-supply = Nguồn hàng
foot-search = Tất cả, từ A đến Z
foot-check = Kiểm tra hiệu lực
foot-producers = Chủ thể sản xuất
foot-visits = Nơi làm đón khách
foot-venues = Nhà hàng, khách sạn dùng OCOP
foot-routes = Tuyến tham quan
foot-events = Sự kiện
foot-months = Mùa vụ
foot-groups = Theo nhóm
foot-stars = Theo sao
foot-districts = Theo huyện cũ
foot-communes = Theo xã
foot-former = Theo xã cũ
foot-states = Theo hiệu lực
foot-plans = Kế hoạch từng năm
foot-changes = Thay đổi
foot-sources = Nguồn
foot-data = Dữ liệu mở
foot-offline = Xem khi mất mạng
page-title = { $title }, trang { $n }
page-number = Trang { $n }
page-of = Trang { $n } trên { $last }

## Sao và nhãn
stars-none = Chưa xếp hạng
stars-now = { $n } sao
stars-once = từng đạt { $n } sao
stars-now-aria = { $n } trên 5 sao OCOP
stars-once-aria = Từng đạt { $n } trên 5 sao OCOP, nay không còn hiệu lực
stars-unsure-aria = { $n } trên 5 sao OCOP, chưa rõ còn hiệu lực không
by-notice = theo thông báo
inferred = suy ra
badge-in-force = Hiệu lực đến { $date }
badge-inferred = { $words } (suy ra)
badge-ending-soon = Sắp hết hạn: còn { $days } ngày
badge-ending-by = Sắp hết hạn: { $date }
badge-lapsed = Hết hạn từ { $month }
badge-upgrading-to-year = Đang nâng hạng lên { $stars } sao ({ $year })
badge-upgrading-to = Đang nâng hạng lên { $stars } sao
badge-candidate-year = Ý tưởng { $year }, chưa công nhận
badge-step-year = { $step } ({ $year })
course-overdue = chưa thấy kết quả trong nguồn

## Trạng thái
state-in-force = Còn hiệu lực
state-ending-soon = Sắp hết hạn
state-in-grace = Đang gia hạn
state-lapsed = Hết hạn
state-withdrawn = Đã thu hồi
state-date-unknown = Chưa rõ hạn
state-none = Chưa được công nhận
state-candidate = Ý tưởng sản phẩm
state-in-assessment = Đang đánh giá
state-upgrading = Đang nâng hạng
state-reassessing = Đang đánh giá lại
state-maintained = Được giữ hạng
state-not-passed = Chưa đạt
state-in-force-means = Giấy chứng nhận còn hạn.
state-ending-soon-means = Còn hiệu lực, nhưng không quá 180 ngày nữa là hết.
state-in-grace-means = Đã quá hạn không quá 180 ngày, và nguồn cho biết đã nộp hồ sơ công nhận lại.
state-lapsed-means = Đã quá hạn. Chưa thấy nguồn nào nói được công nhận lại.
state-withdrawn-means = Cơ quan có thẩm quyền đã thu hồi giấy chứng nhận.
state-date-unknown-means = Nguồn nói đã được công nhận, nhưng thiếu ngày để biết còn hạn hay không.
state-none-means = Chưa thấy nguồn nào nói đã được công nhận.
state-candidate-means = Mới là ý tưởng được đăng ký, chưa được công nhận.
state-in-assessment-means = Nguồn nói sản phẩm đang được xem xét, chấm điểm.
state-upgrading-means = Nguồn nói sản phẩm được chọn để nâng lên hạng cao hơn.
state-reassessing-means = Nguồn nói sản phẩm đang được đánh giá lại khi hết hạn.
state-maintained-means = Nguồn nói sản phẩm được giữ hạng.
state-not-passed-means = Nguồn nói sản phẩm không đạt ở một lần đánh giá.

## Số đếm
count-products = { $n } sản phẩm
count-in-force = { $n } còn hiệu lực
count-date-unknown = { $n } chưa rõ hạn
count-lapsed = { $n } đã hết hạn
count-none = { $n } chưa được công nhận
count-producers = { $n } chủ thể sản xuất
count-visits = { $n } nơi
count-points-of-sale = { $n } điểm bán
count-venues = { $n } nhà hàng, khách sạn
count-destinations = { $n } điểm đến
count-routes = { $n } tuyến
count-events = { $n } sự kiện
count-sources = { $n } nguồn
count-entries = { $n } mục
count-stops = { $n } chặng
count-citations = { $n ->
    [0] chưa trang nào dùng
   *[other] dùng { $n } lần
  }

## Tên và câu mở đầu của danh sách
heading-all = Tất cả sản phẩm
heading-place = Sản phẩm OCOP { $name }
heading-stars = Sản phẩm OCOP { $name }
heading-group = { $name }
heading-state = Sản phẩm OCOP: { $name }
heading-month = Sản phẩm có hàng { $name }
heading-pair = { $name }, { $place }
year-month = { $n ->
    [0] { $month }: nguồn chưa ghi
   *[other] { $month }: { $n } sản phẩm
  }
year-every-month = Tháng nào cũng có sản phẩm.
year-months = Có sản phẩm: tháng { $some }. Nguồn chưa ghi gì: tháng { $none }.
year-known = Nguồn cho biết tháng có hàng của { $known } trên { $all } sản phẩm.
month-name = tháng { $n }
lead-counts = { $valid ->
    [0] Danh mục ghi { $n } sản phẩm, chưa sản phẩm nào chắc chắn còn hiệu lực.
   *[other] Danh mục ghi { $n } sản phẩm, trong đó { $valid } còn hiệu lực.
  }
lead-no-products = Danh mục chưa ghi sản phẩm nào ở đây.
lead-district = Cấp huyện không còn từ ngày 1/7/2025; trang này giữ tên huyện như trong các văn bản cũ.
lead-former = Đây là tên đơn vị cũ, giữ lại để tra theo các văn bản cũ.
lead-star = { $all } sản phẩm được công nhận { $n } sao, { $others ->
    [0] đều còn hiệu lực
   *[other] trong đó { $valid } còn hiệu lực, { $others } chưa rõ hạn hoặc đang gia hạn
  }.{ $former ->
    [0] {""}
   *[other] {" "}Từng đạt hạng này và đã hết hạn: { $former } sản phẩm, ở cuối danh sách.
  }
lead-month = Theo những gì nguồn cho biết; sản phẩm chưa rõ mùa không có ở đây.
lead-as-of = Tính đến ngày { $date }.
listing-description = { $title }: { $n } sản phẩm, mỗi sản phẩm có hạng sao, hiệu lực và nguồn.
chips-stars = Theo sao (còn hạn, chưa rõ hạn)
chips-groups = Theo nhóm
chips-subgroups = Theo phân nhóm
chips-states = Theo hiệu lực
chips-ending-soon = Trong đó sắp hết hạn
chips-districts = Theo huyện cũ
chips-all-districts = Mọi huyện cũ
chips-communes = Theo xã hiện nay
chips-former = Theo xã cũ
chips-months = Theo tháng
chips-whole = Xem cả
era-until = Đến { $date }
era-since = Từ { $date }

districts-heading = Các huyện cũ
districts-lead = Cấp huyện không còn từ ngày 1/7/2025, nhưng nhiều văn bản và quyết định ghi theo huyện.
districts-empty = Chưa có huyện nào.
communes-heading = Các xã, phường hiện nay
communes-lead = Xã, phường có sản phẩm, điểm bán hoặc điểm đến trong danh mục, xếp theo huyện cũ.
communes-empty = Chưa có xã nào.
former-heading = Các xã, thị trấn cũ
former-lead = Tìm theo tên cũ như trong văn bản; mỗi trang cho biết nay thuộc xã nào.
former-empty = Chưa có xã cũ nào.
stars-heading = Hạng sao
stars-lead = Chương trình OCOP công nhận ba hạng: 3, 4 và 5 sao. Số bên cạnh gồm sản phẩm còn hiệu lực và chưa rõ hạn; sản phẩm đã hết hạn đứng cuối trang của hạng.
stars-empty = Chưa có sản phẩm nào được xếp hạng.
groups-heading = Các nhóm sản phẩm
groups-lead = Sáu nhóm và các phân nhóm của Chương trình OCOP có sản phẩm trong danh mục.
groups-empty = Chưa có nhóm nào.
groups-whole = Cả nhóm
states-heading = Hiệu lực và tiến trình
states-lead = Giấy chứng nhận OCOP có hạn 36 tháng. Các trạng thái dưới đây được tính lại mỗi khi trang được cập nhật.
states-empty = Chưa có sản phẩm nào.
months-heading = Mùa vụ
months-lead = Tháng nào có sản phẩm gì, theo những gì nguồn cho biết.
months-empty = Chưa nguồn nào cho biết tháng có hàng của sản phẩm nào. Nếu bạn biết, xin báo cho chúng tôi.

## Danh sách không phải sản phẩm
producers-heading = Chủ thể sản xuất
producers-lead = Hợp tác xã, doanh nghiệp, hộ kinh doanh làm ra sản phẩm trong danh mục.
producers-empty = Chưa có chủ thể nào.
visits-heading = Nơi làm đón khách
visits-lead = Xưởng, vườn, trại mà nguồn nói có đón hoặc dự kiến đón khách tham quan.
visits-empty = Chưa nguồn nào nói một nơi làm cụ thể có đón khách. Nên hỏi trước khi đến.
visits-gap = Chưa nguồn nào nói một nơi đang đón khách; dưới đây là nơi có dự định. Nên hỏi trước khi đến.
points-of-sale-heading = Điểm bán
points-of-sale-lead = Nơi mua sản phẩm OCOP, kèm ngày thông tin được kiểm tra. Điểm đã đóng vẫn được ghi lại.
points-of-sale-empty = Chưa ghi nhận điểm bán nào.
venues-heading = Nhà hàng, khách sạn
venues-lead = Nơi ăn, nghỉ mà nguồn có nhắc tới; nơi nào dùng sản phẩm OCOP thì ghi rõ.
venues-empty = Chưa ghi nhận nơi nào. Nhà hàng, khách sạn có dùng sản phẩm OCOP xin báo cho chúng tôi.
venues-gap = Chưa nguồn nào nói một nơi dưới đây dùng sản phẩm OCOP.
destinations-heading = Điểm đến
destinations-lead = Biển, hồ, di tích, làng nghề; mỗi trang cho biết gần đó làm gì, mua ở đâu.
destinations-empty = Chưa có điểm đến nào.
routes-heading = Tuyến tham quan
routes-lead = Các tuyến mà báo chí mô tả. Trang ghi rõ tuyến nào đã có đơn vị tổ chức.
routes-empty = Chưa có tuyến nào.
events-heading = Sự kiện
events-lead = Lễ hội, hội chợ gắn với vùng và sản phẩm.
events-empty = Chưa có sự kiện nào.
sources-heading = Nguồn
sources-lead = Mọi văn bản và bài viết làm căn cứ cho danh mục, xếp theo bậc tin cậy.
sources-empty = Chưa có nguồn nào.
grade-section = Bậc { $grade }: { $words }
place-unclear = Chưa rõ thuộc huyện nào
kind-product = Sản phẩm
kind-producer = Chủ thể sản xuất
kind-destination = Điểm đến
kind-plan = Kế hoạch
kind-page = Trang của danh mục
kind-units = Đơn vị hành chính
kind-classes = Bảng phân nhóm
kind-route = Tuyến
kind-event = Sự kiện
distance = cách khoảng { $km } km theo đường chim bay
distance-close = cách chưa tới 1 km

## Nơi chốn
place-was = { $then } (cũ), { $province }
place-was-now = { $then } (nay là { $now }), { $province }
place-was-one-of = { $then } (nay thuộc một trong các xã, phường: { $now }), { $province }
unit-former = { $name } (cũ)

## Trang sản phẩm
product-description = { $name } của { $producer }: hạng sao OCOP, hiệu lực, nơi mua và nguồn.
product-description-bare = { $name } của { $producer }: mục ghi trong danh mục công nhận OCOP.
producer-description = { $name }: { $n } sản phẩm trong danh mục OCOP, địa chỉ và liên hệ.
outlet-description = { $name }: { $type }; sản phẩm OCOP, giờ mở cửa, ngày kiểm tra.
destination-description = { $name }: đường đi, sản phẩm làm gần đó, nơi mua.
route-description = { $name }: { $n } chặng dừng.
event-description = { $name }: khi nào, ở đâu.
source-description = { $publisher }: { $title }. Những điều danh mục lấy từ nguồn này.
row-grade = Hạng
row-decision = Quyết định
row-recognised-on = Ngày công nhận
row-issuer = Cơ quan công nhận
row-until = Hết hiệu lực
until-stated = { $date }, theo văn bản
until-counted = { $date }, tính 36 tháng từ ngày công nhận
sentence-until = Giấy chứng nhận có hiệu lực đến hết { $date }.
sentence-inferred = Hạng và ngày được suy ra, chưa có nguồn nói thẳng.
sentence-grace = Giấy chứng nhận có hạn đến { $date }. Nguồn cho biết đã nộp hồ sơ công nhận lại.
sentence-lapsed = Giấy chứng nhận hết hạn từ { $date }. Chưa thấy nguồn nói được công nhận lại.
sentence-lapsed-undated = Nguồn cho biết giấy chứng nhận đã hết hạn, không nói ngày.
sentence-withdrawn = Giấy chứng nhận đã bị thu hồi.
sentence-open = Nguồn chỉ cho biết ngày công nhận một phần, nên hạn rơi vào { $date } và chưa rõ ngày nào.
sentence-unknown = Nguồn nói sản phẩm đã được công nhận nhưng chưa ghi ngày, nên chưa tính được hạn.
sentence-none = Chưa thấy nguồn nào ghi quyết định, ngày hay số sao của sản phẩm này.
event-recognised = Được công nhận { $n } sao
other-date = Nguồn khác ghi: { $date }
said-on = nguồn viết { $date }
decision-number = Quyết định { $number }
step-aim = { $step }, nhắm tới { $n } sao
season-all-year = Có hàng quanh năm
season-all-year-peak = Có hàng quanh năm, rộ tháng { $peak }
season-months = Có hàng tháng { $months }
season-months-peak = Có hàng tháng { $months }, rộ tháng { $peak }
notice-alcohol = Uống rượu, bia có hại cho sức khỏe. Không lái xe sau khi uống rượu, bia.
notice-adults = Người dưới 18 tuổi không được uống rượu, bia.
notice-bare = Rượu từ 15 độ trở lên: theo Luật Phòng, chống tác hại của rượu, bia, trang này chỉ ghi tên, người làm và việc công nhận.
notice-bare-unknown = Chưa rõ độ cồn: theo Luật Phòng, chống tác hại của rượu, bia, trang này chỉ ghi tên, người làm và việc công nhận.
notice-supplement = Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.
jsonld-certification = OCOP { $n } sao

## Dòng cho người mua
row-retail-packs = Quy cách bán lẻ
row-case = Thùng
row-kitchen-packs = Cỡ cho bếp
row-ingredients = Thành phần
row-allergens = Chất gây dị ứng
row-nitrogen = Độ đạm
row-kitchen-use = Cách dùng trong bếp
row-shelf-life = Hạn dùng
row-storage = Bảo quản
row-after-opening = Sau khi mở
row-capacity = Sản lượng mỗi tháng
row-min-order = Đặt tối thiểu
row-lead-time = Thời gian chuẩn bị
row-delivery = Giao tới đâu
row-delivery-fee = Phí giao
row-returns = Đổi trả
row-invoice = Hóa đơn
row-payment = Thanh toán
row-credit = Công nợ
row-samples = Hàng mẫu
row-season = Tháng có hàng
row-price = Giá có ngày

## Nơi bán, tham quan, tuyến, sự kiện
row-parking = Chỗ đậu xe
row-wholesale = Bán sỉ
row-visit-what = Xem gì
row-visit-booking = Đặt trước
row-visit-fee = Phí
row-visit-group = Nhóm
row-visit-languages = Ngôn ngữ
people-at-most = tối đa { $n } người
standing-stale = Thông tin từ { $date }, chưa ai kiểm tra lại. Nên hỏi trước khi đến.
standing-never = Chưa rõ thông tin từ ngày nào, chưa ai kiểm tra lại. Nên hỏi trước khi đến.
standing-stale-online = Thông tin từ { $date }, chưa ai kiểm tra lại.
standing-never-online = Chưa rõ thông tin từ ngày nào, chưa ai kiểm tra lại.
standing-open-as-of = Mở, theo thông tin { $date }
standing-open-undated = Mở, theo nguồn chưa rõ ngày
standing-seasonal-as-of = Mở theo mùa, theo thông tin { $date }
standing-seasonal-undated = Mở theo mùa, theo nguồn chưa rõ ngày
standing-since = theo thông tin { $date }
standing-unseen = chưa ai kiểm tra lại
standing-long-ago = hơn 180 ngày chưa kiểm tra lại
outlets-open = Đang hoạt động
outlets-seasonal = Mở theo mùa
outlets-said = Nguồn nói là mở, chưa ai kiểm tra lại
outlets-unknown = Chưa rõ còn mở không
outlets-closed = Đã đóng cửa
day-mo = Thứ hai
day-tu = Thứ ba
day-we = Thứ tư
day-th = Thứ năm
day-fr = Thứ sáu
day-sa = Thứ bảy
day-su = Chủ nhật
day-ph = Ngày lễ
day-every = Hằng ngày
day-span = { $from } – { $to }
hours-closed = Nghỉ
hours-whole-day = Cả ngày đêm
hours-month = Trong { $month }
hours-months = Từ { $from } đến { $to }
route-day = Ngày { $n }
route-length = { $unknown ->
    [0] Cả tuyến khoảng { $km } km theo đường chim bay.
   *[other] Các chặng đã rõ cộng lại khoảng { $km } km theo đường chim bay; còn { $unknown } chặng chưa rõ.
  }
leg = Cách chặng trước khoảng { $km } km theo đường chim bay
leg-about = Cách chặng trước khoảng { $km } km theo đường chim bay, tính từ điểm giữa xã, phường
leg-close = Cách chặng trước chưa tới 1 km theo đường chim bay
leg-same-commune = Cùng xã, phường với chặng trước; chưa rõ cách bao xa
leg-unknown = Chưa rõ cách chặng trước bao xa
minutes = { $n } phút
when-span = { $from } – { $until }
when-yearly = Hằng năm
when-yearly-on = { $date } hằng năm
when-yearly-span = { $from } đến { $until } hằng năm
event-next-rule = Lần tới: { $dates }. { $rule }.
events-coming = Sắp diễn ra
events-undated = Chưa rõ ngày
events-over = Đã diễn ra
when-lunar = Ngày { $day } tháng { $month } âm lịch, hằng năm
when-lunar-span = Ngày { $day } đến { $until } tháng { $month } âm lịch, hằng năm

## Trang nguồn
row-publisher = Nơi phát hành
row-source-type = Loại
row-number = Số
row-date = Ngày
row-read-on = Đọc ngày
row-extent = Mức đọc
row-copies = Bản đã có
source-citations = { $n } trang dùng nguồn này
cited-target = Chỉ tiêu
cited-count = Số liệu
cited-idea = Ý tưởng
cited-rule = Quy định
cited-recognition = Công nhận
cited-course = Tiến trình
cited-fact = Thông tin
cited-caveat = Điều còn ngờ
cited-season = Mùa vụ
cited-buying = Thông tin cho người mua
cited-price = Giá
cited-paper = Giấy tờ
cited-sold-where = Nơi bán
cited-place = Nơi chốn
cited-contact = Liên hệ
cited-hours = Giờ mở cửa
cited-stocks = Hàng đang bán
cited-use = Sản phẩm đang dùng
cited-visits = Đón khách
cited-on-site = Bán tại nơi làm
cited-getting-there = Đường đi
cited-when-to-go = Nên đi khi nào
cited-picture = Ảnh

## Các trang khác
changes-heading = Thay đổi
changes-description = Công nhận và hết hạn theo ngày, mới nhất trước.
changes-older = Trang này chỉ ghi những thay đổi mới nhất; { $n } thay đổi cũ hơn có trong
changes-undated = Ngoài ra có { $n } lần công nhận mà nguồn không ghi ngày.
change-lapsed = Hết hạn
facet-stars = { $n } sao (cả đã hết hạn)
facet-in-force = Còn hiệu lực trên 180 ngày
facet-ending-soon = Sắp hết hạn (trong 180 ngày)
search-heading = Tất cả, từ A đến Z
search-lists = Danh mục dài quá một trang. Các danh sách sau có đủ, chia thành nhiều trang:
search-description = Toàn bộ sản phẩm, chủ thể, điểm bán, điểm đến theo vần.
plans-heading = Kế hoạch
plans-description = Chỉ tiêu, ý tưởng và kết quả OCOP từng năm theo văn bản.
plan-summary = { $counts ->
    [0] chưa có số liệu
   *[other] { $counts } số liệu
  }{ $targets ->
    [0] {""}
   *[other] , { $targets } chỉ tiêu
  }{ $ideas ->
    [0] {""}
   *[other] , { $ideas } ý tưởng
  }
plan-year-heading = Kế hoạch năm { $year }
plan-year-description = Chỉ tiêu, số liệu và ý tưởng OCOP năm { $year }, kèm nguồn.
at-least = ít nhất { $n }
supply-heading = Nguồn hàng
supply-description = Sản phẩm OCOP cho bếp, quầy và quà tặng của nhà hàng, khách sạn.
supply-table-heading = Bảng nguồn hàng
enquiry-heading = Danh sách hỏi hàng
enquiry-description = Chọn sản phẩm của nhiều nơi, ghi số lượng, rồi nhắn hoặc gọi từng nơi. Danh sách chỉ nằm trên máy của bạn.
check-heading = Kiểm tra hiệu lực
check-lead = Gõ tên sản phẩm, tên nơi làm, số quyết định hoặc mã nếu nhãn có để xem giấy chứng nhận OCOP hôm nay còn hiệu lực không.
supply-table-description = Quy cách, đặt hàng, giao hàng, hóa đơn của từng sản phẩm, để in.
not-found-title = Không tìm thấy trang
not-found-description = Địa chỉ này không có trang nào.
share-group = Nhóm sản phẩm OCOP
offline-heading = Xem khi mất mạng
offline-description = Lưu cả cẩm nang vào máy để xem khi không có mạng. Trang đã xem thì máy tự giữ.
offline-banner = Mạng chậm hoặc mất. Đây là bản lưu ngày { $day }; hiệu lực vẫn tính theo ngày hôm nay của máy.
data-heading = Dữ liệu mở
data-description = Toàn bộ danh mục dưới dạng JSON, CSV và GeoJSON, kèm từ điển và giấy phép.
kilobytes = { $n } KB
data-products = Sản phẩm
data-producers = Chủ thể sản xuất
data-points-of-sale = Điểm bán
data-venues = Nhà hàng, khách sạn
data-destinations = Điểm đến
data-routes = Tuyến tham quan
data-events = Sự kiện
data-sources = Nguồn
data-places = Bản đồ: mọi mục có nơi chốn

## Từ điển dữ liệu
type-text = chữ
type-localized = chữ, tiếng Việt và tiếng Anh
type-id = mã
type-url = địa chỉ
type-number = số
type-yes-no = có hoặc không
type-word = từ trong danh sách
type-date = ngày
type-list = danh sách
field-id = Mã của mục trong danh mục này, không đổi
field-code = Mã nhãn của danh mục
field-name = Tên
field-title = Tựa
field-url = Trang của mục
field-producer = Mã của chủ thể sản xuất
field-category = Nhóm, và phân nhóm sau dấu gạch chéo
field-commune = Xã, phường hiện nay; trống khi chưa chắc
field-former-commune = Xã, thị trấn cũ như nguồn ghi
field-district = Huyện cũ
field-stars = Hạng của lần công nhận quyết định, dù còn hay hết hạn
field-certificate = Giấy chứng nhận vào ngày ghi ở đầu tệp: in_force, ending_soon, in_grace, lapsed, withdrawn, date_unknown, none
field-valid-until = Ngày cuối còn hiệu lực; khoảng ngày khi nguồn chỉ cho biết một phần
field-course = Bước đang diễn ra: candidate, in_assessment, upgrading, reassessing, maintained, not_passed
field-sold-at = Nơi bán hoặc dùng, dạng thư mục/mã
field-sources = Mã các nguồn
field-name-basis = source: tên theo nguồn; brand: tên theo nhãn hiệu
field-legal-form = Loại hình
field-website = Trang mạng
field-sells-on-site = Có bán tại nơi làm
field-visits = Đón khách: yes, planned, no, unknown
field-products = Mã các sản phẩm
field-type = Loại
field-address = Địa chỉ
field-status = Tình trạng
field-as-of = Ngày nguồn viết
field-verified-on = Ngày có người kiểm tra
field-opening-hours = Giờ mở cửa theo cú pháp OpenStreetMap
field-stocks = Mã các sản phẩm đang bán
field-uses = Mã các sản phẩm đang dùng
field-producers = Mã các chủ thể gắn với nơi này
field-operator = Đơn vị tổ chức
field-stops = Các chặng theo thứ tự, dạng thư mục/mã
field-from = Ngày đầu
field-until = Ngày cuối
field-yearly = Hằng năm
field-lunar = Ngày và tháng âm lịch
field-destinations = Mã các điểm đến
field-publisher = Nơi phát hành
field-grade = Bậc của nguồn: A, B1, B2, C
field-number = Số văn bản
field-date = Ngày của văn bản hoặc bài
field-original = Địa chỉ bản gốc
field-read-on = Ngày đọc
field-extent = whole: đọc trọn; excerpt: đọc một phần
field-kind = Loại mục
field-precision = exact: đúng vị trí; commune: điểm giữa của xã

desk-heading = Việc của người biên tập
desk-description = Những điều danh mục còn thiếu, cần hỏi hoặc cần sửa.
desk-tasks = { $n } việc
desk-ending = Sắp hết hạn
desk-why-ending = Giấy công nhận còn 180 ngày trở xuống: hỏi chủ thể về hồ sơ công nhận lại.
desk-date-unknown = Chưa rõ ngày công nhận
desk-why-date-unknown = Không biết ngày thì không biết còn hạn hay không: cần quyết định công nhận.
desk-unverified = Điểm bán, nhà hàng chưa xác minh trong 180 ngày
desk-why-unverified = Người mua có thể đến một cửa hàng đã đóng: gọi điện hoặc đến xem, rồi ghi ngày xác minh.
desk-contradiction = Các nguồn nói khác nhau
desk-why-contradiction = Cần một văn bản để biết bên nào đúng.
desk-dead-links = Liên kết không mở được
desk-why-dead-links = Người đọc không tới được nguồn hoặc trang của chủ thể: tìm địa chỉ mới, hoặc ghi bản lưu. Máy thử mỗi đêm, khi người giữ trang bật; thử lại bằng tay trước khi xóa.
desk-untried = chưa thử
desk-questions = Chỗ máy ghi tạm, chờ trả lời
desk-why-questions = Dòng “SỬA” còn trong tệp: điều ở dưới nó là ghi tạm, chưa phải sự thật.
desk-incomplete = Còn thiếu quy cách, mùa vụ hoặc ảnh
desk-why-incomplete = Người mua hỏi những điều này trước tiên: hỏi chủ thể một lần cho cả ba.

## Bản đồ
map-heading = Bản đồ
map-lead = Sơ đồ các xã, phường có sản phẩm OCOP, điểm bán và điểm đến. Mỗi vòng tròn là một xã, phường, đặt gần đúng chỗ; sơ đồ không phải bản đồ địa giới.
map-lead-borders = Các xã, phường có sản phẩm OCOP, điểm bán và điểm đến, màu theo số sản phẩm. Ranh giới được vẽ giản lược; nơi chưa có ranh giới là một vòng tròn.
map-label = Sơ đồ { $name }: mỗi vòng tròn là một xã, phường
map-unplaced = Chưa rõ xã, nên không có trên sơ đồ: { $counts }
map-divided = { $n } sản phẩm ở xã cũ nay thuộc nhiều xã, nên được đếm ở mỗi xã ấy.
map-table = Danh sách của { $name }
map-size-none = chưa ghi sản phẩm
map-size-few = 1–2 sản phẩm
map-size-some = 3–5 sản phẩm
map-size-many = từ 6 sản phẩm
map-commune = { $name }: { $products } sản phẩm, { $points } điểm bán, { $sights } điểm đến
map-small-label = Sơ đồ { $province }, tô sáng { $name }
map-whole = Xem cả bản đồ
foot-map = Bản đồ

## Cơ quan: trang tiếng Việt giữ nguyên chữ của nguồn
body-committee-province = UBND tỉnh { $name }
body-committee-district = UBND huyện { $name }
body-committee-town = UBND thị xã { $name }
body-committee-city = UBND thành phố { $name }
body-committee-commune = UBND xã { $name }
body-committee-ward = UBND phường { $name }
body-council-province = Hội đồng OCOP tỉnh { $name }
body-council-district = Hội đồng OCOP huyện { $name }
body-council-city = Hội đồng OCOP thành phố { $name }
body-board-province = Hội đồng tỉnh { $name }
body-board-district = Hội đồng huyện { $name }
body-board-city = Hội đồng thành phố { $name }
body-level-province = cấp tỉnh
body-level-district = cấp huyện
body-prime-minister = Thủ tướng Chính phủ
body-standing-committee = Ủy ban Thường vụ Quốc hội
body-ministry = Bộ Nông nghiệp và Môi trường
body-ministry-rural = Bộ Nông nghiệp và Phát triển nông thôn
