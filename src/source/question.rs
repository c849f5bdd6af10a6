//! Questions that stand in the files: what `new` and `import` leave for a person to answer, as comments.

/// The words with which a question begins.
pub const MARK: &str = "# SỬA:";

/// The questions in `text`, in their order.
pub fn questions(text: &str) -> impl Iterator<Item = &str> {
    // Few files hold a `#` at all, and one sign is found much faster than a phrase.
    let asked = text.match_indices('#').filter_map(|(at, _)| text[at..].strip_prefix(MARK));
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
