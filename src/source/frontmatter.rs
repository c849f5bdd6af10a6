//! Splits a Markdown file into the YAML between its `---` lines and the body after them.

use std::ops::Range;

use memchr::memmem;

/// The line before a front matter, and the one behind it.
pub const FENCE: &str = "---";

/// Byte ranges of the two parts. A file without a front matter is all body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    pub yaml: Option<Range<usize>>,
    pub body: Range<usize>,
}

/// The opening `---` has no closing one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclosed;

/// Finds the parts of `text`.
///
/// # Errors
/// [`Unclosed`] when the first line is `---` and no later line is.
pub fn split(text: &str) -> Result<Parts, Unclosed> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let line_at = |from: usize| text[from..].split_inclusive('\n').next().unwrap_or_default();
    let first = line_at(start);
    if first.trim_end() != FENCE {
        return Ok(Parts { yaml: None, body: start..text.len() });
    }
    let yaml_start = start + first.len();
    // From fence to fence, not line by line: a check does this for every file.
    let fences = memmem::find_iter(&text.as_bytes()[yaml_start..], FENCE).map(|at| yaml_start + at);
    for at in fences.filter(|at| text[..*at].ends_with('\n')) {
        let line = line_at(at);
        if line.trim_end() == FENCE {
            return Ok(Parts { yaml: Some(yaml_start..at), body: at + line.len()..text.len() });
        }
    }
    Err(Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, yaml: Option<&str>, body: &str) {
        let parts = split(text).unwrap();
        assert_eq!(parts.yaml.map(|range| &text[range]), yaml);
        assert_eq!(&text[parts.body], body);
    }

    #[test]
    fn yaml_and_body_are_told_apart() {
        check("---\nname: a\n---\nThân bài\n", Some("name: a\n"), "Thân bài\n");
        check("---\r\nname: a\r\n---\r\n", Some("name: a\r\n"), "");
        check("---\n---\n", Some(""), "");
        check("Chỉ có thân bài", None, "Chỉ có thân bài");
        check("\u{feff}---\na: 1\n---\nb", Some("a: 1\n"), "b");
        check(
            "---\na: b---\nc: -----\n ---\n----\n---  \nd\n---\n",
            Some("a: b---\nc: -----\n ---\n----\n"),
            "d\n---\n",
        );
    }

    #[test]
    fn an_open_front_matter_is_refused() {
        assert_eq!(split("---\nname: a\n"), Err(Unclosed));
    }
}
