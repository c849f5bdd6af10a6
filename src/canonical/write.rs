//! Writes an outline in canonical form.

use crate::canonical::outline::{Content, Item, Layout, Lead, Outline};
use crate::canonical::scalar::{self, Form, Place};
use crate::canonical::shapes;
use crate::read::schema::{Fields, Shape};

/// Spaces a level.
const STEP: usize = 2;
/// A list between brackets that would be longer than this gets a line an item.
const MAX_FLOW_CHARACTERS: usize = 100;

/// The text of `outline`, its keys in the order of `shape`.
pub fn write(outline: &Outline, shape: Option<&Shape>) -> String {
    let mut out = Out(String::new());
    if let Some(root) = &outline.root {
        out.leads(&root.leads, 0);
        match &root.value {
            Content::Map(items, tail) if !items.is_empty() => out.map(items, tail, shape, 0),
            Content::Seq(items, tail, Layout::Block) if !items.is_empty() => out.seq(items, tail, shape, 0),
            _ => {
                out.value(root, shape, 0);
                // `value` begins behind a key, and here there is none.
                out.0 = out.0.trim_start_matches(' ').to_owned();
            }
        }
    }
    out.leads(&outline.tail, 0);
    let text = out.0.trim_matches('\n');
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

struct Out(String);

impl Out {
    fn leads(&mut self, leads: &[Lead], depth: usize) {
        for lead in leads {
            match lead {
                // One empty line at a time, and none at the beginning.
                Lead::Blank if self.0.is_empty() || self.0.ends_with("\n\n") => {}
                Lead::Blank => self.0.push('\n'),
                Lead::Comment(comment) => {
                    self.indent(depth);
                    self.0.push_str(comment);
                    self.0.push('\n');
                }
            }
        }
    }

    fn indent(&mut self, depth: usize) {
        self.0.extend(std::iter::repeat_n(' ', depth));
    }

    fn map(&mut self, items: &[Item], tail: &[Lead], shape: Option<&Shape>, depth: usize) {
        let fields = shapes::fields(shape);
        for (at, item) in in_order(items, fields).into_iter().enumerate() {
            self.leads(above(item, at), depth);
            self.indent(depth);
            self.entry(item, shapes::of_key(fields, &item.key), depth);
        }
        self.leads(tail, depth);
    }

    /// A key and its value, from the key on.
    fn entry(&mut self, item: &Item, shape: Option<&Shape>, depth: usize) {
        self.0.push_str(&scalar::key(&item.key));
        self.0.push(':');
        self.value(item, shape, depth);
    }

    /// What follows a key (or a dash): a space and a scalar, or an end of line and a deeper block; then the comments
    /// below it.
    fn value(&mut self, item: &Item, shape: Option<&Shape>, depth: usize) {
        let mut below = depth + STEP;
        match &item.value {
            Content::Scalar(written) => match scalar::form(written, shape, Place::Line) {
                Form::Inline(text) => {
                    self.inline(&text);
                    self.end_line(item);
                }
                Form::Block(sign, lines) => {
                    self.inline(&sign);
                    self.end_line(item);
                    self.block(&lines, depth + STEP);
                    // Deeper it would be a line of the text.
                    below = depth;
                }
            },
            Content::Map(items, _) if items.is_empty() => {
                self.inline("{}");
                self.end_line(item);
            }
            Content::Map(items, tail) => {
                self.end_line(item);
                self.map(items, tail, shape, depth + STEP);
            }
            Content::Seq(items, tail, layout) => {
                self.list(item, (items.as_slice(), tail.as_slice(), *layout), shape, depth)
            }
        }
        self.leads(&item.below, below);
    }

    fn list(&mut self, item: &Item, list: (&[Item], &[Lead], Layout), shape: Option<&Shape>, depth: usize) {
        let (items, tail, layout) = list;
        let column = self.0.len() - self.0.rfind('\n').map_or(0, |at| at + 1);
        match flow(items, tail, layout, shapes::of_item(shape)) {
            Some(text) if text.chars().count() + column < MAX_FLOW_CHARACTERS => {
                self.inline(&text);
                self.end_line(item);
            }
            _ => {
                self.end_line(item);
                self.seq(items, tail, shape, depth + STEP);
            }
        }
    }

    fn inline(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push(' ');
            self.0.push_str(text);
        }
    }

    fn end_line(&mut self, item: &Item) {
        if let Some(comment) = &item.side {
            self.0.push_str("  ");
            self.0.push_str(comment);
        }
        self.0.push('\n');
    }

    fn block(&mut self, lines: &[String], depth: usize) {
        for line in lines {
            if !line.is_empty() {
                self.indent(depth);
                self.0.push_str(line);
            }
            self.0.push('\n');
        }
    }

    fn seq(&mut self, items: &[Item], tail: &[Lead], shape: Option<&Shape>, depth: usize) {
        let shape = shapes::of_item(shape);
        for (at, item) in items.iter().enumerate() {
            self.leads(above(item, at), depth);
            match &item.value {
                Content::Map(entries, tail) if !entries.is_empty() => {
                    self.map_item(item, entries, tail, shape, depth);
                    self.leads(&item.below, depth + STEP);
                }
                _ => {
                    self.indent(depth);
                    self.0.push('-');
                    self.value(item, shape, depth);
                }
            }
        }
        self.leads(tail, depth);
    }

    /// `- key: value`, the other keys below the first. What stood above the first key goes above the dash.
    fn map_item(&mut self, item: &Item, entries: &[Item], tail: &[Lead], shape: Option<&Shape>, depth: usize) {
        if let Some(comment) = &item.side {
            self.leads(&[Lead::Comment(comment.clone())], depth);
        }
        let fields = shapes::fields(shape);
        for (at, entry) in in_order(entries, fields).into_iter().enumerate() {
            let inner = depth + STEP;
            if at == 0 {
                let comments: Vec<Lead> = entry.leads.iter().filter(|lead| **lead != Lead::Blank).cloned().collect();
                self.leads(&comments, depth);
                self.indent(depth);
                self.0.push_str("- ");
            } else {
                self.leads(&entry.leads, inner);
                self.indent(inner);
            }
            self.entry(entry, shapes::of_key(fields, &entry.key), inner);
        }
        self.leads(tail, depth + STEP);
    }
}

