//! Overviews: of entries that are not products, of facets, of months, of changes, and the A–Z.

use serde::Serialize;

use crate::render::views::card::{Badge, StarsView};
use crate::render::views::common::Common;
use crate::render::views::parts::{ChipGroup, Cite, CountLink, DateView, EntrySection, FactView, Link, Text};

/// Context of `entries.html`: `/chu-the/`, `/don-khach/`, `/diem-ban/`, `/nha-hang/`, `/diem-den/`, `/tuyen/`,
/// `/su-kien/`, `/nguon/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntriesView {
    pub common: Common,
    /// `producers`, `visits`, `points-of-sale`, `venues`, `destinations`, `routes`, `events`, `sources`.
    pub kind: &'static str,
    pub heading: String,
    pub lead: Vec<String>,
    pub total_words: String,
    pub sections: Vec<EntrySection>,
    /// What to say when there is nothing.
    pub empty: Option<String>,
}

/// Context of `facets.html`: `/huyen/`, `/xa/`, `/xa-cu/`, `/sao/`, `/nhom/`, `/trang-thai/`, `/mua-vu/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetsView {
    pub common: Common,
    /// `districts`, `communes`, `former`, `stars`, `groups`, `states`, `months`.
    pub kind: &'static str,
    pub heading: String,
    pub lead: Vec<String>,
    pub groups: Vec<ChipGroup>,
    /// For states: each with its badge and what it means.
    pub explained: Vec<ExplainedState>,
    pub empty: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedState {
    pub link: CountLink,
    pub state: &'static str,
    pub icon: &'static str,
    pub meaning: String,
}

/// Context of `changes.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangesView {
    pub common: Common,
    pub years: Vec<ChangesYear>,
    /// Recognitions without any date.
    pub undated_words: Option<String>,
    /// Lapses in the coming 180 days, soonest first.
    pub upcoming: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangesYear {
    pub year: i16,
    pub changes: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub date: DateView,
    /// `recognised`, `lapsed`, `withdrawn`, `renewal-filed`, `ends`.
    pub state: &'static str,
    pub words: String,
    pub product: Link,
    pub qualifiers: Vec<String>,
}

/// Context of `search.html`: the whole catalogue from A to Z.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchView {
    pub common: Common,
    pub total_words: String,
    pub letters: Vec<Letter>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// For the `id` attribute: `chu-d`, `chu-dd` for Đ.
    pub id: String,
    pub letter: String,
    pub items: Vec<LetterItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterItem {
    pub name: Text,
    pub url: String,
    pub kind: String,
    pub place: Option<Text>,
    /// Of products only.
    pub stars: Option<StarsView>,
    pub badge: Option<Badge>,
}

/// Context of `plans.html`: `/ke-hoach/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlansView {
    pub common: Common,
    pub years: Vec<PlanSummary>,
    /// Communes by years: ideas and starred products.
    pub table: Option<PlanTable>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanSummary {
    pub year: i16,
    pub url: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanTable {
    pub years: Vec<i16>,
    pub rows: Vec<PlanTableRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanTableRow {
    pub unit: Text,
    pub url: Option<String>,
    /// One number a year.
    pub ideas: Vec<usize>,
    pub ideas_total: usize,
    /// First recognitions by year.
    pub starred: Vec<usize>,
    pub starred_total: usize,
}

/// Context of `plan_year.html`: `/ke-hoach/2024/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanYearView {
    pub common: Common,
    pub year: i16,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// Each with place, stars and the number asked for.
    pub targets: Vec<PlanLine>,
    pub counts: Vec<PlanLine>,
    pub ideas: Vec<PlanLine>,
    pub rules: Vec<FactView>,
    /// Products recognised in that year.
    pub recognised: Vec<Link>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanLine {
    pub place: Text,
    pub stars: Option<u8>,
    /// "ít nhất 4", "33".
    pub number: Option<String>,
    pub text: Text,
    pub as_of: Option<DateView>,
    pub product: Option<Link>,
    pub producer: Option<Link>,
    pub cites: Vec<Cite>,
}
