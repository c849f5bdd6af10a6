//! Lists of products: all, by place, by star, by group, by state, by month.

use serde::Serialize;

use crate::render::views::card::Card;
use crate::render::views::common::Common;
use crate::render::views::parts::{ChipGroup, CountLink, EntrySection, MaybeLink, Text};

/// Context of `listing.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListingView {
    pub common: Common,
    /// `all`, `district`, `commune`, `former`, `star`, `group`, `subgroup`, `state`, `month`, `district-star`,
    /// `district-group`.
    pub kind: &'static str,
    pub heading: Text,
    /// One or two sentences.
    pub lead: Vec<Text>,
    /// All products of the list, not only this page's.
    pub total: usize,
    pub total_words: String,
    /// On the first page only.
    pub unit: Option<UnitView>,
    /// Neighbouring lists with counts.
    pub chips: Vec<ChipGroup>,
    pub cards: Vec<Card>,
    /// Products that once had this grade ("từng đạt"), on the last page of a list by star.
    pub former_cards: Vec<Card>,
    pub pages: Option<Pagination>,
    /// What else lies here: producers, points of sale, sights. On the first page only.
    pub sections: Vec<EntrySection>,
}

/// What became of a unit, or what it was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitView {
    /// Words on the unit's time: "đến 30/06/2025", "từ 01/07/2025".
    pub era: String,
    pub code: Option<String>,
    pub province: Text,
    pub district: Option<MaybeLink>,
    /// For a former unit: the present communes.
    pub now: Vec<MaybeLink>,
    /// For a present commune: the former units.
    pub formed_from: Vec<MaybeLink>,
    pub inferred: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pagination {
    pub current: usize,
    pub last: usize,
    /// "Trang 2 trên 5".
    pub words: String,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Every page; `count` is the page's number.
    pub links: Vec<CountLink>,
}
