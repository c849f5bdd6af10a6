//! Sources to records: the content as written, read in parallel, every mistake of form reported.
//!
//! A file with a mistake yields no record but keeps its id, so that what refers to it gets no second error.

mod cut;
pub mod formats;
pub mod hours;
pub mod layout;
pub mod mending;
pub mod raw;
pub mod scalar;
pub mod schema;
pub mod shape;
pub mod slips;
pub mod spelling;
pub mod strays;
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
use crate::memo::Memo;
use crate::read::layout::{Kind, Slot, classify};
use crate::read::shape::{Prose, Reference, Walk};
use crate::source::field::FieldPath;
use crate::source::yaml_tree::{Fault, FaultKind, Node, Value};
use crate::source::{Content, SourceFile, Sources, conflict, frontmatter, yaml_tree};

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
    pub file: Arc<SourceFile>,
    pub range: Range<usize>,
}

impl Body {
    /// The text itself.
    pub fn text(&self) -> &str {
        self.file.text().and_then(|text| text.get(self.range.clone())).unwrap_or_default()
    }
}

/// What a file says, each with its place, for checks that look beyond the file's shape.
#[derive(Debug)]
pub struct Notes {
    pub file: Arc<SourceFile>,
    pub kind: Kind,
    pub references: Vec<Reference>,
    pub proses: Vec<Prose>,
}

/// Everything that could be read. Records are shared with the records read before, where their files did not change.
#[derive(Debug, Default)]
pub struct Records {
    pub site: Option<Arc<Record<raw::site::Site>>>,
    pub taxonomy: Option<Arc<Record<raw::taxonomy::TaxonomyFile>>>,
    pub places: Vec<Arc<Record<raw::place::PlacesFile>>>,
    pub plans: Vec<Arc<Record<raw::plan::PlanFile>>>,
    pub pages: Vec<Arc<Record<raw::page::Page>>>,
    /// Titles and descriptions of the English pages, by id.
    pub english_pages: BTreeMap<String, Arc<Record<raw::page::Page>>>,
    pub sources: Vec<Arc<Record<raw::source::Source>>>,
    pub products: Vec<Arc<Record<raw::product::Product>>>,
    pub producers: Vec<Arc<Record<raw::producer::Producer>>>,
    pub points_of_sale: Vec<Arc<Record<raw::outlet::PointOfSale>>>,
    pub venues: Vec<Arc<Record<raw::outlet::Venue>>>,
    pub destinations: Vec<Arc<Record<raw::visit::Destination>>>,
    pub routes: Vec<Arc<Record<raw::visit::Route>>>,
    pub events: Vec<Arc<Record<raw::visit::Event>>>,
    /// Ids by kind, of broken files too; sorted.
    pub ids: Arc<BTreeMap<Kind, Vec<String>>>,
    /// One for each file with fields.
    pub notes: Vec<Arc<Notes>>,
    /// Pictures, sorted by path.
    pub pictures: Vec<Arc<SourceFile>>,
    /// Outlines of communes, one file a province.
    pub outlines: Vec<Arc<SourceFile>>,
}

/// What reading gave, file by file, for the next reading.
#[derive(Default)]
pub struct Readings {
    slots: Memo<Arc<SourceFile>, Arc<Slot>>,
    pairs: Memo<Files, Arc<Read>>,
}

/// A Vietnamese file and the English one beside it.
type Files = (Option<Arc<SourceFile>>, Option<Arc<SourceFile>>);

/// Reads every file of `sources`. Each pair of files is parsed, held against its shape and read in one go, so that no
/// tree outlives its file: all trees at once would be the largest thing in memory.
pub fn read_all(sources: &Sources) -> (Records, Diagnostics) {
    let (records, diagnostics, _) = read_again(sources, &Readings::default());
    (records, diagnostics)
}

