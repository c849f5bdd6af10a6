//! `places/<province>.yaml`: the administrative units of a province in two eras.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::read::raw::common::{Cited, Text};

#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacesFile {
    pub province: Province,
    #[serde(default)]
    pub districts: Vec<District>,
    #[serde(default)]
    pub former_communes: Vec<FormerCommune>,
    #[serde(default)]
    pub communes: Vec<Commune>,
    #[serde(default)]
    pub sources: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Province {
    #[schemars(extend("x-format" = "slug"))]
    pub id: String,
    /// Two-digit code of the statistics office.
    pub code: String,
    pub name: Text,
    pub note: Option<Text>,
}

/// A district, town or city below the province; all ended on 30/6/2025 (1665/NQ-UBTVQH15).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct District {
    /// `huyen-…`, `thi-xa-…` or `thanh-pho-…`.
    #[schemars(extend("x-format" = "slug"))]
    pub id: String,
    pub code: String,
    pub name: Text,
    /// Last day of its existence.
    pub until: PartialDate,
    pub note: Option<Text>,
}

/// A commune that ended; its id ends in `-cu`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormerCommune {
    #[schemars(extend("x-format" = "slug"))]
    pub id: String,
    /// Five-digit code; reused across eras, so never a key.
    pub code: Option<String>,
    pub name: Text,
    /// Spellings met in sources.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// The district that the programme's documents name it under.
    #[schemars(extend("x-ref" = "place"))]
    pub district: String,
    /// Where it lay in its last six months, if it had changed district on 1/1/2025.
    #[schemars(extend("x-ref" = "place"))]
    pub last_district: Option<String>,
    pub since: Option<PartialDate>,
    pub until: PartialDate,
    /// What it became; several when it was divided, none when no source tells.
    #[serde(default)]
    pub successors: Vec<Successor>,
    pub note: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    #[schemars(extend("x-ref" = "place"))]
    pub commune: String,
    /// Only a part of the former unit went there.
    #[serde(default)]
    pub part: bool,
    /// Concluded, not stated by a source.
    #[serde(default)]
    pub inferred: bool,
}

/// A commune or ward of today.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commune {
    #[schemars(extend("x-format" = "slug"))]
    pub id: String,
    pub code: String,
    pub name: Text,
    /// The former district that most of it lay in, for grouping.
    #[schemars(extend("x-ref" = "place"))]
    pub district: Option<String>,
    pub since: PartialDate,
    /// `[longitude, latitude]` of a point inside it.
    pub point: Option<[f64; 2]>,
    pub area_km2: Option<f64>,
    pub note: Option<Text>,
}
