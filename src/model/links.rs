//! Reverse look-ups over the catalogue: what cites a source, what lies in a commune.

use crate::model::id::{
    DestinationId, EntryRef, EventId, PointOfSaleId, ProducerId, ProductId, RouteId, SourceId, VenueId,
};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    /// By source: everything that cites it, in the order of the catalogue.
    pub citations: Vec<Vec<Citation>>,
    /// By present commune.
    pub communes: Vec<Inhabitants>,
    /// By former commune: entries whose source named that unit.
    pub former: Vec<Inhabitants>,
    /// By former district.
    pub districts: Vec<Inhabitants>,
    /// By destination: the routes that stop there.
    pub routes_by_destination: Vec<Vec<RouteId>>,
    /// By destination: the events tied to it.
    pub events_by_destination: Vec<Vec<EventId>>,
}

/// What lies in one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inhabitants {
    pub products: Vec<ProductId>,
    pub producers: Vec<ProducerId>,
    pub points_of_sale: Vec<PointOfSaleId>,
    pub venues: Vec<VenueId>,
    pub destinations: Vec<DestinationId>,
    pub events: Vec<EventId>,
}

impl Inhabitants {
    pub fn is_empty(&self) -> bool {
        self.products.is_empty()
            && self.producers.is_empty()
            && self.points_of_sale.is_empty()
            && self.venues.is_empty()
            && self.destinations.is_empty()
            && self.events.is_empty()
    }
}

/// One use of a source: by which entry, for which of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    pub by: EntryRef,
    pub field: CitedField,
    pub source: SourceId,
    /// Which item of that field, where it is a list.
    pub item: Option<usize>,
}

/// Which part of an entry rests on the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CitedField {
    Recognition,
    Course,
    Fact,
    Caveat,
    Season,
    Buying,
    Price,
    Paper,
    SoldWhere,
    Place,
    Contact,
    Hours,
    Stocks,
    Use,
    Visits,
    OnSite,
    GettingThere,
    WhenToGo,
    Picture,
    /// The entry as a whole.
    Entry,
}
