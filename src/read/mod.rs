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
    /// Files of pictures, by path.
    pub pictures: Vec<String>,
}

/// Reads every file of `sources`.
pub fn read_all(sources: &Sources) -> (Records, Diagnostics) {
    let opened: Vec<Opened> = sources.files.par_iter().map(open).collect();
    let mut diagnostics = Diagnostics::default();
    let mut records = Records::default();
    for file in &opened {
        diagnostics.0.extend(file.walk.diagnostics.0.iter().cloned());
    }
    records.register(&opened);
    let groups = group(&opened);
    let typed: Vec<(Typed, Diagnostics)> = groups.par_iter().map(|pair| read_pair(pair, sources)).collect();
    for (typed, more) in typed {
        records.add(typed);
        diagnostics.append(more);
    }
    for file in opened {
        records.references.extend(file.walk.references);
        if let Slot::File { kind, .. } = file.slot {
            records.proses.push((file.path, kind, file.walk.proses));
        }
    }
    (records, diagnostics)
}

/// A file after the checks of form.
struct Opened {
    path: String,
    slot: Slot,
    walk: Walk,
    parts: Option<frontmatter::Parts>,
    sound: bool,
}

fn open(file: &SourceFile) -> Opened {
    let slot = classify(&file.path);
    let mut opened = Opened { path: file.path.clone(), slot, walk: Walk::default(), parts: None, sound: false };
    match (&opened.slot, &file.content) {
        (Slot::Picture | Slot::Synonyms | Slot::Geometry, _) => {}
        (Slot::Unknown { nearest }, _) => {
            let unknown = Diagnostic::new(Code::UnknownFile, &file.path)
                .arg("path", &file.path)
                .arg("known", "site.yaml, taxonomy/, places/, sources/, producers/, products/, points-of-sale/, venues/, destinations/, routes/, events/, plan/, pages/")
                .fix(nearest.clone());
            opened.walk.diagnostics.push(unknown);
        }
        (_, Content::NotUtf8 { valid_up_to }) => {
            opened.walk.diagnostics.push(Diagnostic::new(Code::NotUtf8, &file.path).arg("offset", valid_up_to));
        }
        (Slot::File { kind, id, lang }, Content::Text(text)) => {
            let (kind, id, lang) = (*kind, id.clone(), *lang);
            opened.fields(text, kind, &id, lang);
        }
        (Slot::File { .. }, _) => {
            let refused = Diagnostic::new(Code::UnknownFile, &file.path)
                .arg("path", &file.path)
                .arg("known", "symbolic links are not followed");
            opened.walk.diagnostics.push(refused);
        }
    }
    opened
}

impl Opened {
    /// Checks the fields of a text file against their shape.
    fn fields(&mut self, text: &str, kind: Kind, id: &str, lang: Lang) {
        let mut diagnostics = spelling::check(text, &self.path);
        if !is_slug(id) {
            diagnostics.push(Diagnostic::new(Code::BadId, &self.path).arg("value", id).fix(Some(slug(id))));
        }
        if let Some(range) = self.find_fields(text, lang, &mut diagnostics) {
            let (tree, faults) = yaml_tree::parse(&text[range.clone()], range.start);
            diagnostics.0.extend(faults.iter().map(|fault| fault_diagnostic(fault, &self.path)));
            if let Some(tree) = tree {
                self.walk = walk(&tree, kind, lang, &self.path);
            } else if faults.is_empty() && lang == Lang::Vi {
                diagnostics.push(Diagnostic::new(Code::FrontMatter, &self.path).arg("detail", "empty"));
            }
        }
        diagnostics.0.append(&mut self.walk.diagnostics.0);
        self.sound = diagnostics.0.iter().all(|diagnostic| !breaks_reading(diagnostic.code));
        self.walk.diagnostics = diagnostics;
    }

    /// Where the YAML of the file stands; `None` when there is none.
    fn find_fields(&mut self, text: &str, lang: Lang, diagnostics: &mut Diagnostics) -> Option<Range<usize>> {
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

    fn body(&self, sources: &Sources) -> Option<Body> {
        let range = self.parts.as_ref()?.body.clone();
        let text = sources.text(&self.path)?;
        (!text[range.clone()].trim().is_empty()).then(|| Body { file: self.path.clone(), range })
    }

    fn yaml<'s>(&self, sources: &'s Sources) -> &'s str {
        let text = sources.text(&self.path).unwrap_or_default();
        match &self.parts {
            Some(parts) => parts.yaml.clone().map_or("", |range| &text[range]),
            None => text,
        }
    }
}

/// Findings about a text that do not hinder its reading.
fn breaks_reading(code: Code) -> bool {
    use Code::{BadId, BadOpeningHours, EmptyText, LookAlike, MissingSource, NotNfc};
    !matches!(code, NotNfc | LookAlike | BadOpeningHours | MissingSource | BadId | EmptyText)
}

