//! Questions that stand in the files: what `new` and `import` leave for a person to answer, as comments.

use memchr::memmem;

/// The words with which a question begins.
pub const MARK: &str = "# SỬA:";

/// The questions in `text`, in their order.
pub fn questions(text: &str) -> impl Iterator<Item = &str> {
    let asked = memmem::find_iter(text.as_bytes(), MARK).map(|at| &text[at + MARK.len()..]);
    asked.map(|rest| rest.lines().next().unwrap_or_default().trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_ends_with_its_line() {
        let text = "# SỬA: loại nguồn\ntype: other # SỬA: đúng chưa\n# ghi chú\ngrade: C # SỬA:";
        assert_eq!(questions(text).collect::<Vec<_>>(), ["loại nguồn", "đúng chưa", ""]);
    }
}
