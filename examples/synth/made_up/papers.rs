//! The site, its pages, its documents, its taxonomy and its year plans.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::made_up::places::{self, Spot};
use crate::made_up::rng::Rng;
use crate::made_up::tree::{Map, Tree, both, markdown, text, word, words, yaml};
use crate::made_up::{Catalogue, TODAY};

/// What a document may carry: its grade, its type, the words of its title.
const KINDS: [(&str, &str, &str, &str); 8] = [
    ("A", "decision", "Quyết định công nhận sản phẩm", "Decision recognising products"),
    ("B1", "press", "Bài báo về các cơ sở trong vùng", "Article on workshops of the area"),
    ("A", "decision", "Quyết định công nhận sản phẩm", "Decision recognising products"),
    ("B2", "notice", "Thông báo kết luận cuộc họp", "Notice of a meeting’s conclusions"),
    ("B1", "portal", "Tin trên cổng thông tin", "News on a portal"),
    ("C", "own_page", "Trang tự giới thiệu", "The maker’s own page"),
    ("B2", "plan", "Kế hoạch năm", "Plan of the year"),
    ("B1", "press", "Phóng sự về nghề cũ", "Report on an old craft"),
];

/// Ids of the documents of one province, by what they may carry.
#[derive(Debug, Default)]
pub struct Shelf {
    all: Vec<String>,
    /// Documents that carry stars by themselves.
    strong: Vec<String>,
    notices: Vec<String>,
}

impl Shelf {
    pub fn new(province: usize, documents: usize) -> Shelf {
        let mut shelf = Shelf::default();
        for at in 0..documents {
            let (id, grade) = (id(province, at), KINDS[at % KINDS.len()].0);
            match grade {
                "A" | "B1" => shelf.strong.push(id.clone()),
                "B2" => shelf.notices.push(id.clone()),
                _ => {}
            }
            shelf.all.push(id);
        }
        shelf
    }

    pub fn any<'s>(&'s self, rng: &mut Rng) -> &'s str {
        rng.pick(&self.all).as_str()
    }

    pub fn some(&self, rng: &mut Rng, most: usize) -> Vec<&String> {
        let count = rng.range(1, most);
        rng.some(&self.all, count)
    }

    /// For stars: a decision or the press, in some cases a notice alone.
    pub fn for_stars(&self, rng: &mut Rng) -> Vec<&String> {
        let count = rng.range(1, 2);
        if rng.chance(12) { rng.some(&self.notices, 1) } else { rng.some(&self.strong, count) }
    }
}

fn id(province: usize, at: usize) -> String {
    format!("vb-gia-dinh-{:02}-{:04}", province + 1, at + 1)
}

/// The document that the places and the taxonomy rest on.
pub const REGISTER: &str = "vb-gia-dinh-01-0001";

/// `sources/….yaml`.
pub fn document(catalogue: &Catalogue, province: usize, at: usize) -> (String, String) {
    let id = id(province, at);
    let mut rng = Rng::of(catalogue.size.seed, "document", province * 1_000_000 + at);
    let (grade, kind, vi, en) = KINDS[at % KINDS.len()];
    let number = at + 1;
    let english = rng.chance(50).then(|| format!("{en} (made up, no. {number})"));
    let publisher = match grade {
        "A" | "B2" => format!("UBND {}", places::province_name(province)),
        "C" => "Trang Tự Bịa".to_owned(),
        _ => format!("Báo Hư Cấu {:02}", province + 1),
    };
    let mut map: Map = vec![
        ("title", both(format!("{vi} (văn bản bịa đặt số {number})"), english)),
        ("publisher", text(publisher)),
        ("grade", word(grade)),
        ("type", word(kind)),
    ];
    if matches!(kind, "decision" | "notice" | "plan") {
        map.push(("number", text(format!("{number}/GĐ-{:02}", province + 1))));
    }
    if rng.chance(90) {
        map.push(("date", word(day(&mut rng, 2019, 2026))));
    }
    if kind != "notice" {
        map.push(("url", word(format!("https://hu-cau.example/{:02}/{number}", province + 1))));
    } else {
        let copy = |name: &str, quality: &str| Tree::Map(vec![("name", text(name)), ("quality", word(quality))]);
        map.push(("copies", Tree::List(vec![copy("Bản chữ", "text"), copy("Bản nhận dạng chữ", "ocr")])));
    }
    map.push(("read_on", word("2026-10-20")));
    map.push(("extent", word(if rng.chance(30) { "whole" } else { "excerpt" })));
    if rng.chance(10) {
        map.push(("aliases", words([format!("{id}-cu")])));
    }
    if rng.chance(30) {
        map.push(("note", both("Văn bản này không có thật.", Some("This document does not exist.".into()))));
    }
    if at > 8 && rng.chance(3) {
        map.push(("disagrees_with", words([self::id(province, at - 1)])));
    }
    (format!("sources/{id}.yaml"), yaml(&map))
}

