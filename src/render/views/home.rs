//! The home page.

use serde::Serialize;

use crate::model::id::{DestinationId, EntryRef, EventId, PointOfSaleId, ProductId, ProvinceId, RouteId};
use crate::plan::EntryKind;
use crate::plan::facet::{Facet, StateFacet};
use crate::plan::near::place;
use crate::plan::paths;
use crate::plan::shelves::{Timing, event_order};
use crate::render::context::PageContext;
use crate::render::views::card::{self, Card};
use crate::render::views::common::Common;
use crate::render::views::entries::{self, SHORT_LIST};
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{CountLink, Entry, Link, Text};
use crate::render::views::season::{self, MonthNow};
use crate::render::views::{facets, names};
use crate::terms::OutletStatus;

/// Context of `home.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HomeView {
    pub common: Common,
    pub tagline: Text,
    pub description: Text,
    /// "171 sản phẩm: Hà Tĩnh 158, Quảng Ngãi 13", "52 còn hiệu lực", … with the list behind each.
    pub counts: Vec<CountLink>,
    /// None when no product is in season in the build's month.
    pub month: Option<MonthNow>,
    /// Products in force, at most six; never spirits.
    pub products: Vec<Card>,
    /// Points of sale seen open within 180 days.
    pub open_points: Vec<Entry>,
    /// Other points of sale, when none is known to be open.
    pub other_points: Vec<Entry>,
    pub points_url: String,
    pub destinations: Vec<Entry>,
    pub destinations_url: String,
    pub routes: Vec<Entry>,
    pub routes_url: Option<String>,
    pub events: Vec<Entry>,
    pub groups: Vec<CountLink>,
    pub districts: Vec<CountLink>,
    pub stars: Vec<CountLink>,
    pub supply: Option<Link>,
    pub visits: Option<Link>,
}

/// Fills the home page. Spirits are nowhere on it.
pub fn view(ctx: &PageContext<'_>) -> HomeView {
    let config = ctx.inputs.config;
    let (open_points, other_points) = points(ctx);
    let title = format!("{} – {}", config.title.text(ctx.lang), config.tagline.text(ctx.lang));
    HomeView {
        tagline: ctx.text(&config.tagline),
        description: ctx.text(&config.description),
        counts: counts(ctx),
        month: Some(season::now(ctx)).filter(|month| month.url.is_some()),
        products: products(ctx),
        open_points,
        other_points,
        points_url: ctx.url(paths::POINTS_OF_SALE),
        destinations: destinations(ctx),
        destinations_url: ctx.url(paths::DESTINATIONS),
        routes: routes(ctx),
        routes_url: Some(ctx.url(paths::ROUTES)),
        events: events(ctx),
        groups: ctx.catalogue().group_ids().filter_map(|id| names::count_link(ctx, Facet::Group(id))).collect(),
        districts: districts(ctx),
        stars: facets::stars(ctx),
        supply: Some(ctx.link(ctx.own(ctx.t("nav-supply")), paths::SUPPLY)),
        visits: visits(ctx),
        common: frame::common(
            ctx,
            Frame { title, description: config.description.text(ctx.lang).to_owned(), ..Frame::default() },
        ),
    }
}

/// How many products there are and how many are in force, each with its list.
fn counts(ctx: &PageContext<'_>) -> Vec<CountLink> {
    let count = |key: &str, facet: Facet| {
        let n = ctx.plan().listings.count(facet);
        ctx.count_link(ctx.own(ctx.tv(key, &[("n", n.into())])), facet)
    };
    let producers = ctx.catalogue().producers.len();
    let producers = CountLink {
        text: ctx.own(ctx.tv("count-producers", &[("n", producers.into())])),
        url: ctx.url(paths::PRODUCERS),
        count: producers,
        current: false,
    };
    let lists = [
        ctx.count_link(ctx.own(by_province(ctx)), Facet::All),
        count("count-in-force", Facet::State(StateFacet::InForce)),
        count("count-date-unknown", Facet::State(StateFacet::DateUnknown)),
        count("count-lapsed", Facet::State(StateFacet::Lapsed)),
        count("count-none", Facet::State(StateFacet::NotRecognised)),
    ];
    lists.into_iter().flatten().chain([producers]).collect()
}

