//! The pages of points of sale and of venues (restaurants, hotels, homestays).

use serde::Serialize;

use crate::render::views::card::{Badge, Card, Cover};
use crate::render::views::common::Common;
use crate::render::views::parts::{
    CaveatView, Cite, ContactView, DateView, Entry, FactView, HoursView, Link, PictureView, PlaceView, Row, Story, Text,
};

/// Context of `outlet.html`, for both kinds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutletView {
    pub common: Common,
    /// `point-of-sale` or `venue`.
    pub kind: &'static str,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    /// "Cửa hàng OCOP".
    pub type_words: String,
    pub standing: StandingView,
    pub summary: Option<Text>,
    pub operator: Option<Text>,
    pub producer: Option<Link>,
    pub place: Option<PlaceView>,
    pub address: Option<Text>,
    pub website: Option<String>,
    pub hours: Option<HoursView>,
    pub contacts: Vec<ContactView>,
    /// Payment, parking, wholesale.
    pub rows: Vec<Row>,
    /// What it stocks or serves; spirits as bare rows.
    pub products: Vec<StockItem>,
    pub stocks_cites: Vec<Cite>,
    /// Other points of sale near it: alternatives when it is closed.
    pub nearby_points: Vec<Entry>,
    pub nearby_destinations: Vec<Entry>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
}

/// Whether it trades, and who looked when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandingView {
    /// States `open`, `seasonal`, `closed`, `unknown`.
    pub badge: Badge,
    pub as_of: Option<DateView>,
    pub verified_on: Option<DateView>,
    pub verified_by: Option<Text>,
    /// "Thông tin từ 03/2026, nên gọi trước" when nobody looked within 180 days.
    pub stale: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StockItem {
    pub card: Card,
    /// For venues: "trong thực đơn".
    pub how: Option<String>,
    pub since: Option<DateView>,
    pub verified_on: Option<DateView>,
    pub cites: Vec<Cite>,
}
