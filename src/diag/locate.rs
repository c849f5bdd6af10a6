//! Turns diagnostics into findings: lines and columns for their places, words for their codes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::lang::Lang;
use crate::diag::code::{Code, Severity};
use crate::diag::messages::Messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::source::field::FieldPath;
use crate::source::frontmatter;
use crate::source::lines::LineIndex;
use crate::source::yaml_tree::{self, Node};
use crate::source::{Content, Sources};

/// A finding that an emitter can print without knowing anything else but the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    /// As seen from the working directory, with `/`.
    pub path: String,
    /// Relative to the content folder, to look the text up in `Sources`.
    pub file: String,
    /// Bytes of that text.
    pub range: Range<usize>,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    pub field: String,
    pub message: String,
    pub help: Option<String>,
    /// What `range` could be replaced by.
    pub fix: Option<String>,
}

/// Severities that `site.yaml` sets by code.
pub type Policy = BTreeMap<Code, Severity>;

/// Places and words for `diagnostics`, sorted by path, line, column and code; equal ones once.
pub fn locate(diagnostics: &Diagnostics, sources: &Sources, policy: &Policy, lang: Lang) -> Vec<Finding> {
    let messages = Messages::new(lang);
    let mut by_file: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in &diagnostics.0 {
        by_file.entry(&diagnostic.file).or_default().push(diagnostic);
    }
    let mut findings = Vec::new();
    for (file, diagnostics) in by_file {
        let text = FileText::open(sources, file);
        findings.extend(diagnostics.into_iter().map(|diagnostic| {
            let (range, field) = text.place(&diagnostic.place);
            let (from, to) = (text.lines.position(text.text, range.start), text.lines.position(text.text, range.end));
            Finding {
                code: diagnostic.code,
                severity: policy.get(&diagnostic.code).copied().unwrap_or(diagnostic.code.severity()),
                path: sources.shown_path(file),
                file: file.to_owned(),
                range,
                line: from.line,
                column: from.column,
                end_line: to.line,
                end_column: to.column,
                field,
                message: messages.message(diagnostic),
                help: messages.help(diagnostic),
                fix: diagnostic.fix.clone(),
            }
        }));
    }
    findings.sort_by(|left, right| sort_key(left).cmp(&sort_key(right)));
    findings.dedup();
    findings
}

fn sort_key(finding: &Finding) -> (&str, u32, u32, &str, &str) {
    (&finding.path, finding.line, finding.column, finding.code.word(), &finding.message)
}

struct FileText<'s> {
    text: &'s str,
    lines: LineIndex,
    /// The YAML of the file, parsed again only because it has findings.
    tree: Option<Node>,
}

impl<'s> FileText<'s> {
    fn open(sources: &'s Sources, file: &str) -> FileText<'s> {
        let text = match sources.file(file).map(|file| &file.content) {
            Some(Content::Text(text) | Content::NotUtf8 { sound: text, .. }) => text.as_str(),
            _ => "",
        };
        let yaml = if file.ends_with(".md") {
            frontmatter::split(text).ok().and_then(|parts| parts.yaml)
        } else {
            Some(0..text.len())
        };
        let tree = yaml.and_then(|range| yaml_tree::parse(&text[range.clone()], range.start).0);
        FileText { text, lines: LineIndex::new(text), tree }
    }

    fn place(&self, place: &Place) -> (Range<usize>, String) {
        match place {
            Place::File => (0..0, String::new()),
            Place::Bytes(range) => (range.clone(), String::new()),
            Place::Exact(range, field) => (range.clone(), field.to_string()),
            Place::Written(range) => {
                let field = self.tree.as_ref().and_then(|tree| tree.field_at(range));
                (range.clone(), field.unwrap_or_default().to_string())
            }
            Place::Value(field) => (self.field(field, false), field.to_string()),
            Place::Key(field) => (self.field(field, true), field.to_string()),
        }
    }

    fn field(&self, field: &FieldPath, key: bool) -> Range<usize> {
        let Some(tree) = &self.tree else {
            return 0..0;
        };
        let found = tree.find(field);
        match found.key {
            Some(range) if key || !found.complete => range,
            // A missing field of the file, or of an item of a list: the first line of what lacks it stands for it.
            None if !found.complete => found.value.start..self.first_line_end(&found.value),
            _ => found.value,
        }
    }

    fn first_line_end(&self, range: &Range<usize>) -> usize {
        self.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at)
    }
}