fn walk(tree: &Node, kind: Kind, lang: Lang, path: &str) -> Walk {
    let shape = schema::shape(kind);
    // An English page has a title and description of its own; an English entry only overrides texts.
    if lang == Lang::Vi || kind == Kind::Page {
        return shape::check(tree, shape, path);
    }
    schema::english(shape).map(|shape| shape::check(tree, &shape, path)).unwrap_or_default()
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
struct Pair<'o> {
    kind: Kind,
    id: &'o str,
    vi: Option<&'o Opened>,
    en: Option<&'o Opened>,
}

fn group(opened: &[Opened]) -> Vec<Pair<'_>> {
    let mut pairs: BTreeMap<(Kind, &str), Pair> = BTreeMap::new();
    for file in opened {
        if let Slot::File { kind, id, lang } = &file.slot {
            let pair = pairs.entry((*kind, id)).or_insert(Pair { kind: *kind, id, vi: None, en: None });
            match lang {
                Lang::Vi => pair.vi = Some(file),
                Lang::En => pair.en = Some(file),
            }
        }
    }
    pairs.into_values().collect()
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

fn read_pair(pair: &Pair, sources: &Sources) -> (Typed, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let Some(vi) = pair.vi else {
        let path = pair.en.map_or("", |en| en.path.as_str());
        let missing = path.replace(".en.md", ".md");
        diagnostics.push(Diagnostic::new(Code::MissingFile, path).arg("path", &missing).arg("detail", &missing));
        return (Typed::None, diagnostics);
    };
    if !vi.sound {
        return (Typed::None, diagnostics);
    }
    let out = &mut diagnostics;
    let typed = match pair.kind {
        Kind::Site => record(pair, vi, sources, out).map(Typed::Site),
        Kind::Taxonomy => record(pair, vi, sources, out).map(Typed::Taxonomy),
        Kind::Places => record(pair, vi, sources, out).map(Typed::Places),
        Kind::Plan => record(pair, vi, sources, out).map(Typed::Plan),
        Kind::Source => record(pair, vi, sources, out).map(Typed::Source),
        Kind::Product => record(pair, vi, sources, out).map(Typed::Product),
        Kind::Producer => record(pair, vi, sources, out).map(Typed::Producer),
        Kind::PointOfSale => record(pair, vi, sources, out).map(Typed::PointOfSale),
        Kind::Venue => record(pair, vi, sources, out).map(Typed::Venue),
        Kind::Destination => record(pair, vi, sources, out).map(Typed::Destination),
        Kind::Route => record(pair, vi, sources, out).map(Typed::Route),
        Kind::Event => record(pair, vi, sources, out).map(Typed::Event),
        Kind::Page => {
            let plain = |file| Pair { kind: pair.kind, id: pair.id, vi: file, en: None };
            let english = pair.en.filter(|en| en.sound).and_then(|en| record(&plain(Some(en)), en, sources, out));
            record(&plain(Some(vi)), vi, sources, out).map(|page| Typed::Page(page, english))
        }
    };
    (typed.unwrap_or(Typed::None), diagnostics)
}

fn record<T: DeserializeOwned>(
    pair: &Pair,
    vi: &Opened,
    sources: &Sources,
    out: &mut Diagnostics,
) -> Option<Record<T>> {
    let english = pair.en.filter(|en| en.sound);
    let overlay = english.map(|en| en.yaml(sources)).filter(|yaml| !yaml.trim().is_empty());
    let read = match overlay {
        Some(overlay) => yaml::read_with_english(vi.yaml(sources), overlay),
        None => yaml::read(vi.yaml(sources)).map(|value| (value, Vec::new())),
    };
    let value = read.map(|(value, lonely)| {
        out.0.extend(lonely.into_iter().map(|field| {
            let key = field.to_string();
            Diagnostic::new(Code::MissingField, &vi.path).at(field).arg("key", key)
        }));
        value
    });
    match value {
        Ok(value) => Some(Record {
            id: pair.id.to_owned(),
            file: vi.path.clone(),
            value,
            body: vi.body(sources),
            english: english.and_then(|en| en.body(sources)),
        }),
        Err(detail) => {
            out.push(Diagnostic::new(Code::Syntax, &vi.path).at(FieldPath::root()).arg("detail", detail));
            None
        }
    }
}

impl Records {
    fn register(&mut self, opened: &[Opened]) {
        for file in opened {
            match &file.slot {
                Slot::File { kind, id, lang: Lang::Vi } => self.ids.entry(*kind).or_default().push(id.clone()),
                Slot::Picture => self.pictures.push(file.path.clone()),
                _ => {}
            }
        }
    }

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
