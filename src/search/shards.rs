//! Packs the lexicon into shards of neighbouring terms, each about as large as one packet train of a slow phone.

use crate::search::coder::{Encoder, Slot};
use crate::search::lexicon::{Lexicon, Mention, Occurrence, Term};
use crate::search::{Document, EntityKind, Facet, Files, columns};

/// A term is added to a shard until it holds this many bytes.
const SHARD_BYTES: usize = 2600;
/// Catalogues whose shards come to less than this get one shard.
const ONE_SHARD_BYTES: usize = 9000;

// The slots, in the order in which search-coder.js lays them out.
const FORMS: Slot = 0;
const OCCURRENCES: Slot = 1;
const MENTIONS: Slot = 2;
const TONE: Slot = 3;
const QUALITY: Slot = 4;
const MENTION_GAP: Slot = 9;
const MENTION_KIND: Slot = 10;
const MENTION_POSITION: Slot = 11;
const MENTION_LAST: Slot = 12;
const MENTION_HOLDS: Slot = 13;
const MEMBERS: Slot = 14;
const MEMBER_GAP: Slot = 15;
const FORM: Slot = 18;
const GAP: Slot = 22;
const KIND: Slot = 34;
const PRODUCER: Slot = 37;
const NAME: Slot = 53;

pub struct Shards {
    /// How many terms each shard holds.
    pub terms: Vec<u32>,
    pub digest: String,
    /// Of the columns: one file for each shard, of all products that its terms lead to; then one of all products.
    pub columns: String,
}

pub fn write(lexicon: &Lexicon, documents: &[&Document], facets: &[Facet], files: &mut Files) -> Shards {
    let sizes: Vec<usize> = lexicon.terms.iter().map(estimate).collect();
    let target = if sizes.iter().sum::<usize>() < ONE_SHARD_BYTES { usize::MAX } else { SHARD_BYTES };
    let mut terms = Vec::new();
    let (mut count, mut bytes) = (0, 0);
    for size in sizes {
        if count > 0 && bytes + size / 2 > target {
            terms.push(count);
            (count, bytes) = (0, 0);
        }
        count += 1;
        bytes += size;
    }
    terms.push(count);
    let mut rest = lexicon.terms.as_slice();
    let mut shards = Vec::new();
    for count in &terms {
        let (shard, after) = rest.split_at(*count as usize);
        rest = after;
        shards.push(shard);
    }
    let reached = |shard: &&[Term]| columns::encode(&reached(shard, documents), facets);
    let mut columns: Vec<Vec<u8>> = shards.iter().map(reached).collect();
    columns.push(columns::encode(documents, facets));
    let digest = files.put_tier("h", shards.iter().map(|shard| encode(shard)).collect());
    Shards { digest, columns: files.put_tier("g", columns), terms }
}

/// All products that the terms lead to, in order.
fn reached<'a>(terms: &[Term], documents: &[&'a Document]) -> Vec<&'a Document> {
    let mut numbers: Vec<u32> = terms.iter().flat_map(Term::reach).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| documents[number as usize]).collect()
}

/// About how many bytes a term will take.
fn estimate(term: &Term) -> usize {
    let bits = |gap: u32| if gap <= 1 { 1 } else { gap.ilog2() + 3 };
    let mut total = 24 * (1 + term.mentions.len() as u32);
    let mut last = 0;
    for occurrence in &term.occurrences {
        total += bits(occurrence.document - last);
        last = occurrence.document;
    }
    for documents in term.mentions.iter().filter_map(|mention| mention.documents.as_ref()) {
        total += bits(documents[0]) + documents.windows(2).map(|pair| bits(pair[1] - pair[0])).sum::<u32>();
    }
    total as usize / 8
}

