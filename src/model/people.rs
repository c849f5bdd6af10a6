//! Who makes, sells and serves: producers, points of sale, venues.

use std::sync::Arc;

use crate::base::date::PartialDate;
use crate::base::lang::Localized;
use crate::model::entry::{Contact, Head, Hours, Place};
use crate::model::id::{ProducerId, ProductId, SourceId};
use crate::terms::{LegalForm, NameBasis, OutletStatus, OutletType, UseHow, VenueType, Welcomed};

/// Who makes a product and holds its certificate (chủ thể).
#[derive(Debug, Clone, PartialEq)]
pub struct Producer {
    pub head: Arc<Head>,
    pub name_basis: NameBasis,
    pub legal_form: LegalForm,
    pub place: Option<Place>,
    pub website: Option<String>,
    pub contacts: Vec<Contact>,
    pub sells_on_site: Option<OnSite>,
    pub visits: Option<Visits>,
    /// Derived: the products that name it.
    pub products: Vec<ProductId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnSite {
    /// Empty: all of the producer's products.
    pub products: Vec<ProductId>,
    pub hours: Option<Hours>,
    pub note: Option<Localized>,
    pub verified_on: Option<PartialDate>,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visits {
    pub welcomed: Welcomed,
    pub booking: Option<Localized>,
    pub hours: Option<Hours>,
    pub languages: Vec<String>,
    pub group_max: Option<u16>,
    pub fee: Option<Localized>,
    pub what: Option<Localized>,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PointOfSale {
    pub head: Arc<Head>,
    pub kind: OutletType,
    pub operator: Option<Localized>,
    pub producer: Option<ProducerId>,
    pub place: Option<Place>,
    pub address: Option<Localized>,
    pub website: Option<String>,
    pub standing: Standing,
    pub hours: Option<Hours>,
    pub stocks: Vec<ProductId>,
    pub stocks_sources: Vec<SourceId>,
    pub payment: Vec<Localized>,
    pub parking: Option<Localized>,
    pub wholesale: Option<bool>,
    pub contacts: Vec<Contact>,
}

/// Whether a place still trades, and who looked when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub status: OutletStatus,
    pub as_of: Option<PartialDate>,
    pub verified_on: Option<PartialDate>,
    pub verified_by: Option<Localized>,
    /// Verified 180 days ago or less, as of the build date.
    pub fresh: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Venue {
    pub head: Arc<Head>,
    pub kind: VenueType,
    pub producer: Option<ProducerId>,
    pub place: Option<Place>,
    pub address: Option<Localized>,
    pub website: Option<String>,
    pub standing: Standing,
    pub hours: Option<Hours>,
    pub uses: Vec<Use>,
    pub contacts: Vec<Contact>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub product: ProductId,
    pub how: Option<UseHow>,
    pub since: Option<PartialDate>,
    pub verified_on: Option<PartialDate>,
    pub sources: Vec<SourceId>,
}
