//! The YAML that `ocop fmt` writes, read without a YAML parser: block maps and lists, and values of one line.
//!
//! Nearly every file is of this form, and reading it so takes a fraction of the time. Whatever else stands in a file
//! (comments behind values, texts of several lines, escapes, flow maps, mistakes) ends the attempt, and `yaml_tree` asks the
//! parser for the whole file. The law: a tree from here is the tree that the parser gives, without faults.

use crate::source::yaml_tree::{Key, Node, Value};

/// More nesting than any schema has.
const MAX_DEPTH: usize = 12;

/// The tree of `text`, whose first byte stands at `base` in its file; `None` where the parser has to be asked.
pub fn parse(text: &str, base: usize) -> Option<Node> {
    let mut reader = Reader { lines: lines(text)?, at: 0, base };
    let first = reader.lines.first()?;
    if first.indent != 0 {
        return None;
    }
    let tree = reader.block(0, 0)?;
    (reader.at == reader.lines.len()).then_some(tree)
}

/// A line with something on it.
#[derive(Clone, Copy)]
struct Line<'t> {
    indent: usize,
    /// Where `text` begins.
    start: usize,
    /// Without the white space around it.
    text: &'t str,
}

/// The lines of `text` without empty ones and comments; `None` where a sign stands that YAML reads in its own way.
fn lines(text: &str) -> Option<Vec<Line<'_>>> {
    let mut lines = Vec::with_capacity(text.len() / 24);
    let bytes = text.as_bytes();
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => {
                lines.extend(line(text, start, at));
                start = at + 1;
            }
            0..b' ' | 0x7f => return None,
            // The mark of a byte order, and line ends that other programs know.
            0xef if bytes[at..].starts_with("\u{feff}".as_bytes()) => return None,
            0xc2 if bytes[at + 1] == 0x85 => return None,
            0xe2 if bytes[at + 1] == 0x80 && matches!(bytes[at + 2], 0xa8 | 0xa9) => return None,
            _ => {}
        }
    }
    lines.extend(line(text, start, text.len()));
    Some(lines)
}

fn line(text: &str, start: usize, end: usize) -> Option<Line<'_>> {
    let indent = text.as_bytes()[start..end].iter().take_while(|byte| **byte == b' ').count();
    let shown = text[start + indent..end].trim_end_matches(' ');
    (!shown.is_empty() && !shown.starts_with('#')).then_some(Line { indent, start: start + indent, text: shown })
}

struct Reader<'t> {
    lines: Vec<Line<'t>>,
    /// The line that comes next.
    at: usize,
    base: usize,
}

impl<'t> Reader<'t> {
    fn next(&self) -> Option<Line<'t>> {
        self.lines.get(self.at).copied()
    }

    /// The map or list whose lines are indented by `indent`.
    fn block(&mut self, indent: usize, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH {
            return None;
        }
        if self.next()?.text.starts_with("- ") { self.list(indent, depth) } else { self.map(indent, depth) }
    }

    fn map(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let mut entries: Vec<(Key, Node)> = Vec::with_capacity(8);
        while let Some(line) = self.next().filter(|line| line.indent == indent) {
            let length = key_length(line.text)?;
            let (name, rest) = (&line.text[..length], line.text[length + 1..].trim_start_matches(' '));
            if entries.iter().any(|(key, _)| key.name == name) {
                return None;
            }
            let start = self.base + line.start;
            let key = Key { name: name.to_owned(), span: start..start + length };
            self.at += 1;
            let value = if rest.is_empty() {
                let below = self.next().filter(|below| below.indent > indent)?;
                self.block(below.indent, depth + 1)?
            } else {
                self.value(rest, line.start + line.text.len() - rest.len(), indent)?
            };
            entries.push((key, value));
        }
        self.ends(indent)?;
        let span = entries.first()?.0.span.start..entries.last()?.1.span.end;
        Some(Node { span, value: Value::Map(entries), header: None })
    }

    fn list(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let start = self.base + self.next()?.start;
        let mut items: Vec<Node> = Vec::with_capacity(4);
        while let Some(line) = self.next().filter(|line| line.indent == indent) {
            // More white space behind the dash moves what stands there.
            let text = line.text.strip_prefix("- ").filter(|text| !text.starts_with(' '))?;
            let item = Line { indent: indent + 2, start: line.start + 2, text };
            if key_length(item.text).is_some() {
                // What follows the dash is the first line of a map that stands two columns further in.
                self.lines[self.at] = item;
                items.push(self.map(item.indent, depth + 1)?);
            } else {
                self.at += 1;
                items.push(self.value(item.text, item.start, indent)?);
            }
        }
        self.ends(indent)?;
        Some(Node { span: start..items.last()?.span.end, value: Value::Seq(items), header: None })
    }

    /// A block ends where a line stands further out, never further in.
    fn ends(&self, indent: usize) -> Option<()> {
        self.next().is_none_or(|line| line.indent < indent).then_some(())
    }

    /// A value that ends with its line.
    fn value(&self, text: &str, start: usize, indent: usize) -> Option<Node> {
        // A line further in would go on with it.
        self.next().is_none_or(|line| line.indent <= indent).then_some(())?;
        if let Some(inner) = text.strip_prefix('[') {
            return self.flow_list(inner.strip_suffix(']')?, start);
        }
        self.scalar(text, start)
    }

    fn scalar(&self, text: &str, start: usize) -> Option<Node> {
        let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''));
        let inner = match quote {
            Some(quote) => {
                let inner = text[1..].strip_suffix(quote)?;
                (!inner.contains([quote, '\\'])).then_some(inner)?
            }
            None => is_plain(text).then_some(text)?,
        };
        let start = self.base + start;
        let value = Value::Scalar { text: inner.to_owned(), plain: quote.is_none() };
        Some(Node { span: start..start + text.len(), value, header: None })
    }

    /// `a, b`: words and numbers between brackets.
    fn flow_list(&self, inner: &str, start: usize) -> Option<Node> {
        let mut items = Vec::with_capacity(4);
        let mut at = start + 1;
        for part in inner.split(',') {
            let item = part.trim_matches(' ');
            let is_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.' | '/' | ' ');
            (!item.is_empty() && item.chars().all(is_word)).then_some(())?;
            items.push(self.scalar(item, at + (part.len() - part.trim_start_matches(' ').len()))?);
            at += part.len() + 1;
        }
        let span = self.base + start..items.last()?.span.end;
        Some(Node { span, value: Value::Seq(items), header: None })
    }
}

