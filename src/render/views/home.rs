//! The home page.

use serde::Serialize;

use crate::render::views::card::Card;
use crate::render::views::common::Common;
use crate::render::views::parts::{CountLink, Entry, Link, Text};

/// Context of `home.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HomeView {
    pub common: Common,
    pub tagline: Text,
    pub description: Text,
    /// "171 sản phẩm", "52 còn hiệu lực", … with the list behind each.
    pub counts: Vec<CountLink>,
    pub month: Option<HomeMonth>,
    /// Products in force, at most six; never spirits.
    pub products: Vec<Card>,
    /// Points of sale seen open within 180 days.
    pub open_points: Vec<Entry>,
    /// Other points of sale, when none is known to be open.
    pub other_points: Vec<Entry>,
    pub points_url: String,
    pub destinations: Vec<Entry>,
    pub destinations_url: String,
    pub routes: Vec<Entry>,
    pub routes_url: Option<String>,
    pub events: Vec<Entry>,
    pub groups: Vec<CountLink>,
    pub districts: Vec<CountLink>,
    pub stars: Vec<CountLink>,
    pub supply: Option<Link>,
    pub visits: Option<Link>,
}

/// What is in season in the build date's month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HomeMonth {
    pub number: u8,
    pub name: String,
    pub url: String,
    pub cards: Vec<Card>,
}
