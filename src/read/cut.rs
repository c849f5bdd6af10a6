//! Text that YAML reads otherwise than it looks, without a word: `Chai #1` is `Chai`, and a dash that stands too far in
//! belongs to the text above.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::diag::code::Code;
use crate::read::slips::quoted;
use crate::source::field::Trail;

/// The value at `span`, or after a key that ends there when nothing was read, goes on behind a `#` that no blank follows.
/// A comment has one there, by the habit of all who write them.
pub fn check(written: &str, span: Range<usize>, field: &Trail<'_>, file: &str) -> Option<Diagnostic> {
    let line = &written[span.end..];
    let line = line[..line.find('\n').unwrap_or(line.len())].trim_end();
    let behind = line.trim_start_matches([':', ' ', '\t']);
    let first = behind.strip_prefix('#')?.chars().next()?;
    if !first.is_alphanumeric() {
        return None;
    }
    let end = span.end + line.len();
    let start = if line.starts_with(':') { end - behind.len() } else { span.start };
    let whole = &written[start..end];
    let cut = Diagnostic::new(Code::CutText, file).exactly(start..end, field.path()).arg("value", behind);
    Some(cut.fix((!whole.contains('\n')).then(|| quoted(whole))))
}

/// The item at `span` goes on in a line that begins with a dash: it was meant as the next item, and stands too far in.
pub fn swallowed_item(written: &str, span: Range<usize>, field: &Trail<'_>, file: &str) -> Option<Diagnostic> {
    let text = &written[span.clone()];
    if !text.contains('\n') {
        return None;
    }
    let first_line = written[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let spaces = written[first_line..span.start].strip_suffix("- ").filter(|before| before.trim().is_empty())?.len();
    let starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let start = starts.into_iter().find(|start| text[*start..].trim_start().starts_with("- "))?;
    let line = text[start..].split('\n').next().unwrap_or_default();
    let item = line.trim();
    let at = span.start + start;
    let slip = if spaces == 0 { "no-indent" } else { "indent" };
    let syntax = Diagnostic::new(Code::Syntax, file).exactly(at..at + line.trim_end().len(), field.path());
    let syntax = syntax.arg("slip", slip).arg("what", "-").arg("spaces", spaces);
    Some(syntax.fix(Some(" ".repeat(spaces) + item)))
}
