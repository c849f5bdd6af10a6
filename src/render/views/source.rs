//! The page of one source: what the document is and every fact drawn from it.

use serde::Serialize;

use crate::render::views::common::Common;
use crate::render::views::parts::{Link, Row, Text};

/// Context of `source.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceView {
    pub common: Common,
    pub title: Text,
    /// `A`, `B1`, `B2`, `C`.
    pub grade: &'static str,
    pub grade_words: String,
    /// Publisher, number, date, address, copies, read on, extent.
    pub rows: Vec<Row>,
    pub url: Option<String>,
    pub mirror_of: Option<String>,
    pub note: Option<Text>,
    /// Sources that say something else about the same thing.
    pub disagrees_with: Vec<Link>,
    pub citation_words: String,
    pub citations: Vec<CitingEntry>,
    /// Contradictions that entries record with this source among the sides.
    pub conflicts: Vec<CitedFact>,
}

/// One entry and what it takes from the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitingEntry {
    pub kind: String,
    pub entry: Link,
    pub facts: Vec<CitedFact>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitedFact {
    /// Which field, in words.
    pub field: String,
    /// What it says; none when the field has no words of its own.
    pub text: Option<Text>,
    /// For conflicts: the entry that records it.
    pub entry: Option<Link>,
}
