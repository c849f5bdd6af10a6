//! What a visitor goes to see: destinations, routes, events.

use std::sync::Arc;

use jiff::civil::Date;

use crate::base::date::PartialDate;
use crate::base::lang::Localized;
use crate::model::entry::{Fact, Head, Place};
use crate::model::id::{DestinationId, PointOfSaleId, ProducerId, VenueId};
use crate::terms::{DestinationType, RouteStatus, Weekday};

#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    pub head: Arc<Head>,
    pub kind: DestinationType,
    pub place: Option<Place>,
    pub getting_there: Vec<Fact>,
    pub when_to_go: Vec<Fact>,
    /// Producers that a source links with it.
    pub producers: Vec<ProducerId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    pub head: Arc<Head>,
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
    pub head: Arc<Head>,
    pub when: When,
    /// Derived: when it takes place next, as of the build date.
    pub next: Next,
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

/// When an event takes place next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// No date follows from what sources say.
    Unknown,
    /// It is on, or to come.
    Coming(Dates),
    /// It took place once and has ended.
    Over(Dates),
}

/// The days of one occurrence, as exact as the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    pub from: PartialDate,
    /// None when it lasts no longer than `from`.
    pub until: Option<PartialDate>,
}

impl Dates {
    /// The last day that it may last.
    pub fn last(self) -> Date {
        self.until.unwrap_or(self.from).last()
    }
}
