//! `/in/to-roi/x/`: a leaflet of a commune on A4, printed on both sides and folded twice. Inside: what is made there, where
//! to buy, what to see. Outside: the cover, how to read stars, who answers for it.
//!
//! Every panel has as much as fits, measured; what does not is counted and left to the commune's page, where the cover's
//! code leads. Phones are those that the catalogue may publish. Spirits are left out, and the leaflet says so.

use serde::Serialize;

use crate::model::entry::{Contact, Place};
use crate::model::id::{CommuneId, EntryRef, ProductId, Unit};
use crate::model::visit::Next;
use crate::plan::facet::Facet;
use crate::plan::near::{Near, NearKind, where_to_buy};
use crate::plan::paths;
use crate::plan::route::Route;
use crate::plan::{sheets, shelves};
use crate::render::context::PageContext;
use crate::render::qr;
use crate::render::share::fonts::Weight;
use crate::render::views::card::{Badge, StarsView};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::map::{self, SmallMap};
use crate::render::views::parts::{Entry, Link, Text};
use crate::render::views::sheets::room::{self, Style};
use crate::render::views::sheets::{self as views, SheetNotice};
use crate::render::views::{badges, entries, hours, names, places, standing};

/// Width of a module, in tenths of a millimetre.
const MODULE: usize = 8;

/// The text of a panel, in hundredths of a millimetre: 99 mm and 210 mm without their margins.
const WIDTH: u32 = 8500;
const HEIGHT: u32 = 19400;
/// A heading with what stands around it, the sentence about the rest, the space below each thing.
const HEADING: u32 = 1000;
const REST: u32 = 900;
const GAP: u32 = 230;
/// Stars and state are one line, or two where the state is told in many words.
const MARKS: u32 = 1000;

/// As the style sheet sets them.
const NAME: Style = Style { size: 95, leading: 119, weight: Weight::Bold };
const LINE: Style = Style { size: 80, leading: 104, weight: Weight::Regular };
const NOTICE: Style = Style { size: 70, leading: 88, weight: Weight::Regular };

/// Most lines of a sight's summary; a longer one is for its page.
const SUMMARY_LINES: u32 = 3;
/// Rows of opening hours; more are for the place's page.
const HOURS_ROWS: usize = 2;
/// How many of each kind are looked at.
const LOOK_AT: usize = 24;

