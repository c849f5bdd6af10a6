//! Sources to records: the content as written, read in parallel, every mistake of form reported.
//!
//! A file with a mistake yields no record but keeps its id, so that what refers to it gets no second error.

pub mod formats;
pub mod hours;
pub mod layout;
pub mod raw;
pub mod scalar;
pub mod schema;
pub mod shape;
pub mod spelling;
pub mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use crate::base::lang::Lang;
use crate::base::text::{is_slug, slug};
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::layout::{Kind, Slot, classify};
use crate::read::shape::{Prose, Reference, Walk};
use crate::source::field::FieldPath;
use crate::source::yaml_tree::{Fault, FaultKind, Node};
use crate::source::{Content, SourceFile, Sources, frontmatter, yaml_tree};

/// One file as written, with the texts that the English file beside it adds.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<T> {
    pub id: String,
    /// Relative to the content folder.
    pub file: String,
    pub value: T,
    /// The Vietnamese body.
    pub body: Option<Body>,
    /// The English body, in the file beside it.
    pub english: Option<Body>,
}

/// The Markdown after the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    pub file: String,
    pub range: Range<usize>,
}

/// Everything that could be read.
#[derive(Debug, Default)]
pub struct Records {
    pub site: Option<Record<raw::site::Site>>,
    pub taxonomy: Option<Record<raw::taxonomy::TaxonomyFile>>,
    pub places: Vec<Record<raw::place::PlacesFile>>,
    pub plans: Vec<Record<raw::plan::PlanFile>>,
    pub pages: Vec<Record<raw::page::Page>>,
    /// Titles and descriptions of the English pages, by id.
    pub english_pages: BTreeMap<String, Record<raw::page::Page>>,
    pub sources: Vec<Record<raw::source::Source>>,
    pub products: Vec<Record<raw::product::Product>>,
    pub producers: Vec<Record<raw::producer::Producer>>,
    pub points_of_sale: Vec<Record<raw::outlet::PointOfSale>>,
    pub venues: Vec<Record<raw::outlet::Venue>>,
    pub destinations: Vec<Record<raw::visit::Destination>>,
    pub routes: Vec<Record<raw::visit::Route>>,
    pub events: Vec<Record<raw::visit::Event>>,
    /// Ids by kind, of broken files too.
    pub ids: BTreeMap<Kind, Vec<String>>,
    pub references: Vec<Reference>,
    /// Free texts by file.
    pub proses: Vec<(String, Kind, Vec<Prose>)>,
    /// Files of pictures, sorted.
    pub pictures: Vec<String>,
}

/// Reads every file of `sources`. Each pair of files is parsed, held against its shape and read in one go, so that no
/// tree outlives its file: all trees at once would be the largest thing in memory.
pub fn read_all(sources: &Sources) -> (Records, Diagnostics) {
    let slots: Vec<Slot> = sources.files.par_iter().map(|file| classify(&file.path)).collect();
    let mut diagnostics = Diagnostics::default();
    let mut records = Records::default();
    let mut pairs: BTreeMap<(Kind, &str), Pair> = BTreeMap::new();
    for (file, slot) in sources.files.iter().zip(&slots) {
        match slot {
            Slot::Picture => records.pictures.push(file.path.clone()),
            Slot::Synonyms | Slot::Geometry => {}
            Slot::Unknown { nearest } => diagnostics.push(unknown_file(file, nearest.clone())),
            Slot::File { kind, id, lang } => {
                let pair = pairs.entry((*kind, id)).or_insert(Pair { kind: *kind, id, vi: None, en: None });
                match lang {
                    Lang::Vi => {
                        pair.vi = Some(file);
                        records.ids.entry(*kind).or_default().push(id.clone());
                    }
                    Lang::En => pair.en = Some(file),
                }
            }
        }
    }
    let pairs: Vec<Pair> = pairs.into_values().collect();
    let read: Vec<Read> = pairs.par_iter().map(read_pair).collect();
    for read in read {
        records.add(read.typed);
        records.references.extend(read.references);
        records.proses.extend(read.proses);
        diagnostics.append(read.diagnostics);
    }
    (records, diagnostics)
}

fn unknown_file(file: &SourceFile, nearest: Option<String>) -> Diagnostic {
    Diagnostic::new(Code::UnknownFile, &file.path)
        .arg("path", &file.path)
        .arg("known", "site.yaml, taxonomy/, places/, sources/, producers/, products/, points-of-sale/, venues/, destinations/, routes/, events/, plan/, pages/")
        .fix(nearest)
}

/// A file after the checks of form.
struct Opened<'s> {
    path: Arc<str>,
    text: &'s str,
    tree: Option<Node>,
    walk: Walk,
    parts: Option<frontmatter::Parts>,
    sound: bool,
}

