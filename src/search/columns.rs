//! What results are counted and narrowed by: the values of each product, facet by facet, and what they are called.

use crate::base::text::slug;
use crate::search::coder::Encoder;
use crate::search::{Document, Facet, FacetValue, Files, gzip};

/// A facet with more values has its labels in a file of its own.
const VALUES_IN_FIRST_FILE: usize = 64;

pub struct Columns {
    /// One file for each facet kept apart, then names' ranks, then last days.
    pub apart: String,
    /// Ids and names of the values.
    pub labels: String,
    /// Where each facet's labels stand: the file, and the place in it.
    pub places: Vec<(usize, usize)>,
}

pub fn write(documents: &[&Document], facets: &[Facet], files: &mut Files) -> Columns {
    let ranks: Vec<[u32; 1]> = documents.iter().map(|document| [document.rank]).collect();
    let days: Vec<Vec<u32>> = documents.iter().map(|document| document.until.into_iter().collect()).collect();
    let kept_apart = facets.iter().enumerate().filter(|(_, facet)| facet.apart);
    let mut apart: Vec<Vec<u8>> =
        kept_apart.map(|(at, _)| alone(documents.iter().map(|document| document.values[at].as_slice()))).collect();
    apart.push(alone(ranks.iter().map(<[u32; 1]>::as_slice)));
    apart.push(alone(days.iter().map(Vec::as_slice)));
    let (labels, places) = label_files(documents, facets);
    Columns { apart: files.put_tier("c", apart), labels: files.put_tier("n", labels), places }
}

/// The labels of all facets with few values in file 0, a blank line between them; then one file for each other facet.
fn label_files(documents: &[&Document], facets: &[Facet]) -> (Vec<Vec<u8>>, Vec<(usize, usize)>) {
    let mut first = Vec::new();
    let mut others = Vec::new();
    let places = facets.iter().enumerate().map(|(at, facet)| {
        let mut counts = vec![0; facet.values.len()];
        for value in documents.iter().flat_map(|document| &document.values[at]) {
            counts[*value as usize] += 1;
        }
        let labels = labels(facet, &counts);
        if facet.values.len() > VALUES_IN_FIRST_FILE {
            others.push(gzip(&labels));
            (others.len(), 0)
        } else {
            first.push(labels);
            (0, first.len() - 1)
        }
    });
    let places = places.collect();
    let mut files = vec![gzip(&first.join("\n\n"))];
    files.extend(others);
    (files, places)
}

/// `name|id|count|English name|point`, one value a line; an id that follows from the name is left out.
fn labels(facet: &Facet, counts: &[usize]) -> String {
    let lines = facet.values.iter().zip(counts).map(|(value, count)| {
        let id = if slug(&value.name) == value.id { "" } else { value.id.as_str() };
        let point = value.point.map_or_else(String::new, |[x, y]| format!("{x:.3},{y:.3}"));
        let line = format!("{}|{id}|{count}|{}|{point}", value.name, value.name_en.as_deref().unwrap_or_default());
        line.trim_end_matches('|').to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The ids of a product's values, as records hold them.
pub fn ids(values: &[u32], facet: &Facet) -> String {
    let id = |value: &u32| facet.values.get(*value as usize).map_or("", |value: &FacetValue| value.id.as_str());
    values.iter().map(id).collect::<Vec<_>>().join(" ")
}

/// The facets that are always counted, one after the other, each with slots of its own.
pub fn encode(documents: &[&Document], facets: &[Facet]) -> Vec<u8> {
    let mut encoder = Encoder::new();
    let counted = facets.iter().enumerate().filter(|(_, facet)| !facet.apart);
    for (number, (at, _)) in counted.enumerate() {
        column(&mut encoder, number, documents.iter().map(|document| document.values[at].as_slice()));
    }
    encoder.finish()
}

/// Slots that a column takes: for "as before", the length, the steps.
const SLOTS: usize = 3;

/// A sorted list for each product. A bit says "as the product before", since names that begin alike are goods alike.
fn column<'a>(encoder: &mut Encoder, number: usize, lists: impl Iterator<Item = &'a [u32]>) {
    let [same, length, step] = [0, 1, 2].map(|slot| number * SLOTS + slot);
    let mut last: &[u32] = &[];
    for list in lists {
        // Value by value: lists of one or two are compared by the million, and a call for each costs more.
        let other = !list.iter().eq(last);
        encoder.bit(same, 0, other);
        if other {
            encoder.number(length, list.len() as u32);
            let mut next = 0;
            for value in list {
                encoder.number(step, value - next);
                next = value + 1;
            }
            last = list;
        }
    }
}

/// One column as a file.
fn alone<'a>(lists: impl Iterator<Item = &'a [u32]>) -> Vec<u8> {
    let mut encoder = Encoder::new();
    column(&mut encoder, 0, lists);
    encoder.finish()
}
