//! A text in Fluent: phrases by key, with their placeables filled.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::base::lang::Lang;

/// The phrases of one text that the program carries with it.
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

    pub fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }

    /// The phrase `key` with its placeables filled.
    pub fn say(&self, key: &str, pairs: &[(&str, &str)]) -> String {
        self.find(key, None, pairs).unwrap_or_else(|| panic!("there is no phrase `{key}`"))
    }

    /// The phrase `key`, or one of its attributes; `None` when there is no such thing.
    pub fn find(&self, key: &str, attribute: Option<&str>, pairs: &[(&str, &str)]) -> Option<String> {
        let message = self.0.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::new();
        for (name, value) in pairs {
            args.set(*name, *value);
        }
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text)
    }
}
