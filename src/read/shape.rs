//! Holds a YAML tree against the shape of its kind: every wrong key, type, word, date and format of a file at once.
//!
//! On the way it collects what later checks need with its exact place: every reference and every prose text.

use std::ops::Range;

use crate::base::date::PartialDate;
use crate::base::lang::Lang;
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::scalar::{self, Scalar};
use crate::read::schema::{Fields, Shape, TextRules, Vocabulary};
use crate::read::{cut, formats, mending};
use crate::source::field::Trail;
use crate::source::yaml_tree::{Key, Node, Value};

/// What a walk over one file brings home.
#[derive(Debug, Default)]
pub struct Walk {
    pub diagnostics: Diagnostics,
    pub references: Vec<Reference>,
    pub proses: Vec<Prose>,
}

/// An id of another thing, as it stands in a file. There are dozens a file, so it is small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The kind that the schema names: `producer`, `source`, `place` …
    pub kind: &'static str,
    pub id: Box<str>,
    pub span: Range<usize>,
}

/// Free text, as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// What it means, where that is not what stands at `span`.
    pub text: Option<Box<str>>,
    pub span: Range<usize>,
}

/// Walks `tree`, the fields of `file`, whose whole text is `text`.
pub fn check(tree: &Node, shape: &'static Shape, file: &str, text: &str) -> Walk {
    let mut walker = Walker { file, written: text, walk: Walk::default() };
    walker.value(tree, shape, &Trail::root());
    walker.walk
}

struct Walker<'f> {
    file: &'f str,
    /// The whole file.
    written: &'f str,
    walk: Walk,
}

