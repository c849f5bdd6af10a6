//! The page of one producer.

use serde::Serialize;

use crate::render::views::card::{Card, Cover};
use crate::render::views::common::Common;
use crate::render::views::parts::{
    CaveatView, ContactView, Entry, FactView, PictureView, PlaceView, Story, Text,
};
use crate::render::views::product::{OnSiteView, VisitView};

/// Context of `producer.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProducerView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    pub legal_form: Option<String>,
    pub name_is_brand: bool,
    pub summary: Option<Text>,
    pub place: Option<PlaceView>,
    pub website: Option<String>,
    pub contacts: Vec<ContactView>,
    pub products: Vec<Card>,
    pub on_site: Option<OnSiteView>,
    pub visit: Option<VisitView>,
    /// Points of sale and venues that it runs or that stock its goods.
    pub outlets: Vec<Entry>,
    pub destinations: Vec<Entry>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
}
