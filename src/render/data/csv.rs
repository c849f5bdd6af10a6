//! Rows as CSV (RFC 4180): comma, quotes where needed, CRLF. Lists are joined by `;`, a text in two languages is two columns.

use serde_json::Value;

use crate::render::data::Record;
use crate::render::data::dictionary::{Field, FieldType};

/// A table with its header.
pub fn table(fields: &[Field], records: &[Record]) -> String {
    let mut text = String::new();
    line(&mut text, fields.iter().flat_map(header));
    for record in records {
        line(&mut text, fields.iter().flat_map(|(name, of)| cells(*of, record.get(*name))));
    }
    text
}

fn header((name, of): &Field) -> Vec<String> {
    match of {
        FieldType::Localized => vec![format!("{name}_vi"), format!("{name}_en")],
        _ => vec![(*name).to_owned()],
    }
}

fn cells(of: FieldType, value: Option<&Value>) -> Vec<String> {
    match of {
        FieldType::Localized => {
            let side = |lang: &str| cell(value.and_then(|value| value.get(lang)));
            vec![side("vi"), side("en")]
        }
        _ => vec![cell(value)],
    }
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => items.iter().map(|item| cell(Some(item))).collect::<Vec<_>>().join(";"),
        Some(other) => other.to_string(),
    }
}

/// Writes one line of a table.
pub fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn cells_are_quoted_only_where_they_must_be() {
        assert_eq!(quoted("Nước mắm “Phú Sáng”"), "Nước mắm “Phú Sáng”");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("a\nb"), "\"a\nb\"");
    }

    #[test]
    fn tables_flatten_languages_and_lists() {
        let fields = [("id", FieldType::Id), ("name", FieldType::Localized), ("sources", FieldType::List)];
        let Value::Object(record) = json!({ "id": "a", "name": { "vi": "Á, b", "en": null }, "sources": ["x", "y"] })
        else {
            unreachable!("an object was written")
        };
        assert_eq!(table(&fields, &[record]), "id,name_vi,name_en,sources\r\na,\"Á, b\",,x;y\r\n");
    }
}
