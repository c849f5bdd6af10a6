//! Overviews of entries that are not products: producers, places to buy, sights, sources.

use serde::Serialize;

use crate::config::Anchor;
use crate::model::id::{EntryRef, Unit};
use crate::model::people::Producer;
use crate::plan::EntryKind;
use crate::plan::near::{is_closed, where_to_buy};
use crate::plan::paths;
use crate::plan::shelves::{Shelf, Timing};
use crate::render::context::PageContext;
use crate::render::markdown::Headings;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::listing::{Pagination, pagination};
use crate::render::views::parts::{Entry, EntrySection, MaybeLink, Story, Text};
use crate::render::views::{entries, facts, places};
use crate::terms::Welcomed;

/// How many places to buy are listed from an anchor.
const FROM_AN_ANCHOR: usize = 10;

/// Context of `entries.html`: `/chu-the/`, `/don-khach/`, `/diem-ban/`, `/nha-hang/`, `/diem-den/`, `/tuyen/`,
/// `/su-kien/`, `/nguon/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EntriesView {
    pub common: Common,
    /// `producers`, `visits`, `points-of-sale`, `venues`, `destinations`, `routes`, `events`, `sources`.
    pub kind: &'static str,
    pub heading: String,
    pub lead: Vec<String>,
    pub total_words: String,
    /// For readers without geolocation: where to buy, by distance from places that visitors come from.
    pub anchors: Vec<AnchorView>,
    /// Whether a script can look for what is near the reader.
    pub near_me: bool,
    pub sections: Vec<EntrySection>,
    pub pages: Option<Pagination>,
    /// What to say when there is nothing.
    pub empty: Option<String>,
    /// What to say when there is something, but nothing of what readers look for.
    pub gap: Option<String>,
    /// How to be listed here: the text of that name in `pages/`, on the first page.
    pub invitation: Option<Invitation>,
}

/// Where to buy, by distance from one place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AnchorView {
    /// For the `id` attribute.
    pub id: String,
    pub name: Text,
    /// From whose middle the distances are reckoned.
    pub commune: MaybeLink,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Invitation {
    pub heading: Text,
    pub lead: Text,
    pub story: Story,
}

/// Fills one page of an overview.
pub fn view(ctx: &PageContext<'_>, kind: EntryKind, number: usize) -> EntriesView {
    let shelves = &ctx.plan().shelves;
    let word = word(kind);
    let count = shelves.all(kind).len();
    let heading = ctx.t(&format!("{word}-heading"));
    let lead = ctx.t(&format!("{word}-lead"));
    let sections = sections(ctx, shelves.page(kind, number));
    EntriesView {
        anchors: if kind == EntryKind::PointsOfSale && number == 1 { anchors(ctx) } else { Vec::new() },
        near_me: sections.iter().flat_map(|section| &section.entries).any(|entry| entry.at.is_some()),
        sections,
        kind: word,
        total_words: ctx.tv(&format!("count-{word}"), &[("n", count.into())]),
        gap: (count > 0 && lacks(ctx, kind)).then(|| ctx.t(&format!("{word}-gap"))),
        invitation: invitation(ctx, kind).filter(|_| number == 1),
        empty: (count == 0).then(|| ctx.t(&format!("{word}-empty"))),
        pages: pagination(ctx, kind.path(), number, shelves.pages(kind)),
        common: frame(ctx, kind, number, &heading, &lead),
        heading,
        lead: vec![lead],
    }
}

/// Whether no entry has what readers look for: a restaurant that uses OCOP goods, a workshop that does receive visitors.
fn lacks(ctx: &PageContext<'_>, kind: EntryKind) -> bool {
    let catalogue = ctx.catalogue();
    match kind {
        EntryKind::Venues => catalogue.venues.iter().all(|venue| venue.uses.is_empty()),
        EntryKind::Visits => {
            let welcomed = |producer: &Producer| producer.visits.as_ref().map(|visits| visits.welcomed);
            !catalogue.producers.iter().any(|producer| welcomed(producer) == Some(Welcomed::Yes))
        }
        _ => false,
    }
}

