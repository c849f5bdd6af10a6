//! The only door to `serde_yaml`, which is archived: text to typed values, with the English file laid over.

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use crate::source::field::FieldPath;

/// Reads `text` as a `T`.
///
/// # Errors
/// What `serde_yaml` says. The shape check has passed the text before, so this means that the two disagree.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// Reads `text` with the texts of `english` put in as the English side of each field. Also returns the fields that
/// only `english` has: they lack their Vietnamese side.
///
/// # Errors
/// As [`read`].
pub fn read_with_english<T: DeserializeOwned>(text: &str, english: &str) -> Result<(T, Vec<FieldPath>), String> {
    let mut base: Value = read(text)?;
    let mut lonely = Vec::new();
    if let Value::Mapping(overlay) = read(english)? {
        lay_over(&mut base, overlay, &FieldPath::root(), &mut lonely);
    }
    let value = serde_yaml::from_value(base).map_err(|error| error.to_string())?;
    Ok((value, lonely))
}

/// `{vi, en}` for each text of `overlay`; blocks of fields are entered.
fn lay_over(base: &mut Value, overlay: Mapping, field: &FieldPath, lonely: &mut Vec<FieldPath>) {
    let Value::Mapping(base) = base else { return };
    for (key, value) in overlay {
        let inner_field = field.key(key.as_str().unwrap_or_default());
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
            (Some(inner @ Value::Mapping(_)), Value::Mapping(overlay)) => {
                lay_over(inner, overlay, &inner_field, lonely)
            }
            _ => lonely.push(inner_field),
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
        let (entry, lonely): (Entry, _) =
            read_with_english("name: Nước mắm\n", "name: Fish sauce\nsummary: Salty.\n").unwrap();
        assert_eq!(entry.name, Text::Both(TextMap { vi: Some("Nước mắm".into()), en: Some("Fish sauce".into()) }));
        assert_eq!((entry.summary, lonely), (None, vec![FieldPath::root().key("summary")]));
    }
}