/// "171 sản phẩm: Hà Tĩnh 158, Quảng Ngãi 13", the site's own province first; the number alone where there is but one.
fn by_province(ctx: &PageContext<'_>) -> String {
    let catalogue = ctx.catalogue();
    let count = |id: ProvinceId| {
        catalogue.products.iter().filter(|product| product.place.as_ref().is_some_and(|it| it.province == id)).count()
    };
    let provinces = (0..catalogue.places.provinces.len()).map(ProvinceId::new);
    let mut counts: Vec<(ProvinceId, usize)> = provinces.map(|id| (id, count(id))).filter(|(_, n)| *n > 0).collect();
    counts.sort_by_key(|(id, _)| catalogue[*id].id != ctx.inputs.config.home_province);
    let all = entries::products(ctx, catalogue.products.len());
    if counts.len() < 2 {
        return all;
    }
    let parts: Vec<String> = counts.iter().map(|(id, n)| format!("{} {n}", names::bare_province(ctx, *id))).collect();
    format!("{all}: {}", parts.join(", "))
}

/// Products in force, the home district's first.
fn products(ctx: &PageContext<'_>) -> Vec<Card> {
    let catalogue = ctx.catalogue();
    let Some(listing) = ctx.plan().listings.get(Facet::State(StateFacet::InForce)) else {
        return Vec::new();
    };
    let shown = |id: &&ProductId| !catalogue[**id].is_bare();
    let (home, away): (Vec<ProductId>, Vec<ProductId>) =
        listing.members.iter().filter(shown).partition(|id| is_home(ctx, EntryRef::Product(**id)));
    let ids: Vec<ProductId> = home.into_iter().chain(away).take(SHORT_LIST).collect();
    card::cards(ctx, &ids)
}

fn is_home(ctx: &PageContext<'_>, entry: EntryRef) -> bool {
    let catalogue = ctx.catalogue();
    let district = place(catalogue, entry).and_then(|place| place.district);
    district.is_some_and(|id| catalogue[id].id == ctx.inputs.config.home_district)
}

/// Entries of the home district first, at most a short list.
fn home_first(ctx: &PageContext<'_>, all: impl Iterator<Item = EntryRef>) -> Vec<Entry> {
    let (home, away): (Vec<EntryRef>, Vec<EntryRef>) = all.partition(|entry| is_home(ctx, *entry));
    entries::entries(ctx, home.into_iter().chain(away).take(SHORT_LIST))
}

/// Points of sale seen open within 180 days; if there is none, those that are not known to be closed.
fn points(ctx: &PageContext<'_>) -> (Vec<Entry>, Vec<Entry>) {
    let points = &ctx.catalogue().points_of_sale;
    let ids = |wanted: fn(OutletStatus, bool) -> bool| {
        let chosen = (0..points.len()).filter(move |at| {
            let standing = &points[*at].standing;
            wanted(standing.status, standing.fresh)
        });
        chosen.map(|at| EntryRef::PointOfSale(PointOfSaleId::new(at)))
    };
    let open = home_first(ctx, ids(|status, fresh| fresh && status == OutletStatus::Open));
    if !open.is_empty() {
        return (open, Vec::new());
    }
    (open, home_first(ctx, ids(|status, _| status != OutletStatus::Closed)))
}

fn destinations(ctx: &PageContext<'_>) -> Vec<Entry> {
    let all = (0..ctx.catalogue().destinations.len()).map(|at| EntryRef::Destination(DestinationId::new(at)));
    home_first(ctx, all)
}

fn routes(ctx: &PageContext<'_>) -> Vec<Entry> {
    let all = (0..ctx.catalogue().routes.len()).map(|at| EntryRef::Route(RouteId::new(at)));
    entries::entries(ctx, all.take(SHORT_LIST))
}

/// Events of which the next date is known, the next one first.
fn events(ctx: &PageContext<'_>) -> Vec<Entry> {
    let events = (0..ctx.catalogue().events.len()).map(EventId::new);
    let coming = events.filter(|id| event_order(ctx.catalogue(), *id).0 == Timing::Coming);
    entries::events(ctx, coming, SHORT_LIST)
}

/// Former districts with products, the home district first.
fn districts(ctx: &PageContext<'_>) -> Vec<CountLink> {
    let catalogue = ctx.catalogue();
    let mut ids: Vec<_> = catalogue.district_ids().collect();
    ids.sort_by_key(|id| (catalogue[*id].id != ctx.inputs.config.home_district, *id));
    ids.into_iter().filter_map(|id| ctx.count_link(names::district(ctx, id), Facet::District(id))).collect()
}

/// The way to workshops that receive visitors, once there is one.
fn visits(ctx: &PageContext<'_>) -> Option<Link> {
    let any = !ctx.plan().shelves.all(EntryKind::Visits).is_empty();
    any.then(|| ctx.link(ctx.own(ctx.t("visits-heading")), paths::VISITS))
}
