//! Vietnamese alphabetical order (a ă â b c d đ e ê … ; ngang, huyền, hỏi, ngã, sắc, nặng), from compiled data.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use rayon::prelude::*;

/// Compares names as a Vietnamese index does; numbers by value.
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    pub fn vietnamese() -> Collation {
        let mut preferences = CollatorPreferences::from(locale!("vi"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Collation(
            Collator::try_new(preferences, CollatorOptions::default())
                .expect("the Vietnamese collation is compiled into the program"),
        )
    }

    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.0.compare(left, right)
    }

    /// Sorts by name, then by a tie-breaker that is unique, so that the order never depends on the input's.
    pub fn sort_by_name<T: Send, K: Ord + Send>(
        &self,
        items: &mut [T],
        name: impl Fn(&T) -> &str + Sync,
        tie: impl Fn(&T) -> K + Sync,
    ) {
        items.par_sort_by_cached_key(|item| (self.sort_key(name(item)), tie(item)));
    }

    /// Bytes that compare as the names do.
    fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(3 * name.len());
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key
    }
}

/// The letter of the alphabet under which a name stands: tone marks dropped, Đ, Ơ, Ư and the like kept.
pub fn index_letter(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    const TONES: [char; 5] = ['\u{0300}', '\u{0301}', '\u{0303}', '\u{0309}', '\u{0323}'];
    let Some(first) = name.chars().find(|character| character.is_alphanumeric()) else {
        return "#".to_owned();
    };
    if first.is_numeric() {
        return "0–9".to_owned();
    }
    first.to_uppercase().nfd().filter(|mark| !TONES.contains(mark)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn sort_keys_compare_as_names_do(
            left in "([a-eđơưA-E0-9 ]|[àáảãạằắẳẵặ]|[.,()-]|\\PC){0,12}", right in "([a-eđơưA-E0-9 ]|[àáảãạằắẳẵặ]|[.,()-]|\\PC){0,12}"
        ) {
            let collation = Collation::vietnamese();
            let by_key = collation.sort_key(&left).cmp(&collation.sort_key(&right));
            proptest::prop_assert_eq!(by_key, collation.compare(&left, &right));
        }
    }

    #[test]
    fn vietnamese_letters_and_tones_sort_in_dictionary_order() {
        let mut words =
            vec!["đa", "da", "Ơ", "Ô", "O", "ma", "má", "mạ", "mà", "mả", "mã", "Nước mắm 40", "Nước mắm 4"];
        Collation::vietnamese().sort_by_name(&mut words, |word| word, |word| *word);
        assert_eq!(words, ["da", "đa", "ma", "mà", "mả", "mã", "má", "mạ", "Nước mắm 4", "Nước mắm 40", "O", "Ô", "Ơ"]);
    }

    #[test]
    fn index_letters_keep_the_letters_of_the_alphabet_apart() {
        assert_eq!(index_letter("Đạt"), "Đ");
        assert_eq!(index_letter("ớt"), "Ơ");
        assert_eq!(index_letter("Ấm"), "Â");
        assert_eq!(index_letter("“Cu đơ”"), "C");
        assert_eq!(index_letter("38 Anh Béo"), "0–9");
    }
}
