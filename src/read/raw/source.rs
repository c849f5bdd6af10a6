//! `sources/<id>.yaml`: a document or page that facts rest on.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::read::raw::common::{Cited, Text};
use crate::terms::{Extent, Grade, Quality, SourceType};

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    #[schemars(title = "Tên văn bản hoặc bài")]
    pub title: Text,
    #[schemars(title = "Nơi ban hành hoặc đăng")]
    pub publisher: String,
    #[schemars(title = "Hạng nguồn")]
    pub grade: Grade,
    #[serde(rename = "type")]
    #[schemars(title = "Loại nguồn")]
    pub kind: SourceType,
    #[schemars(title = "Số hiệu")]
    pub number: Option<String>,
    /// When it was signed or published; absent when the page shows none.
    #[schemars(title = "Ngày")]
    pub date: Option<PartialDate>,
    #[schemars(title = "Đường dẫn", url)]
    pub url: Option<String>,
    /// The documents that we hold ourselves, for example a clean text and an OCR text of the same letter.
    #[serde(default)]
    #[schemars(title = "Các bản đang giữ")]
    pub copies: Vec<HeldCopy>,
    /// The original's address, where we read a copy on another site.
    #[schemars(title = "Bản gốc (khi đọc qua bản sao)")]
    pub mirror_of: Option<String>,
    #[schemars(title = "Đọc ngày")]
    pub read_on: Option<PartialDate>,
    /// How much of it could be read.
    #[serde(default)]
    #[schemars(title = "Đọc được bao nhiêu")]
    pub extent: Extent,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[schemars(title = "Ghi chú")]
    pub note: Option<Text>,
    /// Sources that say otherwise on some point.
    #[serde(default)]
    #[schemars(title = "Trái với nguồn")]
    pub disagrees_with: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeldCopy {
    #[schemars(title = "Tên bản")]
    pub name: Text,
    #[schemars(title = "Chất lượng chữ")]
    pub quality: Quality,
}
