//! The buyers' gate and its printable table.

use serde::Serialize;

use crate::render::views::card::{Badge, StarsView};
use crate::render::views::common::Common;
use crate::render::views::listing::Pagination;
use crate::render::views::parts::{CountLink, Entry, Link, Text};

/// Context of `supply.html`: `/nguon-hang/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SupplyView {
    pub common: Common,
    pub table: Link,
    pub groups: Vec<CountLink>,
    pub months: Vec<CountLink>,
    pub districts: Vec<CountLink>,
    /// How many products have each field of the buyer's sheet.
    pub fields: Vec<FieldCoverage>,
    /// Producers with a published contact.
    pub reachable: Vec<Entry>,
    pub venues: Vec<Entry>,
    pub venues_url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldCoverage {
    pub label: String,
    pub known: usize,
    pub total: usize,
}

/// Context of `supply_table.html`: `/nguon-hang/bang/`, and one page a group when the catalogue is large.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SupplyTableView {
    pub common: Common,
    pub total_words: String,
    pub pages: Option<Pagination>,
    pub rows: Vec<SupplyRow>,
}

/// One product; spirits are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SupplyRow {
    pub code: Option<String>,
    pub name: Text,
    pub url: String,
    pub producer: Link,
    pub place: Option<Text>,
    pub stars: StarsView,
    pub badge: Option<Badge>,
    pub pack: Option<Text>,
    pub min_order: Option<Text>,
    pub capacity: Option<Text>,
    pub lead_time: Option<Text>,
    pub delivery: Option<Text>,
    /// "3–9".
    pub months: Option<String>,
    pub storage: Option<Text>,
    pub invoice: Option<String>,
    /// Of an organisation, or of a person who consented.
    pub phone: Option<String>,
    pub phone_url: Option<String>,
}
