//! Lists of products: all, by place, by star, by group, by state, by month.

use serde::Serialize;

use crate::model::id::{EntryRef, Unit};
use crate::model::links::Inhabitants;
use crate::plan::facet::{Facet, StateFacet};
use crate::plan::listing::{Listing, PER_PAGE};
use crate::plan::paths;
use crate::plan::sheets::{Sheet, has_leaflet};
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::jsonld;
use crate::render::views::card::{self, Card};
use crate::render::views::chips;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::map::{self, SmallMap};
use crate::render::views::parts::{ChipGroup, CountLink, EntrySection, Link, MaybeLink, Text};
use crate::render::views::season::{self, YearView};
use crate::render::views::{entries, names, places, sheets};

/// Entries of one kind on a unit's page; more would break the page's budget of nodes.
const PER_SECTION: usize = 12;

/// Context of `listing.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ListingView {
    pub common: Common,
    /// `all`, `district`, `commune`, `former`, `star`, `group`, `subgroup`, `state`, `month`, `district-star`,
    /// `district-group`.
    pub kind: &'static str,
    pub heading: Text,
    /// One or two sentences.
    pub lead: Vec<Text>,
    /// All products of the list, not only this page's.
    pub total: usize,
    pub total_words: String,
    /// On the first page only.
    pub unit: Option<UnitView>,
    /// Of a list by place, on the first page only.
    pub map: Option<SmallMap>,
    /// Of a list by month, on the first page only.
    pub year: Option<YearView>,
    /// Neighbouring lists with counts, on the first page only.
    pub chips: Vec<ChipGroup>,
    pub cards: Vec<Card>,
    /// Products that once had this grade ("từng đạt"), on the last page of a list by star.
    pub former_cards: Vec<Card>,
    pub pages: Option<Pagination>,
    /// What else lies here: producers, points of sale, sights. On the first page only.
    pub sections: Vec<EntrySection>,
    /// A leaflet to print, on the first page of a present commune's list.
    pub leaflet: Option<Link>,
}

/// What became of a unit, or what it was made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct UnitView {
    /// Words on the unit's time: "đến 30/06/2025", "từ 01/07/2025".
    pub era: String,
    pub code: Option<String>,
    pub province: Text,
    pub district: Option<MaybeLink>,
    /// For a former unit: the present communes.
    pub now: Vec<MaybeLink>,
    /// For a present commune: the former units.
    pub formed_from: Vec<MaybeLink>,
    pub inferred: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Pagination {
    pub current: usize,
    pub last: usize,
    /// "Trang 2 trên 5".
    pub words: String,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Every page; `count` is the page's number.
    pub links: Vec<CountLink>,
}

/// Fills one page of a list.
pub fn view(ctx: &PageContext<'_>, facet: Facet, number: usize) -> ListingView {
    let nothing = Listing::default();
    let listing = ctx.plan().listings.get(facet).unwrap_or(&nothing);
    let heading = names::heading(ctx, facet);
    let first = number == 1;
    let last = number == listing.pages();
    let cards = card::cards(ctx, listing.page(number));
    let total = listing.members.len();
    ListingView {
        kind: kind(facet),
        lead: if first { lead(ctx, facet, listing) } else { Vec::new() },
        total,
        total_words: entries::products(ctx, total),
        unit: unit(facet).filter(|_| first).map(|it| unit_view(ctx, it)),
        map: unit(facet)
            .filter(|_| first)
            .and_then(|it| map::small(ctx, &map::communes(ctx, it), &places::unit_name(ctx, it).text)),
        year: if first && matches!(facet, Facet::Month(_)) { season::year(ctx) } else { None },
        // Later pages are for reading on; their way out is the first page.
        chips: if first { chips::neighbours(ctx, facet) } else { Vec::new() },
        former_cards: if last { card::cards(ctx, &listing.former) } else { Vec::new() },
        pages: pagination(ctx, &ctx.plan().slugs.facet(ctx.catalogue(), facet), number, listing.pages()),
        sections: if first { sections(ctx, facet) } else { Vec::new() },
        leaflet: leaflet(ctx, facet).filter(|_| first),
        common: frame(ctx, facet, number, &heading, &cards),
        heading,
        cards,
    }
}

const fn kind(facet: Facet) -> &'static str {
    match facet {
        Facet::All => "all",
        Facet::District(_) => "district",
        Facet::Commune(_) => "commune",
        Facet::Former(_) => "former",
        Facet::Star(_) => "star",
        Facet::Group(_) => "group",
        Facet::Subgroup(..) => "subgroup",
        Facet::State(_) => "state",
        Facet::Month(_) => "month",
        Facet::DistrictStar(..) => "district-star",
        Facet::DistrictGroup(..) => "district-group",
    }
}

