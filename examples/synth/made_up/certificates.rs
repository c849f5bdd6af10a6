//! Certificates in every state, and steps on the way to them, as the rules of their days allow.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::made_up::papers::{Shelf, between};
use crate::made_up::places::{self, Spot};
use crate::made_up::rng::Rng;
use crate::made_up::tree::{Map, Tree, both, text, word, words};

/// What the recorded events come to on the catalogue's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    InForce,
    Upgraded,
    EndingSoon,
    Lapsed,
    LapseTold,
    InGrace,
    Withdrawn,
    DateUnknown,
    YearOnly,
    OnItsWay,
    Idea,
}

const STATES: [(State, usize); 11] = [
    (State::InForce, 44),
    (State::Upgraded, 6),
    (State::EndingSoon, 8),
    (State::Lapsed, 16),
    (State::LapseTold, 3),
    (State::InGrace, 3),
    (State::Withdrawn, 2),
    (State::DateUnknown, 3),
    (State::YearOnly, 3),
    (State::OnItsWay, 8),
    (State::Idea, 4),
];

impl State {
    /// Each state among the first products, then as often as it is met.
    pub fn of(at: usize, rng: &mut Rng) -> State {
        let drawn = rng.weighted(&STATES.map(|(_, weight)| weight));
        STATES[if at < STATES.len() { at } else { drawn }].0
    }
}

/// What the events of one product are drawn from.
pub struct Drawing<'c> {
    pub rng: &'c mut Rng,
    pub spot: Spot,
    pub shelf: &'c Shelf,
}

impl Drawing<'_> {
    /// The events of a product in `state`.
    pub fn recognitions(&mut self, state: State) -> Vec<Tree> {
        let stars = [3, 4, 5][self.rng.weighted(&[72, 27, 1])];
        let in_force = (date(2024, 6, 1), date(2026, 10, 31));
        let long_ago = (date(2019, 9, 1), date(2023, 10, 31));
        match state {
            State::InForce => vec![self.recognised(stars, in_force)],
            State::Upgraded => vec![self.recognised(3, long_ago), self.recognised(4, in_force)],
            State::EndingSoon => vec![self.recognised(stars, (date(2023, 12, 1), date(2024, 5, 10)))],
            State::Lapsed => vec![self.recognised(stars, long_ago)],
            State::LapseTold => vec![self.recognised(stars, long_ago), self.told("lapsed", "as_of", "2026-05")],
            State::InGrace => {
                let recognised = self.recognised_on(stars, (date(2023, 6, 20), date(2023, 11, 10)));
                vec![recognised, self.told("renewal_filed", "date", "2026-05-15")]
            }
            State::Withdrawn => vec![self.recognised(stars, in_force), self.told("withdrawn", "date", "2026-11-05")],
            State::DateUnknown => vec![self.undated(stars)],
            State::YearOnly => vec![self.of_year(stars)],
            State::OnItsWay | State::Idea => Vec::new(),
        }
    }

    /// The steps beside the certificate.
    pub fn course(&mut self, state: State) -> Vec<Tree> {
        let first = self.rng.below(4);
        match state {
            State::OnItsWay => {
                let year = self.rng.range(2023, 2026);
                let step = ["candidate", "in_assessment", "not_passed", "upgrading"][first];
                vec![self.step(step, &format!("{year}-03"), 3 + year % 2)]
            }
            State::Lapsed | State::LapseTold | State::InGrace if first < 2 => {
                vec![self.step("reassessing", "2026-04-12", 3)]
            }
            State::InForce if first == 0 => vec![self.step("upgrading", "2026-08", 5)],
            State::InForce if first == 1 => vec![self.step("maintained", "2026", 3)],
            State::Upgraded => vec![self.step("in_assessment", "2024-05-20", 4)],
            _ => Vec::new(),
        }
    }

    fn step(&mut self, step: &str, when: &str, to_stars: usize) -> Tree {
        let mut map: Map = vec![("step", word(step)), ("date", word(when)), ("to_stars", word(to_stars))];
        map.push(("by", text(format!("UBND {}", places::district_name(self.spot.province, self.spot.district())))));
        if self.rng.chance(50) {
            map.push(("note", both("theo kế hoạch bịa đặt", Some("by an invented plan".into()))));
        }
        map.push(("source", word(self.shelf.any(self.rng))));
        Tree::Map(map)
    }

    fn recognised(&mut self, stars: usize, span: (Date, Date)) -> Tree {
        if self.rng.chance(20) { self.of_month(stars, span) } else { self.recognised_on(stars, span) }
    }

    fn recognised_on(&mut self, stars: usize, (first, last): (Date, Date)) -> Tree {
        let day = between(self.rng, first, last);
        let issuer = self.issuer(stars, day);
        let mut map: Map = vec![("event", word("recognised")), ("stars", word(stars)), ("date", word(day))];
        if self.rng.chance(4) {
            let other = vec![("date", word(day.saturating_add(3.days()))), ("source", word(self.shelf.any(self.rng)))];
            map.push(("other_dates", Tree::List(vec![Tree::Map(other)])));
        }
        map.push(("awarded_by", text(&issuer)));
        if self.rng.chance(70) {
            let number = text(format!("{}/QĐ-GĐ", self.rng.range(100, 4_999)));
            map.push(("decision", Tree::Map(vec![("number", number), ("issuer", text(&issuer)), ("date", word(day))])));
        }
        if self.rng.chance(10) {
            map.push(("valid_until", word(day.saturating_add(36.months()))));
        }
        self.end(map)
    }

    fn of_month(&mut self, stars: usize, (first, last): (Date, Date)) -> Tree {
        let day = between(self.rng, first, last);
        let mut map: Map =
            vec![("stars", word(stars)), ("date", word(format!("{:04}-{:02}", day.year(), day.month())))];
        map.push(("awarded_by", text(self.issuer(stars, day))));
        if self.rng.chance(30) {
            map.push(("certainty", word("inferred")));
        }
        self.end(map)
    }

    fn of_year(&mut self, stars: usize) -> Tree {
        self.end(vec![("event", word("recognised")), ("stars", word(stars)), ("date", word(2023))])
    }

    fn undated(&mut self, stars: usize) -> Tree {
        self.end(vec![("event", word("recognised")), ("stars", word(stars)), ("as_of", word("2025-09"))])
    }

    fn told(&mut self, event: &str, key: &'static str, when: &str) -> Tree {
        let note = both("theo một thông báo bịa đặt", Some("according to an invented notice".into()));
        let source = word(self.shelf.any(self.rng));
        Tree::Map(vec![("event", word(event)), (key, word(when)), ("note", note), ("source", source)])
    }

    fn end(&mut self, mut map: Map) -> Tree {
        if self.rng.chance(30) {
            let round = self.rng.range(1, 3);
            map.push(("note", both(format!("đợt {round}"), Some(format!("round {round}")))));
        }
        map.push(("source", words(self.shelf.for_stars(self.rng))));
        Tree::Map(map)
    }

    /// Who could recognise `stars` on `day`.
    fn issuer(&self, stars: usize, day: Date) -> String {
        let by_district = (date(2023, 2, 24)..date(2025, 7, 6)).contains(&day);
        match stars {
            5 => "Bộ Nông nghiệp (quyết định bịa đặt)".to_owned(),
            3 if by_district => format!("UBND {}", places::district_name(self.spot.province, self.spot.district())),
            _ => format!("UBND {}", places::province_name(self.spot.province)),
        }
    }
}
