//! What a YAML text holds beside its values: comments and empty lines, with their places.

use std::ops::Range;

use crate::base::text::tidy;
use crate::source::yaml_tree::{Node, Value};

/// A comment or an empty line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trivium {
    /// Where it begins, in bytes.
    pub at: usize,
    /// Characters before it on its line.
    pub column: usize,
    pub kind: TriviumKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TriviumKind {
    Blank,
    /// A comment that has a line of its own, with its `#`.
    Own(String),
    /// A comment behind something on the same line.
    Side(String),
}

/// Every comment and empty line of `text` outside its values, in order.
pub fn find(text: &str, tree: Option<&Node>) -> Vec<Trivium> {
    let mut covered = Vec::new();
    if let Some(tree) = tree {
        cover(text, tree, &mut covered);
    }
    covered.sort_by_key(|range| (range.start, range.end));
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        of_line(line, start, &covered, &mut found);
        start += line.len();
    }
    found
}

/// The words of every comment, sorted: what formatting must not lose.
pub fn comments(text: &str, tree: Option<&Node>) -> Vec<String> {
    let words = |trivium: Trivium| match trivium.kind {
        TriviumKind::Blank => None,
        TriviumKind::Own(comment) | TriviumKind::Side(comment) => Some(tidy(&comment)),
    };
    let mut comments: Vec<String> = find(text, tree).into_iter().filter_map(words).collect();
    comments.sort();
    comments
}

fn of_line(line: &str, start: usize, covered: &[Range<usize>], found: &mut Vec<Trivium>) {
    let content = line.trim_end_matches(['\n', '\r']);
    let inside = |at: usize| {
        let next = covered.partition_point(|range| range.start <= at);
        // Values do not overlap, but an empty one may share its place with its neighbour.
        covered[..next].iter().rev().take(2).any(|range| range.contains(&at))
    };
    if content.trim().is_empty() {
        // An empty line inside a value belongs to it. Its own bytes may end before the line's, so any of them counts.
        if !(start..start + line.len()).any(inside) && line.ends_with('\n') {
            found.push(Trivium { at: start, column: 0, kind: TriviumKind::Blank });
        }
        return;
    }
    let mut previous = ' ';
    for (at, letter) in content.char_indices() {
        if letter == '#' && previous.is_whitespace() && !inside(start + at) {
            let comment = content[at..].trim_end().to_owned();
            let own = content[..at].trim().is_empty();
            let kind = if own { TriviumKind::Own(comment) } else { TriviumKind::Side(comment) };
            found.push(Trivium { at: start + at, column: content[..at].chars().count(), kind });
            return;
        }
        previous = letter;
    }
}

/// Whether nothing is written: the parser then gives the place of what comes next.
pub fn is_absent(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar { text, plain: true } if text.is_empty())
}

/// The bytes of every scalar; of a block scalar only the lines under its header.
fn cover(text: &str, node: &Node, covered: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Scalar { .. } if is_absent(node) => {}
        Value::Scalar { .. } => covered.push(block_body(text, node).unwrap_or(node.span.clone())),
        Value::Map(entries) => {
            for (key, value) in entries {
                covered.push(key.span.clone());
                cover(text, value, covered);
            }
        }
        Value::Seq(items) => items.iter().for_each(|item| cover(text, item, covered)),
        Value::Alias => covered.push(node.span.clone()),
    }
}

/// The lines of a block scalar (`|`, `>`), from the line after its header to the end of its last line with text, or
/// with `+` to the end of its last line.
pub fn block_body(text: &str, node: &Node) -> Option<Range<usize>> {
    let header = node.header?;
    let start = text[header..].find('\n').map_or(text.len(), |at| header + at + 1);
    let keep = text[header..start].split('#').next().is_some_and(|header| header.contains('+'));
    let end = node.span.end.max(start);
    let end = if keep { end } else { start + text[start..end].trim_end().len() };
    Some(start..end)
}
