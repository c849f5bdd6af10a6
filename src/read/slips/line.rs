//! The lines of a text that was meant to be YAML: indentation, dashes, key and value, as the eye finds them.

use std::ops::Range;

/// A line that is neither empty, nor a comment, nor a part of a text below `|` or `>`. All places are bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub start: usize,
    /// Behind the white space at its beginning.
    pub shown: usize,
    /// Behind the dashes of a list as well.
    pub content: usize,
    /// Without white space at its end.
    pub end: usize,
}

pub fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // The indentation of the key whose text stands in lines of its own.
    let mut block: Option<usize> = None;
    let mut start = 0;
    for written in text.split_inclusive('\n') {
        let line = line(start, written);
        start += written.len();
        if line.shown == line.end || text[line.shown..].starts_with('#') {
            continue;
        }
        if block.is_some_and(|indent| line.indent(text) > indent) {
            continue;
        }
        let value = line.value(text).map_or("", |value| &text[value]);
        block = is_block_sign(value).then(|| line.indent(text));
        lines.push(line);
    }
    lines
}

fn line(start: usize, written: &str) -> Line {
    let shown = start + written.len() - written.trim_start().len();
    let end = start + written.trim_end().len();
    let mut line = Line { start, shown: shown.min(end.max(start)), content: shown, end: end.max(start) };
    if line.shown >= line.end {
        line.shown = line.end;
        line.content = line.end;
        return line;
    }
    let text = &written[line.shown - start..line.end - start];
    let mut rest = text;
    while let Some(after) = rest.strip_prefix("- ") {
        rest = after.trim_start_matches(' ');
    }
    line.content = line.end - rest.len();
    line
}

/// `|` or `>`, perhaps with `+`, `-` and a number, and nothing but a comment behind it.
fn is_block_sign(value: &str) -> bool {
    let sign = value.strip_prefix(['|', '>']);
    let rest =
        sign.map(|rest| rest.trim_start_matches(|letter: char| "+-".contains(letter) || letter.is_ascii_digit()));
    rest.is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with('#'))
}

impl Line {
    /// How many signs stand before it.
    pub fn indent(&self, text: &str) -> usize {
        text[self.start..self.shown].chars().count()
    }

    pub fn has_dash(&self) -> bool {
        self.content > self.shown
    }

    /// What stands behind dashes.
    pub fn content<'t>(&self, text: &'t str) -> &'t str {
        &text[self.content..self.end]
    }

    /// The key, up to its colon, where one stands with a blank or nothing behind it.
    pub fn key<'t>(&self, text: &'t str) -> Option<&'t str> {
        let content = self.content(text);
        let end = content.find(": ").or_else(|| content.ends_with(':').then(|| content.len() - 1))?;
        let key = &content[..end];
        (!key.is_empty() && !key.starts_with(|sign: char| "\"'[{#&*!|>%@`".contains(sign))).then_some(key)
    }

    /// The value behind the key, or the item behind a dash, without a comment; `None` where nothing stands there.
    pub fn value(&self, text: &str) -> Option<Range<usize>> {
        let start = match self.key(text) {
            Some(key) => self.content + key.len() + 1,
            None if self.has_dash() => self.content,
            None => return None,
        };
        let written = &text[start..self.end];
        let start = self.end - written.trim_start().len();
        let value = &text[start..self.end];
        let length = if value.starts_with(['"', '\'']) { value.len() } else { before_comment(value).len() };
        (length > 0).then_some(start..start + length)
    }
}

fn before_comment(value: &str) -> &str {
    if value.starts_with('#') {
        return "";
    }
    value.find(" #").map_or(value, |at| value[..at].trim_end())
}

/// A text as YAML, in quotes.
pub fn quoted(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Option<&str>, &str)]) {
        let found: Vec<_> = lines(text)
            .into_iter()
            .map(|line| (line.key(text), line.value(text).map_or("", |value| &text[value])))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_have_keys_and_values() {
        check(
            "a: Một: hai  # lời\n\n# b: c\n  - d:\n  - e\n",
            &[(Some("a"), "Một: hai"), (Some("d"), ""), (None, "e")],
        );
        check("a: \"x # y\"\nb:c\n", &[(Some("a"), "\"x # y\""), (None, "")]);
    }

    #[test]
    fn texts_below_a_sign_are_passed_over() {
        check(
            "a: |\n  b: c\n\n  d\ne: >-  # gấp\n  f: g\nh: > 5\n",
            &[(Some("a"), "|"), (Some("e"), ">-"), (Some("h"), "> 5")],
        );
    }

    #[test]
    fn quotes_hold_any_text() {
        for text in ["Một: hai", "\"Một\" hai", "L'Một", "\"Một\" l'hai \\"] {
            let read: String = serde_yaml::from_str(&quoted(text)).unwrap();
            assert_eq!(read, text);
        }
    }
}
