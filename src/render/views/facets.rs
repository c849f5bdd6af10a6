//! Overviews of lists: which districts, stars, groups, states, months there are, with counts.

use serde::Serialize;

use crate::model::id::{DistrictId, GroupId, ProvinceId, Unit};
use crate::model::product::Stars;
use crate::plan::FacetKind;
use crate::plan::facet::{Facet, StateFacet};
use crate::render::context::PageContext;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{ChipGroup, CountLink};
use crate::render::views::season::{self, MonthNow, YearView};
use crate::render::views::{badges, names, places};

/// Context of `facets.html`: `/huyen/`, `/xa/`, `/xa-cu/`, `/sao/`, `/nhom/`, `/trang-thai/`, `/mua-vu/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FacetsView {
    pub common: Common,
    /// `districts`, `communes`, `former`, `stars`, `groups`, `states`, `months`.
    pub kind: &'static str,
    pub heading: String,
    pub lead: Vec<String>,
    pub groups: Vec<ChipGroup>,
    /// For states: each with its badge and what it means.
    pub explained: Vec<ExplainedState>,
    /// For months: the whole year, and what is in season now.
    pub year: Option<YearView>,
    pub now: Option<MonthNow>,
    pub empty: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ExplainedState {
    pub link: CountLink,
    pub state: &'static str,
    pub icon: &'static str,
    pub meaning: String,
}

/// Fills an overview of lists.
pub fn view(ctx: &PageContext<'_>, kind: FacetKind) -> FacetsView {
    let word = word(kind);
    let heading = ctx.t(&format!("{word}-heading"));
    let lead = ctx.t(&format!("{word}-lead"));
    let groups: Vec<ChipGroup> = groups(ctx, kind).into_iter().filter(|group| !group.links.is_empty()).collect();
    let explained = if kind == FacetKind::States { explained(ctx) } else { Vec::new() };
    let year = if kind == FacetKind::Months { season::year(ctx) } else { None };
    let now = year.as_ref().map(|_| season::now(ctx));
    let no_year = year.is_none();
    FacetsView {
        kind: word,
        year,
        now,
        empty: (groups.is_empty() && explained.is_empty() && no_year).then(|| ctx.t(&format!("{word}-empty"))),
        groups,
        explained,
        common: frame::common(ctx, Frame { title: heading.clone(), description: lead.clone(), ..Frame::default() }),
        heading,
        lead: vec![lead],
    }
}

const fn word(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Districts => "districts",
        FacetKind::Communes => "communes",
        FacetKind::Former => "former",
        FacetKind::Stars => "stars",
        FacetKind::Groups => "groups",
        FacetKind::States => "states",
        FacetKind::Months => "months",
    }
}

fn groups(ctx: &PageContext<'_>, kind: FacetKind) -> Vec<ChipGroup> {
    let all = |heading: &str, links: Vec<CountLink>| vec![ChipGroup { heading: ctx.t(heading), links }];
    match kind {
        FacetKind::Districts => by_province(ctx, |province| districts(ctx, province)),
        FacetKind::Communes => by_district(ctx),
        FacetKind::Former => by_province(ctx, |province| former(ctx, province)),
        FacetKind::Stars => all("chips-stars", stars(ctx)),
        FacetKind::Groups => subgroups(ctx),
        FacetKind::States | FacetKind::Months => Vec::new(),
    }
}

fn by_province(ctx: &PageContext<'_>, links: impl Fn(ProvinceId) -> Vec<CountLink>) -> Vec<ChipGroup> {
    let provinces = (0..ctx.catalogue().places.provinces.len()).map(ProvinceId::new);
    provinces.map(|id| ChipGroup { heading: places::province_name(ctx, id).opening().text, links: links(id) }).collect()
}

fn districts(ctx: &PageContext<'_>, province: ProvinceId) -> Vec<CountLink> {
    let inside = ctx.catalogue().district_ids().filter(|id| ctx.catalogue()[*id].province == province);
    inside.filter_map(|id| names::count_link(ctx, Facet::District(id))).collect()
}

fn former(ctx: &PageContext<'_>, province: ProvinceId) -> Vec<CountLink> {
    let inside = ctx.catalogue().former_ids().filter(|id| ctx.catalogue()[*id].province == province);
    inside.filter_map(|id| names::count_link(ctx, Facet::Former(id))).collect()
}

/// Present communes under the former district that most of each lay in.
fn by_district(ctx: &PageContext<'_>) -> Vec<ChipGroup> {
    let group = |id: DistrictId| ChipGroup {
        heading: places::unit_name(ctx, Unit::District(id)).opening().text,
        links: communes(ctx, id),
    };
    ctx.catalogue().district_ids().map(group).collect()
}

/// The present communes of a former district that hold something.
pub fn communes(ctx: &PageContext<'_>, district: DistrictId) -> Vec<CountLink> {
    let communes = ctx.plan().listings.communes_of(district);
    communes.iter().filter_map(|id| names::count_link(ctx, Facet::Commune(*id))).collect()
}

pub fn stars(ctx: &PageContext<'_>) -> Vec<CountLink> {
    Stars::ALL.into_iter().rev().filter_map(|stars| names::count_link(ctx, Facet::Star(stars))).collect()
}

pub fn months(ctx: &PageContext<'_>) -> Vec<CountLink> {
    (1..=12).filter_map(|month| names::count_link(ctx, Facet::Month(month))).collect()
}

fn subgroups(ctx: &PageContext<'_>) -> Vec<ChipGroup> {
    let catalogue = ctx.catalogue();
    let group = |id: GroupId| {
        let subgroups = catalogue[id].subgroups().map(|subgroup| Facet::Subgroup(id, subgroup.number));
        // The heading names the group, so its own chip need not.
        let whole = ctx.count_link(ctx.own(ctx.t("groups-whole")), Facet::Group(id));
        let links = whole.into_iter().chain(subgroups.filter_map(|facet| names::count_link(ctx, facet)));
        ChipGroup { heading: ctx.text(&catalogue[id].name).text, links: links.collect() }
    };
    catalogue.group_ids().map(group).collect()
}

fn explained(ctx: &PageContext<'_>) -> Vec<ExplainedState> {
    let state = |state: StateFacet| {
        Some(ExplainedState {
            link: names::count_link(ctx, Facet::State(state))?,
            state: state.word(),
            icon: badges::icon(state),
            meaning: ctx.t(&format!("state-{}-means", state.word())),
        })
    };
    StateFacet::ALL.into_iter().filter_map(state).collect()
}
