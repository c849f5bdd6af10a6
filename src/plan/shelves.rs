//! Entries that are not products in the order of their overviews, sorted once.
//!
//! Outlets stand by whether they are open, sources by grade, events by when they are, the rest by former district with the
//! home district first; within that by name as a Vietnamese index sorts, events by date before.

use std::collections::BTreeMap;

use crate::base::collate::Collation;
use crate::base::date::days_between;
use crate::model::Catalogue;
use crate::model::id::{DistrictId, EntryRef, EventId, ProducerId};
use crate::model::people::Standing;
use crate::model::visit::Next;
use crate::plan::EntryKind;
use crate::plan::listing::PER_PAGE;
use crate::plan::near::place;
use crate::terms::{Grade, OutletStatus, Welcomed};

/// Where an entry stands in its overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    Whole,
    Outlets(Trading),
    Events(Timing),
    Grade(Grade),
    Home(DistrictId),
    District(DistrictId),
    Nowhere,
}

/// Whether a place trades, in the order in which whoever plans a trip wants to read: closed ones last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trading {
    Open,
    Seasonal,
    /// A source calls it open, and nobody has looked within 180 days.
    Said,
    Unknown,
    Closed,
}

impl Trading {
    fn of(standing: &Standing) -> Trading {
        match standing.status {
            OutletStatus::Open if standing.fresh => Trading::Open,
            OutletStatus::Seasonal if standing.fresh => Trading::Seasonal,
            OutletStatus::Open | OutletStatus::Seasonal => Trading::Said,
            OutletStatus::Unknown => Trading::Unknown,
            OutletStatus::Closed => Trading::Closed,
        }
    }

    /// Kebab-case, for headings and anchors.
    pub const fn word(self) -> &'static str {
        match self {
            Trading::Open => "open",
            Trading::Seasonal => "seasonal",
            Trading::Said => "said",
            Trading::Unknown => "unknown",
            Trading::Closed => "closed",
        }
    }
}

/// When an event is, in the order in which whoever plans a trip wants to read: what is over last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timing {
    Coming,
    Undated,
    Over,
}

/// Where an event stands among events: the next one first, then those without a date, then what is over, latest first. Of
/// an event that is known to be some time this year or this month nobody can say whether it is over.
pub fn event_order(catalogue: &Catalogue, id: EventId) -> (Timing, i32) {
    match catalogue[id].next {
        Next::Coming(dates) if dates.from.exact().is_none() && dates.from.first() <= catalogue.date => {
            (Timing::Undated, 0)
        }
        Next::Coming(dates) => (Timing::Coming, days_between(catalogue.date, dates.from.first())),
        Next::Unknown => (Timing::Undated, 0),
        Next::Over(dates) => (Timing::Over, days_between(dates.last(), catalogue.date)),
    }
}

/// Every overview's entries, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelves {
    lists: BTreeMap<EntryKind, Vec<(Shelf, EntryRef)>>,
}

impl Shelves {
    pub fn build(catalogue: &Catalogue, home_district: &str) -> Shelves {
        let mut shelves = Shelves::default();
        let collation = Collation::vietnamese();
        for kind in EntryKind::ALL {
            let mut members: Vec<(Shelf, EntryRef, &str)> = catalogue
                .entries()
                .into_iter()
                .filter(|entry| belongs(catalogue, kind, *entry))
                .map(|entry| (shelf(catalogue, home_district, entry), entry, name(catalogue, entry)))
                .collect();
            collation.sort_by_name(&mut members, |(_, _, name)| name, |(_, entry, _)| *entry);
            members.sort_by_key(|(shelf, entry, _)| (*shelf, time(catalogue, *entry)));
            shelves.lists.insert(kind, members.into_iter().map(|(shelf, entry, _)| (shelf, entry)).collect());
        }
        shelves
    }

    pub fn all(&self, kind: EntryKind) -> &[(Shelf, EntryRef)] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// How many pages an overview takes; at least one.
    pub fn pages(&self, kind: EntryKind) -> usize {
        self.all(kind).len().div_ceil(PER_PAGE).max(1)
    }

    /// The entries on a page, counted from 1.
    pub fn page(&self, kind: EntryKind, number: usize) -> &[(Shelf, EntryRef)] {
        self.all(kind).chunks(PER_PAGE).nth(number - 1).unwrap_or(&[])
    }
}

