//! The page of a route: ordered stops.

use serde::Serialize;

use crate::model::id::{EntryRef, RouteId};
use crate::model::visit::{Route, Stop, StopTarget};
use crate::plan::near::{self, Apart};
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::jsonld;
use crate::render::views::card::{Badge, Cover};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{CaveatView, Entry, FactView, PictureView, Story, Text};
use crate::render::views::{entries, facts};
use crate::terms::{OutletStatus, Weekday};

/// Less than this many kilometres rounds to none.
const LEAST_KM: f64 = 0.5;

/// Context of `route.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RouteView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    /// States `offered`, `described`, `unknown`.
    pub badge: Badge,
    pub operator: Option<Text>,
    /// "Thứ bảy, Chủ nhật".
    pub departs: Option<String>,
    pub summary: Option<Text>,
    /// The legs together as the crow flies, and how many of them are not known.
    pub length: Option<String>,
    pub days: Vec<RouteDay>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RouteDay {
    pub number: u8,
    /// "Ngày 1"; none when the route has one day.
    pub heading: Option<String>,
    pub stops: Vec<StopView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StopView {
    pub entry: Entry,
    /// How far it is from the stop before, across days too; none at the first stop.
    pub leg: Option<String>,
    /// "08:30".
    pub at: Option<String>,
    /// "45 phút".
    pub minutes: Option<String>,
    pub note: Option<Text>,
    /// The stop is known to be closed.
    pub closed: bool,
}

/// Fills the page of a route.
pub fn view(ctx: &PageContext<'_>, id: RouteId) -> RouteView {
    let catalogue = ctx.catalogue();
    let route = &catalogue[id];
    let head = &route.head;
    let story = facts::story(ctx, head);
    let facts_shown = facts::facts(ctx, &head.facts);
    let caveats = facts::caveats(ctx, &head.caveats);
    let pictures = facts::pictures(ctx, &head.pictures);
    ctx.cites(&head.sources);
    RouteView {
        name: ctx.text(&head.name),
        other_names: head.other_names.clone(),
        cover: ctx.inputs.motifs.cover(catalogue, EntryRef::Route(id)),
        badge: entries::route_badge(ctx, route.status),
        operator: route.operator.as_ref().map(|operator| ctx.text(operator)),
        departs: departs(ctx, &route.departs),
        length: length(ctx, route),
        summary: head.summary.as_ref().map(|summary| ctx.text(summary)),
        days: days(ctx, route),
        pictures,
        story,
        facts: facts_shown,
        caveats,
        common: frame(ctx, route),
    }
}

/// On which days of the week it sets out; none when no source says.
fn departs(ctx: &PageContext<'_>, days: &[Weekday]) -> Option<String> {
    let words: Vec<String> = days.iter().map(|day| ctx.term("weekday", day.word())).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn days(ctx: &PageContext<'_>, route: &Route) -> Vec<RouteDay> {
    let last = route.stops.iter().map(|stop| stop.day).max().unwrap_or(0);
    let before = std::iter::once(None).chain(route.stops.iter().map(Some));
    let day = |number: u8| RouteDay {
        number,
        heading: (last > 1).then(|| ctx.tv("route-day", &[("n", number.into())])),
        stops: before
            .clone()
            .zip(&route.stops)
            .filter(|(_, it)| it.day == number)
            .map(|(before, it)| stop(ctx, before, it))
            .collect(),
    };
    (1..=last).map(day).filter(|day| !day.stops.is_empty()).collect()
}

fn stop(ctx: &PageContext<'_>, before: Option<&Stop>, stop: &Stop) -> StopView {
    StopView {
        entry: entries::entry(ctx, target(stop)),
        leg: before.map(|before| leg(ctx, target(before), target(stop))),
        at: stop.at.map(|minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60)),
        minutes: stop.minutes.map(|minutes| ctx.tv("minutes", &[("n", minutes.into())])),
        note: stop.note.as_ref().map(|note| ctx.text(note)),
        closed: is_closed(ctx, stop.target),
    }
}

/// How far it is from one stop to the next, in words.
fn leg(ctx: &PageContext<'_>, from: EntryRef, to: EntryRef) -> String {
    let catalogue = ctx.catalogue();
    match near::apart(catalogue, from, to) {
        None if near::same_commune(catalogue, from, to) => ctx.t("leg-same-commune"),
        None => ctx.t("leg-unknown"),
        Some(Apart { km, exact: true }) if km < LEAST_KM => ctx.t("leg-close"),
        Some(Apart { km, exact: true }) => ctx.tv("leg", &[("km", whole(km).into())]),
        Some(Apart { km, exact: false }) => ctx.tv("leg-about", &[("km", whole(km).into())]),
    }
}

/// All legs together; none when no leg is known, or when there is only one, which says so itself.
fn length(ctx: &PageContext<'_>, route: &Route) -> Option<String> {
    let legs = route.stops.windows(2);
    let legs: Vec<Option<Apart>> =
        legs.map(|it| near::apart(ctx.catalogue(), target(&it[0]), target(&it[1]))).collect();
    let unknown = legs.iter().filter(|leg| leg.is_none()).count();
    let km: f64 = legs.iter().flatten().map(|leg| leg.km).sum();
    (legs.len() > 1 && unknown < legs.len())
        .then(|| ctx.tv("route-length", &[("km", whole(km).into()), ("unknown", unknown.into())]))
}

/// Whole kilometres, at least one.
fn whole(km: f64) -> usize {
    (km.round() as usize).max(1)
}

const fn target(stop: &Stop) -> EntryRef {
    match stop.target {
        StopTarget::Destination(id) => EntryRef::Destination(id),
        StopTarget::Producer(id) => EntryRef::Producer(id),
        StopTarget::PointOfSale(id) => EntryRef::PointOfSale(id),
        StopTarget::Venue(id) => EntryRef::Venue(id),
    }
}

fn is_closed(ctx: &PageContext<'_>, target: StopTarget) -> bool {
    let catalogue = ctx.catalogue();
    match target {
        StopTarget::PointOfSale(id) => catalogue[id].standing.status == OutletStatus::Closed,
        StopTarget::Venue(id) => catalogue[id].standing.status == OutletStatus::Closed,
        StopTarget::Destination(_) | StopTarget::Producer(_) => false,
    }
}

fn frame(ctx: &PageContext<'_>, route: &Route) -> Common {
    let head = &route.head;
    let name = head.name.text(ctx.lang);
    let stops: Vec<(String, String)> =
        route.stops.iter().map(target).map(|entry| (ctx.entry_name(entry).text, ctx.entry_url(entry))).collect();
    let fallback = || ctx.tv("route-description", &[("name", name.into()), ("n", route.stops.len().into())]);
    frame::common(
        ctx,
        Frame {
            title: name.to_owned(),
            description: frame::description(ctx, head.summary.as_ref(), fallback),
            crumbs: vec![(ctx.own(ctx.t("routes")), paths::ROUTES.to_owned())],
            here: Some(ctx.text(&head.name)),
            json_ld: vec![jsonld::trip(ctx, head, &stops)],
            file: Some(&head.file),
        },
    )
}
