//! The first file that a client fetches: what the index holds, where it lies, and every folded word with its frequency.

use serde_json::json;

use crate::search::coder::{Context, Encoder, NUMBER};
use crate::search::columns::Columns;
use crate::search::lexicon::Lexicon;
use crate::search::records::{Codes, Records};
use crate::search::shards::Shards;
use crate::search::{Corpus, Document};

/// Grows when a client of before could not read the index.
const VERSION: u32 = 1;

/// What the other modules have written.
pub struct Parts {
    pub shards: Shards,
    pub records: Records,
    pub columns: Columns,
    pub beginnings: String,
    pub stories: String,
    pub codes: Codes,
    pub cards: Vec<String>,
    pub notes: String,
}

/// The length of the JSON in two bytes, the JSON, the packed words.
pub fn encode(corpus: &Corpus, documents: &[&Document], lexicon: &Lexicon, parts: &Parts) -> Vec<u8> {
    let facets: Vec<_> = corpus
        .facets
        .iter()
        .map(|facet| json!([facet.key, facet.values.len(), u8::from(facet.single) | u8::from(facet.apart) << 1]))
        .collect();
    let head = json!({
        "v": VERSION,
        "n": documents.len(),
        "t": lexicon.terms.len(),
        "h": parts.shards.digest,
        "g": parts.shards.columns,
        "s": parts.shards.terms,
        "r": [parts.records.digest, parts.records.block, parts.records.english],
        "f": parts.columns.digest,
        "c": parts.columns.apart,
        "l": parts.columns.labels,
        "q": parts.beginnings,
        "d": parts.stories,
        "k": [parts.codes.digest, parts.codes.first],
        "a": facets,
        "w": corpus.languages.iter().zip(&parts.cards).collect::<std::collections::BTreeMap<_, _>>(),
        "o": parts.notes,
        "b": corpus.base,
    });
    let head = head.to_string();
    let mut bytes = (head.len() as u16).to_le_bytes().to_vec();
    bytes.extend(head.into_bytes());
    let mut encoder = Encoder::new(16 + WORD_CONTEXTS);
    write_words(&mut encoder, 16, lexicon.terms.iter().map(|term| term.fold.as_str()));
    for term in &lexicon.terms {
        encoder.tree(0, 4, (term.occurrences.len() as u32 + 1).ilog2().min(15));
    }
    bytes.extend(encoder.finish());
    bytes
}

/// Contexts that `write_words` takes.
pub const WORD_CONTEXTS: usize = 16 * 16 + 40 * 64 + NUMBER;

/// Sorted words: how much each shares with the word before, then its letters under the letter before.
pub fn write_words<'a>(encoder: &mut Encoder, context: Context, words: impl Iterator<Item = &'a str>) {
    let letters = context + 256;
    let mut before: Vec<char> = Vec::new();
    let mut shared_before = 0;
    for word in words {
        let word: Vec<char> = word.chars().collect();
        let shared = before.iter().zip(&word).take_while(|(left, right)| left == right).count().min(15);
        encoder.tree(context + shared_before * 16, 4, shared as u32);
        let mut previous = if shared > 0 { letter(word[shared - 1]) } else { 0 };
        for character in &word[shared..] {
            encoder.tree(letters + previous * 64, 6, letter(*character) as u32);
            if letter(*character) == OTHER {
                encoder.number(letters + 40 * 64, *character as u32);
            }
            previous = letter(*character);
        }
        encoder.tree(letters + previous * 64, 6, 0);
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
