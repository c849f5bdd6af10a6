//! The page of an event.

use serde::Serialize;

use crate::model::id::{EntryRef, EventId};
use crate::model::visit::{Event, When};
use crate::plan::near::NearKind;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::card::Cover;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{CaveatView, DateView, Entry, FactView, PictureView, PlaceView, Story, Text};
use crate::render::views::{entries, facts, places};

/// Context of `event.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    pub summary: Option<Text>,
    pub when: WhenView,
    pub place: Option<PlaceView>,
    pub venue_name: Option<Text>,
    pub destinations: Vec<Entry>,
    pub points: Vec<Entry>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhenView {
    /// None when no source gives a date.
    pub words: Option<String>,
    /// The source's own words.
    pub source_words: Option<Text>,
    pub from: Option<DateView>,
    pub until: Option<DateView>,
    /// A single event whose last day is before the build date.
    pub past: bool,
}

/// Fills the page of an event.
pub fn view(ctx: &PageContext<'_>, id: EventId) -> EventView {
    let catalogue = ctx.catalogue();
    let event = &catalogue[id];
    let head = &event.head;
    let here = EntryRef::Event(id);
    let near = |kind| event.place.as_ref().map_or_else(Vec::new, |place| entries::near(ctx, place, kind, here));
    let place = event.place.as_ref().map(|place| places::place(ctx, place));
    let story = facts::story(ctx, head);
    let facts_shown = facts::facts(ctx, &head.facts);
    let caveats = facts::caveats(ctx, &head.caveats);
    let pictures = facts::pictures(ctx, &head.pictures);
    ctx.cites(&head.sources);
    EventView {
        name: ctx.text(&head.name),
        other_names: head.other_names.clone(),
        cover: ctx.inputs.motifs.cover(catalogue, here),
        summary: head.summary.as_ref().map(|summary| ctx.text(summary)),
        when: when(ctx, event),
        place,
        venue_name: event.venue_name.as_ref().map(|name| ctx.text(name)),
        destinations: entries::entries(ctx, event.destinations.iter().map(|id| EntryRef::Destination(*id))),
        points: near(NearKind::PointsOfSale),
        pictures,
        story,
        facts: facts_shown,
        caveats,
        common: frame(ctx, event),
    }
}

fn when(ctx: &PageContext<'_>, event: &Event) -> WhenView {
    let (from, until, yearly) = match event.when {
        When::Solar { from, until, yearly } => (Some(from), until, yearly),
        When::Unknown | When::Lunar { .. } => (None, None, true),
    };
    let last = until.or(from).map(|date| date.last());
    WhenView {
        words: entries::when_words(ctx, event.when),
        source_words: event.when_words.as_ref().map(|words| ctx.text(words)),
        from: from.map(|date| ctx.date(date)),
        until: until.map(|date| ctx.date(date)),
        past: !yearly && last.is_some_and(|last| last < ctx.catalogue().date),
    }
}

fn frame(ctx: &PageContext<'_>, event: &Event) -> Common {
    let head = &event.head;
    let name = head.name.text(ctx.lang);
    let fallback = || ctx.tv("event-description", &[("name", name.into())]);
    frame::common(
        ctx,
        Frame {
            title: name.to_owned(),
            description: frame::description(ctx, head.summary.as_ref(), fallback),
            crumbs: vec![(ctx.own(ctx.t("events")), paths::EVENTS.to_owned())],
            here: Some(ctx.text(&head.name)),
            file: Some(&head.file),
            ..Frame::default()
        },
    )
}
