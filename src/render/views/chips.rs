//! Ways from one list of products to its neighbours: from district to star to group and back, with counts.

use crate::model::id::{CommuneId, DistrictId, GroupId};
use crate::model::product::Stars;
use crate::plan::facet::{Facet, StateFacet};
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::parts::{ChipGroup, CountLink};
use crate::render::views::{facets, names};

/// A province has some dozen former districts; above so many, they are named by province.
const MOST_DISTRICTS: usize = 40;

/// Chips under their headings; headings without links are left out.
pub fn neighbours(ctx: &PageContext<'_>, facet: Facet) -> Vec<ChipGroup> {
    let groups = match facet {
        Facet::All => vec![states(ctx), stars(ctx), groups(ctx), districts(ctx, None, Facet::District), months(ctx)],
        Facet::District(id) => vec![
            chip(ctx, "chips-stars", stars_of(id)),
            chip(ctx, "chips-groups", groups_of(ctx, id)),
            ChipGroup { heading: ctx.t("chips-communes"), links: communes(ctx, id) },
            districts(ctx, Some(id), Facet::District),
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
            vec![stars(ctx), districts(ctx, None, |id| Facet::DistrictStar(id, stars_now)), groups(ctx)]
        }
        Facet::Group(id) => vec![
            chip(ctx, "chips-subgroups", subgroups_of(ctx, id)),
            districts(ctx, None, |district| Facet::DistrictGroup(district, id)),
            groups(ctx),
        ],
        Facet::Subgroup(id, _) => vec![chip(ctx, "chips-subgroups", subgroups_of(ctx, id)), groups(ctx)],
        Facet::State(_) => vec![states(ctx), stars(ctx)],
        // The other months stand in the strip of the year.
        Facet::Month(_) => vec![groups(ctx)],
        Facet::DistrictStar(id, stars_now) => vec![
            chip(ctx, "chips-stars", stars_of(id)),
            chip(ctx, "chips-groups", groups_of(ctx, id)),
            districts(ctx, Some(id), |district| Facet::DistrictStar(district, stars_now)),
            whole(ctx, [Facet::District(id), Facet::Star(stars_now)]),
        ],
        Facet::DistrictGroup(id, group) => vec![
            chip(ctx, "chips-groups", groups_of(ctx, id)),
            chip(ctx, "chips-stars", stars_of(id)),
            districts(ctx, Some(id), |district| Facet::DistrictGroup(district, group)),
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
    let link = |facet: Facet| ctx.count_link(names::short(ctx, facet).opening(), facet);
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

/// What ends soon is counted among what is in force, and says so.
fn states(ctx: &PageContext<'_>) -> ChipGroup {
    let link = |state: StateFacet| match state {
        StateFacet::EndingSoon => ctx.count_link(ctx.own(ctx.t("chips-ending-soon")), Facet::State(state)),
        _ => names::count_link(ctx, Facet::State(state)),
    };
    ChipGroup { heading: ctx.t("chips-states"), links: StateFacet::ALL.into_iter().filter_map(link).collect() }
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
///
/// A nation has seven hundred of them, and as many pages that would name them all: then only those of one province are
/// named, that of `near` or the site's own, and the way to the others.
fn districts(ctx: &PageContext<'_>, near: Option<DistrictId>, facet: impl Fn(DistrictId) -> Facet) -> ChipGroup {
    let catalogue = ctx.catalogue();
    let link = |id: DistrictId| {
        ctx.plan().listings.get(facet(id))?;
        ctx.count_link(names::district(ctx, id), facet(id))
    };
    let near = near.map(|id| catalogue[id].province);
    let is_near = |id: &DistrictId| match near {
        Some(province) => catalogue[*id].province == province,
        None => catalogue[catalogue[*id].province].id == ctx.inputs.config.home_province,
    };
    let links = if catalogue.places.districts.len() <= MOST_DISTRICTS {
        catalogue.district_ids().filter_map(link).collect()
    } else {
        catalogue.district_ids().filter(is_near).filter_map(link).chain([all_districts(ctx)]).collect()
    };
    ChipGroup { heading: ctx.t("chips-districts"), links }
}

/// The overview of all districts, with the number of all products.
fn all_districts(ctx: &PageContext<'_>) -> CountLink {
    let (text, url) = (ctx.own(ctx.t("chips-all-districts")), ctx.url(paths::DISTRICTS));
    CountLink { text, url, count: ctx.plan().listings.count(Facet::All), current: false }
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

#[cfg(test)]
mod tests {
    use crate::base::out_path::OutPath;
    use crate::render::tests::made_up_with;

    /// The chips that lead to districts on a page of the made-up site, with a province of many more.
    fn districts_on(path: &str, more: usize) -> Vec<String> {
        let district = |at: usize| {
            format!("  - id: huyen-lon-{at}\n    code: \"{at:03}\"\n    name: huyện Lớn {at}\n    until: 2025-06-30\n")
        };
        let districts: String = (0..more).map(district).collect();
        let places = format!("province:\n  id: tinh-lon\n  code: \"02\"\n  name: tỉnh Lớn\ndistricts:\n{districts}");
        let site = made_up_with(&[("places/tinh-lon.yaml", places.as_str())]);
        let page = site.file(&OutPath::new(path).unwrap()).unwrap().unwrap();
        let page = String::from_utf8(page.to_vec()).unwrap();
        let main = page.split("<footer").next().unwrap();
        let links = main.split("href=/huyen/").skip(1).map(|link| link.split(['>', ' ']).next().unwrap().to_owned());
        links.collect()
    }

    #[test]
    fn few_districts_are_all_named() {
        assert_eq!(districts_on("san-pham/index.html", 1), ["khac/", "thu/"]);
    }

    #[test]
    fn of_a_nation_s_districts_only_those_of_one_province_are_named() {
        assert_eq!(districts_on("san-pham/index.html", 50), ["thu/", ""]);
        let elsewhere = districts_on("huyen/khac/index.html", 50);
        assert!(elsewhere.contains(&String::new()) && !elsewhere.contains(&"thu/".to_owned()), "{elsewhere:?}");
    }
}
