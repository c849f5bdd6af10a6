//! Administrative units: ids to indices, former units to the present communes they went into.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::localized;
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::id::*;
use crate::model::place::{Commune, District, FormerCommune, Places, Province};
use crate::read::Record;
use crate::read::raw::place::{self as raw, PlacesFile};
use crate::resolve::names::Names;
use crate::source::field::FieldPath;

/// Links the places of all provinces and files their ids in `names`.
pub fn resolve(files: &[Arc<Record<PlacesFile>>], names: &mut Names) -> (Places, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut places = Places::default();
    register(files, names, &mut diagnostics);
    for (at, file) in files.iter().enumerate() {
        let linker = Linker { names, province: ProvinceId::new(at), file };
        places.provinces.push(Province {
            id: file.value.province.id.clone(),
            code: file.value.province.code.clone(),
            name: localized(&file.value.province.name),
            sources: names.cited(&file.value.sources),
        });
        places.districts.extend(file.value.districts.iter().map(|raw| linker.district(raw)));
        places.communes.extend(file.value.communes.iter().map(|raw| linker.commune(raw)));
    }
    link_former(files, names, &mut places);
    for at in 0..places.former.len() {
        for commune in places.former[at].communes.clone() {
            places.communes[commune.at()].formed_from.push(FormerId::new(at));
        }
    }
    (places, diagnostics)
}

/// Files every id; the first to claim one keeps it.
fn register<'f>(files: &'f [Arc<Record<PlacesFile>>], names: &mut Names, diagnostics: &mut Diagnostics) {
    let (mut districts, mut former, mut communes) = (0, 0, 0);
    // Without any district a former commune has nothing to belong to, so none is filed.
    let has_districts = files.iter().any(|file| !file.value.districts.is_empty());
    for (at, file) in files.iter().enumerate() {
        names.places.insert(file.value.province.id.clone(), Unit::Province(ProvinceId::new(at)));
        let mut seen: FxHashMap<&'f str, (&str, usize)> = FxHashMap::default();
        let mut claim = |list: &'static str, item: usize, id: &'f str, unit: Unit| {
            let field = |(list, item): (&str, usize)| FieldPath::root().key(list).item(item).key("id");
            if let Some(first) = seen.get(id) {
                let (here, first) = (field((list, item)), field(*first));
                let again = Diagnostic::new(Code::DuplicateId, &file.file).at(here);
                diagnostics.push(again.arg("value", id).arg("first", format!("{} ({first})", file.file)));
                return;
            }
            seen.insert(id, (list, item));
            names.places.insert(names.full_id(id, Some(&file.id)), unit);
        };
        for (item, raw) in file.value.districts.iter().enumerate() {
            claim("districts", item, &raw.id, Unit::District(DistrictId::new(districts)));
            districts += 1;
        }
        for (item, raw) in file.value.former_communes.iter().enumerate().filter(|_| has_districts) {
            claim("former_communes", item, &raw.id, Unit::Former(FormerId::new(former)));
            former += 1;
        }
        for (item, raw) in file.value.communes.iter().enumerate() {
            claim("communes", item, &raw.id, Unit::Commune(CommuneId::new(communes)));
            communes += 1;
        }
    }
}

struct Linker<'n> {
    names: &'n Names,
    province: ProvinceId,
    file: &'n Record<PlacesFile>,
}

impl Linker<'_> {
    fn district_id(&self, id: &str) -> Option<DistrictId> {
        match self.names.unit(id, Some(&self.file.id)) {
            Some(Unit::District(district)) => Some(district),
            _ => None,
        }
    }

    fn district(&self, raw: &raw::District) -> District {
        District {
            id: self.names.full_id(&raw.id, Some(&self.file.id)),
            // `huyện` is the rule and drops out of the address; a town keeps its word, since one may share its name
            // with a district (Kỳ Anh).
            slug: raw.id.strip_prefix("huyen-").unwrap_or(&raw.id).to_owned(),
            code: raw.code.clone(),
            name: localized(&raw.name),
            province: self.province,
            until: raw.until,
        }
    }

    fn commune(&self, raw: &raw::Commune) -> Commune {
        Commune {
            id: self.names.full_id(&raw.id, Some(&self.file.id)),
            slug: raw.id.clone(),
            code: raw.code.clone(),
            name: localized(&raw.name),
            province: self.province,
            district: raw.district.as_deref().and_then(|id| self.district_id(id)),
            since: raw.since,
            point: raw.point,
            area_km2: raw.area_km2,
            outline: Vec::new(),
            formed_from: Vec::new(),
        }
    }

    fn former(&self, raw: &raw::FormerCommune, heirs: Heirs) -> Option<FormerCommune> {
        Some(FormerCommune {
            id: self.names.full_id(&raw.id, Some(&self.file.id)),
            slug: raw.id.strip_suffix("-cu").unwrap_or(&raw.id).to_owned(),
            code: raw.code.clone(),
            name: localized(&raw.name),
            other_names: raw.other_names.clone(),
            district: self.district_id(&raw.district).or_else(|| self.fallback_district())?,
            last_district: raw.last_district.as_deref().and_then(|id| self.district_id(id)),
            province: self.province,
            since: raw.since,
            until: raw.until,
            communes: heirs.communes,
            inferred: heirs.inferred,
        })
    }

    /// A stand-in for a district that does not exist, which has been reported and stops the publication.
    fn fallback_district(&self) -> Option<DistrictId> {
        self.names.places.values().find_map(|unit| match unit {
            Unit::District(district) => Some(*district),
            _ => None,
        })
    }
}

/// Former units whose arena index must stay the one registered; a file without any district yields none of them.
fn link_former(files: &[Arc<Record<PlacesFile>>], names: &Names, places: &mut Places) {
    let by_unit: Vec<(&Record<PlacesFile>, &raw::FormerCommune)> =
        files.iter().flat_map(|file| file.value.former_communes.iter().map(move |raw| (&**file, raw))).collect();
    for (at, file) in files.iter().enumerate() {
        let linker = Linker { names, province: ProvinceId::new(at), file };
        for raw in &file.value.former_communes {
            let mut heirs = Heirs::default();
            heirs.follow(raw, file, names, &by_unit, 0);
            places.former.extend(linker.former(raw, heirs));
        }
    }
}

/// What a former unit became, through every era.
#[derive(Debug, Default)]
struct Heirs {
    communes: Vec<CommuneId>,
    inferred: bool,
}

/// No unit was rearranged more often than this; it also ends a circle of successors.
const MAX_ERAS: usize = 6;

impl Heirs {
    fn follow(
        &mut self,
        raw: &raw::FormerCommune,
        file: &Record<PlacesFile>,
        names: &Names,
        by_unit: &[(&Record<PlacesFile>, &raw::FormerCommune)],
        depth: usize,
    ) {
        for successor in &raw.successors {
            self.inferred |= successor.inferred;
            match names.unit(&successor.commune, Some(&file.id)) {
                Some(Unit::Commune(commune)) if !self.communes.contains(&commune) => self.communes.push(commune),
                Some(Unit::Former(former)) if depth < MAX_ERAS => {
                    let (file, raw) = by_unit[former.at()];
                    self.follow(raw, file, names, by_unit, depth + 1);
                }
                _ => {}
            }
        }
    }
}
