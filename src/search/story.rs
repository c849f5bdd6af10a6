//! The long texts: folded words and their documents, asked for only when names give too little or a reader wishes.

use std::collections::HashMap;

use crate::search::lexicon::Term;
use crate::search::words::{FoldTable, each_fold};
use crate::search::{Document, Files, gzip, shards};

/// Words that stand in more of the texts than this say nothing; they are kept without documents.
const MAX_SHARE: f64 = 0.4;
const SHARD_BYTES: usize = 8000;

/// Packs the texts: file 0 holds the words, a line for each of the other files, which hold their documents.
/// Gives the digest, empty without texts.
pub fn write(documents: &[&Document], files: &mut Files) -> String {
    let terms = gather(documents);
    if terms.is_empty() {
        return String::new();
    }
    let mut shards: Vec<Vec<Term>> = vec![Vec::new()];
    let mut bits = 0;
    for (word, list) in terms {
        let cost = list.len() * (2 + (documents.len() / list.len().max(1)).ilog2() as usize) + 8;
        if bits + cost > SHARD_BYTES * 8 && bits > 0 {
            shards.push(Vec::new());
            bits = 0;
        }
        bits += cost;
        shards.last_mut().expect("there is always a last shard").push(Term::plain(word, &list));
    }
    let line = |shard: &Vec<Term>| shard.iter().map(|term| term.fold.as_str()).collect::<Vec<_>>().join(" ");
    let mut parts = vec![gzip(&shards.iter().map(line).collect::<Vec<_>>().join("\n"))];
    parts.extend(shards.iter().map(|shard| shards::encode(shard)));
    files.put_tier("d", parts)
}

/// Folded words with the documents whose text holds them, sorted.
fn gather(documents: &[&Document]) -> Vec<(String, Vec<u32>)> {
    let mut lists: HashMap<String, Vec<u32>> = HashMap::new();
    let table = FoldTable::new();
    for (number, document) in (0u32..).zip(documents) {
        each_fold(&document.text, &table, |fold| match lists.get_mut(fold) {
            Some(list) if list.last() == Some(&number) => {}
            Some(list) => list.push(number),
            None => {
                lists.insert(fold.to_owned(), vec![number]);
            }
        });
    }
    let most = (documents.len() as f64 * MAX_SHARE).max(3.0) as usize;
    let mut terms: Vec<(String, Vec<u32>)> = lists.into_iter().collect();
    terms.iter_mut().filter(|(_, list)| list.len() > most).for_each(|(_, list)| list.clear());
    terms.sort();
    terms
}
