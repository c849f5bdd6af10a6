//! Targets, published counts and ideas of a year, as official documents state them.

use crate::base::date::PartialDate;
use crate::base::lang::{Lang, Localized};
use crate::model::entry::Prose;
use crate::model::id::{ProducerId, ProductId, SourceId, Unit};
use crate::model::product::Stars;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPlan {
    pub year: i16,
    pub file: String,
    pub targets: Vec<Target>,
    pub counts: Vec<Count>,
    pub ideas: Vec<Idea>,
    pub rules: Vec<(Localized, Vec<SourceId>)>,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub place: Unit,
    pub stars: Option<Stars>,
    pub at_least: Option<u32>,
    pub text: Localized,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub place: Unit,
    pub stars: Option<Stars>,
    pub number: u32,
    pub what: Localized,
    pub as_of: Option<PartialDate>,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idea {
    pub commune: Unit,
    pub product: Option<ProductId>,
    pub producer: Option<ProducerId>,
    pub text: Localized,
    pub sources: Vec<SourceId>,
}

/// A text of the site itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub slug: String,
    pub file: String,
    pub title: Localized,
    pub description: Localized,
    pub aliases: Vec<String>,
    pub footer: Option<u8>,
    pub vi: Prose,
    pub en: Option<Prose>,
}

impl Page {
    /// The text to show and the language that it is really in.
    pub fn text(&self, lang: Lang) -> (&Prose, Lang) {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => (en, Lang::En),
            _ => (&self.vi, Lang::Vi),
        }
    }
}
