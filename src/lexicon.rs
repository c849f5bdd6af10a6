//! The interface's words for closed vocabularies, from the default theme.

const WORDS: &str = include_str!("../themes/default/strings/terms/vi.ftl");
const ENGLISH: &str = include_str!("../themes/default/strings/terms/en.ftl");

/// The Vietnamese words for `word` of a vocabulary: `certificate` and `lapsed` are `term-certificate-lapsed`.
pub fn term(vocabulary: &str, word: &str) -> Option<&'static str> {
    find(WORDS, vocabulary, word)
}

/// As [`term`], in English.
pub fn english(vocabulary: &str, word: &str) -> Option<&'static str> {
    find(ENGLISH, vocabulary, word)
}

fn find(words: &'static str, vocabulary: &str, word: &str) -> Option<&'static str> {
    let key = format!("term-{vocabulary}-{word} = ");
    words.lines().find_map(|line| line.strip_prefix(key.as_str()))
}

/// The key of a vocabulary by the name of its type: `RecognitionEvent` is `recognition-event`.
pub fn vocabulary(type_name: &str) -> String {
    let mut key = String::new();
    for letter in type_name.chars() {
        if letter.is_uppercase() && !key.is_empty() {
            key.push('-');
        }
        key.extend(letter.to_lowercase());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_words_lead_to_the_interfaces_words() {
        assert_eq!(term(&vocabulary("RecognitionEvent"), "lapsed"), Some("Hết hiệu lực"));
        assert_eq!(english("recognition-event", "lapsed"), Some("Lapsed"));
        assert_eq!(term("certificate", "no such"), None);
    }
}
