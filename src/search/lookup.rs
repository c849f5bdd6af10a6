//! What a query can name outright: codes printed on labels, and units of the past. One sorted list, fetched in stretches.

use crate::base::text::slug;
use crate::search::lexicon::Lexicon;
use crate::search::{Document, Files, gzip};

const ROWS_PER_FILE: usize = 512;

pub struct Lookup {
    pub digest: String,
    /// The first key of each file.
    pub first: Vec<String>,
}

/// `code|document` for codes, `~number|name|name today|URL` for units of the past by the number of their name.
pub fn write(documents: &[&Document], lexicon: &Lexicon, files: &mut Files) -> Lookup {
    let codes = (0u32..)
        .zip(documents)
        .flat_map(|(number, document)| document.codes.iter().map(move |code| (key(code), number.to_string())));
    let units = lexicon.notes.iter().map(|(number, note)| {
        (format!("~{number}"), format!("{}|{}|{}", note.name, note.now, note.url.trim_start_matches('/')))
    });
    let mut rows: Vec<(String, String)> = codes.chain(units).collect();
    rows.sort();
    let first = rows.chunks(ROWS_PER_FILE).map(|chunk| chunk[0].0.clone()).collect();
    let parts = rows.chunks(ROWS_PER_FILE).map(|chunk| {
        let lines: Vec<String> = chunk.iter().map(|(key, value)| format!("{key}|{value}")).collect();
        gzip(&lines.join("\n"))
    });
    Lookup { digest: files.put_tier("k", parts.collect()), first }
}

/// A code as it is compared: letters and digits only, lower case, no marks.
fn key(code: &str) -> String {
    slug(code).replace('-', "")
}
