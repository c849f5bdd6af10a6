//! A YAML text as an outline: values with the comments and empty lines that belong to them.

use crate::base::text::tidy;
use crate::canonical::trivia::{self, Trivium, TriviumKind};
use crate::source::yaml_tree::{Key, Node, Value};

/// A line above an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    Blank,
    Comment(String),
}

/// The whole text.
#[derive(Debug, Default)]
pub struct Outline {
    pub root: Option<Item>,
    /// Lines after the last value.
    pub tail: Vec<Lead>,
}

/// An entry of a map (with a key) or of a list.
#[derive(Debug)]
pub struct Item {
    pub leads: Vec<Lead>,
    pub key: String,
    pub value: Content,
    /// The comment behind it on its line.
    pub side: Option<String>,
    /// Comments below it that are indented deeper than it.
    pub below: Vec<Lead>,
}

#[derive(Debug)]
pub enum Content {
    Scalar(Scalar),
    Map(Vec<Item>, Vec<Lead>),
    Seq(Vec<Item>, Vec<Lead>, Layout),
}

/// How a list was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// `[a, b]`, with nothing but scalars in it.
    Flow,
    Block,
}

#[derive(Debug, Clone)]
pub struct Scalar {
    /// What it means, letters put right.
    pub text: String,
    /// Written without quotes.
    pub plain: bool,
    /// The lines of a folded text (`>`), which are kept.
    pub folded: Option<Vec<String>>,
}

/// Reads `text`, whose tree is `tree`.
pub fn read(text: &str, tree: Option<&Node>) -> Outline {
    let mut reader = Reader { text, trivia: trivia::find(text, tree), next: 0 };
    let Some(tree) = tree else { return Outline { root: None, tail: reader.leads(text.len()) } };
    let mut leads = reader.leads(start(tree));
    let mut root = reader.item(String::new(), tree, Bounds { limit: text.len(), column: None });
    // What an empty line sets apart from the first key speaks of the file, the rest of that key.
    let apart = leads.iter().rposition(|lead| *lead == Lead::Blank).map_or(0, |at| at + 1);
    let own = leads.split_off(apart);
    match &mut root.value {
        Content::Map(items, _) | Content::Seq(items, ..) if !items.is_empty() => {
            items[0].leads.splice(..0, own);
        }
        _ => leads.extend(own),
    }
    root.leads = leads;
    Outline { root: Some(root), tail: reader.leads(text.len()) }
}

/// How far a value's comments may reach.
#[derive(Clone, Copy)]
struct Bounds {
    /// Where the next value begins.
    limit: usize,
    /// The column of the entry that holds the value; `None` for the whole text.
    column: Option<usize>,
}

struct Reader<'t> {
    text: &'t str,
    trivia: Vec<Trivium>,
    next: usize,
}