impl Walker<'_> {
    fn say(&mut self, code: Code, node: &Node, field: &Trail<'_>) -> Diagnostic {
        Diagnostic::new(code, self.file).exactly(node.span.clone(), field.path())
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.walk.diagnostics.push(diagnostic);
    }

    fn value(&mut self, node: &Node, shape: &'static Shape, field: &Trail<'_>) {
        match (shape, &node.value) {
            (_, Value::Alias) => {}
            (Shape::Optional(_), Value::Scalar { text, plain: true }) if scalar::plain(text) == Scalar::Nothing => {}
            (Shape::Optional(inner), _) => self.value(node, inner, field),
            (Shape::Either(alternatives), Value::Scalar { plain: true, .. })
                if is_number_with_unit(node, alternatives) || is_list_in_one_line(node, alternatives) =>
            {
                self.wrong_type(node, shape, field);
            }
            (Shape::Either(alternatives), _) => match alternatives.iter().find(|shape| fits(node, shape)) {
                Some(alternative) => self.value(node, alternative, field),
                None => self.wrong_type(node, shape, field),
            },
            (Shape::Map(fields), Value::Map(entries)) => self.map(node, entries, fields, field),
            (Shape::List(item), Value::Seq(items)) => {
                for (at, node) in items.iter().enumerate() {
                    self.value(node, item, &field.item(at));
                }
            }
            (_, Value::Scalar { text, plain }) => self.scalar(node, text, *plain, shape, field),
            _ => self.wrong_type(node, shape, field),
        }
    }

    fn map(&mut self, node: &Node, entries: &[(Key, Node)], fields: &'static Fields, field: &Trail<'_>) {
        // Merge keys and keys that are no words have been refused with the syntax.
        for (key, value) in entries.iter().filter(|(key, _)| !matches!(key.name.as_str(), "" | "<<")) {
            if is_nothing(value) {
                let cut = cut::check(self.written, key.span.clone(), &field.key(&key.name), self.file);
                self.walk.diagnostics.0.extend(cut);
            }
            if is_nothing(value) && fields.known.get(&key.name).is_some_and(|known| known.required) {
                continue;
            }
            match (fields.known.get(&key.name), &fields.open) {
                (Some(known), _) => self.value(value, &known.shape, &field.key(&key.name)),
                (None, Some(open)) => self.value(value, open, &field.key(&key.name)),
                (None, None) => self.unknown_key(key, fields, field),
            }
        }
        // A key that was meant for another one stands for it: one mistake, one finding.
        let is = |key: &Key, name: &str| key.name == name || fields.open.is_none() && is_meant(key, name, fields);
        let has = |name: &str| entries.iter().any(|(key, value)| is(key, name) && !is_nothing(value));
        for (name, _) in fields.known.iter().filter(|(name, known)| known.required && !has(name)) {
            let missing =
                Diagnostic::new(Code::MissingField, self.file).at_key(field.key(name).path()).arg("key", name);
            self.push(missing);
        }
        // A text in two languages always has the Vietnamese one; the schema leaves it open for English files.
        if fields.name == "TextMap" && !has("vi") {
            let missing = Diagnostic::new(Code::MissingField, self.file).at(field.key("vi").path()).arg("key", "vi");
            self.push(missing);
        }
        if fields.sourced {
            self.sourced(node, entries, fields, field);
        }
    }

    fn unknown_key(&mut self, key: &Key, fields: &'static Fields, field: &Trail<'_>) {
        let known: Vec<&str> = fields.known.keys().map(String::as_str).collect();
        let unknown = Diagnostic::new(Code::UnknownKey, self.file)
            .exactly(key.span.clone(), field.key(&key.name).path())
            .arg("key", &key.name)
            .arg("known", known.join(", "))
            .fix(mending::key(&key.name, fields));
        self.push(unknown);
    }

    /// An object that must name its source: `source` (or `sources`) stands there and is not an empty list.
    fn sourced(&mut self, node: &Node, entries: &[(Key, Node)], fields: &'static Fields, field: &Trail<'_>) {
        let key = if fields.known.contains_key("sources") { "sources" } else { "source" };
        let given = entries.iter().find(|(entry, _)| entry.name == key).map(|(_, value)| value);
        if given.is_none() && fields.open.is_none() && entries.iter().any(|(entry, _)| is_meant(entry, key, fields)) {
            return;
        }
        let (missing, at) = match given {
            Some(Node { value: Value::Seq(items), .. }) => (items.is_empty(), given.unwrap_or(node)),
            Some(value) => (is_nothing(value), value),
            None => (true, node),
        };
        if missing {
            let diagnostic = Diagnostic::new(Code::MissingSource, self.file).arg("what", &fields.name).arg("key", key);
            let placed = match given {
                Some(_) => diagnostic.exactly(at.span.clone(), field.key(key).path()),
                None => diagnostic.exactly(head_of(node), field.key(key).path()),
            };
            self.push(placed);
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, plain: bool, shape: &'static Shape, field: &Trail<'_>) {
        let kind = if plain { scalar::plain(text) } else { Scalar::Text };
        if plain && let Some(found) = cut::swallowed_item(self.written, node.span.clone(), field, self.file) {
            return self.push(found);
        }
        match (shape, kind) {
            (Shape::Text(rules), Scalar::Text) => {
                if plain && rules.reference.is_none() {
                    let cut = cut::check(self.written, node.span.clone(), field, self.file);
                    self.walk.diagnostics.0.extend(cut);
                }
                self.text(node, text, rules, field);
            }
            (Shape::Words(vocabulary), Scalar::Text) => self.word(node, text, vocabulary, field),
            (Shape::Date, Scalar::Text | Scalar::Whole(_)) => self.date(node, text, field),
            (Shape::Whole { least, most, stars }, Scalar::Whole(number)) => {
                self.range(node, number as f64, (*least, *most), *stars, field);
            }
            (Shape::Number { least, most }, Scalar::Whole(number)) => {
                self.range(node, number as f64, (*least, *most), false, field);
            }
            (Shape::Number { least, most }, Scalar::Number(number)) => {
                self.range(node, number, (*least, *most), false, field);
            }
            (Shape::YesNo, Scalar::YesNo(_)) => {}
            _ => self.wrong_type(node, shape, field),
        }
    }

    fn text(&mut self, node: &Node, text: &str, rules: &'static TextRules, field: &Trail<'_>) {
        if text.trim().is_empty() {
            let empty = self.say(Code::EmptyText, node, field);
            return self.push(empty);
        }
        if let Some(kind) = &rules.reference {
            self.walk.references.push(Reference { kind, id: text.into(), span: node.span.clone() });
        }
        if rules.prose {
            let same = self.written.get(node.span.clone()) == Some(text);
            self.walk.proses.push(Prose { text: (!same).then(|| text.into()), span: node.span.clone() });
        }
        if let Some(Err(fault)) = rules.format.as_deref().map(|format| formats::check(format, text)) {
            let code = match fault.expected {
                "slug" => Code::BadId,
                "opening-hours" => Code::BadOpeningHours,
                _ => Code::BadFormat,
            };
            let wrong = self.say(code, node, field).arg("value", text).arg("expected", fault.expected).fix(fault.fix);
            self.push(wrong);
        }
    }

    fn word(&mut self, node: &Node, text: &str, vocabulary: &Vocabulary, field: &Trail<'_>) {
        if vocabulary.words.iter().any(|word| word == text) {
            return;
        }
        let listed = |lang| {
            let told = vocabulary.words.iter().map(|word| match vocabulary.shown(word, lang) {
                Some(shown) => format!("{word} ({shown})"),
                None => word.clone(),
            });
            told.collect::<Vec<_>>().join(", ")
        };
        let unknown = self
            .say(Code::UnknownWord, node, field)
            .arg("value", text)
            .arg("known_vi", listed(Lang::Vi))
            .arg("known_en", listed(Lang::En))
            .fix(mending::word(text, vocabulary));
        self.push(unknown);
    }

    fn date(&mut self, node: &Node, text: &str, field: &Trail<'_>) {
        if let Err(fault) = PartialDate::parse(text) {
            let bad = self
                .say(Code::BadDate, node, field)
                .arg("value", text)
                .arg("fault", formats::date_fault_word(fault))
                .fix(formats::date_fix(text));
            self.push(bad);
        }
    }

    fn range(&mut self, node: &Node, number: f64, (least, most): (f64, f64), stars: bool, field: &Trail<'_>) {
        if (least..=most).contains(&number) {
            return;
        }
        let code = if stars { Code::StarOutOfRange } else { Code::OutOfRange };
        let mut wrong = self.say(code, node, field).arg("value", number);
        if !stars {
            let side = match (least.abs() > OPEN, most.abs() > OPEN) {
                (false, true) => "least",
                (true, false) => "most",
                _ => "both",
            };
            wrong = wrong.arg("side", side).arg("least", least).arg("most", most);
        }
        self.push(wrong);
    }

    fn wrong_type(&mut self, node: &Node, shape: &'static Shape, field: &Trail<'_>) {
        let (value, found) = match &node.value {
            Value::Map(_) => ("{…}".to_owned(), "fields"),
            Value::Seq(_) | Value::Alias => ("[…]".to_owned(), "list"),
            Value::Scalar { text, plain } => (text.clone(), scalar_word(text, *plain)),
        };
        let written = self.written.get(node.span.clone()).unwrap_or_default();
        let repair = mending::value(node, shape, written);
        let wrong = self
            .say(Code::WrongType, node, field)
            .arg("value", value)
            .arg("found", found)
            .arg("expected", expected_word(shape))
            .arg("way", repair.as_ref().map_or("write", |repair| repair.way))
            .fix(repair.map(|repair| repair.put));
        self.push(wrong);
    }
}

