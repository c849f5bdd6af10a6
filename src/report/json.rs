//! A report as JSON: rows by key, each number with the entries that it counts.

use serde_json::{Map, Value, json};

use crate::report::{Cell, Table};

pub fn text(table: &Table) -> String {
    let columns: Vec<Value> =
        table.columns.iter().map(|column| json!({ "key": column.key, "title": column.heading() })).collect();
    let value = json!({
        "report": table.name,
        "title": table.title,
        "date": table.date.to_string(),
        "definitions": table.definitions,
        "columns": columns,
        "rows": table.rows.iter().map(|row| object(row, table)).collect::<Vec<_>>(),
        "sums": table.sums.as_ref().map(|row| object(row, table)),
    });
    format!("{value:#}\n")
}

fn object(row: &[Cell], table: &Table) -> Value {
    let pairs = row.iter().zip(&table.columns).map(|(cell, column)| (column.key.clone(), value(cell)));
    Value::Object(pairs.collect::<Map<_, _>>())
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Whole(number) => json!(number),
        Cell::Date(date) => json!(date.to_string()),
        Cell::Count(traces) => {
            let ids: Vec<&str> = traces.iter().map(|trace| trace.id.as_str()).collect();
            json!({ "count": traces.len(), "entries": ids })
        }
    }
}