/// As [`read_all`]; files that were there in an earlier reading are not read again.
pub fn read_again(sources: &Sources, earlier: &Readings) -> (Records, Diagnostics, Readings) {
    let slots = earlier.slots.again(sources.files.clone(), |file| Arc::new(classify(&file.path)));
    let mut diagnostics = Diagnostics::default();
    let mut records = Records::default();
    let mut with_fields: Vec<(Kind, &str, Lang, &Arc<SourceFile>)> = Vec::with_capacity(sources.files.len());
    for (file, slot) in sources.files.iter().zip(slots.values()) {
        match &**slot {
            Slot::Picture => records.pictures.push(file.clone()),
            Slot::Geometry | Slot::Synonyms => match conflict(file) {
                Some(unresolved) => diagnostics.push(unresolved),
                None if **slot == Slot::Geometry => records.outlines.push(file.clone()),
                None => {}
            },
            Slot::Unknown { nearest } => diagnostics.push(strays::unknown(file, nearest.clone())),
            Slot::File { kind, id, lang } => with_fields.push((*kind, id, *lang, file)),
        }
    }
    with_fields.par_sort_unstable_by_key(|(kind, id, lang, _)| (*kind, *id, *lang));
    let mut pairs: Vec<Files> = Vec::with_capacity(with_fields.len());
    let mut ids: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    // Sorted, with those of which only the English file is there.
    let mut known: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for files in with_fields.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        let of = |lang| files.iter().find(|file| file.2 == lang).map(|(.., file)| Arc::clone(file));
        let (kind, id, ..) = files[0];
        let pair = (of(Lang::Vi), of(Lang::En));
        known.entry(kind).or_default().push(id);
        if pair.0.is_some() {
            ids.entry(kind).or_default().push(id.to_owned());
        }
        pairs.push(pair);
    }
    diagnostics.append(strays::pictures_alone(&records.pictures, &known));
    records.ids = Arc::new(ids);
    let pairs = earlier.pairs.again(pairs, |files| Arc::new(read_files(files)));
    for read in pairs.values() {
        records.add(&read.typed);
        records.notes.extend(read.notes.iter().cloned());
        diagnostics.0.extend(read.diagnostics.0.iter().cloned());
    }
    (records, diagnostics, Readings { slots, pairs })
}

/// What kind of file this is and whose, its path says.
fn read_files(files: &Files) -> Read {
    let path = files.0.as_ref().or(files.1.as_ref()).map_or("", |file| &file.path);
    match classify(path) {
        Slot::File { kind, id, .. } => read_pair(&Pair { kind, id: &id, vi: files.0.as_ref(), en: files.1.as_ref() }),
        _ => unreachable!("only files with fields are paired"),
    }
}

/// Two versions of a text with the marks that git put between them: nobody has said which one holds.
fn conflict(file: &SourceFile) -> Option<Diagnostic> {
    let mark = conflict::first_mark(file.text()?)?;
    Some(Diagnostic::new(Code::ConflictMarker, &file.path).in_bytes(mark))
}

/// A file after the checks of form.
struct Opened<'s> {
    file: &'s Arc<SourceFile>,
    text: &'s str,
    tree: Option<Node>,
    walk: Walk,
    parts: Option<frontmatter::Parts>,
    sound: bool,
}

fn open<'s>(file: &'s Arc<SourceFile>, pair: &Pair, lang: Lang) -> Opened<'s> {
    let mut opened = Opened { file, text: "", tree: None, walk: Walk::default(), parts: None, sound: false };
    match &file.content {
        Content::NotUtf8 { sound, encoding } => {
            opened.walk.diagnostics.push(strays::not_utf8(file, sound, *encoding));
        }
        Content::Text(text) => {
            opened.text = text;
            match conflict(file) {
                Some(unresolved) => opened.walk.diagnostics.push(unresolved),
                None => opened.fields(pair.kind, pair.id, lang),
            }
        }
        Content::Binary { .. } | Content::Link => opened.walk.diagnostics.push(strays::link(file)),
    }
    opened
}

