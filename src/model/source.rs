//! Documents and pages that facts rest on.

use crate::base::date::PartialDate;
use crate::base::lang::Localized;
use crate::model::id::SourceId;
use crate::terms::{Extent, Grade, Quality, SourceType};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub slug: String,
    /// Relative to the content folder.
    pub file: String,
    pub title: Localized,
    pub publisher: String,
    pub grade: Grade,
    pub kind: SourceType,
    pub number: Option<String>,
    pub date: Option<PartialDate>,
    pub url: Option<String>,
    pub copies: Vec<(Localized, Quality)>,
    pub mirror_of: Option<String>,
    pub read_on: Option<PartialDate>,
    pub extent: Extent,
    pub aliases: Vec<String>,
    pub note: Option<Localized>,
    pub disagrees_with: Vec<SourceId>,
}
