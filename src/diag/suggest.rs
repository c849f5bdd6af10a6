//! The known word that a mistyped one was probably meant to be.

use crate::base::text::{distance, fold};

/// The nearest of `known` to `written`: equal but for marks and case, or at most a third of its letters away, so that a
/// word of one or two letters is never taken for another one.
/// Ties go to the first in the order given.
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let written = fold(written);
    let limit = (written.chars().count() / 3).min(4);
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        let folded = fold(word);
        if folded.len().abs_diff(written.len()) > limit * 2 {
            continue;
        }
        let away = distance(&written, &folded);
        if away <= limit && best.is_none_or(|(least, _)| away < least) {
            best = Some((away, word));
        }
    }
    best.map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_without_marks_and_with_a_slip() {
        let known = ["thien-cam", "cam-xuyen", "cam-due"];
        assert_eq!(nearest("thien-cma", known), Some("thien-cam"));
        assert_eq!(nearest("Cẩm-Xuyên", known), Some("cam-xuyen"));
        assert_eq!(nearest("hoang-su-phi", known), None);
        assert_eq!(nearest("D", ["A", "B1", "B2", "C"]), None);
        assert_eq!(nearest("b1", ["A", "B1", "B2", "C"]), Some("B1"));
    }
}
