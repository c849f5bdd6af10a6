//! The lines that git leaves in a file where two people changed the same place: `<<<<<<<`, `=======`, `>>>>>>>`.

use std::ops::Range;

use memchr::memmem;

/// The first of them in `text`, as the line without its end. `=======` alone underlines a heading in Markdown: it is a
/// mark only behind a `<<<<<<<` or before a `>>>>>>>`.
pub fn first_mark(text: &str) -> Option<Range<usize>> {
    // Nearly every file holds none, and every file is asked.
    let holds = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if !holds("<<<<<<<") && !holds(">>>>>>>") {
        return None;
    }
    let mut divider = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        let range = start..start + shown.len();
        start += line.len();
        if is_mark(shown, "<<<<<<<") {
            return Some(range);
        }
        if is_mark(shown, ">>>>>>>") {
            return Some(divider.unwrap_or(range));
        }
        if shown == "=======" {
            divider = Some(range);
        }
    }
    None
}

/// Git writes the sign seven times, and what it calls that side behind a blank.
fn is_mark(line: &str, sign: &str) -> bool {
    line.strip_prefix(sign).is_some_and(|name| name.is_empty() || name.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(first_mark(text).map(|range| &text[range]), expected);
    }

    #[test]
    fn the_first_mark_of_a_conflict_is_found() {
        check("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> sửa\n", Some("<<<<<<< HEAD"));
        check("<<<<<<<\r\nb: 2\r\n", Some("<<<<<<<"));
        // Somebody took the first mark out and left the others.
        check("Bài\n=======\nMột.\n=======\nHai.\n>>>>>>> sửa\n", Some("======="));
        check("Hai.\n>>>>>>> sửa\n", Some(">>>>>>> sửa"));
    }

    #[test]
    fn headings_and_signs_inside_a_line_are_no_marks() {
        check("Đầu bài\n=======\nBài.\n", None);
        check("Bài về <<<<<<< và >>>>>>> trong git.\n========\n", None);
        check("<<<<<<<<<<\n", None);
    }
}