/// What an event's date adds to its place on the shelf.
fn time(catalogue: &Catalogue, entry: EntryRef) -> i32 {
    match entry {
        EntryRef::Event(id) => event_order(catalogue, id).1,
        _ => 0,
    }
}

fn name(catalogue: &Catalogue, entry: EntryRef) -> &str {
    match entry {
        EntryRef::Source(id) => &catalogue[id].title.vi,
        other => &catalogue.head(other).expect("only sources have no head").name.vi,
    }
}

fn belongs(catalogue: &Catalogue, kind: EntryKind, entry: EntryRef) -> bool {
    match (kind, entry) {
        (EntryKind::Visits, EntryRef::Producer(id)) => welcomes(catalogue, id),
        (EntryKind::Producers, EntryRef::Producer(_))
        | (EntryKind::PointsOfSale, EntryRef::PointOfSale(_))
        | (EntryKind::Venues, EntryRef::Venue(_))
        | (EntryKind::Destinations, EntryRef::Destination(_))
        | (EntryKind::Routes, EntryRef::Route(_))
        | (EntryKind::Events, EntryRef::Event(_))
        | (EntryKind::Sources, EntryRef::Source(_)) => true,
        _ => false,
    }
}

/// Whether a source says that the workshop receives visitors or plans to.
pub fn welcomes(catalogue: &Catalogue, id: ProducerId) -> bool {
    let visits = catalogue[id].visits.as_ref();
    visits.is_some_and(|visits| matches!(visits.welcomed, Welcomed::Yes | Welcomed::Planned))
}

fn shelf(catalogue: &Catalogue, home_district: &str, entry: EntryRef) -> Shelf {
    match entry {
        EntryRef::PointOfSale(id) => Shelf::Outlets(Trading::of(&catalogue[id].standing)),
        EntryRef::Venue(id) => Shelf::Outlets(Trading::of(&catalogue[id].standing)),
        EntryRef::Source(id) => Shelf::Grade(catalogue[id].grade),
        EntryRef::Route(_) => Shelf::Whole,
        EntryRef::Event(id) => Shelf::Events(event_order(catalogue, id).0),
        other => match place(catalogue, other).and_then(|place| place.district) {
            Some(id) if catalogue[id].id == home_district => Shelf::Home(id),
            Some(id) => Shelf::District(id),
            None => Shelf::Nowhere,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::{fixture, fixture_with};

    #[test]
    fn the_home_district_comes_first() {
        let catalogue = fixture();
        let shelves = Shelves::build(&catalogue, "huyen-thu");
        assert!(matches!(shelves.all(EntryKind::Producers), [(Shelf::Home(_), EntryRef::Producer(_))]));
        assert_eq!(shelves.pages(EntryKind::Routes), 1);
        assert!(shelves.page(EntryKind::Routes, 1).is_empty());
    }

    #[test]
    fn events_stand_by_their_next_date_and_past_ones_last() {
        let event = |slug: &str, when: &str| {
            (format!("events/{slug}/index.md"), format!("---\nname: {slug}\n{when}\nsources: bao-thu\n---\n"))
        };
        let files = [
            event("a-da-qua-lau", "date: 2022-01-21"),
            event("b-khong-ngay", "when: đầu năm"),
            event("c-am-lich", "lunar: { month: 1, day: 6 }"),
            event("d-da-qua", "date: 2026-05"),
            event("e-sap-toi", "date: 2026-12-18"),
            event("g-nam-nay", "date: 2026"),
            event("f-hang-nam", "date: 2020-01-09\nyearly: true"),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (catalogue, _) = fixture_with(&files);
        let shelves = Shelves::build(&catalogue, "huyen-thu");
        let order: Vec<(Shelf, &str)> =
            shelves.all(EntryKind::Events).iter().map(|(shelf, entry)| (*shelf, catalogue.slug(*entry))).collect();
        let [coming, undated, over] = [Timing::Coming, Timing::Undated, Timing::Over].map(Shelf::Events);
        let expected = [
            (coming, "e-sap-toi"),
            (coming, "f-hang-nam"),
            (coming, "c-am-lich"),
            (undated, "b-khong-ngay"),
            (undated, "g-nam-nay"),
            (over, "d-da-qua"),
            (over, "a-da-qua-lau"),
        ];
        assert_eq!(order, expected);
    }
}
