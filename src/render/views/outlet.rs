//! The pages of points of sale and of venues (restaurants, hotels, homestays).

use serde::Serialize;

use crate::base::lang::Localized;
use crate::model::entry::{Contact, Head, Hours, Place};
use crate::model::id::{EntryRef, PointOfSaleId, ProducerId, ProductId, VenueId};
use crate::model::people::{PointOfSale, Standing};
use crate::plan::near::{NearKind, about, is_closed, where_to_buy};
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::jsonld;
use crate::render::views::card::{self, Card, Cover};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::map::{self, SmallMap};
use crate::render::views::parts::{
    CaveatView, Cite, ContactView, DateView, Entry, FactView, HoursView, Link, Outward, PictureView, PlaceView, Row,
    Story, Text,
};
use crate::render::views::standing::{self, StandingView};
use crate::render::views::{entries, facts, hours, places, reach, sheets};
use crate::terms::{OutletType, VenueType};

/// Context of `outlet.html`, for both kinds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OutletView {
    pub common: Common,
    /// `point-of-sale` or `venue`.
    pub kind: &'static str,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    /// "Cửa hàng OCOP".
    pub type_words: String,
    /// A website: nobody goes there, so neither address nor hours are missed.
    pub online: bool,
    pub standing: StandingView,
    pub summary: Option<Text>,
    pub operator: Option<Text>,
    pub producer: Option<Link>,
    pub place: Option<PlaceView>,
    pub address: Option<Text>,
    /// Ways there on maps of others; empty when neither point nor address is known, or when it is closed.
    pub directions: Vec<Outward>,
    pub website: Option<String>,
    pub hours: Option<HoursView>,
    pub contacts: Vec<ContactView>,
    /// Payment, parking, wholesale.
    pub rows: Vec<Row>,
    pub map: Option<SmallMap>,
    /// What it stocks or serves, spirits left out.
    pub products: Vec<StockItem>,
    pub stocks_cites: Vec<Cite>,
    /// Shelf cards to print, by producer of what a point of sale stocks.
    pub shelf_cards: Vec<Link>,
    /// Other points of sale near it that are not closed, and when it is closed the nearest however far.
    pub nearby_points: Vec<Entry>,
    pub nearby_destinations: Vec<Entry>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StockItem {
    pub card: Card,
    /// For venues: "trong thực đơn".
    pub how: Option<String>,
    pub since: Option<DateView>,
    pub verified_on: Option<DateView>,
    pub cites: Vec<Cite>,
}

/// What both kinds have.
struct Outlet<'a> {
    entry: EntryRef,
    head: &'a Head,
    kind: &'static str,
    /// None of a venue.
    outlet_type: Option<OutletType>,
    type_words: String,
    /// Type in structured data.
    schema: &'static str,
    crumb: (&'static str, &'static str),
    standing: &'a Standing,
    operator: Option<&'a Localized>,
    producer: Option<ProducerId>,
    place: Option<&'a Place>,
    address: Option<&'a Localized>,
    website: Option<&'a String>,
    hours: Option<&'a Hours>,
    contacts: &'a [Contact],
}

/// Fills the page of a point of sale.
pub fn point_of_sale(ctx: &PageContext<'_>, id: PointOfSaleId) -> OutletView {
    let point = &ctx.catalogue()[id];
    let outlet = Outlet {
        entry: EntryRef::PointOfSale(id),
        head: &point.head,
        kind: "point-of-sale",
        outlet_type: Some(point.kind),
        type_words: ctx.term("outlet-type", point.kind.word()),
        schema: "Store",
        crumb: ("points-of-sale", paths::POINTS_OF_SALE),
        standing: &point.standing,
        operator: point.operator.as_ref(),
        producer: point.producer,
        place: point.place.as_ref(),
        address: point.address.as_ref(),
        website: point.website.as_ref(),
        hours: point.hours.as_ref(),
        contacts: &point.contacts,
    };
    let stocks = ctx.plan().listings.sorted(&for_sale(ctx, point.stocks.iter().copied()));
    let item =
        |id| StockItem { card: card::card(ctx, id), how: None, since: None, verified_on: None, cites: Vec::new() };
    let products = stocks.into_iter().map(item).collect();
    let (rows, stocks_cites) = (rows(ctx, point), ctx.cites(&point.stocks_sources));
    let shelf_cards = sheets::of_stocks(ctx, &point.stocks);
    fill(ctx, &outlet, Goods { products, rows, stocks_cites, shelf_cards })
}

/// Fills the page of a restaurant, hotel or homestay.
pub fn venue(ctx: &PageContext<'_>, id: VenueId) -> OutletView {
    let venue = &ctx.catalogue()[id];
    let outlet = Outlet {
        entry: EntryRef::Venue(id),
        head: &venue.head,
        kind: "venue",
        outlet_type: None,
        type_words: ctx.term("venue-type", venue.kind.word()),
        schema: match venue.kind {
            VenueType::Restaurant => "Restaurant",
            VenueType::Hotel => "Hotel",
            VenueType::Homestay => "LodgingBusiness",
            VenueType::GiftShop => "Store",
            VenueType::Other => "LocalBusiness",
        },
        crumb: ("venues", paths::VENUES),
        standing: &venue.standing,
        operator: None,
        producer: venue.producer,
        place: venue.place.as_ref(),
        address: venue.address.as_ref(),
        website: venue.website.as_ref(),
        hours: venue.hours.as_ref(),
        contacts: &venue.contacts,
    };
    let item = |it: &crate::model::people::Use| StockItem {
        card: card::card(ctx, it.product),
        how: it.how.map(|how| ctx.term("use-how", how.word())),
        since: it.since.map(|date| ctx.date(date)),
        verified_on: it.verified_on.map(|date| ctx.date(date)),
        cites: ctx.cites(&it.sources),
    };
    let shown = venue.uses.iter().filter(|it| !ctx.catalogue()[it.product].is_bare());
    let products = shown.map(item).collect();
    fill(ctx, &outlet, Goods { products, ..Goods::default() })
}

