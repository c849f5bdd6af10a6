//! Findings for a person at a terminal: place, message, the line itself, help.

use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_HELP_STYLE, DEFAULT_NOTE_STYLE, DEFAULT_WARNING_STYLE};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::base::lang::Lang;
use crate::diag::code::Severity;
use crate::diag::emit::{Counts, by_severity};
use crate::diag::locate::Finding;
use crate::source::Sources;

/// More than this nobody reads; the rest are counted.
pub const MAX_SHOWN: usize = 50;

/// Whether the text may hold terminal colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    Never,
    Always,
}

/// The findings by path and line, the worst [`MAX_SHOWN`] of them, and how many are not shown.
pub fn text(findings: &[Finding], sources: &Sources, lang: Lang, colour: Colour) -> String {
    let mut shown = by_severity(findings);
    shown.truncate(MAX_SHOWN);
    shown.sort_by_key(|finding| (&finding.path, finding.line, finding.column));
    let mut text: String = shown.iter().map(|finding| one(finding, sources, colour)).collect();
    if findings.len() > MAX_SHOWN {
        let rest = findings.len() - MAX_SHOWN;
        text += &match lang {
            Lang::Vi => format!("… và {rest} chỗ khác (xem tất cả bằng `ocop check --format json`)\n\n"),
            Lang::En => format!("… and {rest} more (see all with `ocop check --format json`)\n\n"),
        };
    }
    text
}

/// `2 lỗi, 1 cảnh báo`; empty when there is nothing to count.
pub fn summary(counts: Counts, lang: Lang) -> String {
    let parts = match lang {
        Lang::Vi => [
            (counts.errors, "lỗi", "lỗi"),
            (counts.warnings, "cảnh báo", "cảnh báo"),
            (counts.notes, "ghi chú", "ghi chú"),
        ],
        Lang::En => [
            (counts.errors, "error", "errors"),
            (counts.warnings, "warning", "warnings"),
            (counts.notes, "note", "notes"),
        ],
    };
    let said = parts.into_iter().filter(|(count, ..)| *count > 0);
    let said = said.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
    said.collect::<Vec<_>>().join(", ")
}

fn one(finding: &Finding, sources: &Sources, colour: Colour) -> String {
    let style = match finding.severity {
        Severity::Error => DEFAULT_ERROR_STYLE,
        Severity::Warning => DEFAULT_WARNING_STYLE,
        Severity::Note => DEFAULT_NOTE_STYLE,
    };
    let paint = |style: annotate_snippets::renderer::Style, text: String| match colour {
        Colour::Never => text,
        Colour::Always => format!("{style}{text}{style:#}"),
    };
    let kind = paint(style, format!("{}[{}]", finding.severity.word(), finding.code.word()));
    let place = format!("{}:{}:{}", finding.path, finding.line, finding.column);
    let mut text = format!("{}: {kind}: {}\n", printable(&place), printable(&finding.message));
    if let Some(frame) = frame(finding, sources, colour) {
        text += &frame;
        text.push('\n');
    }
    if let Some(help) = &finding.help {
        text += &format!("{}: {}\n", paint(DEFAULT_HELP_STYLE, "help".to_owned()), printable(help));
    }
    text.push('\n');
    text
}

/// The lines around the finding; none when it is about a file as a whole or the text cannot be had.
pub fn frame(finding: &Finding, sources: &Sources, colour: Colour) -> Option<String> {
    let source = sources.text(&finding.file)?;
    let span = source.get(finding.range.clone())?;
    if span.is_empty() && finding.range.start == 0 {
        return None;
    }
    // A whole list or text would fill the screen: its first line stands for it.
    let length = span.find('\n').unwrap_or(span.len());
    let span = finding.range.start..finding.range.start + length;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let snippet = Snippet::source(source).annotation(AnnotationKind::Primary.span(span));
    let renderer = match colour {
        Colour::Never => Renderer::plain(),
        Colour::Always => Renderer::styled(),
    };
    Some(renderer.render(&[Group::with_level(level).element(snippet)]))
}

/// Content may hold anything, also codes that would change the reader's terminal.
fn printable(text: &str) -> String {
    text.chars().map(|sign| if sign.is_control() && sign != '\n' { '\u{fffd}' } else { sign }).collect()
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData, str};

    use super::*;
    use crate::diag::emit::samples;

    #[track_caller]
    fn check(findings: &[Finding], expected: impl IntoData) {
        snapbox::assert_data_eq!(text(findings, &samples::sources(), Lang::Vi, Colour::Never), expected.raw());
    }

    #[test]
    fn a_finding_shows_its_place_its_line_and_its_help() {
        check(
            &[samples::unknown_place()],
            str![[r#"
content/products/ruou-sim/index.md:3:8: error[unknown-place]: không có xã `thien-cma`
  |
3 | place: thien-cma
  |        ^^^^^^^^^
help: có phải `thien-cam`?


"#]],
        );
    }

    #[test]
    fn a_finding_about_a_whole_file_has_no_frame() {
        let whole = Finding { range: 0..0, line: 1, column: 1, help: None, ..samples::unknown_place() };
        check(
            &[whole],
            str![[r#"
content/products/ruou-sim/index.md:1:1: error[unknown-place]: không có xã `thien-cma`


"#]],
        );
    }

    #[test]
    fn the_worst_fifty_are_shown_and_the_rest_counted() {
        let mut findings = vec![samples::weak_warning(); 60];
        findings.push(samples::unknown_place());
        let text = text(&findings, &samples::sources(), Lang::En, Colour::Never);
        assert_eq!(text.matches("warning[").count(), 49);
        assert_eq!(text.matches("error[").count(), 1);
        assert!(text.ends_with("… and 11 more (see all with `ocop check --format json`)\n\n"), "{text}");
    }

    #[test]
    fn terminal_codes_in_content_are_not_passed_on() {
        let mut finding = samples::unknown_place();
        finding.message = "\u{1b}[2J".into();
        assert!(!one(&finding, &samples::sources(), Colour::Never).contains('\u{1b}'));
    }

    #[test]
    fn the_summary_counts_in_the_reader_s_language() {
        let counts = Counts { errors: 1, warnings: 2, notes: 0 };
        assert_eq!(summary(counts, Lang::Vi), "1 lỗi, 2 cảnh báo");
        assert_eq!(summary(counts, Lang::En), "1 error, 2 warnings");
    }
}
