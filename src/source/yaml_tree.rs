//! YAML as a tree whose every key and value knows its bytes.
//!
//! One event-level pass also refuses what content may not use: duplicate keys, anchors, aliases, tags, merge keys and
//! second documents. What a value means is `read`'s business; this tree says what is written, and where.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use crate::source::field::{FieldPath, Step, Trail};
use crate::source::yaml_plain;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Of a block scalar only its lines, without the line of its `|` or `>`.
    pub span: Range<usize>,
    pub value: Value,
    /// Where the `|` or `>` of a block scalar stands.
    pub header: Option<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Scalar {
        text: String,
        plain: bool,
    },
    Map(Vec<(Key, Node)>),
    Seq(Vec<Node>),
    /// An alias, which content may not use: what it stands for is not looked at.
    Alias,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub name: String,
    pub span: Range<usize>,
}

/// What is wrong with a text as YAML, whatever it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub span: Range<usize>,
    pub field: FieldPath,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The scanner's own words.
    Syntax(String),
    DuplicateKey(String),
    /// `anchor`, `alias`, `tag`, `merge-key` or `second-document`.
    Banned(&'static str),
    /// A key that is a list or a map.
    ComplexKey,
}

/// Nesting that no honest entry needs; it bounds the recursion.
const MAX_DEPTH: usize = 32;

/// Parses `text`, whose first byte stands at `base` in its file. The tree is `None` after a syntax fault or when the
/// text holds no value.
pub fn parse(text: &str, base: usize) -> (Option<Node>, Vec<Fault>) {
    yaml_plain::parse(text, base).map_or_else(|| parse_any(text, base), |tree| (Some(tree), Vec::new()))
}

/// As [`parse`], by the YAML parser whatever stands there.
pub fn parse_any(text: &str, base: usize) -> (Option<Node>, Vec<Fault>) {
    let mut reader = Reader {
        text,
        events: Parser::new_from_str(text),
        place: TextPlace { text, character: 0, byte: 0 },
        last_end: 0,
        base,
        faults: Vec::new(),
    };
    let tree = reader.document().unwrap_or_default();
    (tree, reader.faults)
}

/// The parse stopped at a syntax fault, which has been noted.
struct Stopped;

struct Reader<'t> {
    text: &'t str,
    events: Parser<'t, StrInput<'t>>,
    place: TextPlace<'t>,
    /// Where the last scalar ended, in `text`.
    last_end: usize,
    base: usize,
    faults: Vec<Fault>,
}

/// Character index to byte offset, since the parser counts characters. It reads on or a little back: each question
/// walks from the answer before it.
struct TextPlace<'t> {
    text: &'t str,
    character: usize,
    byte: usize,
}

