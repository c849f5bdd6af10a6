//! `docs.json`: the synthetic corpus that the search is measured on.

use serde::Deserialize;

/// A product of `docs.json`.
#[derive(Deserialize)]
pub struct Row {
    pub url: String,
    pub name: String,
    pub name_en: String,
    pub producer: String,
    pub commune: String,
    pub district: String,
    pub province: String,
    pub category: String,
    pub group: String,
    pub star: u8,
    pub pos: Vec<String>,
    pub description: String,
}
