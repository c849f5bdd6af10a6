//! What a visitor goes to see: destinations, routes, events.

use crate::base::date::PartialDate;
use crate::base::lang::Localized;
use crate::model::entry::{Fact, Head, Place};
use crate::model::id::{DestinationId, PointOfSaleId, ProducerId, VenueId};
use crate::terms::{DestinationType, RouteStatus, Weekday};

#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    pub head: Head,
    pub kind: DestinationType,
    pub place: Option<Place>,
    pub getting_there: Vec<Fact>,
    pub when_to_go: Vec<Fact>,
    /// Producers that a source links with it.
    pub producers: Vec<ProducerId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    pub head: Head,
    pub status: RouteStatus,
    pub operator: Option<Localized>,
    /// On which days of the week its first day may fall; empty when no source says.
    pub departs: Vec<Weekday>,
    pub stops: Vec<Stop>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub target: StopTarget,
    /// Which day of the itinerary, from 1.
    pub day: u8,
    /// Planned arrival, minutes after midnight, local time.
    pub at: Option<u16>,
    pub minutes: Option<u16>,
    pub note: Option<Localized>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopTarget {
    Destination(DestinationId),
    Producer(ProducerId),
    PointOfSale(PointOfSaleId),
    Venue(VenueId),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub head: Head,
    pub when: When,
    /// In words, where no date can be computed or to say more.
    pub when_words: Option<Localized>,
    pub place: Option<Place>,
    pub venue_name: Option<Localized>,
    pub destinations: Vec<DestinationId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Unknown,
    Solar {
        from: PartialDate,
        until: Option<PartialDate>,
        yearly: bool,
    },
    /// Day and month of the lunar calendar, every year.
    Lunar {
        month: u8,
        day: u8,
        until_day: Option<u8>,
    },
}