/// A bound as large as this says that there is none.
const OPEN: f64 = 1e15;

/// The first line's worth of a map: its first key, which is what the eye finds.
fn head_of(node: &Node) -> Range<usize> {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(node.span.clone(), |(key, _)| key.span.clone()),
        _ => node.span.clone(),
    }
}

fn is_nothing(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar { text, plain: true } if scalar::plain(text) == Scalar::Nothing)
}

/// Whether an unknown key was meant to be `name`.
fn is_meant(key: &Key, name: &str, fields: &Fields) -> bool {
    !fields.known.contains_key(&key.name) && mending::key(&key.name, fields) == Some(name)
}

/// `29%` where a number or a word may stand: it is no word.
fn is_number_with_unit(node: &Node, alternatives: &[Shape]) -> bool {
    let number = alternatives.iter().find(|shape| matches!(shape, Shape::Number { .. } | Shape::Whole { .. }));
    number.is_some_and(|shape| mending::value(node, shape, "").is_some())
}

/// `bao-mot, bao-hai` where an id or a list of ids may stand: it is no id.
fn is_list_in_one_line(node: &Node, alternatives: &[Shape]) -> bool {
    let list = alternatives.iter().find(|shape| matches!(shape, Shape::List(_)));
    matches!(&node.value, Value::Scalar { text, .. } if text.contains([',', ';']))
        && list.is_some_and(|shape| mending::value(node, shape, "").is_some_and(|repair| repair.put.contains(", ")))
}