fn frame(ctx: &PageContext<'_>, facet: Facet, number: usize, heading: &Text, cards: &[Card]) -> Common {
    let title = frame::numbered(ctx, &heading.text, number);
    let count = ctx.plan().listings.count(facet);
    let shown = cards.iter().filter(|card| !card.bare).map(|card| card.url.clone());
    let description = ctx.tv("listing-description", &[("title", heading.text.as_str().into()), ("n", count.into())]);
    let json_ld = vec![jsonld::item_list(ctx, shown, (number - 1) * PER_PAGE + 1)];
    let here = Some(match number {
        1 => names::short(ctx, facet).opening(),
        _ => ctx.own(ctx.tv("page-number", &[("n", number.into())])),
    });
    let mut crumbs = crumbs(ctx, facet);
    if number > 1 {
        crumbs.push((names::short(ctx, facet).opening(), ctx.plan().slugs.facet(ctx.catalogue(), facet)));
    }
    frame::common(ctx, Frame { title, description, crumbs, here, json_ld, file: None })
}

/// The steps above a list.
fn crumbs(ctx: &PageContext<'_>, facet: Facet) -> Vec<(Text, String)> {
    let catalogue = ctx.catalogue();
    let overview = |key: &str, path: &str| (ctx.own(ctx.t(key)), path.to_owned());
    let list = |facet: Facet| (names::short(ctx, facet).opening(), ctx.plan().slugs.facet(catalogue, facet));
    match facet {
        Facet::All => Vec::new(),
        Facet::District(_) => vec![overview("districts-heading", paths::DISTRICTS)],
        Facet::Commune(_) => vec![overview("communes-heading", paths::COMMUNES)],
        Facet::Former(_) => vec![overview("former-heading", paths::FORMER)],
        Facet::Star(_) => vec![overview("stars-heading", paths::STARS)],
        Facet::Group(_) => vec![overview("groups-heading", paths::GROUPS)],
        Facet::Subgroup(group, _) => vec![overview("groups-heading", paths::GROUPS), list(Facet::Group(group))],
        Facet::State(_) => vec![overview("states-heading", paths::STATES)],
        Facet::Month(_) => vec![overview("months-heading", paths::MONTHS)],
        Facet::DistrictStar(id, _) | Facet::DistrictGroup(id, _) => {
            vec![overview("districts-heading", paths::DISTRICTS), list(Facet::District(id))]
        }
    }
}

/// One or two sentences: what is listed, and how much of it is in force.
fn lead(ctx: &PageContext<'_>, facet: Facet, listing: &Listing) -> Vec<Text> {
    let catalogue = ctx.catalogue();
    let valid = listing.members.iter().filter(|id| catalogue[**id].certificate.state.is_in_force()).count();
    let counts = [("n", listing.members.len().into()), ("valid", valid.into())];
    let line = match facet {
        Facet::State(state) => ctx.t(&format!("state-{}-means", state.word())),
        Facet::Month(_) => ctx.t("lead-month"),
        Facet::Star(stars) => ctx.tv(
            "lead-star",
            &[
                ("n", stars.count().into()),
                ("all", listing.members.len().into()),
                ("valid", valid.into()),
                ("others", (listing.members.len() - valid).into()),
                ("former", listing.former.len().into()),
            ],
        ),
        _ if listing.members.is_empty() => ctx.t("lead-no-products"),
        _ => ctx.tv("lead-counts", &counts),
    };
    let more = match facet {
        Facet::District(_) => Some(ctx.t("lead-district")),
        Facet::Former(_) => Some(ctx.t("lead-former")),
        Facet::State(StateFacet::InForce) => {
            Some(ctx.tv("lead-as-of", &[("date", dates::day(ctx.lang, catalogue.date).into())]))
        }
        _ => None,
    };
    [Some(line), more].into_iter().flatten().map(|line| ctx.own(line)).collect()
}

const fn unit(facet: Facet) -> Option<Unit> {
    match facet {
        Facet::District(id) => Some(Unit::District(id)),
        Facet::Commune(id) => Some(Unit::Commune(id)),
        Facet::Former(id) => Some(Unit::Former(id)),
        _ => None,
    }
}

