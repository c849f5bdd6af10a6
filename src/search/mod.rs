//! The search index: from plain documents to small files that a browser fetches as a query needs them.
//!
//! Products are numbered by folded name, so that what a name begins with is one run of numbers. `lexicon` gathers which
//! words occur where, `shards` packs that, `records` packs what a card shows, `columns` what is counted and filtered by,
//! `suggest` the beginnings of names, `story` the long texts, `lookup` codes and units of the past, `questions` words that
//! readers add, `root` ties all together. Nothing here knows pages or the model: `render` fills `Corpus`. The client is
//! `themes/default/scripts/search*.js`.

mod coder;
mod columns;
mod lexicon;
mod lookup;
mod org;
mod questions;
mod records;
mod root;
mod shards;
mod story;
mod suggest;
pub mod synonyms;
pub mod words;

use crate::base::digest::Digest;
use crate::base::out_path::OutPath;

/// Everything that is to be found, in any order.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    pub documents: Vec<Document>,
    /// Named things that documents belong to.
    pub entities: Vec<Entity>,
    /// What results are narrowed by.
    pub facets: Vec<Facet>,
    /// Groups of terms that mean the same.
    pub synonyms: Vec<Vec<String>>,
    /// Of the cards.
    pub languages: Vec<&'static str>,
    /// The path below which the site lives, `/` or `/ocop/`.
    pub base: String,
}

/// One product.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The last part of its URL; unique.
    pub slug: String,
    pub name: String,
    pub name_en: Option<String>,
    /// Other names, in either language.
    pub other_names: Vec<String>,
    /// The label code and the programme's code.
    pub codes: Vec<String>,
    pub producer: String,
    /// The place in one line, as a card shows it.
    pub place: String,
    /// Indices into `Corpus::entities`.
    pub entities: Vec<usize>,
    /// For each facet: indices of its values, sorted.
    pub values: Vec<Vec<u32>>,
    /// Rank in Vietnamese order of names.
    pub rank: u32,
    /// Last day of the certificate, in days since 1970.
    pub until: Option<u32>,
    /// Whether it may be no more than a row of the register: spirits.
    pub bare: bool,
    /// Its card in a list as HTML, in each language of `Corpus::languages`.
    pub cards: Vec<String>,
    /// Summary and story in both languages.
    pub text: String,
}

/// A place or a class that documents belong to, under every name it has.
#[derive(Debug, Clone, Default)]
pub struct Entity {
    pub kind: EntityKind,
    pub names: Vec<String>,
    /// For a unit of the past: what it is called today, shown when a query names the unit.
    pub note: Option<Note>,
}

/// Where a unit of the past leads: `name` is now `now`, at `url`.
#[derive(Debug, Clone, Default)]
pub struct Note {
    pub name: String,
    pub now: String,
    pub url: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// A commune of today.
    #[default]
    Commune,
    /// A commune of the past.
    Former,
    /// A former district or a province.
    District,
    /// The kind of organisation that a producer's name begins with.
    Organisation,
    /// A group or subgroup of goods.
    Category,
}

/// One way to narrow results.
#[derive(Debug, Clone, Default)]
pub struct Facet {
    pub key: String,
    pub values: Vec<FacetValue>,
    /// Fetched only when asked for: too many values to count each time.
    pub apart: bool,
}

#[derive(Debug, Clone, Default)]
pub struct FacetValue {
    /// As the URL and the API name it.
    pub id: String,
    pub name: String,
    pub name_en: Option<String>,
    /// `[longitude, latitude]`, for sorting by distance.
    pub point: Option<[f64; 2]>,
}

/// The files of the index, all in `search/`.
pub fn build(corpus: &Corpus) -> Vec<(OutPath, Vec<u8>)> {
    let order = lexicon::order(&corpus.documents);
    let documents: Vec<&Document> = order.iter().map(|at| &corpus.documents[*at]).collect();
    let mut files = Files::default();
    let lexicon = lexicon::gather(corpus, &documents);
    let parts = root::Parts {
        shards: shards::write(&lexicon, &documents, &corpus.facets, &mut files),
        records: records::write(&documents, &corpus.facets, &mut files),
        columns: columns::write(&documents, &corpus.facets, &mut files),
        beginnings: suggest::write(&documents, &mut files),
        stories: story::write(&documents, &mut files),
        cards: records::write_cards(&documents, corpus.languages.len(), &mut files),
        lookup: lookup::write(&documents, &lexicon, &mut files),
    };
    files.put("root.bin", root::encode(corpus, &documents, &lexicon, &parts));
    files.list
}

/// The files so far.
#[derive(Default)]
struct Files {
    list: Vec<(OutPath, Vec<u8>)>,
}

impl Files {
    fn put(&mut self, name: &str, bytes: Vec<u8>) {
        let path = OutPath::new(format!("search/{name}")).expect("names of the index have no empty parts");
        self.list.push((path, bytes));
    }

    /// Adds the parts of one tier as `<letter>-<digest>/<number>.bin`; gives the digest, which names their content.
    fn put_tier(&mut self, letter: &str, parts: Vec<Vec<u8>>) -> String {
        let digest = Digest::of(&parts.concat()).short(8);
        for (number, bytes) in parts.into_iter().enumerate() {
            self.put(&format!("{letter}-{digest}/{number}.bin"), bytes);
        }
        digest
    }
}

/// Text as a gzip stream without a date, so that equal text gives equal bytes.
fn gzip(text: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes()).expect("a vector takes all bytes");
    encoder.finish().expect("a vector takes all bytes")
}
