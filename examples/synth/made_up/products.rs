//! `products/<id>/index.md` and, for some, `index.en.md` beside it.

use ocop::base::text::slug;

use crate::made_up::certificates::{Drawing, State};
use crate::made_up::rng::Rng;
use crate::made_up::story::{self, Subject};
use crate::made_up::tree::{Map, Tree, both, markdown, text, word, words};
use crate::made_up::words::{GROUPS, Group, UNREAL};
use crate::made_up::{Catalogue, makers, papers};

/// What a product is called and what it is.
pub struct Kind {
    pub name: String,
    pub english: String,
    group: &'static Group,
    subgroup: u8,
    strength: Strength,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Strength {
    None,
    Percent(f64),
    Unknown,
}

impl Strength {
    fn is_bare(self) -> bool {
        matches!(self, Strength::Unknown) || matches!(self, Strength::Percent(percent) if percent >= 15.0)
    }
}

/// The kind of product `at`: each subgroup among the first, then as often as it is met.
pub fn kind(catalogue: &Catalogue, at: usize) -> Kind {
    let mut rng = Rng::of(catalogue.size.seed, "kind", at);
    let flat: Vec<(&Group, usize)> =
        GROUPS.iter().flat_map(|group| (0..group.subgroups.len()).map(move |sub| (group, sub))).collect();
    let percents: Vec<usize> = GROUPS.iter().map(|group| group.percent).collect();
    let drawn = &GROUPS[rng.weighted(&percents)];
    let drawn = (drawn, rng.below(drawn.subgroups.len()));
    let (group, sub) = if at < flat.len() { flat[at] } else { drawn };
    let (subgroup, goods) = group.subgroups[sub];
    let (good, english) = *rng.pick(goods);
    let (unreal, _) = *rng.pick(&UNREAL);
    let strength = match subgroup {
        14 => [Strength::Percent(29.5), Strength::Percent(40.0), Strength::Unknown][rng.below(3)],
        15 => [Strength::Percent(4.8), Strength::Percent(12.0), Strength::Percent(15.0)][rng.below(3)],
        _ => Strength::None,
    };
    let number = at + 1;
    let (name, english) = (format!("{good} {unreal} {number}"), format!("{english} {unreal} {number}"));
    Kind { name, english, group, subgroup, strength }
}

pub fn id(catalogue: &Catalogue, at: usize) -> String {
    slug(&kind(catalogue, at).name)
}

/// Whether the law lets only the bare facts of the product be shown.
pub fn is_bare(catalogue: &Catalogue, at: usize) -> bool {
    kind(catalogue, at).strength.is_bare()
}

/// The files of product `at`.
pub fn files(catalogue: &Catalogue, at: usize) -> Vec<(String, String)> {
    let kind = kind(catalogue, at);
    let mut rng = Rng::of(catalogue.size.seed, "product", at);
    let english = rng.chance(55);
    let aside = english && rng.chance(30);
    let mut product =
        Product { catalogue, at, rng, subject: subject(catalogue, at, &kind), english: english && !aside, kind };
    let map = product.fields();
    let bare = product.kind.strength.is_bare();
    let (vi, en) = if bare { Default::default() } else { product.subject.body(&mut product.rng) };
    let folder = format!("products/{}", id(catalogue, at));
    let mut files = vec![(format!("{folder}/index.md"), markdown(&map, &vi))];
    if aside {
        let over: Map = vec![("name", text(&product.kind.english))];
        files.push((format!("{folder}/index.en.md"), markdown(&over, &en)));
    } else if english && !en.is_empty() {
        files.push((format!("{folder}/index.en.md"), en));
    }
    files
}

fn subject(catalogue: &Catalogue, at: usize, kind: &Kind) -> Subject {
    let maker = catalogue.maker_of(at);
    Subject {
        name: kind.name.clone(),
        english: kind.english.clone(),
        commune: catalogue.spot_of_maker(maker).commune_name(),
        maker: makers::name(catalogue, maker),
        link: format!("/chu-the/{}/", makers::id(catalogue, maker)),
    }
}

struct Product<'c> {
    catalogue: &'c Catalogue,
    at: usize,
    rng: Rng,
    subject: Subject,
    /// Whether the file itself holds both languages.
    english: bool,
    kind: Kind,
}