fn unit_view(ctx: &PageContext<'_>, unit: Unit) -> UnitView {
    let catalogue = ctx.catalogue();
    let until = |date| ctx.tv("era-until", &[("date", dates::partial(ctx.lang, date).into())]);
    let view = |era: String, code: Option<&String>, province| UnitView {
        era,
        code: code.cloned(),
        province: places::province_name(ctx, province),
        district: None,
        now: Vec::new(),
        formed_from: Vec::new(),
        inferred: false,
    };
    match unit {
        Unit::Province(id) => view(String::new(), Some(&catalogue[id].code), id),
        Unit::District(id) => {
            let district = &catalogue[id];
            view(until(district.until), Some(&district.code), district.province)
        }
        Unit::Former(id) => {
            let former = &catalogue[id];
            UnitView {
                district: Some(places::district_link(ctx, former.district)),
                now: former.communes.iter().map(|id| places::commune_link(ctx, *id)).collect(),
                inferred: former.inferred,
                ..view(until(former.until), former.code.as_ref(), former.province)
            }
        }
        Unit::Commune(id) => {
            let commune = &catalogue[id];
            let since = ctx.tv("era-since", &[("date", dates::partial(ctx.lang, commune.since).into())]);
            UnitView {
                district: commune.district.map(|id| places::district_link(ctx, id)),
                formed_from: commune.formed_from.iter().map(|id| places::unit_link(ctx, Unit::Former(*id))).collect(),
                ..view(since, Some(&commune.code), commune.province)
            }
        }
    }
}

fn leaflet(ctx: &PageContext<'_>, facet: Facet) -> Option<Link> {
    let Facet::Commune(id) = facet else { return None };
    let name = places::unit_name(ctx, Unit::Commune(id)).text;
    let text = ctx.own(ctx.tv("to-leaflet", &[("name", name.into())]));
    has_leaflet(ctx.catalogue(), id).then(|| Link { text, url: sheets::url(ctx, Sheet::Leaflet(id)), current: false })
}

/// What else lies in a unit.
fn sections(ctx: &PageContext<'_>, facet: Facet) -> Vec<EntrySection> {
    let links = &ctx.catalogue().links;
    let (inhabitants, with_producers): (&Inhabitants, bool) = match facet {
        Facet::Commune(id) => (&links.communes[id.at()], true),
        Facet::Former(id) => (&links.former[id.at()], true),
        // A district's producers are too many; each product names its own.
        Facet::District(id) => (&links.districts[id.at()], false),
        _ => return Vec::new(),
    };
    let section = |id: &str, key: &str, entries: Vec<EntryRef>| {
        let shown = entries::entries(ctx, entries.into_iter().take(PER_SECTION));
        entries::section(id, ctx.own(ctx.t(key)), shown)
    };
    let producers = if with_producers { inhabitants.producers.as_slice() } else { &[] };
    [
        section(
            "diem-den",
            "destinations",
            inhabitants.destinations.iter().map(|id| EntryRef::Destination(*id)).collect(),
        ),
        section(
            "diem-ban",
            "points-of-sale",
            inhabitants.points_of_sale.iter().map(|id| EntryRef::PointOfSale(*id)).collect(),
        ),
        section("nha-hang", "venues", inhabitants.venues.iter().map(|id| EntryRef::Venue(*id)).collect()),
        entries::section(
            "su-kien",
            ctx.own(ctx.t("events")),
            entries::events(ctx, inhabitants.events.iter().copied(), PER_SECTION),
        ),
        section("chu-the", "producers", producers.iter().map(|id| EntryRef::Producer(*id)).collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Links to the other pages of a list; none when it has one page.
pub fn pagination(ctx: &PageContext<'_>, path: &str, current: usize, last: usize) -> Option<Pagination> {
    let url = |number: usize| ctx.url(&paths::page_of(path, number));
    let link = |number: usize| CountLink {
        text: ctx.own(ctx.tv("page-number", &[("n", number.into())])),
        url: url(number),
        count: number,
        current: number == current,
    };
    (last > 1).then(|| Pagination {
        current,
        last,
        words: ctx.tv("page-of", &[("n", current.into()), ("last", last.into())]),
        previous: (current > 1).then(|| url(current - 1)),
        next: (current < last).then(|| url(current + 1)),
        links: page_numbers(current, last).into_iter().map(link).collect(),
    })
}

/// The first, the last and those around the current one.
fn page_numbers(current: usize, last: usize) -> Vec<usize> {
    const AROUND: usize = 2;
    (1..=last).filter(|it| *it == 1 || *it == last || it.abs_diff(current) <= AROUND).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_link_to_the_ends_and_the_neighbourhood() {
        assert_eq!(page_numbers(1, 3), [1, 2, 3]);
        assert_eq!(page_numbers(10, 300), [1, 8, 9, 10, 11, 12, 300]);
    }
}
