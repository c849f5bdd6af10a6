//! `/ban-do/`, and the small maps on other pages.

use serde::Serialize;

use crate::model::id::{CommuneId, EntryRef, ProvinceId, Unit};
use crate::plan::facet::Facet;
use crate::plan::near::{is_closed, place};
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::lettering::{self, Lettered};
use crate::render::schematic::{Dot, ProvinceMap, Size};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{Link, MaybeLink, Text};
use crate::render::views::{entries, places};

/// Context of `map.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapPageView {
    pub common: Common,
    pub heading: String,
    pub lead: Vec<String>,
    /// What the sizes and colours mean.
    pub legend: Vec<Key>,
    pub maps: Vec<MapView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Key {
    /// `none`, `few`, `some`, `many`.
    pub size: &'static str,
    pub words: String,
}

/// One province: the drawing, and the same as a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapView {
    pub id: String,
    pub heading: Text,
    /// What the table is.
    pub caption: String,
    /// What the drawing is, for those who do not see it.
    pub label: String,
    pub width: u32,
    pub height: u32,
    /// Communes without a page of their own, as the `d` of one path.
    pub blank: String,
    /// The same of those whose borders are known.
    pub blank_areas: String,
    /// Those with borders first: circles lie above them.
    pub marks: Vec<Mark>,
    /// Names of the places that visitors come from.
    pub labels: Vec<Label>,
    pub pins: Vec<Pin>,
    pub rows: Vec<MapRow>,
    /// What lies in the province, but no source tells in which commune.
    pub unplaced: Option<Unplaced>,
    /// What is counted in each of several communes, in words.
    pub divided: Option<String>,
}

/// What a map cannot show, as a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Unplaced {
    /// "Chưa rõ xã, nên không có trên sơ đồ: 38 sản phẩm, 2 điểm bán".
    pub words: String,
    pub links: Vec<Link>,
}

/// A commune with a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Mark {
    pub x: i32,
    pub y: i32,
    pub r: i32,
    /// Its borders in place of the circle, as the `d` of a path.
    pub area: Option<String>,
    pub size: &'static str,
    /// None where there are no products.
    pub count: Option<usize>,
    pub url: String,
    /// "xã Thiên Cầm: 12 sản phẩm, 1 nơi bán".
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Label {
    pub x: i32,
    pub y: i32,
    /// From the circle to the name, as the `d` of a path.
    pub line: String,
    pub text: Text,
}

/// A place to buy, a sight or a workshop of which the very point is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Pin {
    pub x: i32,
    pub y: i32,
    pub url: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapRow {
    pub commune: MaybeLink,
    pub products: usize,
    pub points: usize,
    pub destinations: usize,
}

/// A map beside other things: where something lies in its province.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SmallMap {
    pub label: String,
    pub width: u32,
    pub height: u32,
    /// All communes, as the `d` of one path.
    pub blank: String,
    pub lit: Vec<Lit>,
    pub link: Link,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Lit {
    pub x: i32,
    pub y: i32,
}

/// Fills `/ban-do/`.
pub fn view(ctx: &PageContext<'_>) -> MapPageView {
    let heading = ctx.t("map-heading");
    let maps = &ctx.inputs.site.maps().provinces;
    let lead = match maps.iter().any(|map| !map.areas.is_empty()) {
        true => ctx.t("map-lead-borders"),
        false => ctx.t("map-lead"),
    };
    let key = |size: &Size| Key { size: size.word(), words: ctx.t(&format!("map-size-{}", size.word())) };
    MapPageView {
        legend: Size::ALL.iter().map(key).collect(),
        maps: maps.iter().map(|map| province(ctx, map)).collect(),
        common: frame::common(ctx, Frame { title: heading.clone(), description: lead.clone(), ..Frame::default() }),
        heading,
        lead: vec![lead],
    }
}

