//! Closed vocabularies in an editor's form, with the interface's Vietnamese words for each.

use serde_json::{Value, json};

use crate::lexicon;
use crate::read::schema::words;

/// The vocabulary that the definition `name` is, as `enum` with `enumDescriptions`; `None` when it is none.
///
/// schemars splits a vocabulary over its words with and without comments; editors want one list.
pub fn of(name: &str, schema: &Value) -> Option<Value> {
    let words = words(schema)?;
    let vocabulary = lexicon::vocabulary(name);
    let descriptions: Vec<&str> =
        words.iter().map(|word| lexicon::term(&vocabulary, word).unwrap_or_default()).collect();
    let mut vocabulary = json!({ "type": "string", "enum": words });
    if descriptions.iter().any(|text| !text.is_empty()) {
        vocabulary["enumDescriptions"] = json!(descriptions);
    }
    Some(vocabulary)
}
