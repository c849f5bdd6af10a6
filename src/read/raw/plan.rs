//! `plan/<year>.yaml`: targets, counts and ideas that official documents name for a year.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::read::raw::common::{Cited, Text};

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    pub year: i16,
    #[serde(default)]
    pub targets: Vec<Target>,
    /// Totals as published; each with the words that say what was counted.
    #[serde(default)]
    pub counts: Vec<Count>,
    #[serde(default)]
    pub ideas: Vec<Idea>,
    /// Rules and thresholds that hold for the year.
    #[serde(default)]
    pub rules: Vec<Rule>,
    #[serde(default)]
    pub sources: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Target {
    #[schemars(title = "Địa bàn", extend("x-ref" = "place"))]
    pub place: String,
    #[schemars(title = "Số sao", range(min = 3, max = 5), extend("x-format" = "stars"))]
    pub stars: Option<u8>,
    #[schemars(title = "Ít nhất")]
    pub at_least: Option<u32>,
    #[schemars(title = "Nội dung")]
    pub text: Text,
    #[serde(default)]
    pub source: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Count {
    #[schemars(title = "Địa bàn", extend("x-ref" = "place"))]
    pub place: String,
    #[schemars(title = "Số sao", range(min = 3, max = 5), extend("x-format" = "stars"))]
    pub stars: Option<u8>,
    #[schemars(title = "Số lượng")]
    pub number: u32,
    #[schemars(title = "Đếm cái gì")]
    pub what: Text,
    #[schemars(title = "Vào ngày")]
    pub as_of: Option<PartialDate>,
    #[serde(default)]
    pub source: Cited,
}

/// An idea or a duty that a document names for a commune.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Idea {
    /// The unit must have existed in the plan's year.
    #[schemars(title = "Xã", extend("x-ref" = "place"))]
    pub commune: String,
    #[schemars(title = "Sản phẩm, nếu đã có trong danh mục", extend("x-ref" = "product"))]
    pub product: Option<String>,
    #[schemars(title = "Chủ thể", extend("x-ref" = "producer"))]
    pub producer: Option<String>,
    #[schemars(title = "Nội dung")]
    pub text: Text,
    #[serde(default)]
    pub source: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Rule {
    #[schemars(title = "Nội dung")]
    pub text: Text,
    #[serde(default)]
    pub source: Cited,
}
