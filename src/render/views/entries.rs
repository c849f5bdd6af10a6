//! Entries that are not products, as lines of a list.

use crate::base::date::PartialDate;
use crate::model::id::*;
use crate::model::visit::{Dates, Event, Next, When};
use crate::plan::near::{Near, NearKind, about, place};
use crate::plan::shelves::event_order;
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::views::card::Badge;
use crate::render::views::parts::{Entry, EntrySection, Text};
use crate::render::views::{bodies, cited, hours, places, standing};
use crate::terms::{RouteStatus, Welcomed};

/// Entries on one page of "near" or of another short list.
pub const SHORT_LIST: usize = 6;

pub fn entry(ctx: &PageContext<'_>, entry: EntryRef) -> Entry {
    let catalogue = ctx.catalogue();
    Entry {
        name: ctx.entry_name(entry),
        url: ctx.entry_url(entry),
        kind: kind(ctx, entry),
        place: place(catalogue, entry).map(|place| places::short(ctx, place)),
        note: note(ctx, entry),
        badge: badge(ctx, entry),
        cover: ctx.inputs.motifs.cover(catalogue, entry),
        count: count(ctx, entry),
        distance: None,
        now: open_now(ctx, entry),
        at: None,
    }
}

/// Where an entry lies, as a script reads it.
pub fn position(ctx: &PageContext<'_>, entry: EntryRef) -> Option<String> {
    let catalogue = ctx.catalogue();
    let place = place(catalogue, entry)?;
    let [longitude, latitude] = about(catalogue, place)?;
    let roughly = if place.point.is_none() { "~" } else { "" };
    Some(format!("{latitude:.4},{longitude:.4}{roughly}"))
}

/// What a script needs to say "open now" of a place that trades.
fn open_now(ctx: &PageContext<'_>, entry: EntryRef) -> Option<String> {
    let catalogue = ctx.catalogue();
    let (standing, hours) = match entry {
        EntryRef::PointOfSale(id) => (&catalogue[id].standing, catalogue[id].hours.as_ref()),
        EntryRef::Venue(id) => (&catalogue[id].standing, catalogue[id].hours.as_ref()),
        _ => return None,
    };
    hours.filter(|_| hours::trades(standing)).and_then(|written| hours::now(ctx, written))
}

pub fn entries<I: IntoIterator<Item = EntryRef>>(ctx: &PageContext<'_>, list: I) -> Vec<Entry> {
    list.into_iter().map(|it| entry(ctx, it)).collect()
}

/// What lies near `place`, nearest first, with the distance in words.
pub fn near(ctx: &PageContext<'_>, place: &crate::model::entry::Place, kind: NearKind, but: EntryRef) -> Vec<Entry> {
    let found = ctx.plan().near.near(ctx.catalogue(), place, kind, SHORT_LIST + 1);
    let others: Vec<Near> = found.into_iter().filter(|near| near.entry != but).take(SHORT_LIST).collect();
    with_distances(ctx, &others)
}

/// Entries with how far they are.
pub fn with_distances(ctx: &PageContext<'_>, found: &[Near]) -> Vec<Entry> {
    let words = |km: u32| match km {
        0 => ctx.t("distance-close"),
        km => ctx.tv("distance", &[("km", km.into())]),
    };
    found.iter().map(|near| Entry { distance: near.km.map(words), ..entry(ctx, near.entry) }).collect()
}

/// A section, unless it would be empty.
pub fn section(id: &str, heading: Text, entries: Vec<Entry>) -> Option<EntrySection> {
    (!entries.is_empty()).then(|| EntrySection { id: id.to_owned(), heading, entries })
}

/// What kind of thing it is.
pub fn kind(ctx: &PageContext<'_>, entry: EntryRef) -> Option<String> {
    let catalogue = ctx.catalogue();
    Some(match entry {
        EntryRef::Product(_) => ctx.t("kind-product"),
        EntryRef::Producer(id) => ctx.term("legal-form", catalogue[id].legal_form.word()),
        EntryRef::PointOfSale(id) => ctx.term("outlet-type", catalogue[id].kind.word()),
        EntryRef::Venue(id) => ctx.term("venue-type", catalogue[id].kind.word()),
        EntryRef::Destination(id) => ctx.term("destination-type", catalogue[id].kind.word()),
        EntryRef::Route(_) => ctx.t("kind-route"),
        EntryRef::Event(_) => ctx.t("kind-event"),
        EntryRef::Source(id) => ctx.term("source-type", catalogue[id].kind.word()),
    })
}

