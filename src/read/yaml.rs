//! The only door to `serde_yaml`, which is archived: text to typed values, with the English file laid over.

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

/// Reads `text` as a `T`.
///
/// # Errors
/// What `serde_yaml` says. The shape check has passed the text before, so this means that the two disagree.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// Reads `text` with the texts of `english` put in as the English side of each field.
///
/// # Errors
/// As [`read`].
pub fn read_with_english<T: DeserializeOwned>(text: &str, english: &str) -> Result<T, String> {
    let mut base: Value = read(text)?;
    if let Value::Mapping(overlay) = read(english)? {
        lay_over(&mut base, overlay);
    }
    serde_yaml::from_value(base).map_err(|error| error.to_string())
}

/// `{vi, en}` for each text of `overlay`; maps are entered, what the base lacks is put in.
fn lay_over(base: &mut Value, overlay: Mapping) {
    let Value::Mapping(base) = base else { return };
    for (key, value) in overlay {
        match (base.get_mut(&key), value) {
            (Some(Value::String(vi)), Value::String(en)) => {
                let mut both = Mapping::new();
                both.insert("vi".into(), Value::String(vi.clone()));
                both.insert("en".into(), Value::String(en));
                base.insert(key, Value::Mapping(both));
            }
            (Some(Value::Mapping(both)), Value::String(en)) => {
                both.insert("en".into(), Value::String(en));
            }
            (Some(inner @ Value::Mapping(_)), Value::Mapping(overlay)) => lay_over(inner, overlay),
            // English only, or a shape that differs: the typed read has the last word.
            (None, Value::String(en)) => {
                let mut only = Mapping::new();
                only.insert("en".into(), Value::String(en));
                base.insert(key, Value::Mapping(only));
            }
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::raw::common::{Text, TextMap};

    #[test]
    fn english_texts_become_the_english_side() {
        #[derive(serde::Deserialize)]
        struct Entry {
            name: Text,
            summary: Option<Text>,
        }
        let entry: Entry = read_with_english("name: Nước mắm\n", "name: Fish sauce\nsummary: Salty.\n").unwrap();
        assert_eq!(entry.name, Text::Both(TextMap { vi: Some("Nước mắm".into()), en: Some("Fish sauce".into()) }));
        assert_eq!(entry.summary, Some(Text::Both(TextMap { vi: None, en: Some("Salty.".into()) })));
    }
}
