//! `taxonomy/categories.yaml`: 6 groups, 17 families, 26 subgroups, with the names of each decision.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::raw::common::{Cited, Text};
use crate::terms::Scheme;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaxonomyFile {
    pub schemes: Vec<SchemeInfo>,
    pub groups: Vec<Group>,
    /// The six sectors and 26 sets of 1048/QĐ-TTg, which later lists replaced.
    #[serde(default)]
    pub groups_2019: Vec<Group2019>,
    #[serde(default)]
    pub sources: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeInfo {
    pub id: Scheme,
    pub title: Text,
    pub since: crate::base::date::PartialDate,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    #[schemars(extend("x-format" = "slug"))]
    pub id: String,
    /// Roman numeral of the list.
    pub numeral: String,
    pub name: Text,
    /// The name in earlier lists, where it differs.
    pub name_2023: Option<Text>,
    pub families: Vec<Family>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// `I.1` …
    pub path: String,
    pub name: Text,
    pub subgroups: Vec<Subgroup>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subgroup {
    /// The set's number, 1 to 26, the same in 2023 and 2026.
    #[schemars(range(min = 1, max = 26))]
    pub number: u8,
    #[schemars(extend("x-format" = "slug"))]
    pub id: String,
    /// Short name for pages.
    pub name: Text,
    pub name_2023: Option<String>,
    pub name_2026: Option<String>,
    /// Ministries in charge since 26/2026/QĐ-TTg.
    #[serde(default)]
    pub agencies: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group2019 {
    #[schemars(extend("x-format" = "slug"))]
    pub id: String,
    pub name: Text,
    /// The present group that took it over, for listings.
    #[schemars(extend("x-ref" = "category"))]
    pub now: Option<String>,
    #[serde(default)]
    pub sets: Vec<Set2019>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Set2019 {
    #[schemars(range(min = 1, max = 26))]
    pub number: u8,
    pub name: String,
    /// The subgroup of today, where one succeeds it.
    #[schemars(range(min = 1, max = 26))]
    pub now: Option<u8>,
}