/// The length of the key with which a line begins, `word:` and a value or the line's end.
fn key_length(line: &str) -> Option<usize> {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let length = line.bytes().take_while(|byte| is_word(byte)).count();
    let ends = matches!(line.as_bytes()[length..], [b':'] | [b':', b' ', ..]);
    (length > 0 && ends && !line.starts_with('-')).then_some(length)
}

/// Whether an unquoted value means itself.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = match bytes {
        [b'-', second, ..] => second.is_ascii_digit(),
        [first, ..] => !b"-?:,[]{}#&*!|>'\"%@`".contains(first),
        [] => false,
    };
    begins && bytes.last() != Some(&b':') && !bytes.windows(2).any(|pair| pair == b": " || pair == b" #")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::source::yaml_tree;

    /// Pieces of YAML, in any order: most of it is broken, and some is read.
    fn soup() -> impl Strategy<Value = String> {
        let pieces = [
            "a", "b-c", "đ", "1", "-", "- ", ": ", ":", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\na: ", "\nb:", "#",
            " #", "\"", "'", "[", "]", ", ", "{", "}", "|", ">", "&", "*", "!", "%", "@", "`", "?", " ", "\t", "\\",
            "~", ".", "...", "---",
        ];
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..16)
            .prop_map(|pieces| format!("a: {}", pieces.concat()))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_is_what_the_parser_reads(text in soup()) {
            if let Some(tree) = super::parse(&text, 7) {
                prop_assert_eq!((Some(tree), Vec::new()), yaml_tree::parse_any(&text, 7), "{:?}", text);
            }
        }
    }

    /// Whether the text is read without the parser; what is read is what the parser reads.
    #[track_caller]
    fn check(text: &str, read: bool) {
        let tree = super::parse(text, 7);
        assert_eq!(tree.is_some(), read, "{text}");
        if tree.is_some() {
            assert_eq!((tree, Vec::new()), yaml_tree::parse_any(text, 7), "{text}");
        }
    }

    #[test]
    fn what_fmt_writes_is_read() {
        check("name: Nước mắm\ncategory:\n  group: thuc-pham\n  subgroup: 9\nsources: a\n", true);
        check(
            "# chú thích\n\na:\n  - b: 1\n    c: \"một: hai\"\n  # ở giữa\n  - b: 'x'\n\nd:\n  - một\n  - -5\n",
            true,
        );
        check("months: [3, 4, 5]\nat: [105.9, -18.25]\nids: [a-b, thu/c ]\n", true);
        check("url: https://thu.example/a#b?c=d:e\nphone: \"0900 000 000\"\nnote: (a) 1, 2 – “x”   \n", true);
        check("a:\n  b:\n    c:\n      - d: 1\n        e:\n          - f\n      - d: 2\ng: 3", true);
        check("- a\n- b: c\n", true);
    }

    #[test]
    fn what_needs_the_parser_is_left_to_it() {
        for text in [
            "",
            "# chú thích\n",
            "a\n",
            "a: 1\na: 2\n",
            "a: b # c\n",
            "a: |\n  b\n",
            "a: >-\n  b\n",
            "a: b\n  c\n",
            "a:\n",
            "a:\n- b\n",
            "a: {b: c}\n",
            "a: [b, [c]]\n",
            "a: []\n",
            "a: [b,\n  c]\n",
            "a: \"b\\n\"\n",
            "a: 'b''c'\n",
            "a: \"b\" c\n",
            "a: b: c\n",
            "a: &x b\n",
            "a: *x\n",
            "a: !t b\n",
            "<<: a\n",
            "? a\n: b\n",
            "a:\tb\n",
            "a: b\r\n",
            "---\na: b\n",
            "a: b\n---\nc: d\n",
            "a: b\n...\n",
            "\"a\": b\n",
            "ă: b\n",
            "a:b\n",
            "  a: b\n",
            "a: b\n c: d\n",
            "a:\n    b: c\n  d: e\n",
            "- - a\n",
            "-  a\n",
            "-\n",
            "a: -\n",
            "a: - b\n",
            "a: @b\n",
            "a: b:\n",
            "\u{feff}a: b\n",
            "a: b\u{2028}c\n",
            "a: [b c: d]\n",
            "-a: b\n",
        ] {
            check(text, false);
        }
    }
}