impl Product<'_> {
    fn fields(&mut self) -> Map {
        let catalogue = self.catalogue;
        let (spot, maker) = (catalogue.spot_of(self.at), catalogue.maker_of(self.at));
        let shelf = &catalogue.shelves[spot.province];
        let mut map: Map = vec![("name", both(&self.kind.name, self.english.then(|| self.kind.english.clone())))];
        if self.rng.chance(15) {
            map.push(("other_names", Tree::List(vec![text(format!("Hàng thử số {}", self.at + 1))])));
        }
        if !self.kind.strength.is_bare() && self.rng.chance(85) {
            map.push(("summary", self.subject.summary(&mut self.rng, self.english)));
        }
        self.codes(&mut map);
        map.push(("producer", word(makers::id(catalogue, maker))));
        map.push(("category", self.category()));
        if self.rng.chance(8) {
            map.push((
                "place",
                Tree::Map(spot.place(&mut self.rng, Some(shelf.any(&mut Rng::of(1, "place", self.at))))),
            ));
        }
        self.certificate(&mut map);
        self.strength(&mut map);
        self.goods(&mut map);
        if !self.kind.strength.is_bare() || self.rng.chance(30) {
            map.push(("facts", self.subject.facts(&mut self.rng, shelf, 5, self.english)));
        }
        if self.rng.chance(35) {
            map.push(("caveats", story::caveats(&mut self.rng, shelf)));
        }
        self.picture(&mut map);
        map.push(("confidence", word(["high", "medium", "low"][self.rng.weighted(&[60, 30, 10])])));
        map.push(("sources", words(shelf.some(&mut self.rng, 4))));
        map
    }

    fn codes(&mut self, map: &mut Map) {
        if self.rng.chance(60) {
            let letters = self.at / 9_000;
            let letter = |at: usize| char::from(b'A' + (at % 26) as u8);
            map.push(("code", word(format!("{}{}{}", letter(letters / 26), letter(letters), 1_000 + self.at % 9_000))));
        }
        if self.rng.chance(10) {
            map.push(("official_code", text(format!("GĐ-{}-2026", self.at + 1))));
        }
        if self.rng.chance(6) {
            map.push(("aliases", words([format!("hang-cu-{}", self.at + 1)])));
        }
    }

    fn category(&mut self) -> Tree {
        let basis = if self.rng.chance(25) { "stated" } else { "compiler" };
        let (group, number, scheme) = match (self.kind.subgroup, self.rng.below(10)) {
            // The list of 2019 had other sectors and numbers.
            (9, 0) => ("thuc-pham-2019", 10, "qd-1048-2019"),
            (14, 0) => ("do-uong-2019", 15, "qd-1048-2019"),
            (number, 1..6) => (self.kind.group.id, number, "qd-148-2023"),
            (number, _) => (self.kind.group.id, number, "qd-26-2026"),
        };
        let mut map: Map = vec![("group", word(group))];
        if scheme == "qd-1048-2019" || self.kind.strength != Strength::None || self.rng.chance(90) {
            map.push(("subgroup", word(number)));
        }
        map.push(("scheme", word(scheme)));
        map.push(("basis", word(basis)));
        Tree::Map(map)
    }

    fn certificate(&mut self, map: &mut Map) {
        let spot = self.catalogue.spot_of(self.at);
        let state = State::of(self.at, &mut self.rng);
        let mut drawing = Drawing { rng: &mut self.rng, spot, shelf: &self.catalogue.shelves[spot.province] };
        for (key, list) in [("recognitions", drawing.recognitions(state)), ("course", drawing.course(state))] {
            if !list.is_empty() {
                map.push((key, Tree::List(list)));
            }
        }
    }

    fn strength(&mut self, map: &mut Map) {
        match self.kind.strength {
            Strength::None => {}
            Strength::Percent(percent) => map.push(("abv", word(percent))),
            Strength::Unknown => map.push(("abv", word("unknown"))),
        }
    }

    /// Season, the buyer's sheet, prices, papers: what a kitchen asks.
    fn goods(&mut self, map: &mut Map) {
        let source = |product: &mut Self| {
            let spot = product.catalogue.spot_of(product.at);
            ("source", word(product.catalogue.shelves[spot.province].any(&mut product.rng)))
        };
        if self.kind.subgroup < 5 && self.rng.chance(60) {
            let first = self.rng.range(1, 9);
            let mut season: Map = vec![("months", words(first..first + 4)), ("peak", words([first + 1]))];
            if self.rng.chance(20) {
                season = vec![("all_year", word(true))];
            }
            season.push(source(self));
            map.push(("season", Tree::Map(season)));
        }
        if self.rng.chance(30) {
            let papers = (0..self.rng.range(1, 3)).map(|at| self.paper(at)).collect();
            map.push(("papers", Tree::List(papers)));
        }
        if self.kind.strength.is_bare() {
            return;
        }
        if self.rng.chance(28) {
            let mut buying = self.buying();
            buying.push(source(self));
            map.push(("buying", Tree::Map(buying)));
        }
        if self.rng.chance(40) {
            let prices = (0..self.rng.range(1, 3)).map(|at| self.price(at)).collect();
            map.push(("prices", Tree::List(prices)));
        }
        if self.rng.chance(12) {
            let fact: Map = vec![
                (
                    "text",
                    both(
                        "Vài cửa hàng trong tỉnh, không nêu tên.",
                        Some("Some shops of the province, not named.".into()),
                    ),
                ),
                source(self),
            ];
            map.push(("sold_where", Tree::List(vec![Tree::Map(fact)])));
        }
    }

    fn paper(&mut self, at: usize) -> Tree {
        const KINDS: [&str; 10] = [
            "food_safety",
            "self_declaration",
            "test_report",
            "haccp",
            "iso",
            "vietgap",
            "organic",
            "trademark",
            "barcode",
            "other",
        ];
        let spot = self.catalogue.spot_of(self.at);
        let mut map: Map = vec![
            ("kind", word(KINDS[(self.at + at) % KINDS.len()])),
            ("number", text(format!("GĐ {}/{at}", self.at + 1))),
        ];
        map.push(("issuer", text("Chi cục Giả Định")));
        let day = papers::day(&mut self.rng, 2021, 2025);
        map.push(("date", word(day)));
        if self.rng.chance(60) {
            map.push(("expires", word(day.year() + 3)));
        }
        map.push(("source", word(self.catalogue.shelves[spot.province].any(&mut self.rng))));
        Tree::Map(map)
    }

    fn price(&mut self, at: usize) -> Tree {
        let spot = self.catalogue.spot_of(self.at);
        let (unit, english) = *self.rng.pick(&[
            ("gói 500 g", "500 g pack"),
            ("chai 500 ml", "500 ml bottle"),
            ("hộp", "box"),
            ("kg", "kg"),
        ]);
        let mut map: Map =
            vec![("amount", word(self.rng.range(3, 160) * 5_000)), ("unit", both(unit, Some(english.into())))];
        if at > 0 {
            map.push(("line", both(format!("loại {at}"), Some(format!("grade {at}")))));
        }
        map.push(("date", word(papers::day(&mut self.rng, 2022, 2026))));
        map.push(("quoted_by", text("Cửa hàng Giả Định")));
        map.push(("source", word(self.catalogue.shelves[spot.province].any(&mut self.rng))));
        Tree::Map(map)
    }

    fn buying(&mut self) -> Map {
        let pair = |vi: &str, en: &str| both(vi, Some(en.to_owned()));
        let number = self.rng.range(2, 12);
        let mut map: Map = vec![
            ("retail_packs", Tree::List(vec![pair("gói 250 g", "250 g pack"), pair("gói 500 g", "500 g pack")])),
            ("case", both(format!("thùng {number} gói"), Some(format!("case of {number}")))),
            ("ingredients", pair("nguyên liệu bịa đặt, muối, nước", "invented ingredients, salt, water")),
            ("allergens", Tree::List(vec![pair("lạc", "peanuts"), pair("vừng", "sesame")])),
            ("shelf_life", both(format!("{number} tháng"), Some(format!("{number} months")))),
            ("storage", pair("nơi khô, mát", "cool and dry")),
            ("capacity_per_month", both(format!("{number} tấn"), Some(format!("{number} tonnes")))),
            ("min_order", pair("2 thùng", "2 cases")),
            ("lead_time", both(format!("{number} ngày"), Some(format!("{number} days")))),
            ("delivery", pair("trong tỉnh Giả Định", "within Giả Định province")),
            ("invoice", word(["vat", "sales", "none"][number % 3])),
            ("payment", Tree::List(vec![pair("tiền mặt", "cash"), pair("chuyển khoản", "bank transfer")])),
            ("samples", word(number.is_multiple_of(2))),
        ];
        if self.kind.subgroup == 9 {
            map.push(("nitrogen_g_per_l", word(20 + number)));
        }
        map
    }

    fn picture(&mut self, map: &mut Map) {
        if self.catalogue.pictured[self.at] {
            let picture: Map = vec![
                ("file", word("anh-gia.jpg")),
                (
                    "alt",
                    both(
                        "Nhiễu và dải màu, không phải ảnh thật",
                        Some("Noise on gradients, no real photograph".into()),
                    ),
                ),
                ("credit", text("Máy tính tự vẽ")),
                ("date", word("2026-10-01")),
            ];
            map.push(("pictures", Tree::List(vec![Tree::Map(picture)])));
        }
    }
}
