//! Letters that look right and are wrong: decomposed text, and ƣ, ð left behind by OCR and old fonts.

use crate::base::text::{is_composed, is_tidy, look_alike, tidy};
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};

/// One finding a word that is not in NFC or holds a look-alike, at the word.
pub fn check(text: &str, file: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    if is_tidy(text) {
        return diagnostics;
    }
    for (start, word) in words(text) {
        let range = start..start + word.len();
        if let Some((letter, meant)) = word.chars().find_map(|letter| Some((letter, look_alike(letter)?))) {
            let found = Diagnostic::new(Code::LookAlike, file).in_bytes(range);
            diagnostics.push(found.arg("letter", letter).arg("meant", meant).fix(Some(tidy(word))));
        } else if !is_composed(word) {
            diagnostics.push(Diagnostic::new(Code::NotNfc, file).in_bytes(range).fix(Some(tidy(word))));
        }
    }
    diagnostics
}

/// The words between white space, quotes and punctuation of YAML, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |letter: char| letter.is_whitespace() || "\"'[]{},:;()“”".contains(letter);
    text.split(ends)
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_word_is_found_with_its_right_form() {
        let text = "name: \"Rượu trƣớc\"\nnote: Ðạt ca\u{0309}\n";
        let found: Vec<_> =
            check(text, "x").0.into_iter().map(|diagnostic| (diagnostic.code, diagnostic.fix.unwrap())).collect();
        assert_eq!(
            found,
            [
                (Code::LookAlike, "trước".to_owned()),
                (Code::LookAlike, "Đạt".to_owned()),
                (Code::NotNfc, "cả".to_owned()),
            ]
        );
    }
}
