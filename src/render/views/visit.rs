//! The pages of destinations, routes and events.

use serde::Serialize;

use crate::render::views::card::{Badge, Card, Cover};
use crate::render::views::common::Common;
use crate::render::views::parts::{
    CaveatView, DateView, Entry, FactView, MaybeLink, PictureView, PlaceView, Story, Text,
};

/// Context of `destination.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DestinationView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    pub type_words: String,
    pub summary: Option<Text>,
    pub place: Option<PlaceView>,
    pub getting_there: Vec<FactView>,
    pub when_to_go: Vec<FactView>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
    /// What is made near it; no spirits.
    pub products: Vec<Card>,
    pub producers: Vec<Entry>,
    /// Where to buy near it.
    pub points: Vec<Entry>,
    pub venues: Vec<Entry>,
    /// Workshops near it that receive visitors, or plan to.
    pub visits: Vec<Entry>,
    pub destinations: Vec<Entry>,
    pub routes: Vec<Entry>,
    pub events: Vec<Entry>,
    pub commune: Option<MaybeLink>,
}

/// Context of `route.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    /// States `offered`, `described`, `unknown`.
    pub badge: Badge,
    pub operator: Option<Text>,
    pub summary: Option<Text>,
    pub days: Vec<RouteDay>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteDay {
    pub number: u8,
    /// "Ngày 1"; none when the route has one day.
    pub heading: Option<String>,
    pub stops: Vec<StopView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StopView {
    pub entry: Entry,
    /// "08:30".
    pub at: Option<String>,
    /// "45 phút".
    pub minutes: Option<String>,
    pub note: Option<Text>,
    /// The stop is known to be closed.
    pub closed: bool,
}

/// Context of `event.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    pub summary: Option<Text>,
    pub when: WhenView,
    pub place: Option<PlaceView>,
    pub venue_name: Option<Text>,
    pub destinations: Vec<Entry>,
    pub points: Vec<Entry>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhenView {
    /// None when no source gives a date.
    pub words: Option<String>,
    /// The source's own words.
    pub source_words: Option<Text>,
    pub from: Option<DateView>,
    pub until: Option<DateView>,
    /// A single event whose last day is before the build date.
    pub past: bool,
}
