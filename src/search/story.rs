//! The long texts: folded words and their documents, asked for only when names give too little or a reader wishes.

use std::collections::HashMap;

use crate::search::coder::{Encoder, NUMBER};
use crate::search::root::write_words;
use crate::search::words::{FoldTable, each_fold};
use crate::search::{Document, Files};

/// Words that stand in more of the texts than this say nothing.
const MAX_SHARE: f64 = 0.4;
const SHARD_BYTES: usize = 8000;

/// Packs the texts: file 0 holds the words, the others their documents. Gives the digest, empty without texts.
pub fn write(documents: &[&Document], files: &mut Files) -> String {
    let (terms, common) = gather(documents);
    if terms.is_empty() {
        return String::new();
    }
    let mut shards: Vec<Vec<&(String, Vec<u32>)>> = vec![Vec::new()];
    let mut bits = 0;
    for term in &terms {
        let cost = term.1.len() * (2 + (documents.len() / term.1.len()).ilog2() as usize) + 8;
        if bits + cost > SHARD_BYTES * 8 && bits > 0 {
            shards.push(Vec::new());
            bits = 0;
        }
        bits += cost;
        shards.last_mut().expect("there is always a last shard").push(term);
    }
    let mut head = Encoder::new(2 * NUMBER + crate::search::root::WORD_CONTEXTS);
    head.number(0, shards.len() as u32);
    for shard in &shards {
        head.number(0, shard.len() as u32);
    }
    write_words(&mut head, 2 * NUMBER, terms.iter().map(|(word, _)| word.as_str()));
    head.number(0, common.len() as u32);
    write_words(&mut head, 2 * NUMBER, common.iter().map(String::as_str));
    let mut parts = vec![head.finish()];
    parts.extend(shards.iter().map(|shard| encode(shard)));
    files.put_tier("d", parts)
}

/// Folded words with the documents whose text holds them, and the words that nearly all texts hold; sorted.
fn gather(documents: &[&Document]) -> (Vec<(String, Vec<u32>)>, Vec<String>) {
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
    let (mut terms, common): (Vec<_>, Vec<_>) = lists.into_iter().partition(|(_, list)| list.len() <= most);
    terms.sort();
    let mut common: Vec<String> = common.into_iter().map(|(word, _)| word).collect();
    common.sort();
    (terms, common)
}

fn encode(terms: &[&(String, Vec<u32>)]) -> Vec<u8> {
    let mut encoder = Encoder::new(17 * NUMBER);
    for (_, documents) in terms {
        encoder.number(0, documents.len() as u32 - 1);
        let context = (1 + documents.len().ilog2() as usize) * NUMBER;
        let mut next = 0;
        for document in documents {
            encoder.number(context, document - next);
            next = document + 1;
        }
    }
    encoder.finish()
}