/// Products without spirits: naming a shop that has them would be a way to buy them.
fn for_sale(ctx: &PageContext<'_>, products: impl Iterator<Item = ProductId>) -> Vec<ProductId> {
    products.filter(|id| !ctx.catalogue()[*id].is_bare()).collect()
}

/// What differs between the kinds.
#[derive(Default)]
struct Goods {
    products: Vec<StockItem>,
    rows: Vec<Row>,
    stocks_cites: Vec<Cite>,
    shelf_cards: Vec<Link>,
}

fn fill(ctx: &PageContext<'_>, outlet: &Outlet<'_>, goods: Goods) -> OutletView {
    let head = outlet.head;
    let near = |kind| outlet.place.map_or_else(Vec::new, |place| entries::near(ctx, place, kind, outlet.entry));
    let place = outlet.place.map(|place| places::place(ctx, place));
    let hours = outlet.hours.map(|written| hours::view(ctx, written, hours::trades(outlet.standing)));
    let contacts = reach::contacts(ctx, outlet.contacts);
    let story = facts::story(ctx, head);
    let facts_shown = facts::facts(ctx, &head.facts);
    let caveats = facts::caveats(ctx, &head.caveats);
    let pictures = facts::pictures(ctx, &head.pictures);
    ctx.cites(&head.sources);
    OutletView {
        kind: outlet.kind,
        name: ctx.text(&head.name),
        other_names: head.other_names.clone(),
        cover: ctx.inputs.motifs.cover(ctx.catalogue(), outlet.entry),
        type_words: outlet.type_words.clone(),
        online: outlet.outlet_type == Some(OutletType::Online),
        standing: standing::view(ctx, outlet.standing, outlet.outlet_type),
        summary: head.summary.as_ref().map(|summary| ctx.text(summary)),
        operator: outlet.operator.map(|operator| ctx.text(operator)),
        producer: outlet.producer.map(|id| ctx.entry_link(EntryRef::Producer(id))),
        place,
        address: outlet.address.map(|address| ctx.text(address)),
        directions: directions(ctx, outlet),
        website: outlet.website.cloned(),
        hours,
        contacts,
        rows: goods.rows,
        map: outlet.place.and_then(|place| map::small(ctx, &place.communes, &places::short(ctx, place).text)),
        products: goods.products,
        stocks_cites: goods.stocks_cites,
        shelf_cards: goods.shelf_cards,
        nearby_points: nearby_points(ctx, outlet),
        nearby_destinations: near(NearKind::Destinations),
        pictures,
        story,
        facts: facts_shown,
        caveats,
        common: frame(ctx, outlet),
    }
}

fn directions(ctx: &PageContext<'_>, outlet: &Outlet<'_>) -> Vec<Outward> {
    match is_closed(ctx.catalogue(), outlet.entry) {
        true => Vec::new(),
        false => places::directions(outlet.place, outlet.address.map(|address| address.vi.as_str())),
    }
}

/// Other places to buy that are not known to be closed; for a closed one however far the nearest is.
fn nearby_points(ctx: &PageContext<'_>, outlet: &Outlet<'_>) -> Vec<Entry> {
    let Some(place) = outlet.place else { return Vec::new() };
    match about(ctx.catalogue(), place) {
        Some(from) if is_closed(ctx.catalogue(), outlet.entry) => {
            let found = where_to_buy(ctx.catalogue(), from, Some(outlet.entry), entries::SHORT_LIST);
            entries::with_distances(ctx, &found)
        }
        _ => entries::near(ctx, place, NearKind::PointsOfSale, outlet.entry),
    }
}

fn frame(ctx: &PageContext<'_>, outlet: &Outlet<'_>) -> Common {
    let head = outlet.head;
    let name = head.name.text(ctx.lang);
    let (crumb, path) = outlet.crumb;
    let mut json_ld = jsonld::place(ctx, outlet.schema, head, outlet.place);
    if let Some(hours) = outlet.hours.and_then(|hours| jsonld::opening_hours(&hours.expression)) {
        json_ld["openingHoursSpecification"] = hours;
    }
    let values = [("name", name.into()), ("type", outlet.type_words.as_str().into())];
    frame::common(
        ctx,
        Frame {
            title: name.to_owned(),
            description: frame::description(ctx, head.summary.as_ref(), || ctx.tv("outlet-description", &values)),
            crumbs: vec![(ctx.own(ctx.t(crumb)), path.to_owned())],
            here: Some(ctx.text(&head.name)),
            json_ld: vec![json_ld],
            file: Some(&head.file),
        },
    )
}

fn rows(ctx: &PageContext<'_>, point: &PointOfSale) -> Vec<Row> {
    let wholesale = point.wholesale.map(|does| ctx.own(ctx.t(if does { "yes" } else { "no" })));
    let payment = facts::row(ctx, "payment", facts::texts(ctx, &point.payment), &[]);
    let parking = facts::row(ctx, "parking", facts::texts(ctx, &point.parking), &[]);
    let wholesale = facts::row(ctx, "wholesale", wholesale.into_iter().collect(), &[]);
    match point.kind {
        OutletType::Online => vec![payment, wholesale],
        _ => vec![payment, parking, wholesale],
    }
}
