//! Places in words: the unit as its source wrote it, and what it is today.

use crate::model::entry::Place;
use crate::model::id::{CommuneId, DistrictId, ProvinceId, Unit};
use crate::plan::facet::Facet;
use crate::render::context::PageContext;
use crate::render::views::parts::{MaybeLink, Outward, PlaceView, Text};

pub fn place(ctx: &PageContext<'_>, place: &Place) -> PlaceView {
    let catalogue = ctx.catalogue();
    let detail = place.detail.as_ref().map(|detail| ctx.text(detail));
    let (detail_in_line, detail) = match detail {
        Some(text) if text.lang.is_none() => (Some(text.text), None),
        other => (None, other),
    };
    let line = match detail_in_line {
        Some(detail) => format!("{detail}, {}", line(ctx, place)),
        None => line(ctx, place),
    };
    PlaceView {
        line: ctx.own(line).opening(),
        then: unit_link(ctx, place.unit),
        then_is_former: matches!(place.unit, Unit::Former(_) | Unit::District(_)),
        now: place.communes.iter().map(|id| commune_link(ctx, *id)).collect(),
        district: place.district.map(|id| district_link(ctx, id)),
        province: province_name(ctx, place.province),
        detail,
        inferred: matches!(place.unit, Unit::Former(id) if catalogue[id].inferred),
        geo: place.point.map(|[longitude, latitude]| format!("geo:{latitude},{longitude}")),
        cites: ctx.cites(&place.sources),
    }
}

/// Ways there, as links to maps of others: to the point, else to the address as its source wrote it.
pub fn directions(place: Option<&Place>, address: Option<&str>) -> Vec<Outward> {
    if let Some([longitude, latitude]) = place.and_then(|place| place.point) {
        return vec![
            Outward {
                name: "Google Maps",
                url: format!("https://www.google.com/maps/dir/?api=1&destination={latitude},{longitude}"),
            },
            Outward {
                name: "OpenStreetMap",
                url: format!("https://www.openstreetmap.org/directions?to={latitude}%2C{longitude}"),
            },
        ];
    }
    let search = |address: &str| Outward {
        name: "Google Maps",
        url: format!("https://www.google.com/maps/search/?api=1&query={}", percent_encoded(address)),
    };
    address.map(search).into_iter().collect()
}

/// Everything but letters and digits of ASCII as `%XX`.
fn percent_encoded(text: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(sign).collect()
}

/// The place in a few words, for lists: the present commune, else the former unit; the province when it is not home.
pub fn short(ctx: &PageContext<'_>, place: &Place) -> Text {
    let name = match place.commune() {
        Some(commune) => ctx.text(&ctx.catalogue()[commune].name).text,
        None => unit_name(ctx, place.unit).text,
    };
    if is_home(ctx, place.province) || matches!(place.unit, Unit::Province(_)) {
        return ctx.own(name);
    }
    ctx.own(format!("{name}, {}", province_name(ctx, place.province).text))
}

fn is_home(ctx: &PageContext<'_>, province: ProvinceId) -> bool {
    ctx.catalogue()[province].id == ctx.inputs.config.home_province
}

/// Detail apart, the whole in one line.
fn line(ctx: &PageContext<'_>, place: &Place) -> String {
    let catalogue = ctx.catalogue();
    let province = province_name(ctx, place.province).text;
    let now: Vec<String> = place.communes.iter().map(|id| ctx.text(&catalogue[*id].name).text).collect();
    let values = |then: String| [("then", then.into()), ("province", province.clone().into())];
    match place.unit {
        Unit::Province(_) => province,
        Unit::District(id) => ctx.tv("place-was", &values(ctx.text(&catalogue[id].name).text)),
        Unit::Commune(id) => format!("{}, {province}", ctx.text(&catalogue[id].name).text),
        Unit::Former(id) => {
            let former = &catalogue[id];
            let district = place.district.unwrap_or(former.district);
            let then = format!("{}, {}", ctx.text(&former.name).text, ctx.text(&catalogue[district].name).text);
            let [then, province] = values(then);
            match now.len() {
                0 => ctx.tv("place-was", &[then, province]),
                1 => ctx.tv("place-was-now", &[then, province, ("now", now.join("").into())]),
                _ => ctx.tv("place-was-one-of", &[then, province, ("now", now.join(", ").into())]),
            }
        }
    }
}

/// A unit by name; former ones say that they are.
pub fn unit_name(ctx: &PageContext<'_>, unit: Unit) -> Text {
    let catalogue = ctx.catalogue();
    match unit {
        Unit::Province(id) => province_name(ctx, id),
        Unit::District(id) => former_name(ctx, &ctx.text(&catalogue[id].name)),
        Unit::Former(id) => former_name(ctx, &ctx.text(&catalogue[id].name)),
        Unit::Commune(id) => ctx.text(&catalogue[id].name),
    }
}

fn former_name(ctx: &PageContext<'_>, name: &Text) -> Text {
    Text { text: ctx.tv("unit-former", &[("name", name.text.as_str().into())]), lang: None }
}

pub fn province_name(ctx: &PageContext<'_>, id: ProvinceId) -> Text {
    ctx.text(&ctx.catalogue()[id].name)
}

/// A unit with its page, when it has one.
pub fn unit_link(ctx: &PageContext<'_>, unit: Unit) -> MaybeLink {
    let url = unit_facet(unit).and_then(|facet| ctx.facet_url(facet));
    MaybeLink { text: unit_name(ctx, unit), url }
}

pub fn commune_link(ctx: &PageContext<'_>, id: CommuneId) -> MaybeLink {
    unit_link(ctx, Unit::Commune(id))
}

pub fn district_link(ctx: &PageContext<'_>, id: DistrictId) -> MaybeLink {
    unit_link(ctx, Unit::District(id))
}

/// The list of what lies in a unit; provinces have none.
pub const fn unit_facet(unit: Unit) -> Option<Facet> {
    match unit {
        Unit::Province(_) => None,
        Unit::District(id) => Some(Facet::District(id)),
        Unit::Former(id) => Some(Facet::Former(id)),
        Unit::Commune(id) => Some(Facet::Commune(id)),
    }
}
