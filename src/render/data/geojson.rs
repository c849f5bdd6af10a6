//! Everything with a place as one map layer. A place known only by its commune lies at the commune's point and says so.

use serde_json::{Value, json};

use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::plan::SitePlan;
use crate::plan::near::place;
use crate::render::data::records::{Units, localized, url};

/// The layer's text and the number of its features.
pub fn layer(catalogue: &Catalogue, plan: &SitePlan) -> (Vec<u8>, usize) {
    let features: Vec<Value> =
        catalogue.entries().into_iter().filter_map(|entry| feature(catalogue, plan, entry)).collect();
    let count = features.len();
    let date = catalogue.date.to_string();
    let layer = json!({ "type": "FeatureCollection", "date": date, "features": features });
    (format!("{layer}\n").into_bytes(), count)
}

fn feature(catalogue: &Catalogue, plan: &SitePlan, entry: EntryRef) -> Option<Value> {
    if matches!(entry, EntryRef::Product(id) if catalogue[id].is_bare()) {
        return None;
    }
    let place = place(catalogue, entry)?;
    let point = catalogue.point(place)?;
    let head = catalogue.head(entry)?;
    let precision = if place.point.is_some() { "exact" } else { "commune" };
    Some(json!({
        "type": "Feature",
        "geometry": { "type": "Point", "coordinates": point },
        "properties": {
            "kind": kind(entry),
            "id": head.slug,
            "name": localized(&head.name),
            "url": url(catalogue, plan, entry),
            "commune": Units::of(catalogue, Some(place)).commune,
            "precision": precision,
        },
    }))
}

const fn kind(entry: EntryRef) -> &'static str {
    match entry {
        EntryRef::Product(_) => "product",
        EntryRef::Producer(_) => "producer",
        EntryRef::PointOfSale(_) => "point-of-sale",
        EntryRef::Venue(_) => "venue",
        EntryRef::Destination(_) => "destination",
        EntryRef::Route(_) => "route",
        EntryRef::Event(_) => "event",
        EntryRef::Source(_) => "source",
    }
}
