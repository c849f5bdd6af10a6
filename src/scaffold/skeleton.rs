//! The text of a skeleton: answered fields as they are, every other as a question with its example, all in the order of
//! the schema.

use std::fmt::Write;

use crate::base::text::fold;
use crate::editor::handbook::{Handbook, Section};
use crate::read::layout::Kind;
use crate::read::schema::{self, Shape};
use crate::scaffold::{Answers, Chosen};
use crate::source::question::MARK;

/// The file of a new entry.
pub fn text(kind: Kind, answers: &Answers) -> String {
    let handbook = Handbook::read();
    let section = handbook.of_kind(kind).cloned().unwrap_or_default();
    let mut text = String::new();
    if let Shape::Map(fields) = schema::shape(kind) {
        for key in fields.known.keys() {
            field(&mut text, key, kind, answers, &section);
        }
    }
    if kind.entry_folder().is_some() { format!("---\n{text}---\n") } else { text }
}

fn field(text: &mut String, key: &str, kind: Kind, answers: &Answers, section: &Section) {
    if let Some(row) = section.rows.get(key) {
        let _ = writeln!(text, "# {}", row.meaning().trim());
    }
    match active(key, kind, answers) {
        Some(lines) => text.push_str(&lines),
        None => question(text, key, section),
    }
}

/// The field as a comment: the handbook's example file, else the example of its row, else the bare key.
fn question(text: &mut String, key: &str, section: &Section) {
    let example = section.example_of(key);
    if !example.is_empty() {
        for line in example {
            let _ = writeln!(text, "# {line}");
        }
        return;
    }
    let value = section.rows.get(key).map(|row| row.example.replace('`', "")).unwrap_or_default();
    let _ = writeln!(text, "# {key}:{}{value}", if value.is_empty() { "" } else { " " });
}

/// The lines of a field that has an answer.
fn active(key: &str, kind: Kind, answers: &Answers) -> Option<String> {
    let quoted = format!("\"{}\"", answers.name.replace('\\', "\\\\").replace('"', "\\\""));
    match (key, kind) {
        ("name", _) | ("title", Kind::Source) => {
            let mark = if answers.name_guessed { format!("{MARK} viết tên có dấu\n") } else { String::new() };
            Some(format!("{mark}{key}: {quoted}\n"))
        }
        ("producer", _) => answers.producer.as_ref().map(|chosen| reference(key, chosen, "đúng chủ thể chưa")),
        ("category", Kind::Product) => {
            let group = answers.group.as_ref()?;
            let inner = reference("group", group, "đúng nhóm chưa");
            let inner: String = inner.lines().map(|line| format!("  {line}\n")).collect();
            Some(format!("category:\n{inner}  # subgroup: 9\n"))
        }
        ("place", _) => answers
            .place
            .as_ref()
            .map(|place| format!("place:\n  unit: {}\n  # detail: thôn, đường, số nhà\n", place.id)),
        // A drink with alcohol must state its strength; unknown is an answer.
        ("abv", Kind::Product) if is_drink(&answers.name) => {
            Some(format!("{MARK} độ cồn ghi trên nhãn\nabv: unknown\n"))
        }
        ("type", Kind::Source) => Some(format!("{MARK} loại nguồn\ntype: other\n")),
        ("type", Kind::PointOfSale) => Some(format!("{MARK} đúng loại chưa\ntype: ocop_shop\n")),
        ("type", Kind::Venue) => Some(format!("{MARK} đúng loại chưa\ntype: restaurant\n")),
        ("type", Kind::Destination) => Some(format!("{MARK} đúng loại chưa\ntype: other\n")),
        ("publisher", Kind::Source) => Some(format!("{MARK} nơi ban hành hoặc đăng\npublisher: Chưa ghi\n")),
        // The weakest grade: it carries no star until somebody has looked.
        ("grade", Kind::Source) => Some(format!("{MARK} hạng nguồn\ngrade: C\n")),
        ("sources", _) => answers.source.as_ref().map(|chosen| reference(key, chosen, "đúng nguồn chưa")),
        _ => None,
    }
}

fn reference(key: &str, chosen: &Chosen, question: &str) -> String {
    let mark =
        if chosen.guessed { format!("{MARK} {question}: {}\n", chosen.name.replace('\n', " ")) } else { String::new() };
    format!("{mark}{key}: {}\n", chosen.id)
}

fn is_drink(name: &str) -> bool {
    matches!(fold(name).split(' ').next(), Some("ruou" | "bia"))
}
