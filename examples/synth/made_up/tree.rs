//! YAML as officers write it: block style, two spaces, plain words where they can stand unquoted.

/// A value to be written.
#[derive(Debug, Clone)]
pub enum Tree {
    /// An id, a number, a date, a word of a vocabulary.
    Word(String),
    /// Free text.
    Text(String),
    List(Vec<Tree>),
    Map(Map),
}

pub type Map = Vec<(&'static str, Tree)>;

pub fn word(value: impl ToString) -> Tree {
    Tree::Word(value.to_string())
}

pub fn text(value: impl Into<String>) -> Tree {
    Tree::Text(value.into())
}

pub fn words<T: ToString>(values: impl IntoIterator<Item = T>) -> Tree {
    Tree::List(values.into_iter().map(word).collect())
}

/// A text in one language or in both.
pub fn both(vi: impl Into<String>, en: Option<String>) -> Tree {
    match en {
        Some(en) => Tree::Map(vec![("vi", text(vi)), ("en", text(en))]),
        None => text(vi),
    }
}

/// The text of a file of fields.
pub fn yaml(map: &Map) -> String {
    let mut out = String::new();
    write_map(map, 0, &mut out);
    out
}

/// The text of a file of fields with a body.
pub fn markdown(map: &Map, body: &str) -> String {
    if body.is_empty() { format!("---\n{}---\n", yaml(map)) } else { format!("---\n{}---\n\n{body}", yaml(map)) }
}

fn write_map(map: &Map, depth: usize, out: &mut String) {
    for (at, (key, value)) in map.iter().enumerate() {
        // The first key of a list's item stands behind its dash.
        if at > 0 || !out.ends_with("- ") {
            out.push_str(&"  ".repeat(depth));
        }
        out.push_str(key);
        out.push(':');
        match value {
            Tree::Map(inner) => {
                out.push('\n');
                write_map(inner, depth + 1, out);
            }
            Tree::List(items) if !items.iter().all(|item| matches!(item, Tree::Word(_))) => {
                out.push('\n');
                for item in items {
                    out.push_str(&"  ".repeat(depth + 1));
                    out.push_str("- ");
                    write_item(item, depth + 2, out);
                }
            }
            flat => {
                out.push(' ');
                write_flat(flat, out);
                out.push('\n');
            }
        }
    }
}

fn write_item(item: &Tree, depth: usize, out: &mut String) {
    match item {
        Tree::Map(map) => write_map(map, depth, out),
        flat => {
            write_flat(flat, out);
            out.push('\n');
        }
    }
}

fn write_flat(value: &Tree, out: &mut String) {
    match value {
        Tree::Word(word) => out.push_str(word),
        Tree::Text(text) if is_plain(text) => out.push_str(text),
        Tree::Text(text) => {
            out.push('"');
            out.push_str(&text.replace('\\', "\\\\").replace('"', "\\\""));
            out.push('"');
        }
        Tree::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                write_flat(item, out);
            }
            out.push(']');
        }
        Tree::Map(_) => unreachable!("a map stands in lines of its own"),
    }
}

fn is_plain(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !matches!(text, "true" | "false" | "null" | "yes" | "no")
}
