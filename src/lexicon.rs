//! Words for people: the interface's Vietnamese words for closed vocabularies, from the default theme, and phrases of
//! commands in both languages.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::base::lang::Lang;

const WORDS: &str = include_str!("../themes/default/strings/terms/vi.ftl");

/// The words for `word` of a vocabulary: `certificate` and `lapsed` are `term-certificate-lapsed`.
pub fn term(vocabulary: &str, word: &str) -> Option<&'static str> {
    let key = format!("term-{vocabulary}-{word} = ");
    WORDS.lines().find_map(|line| line.strip_prefix(key.as_str()))
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

/// The phrases of one command, in Fluent.
pub struct Phrases(FluentBundle<FluentResource>);

impl Phrases {
    /// Of two texts with the same keys, that of `lang`.
    pub fn new(lang: Lang, vietnamese: &str, english: &str) -> Phrases {
        let text = match lang {
            Lang::Vi => vietnamese,
            Lang::En => english,
        };
        let id: LanguageIdentifier = lang.tag().parse().expect("our languages have valid tags");
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, faults)| faults)
            .expect("our phrases are valid Fluent");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("each key has one phrase");
        Phrases(bundle)
    }

    /// The phrase `key` with its placeables filled.
    pub fn say(&self, key: &str, pairs: &[(&str, &str)]) -> String {
        let message = self.0.get_message(key).and_then(|message| message.value());
        let pattern = message.unwrap_or_else(|| panic!("there is no phrase `{key}`"));
        let mut args = FluentArgs::new();
        for (name, value) in pairs {
            args.set(*name, *value);
        }
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_words_lead_to_the_interfaces_words() {
        assert_eq!(term(&vocabulary("RecognitionEvent"), "lapsed"), Some("Hết hiệu lực"));
        assert_eq!(term("certificate", "no such"), None);
    }
}
