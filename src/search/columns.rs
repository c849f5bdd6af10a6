//! What results are counted and narrowed by: one number or set a product and facet, as a whole; `shards` and `records` pack parts the same way.

use crate::base::text::slug;
use crate::search::coder::{Encoder, NUMBER};
use crate::search::{Document, Facet, FacetValue, Files, gzip};

/// Facets with up to this many values are sets of bits.
pub const BITS: usize = 16;

pub struct Columns {
    /// The facets that are always counted.
    pub digest: String,
    /// One file for each facet kept apart, then names' ranks, then last days.
    pub apart: String,
    /// Ids and names of the values.
    pub labels: String,
}

pub fn write(documents: &[&Document], facets: &[Facet], files: &mut Files) -> Columns {
    let mut apart: Vec<Vec<u8>> = facets
        .iter()
        .enumerate()
        .filter(|(_, facet)| facet.apart)
        .map(|(at, facet)| {
            let mut encoder = Encoder::new(contexts(facet));
            column(&mut encoder, documents, at, facet);
            encoder.finish()
        })
        .collect();
    apart.push(numbers(documents.iter().map(|document| document.rank + 1)));
    apart.push(numbers(documents.iter().map(|document| document.until.map_or(0, |day| day + 1))));
    Columns {
        digest: files.put_tier("f", vec![encode(documents, facets)]),
        apart: files.put_tier("c", apart),
        labels: files.put_tier("n", label_files(documents, facets)),
    }
}

/// The values of all facets with few of them in file 0, after how many products have each; then one file for each other
/// facet.
fn label_files(documents: &[&Document], facets: &[Facet]) -> Vec<Vec<u8>> {
    let mut counts: Vec<Vec<usize>> = facets.iter().map(|facet| vec![0; facet.values.len()]).collect();
    for document in documents {
        for (counts, values) in counts.iter_mut().zip(&document.values) {
            values.iter().for_each(|value| counts[*value as usize] += 1);
        }
    }
    let with_counts = |(facet, counts): (&Facet, &Vec<usize>)| labels(facet, counts);
    let (small, large): (Vec<_>, Vec<_>) = facets.iter().zip(&counts).partition(|(facet, _)| !is_large(facet));
    let small: Vec<String> = small.into_iter().map(with_counts).collect();
    let mut files = vec![gzip(&small.join("\n"))];
    files.extend(large.into_iter().map(|pair| gzip(&with_counts(pair))));
    files
}

/// Whether a facet has too many values to fetch their names each time; records then name their own.
pub fn is_large(facet: &Facet) -> bool {
    facet.values.len() > 64
}

/// `name|id`; an id that follows from the name is left out.
pub fn label(value: &FacetValue) -> String {
    if slug(&value.name) == value.id { value.name.clone() } else { format!("{}|{}", value.name, value.id) }
}

/// `name|id|count|English name|point`, one value a line.
fn labels(facet: &Facet, counts: &[usize]) -> String {
    let lines = facet.values.iter().zip(counts).map(|(value, count)| {
        let id = if slug(&value.name) == value.id { "" } else { value.id.as_str() };
        let point = value.point.map_or_else(String::new, |[x, y]| format!("{x:.3},{y:.3}"));
        let line = format!("{}|{id}|{count}|{}|{point}", value.name, value.name_en.as_deref().unwrap_or_default());
        line.trim_end_matches('|').to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

const LENGTH: usize = 0;
const GAP: usize = LENGTH + NUMBER;
const TREE: usize = GAP + NUMBER;

/// Contexts for one facet's column.
fn contexts(facet: &Facet) -> usize {
    TREE + (1 << width(facet).max(4))
}

/// The facets that are always counted, facet by facet.
pub fn encode(documents: &[&Document], facets: &[Facet]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (at, facet) in facets.iter().enumerate().filter(|(_, facet)| !facet.apart) {
        let mut encoder = Encoder::new(contexts(facet));
        column(&mut encoder, documents, at, facet);
        let column = encoder.finish();
        bytes.extend((column.len() as u32).to_le_bytes());
        bytes.extend(column);
    }
    bytes
}

/// How many bits number the values of a facet.
pub fn width(facet: &Facet) -> u32 {
    usize::BITS - facet.values.len().saturating_sub(1).leading_zeros()
}

fn column(encoder: &mut Encoder, documents: &[&Document], at: usize, facet: &Facet) {
    let width = width(facet);
    let mut last = 0;
    for document in documents {
        let values = &document.values[at];
        if facet.single {
            let value = values[0];
            // A bit for "as the product before", since names that begin alike are goods alike.
            encoder.bit(LENGTH, value != last);
            if value != last {
                encoder.tree(TREE, width, value);
                last = value;
            }
        } else if facet.values.len() <= BITS {
            for value in 0..facet.values.len() {
                encoder.bit(TREE + value, values.contains(&(value as u32)));
            }
        } else {
            list(encoder, values);
        }
    }
}

fn list(encoder: &mut Encoder, values: &[u32]) {
    encoder.number(LENGTH, values.len() as u32);
    let mut next = 0;
    for value in values {
        encoder.number(GAP, value - next);
        next = value + 1;
    }
}

/// One number a product, as the difference from the product before.
fn numbers(values: impl Iterator<Item = u32>) -> Vec<u8> {
    let mut encoder = Encoder::new(2 * NUMBER + 4);
    let mut last = 0;
    for value in values {
        encoder.bit(2 * NUMBER, value < last);
        encoder.number(if value < last { NUMBER } else { 0 }, value.abs_diff(last));
        last = value;
    }
    encoder.finish()
}