/// Whether a value is of the alternative's kind, be it right or not.
fn fits(node: &Node, shape: &Shape) -> bool {
    match (&node.value, shape) {
        (Value::Map(_), Shape::Map(_)) | (Value::Seq(_), Shape::List(_)) => true,
        (Value::Scalar { text, plain }, shape) => {
            let kind = if *plain { scalar::plain(text) } else { Scalar::Text };
            match kind {
                Scalar::Text => matches!(shape, Shape::Text(_) | Shape::Words(_) | Shape::Date),
                Scalar::Whole(_) => matches!(shape, Shape::Whole { .. } | Shape::Number { .. } | Shape::Date),
                Scalar::Number(_) => matches!(shape, Shape::Number { .. }),
                Scalar::YesNo(_) => matches!(shape, Shape::YesNo),
                Scalar::Nothing => false,
            }
        }
        _ => false,
    }
}

fn scalar_word(text: &str, plain: bool) -> &'static str {
    match if plain { scalar::plain(text) } else { Scalar::Text } {
        Scalar::Nothing => "nothing",
        Scalar::YesNo(_) => "yes-no",
        Scalar::Whole(_) | Scalar::Number(_) => "number",
        Scalar::Text => "text",
    }
}

/// The key under which the messages name what belongs in a place.
fn expected_word(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text(_) => "text",
        Shape::Whole { .. } => "whole-number",
        Shape::Number { .. } => "number",
        Shape::YesNo => "yes-no",
        Shape::Date => "date",
        Shape::Words(_) => "word",
        Shape::List(_) => "list",
        Shape::Map(_) => "fields",
        Shape::Optional(inner) => expected_word(inner),
        Shape::Either(alternatives) => match alternatives.first() {
            Some(Shape::Number { .. }) => "strength",
            Some(Shape::Text(rules)) if rules.reference.is_some() => "ids",
            _ => "text-or-languages",
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::read::layout::Kind;
    use crate::read::schema;
    use crate::source::yaml_tree;

    /// Each finding as `code field = the text it stands on`.
    #[track_caller]
    fn check(kind: Kind, yaml: &str, expected: &[&str]) {
        let (tree, faults) = yaml_tree::parse(yaml, 0);
        assert_eq!(faults, []);
        let walk = super::check(&tree.unwrap(), schema::shape(kind), "x", yaml);
        let found: Vec<String> = walk
            .diagnostics
            .0
            .iter()
            .map(|diagnostic| match &diagnostic.place {
                crate::diag::Place::Exact(span, field) => {
                    format!("{} {field} = {}", diagnostic.code.word(), &yaml[span.clone()])
                }
                crate::diag::Place::Value(field) | crate::diag::Place::Key(field) => {
                    format!("{} {field}", diagnostic.code.word())
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found, expected);
    }

    const SOUND: &str = "title: A\npublisher: B\ngrade: B1\ntype: press\n";

    #[test]
    fn a_sound_file_has_no_findings() {
        check(Kind::Source, SOUND, &[]);
        check(Kind::Source, &format!("{SOUND}date: 2020\nurl:\n"), &[]);
    }

    #[test]
    fn all_mistakes_of_a_file_are_found_at_once() {
        check(
            Kind::Source,
            "titel: A\npublisher: 7\ngrade: B3\ntype: press\ndate: 14/7/2020\n",
            &[
                "unknown-key titel = titel",
                "wrong-type publisher = 7",
                "unknown-word grade = B3",
                "bad-date date = 14/7/2020",
            ],
        );
    }

    #[test]
    fn stars_and_sources_are_asked_for_at_the_value() {
        check(
            Kind::Product,
            "name: A\nproducer: b\ncategory:\n  group: c\nrecognitions:\n  - stars: 6\n    date: 2020\nsources: s\n",
            &["star-out-of-range recognitions[0].stars = 6", "missing-source recognitions[0].source = stars"],
        );
    }
}
