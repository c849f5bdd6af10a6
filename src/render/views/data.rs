//! `/du-lieu/`: the open data, its dictionary and licence.

use serde::Serialize;

use crate::render::views::common::Common;
use crate::render::views::parts::Text;

/// Context of `data.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataView {
    pub common: Common,
    pub files: Vec<DataFile>,
    pub dictionaries: Vec<Dictionary>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataFile {
    /// "Sản phẩm".
    pub title: String,
    pub count: usize,
    pub formats: Vec<DataFormat>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataFormat {
    /// "JSON", "CSV", "GeoJSON".
    pub name: &'static str,
    pub url: String,
    /// "12 KB".
    pub size: String,
}

/// The fields of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dictionary {
    pub id: String,
    pub title: String,
    pub fields: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    pub name: &'static str,
    /// "chữ", "số", "ngày".
    pub type_words: String,
    pub meaning: Text,
}
