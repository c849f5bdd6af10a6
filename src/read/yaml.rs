//! From a parsed file to typed values, with the English file laid over. What a value means is `serde_yaml`'s business, by
//! whose rules [`scalar`] reads; `serde_yaml` itself, which is archived, reads texts here and nowhere else.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::read::scalar::{self, Scalar};
use crate::source::field::FieldPath;
use crate::source::yaml_tree::{Key, Node, Value};

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
    T::deserialize(Reader(tree.map_or(NOTHING, |tree| tree.value))).map_err(|error| error.to_string())
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
    let mut base = tree;
    let mut lonely = Vec::new();
    if let (Some(base), Value::Map(overlay)) = (&mut base, english.value) {
        lay_over(&mut base.value, overlay, &FieldPath::root(), &mut lonely);
    }
    Ok((typed(base)?, lonely))
}

const NOTHING: Value = Value::Scalar { text: String::new(), plain: true };

/// A value as `serde` asks for it: a test holds it against what `serde_yaml` reads where the tree was parsed from.
struct Reader(Value);

impl<'de> IntoDeserializer<'de, Error> for Reader {
    type Deserializer = Reader;

    fn into_deserializer(self) -> Reader {
        self
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Map(entries) => {
                let entries = entries.into_iter().map(|(key, node)| (key.name, Reader(node.value)));
                let mut map = MapDeserializer::new(entries);
                let value = visitor.visit_map(&mut map)?;
                map.end().map(|()| value)
            }
            Value::Seq(items) => {
                let mut list = SeqDeserializer::new(items.into_iter().map(|node| Reader(node.value)));
                let value = visitor.visit_seq(&mut list)?;
                list.end().map(|()| value)
            }
            Value::Scalar { text, plain } => match meaning(&text, plain) {
                Scalar::Nothing => visitor.visit_unit(),
                Scalar::YesNo(yes) => visitor.visit_bool(yes),
                Scalar::Whole(number) => match u64::try_from(number) {
                    Ok(number) => visitor.visit_u64(number),
                    Err(_) => visitor.visit_i64(number),
                },
                Scalar::Number(number) => visitor.visit_f64(number),
                Scalar::Text => visitor.visit_string(text),
            },
            Value::Alias => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0 {
            Value::Alias => visitor.visit_none(),
            Value::Scalar { text, plain } if meaning(text, *plain) == Scalar::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::Scalar { text, .. } => visitor.visit_enum(text.into_deserializer()),
            _ => Err(Error::custom("a word was expected")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

fn meaning(text: &str, plain: bool) -> Scalar {
    if plain { scalar::plain(text) } else { Scalar::Text }
}

/// `{vi, en}` for each text of `overlay`; blocks of fields are entered.
fn lay_over(base: &mut Value, overlay: Vec<(Key, Node)>, field: &FieldPath, lonely: &mut Vec<FieldPath>) {
    let Value::Map(base) = base else { return };
    for (key, english) in overlay {
        let inner_field = field.key(&key.name);
        let known = base.iter_mut().find(|(known, _)| known.name == key.name).map(|(_, node)| node);
        match (known, english.value) {
            (Some(vi), en) if is_text(&vi.value) && is_text(&en) => {
                let en = Node { value: en, span: english.span, header: None };
                let both = vec![(side("vi", vi), vi.clone()), (side("en", &en), en)];
                vi.value = Value::Map(both);
            }
            (Some(Node { value: Value::Map(both), .. }), en) if is_text(&en) => {
                let en = Node { value: en, span: english.span, header: None };
                both.retain(|(key, _)| key.name != "en");
                both.push((side("en", &en), en));
            }
            (Some(inner), Value::Map(overlay)) if matches!(inner.value, Value::Map(_)) => {
                lay_over(&mut inner.value, overlay, &inner_field, lonely);
            }
            _ => lonely.push(inner_field),
        }
    }
}

fn is_text(value: &Value) -> bool {
    matches!(value, Value::Scalar { text, plain } if meaning(text, *plain) == Scalar::Text)
}

/// The key of one language, at the place of its text.
fn side(lang: &str, text: &Node) -> Key {
    Key { name: lang.to_owned(), span: text.span.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::raw::common::{Text, TextMap};
    use crate::source::yaml_tree;

    fn tree(text: &str) -> Option<Node> {
        yaml_tree::parse(text, 0).0
    }

    #[test]
    fn a_parsed_file_means_what_serde_yaml_reads_in_its_text() {
        let text = "a: 3\nb: [x, 'y: z', 0x1F, ~, -1.5]\nc:\n  d: true\n  e: |\n    hai\n    dòng\n  f: >-\n    một\n    dòng\n\
                    g: 2020-07\nh: \"nháy \\u00e9\"\ni: 0912345678\nj: {k: [], l: {}}\n";
        assert_eq!(typed::<serde_yaml::Value>(tree(text)), read(text));
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
