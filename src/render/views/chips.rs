//! Ways from one list of products to its neighbours: from district to star to group and back, with counts.

use crate::model::id::{CommuneId, DistrictId, GroupId};
use crate::model::product::Stars;
use crate::plan::facet::{Facet, StateFacet};
use crate::render::context::PageContext;
use crate::render::views::parts::{ChipGroup, CountLink};
use crate::render::views::{facets, names};

/// Chips under their headings; headings without links are left out.
pub fn neighbours(ctx: &PageContext<'_>, facet: Facet) -> Vec<ChipGroup> {
    let groups = match facet {
        Facet::All => vec![states(ctx), stars(ctx), groups(ctx), districts(ctx, Facet::District), months(ctx)],
        Facet::District(id) => vec![
            chip(ctx, "chips-stars", stars_of(id)),
            chip(ctx, "chips-groups", groups_of(ctx, id)),
            ChipGroup { heading: ctx.t("chips-communes"), links: communes(ctx, id) },
            districts(ctx, Facet::District),
        ],
        Facet::Commune(id) => commune(ctx, id),
        Facet::Former(id) => {
            let former = &ctx.catalogue()[id];
            let communes = former.communes.iter().map(|id| Facet::Commune(*id));
            vec![
                chip(ctx, "chips-communes", communes.collect()),
                chip(ctx, "chips-districts", vec![Facet::District(former.district)]),
            ]
        }
        Facet::Star(stars_now) => {
            vec![stars(ctx), districts(ctx, |id| Facet::DistrictStar(id, stars_now)), groups(ctx)]
        }
        Facet::Group(id) => vec![
            chip(ctx, "chips-subgroups", subgroups_of(ctx, id)),
            districts(ctx, |district| Facet::DistrictGroup(district, id)),
            groups(ctx),
        ],
        Facet::Subgroup(id, _) => vec![chip(ctx, "chips-subgroups", subgroups_of(ctx, id)), groups(ctx)],
        Facet::State(_) => vec![states(ctx), stars(ctx)],
        // The other months stand in the strip of the year.
        Facet::Month(_) => vec![groups(ctx)],
        Facet::DistrictStar(id, stars_now) => vec![
            chip(ctx, "chips-stars", stars_of(id)),
            chip(ctx, "chips-groups", groups_of(ctx, id)),
            districts(ctx, |district| Facet::DistrictStar(district, stars_now)),
            whole(ctx, [Facet::District(id), Facet::Star(stars_now)]),
        ],
        Facet::DistrictGroup(id, group) => vec![
            chip(ctx, "chips-groups", groups_of(ctx, id)),
            chip(ctx, "chips-stars", stars_of(id)),
            districts(ctx, |district| Facet::DistrictGroup(district, group)),
            whole(ctx, [Facet::District(id), Facet::Group(group)]),
        ],
    };
    groups.into_iter().filter(|group| !group.links.is_empty()).collect()
}

fn chip(ctx: &PageContext<'_>, heading: &str, facets: Vec<Facet>) -> ChipGroup {
    let links: Vec<CountLink> = facets.into_iter().filter_map(|facet| names::count_link(ctx, facet)).collect();
    ChipGroup { heading: ctx.t(heading), links }
}

/// The two lists that a pair is made of, by their full names.
fn whole(ctx: &PageContext<'_>, facets: [Facet; 2]) -> ChipGroup {
    let link = |facet: Facet| ctx.count_link(names::short(ctx, facet), facet);
    ChipGroup { heading: ctx.t("chips-whole"), links: facets.into_iter().filter_map(link).collect() }
}

fn commune(ctx: &PageContext<'_>, id: CommuneId) -> Vec<ChipGroup> {
    let commune = &ctx.catalogue()[id];
    let former = commune.formed_from.iter().map(|id| Facet::Former(*id)).collect();
    let district = commune.district;
    let siblings = district.map(|id| communes(ctx, id)).unwrap_or_default();
    vec![
        chip(ctx, "chips-former", former),
        chip(ctx, "chips-districts", district.map(Facet::District).into_iter().collect()),
        ChipGroup { heading: ctx.t("chips-communes"), links: siblings },
    ]
}

/// The communes of a district that have products, and the one whose page this is; the others stand in the overview.
fn communes(ctx: &PageContext<'_>, district: DistrictId) -> Vec<CountLink> {
    let mut links = facets::communes(ctx, district);
    links.retain(|link| link.count > 0 || link.current);
    links
}

fn states(ctx: &PageContext<'_>) -> ChipGroup {
    chip(ctx, "chips-states", StateFacet::ALL.map(Facet::State).to_vec())
}

fn stars(ctx: &PageContext<'_>) -> ChipGroup {
    ChipGroup { heading: ctx.t("chips-stars"), links: facets::stars(ctx) }
}

fn months(ctx: &PageContext<'_>) -> ChipGroup {
    ChipGroup { heading: ctx.t("chips-months"), links: facets::months(ctx) }
}

fn groups(ctx: &PageContext<'_>) -> ChipGroup {
    chip(ctx, "chips-groups", ctx.catalogue().group_ids().map(Facet::Group).collect())
}

/// Former districts, each by its own list or by its pair with something else, named by the district alone.
fn districts(ctx: &PageContext<'_>, facet: impl Fn(DistrictId) -> Facet) -> ChipGroup {
    let link = |id: DistrictId| {
        ctx.plan().listings.get(facet(id))?;
        ctx.count_link(names::plain(ctx, Facet::District(id)), facet(id))
    };
    ChipGroup { heading: ctx.t("chips-districts"), links: ctx.catalogue().district_ids().filter_map(link).collect() }
}

fn stars_of(id: DistrictId) -> Vec<Facet> {
    Stars::ALL.into_iter().rev().map(|stars| Facet::DistrictStar(id, stars)).collect()
}

fn groups_of(ctx: &PageContext<'_>, id: DistrictId) -> Vec<Facet> {
    ctx.catalogue().group_ids().map(|group| Facet::DistrictGroup(id, group)).collect()
}

fn subgroups_of(ctx: &PageContext<'_>, id: GroupId) -> Vec<Facet> {
    ctx.catalogue()[id].subgroups().map(|subgroup| Facet::Subgroup(id, subgroup.number)).collect()
}
