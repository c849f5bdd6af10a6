//! The page of one product, which is also its printed sheet.

use serde::Serialize;

use crate::render::views::card::{Badge, Card, Cover, StarsView};
use crate::render::views::common::Common;
use crate::render::views::parts::{
    CaveatView, Cite, ContactView, DateView, Entry, FactView, HoursView, Link, PictureView, PlaceView, Row, Story, Text,
};

/// Context of `product.html`. When `bare`, everything that praises, prices, pictures or sells is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProductView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub bare: bool,
    pub stars: StarsView,
    pub badges: Vec<Badge>,
    pub cover: Option<Cover>,
    pub code: Option<String>,
    pub official_code: Option<String>,
    pub notices: Vec<Notice>,
    pub producer: ProducerBrief,
    pub place: Option<PlaceView>,
    pub category: CategoryView,
    pub summary: Option<Text>,
    pub recognition: RecognitionView,
    /// None on bare pages.
    pub buyer: Option<BuyerView>,
    pub season: Option<SeasonView>,
    /// None on bare pages.
    pub sold: Option<SoldView>,
    pub visit: Option<VisitView>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
    /// Sights near where it is made.
    pub nearby: Vec<Entry>,
    pub related: Vec<Card>,
    /// How sure the writer of the entry is, in words.
    pub confidence: Option<String>,
}

/// Words that the law asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// `alcohol`, `alcohol-bare`, `supplement`.
    pub kind: &'static str,
    pub lines: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProducerBrief {
    pub name: Text,
    pub url: String,
    /// None when no source states it.
    pub legal_form: Option<String>,
    /// The name is the brand on the product, since no source names the maker.
    pub name_is_brand: bool,
    pub contacts: Vec<ContactView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CategoryView {
    pub group: Link,
    pub subgroup: Option<Link>,
    /// The class in the words of an older list.
    pub scheme_name: Option<String>,
    pub scheme: Text,
    /// The writer sorted it; no source publishes the class.
    pub by_compiler: bool,
}

/// The certificate and its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecognitionView {
    /// Grade, decision, date, body, end: unknown ones without values.
    pub rows: Vec<Row>,
    /// The state as a sentence that is true on any day.
    pub sentence: String,
    /// Every event, newest first.
    pub history: Vec<HistoryItem>,
    /// Steps of the course, newest first.
    pub course: Vec<HistoryItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryItem {
    pub date: Option<DateView>,
    /// "Công nhận 3 sao", "Bị thu hồi".
    pub words: String,
    /// "theo thông báo", "suy ra".
    pub qualifiers: Vec<String>,
    /// "Quyết định 2394/QĐ-UBND ngày 15/10/2024 của UBND tỉnh Hà Tĩnh".
    pub decision: Option<String>,
    /// "Nguồn khác ghi: 12/2019".
    pub other_dates: Vec<FactView>,
    pub note: Option<Text>,
    pub cites: Vec<Cite>,
}

/// The kitchen block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuyerView {
    /// Whether any row is known; if not the template prints one line instead of the rows.
    pub filled: bool,
    pub rows: Vec<Row>,
    pub prices: Vec<PriceView>,
    pub papers: Vec<PaperView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PriceView {
    /// "200.000 đ".
    pub amount: String,
    pub unit: Text,
    pub line: Option<Text>,
    pub date: DateView,
    pub quoted_by: Option<Text>,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperView {
    pub kind: String,
    pub name: Option<Text>,
    pub number: Option<String>,
    pub issuer: Option<Text>,
    pub date: Option<DateView>,
    pub expires: Option<DateView>,
    pub url: Option<String>,
    pub cites: Vec<Cite>,
}

/// Twelve cells and their meaning in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonView {
    pub months: Vec<MonthCell>,
    /// "Có hàng tháng 3–9, rộ tháng 5–6".
    pub words: String,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthCell {
    pub number: u8,
    /// `none`, `has` or `peak`.
    pub state: &'static str,
    /// The list of that month, where it exists.
    pub url: Option<String>,
}

/// Where it can be bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SoldView {
    /// The producer's own sale.
    pub on_site: Option<OnSiteView>,
    pub points: Vec<Entry>,
    pub venues: Vec<Entry>,
    /// What sources say without naming a point of sale.
    pub mentions: Vec<FactView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OnSiteView {
    pub producer: Link,
    pub note: Option<Text>,
    pub hours: Option<HoursView>,
    pub verified: Option<DateView>,
    pub cites: Vec<Cite>,
}

/// Visiting the workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VisitView {
    /// `yes`, `planned`, `no`, `unknown`.
    pub welcomed: &'static str,
    pub words: String,
    pub rows: Vec<Row>,
    pub hours: Option<HoursView>,
    pub cites: Vec<Cite>,
}