impl TextPlace<'_> {
    fn byte(&mut self, character: usize) -> usize {
        while self.character < character {
            let Some(letter) = self.text[self.byte..].chars().next() else { break };
            self.character += 1;
            self.byte += letter.len_utf8();
        }
        while self.character > character {
            let Some(letter) = self.text[..self.byte].chars().next_back() else { break };
            self.character -= 1;
            self.byte -= letter.len_utf8();
        }
        self.byte
    }
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Range<usize>), Stopped> {
        match self.events.next() {
            Some(Ok((event, span))) => Ok((event, self.bytes(span))),
            Some(Err(error)) => {
                let at = self.byte(error.marker().index());
                let fault = FaultKind::Syntax(error.info().to_owned());
                self.faults.push(Fault { kind: fault, span: at..at, field: FieldPath::root() });
                Err(Stopped)
            }
            None => Err(Stopped),
        }
    }

    fn byte(&mut self, character: usize) -> usize {
        self.base + self.place.byte(character)
    }

    fn bytes(&mut self, span: Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }

    fn document(&mut self) -> Result<Option<Node>, Stopped> {
        let mut tree = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(tree),
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
                _ if tree.is_some() => {
                    self.ban("second-document", span.clone(), &Trail::root());
                    self.node(event, span, &Trail::root(), 0)?;
                }
                _ => tree = Some(self.node(event, span, &Trail::root(), 0)?),
            }
        }
    }

    fn node(&mut self, event: Event<'t>, span: Range<usize>, field: &Trail<'_>, depth: usize) -> Result<Node, Stopped> {
        if depth > MAX_DEPTH {
            self.faults.push(Fault { kind: FaultKind::Syntax("nested too deeply".into()), span, field: field.path() });
            return Err(Stopped);
        }
        self.check_extras(&event, &span, field);
        match event {
            Event::Scalar(text, style, _, _) => Ok(self.scalar(text.into_owned(), style, span)),
            Event::SequenceStart(..) => self.sequence(span, field, depth),
            Event::MappingStart(..) => self.mapping(span, field, depth),
            Event::Alias(_) => Ok(Node { span, value: Value::Alias, header: None }),
            _ => Ok(self.scalar(String::new(), ScalarStyle::Plain, span)),
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, mut span: Range<usize>) -> Node {
        if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
            span.end = span.start + self.quoted_length(span.start - self.base);
        }
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let header = if is_block { self.header() } else { None };
        // Nothing written has the place of what comes next.
        if !(text.is_empty() && style == ScalarStyle::Plain) {
            self.last_end = header.map_or(0, |at| at + 1 - self.base).max(span.end - self.base);
        }
        Node { span, value: Value::Scalar { text, plain: style == ScalarStyle::Plain }, header }
    }

    /// From quote to quote: the parser counts the white space and the comment behind them too.
    fn quoted_length(&self, start: usize) -> usize {
        let written = &self.text[start..];
        let Some(quote) = written.chars().next() else { return 0 };
        let mut letters = written.char_indices().skip(1).peekable();
        while let Some((at, letter)) = letters.next() {
            let doubled = letter == '\'' && quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'');
            if doubled || (letter == '\\' && quote == '"') {
                letters.next();
            } else if letter == quote {
                return at + 1;
            }
        }
        written.len()
    }

    /// The sign of the block scalar that comes next: between it and the last scalar stand only marks and comments.
    fn header(&self) -> Option<usize> {
        let mut letters = self.text[self.last_end..].char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '|' | '>' => return Some(self.base + self.last_end + at),
                '#' => drop(letters.find(|(_, letter)| *letter == '\n')),
                _ if letter.is_whitespace() || ":-?,[]{}".contains(letter) => {}
                _ => return None,
            }
        }
        None
    }

    fn sequence(&mut self, start: Range<usize>, field: &Trail<'_>, depth: usize) -> Result<Node, Stopped> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let end = items.last().map_or(span.end, |last: &Node| last.span.end.max(start.end));
                return Ok(Node { span: start.start..end, value: Value::Seq(items), header: None });
            }
            let item = field.item(items.len());
            items.push(self.node(event, span, &item, depth + 1)?);
        }
    }

    fn mapping(&mut self, start: Range<usize>, field: &Trail<'_>, depth: usize) -> Result<Node, Stopped> {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let end = entries.last().map_or(span.end, |(_, last)| last.span.end.max(start.end));
                return Ok(Node { span: start.start..end, value: Value::Map(entries), header: None });
            }
            let key = self.key(event, span, field, depth)?;
            let inner = field.key(&key.name);
            if key.name == "<<" {
                self.ban("merge-key", key.span.clone(), &inner);
            } else if entries.iter().any(|(earlier, _)| earlier.name == key.name) {
                let kind = FaultKind::DuplicateKey(key.name.clone());
                self.faults.push(Fault { kind, span: key.span.clone(), field: inner.path() });
            }
            let (event, span) = self.next()?;
            let value = self.node(event, span, &inner, depth + 1)?;
            entries.push((key, value));
        }
    }

    fn key(&mut self, event: Event<'t>, span: Range<usize>, field: &Trail<'_>, depth: usize) -> Result<Key, Stopped> {
        let node = self.node(event, span, field, depth + 1)?;
        match node.value {
            Value::Scalar { text, .. } => Ok(Key { name: text, span: node.span }),
            _ => {
                self.faults.push(Fault { kind: FaultKind::ComplexKey, span: node.span.clone(), field: field.path() });
                Ok(Key { name: String::new(), span: node.span })
            }
        }
    }

    fn check_extras(&mut self, event: &Event<'t>, span: &Range<usize>, field: &Trail<'_>) {
        let (anchor, tag) = match event {
            Event::Alias(_) => return self.ban("alias", span.clone(), field),
            Event::Scalar(_, _, anchor, tag) => (*anchor, tag.is_some()),
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => (*anchor, tag.is_some()),
            _ => (0, false),
        };
        if anchor != 0 {
            self.ban("anchor", span.clone(), field);
        }
        if tag {
            self.ban("tag", span.clone(), field);
        }
    }

    fn ban(&mut self, what: &'static str, span: Range<usize>, field: &Trail<'_>) {
        self.faults.push(Fault { kind: FaultKind::Banned(what), span, field: field.path() });
    }
}

/// Where a field stands: its key, if it is a map's entry, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub key: Option<Range<usize>>,
    pub value: Range<usize>,
    /// The whole path exists; otherwise this is the nearest parent that does.
    pub complete: bool,
}

