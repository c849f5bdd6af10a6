//! How a text is written as a YAML scalar: bare where no reader of YAML can take it for anything else, else in double
//! quotes, or as a block when it has several lines.

use std::fmt::Write;

use crate::base::date::PartialDate;
use crate::canonical::outline::Scalar as Written;
use crate::canonical::shapes;
use crate::read::scalar::{self, Scalar};
use crate::read::schema::Shape;

/// Where a scalar stands: between brackets more signs have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Line,
    Brackets,
}

/// A scalar as it is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    Inline(String),
    /// `|` or `>` with its sign, then lines to be indented.
    Block(String, Vec<String>),
}

/// The form of `scalar`, whose shape is `shape` where it is known.
pub fn form(scalar: &Written, shape: Option<&Shape>, place: Place) -> Form {
    if scalar.plain && scalar::plain(&scalar.text) != Scalar::Text {
        return Form::Inline(nothing_as_nothing(&scalar.text, place));
    }
    if let Some(lines) = scalar.folded.as_ref().filter(|_| place == Place::Line) {
        let sign = if scalar.text.ends_with('\n') { ">" } else { ">-" };
        return Form::Block(sign.to_owned(), lines.clone());
    }
    let text = &scalar.text;
    if shapes::is_date(shape) && PartialDate::parse(text).is_ok() {
        return Form::Inline(text.clone());
    }
    if let Some(block) = block(text).filter(|_| place == Place::Line) {
        return block;
    }
    let bare = is_bare(text, place) && (shapes::is_word(shape) || !is_mistakable(text));
    Form::Inline(if bare { text.clone() } else { quoted(text) })
}

/// The inline form of a key.
pub fn key(text: &str) -> String {
    if is_bare(text, Place::Line) && !is_mistakable(text) { text.to_owned() } else { quoted(text) }
}

fn nothing_as_nothing(text: &str, place: Place) -> String {
    match (scalar::plain(text), place) {
        (Scalar::Nothing, Place::Line) => String::new(),
        (Scalar::Nothing, Place::Brackets) => "null".to_owned(),
        _ => text.to_owned(),
    }
}

/// Whether YAML's grammar takes the bare text for one scalar with just these letters.
fn is_bare(text: &str, place: Place) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let starts_badly = "-?:,[]{}#&*!|>'\"%@`=~".contains(first);
    let bracketed = place == Place::Brackets && text.contains([',', '[', ']', '{', '}']);
    !starts_badly
        && !bracketed
        && text.trim() == text
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(place == Place::Brackets && text.contains(':'))
        && !text.starts_with("...")
        && text.chars().all(is_printable)
}

/// Letters that every reader of YAML passes through as they are on one line.
fn is_printable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether some reader of YAML 1.1 or 1.2 takes the bare text for a number, a date, a truth value or nothing.
fn is_mistakable(text: &str) -> bool {
    const WORDS: [&str; 12] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", ".nan", ".inf"];
    let digits = text.contains(|letter: char| letter.is_ascii_digit());
    scalar::plain(text) != Scalar::Text
        || WORDS.contains(&text.to_lowercase().as_str())
        || digits && text.chars().all(|letter| letter.is_ascii_digit() || " +-.,:/_eExo".contains(letter))
        || text.parse::<f64>().is_ok()
}

/// Several lines as a literal block, where their ends and beginnings survive in one.
fn block(text: &str) -> Option<Form> {
    let (sign, content) = match text.strip_suffix('\n') {
        Some(content) => ("|", content),
        None => ("|-", text),
    };
    let one_line = !content.contains('\n');
    let sound = !content.ends_with('\n')
        && !content.starts_with([' ', '\t', '\n'])
        && content.lines().any(|line| !line.trim().is_empty())
        && content.lines().all(|line| line.chars().all(|letter| letter == '\t' || is_printable(letter)))
        && content.lines().last().is_some_and(|line| !line.trim().is_empty());
    if (one_line && sign == "|-") || !sound {
        return None;
    }
    Some(Form::Block(sign.to_owned(), content.split('\n').map(str::to_owned).collect()))
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            letter if is_printable(letter) => quoted.push(letter),
            letter if (letter as u32) < 0x100 => drop(write!(quoted, "\\x{:02X}", letter as u32)),
            letter => drop(write!(quoted, "\\u{:04X}", letter as u32)),
        }
    }
    quoted.push('"');
    quoted
}
