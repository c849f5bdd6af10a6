//! The catalogue: facts that have been proven and linked, for one build date.
//!
//! `resolve` is the only maker. Every id is valid, every derived field is filled, nothing here changes afterwards.
//! Order: each arena is sorted by slug, so that indices do not depend on the disk.

pub mod entry;
pub mod id;
pub mod links;
pub mod people;
pub mod place;
pub mod plan;
pub mod product;
pub mod remark;
pub mod source;
pub mod taxonomy;
pub mod visit;

use std::ops::Index;
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::entry::{Head, Place};
use crate::model::id::*;
use crate::model::links::Links;
use crate::model::people::{PointOfSale, Producer, Venue};
use crate::model::place::{Commune, District, FormerCommune, Places, Province};
use crate::model::plan::{Page, YearPlan};
use crate::model::product::Product;
use crate::model::remark::Remark;
use crate::model::source::Source;
use crate::model::taxonomy::{Group, Taxonomy};
use crate::model::visit::{Destination, Event, Route};

/// Everything the site is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    /// The day for which certificates and courses were computed.
    pub date: Date,
    /// The many are shared with the catalogue before, where they did not change.
    pub products: Vec<Arc<Product>>,
    pub producers: Vec<Arc<Producer>>,
    pub points_of_sale: Vec<Arc<PointOfSale>>,
    pub venues: Vec<Venue>,
    pub destinations: Vec<Destination>,
    pub routes: Vec<Route>,
    pub events: Vec<Event>,
    pub sources: Vec<Source>,
    pub places: Arc<Places>,
    pub taxonomy: Taxonomy,
    /// Sorted by year.
    pub plans: Vec<YearPlan>,
    pub pages: Vec<Page>,
    /// What editors have yet to mend in files.
    pub remarks: Vec<Remark>,
    /// When links that lead out of the site were last tried; `None` where nobody knows.
    pub links_tried: Option<Date>,
    /// Reverse look-ups, each built once.
    pub links: Links,
}

/// Look-ups that cannot fail, one line an arena.
macro_rules! arena {
    ($($id:ident => $($field:ident).+ : $entity:ty,)+) => {
        $(impl Index<$id> for Catalogue {
            type Output = $entity;

            fn index(&self, id: $id) -> &$entity {
                &self.$($field).+[id.at()]
            }
        })+
    };
}

arena! {
    ProductId => products: Product,
    ProducerId => producers: Producer,
    PointOfSaleId => points_of_sale: PointOfSale,
    VenueId => venues: Venue,
    DestinationId => destinations: Destination,
    RouteId => routes: Route,
    EventId => events: Event,
    SourceId => sources: Source,
    ProvinceId => places.provinces: Province,
    DistrictId => places.districts: District,
    FormerId => places.former: FormerCommune,
    CommuneId => places.communes: Commune,
    GroupId => taxonomy.groups: Group,
}

impl Catalogue {
    pub fn product_ids(&self) -> impl Iterator<Item = ProductId> + use<> {
        (0..self.products.len()).map(ProductId::new)
    }

    pub fn producer_ids(&self) -> impl Iterator<Item = ProducerId> + use<> {
        (0..self.producers.len()).map(ProducerId::new)
    }

    pub fn commune_ids(&self) -> impl Iterator<Item = CommuneId> + use<> {
        (0..self.places.communes.len()).map(CommuneId::new)
    }

    pub fn former_ids(&self) -> impl Iterator<Item = FormerId> + use<> {
        (0..self.places.former.len()).map(FormerId::new)
    }

    pub fn district_ids(&self) -> impl Iterator<Item = DistrictId> + use<> {
        (0..self.places.districts.len()).map(DistrictId::new)
    }

    pub fn group_ids(&self) -> impl Iterator<Item = GroupId> + use<> {
        (0..self.taxonomy.groups.len()).map(GroupId::new)
    }

    /// Every entry with a page of its own, kind by kind.
    pub fn entries(&self) -> Vec<EntryRef> {
        fn ids<T>(entries: &[T], entry: impl Fn(usize) -> EntryRef) -> Vec<EntryRef> {
            (0..entries.len()).map(entry).collect()
        }
        [
            ids(&self.products, |at| EntryRef::Product(ProductId::new(at))),
            ids(&self.producers, |at| EntryRef::Producer(ProducerId::new(at))),
            ids(&self.points_of_sale, |at| EntryRef::PointOfSale(PointOfSaleId::new(at))),
            ids(&self.venues, |at| EntryRef::Venue(VenueId::new(at))),
            ids(&self.destinations, |at| EntryRef::Destination(DestinationId::new(at))),
            ids(&self.routes, |at| EntryRef::Route(RouteId::new(at))),
            ids(&self.events, |at| EntryRef::Event(EventId::new(at))),
            ids(&self.sources, |at| EntryRef::Source(SourceId::new(at))),
        ]
        .concat()
    }

    /// The head of an entry; sources have none.
    pub fn head(&self, entry: EntryRef) -> Option<&Head> {
        Some(match entry {
            EntryRef::Product(id) => &self[id].head,
            EntryRef::Producer(id) => &self[id].head,
            EntryRef::PointOfSale(id) => &self[id].head,
            EntryRef::Venue(id) => &self[id].head,
            EntryRef::Destination(id) => &self[id].head,
            EntryRef::Route(id) => &self[id].head,
            EntryRef::Event(id) => &self[id].head,
            EntryRef::Source(_) => return None,
        })
    }

    /// The slug of an entry of any kind.
    pub fn slug(&self, entry: EntryRef) -> &str {
        match entry {
            EntryRef::Source(id) => &self[id].slug,
            other => self.head(other).map_or("", |head| &head.slug),
        }
    }

    /// Where a place lies on the map: its own point, else the point of its only present commune.
    pub fn point(&self, place: &Place) -> Option<[f64; 2]> {
        place.point.or_else(|| place.commune().and_then(|commune| self[commune].point))
    }
}
