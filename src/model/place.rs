//! Administrative units in two eras: until 30/6/2025 province–district–commune, since 1/7/2025 province–commune
//! (1665/NQ-UBTVQH15 for Hà Tĩnh, 1677/NQ-UBTVQH15 for Quảng Ngãi).

use crate::base::date::PartialDate;
use crate::base::lang::Localized;
use crate::model::id::{CommuneId, DistrictId, FormerId, ProvinceId, SourceId};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places {
    pub provinces: Vec<Province>,
    pub districts: Vec<District>,
    pub former: Vec<FormerCommune>,
    pub communes: Vec<Commune>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Province {
    pub id: String,
    pub code: String,
    pub name: Localized,
    /// What its units were taken from.
    pub sources: Vec<SourceId>,
}

/// A unit below the province; none exists since 1/7/2025, so it is a grouping of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    pub id: String,
    /// The part of the URL: `cam-xuyen`.
    pub slug: String,
    pub code: String,
    pub name: Localized,
    pub province: ProvinceId,
    pub until: PartialDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerCommune {
    pub id: String,
    /// The part of the URL: `cam-nhuong`.
    pub slug: String,
    pub code: Option<String>,
    pub name: Localized,
    pub other_names: Vec<String>,
    pub district: DistrictId,
    pub last_district: Option<DistrictId>,
    pub province: ProvinceId,
    pub since: Option<PartialDate>,
    pub until: PartialDate,
    /// The present communes it went into, through every era.
    pub communes: Vec<CommuneId>,
    /// Some link in the chain is concluded, not stated.
    pub inferred: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Commune {
    pub id: String,
    /// The part of the URL.
    pub slug: String,
    pub code: String,
    pub name: Localized,
    pub province: ProvinceId,
    /// The former district that most of it lay in.
    pub district: Option<DistrictId>,
    pub since: PartialDate,
    /// `[longitude, latitude]`.
    pub point: Option<[f64; 2]>,
    pub area_km2: Option<f64>,
    /// Its borders, where the site's owner has given them; holes are rings like the others.
    pub outline: Vec<Ring>,
    /// Derived: the former units that went into it, whole or in part.
    pub formed_from: Vec<FormerId>,
}

/// Points `[longitude, latitude]`, the first one again at the end.
pub type Ring = Vec<[f64; 2]>;
