//! Findings as text, one output format a file. Emitters return strings; only `cli` and `serve` send them anywhere.

pub mod github;
pub mod gitlab;
pub mod human;
pub mod json;
pub mod sarif;

use crate::diag::code::Severity;
use crate::diag::locate::Finding;

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

impl Counts {
    pub fn of(findings: &[Finding]) -> Counts {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Counts { errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note) }
    }
}

/// Most severe first, otherwise in the order given: for readers that show only the first few.
fn by_severity(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    sorted
}

/// Message and help in one text, for formats without a place for help.
fn full_message(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{}\n{help}", finding.message),
        None => finding.message.clone(),
    }
}

/// Findings for the emitters' tests.
#[cfg(test)]
pub mod samples {
    use crate::diag::code::{Code, Severity};
    use crate::diag::locate::Finding;
    use crate::source::{Content, SourceFile, Sources};

    const FILE: &str = "products/ruou-sim/index.md";
    const TEXT: &str = "---\nname: Rượu sim\nplace: thien-cma\n---\n";

    pub fn sources() -> Sources {
        let file = SourceFile { path: FILE.into(), content: Content::Text(TEXT.into()) };
        Sources::new("content".into(), [file])
    }

    pub fn unknown_place() -> Finding {
        let from = TEXT.find("thien-cma").unwrap();
        Finding {
            code: Code::UnknownPlace,
            severity: Severity::Error,
            path: format!("content/{FILE}"),
            file: FILE.into(),
            range: from..from + 9,
            line: 3,
            column: 8,
            end_line: 3,
            end_column: 17,
            field: "place".into(),
            message: "không có xã `thien-cma`".into(),
            help: Some("có phải `thien-cam`?".into()),
            fix: Some("thien-cam".into()),
        }
    }

    pub fn weak_warning() -> Finding {
        Finding {
            code: Code::UnusualTerm,
            severity: Severity::Warning,
            message: "hạn lạ: 50 %,\nxem lại".into(),
            help: None,
            fix: None,
            field: "name".into(),
            range: 10..20,
            line: 2,
            column: 7,
            end_line: 2,
            end_column: 15,
            ..unknown_place()
        }
    }
}
