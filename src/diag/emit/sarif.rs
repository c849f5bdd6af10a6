//! SARIF 2.1.0, which code scanning services and editors read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::diag::code::{Code, Severity};
use crate::diag::emit::gitlab::fingerprint;
use crate::diag::locate::Finding;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One log with one run, whose rules are the codes that occur.
pub fn text(findings: &[Finding]) -> String {
    let codes: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let mut seen = BTreeMap::new();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &codes, &mut seen)).collect();
    let rules: Vec<Value> = codes.iter().copied().map(rule).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "ocop", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.word(),
        "shortDescription": { "text": code.word().replace('-', " ") },
        "help": { "text": format!("docs/diagnostics/{}.md", code.word()) },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(finding: &Finding, codes: &[Code], seen: &mut BTreeMap<String, usize>) -> Value {
    let message = match &finding.help {
        Some(help) => format!("{} ({help})", finding.message),
        None => finding.message.clone(),
    };
    let mut result = json!({
        "ruleId": finding.code.word(),
        "ruleIndex": codes.iter().position(|code| *code == finding.code),
        "level": level(finding.severity),
        "message": { "text": message },
        "locations": [{
            "physicalLocation": { "artifactLocation": artifact(finding), "region": region(finding) },
            "logicalLocations": [{ "fullyQualifiedName": finding.field }],
        }],
        "partialFingerprints": { "ocop/v1": fingerprint(finding, seen) },
    });
    if let Some(fix) = &finding.fix {
        let replacement = json!({ "deletedRegion": region(finding), "insertedContent": { "text": fix } });
        result["fixes"] =
            json!([{ "artifactChanges": [{ "artifactLocation": artifact(finding), "replacements": [replacement] }] }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    severity.word()
}

fn region(finding: &Finding) -> Value {
    json!({
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    })
}

fn artifact(finding: &Finding) -> Value {
    json!({ "uri": uri(&finding.path), "uriBaseId": "%SRCROOT%" })
}

/// A relative path as a URI reference.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::emit::samples;

    #[test]
    fn a_result_names_its_rule_its_region_and_its_fix() {
        let log: Value = serde_json::from_str(&text(&[samples::weak_warning(), samples::unknown_place()])).unwrap();
        let run = &log["runs"][0];
        let result = &run["results"][1];
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "unknown-place");
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startColumn"], 8);
        assert_eq!(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "thien-cam");
        assert_eq!(run["results"][0]["fixes"], Value::Null);
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("content/tệp 1.md"), "content/t%E1%BB%87p%201.md");
    }
}