fn invitation(ctx: &PageContext<'_>, kind: EntryKind) -> Option<Invitation> {
    let page = ctx.catalogue().pages.iter().find(|page| page.slug == kind.path())?;
    Some(Invitation {
        heading: ctx.text(&page.title),
        lead: ctx.text(&page.description),
        story: facts::page_text(ctx, page, Headings::BelowSections),
    })
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

fn frame(ctx: &PageContext<'_>, kind: EntryKind, number: usize, heading: &str, lead: &str) -> Common {
    if number == 1 {
        let frame = Frame { title: heading.to_owned(), description: lead.to_owned(), ..Frame::default() };
        return frame::common(ctx, frame);
    }
    frame::common(
        ctx,
        Frame {
            title: frame::numbered(ctx, heading, number),
            description: lead.to_owned(),
            crumbs: vec![(ctx.own(heading), kind.path().to_owned())],
            here: Some(ctx.own(ctx.tv("page-number", &[("n", number.into())]))),
            ..Frame::default()
        },
    )
}

/// Where to buy, by distance from each place that visitors come from.
fn anchors(ctx: &PageContext<'_>) -> Vec<AnchorView> {
    let catalogue = ctx.catalogue();
    let view = |(number, anchor): (usize, &Anchor)| {
        let commune = catalogue.commune_ids().find(|id| catalogue[*id].id == anchor.commune)?;
        let found = where_to_buy(catalogue, catalogue[commune].point?, None, FROM_AN_ANCHOR);
        (!found.is_empty()).then(|| AnchorView {
            id: format!("tu-{}", number + 1),
            name: ctx.text(&anchor.name),
            commune: places::commune_link(ctx, commune),
            entries: entries::with_distances(ctx, &found),
        })
    };
    ctx.inputs.config.anchors.iter().enumerate().filter_map(view).collect()
}

/// Entries of a page under the headings of their shelves.
fn sections(ctx: &PageContext<'_>, listed: &[(Shelf, EntryRef)]) -> Vec<EntrySection> {
    let section = |chunk: &[(Shelf, EntryRef)]| {
        let (id, heading) = heading(ctx, chunk.first()?.0);
        entries::section(&id, heading, chunk.iter().map(|(_, entry)| plain(ctx, *entry)).collect())
    };
    listed.chunk_by(|left, right| left.0 == right.0).filter_map(section).collect()
}

/// An entry under a heading that says what kind of thing it is.
fn plain(ctx: &PageContext<'_>, entry: EntryRef) -> Entry {
    let named = matches!(entry, EntryRef::Route(_) | EntryRef::Event(_));
    let goal = matches!(entry, EntryRef::PointOfSale(_) | EntryRef::Venue(_) | EntryRef::Destination(_));
    let at = (goal && !is_closed(ctx.catalogue(), entry)).then(|| entries::position(ctx, entry)).flatten();
    let entry = entries::entry(ctx, entry);
    Entry { kind: entry.kind.filter(|_| !named), at, ..entry }
}

/// A shelf's anchor and words.
fn heading(ctx: &PageContext<'_>, shelf: Shelf) -> (String, Text) {
    match shelf {
        Shelf::Whole => ("tuyen".to_owned(), ctx.own(ctx.t("routes"))),
        Shelf::Outlets(trading) => {
            let word = trading.word();
            (word.to_owned(), ctx.own(ctx.t(&format!("outlets-{word}"))))
        }
        Shelf::Events(timing) => {
            let word = match timing {
                Timing::Coming => "coming",
                Timing::Undated => "undated",
                Timing::Over => "over",
            };
            (word.to_owned(), ctx.own(ctx.t(&format!("events-{word}"))))
        }
        Shelf::Grade(grade) => {
            let words = ctx.term("grade", grade.word());
            let heading = ctx.tv("grade-section", &[("grade", grade.word().into()), ("words", words.into())]);
            (format!("hang-{}", grade.word().to_lowercase()), ctx.own(heading))
        }
        Shelf::Home(id) | Shelf::District(id) => {
            let anchor = format!("{}-{}", paths::DISTRICTS, ctx.plan().slugs.district(id));
            (anchor, places::unit_name(ctx, Unit::District(id)).opening())
        }
        Shelf::Nowhere => ("chua-ro".to_owned(), ctx.own(ctx.t("place-unclear"))),
    }
}
