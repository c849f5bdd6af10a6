//! The ids of a content folder, to be offered by an editor.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::config::localized;
use crate::read::layout::Kind;
use crate::read::raw::common::Text;
use crate::read::{Record, Records};

/// By the kind of reference (`x-ref`): ids with the names they stand for.
pub type Offers = BTreeMap<&'static str, Vec<(String, String)>>;

/// The ids of `records`. A file with a mistake has an id and no name.
pub fn offers(records: &Records) -> Offers {
    let mut offers = Offers::new();
    offers.insert("product", entries(records, Kind::Product, &records.products, |value| &value.name));
    offers.insert("producer", entries(records, Kind::Producer, &records.producers, |value| &value.name));
    offers.insert("point-of-sale", entries(records, Kind::PointOfSale, &records.points_of_sale, |value| &value.name));
    offers.insert("venue", entries(records, Kind::Venue, &records.venues, |value| &value.name));
    offers.insert("destination", entries(records, Kind::Destination, &records.destinations, |value| &value.name));
    offers.insert("source", entries(records, Kind::Source, &records.sources, |value| &value.title));
    offers.insert("place", places(records));
    offers.insert("category", categories(records));
    offers
}

fn entries<T>(
    records: &Records,
    kind: Kind,
    read: &[Arc<Record<T>>],
    name: impl Fn(&T) -> &Text,
) -> Vec<(String, String)> {
    let names: BTreeMap<&str, String> =
        read.iter().map(|record| (record.id.as_str(), localized(name(&record.value)).vi)).collect();
    let ids = records.ids.get(&kind).into_iter().flatten();
    ids.map(|id| (id.clone(), names.get(id.as_str()).cloned().unwrap_or_default())).collect()
}

/// Units of the home province have bare ids, others begin with their province.
fn places(records: &Records) -> Vec<(String, String)> {
    let home = records.site.as_ref().map(|site| site.value.home.province.as_str()).unwrap_or_default();
    let mut offers = Vec::new();
    for file in &records.places {
        let province = &file.value.province;
        let prefix = if province.id == home { String::new() } else { format!("{}/", province.id) };
        offers.push((province.id.clone(), localized(&province.name).vi));
        let mut offer = |id: &str, name: &Text, more: &str| {
            offers.push((format!("{prefix}{id}"), format!("{}{more}", localized(name).vi)));
        };
        file.value.communes.iter().for_each(|unit| offer(&unit.id, &unit.name, ""));
        for unit in &file.value.former_communes {
            let district = file.value.districts.iter().find(|district| district.id == unit.district);
            let district = district.map(|district| format!(", {}", localized(&district.name).vi)).unwrap_or_default();
            offer(&unit.id, &unit.name, &format!(" (cũ){district}"));
        }
        file.value.districts.iter().for_each(|unit| offer(&unit.id, &unit.name, " (cũ)"));
    }
    offers
}

fn categories(records: &Records) -> Vec<(String, String)> {
    let Some(file) = &records.taxonomy else { return Vec::new() };
    let today = file.value.groups.iter().map(|group| (group.id.clone(), localized(&group.name).vi));
    let former = file.value.groups_2019.iter().map(|group| (group.id.clone(), localized(&group.name).vi));
    today.chain(former).collect()
}

/// `schema` with a choice of ids wherever a reference is wanted; any other text stays allowed.
pub fn offer(schema: Value, offers: &Offers) -> Value {
    match schema {
        Value::Object(mut object) => {
            let known = object.get("x-ref").and_then(Value::as_str).filter(|kind| offers.contains_key(*kind));
            if let Some(definition) = known.map(|kind| format!("#/definitions/id-{kind}")) {
                return choice(object, &definition, offers);
            }
            for value in object.values_mut() {
                *value = offer(value.take(), offers);
            }
            Value::Object(object)
        }
        Value::Array(items) => items.into_iter().map(|item| offer(item, offers)).collect(),
        other => other,
    }
}

/// The `x-ref` of a text, or of a list of texts, as a choice.
fn choice(mut object: Map<String, Value>, definition: &str, offers: &Offers) -> Value {
    let either = json!([{ "$ref": definition }, { "type": "string" }]);
    if let Some(items) = object.get_mut("items") {
        let mut item = offer(items.take(), offers);
        item = if item.get("anyOf").is_some() { item } else { json!({ "anyOf": either }) };
        *items = item;
        return Value::Object(object);
    }
    let optional = object.get("type").is_some_and(Value::is_array);
    object.remove("type");
    let mut alternatives = either.as_array().cloned().unwrap_or_default();
    if optional {
        alternatives.push(json!({ "type": "null" }));
    }
    object.insert("anyOf".to_owned(), Value::Array(alternatives));
    Value::Object(object)
}

/// The kinds of id that `schema` offers.
pub fn used(schema: &Value) -> BTreeSet<String> {
    match schema {
        Value::Object(object) => {
            let own =
                object.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/definitions/id-"));
            own.map(str::to_owned).into_iter().chain(object.values().flat_map(used)).collect()
        }
        Value::Array(items) => items.iter().flat_map(used).collect(),
        _ => BTreeSet::new(),
    }
}

/// The definitions that hold the ids.
pub fn definitions(offers: &Offers, used: &BTreeSet<String>) -> Vec<(String, Value)> {
    let wanted = offers.iter().filter(|(kind, _)| used.contains(**kind));
    let definition = |(kind, pairs): (&&'static str, &Vec<(String, String)>)| {
        let (ids, names): (Vec<&str>, Vec<&str>) = pairs.iter().map(|(id, name)| (id.as_str(), name.as_str())).unzip();
        (format!("id-{kind}"), json!({ "type": "string", "enum": ids, "enumDescriptions": names }))
    };
    wanted.map(definition).collect()
}