pub fn encode(terms: &[Term]) -> Vec<u8> {
    let mut encoder = Encoder::new();
    for term in terms {
        encoder.number(FORMS, term.forms.len() as u32 - 1);
        for form in &term.forms {
            encode_form(&mut encoder, &term.fold, form);
        }
        encode_occurrences(&mut encoder, term);
        encoder.number(MENTIONS, term.mentions.len() as u32);
        let mut last = 0;
        for mention in &term.mentions {
            encode_mention(&mut encoder, mention, mention.name - last, term.forms.len());
            last = mention.name;
        }
    }
    encoder.finish()
}

/// The marks of an exact form: its tone, then the quality of each letter that can have one.
fn encode_form(encoder: &mut Encoder, fold: &str, form: &str) {
    let tone = if form.chars().count() > fold.chars().count() {
        form.bytes().last().map_or(0, |digit| u32::from(digit - b'0'))
    } else {
        0
    };
    encoder.tree(TONE, 3, tone);
    for (plain, marked) in fold.chars().zip(form.chars()) {
        if let Some(letter) = "aeoud".find(plain) {
            let quality = match marked {
                'ă' | 'ô' => 1,
                'â' | 'ê' | 'ơ' | 'ư' | 'đ' => 2,
                _ => 0,
            };
            encoder.tree(QUALITY + letter, 2, quality);
        }
    }
}

fn encode_occurrences(encoder: &mut Encoder, term: &Term) {
    let count = term.occurrences.len();
    encoder.number(OCCURRENCES, count as u32);
    let size = [8, 64, 512].iter().filter(|limit| count >= **limit).count();
    let mut last =
        Occurrence { document: 0, kind: crate::search::lexicon::NameKind::Vietnamese, name: 0, producer: 0, form: 0 };
    let mut speed = 2;
    for occurrence in &term.occurrences {
        let gap = occurrence.document - last.document;
        encoder.number(GAP + size * 3 + speed, gap);
        speed = gap_class(gap);
        let kind = occurrence.kind as usize;
        encoder.tree(KIND + last.kind as usize, 2, kind as u32);
        encoder.tree(NAME + kind * 16 + usize::from(last.name), 4, u32::from(occurrence.name));
        if kind == 0 {
            let named = usize::from(occurrence.name > 0);
            let context = PRODUCER + named * 8 + usize::from(last.producer);
            encoder.tree(context, 3, u32::from(occurrence.producer));
        }
        if term.forms.len() > 1 {
            encoder.number(FORM + last.form.min(3) as usize, occurrence.form);
        }
        last = *occurrence;
    }
}

/// Runs, near and far neighbours follow each other.
const fn gap_class(gap: u32) -> usize {
    match gap {
        0 | 1 => 0,
        2..32 => 1,
        _ => 2,
    }
}

fn encode_mention(encoder: &mut Encoder, mention: &Mention, gap: u32, forms: usize) {
    let kind = match mention.kind {
        EntityKind::Commune => 0,
        EntityKind::Former => 1,
        EntityKind::District => 2,
        EntityKind::Organisation => 3,
        EntityKind::Category => 4,
    };
    encoder.number(MENTION_GAP, gap);
    encoder.tree(MENTION_KIND, 3, kind);
    encoder.tree(MENTION_POSITION, 3, u32::from(mention.position));
    encoder.bit(MENTION_LAST, usize::from(mention.position), mention.last);
    if forms > 1 {
        encoder.number(FORM, mention.form);
    }
    encoder.bit(MENTION_HOLDS, usize::from(mention.position), mention.documents.is_some());
    if let Some(documents) = &mention.documents {
        encoder.number(MEMBERS, documents.len() as u32 - 1);
        encode_members(encoder, MEMBER_GAP, documents);
    }
}

/// An ascending list without repeats.
fn encode_members(encoder: &mut Encoder, slot: Slot, documents: &[u32]) {
    let (mut next, mut speed) = (0, 2);
    for document in documents {
        let gap = document - next;
        encoder.number(slot + speed, gap);
        speed = gap_class(gap);
        next = document + 1;
    }
}
