//! The first file that a client fetches: what the index holds, where it lies, and every folded word with its frequency.

use serde_json::json;

use crate::search::coder::{Encoder, Slot};
use crate::search::columns::Columns;
use crate::search::lexicon::Lexicon;
use crate::search::lookup::Lookup;
use crate::search::records::Records;
use crate::search::shards::Shards;
use crate::search::{Corpus, Document, gzip, questions};

/// Grows when a client of before could not read the index.
const VERSION: u32 = 2;

/// What the other modules have written.
pub struct Parts {
    pub shards: Shards,
    pub records: Records,
    pub columns: Columns,
    pub beginnings: String,
    pub stories: String,
    pub cards: Vec<String>,
    pub lookup: Lookup,
}

/// The length of the compressed JSON in two bytes, the JSON, the packed words with their frequencies.
pub fn encode(corpus: &Corpus, documents: &[&Document], lexicon: &Lexicon, parts: &Parts) -> Vec<u8> {
    let facets: Vec<_> = corpus
        .facets
        .iter()
        .zip(&parts.columns.places)
        .map(|(facet, (file, place))| json!([facet.key, u8::from(facet.apart), file, place]))
        .collect();
    let head = json!({
        "v": VERSION,
        "n": documents.len(),
        "t": lexicon.terms.len(),
        "h": parts.shards.digest,
        "g": parts.shards.columns,
        "s": parts.shards.terms,
        "r": [parts.records.digest, parts.records.block, parts.records.english],
        "c": parts.columns.apart,
        "l": parts.columns.labels,
        "q": parts.beginnings,
        "d": parts.stories,
        "k": [parts.lookup.digest, parts.lookup.first],
        "a": facets,
        "w": corpus.languages.iter().zip(&parts.cards).collect::<std::collections::BTreeMap<_, _>>(),
        "x": questions::encode(),
        "b": corpus.base,
    });
    let head = gzip(&head.to_string());
    let mut bytes = (head.len() as u16).to_le_bytes().to_vec();
    bytes.extend(head);
    let mut encoder = Encoder::new();
    write_words(&mut encoder, lexicon.terms.iter().map(|term| term.fold.as_str()));
    for term in &lexicon.terms {
        encoder.tree(FREQUENCY, 4, (term.occurrences.len() as u32 + 1).ilog2().min(15));
    }
    bytes.extend(encoder.finish());
    bytes
}

// The slots: 16 for how much a word shares, then one for each letter before, then these.
const LETTERS: Slot = 16;
const OTHER_LETTERS: Slot = LETTERS + 38;
const FREQUENCY: Slot = OTHER_LETTERS + 1;

/// Sorted words: how much each shares with the word before, then its letters under the letter before.
fn write_words<'a>(encoder: &mut Encoder, words: impl Iterator<Item = &'a str>) {
    let mut before: Vec<char> = Vec::new();
    let mut shared_before = 0;
    for word in words {
        let word: Vec<char> = word.chars().collect();
        // Script counts in UTF-16, where letters beyond the first plane are two.
        let same = |(left, right): &(&char, &char)| left == right && left.len_utf16() == 1;
        let shared = before.iter().zip(&word).take_while(same).count().min(15);
        encoder.tree(shared_before, 4, shared as u32);
        let mut previous = if shared > 0 { letter(word[shared - 1]) } else { 0 };
        for character in &word[shared..] {
            encoder.tree(LETTERS + previous, 6, letter(*character) as u32);
            if letter(*character) == OTHER {
                encoder.number(OTHER_LETTERS, *character as u32);
            }
            previous = letter(*character);
        }
        encoder.tree(LETTERS + previous, 6, 0);
        before = word;
        shared_before = shared;
    }
}

const OTHER: usize = 37;

/// 1–26 a–z, 27–36 digits, 37 all others; 0 is the end of a word.
const fn letter(character: char) -> usize {
    match character {
        'a'..='z' => character as usize - 'a' as usize + 1,
        '0'..='9' => character as usize - '0' as usize + 27,
        _ => OTHER,
    }
}
