//! The place of an entry: from the unit as the source wrote it to the present commune and the former district.

use crate::base::date::PartialDate;
use crate::base::lang::Lang;
use crate::config::localized;
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::entry::Place;
use crate::model::id::{CommuneId, DistrictId, ProvinceId, Unit};
use crate::model::place::Places;
use crate::read::raw::common as raw;
use crate::resolve::context::Context;
use crate::source::field::FieldPath;

/// Resolves the place at `field` of `file`. `None` when its unit does not exist, which has been reported.
pub fn place(
    context: &Context,
    raw: Option<&raw::Place>,
    file: &str,
    field: &FieldPath,
    diagnostics: &mut Diagnostics,
) -> Option<Place> {
    let raw = raw?;
    let unit = context.names.unit(&raw.unit, None)?;
    if let Some(as_of) = raw.as_of {
        check_era(context, &raw.unit, unit, as_of, file, &field.key("unit"), diagnostics);
    }
    let mut communes = communes_of(&context.places, unit);
    if let Some(Unit::Commune(now)) = raw.now.as_ref().and_then(|id| context.names.unit(id, None)) {
        communes = vec![now];
    }
    if communes.len() > 1 {
        let parts: Vec<&str> = communes.iter().map(|id| context.places.communes[id.at()].name.text(Lang::Vi)).collect();
        let divided = Diagnostic::new(Code::DividedPlace, file).at(field.key("unit"));
        diagnostics.push(divided.arg("name", unit_name(&context.places, unit)).arg("parts", parts.join(", ")));
    }
    if let Some(point) = raw.point {
        let centres: Vec<[f64; 2]> = communes.iter().filter_map(|id| context.places.communes[id.at()].point).collect();
        check_point(point, &centres, file, &field.key("point"), diagnostics);
    }
    Some(Place {
        unit,
        province: province_of(&context.places, unit),
        district: district_of(&context.places, unit),
        communes,
        detail: raw.detail.as_ref().map(localized),
        point: raw.point,
        sources: context.cited(&raw.source),
    })
}

/// Degrees that nothing in a commune is away from its centre: some 55 km, more than any of Vietnam's measures across.
const NEAR: f64 = 0.5;
/// Longitudes and latitudes that there are, in degrees.
const WORLD: [(f64, f64); 2] = [(-180.0, 180.0), (-90.0, 90.0)];

/// Each number on its own, so that two in the wrong order are told of as two. `centres` are those of the present communes.
fn check_point(point: [f64; 2], centres: &[[f64; 2]], file: &str, field: &FieldPath, diagnostics: &mut Diagnostics) {
    for (at, world) in WORLD.into_iter().enumerate() {
        let least = centres.iter().map(|centre| centre[at]).reduce(f64::min);
        let most = centres.iter().map(|centre| centre[at]).reduce(f64::max);
        let tenth = |degrees: f64| (degrees * 10.0).round() / 10.0;
        let near = least.zip(most).map(|(least, most)| (tenth(least - NEAR), tenth(most + NEAR)));
        let (least, most) = near.unwrap_or(world);
        if !(least..=most).contains(&point[at]) {
            let outside = Diagnostic::new(Code::OutOfRange, file).at(field.item(at));
            diagnostics.push(outside.arg("value", point[at]).arg("side", "both").arg("least", least).arg("most", most));
        }
    }
}

fn communes_of(places: &Places, unit: Unit) -> Vec<CommuneId> {
    match unit {
        Unit::Commune(commune) => vec![commune],
        Unit::Former(former) => places.former[former.at()].communes.clone(),
        Unit::District(_) | Unit::Province(_) => Vec::new(),
    }
}

fn district_of(places: &Places, unit: Unit) -> Option<DistrictId> {
    match unit {
        Unit::District(district) => Some(district),
        Unit::Former(former) => Some(places.former[former.at()].district),
        Unit::Commune(commune) => places.communes[commune.at()].district,
        Unit::Province(_) => None,
    }
}

fn province_of(places: &Places, unit: Unit) -> ProvinceId {
    match unit {
        Unit::Province(province) => province,
        Unit::District(district) => places.districts[district.at()].province,
        Unit::Former(former) => places.former[former.at()].province,
        Unit::Commune(commune) => places.communes[commune.at()].province,
    }
}

/// The unit's Vietnamese name.
pub fn unit_name(places: &Places, unit: Unit) -> &str {
    match unit {
        Unit::Province(id) => &places.provinces[id.at()].name.vi,
        Unit::District(id) => &places.districts[id.at()].name.vi,
        Unit::Former(id) => &places.former[id.at()].name.vi,
        Unit::Commune(id) => &places.communes[id.at()].name.vi,
    }
}

/// Reports a unit that did not exist on any day of `when`.
pub fn check_era(
    context: &Context,
    id: &str,
    unit: Unit,
    when: PartialDate,
    file: &str,
    field: &FieldPath,
    diagnostics: &mut Diagnostics,
) {
    let (since, until) = lifetime(&context.places, unit);
    let too_early = since.is_some_and(|since| when.last() < since.first());
    let too_late = until.is_some_and(|until| when.first() > until.last());
    if too_early || too_late {
        let existed = match (since, until) {
            (Some(since), Some(until)) => format!("{since} – {until}"),
            (Some(since), None) => format!("{since} –"),
            (None, Some(until)) => format!("– {until}"),
            (None, None) => String::new(),
        };
        let wrong = Diagnostic::new(Code::WrongEraPlace, file)
            .at(field.clone())
            .arg("name", unit_name(&context.places, unit))
            .arg("value", id)
            .arg("when", when)
            .arg("existed", existed)
            .fix(namesake(context, id, too_early));
        diagnostics.push(wrong);
    }
}

/// The unit of the same name in the other era: `cam-my` ↔ `cam-my-cu`.
fn namesake(context: &Context, id: &str, too_early: bool) -> Option<String> {
    let other = if too_early { format!("{id}-cu") } else { id.strip_suffix("-cu")?.to_owned() };
    context.names.unit(&other, None).map(|_| other)
}

fn lifetime(places: &Places, unit: Unit) -> (Option<PartialDate>, Option<PartialDate>) {
    match unit {
        Unit::Province(_) => (None, None),
        Unit::District(id) => (None, Some(places.districts[id.at()].until)),
        Unit::Former(id) => (places.former[id.at()].since, Some(places.former[id.at()].until)),
        Unit::Commune(id) => (Some(places.communes[id.at()].since), None),
    }
}
