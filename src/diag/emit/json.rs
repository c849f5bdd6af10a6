//! One JSON object a line, the format that other programs rely on.

use serde::Serialize;

use crate::diag::locate::Finding;

#[derive(Serialize)]
struct Line<'f> {
    code: &'f str,
    severity: &'f str,
    path: &'f str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    message: &'f str,
    help: Option<&'f str>,
    field: &'f str,
}

/// A line for each finding, in the order given.
pub fn text(findings: &[Finding]) -> String {
    findings.iter().map(|finding| line(finding) + "\n").collect()
}

fn line(finding: &Finding) -> String {
    let line = Line {
        code: finding.code.word(),
        severity: finding.severity.word(),
        path: &finding.path,
        line: finding.line,
        column: finding.column,
        end_line: finding.end_line,
        end_column: finding.end_column,
        message: &finding.message,
        help: finding.help.as_deref(),
        field: &finding.field,
    };
    serde_json::to_string(&line).expect("strings and numbers are always JSON")
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData, str};

    use super::*;
    use crate::diag::emit::samples;

    #[test]
    fn each_finding_is_one_object_on_one_line() {
        let findings = [samples::weak_warning(), samples::unknown_place()];
        snapbox::assert_data_eq!(text(&findings), str![[r#"
{"code":"unusual-term","severity":"warning","path":"content/products/ruou-sim/index.md","line":2,"column":7,"end_line":2,"end_column":15,"message":"hạn lạ: 50 %,\nxem lại","help":null,"field":"name"}
{"code":"unknown-place","severity":"error","path":"content/products/ruou-sim/index.md","line":3,"column":8,"end_line":3,"end_column":17,"message":"không có xã `thien-cma`","help":"có phải `thien-cam`?","field":"place"}

"#]].raw());
    }
}
