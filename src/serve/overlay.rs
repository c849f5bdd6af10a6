//! Findings as HTML, laid over the served page. Works without scripts; a script only replaces it after a build.

use crate::base::lang::Lang;
use crate::diag::code::Severity;
use crate::diag::emit::{Counts, human};
use crate::diag::locate::Finding;
use crate::source::Sources;

/// The element's id, which the reload script and the style sheet rely on.
pub const ELEMENT_ID: &str = "ocop-problems";

const MAX_SHOWN: usize = 50;

/// Errors and warnings for a page; empty when there are none. Errors are unfolded, warnings wait behind their count.
pub fn findings(findings: &[Finding], sources: &Sources, lang: Lang) -> String {
    let mut told: Vec<&Finding> = findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    if told.is_empty() {
        return String::new();
    }
    let counts = Counts { notes: 0, ..Counts::of(findings) };
    told.sort_by_key(|finding| finding.severity);
    let rest = told.len().saturating_sub(MAX_SHOWN);
    let mut items: String = told.into_iter().take(MAX_SHOWN).map(|finding| item(finding, sources)).collect();
    if rest > 0 {
        items += &match lang {
            Lang::Vi => format!("<li>… và {rest} chỗ khác</li>"),
            Lang::En => format!("<li>… and {rest} more</li>"),
        };
    }
    let summary = match (counts.errors, lang) {
        (0, _) => human::summary(counts, lang),
        (_, Lang::Vi) => format!("{}; trang đang hiện là bản không lỗi gần nhất", human::summary(counts, lang)),
        (_, Lang::En) => format!("{}; this page is the last one without errors", human::summary(counts, lang)),
    };
    panel(&summary, &format!("<ol>{items}</ol>"), counts.errors > 0, lang)
}

/// What kept the site from being built at all.
pub fn failure(reason: &str, lang: Lang) -> String {
    let summary = match lang {
        Lang::Vi => "không dựng được trang",
        Lang::En => "the site could not be built",
    };
    panel(summary, &format!("<pre>{}</pre>", escape(reason)), true, lang)
}

/// A page of its own, while there is no site to lay the findings over.
pub fn page(overlay: &str, lang: Lang) -> String {
    let title = match lang {
        Lang::Vi => "Chưa dựng được trang",
        Lang::En => "The site is not built yet",
    };
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>{title}</title></head><body><h1>{title}</h1>{overlay}</body></html>",
        lang.tag()
    )
}

fn panel(summary: &str, inside: &str, unfolded: bool, lang: Lang) -> String {
    let (open, role) = if unfolded { (" open", "alert") } else { ("", "status") };
    format!(
        "<aside id=\"{ELEMENT_ID}\" lang=\"{}\" role=\"{role}\"><details{open}><summary>{}</summary>{inside}</details>\
         </aside>",
        lang.tag(),
        escape(summary),
    )
}

fn item(finding: &Finding, sources: &Sources) -> String {
    let place = format!("{}:{}:{}", finding.path, finding.line, finding.column);
    let frame = human::frame(finding, sources, human::Colour::Never);
    let frame = frame.map(|frame| format!("<pre>{}</pre>", escape(&frame))).unwrap_or_default();
    let help = finding.help.as_ref().map(|help| format!("<p>{}</p>", escape(help))).unwrap_or_default();
    format!(
        "<li><p><code>{}</code> <b>{}[{}]</b> {}</p>{frame}{help}</li>",
        escape(&place),
        finding.severity.word(),
        finding.code.word(),
        escape(&finding.message),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::emit::samples;

    #[test]
    fn errors_are_unfolded_and_warnings_are_not() {
        let sources = samples::sources();
        assert!(findings(&[samples::unknown_place()], &sources, Lang::Vi).contains("<details open>"));
        assert!(findings(&[samples::weak_warning()], &sources, Lang::Vi).contains("<details>"));
        let note = Finding { severity: Severity::Note, ..samples::weak_warning() };
        assert_eq!(findings(&[note], &sources, Lang::Vi), "");
    }

    #[test]
    fn text_from_content_cannot_become_markup() {
        let finding = Finding { message: "<script>alert(1)</script>".into(), ..samples::unknown_place() };
        let html = findings(&[finding], &samples::sources(), Lang::En);
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
    }
}
