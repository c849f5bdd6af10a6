//! Content files in their one canonical form: what `ocop fmt` writes.
//!
//! Composed letters (NFC) with OCR's ƣ and ð put right, keys in the order of the schema, two spaces a level, quotes only
//! where a reader of YAML could take a text for something else, dates bare. Comments stay with the line they speak of.
//! Nothing else changes: `same` holds every result against what was written before it is given out, and a text that
//! cannot be read is left as it is.

mod outline;
mod same;
mod scalar;
mod shapes;
mod trivia;
mod write;

use crate::base::lang::Lang;
use crate::base::text::tidy;
use crate::read::layout::{Kind, Slot, classify};
use crate::read::schema::{self, Shape};
use crate::source::frontmatter;
use crate::source::yaml_tree::{self, Node, Value};

/// Why a text has no canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unformatted {
    /// It is not sound YAML, it has no fields, or its front matter has no end: `check` tells more.
    Broken,
    /// The new text would not mean the same. Our mistake; the file is left as it is.
    Unsure,
}

/// The canonical form of the content file at `path`; `None` when files of that place have none.
///
/// # Errors
/// When the text cannot be read.
pub fn file(path: &str, text: &str) -> Option<Result<String, Unformatted>> {
    let Slot::File { kind, lang, .. } = classify(path) else { return None };
    let shape = shape_of(kind, lang);
    Some(if path.ends_with(".md") { markdown(text, shape) } else { yaml(text, shape) })
}

/// An English page has fields of its own; an English entry only texts.
fn shape_of(kind: Kind, lang: Lang) -> Option<&'static Shape> {
    if lang == Lang::Vi || kind == Kind::Page { Some(schema::shape(kind)) } else { schema::english_shape(kind) }
}

/// The canonical form of YAML of a known or unknown shape.
///
/// # Errors
/// When it is not sound YAML.
pub fn yaml(text: &str, shape: Option<&Shape>) -> Result<String, Unformatted> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') {
        return yaml(&text.replace("\r\n", "\n").replace('\r', "\n"), shape);
    }
    let (before, faults) = yaml_tree::parse(text, 0);
    if !faults.is_empty() || before.as_ref().is_some_and(is_lone_text) {
        return Err(Unformatted::Broken);
    }
    let outline = outline::read(text, before.as_ref());
    let written = write::write(&outline, shape);
    let (after, faults) = yaml_tree::parse(&written, 0);
    let sound = faults.is_empty() && same::same(before.as_ref(), after.as_ref(), shape);
    let kept = trivia::comments(text, before.as_ref()) == trivia::comments(&written, after.as_ref());

    if sound && kept { Ok(written) } else { Err(Unformatted::Unsure) }
}

/// A file that is one text or number has no fields to put in order: it is a mistake.
fn is_lone_text(root: &Node) -> bool {
    matches!(root.value, Value::Scalar { .. }) && !trivia::is_absent(root)
}

/// The canonical form of Markdown with a front matter: one empty line before the story, one end of line after it.
fn markdown(text: &str, shape: Option<&Shape>) -> Result<String, Unformatted> {
    let parts = frontmatter::split(text).map_err(|_| Unformatted::Broken)?;
    let body = body(&text[parts.body.clone()]);
    let Some(range) = parts.yaml else { return Ok(body) };
    let fields = yaml(&text[range], shape)?;
    let gap = if body.is_empty() { "" } else { "\n" };
    Ok(format!("---\n{fields}---\n{gap}{body}"))
}

/// White space inside the story is the author's: two spaces at a line's end are a line break.
fn body(text: &str) -> String {
    let tidied = tidy(&text.replace("\r\n", "\n"));
    let trimmed = tidied.trim_end().trim_start_matches('\n');
    let first_text = trimmed.find(|letter: char| !letter.is_whitespace()).unwrap_or(trimmed.len());
    // Lines of white space before the story say nothing; the indentation of its first line does.
    let start = trimmed[..first_text].rfind('\n').map_or(0, |at| at + 1);
    if trimmed.is_empty() { String::new() } else { format!("{}\n", &trimmed[start..]) }
}

#[cfg(test)]
mod tests;
