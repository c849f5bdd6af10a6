//! Vietnamese text: normal form, folding for comparison and slugs, and the look-alikes that OCR leaves behind.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Lower case, without tone and vowel marks, đ as d: two spellings that fold alike are "the same but for marks".
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfd().filter(|character| !is_combining_mark(*character)) {
        match character {
            'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
            'ƣ' | 'Ƣ' => folded.push('u'),
            _ => folded.extend(character.to_lowercase()),
        }
    }
    folded
}

/// The text with its first letter as it opens a line.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The folded text as a path segment: ASCII letters and digits joined by single hyphens.
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let mut slug = String::with_capacity(folded.len());
    for character in folded.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Whether `text` may be the id of an entry: ASCII lower case and digits in parts joined by single hyphens.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Composed form (NFC) with the OCR look-alikes ƣ, Ƣ, ð, Ð put right.
pub fn tidy(text: &str) -> String {
    text.chars().map(|character| look_alike(character).unwrap_or(character)).nfc().collect()
}

/// The letter that was meant, for the two letters that OCR and old fonts put in place of ư and đ.
pub const fn look_alike(character: char) -> Option<char> {
    match character {
        'ƣ' => Some('ư'),
        'Ƣ' => Some('Ư'),
        'ð' => Some('đ'),
        'Ð' => Some('Đ'),
        _ => None,
    }
}

pub fn is_composed(text: &str) -> bool {
    text.chars().all(is_always_composed) || is_nfc(text)
}

/// Whether [`tidy`] would leave the text as it is.
pub fn is_tidy(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii() || is_always_composed(letter) && look_alike(letter).is_none();
    text.chars().all(plain) || is_nfc(text) && text.chars().all(|letter| look_alike(letter).is_none())
}

/// Letters of Latin scripts and punctuation that are in NFC whatever stands beside them: nearly all that is written here.
/// What is left is looked up in the tables of Unicode, which takes several times as long.
const fn is_always_composed(letter: char) -> bool {
    matches!(letter, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}')
}

/// Edits (insert, delete, replace, swap of neighbours) between two short words.
pub fn distance(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
    for (at, row) in rows.iter_mut().enumerate() {
        row[0] = at;
    }
    rows[0] = (0..=right.len()).collect();
    for i in 1..=left.len() {
        for j in 1..=right.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[left.len()][right.len()]
}

/// `text` cut to at most `limit` characters at a word's end, with an ellipsis where something was left out.
pub fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit.saturating_sub(1)).collect();
    let kept = cut.rfind(' ').map_or(cut.as_str(), |space| &cut[..space]);
    format!("{}…", kept.trim_end_matches([',', ';', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_always_composed_are_so_by_the_tables() {
        use unicode_normalization::{IsNormalized, is_nfc_quick};
        for letter in ('\0'..='\u{ffff}').filter(|letter| is_always_composed(*letter)) {
            assert_eq!(is_nfc_quick([letter].into_iter()), IsNormalized::Yes, "{letter:?}");
        }
    }

    #[test]
    fn folding_drops_marks_and_keeps_letters() {
        assert_eq!(fold("Rượu sim Đạt Thơm Kẻ Gỗ"), "ruou sim dat thom ke go");
        assert_eq!(fold("TRƢỚC ðây"), "truoc day");
        assert_eq!(fold("nu\u{031b}o\u{031b}\u{0301}c"), "nuoc");
    }

    #[test]
    fn slugs_are_ascii_and_single_hyphened() {
        assert_eq!(slug("Bánh đa vừng “Hà Tâm” – loại 1"), "banh-da-vung-ha-tam-loai-1");
        assert!(is_slug("nuoc-mam-phu-sang"));
        assert!(!is_slug("Nuoc-mam") && !is_slug("a--b") && !is_slug("-a") && !is_slug(""));
    }

    #[test]
    fn tidy_composes_and_mends_look_alikes() {
        assert_eq!(tidy("trƣớc"), "trước");
        assert_eq!(tidy("Ðạt"), "Đạt");
        for text in ["trƣớc", "Ðạt", "ca\u{0309}", "Đạt trước cả", "日本 ½", "가 \u{1100}\u{1161}"] {
            assert_eq!(is_tidy(text), tidy(text) == text, "{text}");
        }
        assert!(is_composed(&tidy("nu\u{031b}o\u{031b}\u{0301}c")));
    }

    #[test]
    fn only_the_first_letter_opens_a_line() {
        assert_eq!(capitalized("đặc sản Hà Tĩnh"), "Đặc sản Hà Tĩnh");
        assert_eq!(capitalized("4 sao"), "4 sao");
        assert_eq!(capitalized(""), "");
    }

    #[test]
    fn distance_counts_a_swap_as_one() {
        assert_eq!(distance("thien-cam", "thien-cma"), 1);
        assert_eq!(distance("abc", ""), 3);
    }

    #[test]
    fn shortening_ends_at_a_word() {
        assert_eq!(shorten("nước mắm Phú Sáng", 12), "nước mắm…");
        assert_eq!(shorten("ngắn", 12), "ngắn");
    }
}