impl Node {
    /// The field that `path` names, or its nearest parent that exists.
    pub fn find(&self, path: &FieldPath) -> Found {
        let mut found = Found { key: None, value: self.span.clone(), complete: true };
        let mut node = self;
        for step in &path.0 {
            let next = match (&node.value, step) {
                (Value::Map(entries), Step::Key(name)) => {
                    // The last of several equal keys, since a duplicate is the one that is spoken of.
                    entries.iter().rfind(|(key, _)| key.name == *name).map(|(key, value)| (Some(&key.span), value))
                }
                (Value::Seq(items), Step::Item(at)) => items.get(*at).map(|value| (None, value)),
                _ => None,
            };
            let Some((key, value)) = next else {
                return Found { complete: false, ..found };
            };
            found = Found { key: key.cloned(), value: value.span.clone(), complete: true };
            node = value;
        }
        found
    }
}

impl Node {
    /// The field whose value holds `span`.
    pub fn field_at(&self, span: &Range<usize>) -> Option<FieldPath> {
        self.trail_to(span, &Trail::root())
    }

    fn trail_to(&self, span: &Range<usize>, trail: &Trail<'_>) -> Option<FieldPath> {
        match &self.value {
            Value::Map(entries) => entries.iter().find_map(|(key, node)| node.trail_to(span, &trail.key(&key.name))),
            Value::Seq(items) => items.iter().enumerate().find_map(|(at, node)| node.trail_to(span, &trail.item(at))),
            Value::Scalar { .. } | Value::Alias => {
                (self.span.start <= span.start && span.end <= self.span.end).then(|| trail.path())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_span(text: &str, path: FieldPath, expected: &str) {
        let (tree, faults) = parse(text, 0);
        assert_eq!(faults, []);
        assert_eq!(&text[tree.unwrap().find(&path).value], expected);
    }

    #[test]
    fn spans_are_bytes_of_the_very_value() {
        let text = "tên: Rượu sim\nrecognitions:\n  - stars: 3\n    date: '2020'\n";
        let first = FieldPath::root().key("recognitions").item(0);
        check_span(text, FieldPath::root().key("tên"), "Rượu sim");
        check_span(text, first.key("stars"), "3");
        check_span(text, first.key("date"), "'2020'");
        let (tree, at) = (parse(text, 0).0.unwrap(), text.find("'2020'").unwrap());
        assert_eq!(tree.field_at(&(at..at + 6)), Some(first.key("date")));
        check_span("a: 'x ''y''' # z\n", FieldPath::root().key("a"), "'x ''y'''");
        check_span("a: \"x \\\" y\"  # z\n", FieldPath::root().key("a"), "\"x \\\" y\"");
        check_span("a: ['x' , y]\n", FieldPath::root().key("a").item(0), "'x'");
    }

    #[test]
    fn a_missing_key_leads_to_its_parent() {
        let (tree, _) = parse("place:\n  detail: x\n", 0);
        let found = tree.unwrap().find(&FieldPath::root().key("place").key("unit"));
        assert!(!found.complete);
        assert_eq!(found.key, Some(0..5));
    }

    #[test]
    fn what_content_may_not_use_is_refused() {
        let kinds = |text: &str| parse(text, 0).1.into_iter().map(|fault| fault.kind).collect::<Vec<_>>();
        assert_eq!(kinds("a: 1\na: 2\n"), [FaultKind::DuplicateKey("a".into())]);
        assert_eq!(kinds("a: &x 1\nb: *x\n"), [FaultKind::Banned("anchor"), FaultKind::Banned("alias")]);
        assert_eq!(kinds("a: !!str 1\n"), [FaultKind::Banned("tag")]);
        assert!(matches!(kinds("a: 'open\n")[..], [FaultKind::Syntax(_)]));
        assert!(kinds(&"[".repeat(4000)).len() == 1);
    }

    #[test]
    fn the_sign_of_a_block_scalar_has_a_place() {
        let text = "a: # | not\n  >-  # gấp\n  một\nb: [x, 'y']\nc: |\n\n  hai\nd:\n  - |\n";
        let (tree, faults) = parse(text, 4);
        assert_eq!(faults, []);
        let Value::Map(entries) = tree.unwrap().value else { panic!("a map") };
        let signs: Vec<_> = entries[..3].iter().map(|(_, value)| value.header).collect();
        let at = |sign: &str| text.find(sign).map(|at| at + 4);
        assert_eq!(signs, [at(">-"), None, at("|\n\n")]);
        let Value::Seq(items) = &entries[3].1.value else { panic!("a list") };
        assert_eq!(items[0].header, text.rfind('|').map(|at| at + 4));
    }

    #[test]
    fn places_count_from_the_file_when_the_yaml_is_a_front_matter() {
        let (tree, _) = parse("a: 1\n", 4);
        assert_eq!(tree.unwrap().find(&FieldPath::root().key("a")).value, 7..8);
    }
}
