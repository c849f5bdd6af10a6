//! Workflow commands of GitHub Actions, which show findings beside the changed lines.
//!
//! GitHub shows ten errors and ten warnings a step, so the worst come first.

use crate::diag::code::Severity;
use crate::diag::emit::{by_severity, full_message};
use crate::diag::locate::Finding;

/// A workflow command for each finding.
pub fn text(findings: &[Finding]) -> String {
    by_severity(findings).into_iter().map(|finding| command(finding) + "\n").collect()
}

fn command(finding: &Finding) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    format!(
        "::{name} file={},line={},endLine={},col={},endColumn={},title={}::{}",
        property(&finding.path),
        finding.line,
        finding.end_line,
        finding.column,
        finding.end_column,
        finding.code.word(),
        escape(&full_message(finding)),
    )
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData, str};

    use super::*;
    use crate::diag::emit::samples;

    #[test]
    fn errors_come_first_and_texts_are_escaped() {
        let mut warning = samples::weak_warning();
        warning.path = "content/a,b: 5 %.md".into();
        snapbox::assert_data_eq!(text(&[warning, samples::unknown_place()]), str![[r#"
::error file=content/products/ruou-sim/index.md,line=3,endLine=3,col=8,endColumn=17,title=unknown-place::không có xã `thien-cma`%0Acó phải `thien-cam`?
::warning file=content/a%2Cb%3A 5 %25.md,line=2,endLine=2,col=7,endColumn=15,title=unusual-term::hạn lạ: 50 %25,%0Axem lại

"#]].raw());
    }
}
