//! What a card shows and is counted by, in blocks of neighbouring products, as compressed text.

use crate::base::text::slug;
use crate::search::columns;
use crate::search::{Document, Facet, Files, gzip};

/// Products in one block.
pub const BLOCK: usize = 48;
/// Small catalogues are one block: one request for everything.
const ONE_BLOCK_UP_TO: usize = 200;

pub struct Records {
    pub block: u32,
    pub digest: String,
    /// Of the English names, in blocks of the same size.
    pub english: String,
}

pub fn write(documents: &[&Document], facets: &[Facet], files: &mut Files) -> Records {
    let block = block_size(documents);
    let parts = documents.chunks(block).map(|chunk| gzip(&text(chunk, facets))).collect();
    let english = documents.chunks(block).map(|chunk| {
        let names: Vec<&str> = chunk.iter().map(|document| document.name_en.as_deref().unwrap_or_default()).collect();
        gzip(&names.join("\n"))
    });
    let english = files.put_tier("e", english.collect());
    Records { block: block as u32, digest: files.put_tier("r", parts), english }
}

/// Column by column, one value a line, since neighbours resemble each other.
fn text(documents: &[&Document], facets: &[Facet]) -> String {
    let mut columns: Vec<Vec<String>> = vec![
        documents.iter().map(|document| document.name.clone()).collect(),
        documents.iter().map(|document| slug_exception(document)).collect(),
        documents.iter().map(|document| document.producer.clone()).collect(),
        documents.iter().map(|document| document.place.clone()).collect(),
        documents.iter().map(|document| if document.bare { "1" } else { "" }.to_owned()).collect(),
    ];
    for (at, facet) in facets.iter().enumerate().filter(|(_, facet)| !facet.apart) {
        columns.push(documents.iter().map(|document| columns::ids(&document.values[at], facet)).collect());
    }
    let columns: Vec<String> = columns
        .into_iter()
        .map(|column| column.iter().map(|cell| cell.replace('\n', " ")).collect::<Vec<_>>().join("\n"))
        .collect();
    columns.join("\n")
}

/// The slug where it does not follow from the name.
fn slug_exception(document: &Document) -> String {
    if slug(&document.name) == document.slug { String::new() } else { document.slug.clone() }
}

/// Cards as HTML, one a line, in blocks like the records; a digest for each language.
pub fn write_cards(documents: &[&Document], languages: usize, files: &mut Files) -> Vec<String> {
    let block = block_size(documents);
    let tier = |language: usize| {
        let parts = documents.chunks(block).map(|chunk| {
            let lines: Vec<String> = chunk.iter().map(|document| document.cards[language].replace('\n', " ")).collect();
            gzip(&lines.join("\n"))
        });
        parts.collect()
    };
    (0..languages).map(|language| files.put_tier("v", tier(language))).collect()
}

fn block_size(documents: &[&Document]) -> usize {
    if documents.len() <= ONE_BLOCK_UP_TO { ONE_BLOCK_UP_TO } else { BLOCK }
}