/// A day of the years given, before the day that the catalogue is made for.
pub fn day(rng: &mut Rng, first_year: i16, last_year: i16) -> Date {
    let first = jiff::civil::date(first_year, 6, 1);
    let last = jiff::civil::date(last_year, 12, 31).min(TODAY.saturating_sub(30.days()));
    between(rng, first, last)
}

pub fn between(rng: &mut Rng, first: Date, last: Date) -> Date {
    let days = first.until(last).map_or(0, |span| span.get_days());
    first.saturating_add((rng.below(days.max(0) as usize + 1) as i64).days())
}

/// `site.yaml`, the banner, the taxonomy and the pages.
pub fn fixed() -> Vec<(String, String)> {
    let mut files = vec![
        ("site.yaml".to_owned(), site()),
        ("_BIA-DAT.txt".to_owned(), BANNER.to_owned()),
        ("taxonomy/categories.yaml".to_owned(), taxonomy()),
    ];
    for (at, (slug, vi, en)) in PAGES.iter().enumerate() {
        let page = |title: &str, banner: &str, body: &str| {
            let mut map: Map = vec![("title", text(title)), ("description", text(banner))];
            map.push(("footer", word(at + 1)));
            markdown(&map, body)
        };
        let vietnamese = "Dữ liệu bịa đặt để thử chương trình.";
        files.push((format!("pages/{slug}.md"), page(vi, vietnamese, &format!("{BANNER}\n{}", PAGE_BODY.0))));
        files.push((
            format!("pages/{slug}.en.md"),
            page(en, "Made-up data to try the program.", &format!("{BANNER}\n{}", PAGE_BODY.1)),
        ));
    }
    files
}

const BANNER: &str = "DỮ LIỆU BỊA ĐẶT: không có sản phẩm, chủ thể, xã hay văn bản nào ở đây là thật.\nMADE-UP DATA: no product, maker, commune or document in here is real.\n";

const PAGES: [(&str, &str, &str); 5] = [
    ("gioi-thieu", "Giới thiệu", "About"),
    ("sao-ocop", "Sao OCOP là gì", "What the stars mean"),
    ("tro-giup", "Trợ giúp", "Help"),
    ("kha-nang-tiep-can", "Khả năng tiếp cận", "Accessibility"),
    ("rieng-tu", "Riêng tư", "Privacy"),
];

const PAGE_BODY: (&str, &str) = (
    "## Vì sao có trang này\n\nĐể đo xem chương trình dựng nhanh tới đâu. Xem [sản phẩm](/san-pham/).\n\n| Cột | Giá trị |\n|---|---|\n| Thật | 0 |\n| Bịa | tất cả |\n",
    "## Why this page\n\nTo measure how fast the program builds. See the [products](/san-pham/).\n\n| Column | Value |\n|---|---|\n| Real | 0 |\n| Made up | all |\n",
);