fn province(ctx: &PageContext<'_>, map: &ProvinceMap) -> MapView {
    let name = places::province_name(ctx, map.province);
    let (with_page, without): (Vec<&Dot>, Vec<&Dot>) =
        map.dots.iter().partition(|dot| ctx.facet_url(Facet::Commune(dot.commune)).is_some());
    let mut marks: Vec<Mark> = with_page.iter().filter_map(|dot| mark(ctx, map, dot)).collect();
    marks.sort_by_key(|mark| mark.area.is_none());
    let mut rows: Vec<MapRow> = with_page.iter().map(|dot| row(ctx, dot)).collect();
    // Most products first; the catalogue's order within the same number.
    rows.sort_by_key(|row| std::cmp::Reverse(row.products));
    MapView {
        id: ctx.catalogue()[map.province].id.clone(),
        label: ctx.tv("map-label", &[("name", name.text.as_str().into())]),
        caption: ctx.tv("map-table", &[("name", name.text.as_str().into())]),
        heading: name.opening(),
        width: crate::render::schematic::WIDTH as u32,
        height: map.height,
        blank: path(without.iter().copied().filter(|dot| !map.areas.contains_key(&dot.commune))),
        blank_areas: without.iter().filter_map(|dot| map.areas.get(&dot.commune)).map(String::as_str).collect(),
        marks,
        labels: labels(ctx, map),
        pins: pins(ctx, map),
        rows,
        unplaced: unplaced(ctx, map.province),
        divided: divided(ctx, map.province),
    }
}

fn mark(ctx: &PageContext<'_>, map: &ProvinceMap, dot: &Dot) -> Option<Mark> {
    let row = row(ctx, dot);
    Some(Mark {
        x: dot.x.round() as i32,
        y: dot.y.round() as i32,
        r: dot.r.round() as i32,
        area: map.areas.get(&dot.commune).cloned(),
        size: dot.size.word(),
        count: (dot.products > 0).then_some(dot.products),
        url: ctx.facet_url(Facet::Commune(dot.commune))?,
        words: ctx.tv(
            "map-commune",
            &[
                ("name", row.commune.text.text.as_str().into()),
                ("products", row.products.into()),
                ("points", row.points.into()),
                ("sights", row.destinations.into()),
            ],
        ),
    })
}

fn row(ctx: &PageContext<'_>, dot: &Dot) -> MapRow {
    let inhabitants = &ctx.catalogue().links.communes[dot.commune.at()];
    let open = |id: &&crate::model::id::PointOfSaleId| !is_closed(ctx.catalogue(), EntryRef::PointOfSale(**id));
    MapRow {
        commune: places::commune_link(ctx, dot.commune),
        products: dot.products,
        points: inhabitants.points_of_sale.iter().filter(open).count(),
        destinations: inhabitants.destinations.len(),
    }
}

fn labels(ctx: &PageContext<'_>, map: &ProvinceMap) -> Vec<Label> {
    let catalogue = ctx.catalogue();
    let named = ctx.inputs.config.anchors.iter().filter_map(|anchor| {
        let dot = map.dots.iter().find(|dot| catalogue[dot.commune].id == anchor.commune)?;
        Some((dot, ctx.text(&anchor.name)))
    });
    let named: Vec<(&Dot, Text)> = named.collect();
    let names: Vec<(&Dot, &str)> = named.iter().map(|(dot, name)| (*dot, name.text.as_str())).collect();
    let placed = lettering::place(&names, &map.dots, f64::from(map.height));
    let label = |(place, (_, text)): (Option<Lettered>, (&Dot, Text))| {
        let place = place?;
        let ([x1, y1], [x2, y2]) = (place.from, place.to);
        let line = format!("M{x1:.0} {y1:.0}L{x2:.0} {y2:.0}");
        Some(Label { x: place.x.round() as i32, y: place.y.round() as i32, line, text })
    };
    placed.into_iter().zip(named).filter_map(label).collect()
}

