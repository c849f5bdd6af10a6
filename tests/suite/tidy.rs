//! The house rules that no compiler checks: who may use whom, how long a room may grow.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may use. What is not listed here does not exist.
const MAY_USE: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("memo", &[]),
    ("terms", &[]),
    ("cache", &["base"]),
    ("source", &["base"]),
    ("diag", &["base", "source"]),
    ("read", &["base", "memo", "terms", "source", "diag", "lexicon"]),
    ("config", &["base", "terms", "source", "diag", "read"]),
    ("model", &["base", "terms"]),
    ("media", &["base", "cache"]),
    ("resolve", &["base", "memo", "terms", "source", "diag", "read", "config", "media", "model"]),
    ("plan", &["base", "terms", "source", "diag", "config", "media", "model", "report"]),
    ("search", &["base", "terms", "diag", "config", "model", "plan"]),
    (
        "render",
        &[
            "base", "memo", "terms", "source", "diag", "read", "cache", "config", "media", "model", "report", "plan",
            "output", "search",
        ],
    ),
    ("output", &["base"]),
    (
        "site",
        &[
            "base", "source", "diag", "read", "cache", "config", "editor", "model", "resolve", "plan", "render",
            "search", "media", "output",
        ],
    ),
    ("serve", &["base", "source", "diag", "site"]),
    ("lexicon", &[]),
    ("canonical", &["base", "read", "source"]),
    ("editor", &["base", "terms", "config", "lexicon", "media", "plan", "read"]),
    ("report", &["base", "terms", "source", "config", "model", "lexicon"]),
    ("scaffold", &["base", "source", "read", "config", "canonical", "editor", "report"]),
    (
        "intake",
        &["base", "terms", "source", "read", "config", "model", "canonical", "editor", "lexicon", "report", "scaffold"],
    ),
    ("compare", &["base", "terms", "source", "read", "config", "model", "lexicon", "plan", "report", "site"]),
    (
        "cli",
        &[
            "base",
            "cache",
            "source",
            "diag",
            "output",
            "site",
            "serve",
            "canonical",
            "compare",
            "editor",
            "intake",
            "report",
            "scaffold",
        ],
    ),
];

const MAX_FILE_LINES: usize = 500;
const MAX_FUNCTION_LINES: usize = 80;

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files.sort();
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The code above the unit tests at a file's foot.
fn above_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\n").next().unwrap_or(text)
}

fn room(name: &str) -> &str {
    name.split('/').next().unwrap_or(name).trim_end_matches(".rs")
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let mut report = String::new();
    for (name, text) in sources() {
        let room = room(&name);
        // Tests may set up what they like.
        if matches!(room, "main" | "lib") || name.ends_with("/tests.rs") {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == room) else {
            panic!("src/{name}: a room that the table does not know");
        };
        for used in above_tests(&text).split("crate::").skip(1) {
            let used = used.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
            if used != room && !allowed.contains(&used) && MAY_USE.iter().any(|(known, _)| *known == used) {
                report.push_str(&format!("src/{name} uses {used}\n"));
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn files_and_functions_stay_short() {
    let mut report = String::new();
    for (name, text) in sources() {
        let lines = text.lines().count();
        if lines > MAX_FILE_LINES {
            report.push_str(&format!("src/{name}: {lines} lines\n"));
        }
        for (function, length) in functions(&text) {
            if length > MAX_FUNCTION_LINES {
                report.push_str(&format!("src/{name}: {function} has {length} lines\n"));
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// Functions with their lengths, by the indentation that rustfmt gives their closing brace.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut functions = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        let heads = ["fn ", "pub fn ", "pub(crate) fn ", "pub const fn ", "const fn ", "async fn ", "pub async fn "];
        if heads.iter().any(|head| code.starts_with(head)) {
            let close = format!("{indent}}}");
            let length = lines[at..].iter().position(|line| **line == close).map_or(1, |length| length + 1);
            functions.push((code.chars().take(60).collect(), length));
        }
    }
    functions
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    let with_unwrap: Vec<String> = sources()
        .into_iter()
        .filter(|(name, text)| !name.ends_with("tests.rs") && above_tests(text).contains(".unwrap()"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(with_unwrap, Vec::<String>::new());
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<String> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name).collect();
    assert_eq!(silent, Vec::<String>::new());
}
