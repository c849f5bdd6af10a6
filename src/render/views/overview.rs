//! Overviews of entries that are not products: producers, places to buy, sights, sources.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::collate::Collation;
use crate::model::id::*;
use crate::plan::EntryKind;
use crate::plan::near::place;
use crate::plan::pages::all_entries;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{EntrySection, Text};
use crate::render::views::{entries, places};
use crate::terms::{Grade, OutletStatus, Welcomed};

/// Context of `entries.html`: `/chu-the/`, `/don-khach/`, `/diem-ban/`, `/nha-hang/`, `/diem-den/`, `/tuyen/`,
/// `/su-kien/`, `/nguon/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntriesView {
    pub common: Common,
    /// `producers`, `visits`, `points-of-sale`, `venues`, `destinations`, `routes`, `events`, `sources`.
    pub kind: &'static str,
    pub heading: String,
    pub lead: Vec<String>,
    pub total_words: String,
    pub sections: Vec<EntrySection>,
    /// What to say when there is nothing.
    pub empty: Option<String>,
}

/// Fills an overview.
pub fn view(ctx: &PageContext<'_>, kind: EntryKind) -> EntriesView {
    let word = word(kind);
    let listed: Vec<EntryRef> = all_entries(ctx.catalogue()).into_iter().filter(|it| belongs(ctx, kind, *it)).collect();
    let count = listed.len();
    let heading = ctx.t(&format!("{word}-heading"));
    let lead = ctx.t(&format!("{word}-lead"));
    EntriesView {
        kind: word,
        total_words: ctx.tv(&format!("count-{word}"), &[("n", count.into())]),
        empty: listed.is_empty().then(|| ctx.t(&format!("{word}-empty"))),
        sections: sections(ctx, kind, listed),
        common: frame::common(ctx, Frame { title: heading.clone(), description: lead.clone(), ..Frame::default() }),
        heading,
        lead: vec![lead],
    }
}

const fn word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Producers => "producers",
        EntryKind::Visits => "visits",
        EntryKind::PointsOfSale => "points-of-sale",
        EntryKind::Venues => "venues",
        EntryKind::Destinations => "destinations",
        EntryKind::Routes => "routes",
        EntryKind::Events => "events",
        EntryKind::Sources => "sources",
    }
}

fn belongs(ctx: &PageContext<'_>, kind: EntryKind, entry: EntryRef) -> bool {
    let visited = |id: ProducerId| {
        let visits = ctx.catalogue()[id].visits.as_ref();
        visits.is_some_and(|visits| matches!(visits.welcomed, Welcomed::Yes | Welcomed::Planned))
    };
    match (kind, entry) {
        (EntryKind::Visits, EntryRef::Producer(id)) => visited(id),
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

/// Where an entry stands in its overview: sections sort by this, then entries by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Shelf {
    order: usize,
    id: String,
}

fn sections(ctx: &PageContext<'_>, kind: EntryKind, listed: Vec<EntryRef>) -> Vec<EntrySection> {
    let mut shelves: BTreeMap<Shelf, (Text, Vec<EntryRef>)> = BTreeMap::new();
    for entry in listed {
        let (shelf, heading) = shelf(ctx, kind, entry);
        shelves.entry(shelf).or_insert_with(|| (heading, Vec::new())).1.push(entry);
    }
    let collation = Collation::vietnamese();
    let section = |(shelf, (heading, members)): (Shelf, (Text, Vec<EntryRef>))| {
        let mut named: Vec<(EntryRef, String)> =
            members.into_iter().map(|entry| (entry, ctx.entry_name(entry).text)).collect();
        collation.sort_by_name(&mut named, |(_, name)| name, |(entry, _)| *entry);
        entries::section(&shelf.id, heading, entries::entries(ctx, named.into_iter().map(|(entry, _)| entry)))
    };
    shelves.into_iter().filter_map(section).collect()
}

/// Outlets by whether they are open, sources by grade, the rest by former district (the home district first).
fn shelf(ctx: &PageContext<'_>, kind: EntryKind, entry: EntryRef) -> (Shelf, Text) {
    let catalogue = ctx.catalogue();
    let standing = |status: OutletStatus| {
        let order = match status {
            OutletStatus::Open => 0,
            OutletStatus::Seasonal => 1,
            OutletStatus::Unknown => 2,
            OutletStatus::Closed => 3,
        };
        (Shelf { order, id: status.word().to_owned() }, ctx.own(ctx.term("outlet-status", status.word())))
    };
    match (kind, entry) {
        (_, EntryRef::PointOfSale(id)) => standing(catalogue[id].standing.status),
        (_, EntryRef::Venue(id)) => standing(catalogue[id].standing.status),
        (_, EntryRef::Source(id)) => {
            let grade = catalogue[id].grade;
            let order = Grade::ALL.iter().position(|other| *other == grade).unwrap_or_default();
            let words = ctx.term("grade", grade.word());
            let heading = ctx.tv("grade-section", &[("grade", grade.word().into()), ("words", words.into())]);
            (Shelf { order, id: format!("hang-{}", grade.word().to_lowercase()) }, ctx.own(heading))
        }
        (EntryKind::Routes, _) => (Shelf { order: 0, id: "tuyen".to_owned() }, ctx.own(ctx.t("routes"))),
        _ => by_district(ctx, entry),
    }
}

fn by_district(ctx: &PageContext<'_>, entry: EntryRef) -> (Shelf, Text) {
    let catalogue = ctx.catalogue();
    match place(catalogue, entry).and_then(|place| place.district) {
        Some(id) => {
            let home = catalogue[id].id == ctx.inputs.config.home_district;
            let order = if home { 0 } else { id.at() + 1 };
            let slug = format!("{}-{}", paths::DISTRICTS, ctx.plan().slugs.district(id));
            (Shelf { order, id: slug }, places::unit_name(ctx, Unit::District(id)))
        }
        None => (Shelf { order: usize::MAX, id: "chua-ro".to_owned() }, ctx.own(ctx.t("place-unclear"))),
    }
}