fn open<'s>(file: &'s SourceFile, pair: &Pair, lang: Lang) -> Opened<'s> {
    let path: Arc<str> = file.path.as_str().into();
    let mut opened = Opened { path, text: "", tree: None, walk: Walk::default(), parts: None, sound: false };
    match &file.content {
        Content::NotUtf8 { valid_up_to } => {
            opened.walk.diagnostics.push(Diagnostic::new(Code::NotUtf8, &file.path).arg("offset", valid_up_to));
        }
        Content::Text(text) => {
            opened.text = text;
            opened.fields(pair.kind, pair.id, lang);
        }
        Content::Binary { .. } | Content::Link => {
            let refused = Diagnostic::new(Code::UnknownFile, &file.path)
                .arg("path", &file.path)
                .arg("known", "symbolic links are not followed");
            opened.walk.diagnostics.push(refused);
        }
    }
    opened
}

impl Opened<'_> {
    /// Checks the fields of a text file against their shape.
    fn fields(&mut self, kind: Kind, id: &str, lang: Lang) {
        let mut diagnostics = spelling::check(self.text, &self.path);
        if !is_slug(id) {
            diagnostics.push(Diagnostic::new(Code::BadId, &self.path).arg("value", id).fix(Some(slug(id))));
        }
        if let Some(range) = self.find_fields(lang, &mut diagnostics) {
            let (tree, faults) = yaml_tree::parse(&self.text[range.clone()], range.start);
            diagnostics.0.extend(faults.iter().map(|fault| fault_diagnostic(fault, &self.path)));
            if let Some(tree) = &tree {
                self.walk = walk(tree, kind, lang, &self.path, self.text);
            } else if faults.is_empty() && lang == Lang::Vi {
                diagnostics.push(Diagnostic::new(Code::FrontMatter, &self.path).arg("detail", "empty"));
            }
            self.tree = tree;
        }
        diagnostics.0.append(&mut self.walk.diagnostics.0);
        self.sound = diagnostics.0.iter().all(|diagnostic| !breaks_reading(diagnostic.code));
        self.walk.diagnostics = diagnostics;
    }

    /// Where the YAML of the file stands; `None` when there is none.
    fn find_fields(&mut self, lang: Lang, diagnostics: &mut Diagnostics) -> Option<Range<usize>> {
        let text = self.text;
        let fault = |detail| {
            Diagnostic::new(Code::FrontMatter, &self.path)
                .in_bytes(0..text.find('\n').unwrap_or(0))
                .arg("detail", detail)
        };
        if !self.path.ends_with(".md") {
            return Some(0..text.len());
        }
        match frontmatter::split(text) {
            Ok(parts) => {
                let yaml = parts.yaml.clone();
                if yaml.is_none() && lang == Lang::Vi {
                    diagnostics.push(fault("missing"));
                }
                self.parts = Some(parts);
                yaml
            }
            Err(frontmatter::Unclosed) => {
                diagnostics.push(fault("unclosed"));
                None
            }
        }
    }

    fn body(&self) -> Option<Body> {
        let range = self.parts.as_ref()?.body.clone();
        (!self.text[range.clone()].trim().is_empty()).then(|| Body { file: self.path.as_ref().into(), range })
    }
}

/// Findings about a text that do not hinder its reading.
fn breaks_reading(code: Code) -> bool {
    use Code::{BadId, BadOpeningHours, EmptyText, LookAlike, MissingSource, NotNfc};
    !matches!(code, NotNfc | LookAlike | BadOpeningHours | MissingSource | BadId | EmptyText)
}

fn walk(tree: &Node, kind: Kind, lang: Lang, path: &Arc<str>, text: &str) -> Walk {
    let shape = schema::shape(kind);
    // An English page has a title and description of its own; an English entry only overrides texts.
    if lang == Lang::Vi || kind == Kind::Page {
        return shape::check(tree, shape, path, text);
    }
    schema::english_shape(kind).map(|shape| shape::check(tree, shape, path, text)).unwrap_or_default()
}

fn fault_diagnostic(fault: &Fault, path: &str) -> Diagnostic {
    let say = |code| Diagnostic::new(code, path).exactly(fault.span.clone(), fault.field.clone());
    match &fault.kind {
        FaultKind::Syntax(detail) => say(Code::Syntax).arg("detail", detail),
        FaultKind::DuplicateKey(key) => say(Code::DuplicateKey).arg("key", key),
        FaultKind::Banned(what) => say(Code::BannedYaml).arg("what", what),
        FaultKind::ComplexKey => say(Code::BannedYaml).arg("what", "complex-key"),
    }
}

/// A Vietnamese file and the English one beside it.
struct Pair<'s> {
    kind: Kind,
    id: &'s str,
    vi: Option<&'s SourceFile>,
    en: Option<&'s SourceFile>,
}

/// What a pair of files gave.
struct Read {
    typed: Typed,
    references: Vec<Reference>,
    proses: Vec<(String, Kind, Vec<Prose>)>,
    diagnostics: Diagnostics,
}

