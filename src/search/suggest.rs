//! Beginnings that many names share, offered from the first letter; each is a run of product numbers.
//!
//! Spirits are never offered: a beginning counts the other products only.

use std::collections::BTreeMap;

use crate::search::words::words;
use crate::search::{Document, Files, gzip};

const MIN_COUNT: usize = 6;
const LONGEST: usize = 8;
const MOST: usize = 500;

/// A folded beginning and what it stands for.
struct Beginning {
    first: usize,
    last: usize,
    /// Products that may be offered.
    offered: usize,
    /// How it is written, by how many.
    spellings: BTreeMap<String, usize>,
    /// How the names go on, folded.
    next: BTreeMap<String, usize>,
}

/// Writes them; gives the digest.
pub fn write(documents: &[&Document], files: &mut Files) -> String {
    let beginnings = gather(documents);
    let least = MIN_COUNT.min(documents.len() / 20).max(1);
    let mut chosen: Vec<(&String, &Beginning)> = beginnings
        .iter()
        .filter(|(_, beginning)| beginning.offered >= least)
        .filter(|(_, beginning)| beginning.next.values().all(|count| *count < beginning.offered))
        .collect();
    chosen.sort_by_key(|(fold, beginning)| (std::cmp::Reverse(beginning.offered), (*fold).clone()));
    chosen.truncate(MOST);
    chosen.sort_by_key(|(fold, _)| (*fold).clone());
    let mut last = 0i64;
    let lines = chosen.iter().map(|(_, beginning)| {
        let spelling =
            beginning.spellings.iter().max_by_key(|(_, count)| **count).map_or("", |(text, _)| text.as_str());
        let line = format!("{spelling}|{}|{}", beginning.first as i64 - last, beginning.last - beginning.first + 1);
        last = beginning.first as i64;
        line
    });
    files.put_tier("q", vec![gzip(&lines.collect::<Vec<_>>().join("\n"))])
}

fn gather(documents: &[&Document]) -> BTreeMap<String, Beginning> {
    let mut beginnings: BTreeMap<String, Beginning> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        let folds: Vec<String> = words(&document.name).into_iter().map(|word| word.fold).collect();
        let spelled: Vec<&str> = document.name.split_whitespace().collect();
        if spelled.len() != folds.len() {
            continue;
        }
        for length in 1..=LONGEST.min(folds.len()) {
            let beginning = beginnings.entry(folds[..length].join(" ")).or_insert_with(|| Beginning {
                first: number,
                last: number,
                offered: 0,
                spellings: BTreeMap::new(),
                next: BTreeMap::new(),
            });
            beginning.last = number;
            if !document.bare {
                beginning.offered += 1;
                *beginning.spellings.entry(spelled[..length].join(" ")).or_default() += 1;
                if let Some(next) = folds.get(length) {
                    *beginning.next.entry(next.clone()).or_default() += 1;
                }
            }
        }
    }
    beginnings
}
