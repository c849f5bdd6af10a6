//! The page of a destination: what is made, bought, visited near it.

use serde::Serialize;

use crate::model::id::{DestinationId, EntryRef, ProductId};
use crate::model::visit::Destination;
use crate::plan::near::{Near, NearKind};
use crate::plan::paths;
use crate::plan::shelves::welcomes;
use crate::render::context::PageContext;
use crate::render::jsonld;
use crate::render::views::card::{self, Card, Cover};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::map::{self, SmallMap};
use crate::render::views::parts::{CaveatView, Entry, FactView, MaybeLink, PictureView, PlaceView, Story, Text};
use crate::render::views::{entries, facts, places};

/// How many products near a sight are shown.
const PRODUCTS: usize = 6;
/// Products and producers looked at, so that spirits and closed doors can be passed over.
const LOOK_AT: usize = 24;

/// Context of `destination.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DestinationView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    pub type_words: String,
    pub summary: Option<Text>,
    pub place: Option<PlaceView>,
    pub map: Option<SmallMap>,
    pub getting_there: Vec<FactView>,
    pub when_to_go: Vec<FactView>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
    /// What is made near it; no spirits.
    pub products: Vec<Card>,
    pub producers: Vec<Entry>,
    /// Where to buy near it.
    pub points: Vec<Entry>,
    pub venues: Vec<Entry>,
    /// Workshops near it that receive visitors, or plan to.
    pub visits: Vec<Entry>,
    pub destinations: Vec<Entry>,
    pub routes: Vec<Entry>,
    pub events: Vec<Entry>,
    pub commune: Option<MaybeLink>,
}

/// Fills the page of a destination.
pub fn view(ctx: &PageContext<'_>, id: DestinationId) -> DestinationView {
    let catalogue = ctx.catalogue();
    let destination = &catalogue[id];
    let head = &destination.head;
    let here = EntryRef::Destination(id);
    let near = |kind| destination.place.as_ref().map_or_else(Vec::new, |place| entries::near(ctx, place, kind, here));
    let place = destination.place.as_ref().map(|place| places::place(ctx, place));
    let story = facts::story(ctx, head);
    let facts_shown = facts::facts(ctx, &head.facts);
    let getting_there = facts::facts(ctx, &destination.getting_there);
    let when_to_go = facts::facts(ctx, &destination.when_to_go);
    let caveats = facts::caveats(ctx, &head.caveats);
    let pictures = facts::pictures(ctx, &head.pictures);
    ctx.cites(&head.sources);
    let routes = catalogue.links.routes_by_destination[id.at()].iter().map(|id| EntryRef::Route(*id));
    let events = catalogue.links.events_by_destination[id.at()].iter().copied();
    DestinationView {
        name: ctx.text(&head.name),
        other_names: head.other_names.clone(),
        cover: ctx.inputs.motifs.cover(catalogue, here),
        type_words: ctx.term("destination-type", destination.kind.word()),
        summary: head.summary.as_ref().map(|summary| ctx.text(summary)),
        place,
        map: small_map(ctx, destination),
        getting_there,
        when_to_go,
        pictures,
        story,
        facts: facts_shown,
        caveats,
        products: products(ctx, destination),
        producers: entries::entries(ctx, destination.producers.iter().map(|id| EntryRef::Producer(*id))),
        points: near(NearKind::PointsOfSale),
        venues: near(NearKind::Venues),
        visits: visits(ctx, destination),
        destinations: near(NearKind::Destinations),
        routes: entries::entries(ctx, routes),
        events: entries::events(ctx, events, usize::MAX),
        commune: destination.place.as_ref().and_then(|place| place.commune()).map(|id| places::commune_link(ctx, id)),
        common: frame(ctx, destination),
    }
}

fn small_map(ctx: &PageContext<'_>, destination: &Destination) -> Option<SmallMap> {
    let place = destination.place.as_ref()?;
    map::small(ctx, &place.communes, &places::short(ctx, place).text)
}

/// What the linked producers make, then what is made near; no spirits.
fn products(ctx: &PageContext<'_>, destination: &Destination) -> Vec<Card> {
    let catalogue = ctx.catalogue();
    let linked = destination.producers.iter().flat_map(|id| &catalogue[*id].products).copied();
    let near = around(ctx, destination, NearKind::Products).into_iter().filter_map(|near| match near.entry {
        EntryRef::Product(id) => Some(id),
        _ => None,
    });
    let mut shown: Vec<ProductId> = Vec::new();
    for id in linked.chain(near) {
        if shown.len() < PRODUCTS && !catalogue[id].is_bare() && !shown.contains(&id) {
            shown.push(id);
        }
    }
    card::cards(ctx, &shown)
}

/// Workshops near it that receive visitors or plan to.
fn visits(ctx: &PageContext<'_>, destination: &Destination) -> Vec<Entry> {
    let catalogue = ctx.catalogue();
    let open = |near: &Near| matches!(near.entry, EntryRef::Producer(id) if welcomes(catalogue, id));
    let found = around(ctx, destination, NearKind::Producers);
    let open: Vec<EntryRef> =
        found.iter().filter(|near| open(near)).take(entries::SHORT_LIST).map(|near| near.entry).collect();
    entries::entries(ctx, open)
}

fn around(ctx: &PageContext<'_>, destination: &Destination, kind: NearKind) -> Vec<Near> {
    let place = destination.place.as_ref();
    place.map_or_else(Vec::new, |place| ctx.plan().near.near(ctx.catalogue(), place, kind, LOOK_AT))
}

fn frame(ctx: &PageContext<'_>, destination: &Destination) -> Common {
    let head = &destination.head;
    let name = head.name.text(ctx.lang);
    let fallback = || ctx.tv("destination-description", &[("name", name.into())]);
    frame::common(
        ctx,
        Frame {
            title: name.to_owned(),
            description: frame::description(ctx, head.summary.as_ref(), fallback),
            crumbs: vec![(ctx.own(ctx.t("destinations")), paths::DESTINATIONS.to_owned())],
            here: Some(ctx.text(&head.name)),
            json_ld: vec![jsonld::place(ctx, "TouristAttraction", head, destination.place.as_ref())],
            file: Some(&head.file),
        },
    )
}
