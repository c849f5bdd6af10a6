//! The owner's outlines of communes: `places/<province>.geojson` to rings of points.
//!
//! Only communes of the file's own province are drawn. A province or the country has no outline here: no map of Vietnam may
//! go without Hoàng Sa and Trường Sa.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::diag::code::Code;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::id::{CommuneId, ProvinceId, Unit};
use crate::model::place::{Places, Ring};
use crate::read::strays;
use crate::resolve::names::Names;
use crate::source::field::FieldPath;
use crate::source::{Content, SourceFile};

/// Where Vietnam's land and islands lie, degrees east and north: a point outside is in the wrong order or no point at all.
const EAST: std::ops::RangeInclusive<f64> = 102.0..=118.0;
const NORTH: std::ops::RangeInclusive<f64> = 6.0..=24.0;
/// Three corners, and the first again.
const FEWEST_POINTS: usize = 4;

/// Puts the outlines of `files` into `places`.
pub fn resolve(files: &[Arc<SourceFile>], names: &Names, places: &mut Places) -> Diagnostics {
    let mut found = Diagnostics::default();
    for file in files {
        let mut reader = Reader { file, names, places, drawn: BTreeMap::new(), found: &mut found };
        reader.read();
    }
    found
}

struct Reader<'r> {
    file: &'r SourceFile,
    names: &'r Names,
    places: &'r mut Places,
    /// Which feature drew a commune.
    drawn: BTreeMap<CommuneId, usize>,
    found: &'r mut Diagnostics,
}

impl Reader<'_> {
    fn fault(&self, why: &str) -> Diagnostic {
        Diagnostic::new(Code::BadGeometry, &self.file.path).arg("why", why)
    }

    fn read(&mut self) {
        let text = match &self.file.content {
            Content::Text(text) => text,
            Content::NotUtf8 { sound, encoding } => {
                return self.found.push(strays::not_utf8(self.file, sound, *encoding));
            }
            Content::Binary { .. } | Content::Link => return self.found.push(strays::link(self.file)),
        };
        let stem = self.file.path.trim_start_matches("places/").trim_end_matches(".geojson");
        let Some(Unit::Province(province)) = self.names.unit(stem, None) else {
            return self.found.push(self.fault("province").arg("value", stem));
        };
        match serde_json::from_str::<Value>(text) {
            Ok(value) => self.features(province, &value),
            Err(error) => {
                let at = offset(text, error.line(), error.column());
                let end = text[at..].chars().next().map_or(at, |letter| at + letter.len_utf8());
                self.found.push(self.fault("json").in_bytes(at..end).arg("value", error));
            }
        }
    }

    fn features(&mut self, province: ProvinceId, collection: &Value) {
        let features = collection["features"].as_array().filter(|_| collection["type"] == "FeatureCollection");
        let Some(features) = features else {
            return self.found.push(self.fault("collection").at(FieldPath::root().key("type")).arg("value", ""));
        };
        for (at, feature) in features.iter().enumerate() {
            let field = FieldPath::root().key("features").item(at);
            let Some(commune) = self.commune(province, feature, &field) else { continue };
            if let Some(first) = self.drawn.insert(commune, at) {
                let id = field.key("properties").key("id");
                let again = Diagnostic::new(Code::DuplicateId, &self.file.path).at(id);
                let first = format!("features[{first}]");
                self.found.push(again.arg("value", &self.places.communes[commune.at()].id).arg("first", first));
                continue;
            }
            match rings(&feature["geometry"], &field.key("geometry")) {
                Ok(rings) => self.places.communes[commune.at()].outline = rings,
                Err((why, field, value)) => self.found.push(self.fault(why).at(field).arg("value", value)),
            }
        }
    }

    /// The commune that a feature draws.
    fn commune(&mut self, province: ProvinceId, feature: &Value, field: &FieldPath) -> Option<CommuneId> {
        let own = &self.places.provinces[province.at()].id;
        let properties = field.key("properties");
        let Some(id) = feature["properties"]["id"].as_str() else {
            self.found.push(self.fault("id").at(properties.key("id")).arg("value", ""));
            return None;
        };
        let field = properties.key("id");
        match self.names.unit(id, Some(own)) {
            Some(Unit::Commune(commune)) if self.places.communes[commune.at()].province == province => Some(commune),
            Some(_) => {
                self.found.push(self.fault("unit").at(field).arg("value", id));
                None
            }
            None => {
                let communes = self.places.communes.iter().filter(|commune| commune.province == province);
                let unknown = Diagnostic::new(Code::UnknownPlace, &self.file.path).at(field).arg("value", id);
                self.found.push(unknown.fix(nearest(id, communes.map(|commune| commune.slug.as_str()))));
                None
            }
        }
    }
}

/// The byte of a line and a column, both counted from 1, the column in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary((before + column.saturating_sub(1)).min(text.len()))
}

/// Why a geometry cannot be drawn, where that stands, and the value there.
type Fault = (&'static str, FieldPath, String);

/// The rings of a polygon or of several, outer ones and holes alike.
fn rings(geometry: &Value, field: &FieldPath) -> Result<Vec<Ring>, Fault> {
    let coordinates = field.key("coordinates");
    match geometry["type"].as_str() {
        Some("Polygon") => polygon(&geometry["coordinates"], &coordinates),
        Some("MultiPolygon") => {
            let polygons = list(&geometry["coordinates"], &coordinates)?.iter().enumerate();
            let polygons: Vec<Vec<Ring>> =
                polygons.map(|(at, it)| polygon(it, &coordinates.item(at))).collect::<Result<_, Fault>>()?;
            Ok(polygons.concat())
        }
        other => Err(("type", field.key("type"), other.unwrap_or_default().to_owned())),
    }
}

fn polygon(value: &Value, field: &FieldPath) -> Result<Vec<Ring>, Fault> {
    list(value, field)?.iter().enumerate().map(|(at, it)| ring(it, &field.item(at))).collect()
}

fn ring(value: &Value, field: &FieldPath) -> Result<Ring, Fault> {
    let points = list(value, field)?.iter().enumerate();
    let ring: Ring = points.map(|(at, it)| position(it, &field.item(at))).collect::<Result<_, Fault>>()?;
    if ring.len() < FEWEST_POINTS || ring.first() != ring.last() {
        return Err(("ring", field.item(0), String::new()));
    }
    Ok(ring)
}

fn position(value: &Value, field: &FieldPath) -> Result<[f64; 2], Fault> {
    match [&value[0], &value[1]].map(Value::as_f64) {
        [Some(longitude), Some(latitude)] if EAST.contains(&longitude) && NORTH.contains(&latitude) => {
            Ok([longitude, latitude])
        }
        _ => Err(("position", field.clone(), value.to_string())),
    }
}

fn list<'v>(value: &'v Value, field: &FieldPath) -> Result<&'v Vec<Value>, Fault> {
    value.as_array().filter(|list| !list.is_empty()).ok_or_else(|| ("ring", field.clone(), String::new()))
}
