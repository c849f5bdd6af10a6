//! Words of a text as search sees them: the folded word (no marks, đ as d) and its exact form.
//!
//! `themes/default/scripts/search-words.js` holds the same rules for queries; `tests/golden/search-words.json` is the
//! table of cases that both must pass.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word {
    /// Lower case without marks: `mam`.
    pub fold: String,
    /// Vowel qualities and đ kept, the tone moved to a final digit: `măm1`; so hoà and hòa are one form.
    pub exact: String,
}

/// The tone as the digit that VNI typists use: sắc 1, huyền 2, hỏi 3, ngã 4, nặng 5.
const fn tone(mark: char) -> Option<u8> {
    match mark {
        '\u{0301}' => Some(1),
        '\u{0300}' => Some(2),
        '\u{0309}' => Some(3),
        '\u{0303}' => Some(4),
        '\u{0323}' => Some(5),
        _ => None,
    }
}

/// The letter that `base` becomes under a breve, circumflex or horn.
const fn quality(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        ('a', '\u{0306}') => Some('ă'),
        ('a', '\u{0302}') => Some('â'),
        ('e', '\u{0302}') => Some('ê'),
        ('o', '\u{0302}') => Some('ô'),
        ('o', '\u{031b}') => Some('ơ'),
        ('u', '\u{031b}') => Some('ư'),
        _ => None,
    }
}

/// The words of `text`: runs of letters, digits and marks. Apostrophes vanish, so "Cư M’gar" gives `cu` and `mgar`.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut maker = Maker::default();
    for character in text.chars().flat_map(char::to_lowercase) {
        if character.is_ascii_alphanumeric() {
            maker.push(character);
        } else if !matches!(character, '\'' | '’' | 'ʼ' | '`' | '´') {
            maker.take_other(character, &mut words);
        }
    }
    maker.finish(&mut words);
    words
}

/// The folded words alone, joined by spaces.
pub fn folded(text: &str) -> String {
    let folds: Vec<String> = words(text).into_iter().map(|word| word.fold).collect();
    folds.join(" ")
}

/// Calls `each` with every folded word, without allocating for each: long texts are most of a corpus.
pub fn each_fold(text: &str, table: &FoldTable, mut each: impl FnMut(&str)) {
    let mut fold = String::new();
    for character in text.chars() {
        match table.get(character) {
            Fold::Letter(letter) => fold.push(letter),
            Fold::Nothing => {}
            Fold::Break if !fold.is_empty() => {
                each(&fold);
                fold.clear();
            }
            Fold::Break => {}
        }
    }
    if !fold.is_empty() {
        each(&fold);
    }
}

/// What folding makes of each character up to the end of Latin Extended Additional.
pub struct FoldTable(Vec<Fold>);

#[derive(Clone, Copy)]
enum Fold {
    Letter(char),
    Nothing,
    Break,
}

const TABLE_END: u32 = 0x1f00;

impl Default for FoldTable {
    fn default() -> FoldTable {
        FoldTable::new()
    }
}

impl FoldTable {
    pub fn new() -> FoldTable {
        FoldTable((0..TABLE_END).map(|code| char::from_u32(code).map_or(Fold::Break, fold_of)).collect())
    }

    fn get(&self, character: char) -> Fold {
        self.0.get(character as usize).copied().unwrap_or_else(|| fold_of(character))
    }
}

/// The first letter that a character folds to; characters that give several letters do not occur in catalogues.
fn fold_of(character: char) -> Fold {
    if is_combining_mark(character) || matches!(character, '\'' | '’' | 'ʼ' | '`' | '´') {
        return Fold::Nothing;
    }
    let text = character.to_string();
    words(&text).first().and_then(|word| word.fold.chars().next()).map_or(Fold::Break, Fold::Letter)
}

#[derive(Default)]
struct Maker {
    fold: String,
    exact: String,
    tone: Option<u8>,
}

impl Maker {
    fn push(&mut self, character: char) {
        self.fold.push(character);
        self.exact.push(character);
    }

    fn take_other(&mut self, character: char, words: &mut Vec<Word>) {
        for part in std::iter::once(character).nfd() {
            match part {
                'đ' | 'ð' => {
                    self.fold.push('d');
                    self.exact.push('đ');
                }
                'ƣ' => {
                    self.fold.push('u');
                    self.exact.push('ư');
                }
                _ if is_combining_mark(part) => self.mark(part),
                _ if part.is_alphanumeric() => self.push(part),
                _ => self.finish(words),
            }
        }
    }

    fn mark(&mut self, mark: char) {
        if let Some(digit) = tone(mark) {
            self.tone = Some(digit);
        } else if let Some(letter) = self.exact.chars().next_back().and_then(|last| quality(last, mark)) {
            self.exact.pop();
            self.exact.push(letter);
        }
    }

    fn finish(&mut self, words: &mut Vec<Word>) {
        if !self.fold.is_empty() {
            let mut exact = std::mem::take(&mut self.exact);
            exact.extend(self.tone.map(|digit| char::from(b'0' + digit)));
            words.push(Word { fold: std::mem::take(&mut self.fold), exact });
        }
        self.exact.clear();
        self.tone = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = words(text);
        let found: Vec<(&str, &str)> = found.iter().map(|word| (word.fold.as_str(), word.exact.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_keep_their_exact_form_beside_the_folded_one() {
        check("Nước MẮM", &[("nuoc", "nươc1"), ("mam", "măm1")]);
        check("Đũa, dừa", &[("dua", "đua4"), ("dua", "dưa2")]);
        check("500g café", &[("500g", "500g"), ("cafe", "cafe1")]);
    }

    #[test]
    fn both_tone_placements_both_normal_forms_and_look_alikes_are_one_word() {
        check("hoà hòa", &[("hoa", "hoa2"), ("hoa", "hoa2")]);
        check("nu\u{031b}o\u{031b}\u{0301}c trƣớc", &[("nuoc", "nươc1"), ("truoc", "trươc1")]);
        check("Cư M'gar, Ea H’Leo", &[("cu", "cư"), ("mgar", "mgar"), ("ea", "ea"), ("hleo", "hleo")]);
    }
}
