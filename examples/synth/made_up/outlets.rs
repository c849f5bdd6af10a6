//! `points-of-sale/<id>/index.md` and `venues/<id>/index.md`.

use crate::made_up::places::{FORMER_IN_PROVINCE, Spot};
use crate::made_up::rng::Rng;
use crate::made_up::story::Subject;
use crate::made_up::tree::{Map, Tree, both, markdown, text, word, words};
use crate::made_up::words::UNREAL;
use crate::made_up::{Catalogue, makers, products};

const SHOPS: [(&str, &str, &str); 10] = [
    ("ocop_shop", "Cửa hàng OCOP", "OCOP shop"),
    ("ocop_centre", "Trung tâm OCOP", "OCOP centre"),
    ("workshop", "Quầy tại xưởng", "Workshop counter"),
    ("supermarket", "Siêu thị", "Supermarket"),
    ("market", "Chợ", "Market"),
    ("hotel_shelf", "Kệ hàng khách sạn", "Hotel shelf"),
    ("post_office", "Bưu điện", "Post office"),
    ("rest_stop", "Trạm dừng nghỉ", "Rest stop"),
    ("online", "Gian hàng mạng", "Web shop"),
    ("other", "Điểm giới thiệu", "Showroom"),
];

const VENUES: [(&str, &str, &str); 5] = [
    ("restaurant", "Quán ăn", "Restaurant"),
    ("hotel", "Khách sạn", "Hotel"),
    ("homestay", "Nhà nghỉ trong làng", "Homestay"),
    ("gift_shop", "Hàng lưu niệm", "Gift shop"),
    ("other", "Bếp chung", "Shared kitchen"),
];

const HOURS: [&str; 5] = [
    "Mo-Su 07:00-21:00",
    "Mo-Sa 07:30-11:30,13:30-17:00",
    "24/7",
    "Mo-Fr 08:00-17:00; Sa 08:00-12:00",
    "Mo-Su 06:00-22:00",
];

pub fn shop_id(at: usize) -> String {
    format!("diem-ban-gia-dinh-{}", at + 1)
}

pub fn venue_id(at: usize) -> String {
    format!("quan-gia-dinh-{}", at + 1)
}

const SHOP: &str = "shop";
const VENUE: &str = "venue";

/// Drawn apart from all else, so that a route can tell whether it may stop there.
fn status(catalogue: &Catalogue, kind: &str, at: usize) -> &'static str {
    let mut rng = Rng::of(catalogue.size.seed, &format!("status of {kind}"), at);
    ["open", "seasonal", "closed", "unknown"][rng.weighted(&[60, 10, 10, 20])]
}

/// The first of `count` outlets from `from` on, and round again, that has not closed for good.
fn standing(catalogue: &Catalogue, kind: &str, from: usize, count: usize) -> usize {
    let at = (0..count).map(|step| (from + step) % count).find(|at| status(catalogue, kind, *at) != "closed");
    at.expect("an outlet that has not closed")
}

/// A point of sale where a route may stop.
pub fn standing_shop(catalogue: &Catalogue, rng: &mut Rng) -> String {
    let count = catalogue.points_of_sale;
    shop_id(standing(catalogue, SHOP, rng.below(count), count))
}

/// A venue where a route may stop.
pub fn standing_venue(catalogue: &Catalogue, rng: &mut Rng) -> String {
    let count = catalogue.venues;
    venue_id(standing(catalogue, VENUE, rng.below(count), count))
}

/// The parts that shops and venues share; `named` is the type with its words.
struct Outlet<'c> {
    catalogue: &'c Catalogue,
    kind: &'static str,
    rng: Rng,
    at: usize,
    spot: Spot,
    named: (&'static str, &'static str, &'static str),
}

