//! What lists of products are called.

use crate::model::id::{DistrictId, ProvinceId, Unit};
use crate::plan::facet::{Facet, StateFacet};
use crate::render::context::PageContext;
use crate::render::views::parts::{CountLink, Text};
use crate::render::views::places;

/// A list's name in a few words, for chips and breadcrumbs.
pub fn short(ctx: &PageContext<'_>, facet: Facet) -> Text {
    let catalogue = ctx.catalogue();
    match facet {
        Facet::All => ctx.own(ctx.t("products")),
        Facet::District(id) => places::unit_name(ctx, Unit::District(id)),
        Facet::Commune(id) => places::unit_name(ctx, Unit::Commune(id)),
        Facet::Former(id) => places::unit_name(ctx, Unit::Former(id)),
        Facet::Star(stars) | Facet::DistrictStar(_, stars) => {
            ctx.own(ctx.tv("stars-now", &[("n", stars.count().into())]))
        }
        Facet::Group(id) | Facet::DistrictGroup(_, id) => ctx.text(&catalogue[id].name),
        Facet::Subgroup(_, number) => {
            catalogue.taxonomy.subgroup(number).map(|subgroup| ctx.text(&subgroup.name)).unwrap_or_default()
        }
        Facet::State(state) => ctx.own(state_words(ctx, state)),
        Facet::Month(month) => ctx.own(month_name(ctx, month)),
    }
}

/// A list's name under a heading that says what kind of unit it is: "Cẩm Xuyên" for "huyện Cẩm Xuyên (cũ)". Towns and
/// wards keep their kind, since a district or a commune may have the same name.
pub fn plain(ctx: &PageContext<'_>, facet: Facet) -> Text {
    let catalogue = ctx.catalogue();
    let name = match facet {
        Facet::District(id) => &catalogue[id].name,
        Facet::Commune(id) => &catalogue[id].name,
        Facet::Former(id) => &catalogue[id].name,
        _ => return short(ctx, facet).opening(),
    };
    let name = ctx.text(name);
    let bare = KINDS.iter().find_map(|kind| name.text.strip_prefix(kind).or_else(|| name.text.strip_suffix(kind)));
    Text { text: bare.unwrap_or(&name.text).to_owned(), lang: name.lang }.opening()
}

/// A former district among those of other provinces: "Bình Sơn, Quảng Ngãi" where its province is not the site's own.
pub fn district(ctx: &PageContext<'_>, id: DistrictId) -> Text {
    let name = plain(ctx, Facet::District(id));
    let province = ctx.catalogue()[id].province;
    match ctx.catalogue()[province].id == ctx.inputs.config.home_province {
        true => name,
        false => Text { text: format!("{}, {}", name.text, bare_province(ctx, province)), ..name },
    }
}

/// A province by its name alone: "Quảng Ngãi" for "tỉnh Quảng Ngãi".
pub fn bare_province(ctx: &PageContext<'_>, id: ProvinceId) -> String {
    let name = places::province_name(ctx, id).text;
    let bare = name.strip_prefix("tỉnh ").or_else(|| name.strip_suffix(" province"));
    bare.unwrap_or(&name).to_owned()
}

/// The commonest kind of each level, before the name in Vietnamese and after it in English.
const KINDS: [&str; 4] = ["huyện ", "xã ", " district", " commune"];

/// The heading of a list's own page.
pub fn heading(ctx: &PageContext<'_>, facet: Facet) -> Text {
    let name = short(ctx, facet).text;
    let named = |key: &str| ctx.own(ctx.tv(key, &[("name", name.as_str().into())]));
    match facet {
        Facet::All => ctx.own(ctx.t("heading-all")),
        Facet::District(_) | Facet::Commune(_) | Facet::Former(_) => named("heading-place"),
        Facet::Star(_) => named("heading-stars"),
        Facet::Group(_) | Facet::Subgroup(..) => named("heading-group"),
        Facet::State(_) => named("heading-state"),
        Facet::Month(_) => named("heading-month"),
        Facet::DistrictStar(id, _) | Facet::DistrictGroup(id, _) => {
            let place = places::unit_name(ctx, Unit::District(id)).text;
            ctx.own(ctx.tv("heading-pair", &[("name", name.as_str().into()), ("place", place.into())]))
        }
    }
}

/// A link to a list with its size, if the list has a page.
pub fn count_link(ctx: &PageContext<'_>, facet: Facet) -> Option<CountLink> {
    // The name is made only when it is needed: most districts have no list for most groups.
    ctx.plan().listings.get(facet)?;
    ctx.count_link(plain(ctx, facet), facet)
}

pub fn state_words(ctx: &PageContext<'_>, state: StateFacet) -> String {
    ctx.t(&format!("state-{}", state.word()))
}

/// "tháng 3", "March".
pub fn month_name(ctx: &PageContext<'_>, month: u8) -> String {
    ctx.tv("month-name", &[("n", month.into())])
}