fn pins(ctx: &PageContext<'_>, map: &ProvinceMap) -> Vec<Pin> {
    let catalogue = ctx.catalogue();
    let shown = |entry: &EntryRef| {
        let goal = matches!(entry, EntryRef::PointOfSale(_) | EntryRef::Venue(_) | EntryRef::Destination(_));
        goal && !is_closed(catalogue, *entry)
    };
    let pin = |entry: EntryRef| {
        let place = place(catalogue, entry).filter(|place| place.province == map.province)?;
        let [x, y] = map.spot(place.point?)?;
        let name = ctx.entry_name(entry).text;
        let words = entries::kind(ctx, entry).map_or(name.clone(), |kind| format!("{name}, {kind}"));
        Some(Pin { x: x.round() as i32, y: y.round() as i32, url: ctx.entry_url(entry), words })
    };
    catalogue.entries().into_iter().filter(shown).filter_map(pin).collect()
}

/// Products, places to buy and sights in the province of which no source tells the present commune.
fn unplaced(ctx: &PageContext<'_>, province: ProvinceId) -> Option<Unplaced> {
    let catalogue = ctx.catalogue();
    let lost = |entry: &EntryRef| {
        let counted = matches!(entry, EntryRef::Product(_) | EntryRef::PointOfSale(_) | EntryRef::Destination(_));
        let place = place(catalogue, *entry).filter(|_| counted && !is_closed(catalogue, *entry));
        place.is_some_and(|place| place.province == province && place.communes.is_empty())
    };
    let entries: Vec<EntryRef> = catalogue.entries().into_iter().filter(lost).collect();
    let count = |key: &str, wanted: fn(&EntryRef) -> bool| {
        let n = entries.iter().filter(|entry| wanted(entry)).count();
        (n > 0).then(|| ctx.tv(key, &[("n", n.into())]))
    };
    let counts = [
        count("count-products", |entry| matches!(entry, EntryRef::Product(_))),
        count("count-points-of-sale", |entry| matches!(entry, EntryRef::PointOfSale(_))),
        count("count-destinations", |entry| matches!(entry, EntryRef::Destination(_))),
    ];
    let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    (!entries.is_empty()).then(|| Unplaced {
        words: ctx.tv("map-unplaced", &[("counts", counts.into())]),
        links: entries.iter().map(|entry| ctx.entry_link(*entry)).collect(),
    })
}

/// Products of former units that were divided stand in each commune that they may lie in.
fn divided(ctx: &PageContext<'_>, province: ProvinceId) -> Option<String> {
    let places = ctx.catalogue().products.iter().filter_map(|product| product.place.as_ref());
    let n = places.filter(|place| place.province == province && place.communes.len() > 1).count();
    (n > 0).then(|| ctx.tv("map-divided", &[("n", n.into())]))
}

/// Dots as strokes without length, whose round ends are all that is drawn.
fn path<'d>(dots: impl Iterator<Item = &'d Dot>) -> String {
    dots.map(|dot| format!("M{:.0} {:.0}h0", dot.x, dot.y)).collect()
}

/// The province with these communes lit; none where the province has no map or no commune lies on it.
pub fn small(ctx: &PageContext<'_>, communes: &[CommuneId], name: &str) -> Option<SmallMap> {
    let province = ctx.catalogue()[*communes.first()?].province;
    let map = ctx.inputs.site.maps().of(province)?;
    let lit = communes.iter().filter_map(|id| map.dot(*id));
    let lit: Vec<Lit> = lit.map(|dot| Lit { x: dot.x.round() as i32, y: dot.y.round() as i32 }).collect();
    let values = [("name", name.into()), ("province", places::province_name(ctx, province).text.into())];
    (!lit.is_empty()).then(|| SmallMap {
        label: ctx.tv("map-small-label", &values),
        width: crate::render::schematic::WIDTH as u32,
        height: map.height,
        blank: path(map.dots.iter()),
        lit,
        link: ctx.link(ctx.own(ctx.t("map-whole")), paths::MAP),
    })
}

/// The communes of a unit.
pub fn communes(ctx: &PageContext<'_>, unit: Unit) -> Vec<CommuneId> {
    let catalogue = ctx.catalogue();
    match unit {
        Unit::Commune(id) => vec![id],
        Unit::Former(id) => catalogue[id].communes.clone(),
        Unit::District(id) => catalogue.commune_ids().filter(|it| catalogue[*it].district == Some(id)).collect(),
        Unit::Province(_) => Vec::new(),
    }
}