impl<'c> Outlet<'c> {
    fn new(
        catalogue: &'c Catalogue,
        kind: &'static str,
        at: usize,
        named: &[(&'static str, &'static str, &'static str)],
    ) -> Outlet<'c> {
        let mut rng = Rng::of(catalogue.size.seed, kind, at);
        let spot = Spot { province: at % catalogue.provinces, former: rng.below(FORMER_IN_PROVINCE) };
        Outlet { catalogue, kind, rng, at, spot, named: named[at % named.len()] }
    }

    fn head(&mut self) -> Map {
        let (kind, vi, en) = self.named;
        let name = UNREAL[self.at / 3 % UNREAL.len()].0;
        let english = self.rng.chance(50).then(|| format!("{en} {name} {}", self.at + 1));
        vec![("name", both(format!("{vi} {name} {}", self.at + 1), english)), ("type", word(kind))]
    }

    fn source(&mut self) -> Tree {
        word(self.catalogue.shelves[self.spot.province].any(&mut self.rng))
    }

    fn whereabouts(&mut self, map: &mut Map) {
        let source = self.catalogue.shelves[self.spot.province].any(&mut self.rng);
        map.push(("place", Tree::Map(self.spot.place(&mut self.rng, Some(source)))));
        let (house, commune) = (self.rng.range(1, 400), self.spot.commune_name());
        map.push((
            "address",
            both(format!("{house} đường Hư Cấu, {commune}"), Some(format!("{house} Hư Cấu street, {commune}"))),
        ));
        map.push(("status", word(status(self.catalogue, self.kind, self.at))));
        map.push(("status_as_of", word("2026-07")));
        if self.rng.chance(50) {
            map.push(("verified_on", word(if self.rng.chance(50) { "2026-09-20" } else { "2025-12-01" })));
            map.push(("verified_by", text("Nhóm Bịa Đặt")));
        }
        if self.rng.chance(70) {
            map.push(("opening_hours", text(*self.rng.pick(&HOURS))));
            map.push(("opening_hours_source", self.source()));
        }
    }

    fn tail(&mut self, map: &mut Map) -> String {
        let shelf = &self.catalogue.shelves[self.spot.province];
        if self.rng.chance(40) {
            let source = shelf.any(&mut self.rng);
            map.push(("contacts", Tree::List(makers::contacts(&mut self.rng, 500_000 + self.at, source))));
        }
        let subject = Subject {
            name: self.named.1.to_owned(),
            english: self.named.2.to_owned(),
            commune: self.spot.commune_name(),
            maker: self.named.1.to_owned(),
            link: "/san-pham/".to_owned(),
        };
        if self.rng.chance(50) {
            map.push(("facts", subject.facts(&mut self.rng, shelf, 2, true)));
        }
        map.push(("sources", words(shelf.some(&mut self.rng, 2))));
        if self.rng.chance(40) { subject.body(&mut self.rng).0 } else { String::new() }
    }
}

/// The file of point of sale `at`.
pub fn point_of_sale(catalogue: &Catalogue, at: usize) -> (String, String) {
    let mut outlet = Outlet::new(catalogue, SHOP, at, &SHOPS);
    let mut map = outlet.head();
    outlet.whereabouts(&mut map);
    let stocked = &catalogue.stocks[at];
    if !stocked.is_empty() {
        let mut stocks: Map =
            vec![("products", words(stocked.iter().map(|product| products::id(catalogue, *product))))];
        if outlet.rng.chance(15) {
            stocks.push(("producers", words([makers::id(catalogue, catalogue.maker_of(stocked[0]))])));
        }
        stocks.push(("source", outlet.source()));
        map.push(("stocks", Tree::Map(stocks)));
    }
    if outlet.rng.chance(40) {
        map.push((
            "payment",
            Tree::List(vec![both("tiền mặt", Some("cash".into())), both("chuyển khoản", Some("bank transfer".into()))]),
        ));
        map.push(("parking", both("trước cửa", Some("in front".into()))));
        map.push(("wholesale", word(outlet.rng.chance(50))));
    }
    let body = outlet.tail(&mut map);
    (format!("points-of-sale/{}/index.md", shop_id(at)), markdown(&map, &body))
}

/// The file of venue `at`.
pub fn venue(catalogue: &Catalogue, at: usize) -> (String, String) {
    let mut outlet = Outlet::new(catalogue, VENUE, at, &VENUES);
    let mut map = outlet.head();
    outlet.whereabouts(&mut map);
    let count = outlet.rng.below(5);
    let uses = (0..count).map(|_| {
        let product = outlet.rng.below(catalogue.size.products);
        Tree::Map(vec![
            ("product", word(products::id(catalogue, product))),
            ("how", word(outlet.rng.pick(&["menu", "breakfast", "shelf", "gift"]))),
            ("since", word(2024)),
            ("verified_on", word("2026-09-20")),
            ("source", outlet.source()),
        ])
    });
    let uses: Vec<Tree> = uses.collect();
    if !uses.is_empty() {
        map.push(("uses", Tree::List(uses)));
    }
    let body = outlet.tail(&mut map);
    (format!("venues/{}/index.md", venue_id(at)), markdown(&map, &body))
}