fn site() -> String {
    let pair = |vi: &str, en: &str| both(vi, Some(en.to_owned()));
    yaml(&vec![
        ("title", pair("OCOP Giả Định", "OCOP Giả Định (made up)")),
        ("tagline", pair("Không có gì ở đây là thật", "Nothing in here is real")),
        ("description", pair("Danh mục bịa đặt để đo chương trình.", "A made-up catalogue, to measure the program.")),
        ("base_url", word("https://gia-dinh.example/")),
        ("languages", words(["vi", "en"])),
        (
            "home",
            Tree::Map(vec![
                ("province", word(places::province_id(0))),
                ("district", word(places::district_reference(0, 2))),
            ]),
        ),
        ("publisher", pair("Không ai: dữ liệu bịa đặt", "Nobody: made-up data")),
        (
            "corrections",
            Tree::Map(vec![(
                "text",
                pair("Không cần sửa, vì không có gì là thật.", "Nothing to correct, since nothing is real."),
            )]),
        ),
        ("licence", Tree::Map(vec![("name", pair("Dữ liệu bịa đặt: dùng tùy ý", "Made-up data: use as you like"))])),
        // Other generators that this content is measured against draw none.
        ("share_pictures", word(false)),
    ])
}

/// The real classes, resting on a document of this catalogue.
fn taxonomy() -> String {
    let real = include_str!("../../../content/taxonomy/categories.yaml");
    let kept: Vec<&str> = real.lines().filter(|line| !line.starts_with("sources:")).collect();
    format!("{}\nsources: [{REGISTER}]\n", kept.join("\n"))
}

/// `plan/<year>.yaml`.
pub fn plan(catalogue: &Catalogue, year: usize) -> (String, String) {
    let rng = &mut Rng::of(catalogue.size.seed, "plan", year);
    let ideas = (catalogue.size.products / 60).clamp(3, 60);
    let entry = |rng: &mut Rng, map: Map, key: &'static str, sentence: &str, english: &str| {
        let mut map = map;
        map.push((key, both(format!("{sentence} (bịa đặt)"), Some(format!("{english} (made up)")))));
        map.push(("source", words(catalogue.shelves[0].some(rng, 2))));
        Tree::Map(map)
    };
    let targets = (0..4).map(|at| {
        let mut map: Map = vec![("place", word(places::district_reference(0, at + 1))), ("stars", word(3 + at % 3))];
        map.push(("at_least", word(at + 1)));
        entry(rng, map, "text", "Có thêm sản phẩm đạt hạng trong năm.", "More products to be graded this year.")
    });
    let targets = targets.collect();
    let counts = (0..6).map(|at| {
        let place = if at == 0 { places::province_id(0) } else { places::district_reference(0, at) };
        let map: Map = vec![("place", word(place)), ("number", word(at * 7 + 5)), ("as_of", word(year))];
        entry(rng, map, "what", "Sản phẩm đã được công nhận.", "Products recognised so far.")
    });
    let counts = counts.collect();
    let ideas = (0..ideas).map(|at| {
        let spot = Spot { province: at % catalogue.provinces, former: rng.below(places::FORMER_IN_PROVINCE) };
        let mut map: Map = vec![("commune", word(places::commune_in(spot, year)))];
        if rng.chance(40) {
            map.push(("product", word(catalogue.product_id(rng.below(catalogue.size.products)))));
        }
        entry(
            rng,
            map,
            "text",
            "Đề xuất đưa nghề của xã vào chương trình.",
            "Bring the commune’s craft into the programme.",
        )
    });
    let ideas = ideas.collect();
    let rules = vec![entry(
        rng,
        Vec::new(),
        "text",
        "Giấy chứng nhận có hạn 36 tháng.",
        "A certificate is valid for 36 months.",
    )];
    let map: Map = vec![
        ("year", word(year)),
        ("targets", Tree::List(targets)),
        ("counts", Tree::List(counts)),
        ("ideas", Tree::List(ideas)),
        ("rules", Tree::List(rules)),
        ("sources", words([REGISTER])),
    ];
    (format!("plan/{year}.yaml"), yaml(&map))
}