impl<'s> Opened<'s> {
    fn path(&self) -> &'s str {
        &self.file.path
    }

    /// Checks the fields of a text file against their shape.
    fn fields(&mut self, kind: Kind, id: &str, lang: Lang) {
        let mut diagnostics = spelling::check(self.text, self.path());
        if !is_slug(id) {
            diagnostics.push(Diagnostic::new(Code::BadId, self.path()).arg("value", id).fix(Some(slug(id))));
        }
        if let Some(range) = self.find_fields(lang, &mut diagnostics) {
            let (tree, faults) = yaml_tree::parse(&self.text[range.clone()], range.start);
            let is_refused = faults.iter().any(|fault| matches!(fault.kind, FaultKind::Syntax(_)));
            let text_alone = matches!(&tree, Some(Node { value: Value::Scalar { .. }, .. }));
            if is_refused || text_alone {
                diagnostics.append(self.slips(range, kind));
                self.walk.diagnostics = diagnostics;
                return;
            }
            diagnostics.0.extend(faults.iter().map(|fault| fault_diagnostic(fault, self.text, self.path())));
            if let Some(tree) = &tree {
                self.walk = walk(tree, kind, lang, self.path(), self.text);
            } else if faults.is_empty() && lang == Lang::Vi {
                let empty = if self.parts.is_some() { "empty" } else { "empty-file" };
                diagnostics.push(Diagnostic::new(Code::FrontMatter, self.path()).arg("detail", empty));
            }
            self.tree = tree;
        }
        diagnostics.0.append(&mut self.walk.diagnostics.0);
        self.sound = diagnostics.0.iter().all(|diagnostic| !breaks_reading(diagnostic.code));
        self.walk.diagnostics = diagnostics;
    }

    /// What is wrong with fields that are no YAML.
    fn slips(&self, yaml: Range<usize>, kind: Kind) -> Diagnostics {
        let article = self.parts.as_ref().and_then(|_| slips::front::article(self.text, yaml.clone()));
        match article.filter(|article| slips::stops(self.text, yaml.clone()) >= Some(article.start)) {
            Some(article) => Diagnostics(vec![slips::front::no_rule_before(self.text, article, self.path())]),
            None => slips::explain(self.text, yaml, schema::shape(kind), self.path()),
        }
    }

    /// Where the YAML of the file stands; `None` when there is none.
    fn find_fields(&mut self, lang: Lang, diagnostics: &mut Diagnostics) -> Option<Range<usize>> {
        let (text, path) = (self.text, self.path());
        if !path.ends_with(".md") {
            return Some(0..text.len());
        }
        match frontmatter::split(text) {
            Ok(parts) => {
                let yaml = parts.yaml.clone();
                if yaml.is_none() && lang == Lang::Vi {
                    diagnostics.push(slips::front::missing(text, path));
                }
                self.parts = Some(parts);
                yaml
            }
            Err(frontmatter::Unclosed) => {
                diagnostics.push(slips::front::unclosed(text, path));
                None
            }
        }
    }

    fn body(&self) -> Option<Body> {
        let range = self.parts.as_ref()?.body.clone();
        (!self.text[range.clone()].trim().is_empty()).then(|| Body { file: self.file.clone(), range })
    }
}

/// Findings about a text that do not hinder its reading.
fn breaks_reading(code: Code) -> bool {
    use Code::{BadId, BadOpeningHours, CutText, EmptyText, LookAlike, MissingSource, NotNfc};
    !matches!(code, NotNfc | LookAlike | CutText | BadOpeningHours | MissingSource | BadId | EmptyText)
}

fn walk(tree: &Node, kind: Kind, lang: Lang, path: &str, text: &str) -> Walk {
    let shape = schema::shape(kind);
    // An English page has a title and description of its own; an English entry only overrides texts.
    if lang == Lang::Vi || kind == Kind::Page {
        return shape::check(tree, shape, path, text);
    }
    schema::english_shape(kind).map(|shape| shape::check(tree, shape, path, text)).unwrap_or_default()
}

