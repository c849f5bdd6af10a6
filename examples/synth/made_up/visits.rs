//! `destinations/<id>/`, `routes/<id>/` and `events/<id>/`.

use crate::made_up::places::{FORMER_IN_PROVINCE, Spot};
use crate::made_up::rng::Rng;
use crate::made_up::story::{self, Subject};
use crate::made_up::tree::{Map, Tree, both, markdown, text, word, words};
use crate::made_up::words::UNREAL;
use crate::made_up::{Catalogue, makers, outlets};

const SIGHTS: [(&str, &str, &str); 8] = [
    ("beach", "Bãi biển", "beach"),
    ("island", "Hòn đảo", "island"),
    ("heritage", "Đình làng", "communal house"),
    ("craft_village", "Làng nghề", "craft village"),
    ("market", "Chợ phiên", "market"),
    ("nature", "Hồ nước", "lake"),
    ("food", "Phố ăn uống", "food street"),
    ("other", "Vườn chung", "common garden"),
];

fn destination_id(at: usize) -> String {
    format!("diem-den-gia-dinh-{}", at + 1)
}

fn spot(catalogue: &Catalogue, rng: &mut Rng, at: usize) -> Spot {
    Spot { province: at % catalogue.provinces, former: rng.below(FORMER_IN_PROVINCE) }
}

fn subject(vi: &str, en: &str, at: usize, spot: Spot) -> Subject {
    let unreal = UNREAL[at % UNREAL.len()].0;
    Subject {
        name: format!("{vi} {unreal} {}", at + 1),
        english: format!("{unreal} {en} {}", at + 1),
        commune: spot.commune_name(),
        maker: "Người trong làng".to_owned(),
        link: "/san-pham/".to_owned(),
    }
}

/// The file of destination `at`.
pub fn destination(catalogue: &Catalogue, at: usize) -> (String, String) {
    let rng = &mut Rng::of(catalogue.size.seed, "destination", at);
    let (kind, vi, en) = SIGHTS[at % SIGHTS.len()];
    let spot = spot(catalogue, rng, at);
    let (subject, shelf) = (subject(vi, en, at, spot), &catalogue.shelves[spot.province]);
    let mut map: Map = vec![("name", both(&subject.name, Some(subject.english.clone()))), ("type", word(kind))];
    map.push(("summary", subject.summary(rng, true)));
    let source = shelf.any(rng);
    map.push(("place", Tree::Map(spot.place(rng, Some(source)))));
    map.push(("getting_there", subject.facts(rng, shelf, 2, true)));
    if rng.chance(50) {
        map.push(("when_to_go", subject.facts(rng, shelf, 1, true)));
    }
    if rng.chance(40) {
        map.push(("producers", words([makers::id(catalogue, rng.below(catalogue.producers))])));
    }
    map.push(("facts", subject.facts(rng, shelf, 6, true)));
    if rng.chance(30) {
        map.push(("caveats", story::caveats(rng, shelf)));
    }
    map.push(("sources", words(shelf.some(rng, 4))));
    let (body, _) = subject.body(rng);
    (format!("destinations/{}/index.md", destination_id(at)), markdown(&map, &body))
}

/// When a route stops: within every opening time that is drawn for an outlet.
const STOPS_AT: [&str; 4] = ["07:30", "09:00", "10:30", "14:00"];

/// The file of route `at`: one stop of each kind.
pub fn route(catalogue: &Catalogue, at: usize) -> (String, String) {
    let rng = &mut Rng::of(catalogue.size.seed, "route", at);
    let spot = spot(catalogue, rng, at);
    let (subject, shelf) = (subject("Tuyến", "route", at, spot), &catalogue.shelves[spot.province]);
    let stops = [
        ("destination", destination_id(rng.below(catalogue.destinations))),
        ("producer", makers::id(catalogue, rng.below(catalogue.producers))),
        ("point_of_sale", outlets::standing_shop(catalogue, rng)),
        ("venue", outlets::standing_venue(catalogue, rng)),
    ];
    let stop = |(at, (key, id)): (usize, (&'static str, String))| {
        let mut map: Map = vec![(key, word(id)), ("day", word(1 + at / 3)), ("at", text(STOPS_AT[at]))];
        map.push(("minutes", word(45)));
        map.push(("note", both("dừng để thử trang", Some("a stop to try the page".into()))));
        Tree::Map(map)
    };
    let map: Map = vec![
        ("name", both(&subject.name, Some(subject.english.clone()))),
        ("summary", subject.summary(rng, true)),
        ("status", word(["offered", "described", "unknown"][at % 3])),
        ("operator", both("Đoàn Tưởng Tượng", Some("Tưởng Tượng tours".into()))),
        ("stops", Tree::List(stops.into_iter().enumerate().map(stop).collect())),
        ("facts", subject.facts(rng, shelf, 3, true)),
        ("sources", words(shelf.some(rng, 2))),
    ];
    (format!("routes/tuyen-gia-dinh-{}/index.md", at + 1), markdown(&map, &subject.body(rng).0))
}

/// The file of event `at`: on a day, over some days, by the moon, or in words.
pub fn event(catalogue: &Catalogue, at: usize) -> (String, String) {
    let rng = &mut Rng::of(catalogue.size.seed, "event", at);
    let spot = spot(catalogue, rng, at);
    let (subject, shelf) = (subject("Hội chợ", "fair", at, spot), &catalogue.shelves[spot.province]);
    let mut map: Map =
        vec![("name", both(&subject.name, Some(subject.english.clone()))), ("summary", subject.summary(rng, true))];
    match at % 4 {
        0 => map.push(("date", word("2026-12-05"))),
        1 => map.extend([("date", word("2025-04-20")), ("until", word("2025-04-22")), ("yearly", word(true))]),
        2 => {
            let lunar = vec![("month", word(4)), ("day", word(7)), ("until_day", word(8))];
            map.extend([("lunar", Tree::Map(lunar)), ("yearly", word(true))]);
        }
        _ => map.push(("when", both("đầu mùa gặt", Some("when the harvest begins".into())))),
    }
    let source = shelf.any(rng);
    map.push(("place", Tree::Map(spot.place(rng, Some(source)))));
    map.push(("destinations", words([destination_id(rng.below(catalogue.destinations))])));
    map.push(("facts", subject.facts(rng, shelf, 3, true)));
    map.push(("sources", words(shelf.some(rng, 2))));
    (format!("events/hoi-cho-gia-dinh-{}/index.md", at + 1), markdown(&map, &subject.body(rng).0))
}
