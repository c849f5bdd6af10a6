//! A report as Markdown: the table, its definitions, and under it what each number counts.

use std::fmt::Write;

use crate::base::date::PartialDate;
use crate::report::{Cell, Table, shown_date};

pub fn text(table: &Table) -> String {
    let mut text = format!("# {}\n\nNgày lập: {}.\n\n", table.title, shown_date(PartialDate::Day(table.date)));
    for definition in &table.definitions {
        let _ = writeln!(text, "- {definition}");
    }
    text.push('\n');
    push_row(&mut text, table.columns.iter().map(super::Column::heading));
    push_row(&mut text, table.columns.iter().map(|_| "---".to_owned()));
    for row in table.rows.iter().chain(&table.sums) {
        push_row(&mut text, row.iter().map(Cell::shown));
    }
    let mut evidence = table.evidence().peekable();
    if evidence.peek().is_some() {
        text.push_str("\n## Căn cứ của từng con số\n\n");
    }
    for (row, column, traces) in evidence {
        let ids: Vec<&str> = traces.iter().map(|trace| trace.id.as_str()).collect();
        let _ = writeln!(text, "- {row}, {column}: {}", ids.join(", "));
    }
    text
}

fn push_row(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        let cell = cell.replace('|', "\\|").replace('\n', "<br>");
        let _ = write!(text, " {cell} |");
    }
    text.push('\n');
}