/// A record of any kind. Each lives for one loop, so their differing sizes cost nothing.
#[expect(clippy::large_enum_variant, reason = "moved once, never stored")]
enum Typed {
    None,
    Site(Record<raw::site::Site>),
    Taxonomy(Record<raw::taxonomy::TaxonomyFile>),
    Places(Record<raw::place::PlacesFile>),
    Plan(Record<raw::plan::PlanFile>),
    Page(Record<raw::page::Page>, Option<Record<raw::page::Page>>),
    Source(Record<raw::source::Source>),
    Product(Record<raw::product::Product>),
    Producer(Record<raw::producer::Producer>),
    PointOfSale(Record<raw::outlet::PointOfSale>),
    Venue(Record<raw::outlet::Venue>),
    Destination(Record<raw::visit::Destination>),
    Route(Record<raw::visit::Route>),
    Event(Record<raw::visit::Event>),
}

fn read_pair(pair: &Pair) -> Read {
    let mut vi = pair.vi.map(|file| open(file, pair, Lang::Vi));
    let mut en = pair.en.map(|file| open(file, pair, Lang::En));
    let mut diagnostics = Diagnostics::default();
    let typed = match &mut vi {
        Some(vi) if vi.sound => read_typed(pair, vi, en.as_mut().filter(|en| en.sound), &mut diagnostics),
        Some(_) => None,
        None => {
            let path = pair.en.map_or("", |en| en.path.as_str());
            let missing = path.replace(".en.md", ".md");
            diagnostics.push(Diagnostic::new(Code::MissingFile, path).arg("path", &missing).arg("detail", &missing));
            None
        }
    };
    let typed = typed.unwrap_or(Typed::None);
    let mut read = Read { typed, references: Vec::new(), proses: Vec::new(), diagnostics };
    for file in [vi, en].into_iter().flatten() {
        read.diagnostics.append(file.walk.diagnostics);
        read.references.extend(file.walk.references);
        read.proses.push((file.path.as_ref().into(), pair.kind, file.walk.proses));
    }
    read
}

fn read_typed(pair: &Pair, vi: &mut Opened, en: Option<&mut Opened>, out: &mut Diagnostics) -> Option<Typed> {
    match pair.kind {
        Kind::Site => record(pair, vi, en, out).map(Typed::Site),
        Kind::Taxonomy => record(pair, vi, en, out).map(Typed::Taxonomy),
        Kind::Places => record(pair, vi, en, out).map(Typed::Places),
        Kind::Plan => record(pair, vi, en, out).map(Typed::Plan),
        Kind::Source => record(pair, vi, en, out).map(Typed::Source),
        Kind::Product => record(pair, vi, en, out).map(Typed::Product),
        Kind::Producer => record(pair, vi, en, out).map(Typed::Producer),
        Kind::PointOfSale => record(pair, vi, en, out).map(Typed::PointOfSale),
        Kind::Venue => record(pair, vi, en, out).map(Typed::Venue),
        Kind::Destination => record(pair, vi, en, out).map(Typed::Destination),
        Kind::Route => record(pair, vi, en, out).map(Typed::Route),
        Kind::Event => record(pair, vi, en, out).map(Typed::Event),
        Kind::Page => {
            let english = en.and_then(|en| record(pair, en, None, out));
            record(pair, vi, None, out).map(|page| Typed::Page(page, english))
        }
    }
}

fn record<T: DeserializeOwned>(
    pair: &Pair,
    vi: &mut Opened,
    english: Option<&mut Opened>,
    out: &mut Diagnostics,
) -> Option<Record<T>> {
    let tree = vi.tree.take();
    let (overlay, english) = english.map_or((None, None), |english| (english.tree.take(), english.body()));
    let read = match overlay {
        Some(overlay) => yaml::typed_with_english(tree, overlay),
        None => yaml::typed(tree).map(|value| (value, Vec::new())),
    };
    match read {
        Ok((value, lonely)) => {
            out.0.extend(lonely.into_iter().map(|field| {
                let key = field.to_string();
                Diagnostic::new(Code::MissingField, &vi.path).at(field).arg("key", key)
            }));
            Some(Record { id: pair.id.to_owned(), file: vi.path.as_ref().into(), value, body: vi.body(), english })
        }
        Err(detail) => {
            out.push(Diagnostic::new(Code::Syntax, &vi.path).at(FieldPath::root()).arg("detail", detail));
            None
        }
    }
}

impl Records {
    fn add(&mut self, typed: Typed) {
        match typed {
            Typed::None => {}
            Typed::Site(record) => self.site = Some(record),
            Typed::Taxonomy(record) => self.taxonomy = Some(record),
            Typed::Places(record) => self.places.push(record),
            Typed::Plan(record) => self.plans.push(record),
            Typed::Page(page, english) => {
                self.english_pages.extend(english.map(|english| (page.id.clone(), english)));
                self.pages.push(page);
            }
            Typed::Source(record) => self.sources.push(record),
            Typed::Product(record) => self.products.push(record),
            Typed::Producer(record) => self.producers.push(record),
            Typed::PointOfSale(record) => self.points_of_sale.push(record),
            Typed::Venue(record) => self.venues.push(record),
            Typed::Destination(record) => self.destinations.push(record),
            Typed::Route(record) => self.routes.push(record),
            Typed::Event(record) => self.events.push(record),
        }
    }
}
