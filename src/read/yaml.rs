//! The only door to `serde_yaml`, which is archived: text or tree to typed values, with the English file laid over.

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use crate::read::scalar::{self, Scalar};
use crate::source::field::FieldPath;
use crate::source::yaml_tree::{self, Node};

/// Reads `text` as a `T`.
///
/// # Errors
/// What `serde_yaml` says. The shape check has passed the text before, so this means that the two disagree.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// Reads a parsed file as a `T`: its text is not parsed again.
///
/// # Errors
/// As [`read`].
pub fn typed<T: DeserializeOwned>(tree: Option<Node>) -> Result<T, String> {
    serde_yaml::from_value(tree.map_or(Value::Null, value)).map_err(|error| error.to_string())
}

/// Reads a parsed file with the texts of `english` put in as the English side of each field. Also returns the fields
/// that only `english` has: they lack their Vietnamese side.
///
/// # Errors
/// As [`read`].
pub fn typed_with_english<T: DeserializeOwned>(
    tree: Option<Node>,
    english: Node,
) -> Result<(T, Vec<FieldPath>), String> {
    let mut base = tree.map_or(Value::Null, value);
    let mut lonely = Vec::new();
    if let Value::Mapping(overlay) = value(english) {
        lay_over(&mut base, overlay, &FieldPath::root(), &mut lonely);
    }
    let value = serde_yaml::from_value(base).map_err(|error| error.to_string())?;
    Ok((value, lonely))
}

/// The value that `serde_yaml` reads where the tree was parsed from: a test holds the two together.
fn value(node: Node) -> Value {
    match node.value {
        yaml_tree::Value::Map(entries) => {
            let mut map = Mapping::with_capacity(entries.len());
            for (key, node) in entries {
                map.insert(Value::String(key.name), value(node));
            }
            Value::Mapping(map)
        }
        yaml_tree::Value::Seq(items) => Value::Sequence(items.into_iter().map(value).collect()),
        yaml_tree::Value::Scalar { text, plain } => scalar(text, plain),
        yaml_tree::Value::Alias => Value::Null,
    }
}

fn scalar(text: String, plain: bool) -> Value {
    match if plain { scalar::plain(&text) } else { Scalar::Text } {
        Scalar::Nothing => Value::Null,
        Scalar::YesNo(yes) => yes.into(),
        Scalar::Whole(number) => number.into(),
        Scalar::Number(number) => number.into(),
        Scalar::Text => Value::String(text),
    }
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

    fn tree(text: &str) -> Option<Node> {
        yaml_tree::parse(text, 0).0
    }

    #[test]
    fn a_parsed_file_means_what_serde_yaml_reads_in_its_text() {
        let text = "a: 3\nb: [x, 'y: z', 0x1F, ~, -1.5]\nc:\n  d: true\n  e: |\n    hai\n    dòng\n  f: >-\n    một\n    dòng\n\
                    g: 2020-07\nh: \"nháy \\u00e9\"\ni: 0912345678\nj: {k: [], l: {}}\n";
        assert_eq!(tree(text).map(value), Some(read(text).unwrap()));
    }

    #[test]
    fn english_texts_become_the_english_side() {
        #[derive(serde::Deserialize)]
        struct Entry {
            name: Text,
            summary: Option<Text>,
        }
        let (entry, lonely): (Entry, _) =
            typed_with_english(tree("name: Nước mắm\n"), tree("name: Fish sauce\nsummary: Salty.\n").unwrap()).unwrap();
        assert_eq!(entry.name, Text::Both(TextMap { vi: Some("Nước mắm".into()), en: Some("Fish sauce".into()) }));
        assert_eq!((entry.summary, lonely), (None, vec![FieldPath::root().key("summary")]));
    }
}
