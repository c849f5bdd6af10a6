//! A report as CSV (RFC 4180) that Excel opens with its Vietnamese letters right: UTF-8 with a byte order mark.

use crate::report::{Cell, Table};

/// Bytes with a byte order mark, commas and CRLF. A last column names the entries behind the row's numbers.
pub fn bytes(table: &Table) -> Vec<u8> {
    let counted = table.rows.iter().flatten().any(|cell| matches!(cell, Cell::Count(_)));
    let mut headings: Vec<String> = table.columns.iter().map(super::Column::heading).collect();
    if counted {
        headings.push("Căn cứ (mã)".to_owned());
    }
    let mut text = String::from("\u{feff}");
    push_row(&mut text, &headings);
    for row in table.rows.iter().chain(&table.sums) {
        let mut fields: Vec<String> = row.iter().map(guarded).collect();
        if counted {
            fields.push(basis_of(row, table));
        }
        push_row(&mut text, &fields);
    }
    text.into_bytes()
}

/// `Số ý tưởng tham gia 2021: products/a, products/b; …`
fn basis_of(row: &[Cell], table: &Table) -> String {
    let named = row.iter().zip(&table.columns).filter_map(|(cell, column)| match cell {
        Cell::Count(traces) if !traces.is_empty() => {
            let ids: Vec<&str> = traces.iter().map(|trace| trace.id.as_str()).collect();
            Some(format!("{}: {}", column.heading(), ids.join(", ")))
        }
        _ => None,
    });
    named.collect::<Vec<_>>().join("; ")
}

/// Text that a spreadsheet would run as a formula is kept a text by an apostrophe, which `import` takes off again.
fn guarded(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t']) => format!("'{text}"),
        other => other.shown(),
    }
}

fn push_row(text: &mut String, fields: &[String]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        if field.contains([',', '"', '\n', '\r', ';']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(field);
        }
    }
    text.push_str("\r\n");
}
