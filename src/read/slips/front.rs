//! Where the `---` lines around the fields of a Markdown file should stand, when they do not.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::diag::code::Code;
use crate::read::slips::line::{Line, lines};
use crate::source::frontmatter::FENCE;

/// The first `---` of `text` has no second one: at the line that was meant as one, before the article, or at the end.
pub fn unclosed(text: &str, file: &str) -> Diagnostic {
    let lines = lines(text);
    let below = lines.get(1..).unwrap_or_default();
    if let Some(line) = below.iter().find(|line| is_rule(&text[line.shown..line.end])) {
        return fault(file, "bad-rule", line.start..line.end, Some(FENCE.to_owned()));
    }
    if let Some(article) = article(text, 0..text.len()) {
        return no_rule_before(text, article, file);
    }
    let last = lines.last().map_or(0..text.len(), |line| line.start..line.end);
    let put = format!("{}\n{FENCE}", &text[last.clone()]);
    fault(file, "unclosed", last, Some(put))
}

/// The article began before the `---` that was taken for the end of the fields.
pub fn no_rule_before(text: &str, article: Range<usize>, file: &str) -> Diagnostic {
    let put = format!("{FENCE}\n\n{}", &text[article.clone()]);
    fault(file, "unclosed-above", article, Some(put))
}

/// `text` does not begin with `---`.
pub fn missing(text: &str, file: &str) -> Diagnostic {
    let lines = lines(text);
    let Some(first) = lines.first() else { return fault(file, "empty-file", 0..0, None) };
    let written = &text[first.shown..first.end];
    if is_rule(written) {
        return fault(file, "bad-rule", first.start..first.end, Some(FENCE.to_owned()));
    }
    if written == FENCE {
        return fault(file, "late-rule", 0..first.end, Some(FENCE.to_owned()));
    }
    let put = is_key(text, first).then(|| format!("{FENCE}\n{written}"));
    fault(file, "missing", first.start..first.end, put)
}

fn fault(file: &str, detail: &str, range: Range<usize>, fix: Option<String>) -> Diagnostic {
    Diagnostic::new(Code::FrontMatter, file).in_bytes(range).arg("detail", detail).fix(fix)
}

/// A line of hyphens or of the dashes that word processors make of them, but not of three hyphens.
fn is_rule(line: &str) -> bool {
    let dashes = line.chars().count();
    line != FENCE && (dashes > 1 || line == "—") && line.chars().all(|sign| "-–—".contains(sign))
}

/// The first line of prose at the margin below an empty line: nothing that stands so is a field.
pub fn article(text: &str, within: Range<usize>) -> Option<Range<usize>> {
    let lines = lines(&text[..within.end]);
    let pairs = lines.windows(2).filter(|pair| pair[0].start >= within.start);
    let prose = pairs.map(|pair| (&pair[0], &pair[1])).find(|(above, line)| {
        let apart = text[above.end..line.start].matches('\n').count() > 1;
        apart && line.shown == line.start && !line.has_dash() && !is_key(text, line) && line.content(text).contains(' ')
    });
    prose.map(|(_, line)| line.start..line.end)
}

fn is_key(text: &str, line: &Line) -> bool {
    line.key(text).is_some_and(|key| !key.contains(' '))
}