fn note(ctx: &PageContext<'_>, entry: EntryRef) -> Option<Text> {
    let catalogue = ctx.catalogue();
    match entry {
        EntryRef::Event(id) => {
            let event = &catalogue[id];
            let words = event.when_words.as_ref().map(|words| ctx.text(words));
            next_words(ctx, event).map(|text| ctx.own(text)).or(words)
        }
        EntryRef::Source(id) => {
            let source = &catalogue[id];
            let date = source.date.map(|date| dates::partial(ctx.lang, date));
            let parts = [Some(bodies::name(ctx, &source.publisher).text), source.number.clone(), date];
            Some(ctx.own(parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
        }
        EntryRef::Destination(_) | EntryRef::Route(_) => {
            catalogue.head(entry).and_then(|head| head.summary.as_ref()).map(|summary| ctx.text(summary))
        }
        _ => None,
    }
}

fn badge(ctx: &PageContext<'_>, entry: EntryRef) -> Option<Badge> {
    let catalogue = ctx.catalogue();
    match entry {
        EntryRef::PointOfSale(id) => Some(standing::badge(ctx, &catalogue[id].standing)),
        EntryRef::Venue(id) => Some(standing::badge(ctx, &catalogue[id].standing)),
        EntryRef::Route(id) => Some(route_badge(ctx, catalogue[id].status)),
        EntryRef::Event(id) => past_badge(ctx, &catalogue[id]),
        EntryRef::Producer(id) => catalogue[id].visits.as_ref().and_then(|visits| welcome_badge(ctx, visits.welcomed)),
        _ => None,
    }
}

fn count(ctx: &PageContext<'_>, entry: EntryRef) -> Option<String> {
    let catalogue = ctx.catalogue();
    match entry {
        EntryRef::Producer(id) => Some(products(ctx, catalogue[id].products.len())),
        EntryRef::PointOfSale(id) => goods(ctx, catalogue[id].stocks.iter().copied()),
        EntryRef::Venue(id) => goods(ctx, catalogue[id].uses.iter().map(|it| it.product)),
        EntryRef::Route(id) => {
            let stops = catalogue[id].stops.len();
            (stops > 0).then(|| ctx.tv("count-stops", &[("n", stops.into())]))
        }
        EntryRef::Source(id) => {
            let times = catalogue.links.citations[id.at()].len() + cited::times(ctx, id);
            Some(ctx.tv("count-citations", &[("n", times.into())]))
        }
        _ => None,
    }
}

/// How many products a place has, spirits left out; nothing when there are none.
fn goods(ctx: &PageContext<'_>, ids: impl Iterator<Item = ProductId>) -> Option<String> {
    let count = ids.filter(|id| !ctx.catalogue()[*id].is_bare()).count();
    (count > 0).then(|| products(ctx, count))
}

/// "3 sản phẩm".
pub fn products(ctx: &PageContext<'_>, count: usize) -> String {
    ctx.tv("count-products", &[("n", count.into())])
}

pub fn route_badge(ctx: &PageContext<'_>, status: RouteStatus) -> Badge {
    let (state, icon) = match status {
        RouteStatus::Offered => ("offered", "check"),
        RouteStatus::Described => ("described", "question"),
        RouteStatus::Unknown => ("unknown", "question"),
    };
    plain(state, icon, ctx.term("route-status", status.word()))
}

/// Whether visitors are received, where a source says something about it.
pub fn welcome_badge(ctx: &PageContext<'_>, welcomed: Welcomed) -> Option<Badge> {
    let (state, icon) = match welcomed {
        Welcomed::Yes => ("yes", "check"),
        Welcomed::Planned => ("planned", "hourglass"),
        Welcomed::No | Welcomed::Unknown => return None,
    };
    Some(plain(state, icon, ctx.term("welcomed", welcomed.word())))
}

fn plain(state: &'static str, icon: &'static str, words: String) -> Badge {
    Badge { state, icon, words, note: None, until: None, until_last: None }
}

/// Says of a single event that it is over.
pub fn past_badge(ctx: &PageContext<'_>, event: &Event) -> Option<Badge> {
    matches!(event.next, Next::Over(_)).then(|| plain("past", "clock", ctx.t("event-past")))
}

/// Events with the next one first, at most `limit`.
pub fn events(ctx: &PageContext<'_>, ids: impl IntoIterator<Item = EventId>, limit: usize) -> Vec<Entry> {
    let mut ids: Vec<EventId> = ids.into_iter().collect();
    ids.sort_by_key(|id| event_order(ctx.catalogue(), *id));
    entries(ctx, ids.into_iter().take(limit).map(EntryRef::Event))
}

/// The next dates of an event with the rule that they follow; of a single event its dates. None when nothing is known.
fn next_words(ctx: &PageContext<'_>, event: &Event) -> Option<String> {
    match (event.next, rule_words(ctx, event.when)) {
        (Next::Coming(dates), Some(rule)) => {
            Some(ctx.tv("event-next-rule", &[("dates", dates_words(ctx, dates).into()), ("rule", rule.into())]))
        }
        (Next::Coming(dates) | Next::Over(dates), None) => Some(dates_words(ctx, dates)),
        (_, rule) => rule,
    }
}

/// `12/05/2027 – 13/05/2027`.
pub fn dates_words(ctx: &PageContext<'_>, dates: Dates) -> String {
    let date = |date| dates::partial(ctx.lang, date);
    match dates.until {
        None => date(dates.from),
        Some(until) => ctx.tv("when-span", &[("from", date(dates.from).into()), ("until", date(until).into())]),
    }
}

/// The rule by which an event comes back, in words; none for what takes place once or without a date.
pub fn rule_words(ctx: &PageContext<'_>, when: When) -> Option<String> {
    Some(match when {
        When::Unknown | When::Solar { yearly: false, .. } => return None,
        When::Solar { from, until, yearly: true } => yearly_words(ctx, from, until),
        When::Lunar { month, day, until_day: None } => {
            ctx.tv("when-lunar", &[("day", day.into()), ("month", month.into())])
        }
        When::Lunar { month, day, until_day: Some(until) } => {
            ctx.tv("when-lunar-span", &[("day", day.into()), ("until", until.into()), ("month", month.into())])
        }
    })
}

fn yearly_words(ctx: &PageContext<'_>, from: PartialDate, until: Option<PartialDate>) -> String {
    let words = |date| dates::in_any_year(ctx.lang, date);
    match (words(from), until.and_then(words)) {
        (None, _) => ctx.t("when-yearly"),
        (Some(from), None) => ctx.tv("when-yearly-on", &[("date", from.into())]),
        (Some(from), Some(until)) => ctx.tv("when-yearly-span", &[("from", from.into()), ("until", until.into())]),
    }
}
