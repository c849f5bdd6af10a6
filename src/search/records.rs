//! What a card shows, in blocks of neighbouring products, as compressed text; and the codes printed on labels.

use crate::base::text::slug;
use crate::search::columns;
use crate::search::{Document, Facet, Files, gzip};

/// Products in one block.
pub const BLOCK: usize = 48;
/// Small catalogues are one block: one request for everything.
const ONE_BLOCK_UP_TO: usize = 200;
const CODES_PER_FILE: usize = 1024;

pub struct Records {
    pub block: u32,
    pub digest: String,
    /// Of the English names, in blocks of the same size.
    pub english: String,
}

pub fn write(documents: &[&Document], facets: &[Facet], files: &mut Files) -> Records {
    let block = block_size(documents);
    let parts = documents.chunks(block).map(|chunk| encode(chunk, facets)).collect();
    let english = documents.chunks(block).map(|chunk| {
        let names: Vec<&str> = chunk.iter().map(|document| document.name_en.as_deref().unwrap_or_default()).collect();
        gzip(&names.join("\n"))
    });
    let english = files.put_tier("e", english.collect());
    Records { block: block as u32, digest: files.put_tier("r", parts), english }
}

/// The length of the packed columns in two bytes, the columns, the text.
fn encode(documents: &[&Document], facets: &[Facet]) -> Vec<u8> {
    let columns = columns::encode(documents, facets);
    let mut bytes = (columns.len() as u16).to_le_bytes().to_vec();
    bytes.extend(columns);
    bytes.extend(gzip(&text(documents, facets)));
    bytes
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
    // Values of facets that are counted and have too many names to fetch each time.
    for (at, facet) in facets.iter().enumerate().filter(|(_, facet)| columns::is_large(facet) && !facet.apart) {
        let names = |document: &&Document| {
            let names = document.values[at].iter().map(|value| columns::label(&facet.values[*value as usize]));
            names.collect::<Vec<_>>().join("\t")
        };
        columns.push(documents.iter().map(names).collect());
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

pub struct Codes {
    pub digest: String,
    /// The first code of each file.
    pub first: Vec<String>,
}

/// All codes in order, each with its document.
pub fn write_codes(documents: &[&Document], files: &mut Files) -> Codes {
    let mut codes: Vec<(String, usize)> = documents
        .iter()
        .enumerate()
        .flat_map(|(number, document)| document.codes.iter().map(move |code| (code_key(code), number)))
        .collect();
    codes.sort();
    let first = codes.chunks(CODES_PER_FILE).map(|chunk| chunk[0].0.clone()).collect();
    let parts = codes.chunks(CODES_PER_FILE).map(|chunk| {
        let lines: Vec<String> = chunk.iter().map(|(code, number)| format!("{code} {number}")).collect();
        gzip(&lines.join("\n"))
    });
    Codes { digest: files.put_tier("k", parts.collect()), first }
}

/// A code as it is compared: letters and digits only, lower case, no marks.
fn code_key(code: &str) -> String {
    slug(code).replace('-', "")
}