/// Context of `leaflet.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LeafletView {
    pub common: Common,
    pub heading: String,
    pub name: Text,
    pub province: Text,
    /// The commune's page, where the code leads.
    pub page: Link,
    pub address: String,
    pub qr_html: qr::Later,
    /// The page that tells how a certificate stands today.
    pub check_address: String,
    /// Where the commune lies.
    pub map: Option<SmallMap>,
    /// The three panels of the inner side.
    pub panels: Vec<Panel>,
    pub without_spirits: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Panel {
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Section {
    pub heading: String,
    pub products: Vec<LeafletProduct>,
    pub things: Vec<Thing>,
    /// How much is left out, or that nothing is known.
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LeafletProduct {
    pub name: Text,
    pub producer: Text,
    pub stars: StarsView,
    /// The certificate with its last day.
    pub badge: Badge,
    pub notices: Vec<SheetNotice>,
}

/// A place or an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Thing {
    pub name: Text,
    pub lines: Vec<Text>,
}

/// Fills the leaflet of a commune.
pub fn view(ctx: &PageContext<'_>, id: CommuneId) -> LeafletView {
    let catalogue = ctx.catalogue();
    let base = &ctx.plan().base;
    let name = places::unit_name(ctx, Unit::Commune(id));
    let path = ctx.plan().slugs.facet(catalogue, Facet::Commune(id));
    let absolute = |path: &str| base.absolute(&Route::new(ctx.lang, path).from_root());
    let address = absolute(&path);
    let heading = ctx.tv("leaflet-heading", &[("name", name.text.as_str().into())]);
    let made_here = &catalogue.links.communes[id.at()].products;
    LeafletView {
        page: ctx.link(name.clone(), &path),
        qr_html: qr::Later::measured(address.clone(), MODULE),
        address,
        check_address: absolute(paths::CHECK),
        province: places::province_name(ctx, catalogue[id].province),
        map: map::small(ctx, &[id], &name.text),
        panels: panels(ctx, id),
        without_spirits: made_here.iter().any(|id| catalogue[*id].is_bare()),
        common: frame::common(
            ctx,
            Frame {
                title: heading.clone(),
                description: heading.clone(),
                crumbs: vec![
                    (ctx.own(ctx.t("communes-heading")), paths::COMMUNES.to_owned()),
                    (names::short(ctx, Facet::Commune(id)).opening(), path),
                ],
                here: Some(ctx.own(ctx.t("leaflet-here"))),
                ..Frame::default()
            },
        ),
        heading,
        name,
    }
}

/// Products on one panel or two; on the rest where to buy and what to see, a panel each if there are two.
fn panels(ctx: &PageContext<'_>, id: CommuneId) -> Vec<Panel> {
    let catalogue = ctx.catalogue();
    let listed = sheets::allowed(catalogue, &ctx.plan().listings, &catalogue.links.communes[id.at()].products);
    let shown: Vec<LeafletProduct> = listed.iter().map(|id| product(ctx, *id)).collect();
    let heights: Vec<u32> = shown.iter().map(|it| product_height(ctx, it)).collect();
    let first = room::fill(&heights, HEIGHT - HEADING, 0);
    let second = room::fill(&heights[first..], HEIGHT - HEADING, REST);
    let left_out = shown.len() - first - second;
    let mut shown = shown.into_iter();
    let mut products = |heading: &str, count: usize, note: Option<String>| Section {
        heading: ctx.t(heading),
        products: shown.by_ref().take(count).collect(),
        note,
        ..Section::default()
    };
    let one = |section: Section| Panel { sections: vec![section] };
    let made = one(products("leaflet-products", first, None));
    if first == heights.len() {
        let room = HEIGHT - HEADING;
        return vec![made, one(to_buy(ctx, id, room)), one(to_see(ctx, id, room))];
    }
    let note = (left_out > 0).then(|| ctx.tv("leaflet-more-products", &[("n", left_out.into())]));
    let more = one(products("leaflet-products-more", second, note));
    let half = HEIGHT / 2 - HEADING;
    let others = Panel { sections: vec![to_buy(ctx, id, half), to_see(ctx, id, half)] };
    vec![made, more, others]
}

fn product(ctx: &PageContext<'_>, id: ProductId) -> LeafletProduct {
    let product = &ctx.catalogue()[id];
    LeafletProduct {
        name: ctx.text(&product.head.name),
        producer: ctx.text(&ctx.catalogue()[product.producer].head.name),
        stars: badges::stars(ctx, &product.certificate),
        badge: badges::on_paper(ctx, &product.certificate),
        notices: views::notices(ctx, product),
    }
}

fn product_height(ctx: &PageContext<'_>, product: &LeafletProduct) -> u32 {
    let fonts = &ctx.inputs.kit.fonts;
    let law = product.notices.iter().flat_map(|notice| &notice.lines);
    let law: u32 = law.map(|line| room::height(fonts, &line.text, NOTICE, WIDTH)).sum();
    let texts = [(&product.name, NAME), (&product.producer, LINE)];
    let texts: u32 = texts.iter().map(|(text, style)| room::height(fonts, &text.text, *style, WIDTH)).sum();
    texts + MARKS + law + GAP
}

/// `things` as far as they fit, and how many do not.
fn section(ctx: &PageContext<'_>, heading: &str, none: &str, things: Vec<Thing>, room: u32) -> Section {
    let fonts = &ctx.inputs.kit.fonts;
    let thing_height = |thing: &Thing| {
        let lines: u32 = thing.lines.iter().map(|line| room::height(fonts, &line.text, LINE, WIDTH)).sum();
        room::height(fonts, &thing.name.text, NAME, WIDTH) + lines + GAP
    };
    let heights: Vec<u32> = things.iter().map(thing_height).collect();
    let shown = room::fill(&heights, room, REST);
    let left_out = things.len() - shown;
    let note = match left_out {
        _ if things.is_empty() => Some(ctx.t(none)),
        0 => None,
        n => Some(ctx.tv("leaflet-more", &[("n", n.into())])),
    };
    Section { heading: ctx.t(heading), things: things.into_iter().take(shown).collect(), note, ..Section::default() }
}

/// Points of sale and workshops that sell, in the commune and about it; where none is near, the nearest.
fn to_buy(ctx: &PageContext<'_>, id: CommuneId, room: u32) -> Section {
    let catalogue = ctx.catalogue();
    let sells = |near: &Near| matches!(near.entry, EntryRef::Producer(id) if catalogue[id].sells_on_site.is_some());
    let workshops: Vec<Near> = near(ctx, id, NearKind::Producers).into_iter().filter(sells).collect();
    let mut found: Vec<Near> = near(ctx, id, NearKind::PointsOfSale).into_iter().chain(workshops).collect();
    // Things of the commune itself have no distance and come first.
    found.sort_by_key(|near| near.km);
    if let Some(from) = catalogue[id].point.filter(|_| found.is_empty()) {
        found = where_to_buy(catalogue, from, None, entries::SHORT_LIST);
    }
    let things = entries::with_distances(ctx, &found).into_iter().zip(&found);
    let things = things.map(|(entry, near)| outlet(ctx, entry, near.entry)).collect();
    section(ctx, "sold", "leaflet-no-points", things, room)
}

/// A place to buy: what it is, whether it was seen to trade, when it is open, whom to call.
fn outlet(ctx: &PageContext<'_>, entry: Entry, id: EntryRef) -> Thing {
    let catalogue = ctx.catalogue();
    let (stale, hours, contacts) = match id {
        EntryRef::PointOfSale(id) => {
            let point = &catalogue[id];
            (standing::stale(ctx, &point.standing, Some(point.kind)), point.hours.as_ref(), point.contacts.as_slice())
        }
        EntryRef::Producer(id) => {
            let producer = &catalogue[id];
            let hours = producer.sells_on_site.as_ref().and_then(|on_site| on_site.hours.as_ref());
            (None, hours, producer.contacts.as_slice())
        }
        _ => (None, None, [].as_slice()),
    };
    let days = hours.map(|hours| hours::days(ctx, hours)).filter(|days| days.len() <= HOURS_ROWS).unwrap_or_default();
    let days = days.into_iter().map(|day| ctx.own(format!("{}: {}", day.name, day.text)));
    let stale = stale.map(|words| ctx.own(words));
    let about = about(ctx, &entry, matches!(id, EntryRef::Producer(_)).then(|| ctx.t("leaflet-workshop")));
    Thing { name: entry.name, lines: about.into_iter().chain(stale).chain(days).chain(phone(ctx, contacts)).collect() }
}

/// Kind, place and distance in a line.
fn about(ctx: &PageContext<'_>, entry: &Entry, kind: Option<String>) -> Option<Text> {
    let parts =
        [kind.or(entry.kind.clone()), entry.place.as_ref().map(|place| place.text.clone()), entry.distance.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| ctx.own(parts.join(" · ")))
}

/// The first number that may be published: `resolve::contacts` lets no other through.
fn phone(ctx: &PageContext<'_>, contacts: &[Contact]) -> Option<Text> {
    let number = contacts.iter().find_map(|contact| contact.phone.as_deref())?;
    Some(ctx.own(ctx.tv("leaflet-phone", &[("number", number.into())])))
}

/// Sights in the commune and about it, its events, workshops that receive visitors.
fn to_see(ctx: &PageContext<'_>, id: CommuneId, room: u32) -> Section {
    let catalogue = ctx.catalogue();
    let welcome = |near: &Near| matches!(near.entry, EntryRef::Producer(id) if shelves::welcomes(catalogue, id));
    let events =
        catalogue.links.communes[id.at()].events.iter().filter(|id| !matches!(catalogue[**id].next, Next::Over(_)));
    let events = events.map(|id| Near { entry: EntryRef::Event(*id), km: None });
    let sights = near(ctx, id, NearKind::Destinations);
    let workshops: Vec<Near> = near(ctx, id, NearKind::Producers).into_iter().filter(welcome).collect();
    let mut found: Vec<Near> = sights.into_iter().chain(events).chain(workshops).collect();
    found.sort_by_key(|near| near.km);
    let things = entries::with_distances(ctx, &found).into_iter().zip(&found);
    let things = things.map(|(entry, near)| sight(ctx, entry, near.entry)).collect();
    section(ctx, "destinations", "leaflet-no-sights", things, room)
}

fn sight(ctx: &PageContext<'_>, entry: Entry, id: EntryRef) -> Thing {
    let fonts = &ctx.inputs.kit.fonts;
    let short = |text: &Text| room::height(fonts, &text.text, LINE, WIDTH) <= SUMMARY_LINES * LINE.line();
    let note = entry.note.clone().filter(short);
    let kind = match id {
        EntryRef::Producer(_) => entry.badge.as_ref().map(|badge| badge.words.clone()),
        _ => None,
    };
    let about = about(ctx, &entry, kind);
    Thing { name: entry.name, lines: about.into_iter().chain(note).collect() }
}

fn near(ctx: &PageContext<'_>, id: CommuneId, kind: NearKind) -> Vec<Near> {
    let commune = &ctx.catalogue()[id];
    let place = Place {
        unit: Unit::Commune(id),
        province: commune.province,
        district: commune.district,
        communes: vec![id],
        detail: None,
        point: None,
        sources: Vec::new(),
    };
    ctx.plan().near.near(ctx.catalogue(), &place, kind, LOOK_AT)
}
