//! A comparison as JSON, for programs.

use serde_json::{Map, Value, json};

use crate::compare::{Change, Comparison};

/// One object: the two commits, the changes, the pages.
pub fn text(comparison: &Comparison, commits: [&str; 2]) -> String {
    let redirects: Vec<Value> =
        comparison.redirects_new.iter().map(|(from, to)| json!({ "from": from, "to": to })).collect();
    let value = json!({
        "old": commits[0],
        "new": commits[1],
        "changes": comparison.changes.iter().map(change).collect::<Vec<_>>(),
        "pages": { "new": comparison.pages_new, "gone": comparison.pages_gone, "redirects": redirects },
    });
    format!("{value:#}\n")
}

fn change(change: &Change) -> Value {
    let args: Map<String, Value> =
        change.args.iter().map(|(key, value)| ((*key).to_owned(), Value::String(value.clone()))).collect();
    json!({
        "entry": format!("{}/{}", change.folder, change.id),
        "name": change.name,
        "change": change.what,
        "weight": change.weight.word(),
        "values": args,
    })
}
