//! Places as officers write them in a table: hamlet, commune, district (or province since 1/7/2025).

use crate::model::Catalogue;
use crate::model::entry::Place;
use crate::model::id::Unit;

/// `tổ dân phố Song Yên, thị trấn Thiên Cầm, huyện Cẩm Xuyên`. Units of another province end with its name.
pub fn text(catalogue: &Catalogue, place: &Place, home_province: &str) -> String {
    let mut parts: Vec<&str> = place.detail.iter().map(|detail| detail.vi.as_str()).collect();
    parts.extend(unit_chain(catalogue, place.unit));
    let province = &catalogue[place.province];
    let abroad = province.id != home_province;
    // A commune of today has no district; without its province it could be the former commune of the same name.
    if !matches!(place.unit, Unit::Province(_)) && (abroad || matches!(place.unit, Unit::Commune(_))) {
        parts.push(&province.name.vi);
    }
    parts.join(", ")
}

/// The unit's name, and for a former commune its district's.
pub fn unit_chain(catalogue: &Catalogue, unit: Unit) -> Vec<&str> {
    match unit {
        Unit::Province(id) => vec![&catalogue[id].name.vi],
        Unit::District(id) => vec![&catalogue[id].name.vi],
        Unit::Former(id) => vec![&catalogue[id].name.vi, &catalogue[catalogue[id].district].name.vi],
        Unit::Commune(id) => vec![&catalogue[id].name.vi],
    }
}

/// The name of the unit alone.
pub fn unit_name(catalogue: &Catalogue, unit: Unit) -> &str {
    unit_chain(catalogue, unit)[0]
}
