//! Where units of the past lead: `number|name|name today|URL`, fetched only when a query names such a unit.

use crate::search::lexicon::Lexicon;
use crate::search::{Files, gzip};

/// Names of entities covered by one file.
pub const NAMES_PER_FILE: u32 = 1024;

/// Writes them, a file for each stretch of names; gives the digest, empty without notes.
pub fn write(lexicon: &Lexicon, files: &mut Files) -> String {
    let Some((most, _)) = lexicon.notes.iter().max_by_key(|(number, _)| *number) else { return String::new() };
    let mut lines: Vec<Vec<String>> = vec![Vec::new(); (most / NAMES_PER_FILE + 1) as usize];
    for (number, note) in &lexicon.notes {
        let line = format!("{number}|{}|{}|{}", note.name, note.now, note.url);
        lines[(number / NAMES_PER_FILE) as usize].push(line);
    }
    files.put_tier("o", lines.into_iter().map(|lines| gzip(&lines.join("\n"))).collect())
}