impl Reader<'_> {
    /// Everything that has a line of its own before `limit`; a comment that nothing else took becomes such a line.
    fn leads(&mut self, limit: usize) -> Vec<Lead> {
        let mut leads = Vec::new();
        while let Some(trivium) = self.trivia.get(self.next).filter(|trivium| trivium.at < limit) {
            leads.push(lead(&trivium.kind));
            self.next += 1;
        }
        leads
    }

    /// Comments before `limit` that stand in `column` or deeper, with the empty lines between them.
    fn deeper(&mut self, limit: usize, column: usize) -> Vec<Lead> {
        let mut leads = Vec::new();
        let mut pending = 0;
        for trivium in self.trivia[self.next..].iter().take_while(|trivium| trivium.at < limit) {
            pending += 1;
            match &trivium.kind {
                TriviumKind::Blank => {}
                _ if trivium.column >= column => {
                    let taken = &self.trivia[self.next..self.next + pending];
                    leads.extend(taken.iter().map(|trivium| lead(&trivium.kind)));
                    self.next += pending;
                    pending = 0;
                }
                _ => break,
            }
        }
        leads
    }

    /// The comment behind `at` on the same line.
    fn side(&mut self, at: usize) -> Option<String> {
        let trivium = self.trivia.get(self.next)?;
        let TriviumKind::Side(comment) = &trivium.kind else { return None };
        if trivium.at < at || self.text[at..trivium.at].contains('\n') {
            return None;
        }
        self.next += 1;
        Some(tidy(comment))
    }

    fn item(&mut self, key: String, node: &Node, bounds: Bounds) -> Item {
        let mut item =
            Item { leads: Vec::new(), key, value: Content::Map(Vec::new(), Vec::new()), side: None, below: Vec::new() };
        match &node.value {
            Value::Map(entries) if !entries.is_empty() => {
                item.value = self.map(node, entries, bounds);
            }
            Value::Seq(items) if !items.is_empty() => {
                item.value = self.seq(node, items, bounds);
            }
            Value::Map(_) => {}
            Value::Seq(_) => item.value = Content::Seq(Vec::new(), Vec::new(), Layout::Flow),
            Value::Scalar { text, plain } => item.value = Content::Scalar(self.scalar(node, text, *plain)),
            Value::Alias => unreachable!("aliases are faults, and a text with faults is not formatted"),
        }
        // A value of nothing has no place of its own: what stands behind its key has been taken with the key.
        // What stands behind a block's last line has been taken with that line.
        let is_block = matches!(node.value, Value::Map(_) | Value::Seq(_)) && !self.is_flow(node);
        if !trivia::is_absent(node) && !is_block {
            let end = node.header.unwrap_or_else(|| self.end_of(node));
            item.side = self.side(end);
        }
        item.below = match bounds.column {
            Some(column) => self.deeper(bounds.limit, column + 1),
            None => Vec::new(),
        };
        item
    }

    /// Where a value ends on its last line: a flow collection's bracket is past its last item.
    fn end_of(&self, node: &Node) -> usize {
        if !matches!(node.value, Value::Map(_) | Value::Seq(_)) || !self.is_flow(node) {
            return node.span.end;
        }
        let empty = matches!(&node.value, Value::Map(entries) if entries.is_empty())
            || matches!(&node.value, Value::Seq(items) if items.is_empty());
        if empty {
            // The parser counts what stands behind the bracket too.
            let close = self.text[node.span.start..].find([']', '}']);
            return close.map_or(node.span.end, |at| node.span.start + at + 1);
        }
        let rest = &self.text[node.span.end..];
        let close = rest.find(|letter: char| !letter.is_whitespace() && letter != ',');
        close.filter(|at| rest[*at..].starts_with([']', '}'])).map_or(node.span.end, |at| node.span.end + at + 1)
    }

    fn is_flow(&self, node: &Node) -> bool {
        self.text[node.span.start..].starts_with(['[', '{'])
    }

    fn column(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |at| at + 1);
        self.text[line..at].chars().count()
    }

    /// What stands behind a closing bracket is not in the collection.
    fn within(&self, node: &Node, bounds: Bounds) -> Bounds {
        if !self.is_flow(node) {
            return bounds;
        }
        Bounds { limit: bounds.limit.min(self.end_of(node)), ..bounds }
    }

    fn map(&mut self, node: &Node, entries: &[(Key, Node)], bounds: Bounds) -> Content {
        let bounds = self.within(node, bounds);
        let column = self.column(node.span.start);
        let mut items = Vec::new();
        for (at, (key, value)) in entries.iter().enumerate() {
            let limit = entries.get(at + 1).map_or(bounds.limit, |(next, _)| next.span.start);
            let mut leads = self.leads(key.span.start);
            // A comment on the key's line before a value on later lines.
            let before =
                trivia::is_absent(value) || self.trivia.get(self.next).is_some_and(|next| next.at < start(value));
            let between = if before { self.side(key.span.end) } else { None };
            let mut item = self.item(tidy(&key.name), value, Bounds { limit, column: Some(column) });
            attach(&mut item, between, &mut leads);
            item.leads = leads;
            items.push(item);
        }
        Content::Map(items, self.tail(bounds, column))
    }

    fn seq(&mut self, node: &Node, values: &[Node], bounds: Bounds) -> Content {
        let scalars = values.iter().all(|value| matches!(value.value, Value::Scalar { .. }));
        let end = self.end_of(node);
        let commented =
            self.trivia[self.next..].iter().any(|trivium| trivium.at < end && trivium.kind != TriviumKind::Blank);
        let layout = if self.is_flow(node) && scalars && !commented { Layout::Flow } else { Layout::Block };
        let bounds = self.within(node, bounds);
        let column = self.column(node.span.start);
        let begins_at = |next| if self.is_flow(node) { self.item_start(next) } else { self.dash(next, column) };
        let limits: Vec<usize> = values.iter().skip(1).map(begins_at).chain([bounds.limit]).collect();
        let mut items = Vec::new();
        for (value, limit) in values.iter().zip(limits) {
            let begins = self.item_start(value);
            let mut leads = self.leads(begins);
            let beside_nothing = if trivia::is_absent(value) { self.side(begins) } else { None };
            if layout == Layout::Flow {
                leads.clear();
            }
            let mut item = self.item(String::new(), value, Bounds { limit, column: Some(column) });
            item.side = item.side.or(beside_nothing);
            // Between two dashes nothing can stand for long: it would be read as standing above the first.
            if let Content::Seq(inner, ..) = &mut item.value
                && let Some(first) = inner.first_mut()
            {
                leads.extend(std::mem::take(&mut first.leads).into_iter().filter(|lead| *lead != Lead::Blank));
            }
            item.leads = leads;
            items.push(item);
        }
        Content::Seq(items, self.tail(bounds, column), layout)
    }

    /// Where an item of a list begins. One of nothing has the place of its line's end.
    fn item_start(&self, node: &Node) -> usize {
        if !trivia::is_absent(node) {
            return start(node);
        }
        self.text[..node.span.start].rfind('\n').map_or(0, |at| at + 1)
    }

    /// Where an item of a block list in `column` begins to be written: its value may stand lines below its dash.
    fn dash(&self, node: &Node, column: usize) -> usize {
        let begins = self.item_start(node);
        let is_dash = |at: usize| {
            let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
            at - line == column && self.text[line..at].bytes().all(|byte| matches!(byte, b' ' | b'-'))
        };
        let mut dashes = self.text[..begins].rmatch_indices('-').map(|(at, _)| at);
        if trivia::is_absent(node) { begins } else { dashes.find(|at| is_dash(*at)).unwrap_or(begins) }
    }

    /// Comments after the last entry that stand no less deep than the entries, and deeper than what holds them.
    fn tail(&mut self, bounds: Bounds, column: usize) -> Vec<Lead> {
        let least = bounds.column.map_or(0, |holder| holder + 1).max(column);
        self.deeper(bounds.limit, least)
    }

    fn scalar(&self, node: &Node, text: &str, plain: bool) -> Scalar {
        let is_folded = node.header.is_some_and(|at| self.text[at..].starts_with('>'));
        let folded = is_folded.then(|| self.folded(node)).flatten();
        Scalar { text: tidy(text), plain, folded }
    }

    fn folded(&self, node: &Node) -> Option<Vec<String>> {
        let body = trivia::block_body(self.text, node)?;
        let header = self.text[node.header?..body.start].split('#').next().unwrap_or_default();
        let written = &self.text[body];
        let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let full = || written.lines().filter(|line| !line.trim().is_empty());
        let least = full().map(depth).min()?;
        // A first line deeper than the others, or an indentation sign, needs more care than it is worth.
        if header.contains(|letter: char| letter == '+' || letter.is_ascii_digit())
            || full().next().map(depth) != Some(least)
        {
            return None;
        }
        let line = |line: &str| tidy(line.get(least..).unwrap_or_default());
        Some(written.lines().map(line).collect())
    }
}

/// Where a value begins to be written.
fn start(node: &Node) -> usize {
    node.header.unwrap_or(node.span.start)
}

/// A comment behind a key whose value is on later lines: beside the key, or above it when the value has one too.
fn attach(item: &mut Item, between: Option<String>, leads: &mut Vec<Lead>) {
    match (between, &item.side) {
        (Some(comment), Some(_)) => leads.push(Lead::Comment(comment)),
        (Some(comment), None) => item.side = Some(comment),
        (None, _) => {}
    }
}

fn lead(kind: &TriviumKind) -> Lead {
    match kind {
        TriviumKind::Blank => Lead::Blank,
        TriviumKind::Own(comment) | TriviumKind::Side(comment) => Lead::Comment(tidy(comment)),
    }
}
