//! Reads the specs in `tests/check`: cases of made-up files with the findings expected beside the lines.

use std::collections::BTreeMap;
use std::fs;

/// One case: its files by path, and what is expected of them.
#[derive(Debug, Clone, Default)]
pub struct Case {
    pub title: String,
    pub files: BTreeMap<String, Vec<u8>>,
    pub expected: Vec<Expected>,
    /// `message | help` lines, a subset of what is said.
    pub messages: Vec<String>,
}

/// A finding that a case asserts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    pub path: String,
    pub line: u32,
    pub severity: String,
    pub code: String,
    /// The text that the finding stands on, where the case gives it.
    pub text: Option<String>,
}

/// The cases of one spec file, each over the base catalogue.
pub fn read(name: &str) -> Vec<Case> {
    let base = parse(&spec_text("base")).pop().expect("the base catalogue is one case").files;
    let cases = parse(&spec_text(name)).into_iter().filter(|case| !case.blocks.is_empty());
    cases.map(|case| case.over(&base)).collect()
}

/// The base catalogue alone.
pub fn base() -> BTreeMap<String, Vec<u8>> {
    parse(&spec_text("base")).pop().expect("the base catalogue is one case").files
}

fn spec_text(name: &str) -> String {
    let path = format!("{}/tests/check/{name}.md", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[derive(Debug, Default)]
struct Parsed {
    title: String,
    files: BTreeMap<String, Vec<u8>>,
    blocks: Vec<(String, String)>,
}

/// Sections with their fenced blocks. For the base, whose blocks are all files, `files` is filled too.
fn parse(text: &str) -> Vec<Parsed> {
    let mut cases = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Parsed { title: title.to_owned(), ..Parsed::default() });
        } else if let Some(info) = line.strip_prefix("```")
            && let Some(case) = cases.last_mut()
        {
            // A longer fence may hold a shorter one.
            let fence = "`".repeat(3 + info.len() - info.trim_start_matches('`').len());
            let info = info.trim_start_matches('`').trim();
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
            let body = body.join("\n") + "\n";
            if let Some(path) = content_path(info) {
                case.files.insert(path.to_owned(), body.clone().into_bytes());
            }
            case.blocks.push((info.to_owned(), body));
        }
    }
    cases
}

fn content_path(info: &str) -> Option<&str> {
    info.split_once(' ').map(|(_, path)| path.trim()).and_then(|path| path.strip_prefix("content/"))
}

impl Parsed {
    fn over(self, base: &BTreeMap<String, Vec<u8>>) -> Case {
        let mut case = Case { title: self.title, files: base.clone(), ..Case::default() };
        for (info, body) in self.blocks {
            case.block(&info, &body);
        }
        case
    }
}

impl Case {
    fn block(&mut self, info: &str, body: &str) {
        match (info.split(' ').next().unwrap_or_default(), content_path(info)) {
            ("delete", Some(path)) => {
                let removed = self.files.remove(path);
                assert!(removed.is_some(), "{}: nothing to delete at {path}", self.title);
            }
            ("hex", Some(path)) => drop(self.files.insert(path.to_owned(), bytes(body))),
            ("text", None) => self.messages.extend(body.lines().map(str::to_owned)),
            ("findings", None) => self.expected.extend(body.lines().map(finding)),
            (_, Some(path)) => {
                let text = self.assertions(path, body);
                self.files.insert(path.to_owned(), text.into_bytes());
            }
            _ => panic!("{}: a block that says `{info}`", self.title),
        }
    }

    /// Takes the assertions off the lines of a file.
    fn assertions(&mut self, path: &str, body: &str) -> String {
        let mut text = String::new();
        for (at, line) in body.lines().enumerate() {
            let mut kept = line;
            while let Some((rest, expected)) = last_assertion(kept) {
                self.expected.push(Expected { path: path.to_owned(), line: at as u32 + 1, ..expected });
                kept = rest;
            }
            text.push_str(kept);
            text.push('\n');
        }
        text
    }
}

/// `rest  # error: [code] "text"`, from the end.
fn last_assertion(line: &str) -> Option<(&str, Expected)> {
    let starts = ["# error: [", "# warning: [", "# note: [", "%% error: [", "%% warning: [", "%% note: ["];
    let (at, start) = starts.iter().filter_map(|start| Some((line.rfind(start)?, *start))).max()?;
    let severity = start.trim_start_matches(['#', '%', ' ']).trim_end_matches(": [");
    let (code, rest) = line[at + start.len()..].split_once(']')?;
    let text = rest.trim().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let expected = Expected {
        path: String::new(),
        line: 0,
        severity: severity.to_owned(),
        code: code.to_owned(),
        text: text.map(str::to_owned),
    };
    Some((line[..at].trim_end(), expected))
}

/// `PATH:LINE error: [code] "text"`.
fn finding(line: &str) -> Expected {
    let (place, rest) = line.split_once(' ').expect("a finding is `PATH:LINE severity: [code]`");
    let (path, number) = place.rsplit_once(':').expect("a finding begins with `PATH:LINE`");
    let (_, expected) = last_assertion(&format!("# {rest}")).expect("a finding ends with `severity: [code]`");
    let path = path.strip_prefix("content/").unwrap_or(if path == "content" { "" } else { path });
    Expected { path: path.to_owned(), line: number.parse().expect("a line is a number"), ..expected }
}

fn bytes(body: &str) -> Vec<u8> {
    let digits: Vec<u8> = body.bytes().filter(u8::is_ascii_hexdigit).collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("hexadecimal");
    digits.chunks(2).map(byte).collect()
}
