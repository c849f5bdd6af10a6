//! What editors read: JSON Schemas with Vietnamese titles, hints and known ids.
//!
//! The shape comes from `read::raw`, the hints from the handbook (`docs/noi-dung.md`), the words of closed vocabularies
//! from the theme's `terms`: nothing is written twice. Ids are offered, not enforced, since a schema that lies in an
//! editor is older than the content; that an id exists is `check`'s business.

pub mod form;
pub mod handbook;
pub mod ids;
mod terms;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::editor::handbook::Handbook;
use crate::read::Records;
use crate::read::layout::Kind;
use crate::read::schema::json_schema;

/// The schema of `kind` for an editor. With `records`, the ids of the content are offered where one is wanted.
pub fn schema(kind: Kind, records: Option<&Records>) -> Value {
    let mut schema = json_schema(kind);
    let handbook = Handbook::read();
    let root_section = handbook.of_kind(kind);
    let parents = parents(&schema);
    let definitions = schema["definitions"].as_object().cloned().unwrap_or_default();
    let mut described = Map::new();
    for (name, definition) in definitions {
        let keys = parents.get(&name).cloned().unwrap_or_else(|| keys_of(&definition));
        let section = Some(handbook.of_block(&keys, root_section));
        let definition = describe(&name, definition, section.as_ref());
        described.insert(name, definition);
    }
    if let Some(body) = schema.as_object_mut() {
        body.remove("definitions");
    }
    schema = describe("", schema, root_section);
    schema["title"] = json!(root_section.map_or("", |section| &section.title));
    if let Some(records) = records {
        let ids = ids::offers(records);
        schema = ids::offer(schema, &ids);
        described = described.into_iter().map(|(name, definition)| (name, ids::offer(definition, &ids))).collect();
        let used = ids::used(&schema).into_iter().chain(described.values().flat_map(ids::used)).collect();
        described.extend(ids::definitions(&ids, &used));
    }
    if !described.is_empty() {
        schema["definitions"] = Value::Object(described);
    }
    schema
}

/// Kind by its word on the command line.
pub fn kind(wanted: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| word(*kind) == wanted)
}

/// The schema of `kind` as a file.
pub fn text(kind: Kind, records: Option<&Records>) -> String {
    format!("{:#}\n", schema(kind, records))
}

/// The schema files of every kind, by name.
pub fn files(records: Option<&Records>) -> Vec<(String, String)> {
    Kind::ALL.iter().map(|kind| (format!("{}.json", word(*kind)), text(*kind, records))).collect()
}

/// The word by which the command line names a kind.
pub const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Site => "site",
        Kind::Taxonomy => "taxonomy",
        Kind::Places => "places",
        Kind::Plan => "plan",
        Kind::Page => "page",
        Kind::Source => "source",
        Kind::Product => "product",
        Kind::Producer => "producer",
        Kind::PointOfSale => "point-of-sale",
        Kind::Venue => "venue",
        Kind::Destination => "destination",
        Kind::Route => "route",
        Kind::Event => "event",
    }
}

/// By definition: the keys under which it stands, in the order of the schema.
fn parents(schema: &Value) -> BTreeMap<String, Vec<String>> {
    let mut parents: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let definitions = schema["definitions"].as_object().into_iter().flatten().map(|(_, definition)| definition);
    for object in std::iter::once(schema).chain(definitions) {
        for (key, property) in object["properties"].as_object().into_iter().flatten() {
            for name in references(property) {
                parents.entry(name).or_default().push(key.clone());
            }
        }
    }
    parents
}

/// The keys of a block that stands under no key of its own: the two languages of a text.
fn keys_of(definition: &Value) -> Vec<String> {
    definition["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect()
}

/// The definitions that a property names, itself or for its items.
fn references(property: &Value) -> Vec<String> {
    match property {
        Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| match (key.as_str(), value.as_str()) {
                ("$ref", Some(reference)) => vec![reference.rsplit('/').next().unwrap_or_default().to_owned()],
                _ => references(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// Puts Vietnamese in the place of the English that the Rust comments left.
fn describe(name: &str, mut schema: Value, section: Option<&handbook::Section>) -> Value {
    if let Some(words) = terms::of(name, &schema) {
        return words;
    }
    strip_english(&mut schema);
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return schema };
    for (key, property) in properties {
        let row = section.and_then(|section| section.rows.get(key));
        let Some(property) = property.as_object_mut() else { continue };
        if let Some(row) = row {
            let title = property.get("title").and_then(Value::as_str).map(str::to_owned);
            property.insert("title".to_owned(), json!(title.unwrap_or_else(|| row.title())));
            property.insert("description".to_owned(), json!(row.hint()));
        }
        // A `$ref` in draft-07 hides what stands beside it, so it moves into an `allOf`.
        if let Some(reference) = property.remove("$ref") {
            property.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
        }
    }
    schema
}

fn strip_english(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("description").is_some_and(Value::is_string) {
                object.remove("description");
            }
            // `default` would be offered as a snippet of its own.
            object.remove("default");
            object.values_mut().for_each(strip_english);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_english),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// Every property of every kind as `Type.key`, with its title and hint.
    fn properties(kind: Kind) -> Vec<(String, String, String)> {
        let schema = schema(kind, None);
        let definitions = schema["definitions"].as_object().cloned().unwrap_or_default();
        let objects = std::iter::once((word(kind).to_owned(), schema.clone())).chain(definitions);
        let mut found = Vec::new();
        for (name, object) in objects {
            for (key, property) in object["properties"].as_object().into_iter().flatten() {
                let text = |at: &str| property[at].as_str().unwrap_or_default().to_owned();
                found.push((format!("{name}.{key}"), text("title"), text("description")));
            }
        }
        found
    }

    #[test]
    fn every_field_has_a_title_and_a_hint_from_the_handbook() {
        let mut bare = Vec::new();
        for kind in Kind::ALL {
            bare.extend(properties(*kind).into_iter().filter(|(_, title, hint)| title.is_empty() || hint.is_empty()));
        }
        bare.sort();
        bare.dedup();
        assert!(bare.is_empty(), "{bare:#?}");
    }

    #[test]
    fn words_of_a_vocabulary_are_explained() {
        let schema = schema(Kind::Product, None);
        let step = &schema["definitions"]["Step"];
        assert_eq!(step["enum"][1], "in_assessment");
        assert_eq!(step["enumDescriptions"][1], "Đang đánh giá");
    }

    #[test]
    fn ids_of_the_content_are_offered_but_not_enforced() {
        let ids = Arc::new([(Kind::Producer, vec!["phu-sang".to_owned()])].into());
        let records = Records { ids, ..Records::default() };
        let schema = schema(Kind::Product, Some(&records));
        let producer = &schema["properties"]["producer"];
        assert_eq!(producer["anyOf"][0]["$ref"], "#/definitions/id-producer");
        assert_eq!(producer["anyOf"][1]["type"], "string");
        assert_eq!(schema["definitions"]["id-producer"]["enum"][0], "phu-sang");
    }
}
