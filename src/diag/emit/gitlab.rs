//! The Code Quality report of GitLab: one JSON array.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::digest::Digest;
use crate::diag::code::Severity;
use crate::diag::emit::full_message;
use crate::diag::locate::Finding;

/// The report, with fingerprints that stay the same when lines above a finding come or go.
pub fn text(findings: &[Finding]) -> String {
    let mut seen = BTreeMap::new();
    let report: Vec<Value> = findings.iter().map(|finding| issue(finding, &mut seen)).collect();
    format!("{:#}\n", Value::Array(report))
}

fn issue(finding: &Finding, seen: &mut BTreeMap<String, usize>) -> Value {
    json!({
        "description": full_message(finding),
        "check_name": finding.code.word(),
        "fingerprint": fingerprint(finding, seen),
        "severity": match finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        "location": {
            "path": finding.path,
            "lines": { "begin": finding.line, "end": finding.end_line },
        },
    })
}

/// Unique in the report and without line numbers: equal findings of a file are told apart by their order.
pub fn fingerprint(finding: &Finding, seen: &mut BTreeMap<String, usize>) -> String {
    let parts = [finding.code.word(), &finding.path, &finding.field, &finding.message];
    let key = parts.join("\0");
    let count = seen.entry(key.clone()).or_default();
    *count += 1;
    Digest::of(format!("{key}\0{count}").as_bytes()).short(32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::emit::samples;

    #[test]
    fn the_report_has_what_gitlab_asks_for() {
        let report: Value = serde_json::from_str(&text(&[samples::unknown_place()])).unwrap();
        assert_eq!(report[0]["check_name"], "unknown-place");
        assert_eq!(report[0]["severity"], "critical");
        assert_eq!(report[0]["location"]["path"], "content/products/ruou-sim/index.md");
        assert_eq!(report[0]["location"]["lines"]["begin"], 3);
        assert_eq!(text(&[]), "[]\n");
    }

    #[test]
    fn fingerprints_are_unique_and_outlive_moved_lines() {
        let here = samples::unknown_place();
        let moved = Finding { line: 9, end_line: 9, ..here.clone() };
        let alone = fingerprint(&moved, &mut BTreeMap::new());
        let mut seen = BTreeMap::new();
        assert_eq!(fingerprint(&here, &mut seen), alone);
        assert_ne!(fingerprint(&moved, &mut seen), alone);
    }
}
