//! The page of an event.

use serde::Serialize;

use crate::model::id::{EntryRef, EventId};
use crate::model::visit::{Event, Next};
use crate::plan::near::NearKind;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::jsonld;
use crate::render::views::card::{Badge, Cover};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{CaveatView, DateView, Entry, FactView, PictureView, PlaceView, Story, Text};
use crate::render::views::{entries, facts, places};

/// Context of `event.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EventView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    /// State `past`, when it took place once and is over.
    pub badge: Option<Badge>,
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

/// When it is: the rule that it follows, and the dates that follow from it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WhenView {
    /// The days of the next time, or of the only one; none when no date is known.
    pub from: Option<DateView>,
    /// None when it lasts no longer than `from`.
    pub until: Option<DateView>,
    /// "Ngày 7 đến 8 tháng 4 âm lịch, hằng năm"; none when it takes place once.
    pub rule: Option<String>,
    /// The source's own words.
    pub source_words: Option<Text>,
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
        badge: entries::past_badge(ctx, event),
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
    let dates = match event.next {
        Next::Unknown => None,
        Next::Coming(dates) | Next::Over(dates) => Some(dates),
    };
    WhenView {
        from: dates.map(|dates| ctx.date(dates.from)),
        until: dates.and_then(|dates| dates.until).map(|date| ctx.date(date)),
        rule: entries::rule_words(ctx, event.when),
        source_words: event.when_words.as_ref().map(|words| ctx.text(words)),
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
            json_ld: jsonld::event(ctx, event).into_iter().collect(),
            file: Some(&head.file),
        },
    )
}