fn fault_diagnostic(fault: &Fault, text: &str, path: &str) -> Diagnostic {
    let say = |code| Diagnostic::new(code, path).exactly(fault.span.clone(), fault.field.clone());
    match &fault.kind {
        FaultKind::Syntax(detail) => say(Code::Syntax).arg("slip", "other").arg("detail", detail),
        FaultKind::DuplicateKey(key) => say(Code::DuplicateKey).arg("key", key),
        FaultKind::Banned(what) => {
            // Nobody who writes about goods means an anchor: the sign belongs to the text.
            let in_quotes = slips::in_quotes(text, fault.span.start);
            let in_quotes = in_quotes.filter(|_| matches!(*what, "anchor" | "alias" | "tag"));
            let (span, fix) = in_quotes.map_or((fault.span.clone(), None), |(span, fix)| (span, Some(fix)));
            let banned = Diagnostic::new(Code::BannedYaml, path).exactly(span, fault.field.clone());
            banned.arg("what", what).fix(fix)
        }
        FaultKind::ComplexKey => say(Code::BannedYaml).arg("what", "complex-key"),
    }
}

/// A pair of files with what their path says.
struct Pair<'s> {
    kind: Kind,
    id: &'s str,
    vi: Option<&'s Arc<SourceFile>>,
    en: Option<&'s Arc<SourceFile>>,
}

/// What a pair of files gave.
struct Read {
    typed: Typed,
    notes: Vec<Arc<Notes>>,
    diagnostics: Diagnostics,
}

/// A record of any kind.
#[derive(Clone)]
enum Typed {
    None,
    Site(Arc<Record<raw::site::Site>>),
    Taxonomy(Arc<Record<raw::taxonomy::TaxonomyFile>>),
    Places(Arc<Record<raw::place::PlacesFile>>),
    Plan(Arc<Record<raw::plan::PlanFile>>),
    Page(Arc<Record<raw::page::Page>>, Option<Arc<Record<raw::page::Page>>>),
    Source(Arc<Record<raw::source::Source>>),
    Product(Arc<Record<raw::product::Product>>),
    Producer(Arc<Record<raw::producer::Producer>>),
    PointOfSale(Arc<Record<raw::outlet::PointOfSale>>),
    Venue(Arc<Record<raw::outlet::Venue>>),
    Destination(Arc<Record<raw::visit::Destination>>),
    Route(Arc<Record<raw::visit::Route>>),
    Event(Arc<Record<raw::visit::Event>>),
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
            diagnostics.push(
                Diagnostic::new(Code::MissingFile, path)
                    .arg("path", &missing)
                    .arg("why", "english")
                    .arg("detail", path),
            );
            None
        }
    };
    let mut read = Read { typed: typed.unwrap_or(Typed::None), notes: Vec::new(), diagnostics };
    for opened in [vi, en].into_iter().flatten() {
        let Walk { diagnostics, references, proses } = opened.walk;
        read.diagnostics.append(diagnostics);
        read.notes.push(Arc::new(Notes { file: opened.file.clone(), kind: pair.kind, references, proses }));
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
) -> Option<Arc<Record<T>>> {
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
                Diagnostic::new(Code::MissingField, vi.path()).at(field).arg("key", key)
            }));
            let (id, file) = (pair.id.to_owned(), vi.path().to_owned());
            Some(Arc::new(Record { id, file, value, body: vi.body(), english }))
        }
        Err(detail) => {
            out.push(
                Diagnostic::new(Code::Syntax, vi.path())
                    .at(FieldPath::root())
                    .arg("slip", "other")
                    .arg("detail", detail),
            );
            None
        }
    }
}

impl Records {
    fn add(&mut self, typed: &Typed) {
        match typed.clone() {
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