/// A list between brackets: as it was written so, or because it holds numbers only.
fn flow(items: &[Item], tail: &[Lead], layout: Layout, shape: Option<&Shape>) -> Option<String> {
    if items.is_empty() {
        return Some("[]".to_owned());
    }
    let bare = tail.is_empty()
        && items.iter().all(|item| item.side.is_none() && item.below.is_empty())
        && items.iter().all(|item| item.leads.iter().all(|lead| *lead == Lead::Blank));
    if !bare || (layout == Layout::Block && !shapes::is_number(shape)) {
        return None;
    }
    let text = |item: &Item| match &item.value {
        Content::Scalar(written) => match scalar::form(written, shape, Place::Brackets) {
            Form::Inline(text) => Some(text),
            Form::Block(..) => None,
        },
        _ => None,
    };
    let texts: Vec<String> = items.iter().map(text).collect::<Option<_>>()?;
    Some(format!("[{}]", texts.join(", ")))
}

/// Keys of the schema in its order, then unknown ones as they stood.
fn in_order<'i>(items: &'i [Item], fields: Option<&Fields>) -> Vec<&'i Item> {
    let mut ordered: Vec<&Item> = items.iter().collect();
    if let Some(fields) = fields {
        ordered.sort_by_key(|item| fields.known.get_index_of(&item.key).unwrap_or(usize::MAX));
    }
    ordered
}

/// The lines above an entry; the first of a block has no empty line above it.
fn above(item: &Item, at: usize) -> &[Lead] {
    let blanks = item.leads.iter().take_while(|lead| **lead == Lead::Blank).count();
    if at == 0 { &item.leads[blanks..] } else { &item.leads }
}
