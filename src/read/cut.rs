//! Text that YAML takes for a comment: `Chai #1` is `Chai`, and nobody is told.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::diag::code::Code;
use crate::read::slips::quoted;
use crate::source::field::FieldPath;

/// The value at `span`, or after a key that ends there when nothing was read, goes on behind a `#` that no blank follows.
/// A comment has one there, by the habit of all who write them.
pub fn check(written: &str, span: Range<usize>, field: FieldPath, file: &str) -> Option<Diagnostic> {
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
    let cut = Diagnostic::new(Code::CutText, file).exactly(start..end, field).arg("value", behind);
    Some(cut.fix((!whole.contains('\n')).then(|| quoted(whole))))
}
