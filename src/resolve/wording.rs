//! Words that no page of this catalogue may carry: claims of cures and superlatives.
//!
//! Luật Quảng cáo (as amended by 75/2025/QH15), article 8; Nghị định 15/2018/NĐ-CP, article 27. The sentence that the
//! same decree prescribes denies a cure, so it is taken out before the search.

use std::ops::Range;
use std::sync::LazyLock;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::Notes;
use crate::read::layout::Kind;
use crate::read::shape::Prose;
use crate::resolve::contacts;
use crate::resolve::phrases::Phrases;

/// The sentence that supplements carry (Nghị định 15/2018/NĐ-CP, article 27).
pub const STATUTORY: &str = "không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh";

const CURES: &[&str] = &[
    "chữa bệnh",
    "chữa khỏi",
    "chữa trị",
    "chữa được",
    "chữa dứt",
    "điều trị",
    "đặc trị",
    "trị bệnh",
    "trị dứt",
    "khỏi bệnh",
    "thay thế thuốc",
    "phòng bệnh",
    "ngừa bệnh",
    "ngừa ung thư",
    "chống ung thư",
    "trị ung thư",
    "hạ huyết áp",
    "cures",
    "cure for",
    "treats disease",
    "treatment of",
    "prevents cancer",
];

const SUPERLATIVES: &[&str] = &[
    "tốt nhất",
    "ngon nhất",
    "tuyệt nhất",
    "hảo hạng nhất",
    "đỉnh nhất",
    "số một việt nam",
    "số 1 việt nam",
    "số một thế giới",
    "số 1 thế giới",
    "số 1 thị trường",
    "hàng đầu việt nam",
    "hàng đầu thế giới",
    "số 1 của",
    "số một của",
    "the best",
    "number one",
];

const HEALTH: &[&str] = &["sức khỏe", "sức khoẻ", "bồi bổ", "miễn dịch", "tăng cường sinh lực", "bổ dưỡng", "health"];

/// Whether a text speaks of health, so that the statutory sentence belongs beside it.
pub fn speaks_of_health(text: &str) -> bool {
    static WORDS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(HEALTH));
    WORDS.is_in(text)
}

/// Looks through the free texts and the body of a file. Sources quote others, so they are left out; pages and plans
/// explain the law, so only people's numbers are looked for in them.
pub fn check(notes: &Notes) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let file = notes.file.path.as_str();
    let advertises = notes.kind.entry_folder().is_some();
    let Some(text) = notes.file.text().filter(|_| advertises || matches!(notes.kind, Kind::Page | Kind::Plan)) else {
        return diagnostics;
    };
    for prose in &notes.proses {
        let written = text.get(prose.span.clone()).unwrap_or_default();
        contacts::check_prose(prose, prose.text.as_deref().unwrap_or(written), file, &mut diagnostics);
        if advertises {
            field(prose, file, written, &mut diagnostics);
        }
    }
    if let Some((start, body)) = body_of(file, text) {
        contacts::check_body(body, start, file, &mut diagnostics);
        if advertises {
            claims(body, start, file, &mut diagnostics);
        }
    }
    diagnostics
}

fn field(prose: &Prose, file: &str, written: &str, diagnostics: &mut Diagnostics) {
    let placed = findings(written);
    // Escapes and folded lines can hide a phrase from the written text: then the whole value stands for it.
    let meant = prose.text.as_deref().filter(|_| placed.is_empty());
    let hidden = meant.map(findings).into_iter().flatten();
    let hidden = hidden.map(|found| Found { range: 0..prose.span.len(), ..found });
    for found in placed.into_iter().chain(hidden) {
        let range = prose.span.start + found.range.start..prose.span.start + found.range.end;
        let diagnostic = Diagnostic::new(found.code, file).written(range);
        diagnostics.push(diagnostic.arg("value", found.phrase));
    }
}

/// The article of a file, and the byte at which it begins.
fn body_of<'t>(file: &str, text: &'t str) -> Option<(usize, &'t str)> {
    let parts = crate::source::frontmatter::split(text).ok().filter(|_| file.ends_with(".md"))?;
    Some((parts.body.start, text.get(parts.body)?))
}

fn claims(body: &str, start: usize, file: &str, diagnostics: &mut Diagnostics) {
    for found in findings(body) {
        let range = start + found.range.start..start + found.range.end;
        diagnostics.push(Diagnostic::new(found.code, file).in_bytes(range).arg("value", found.phrase));
    }
}

/// A phrase and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    code: Code,
    phrase: &'static str,
    range: Range<usize>,
}

/// Every phrase in `text`, from left to right; of phrases that overlap, the first.
fn findings(text: &str) -> Vec<Found> {
    static ANY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&[CURES, SUPERLATIVES].concat()));
    let mut found = Vec::new();
    // Nearly every text holds none of them: only the others are walked letter by letter.
    if !ANY.is_in(text) {
        return found;
    }
    let mut past = 0;
    for (start, _) in text.char_indices() {
        if start < past {
            continue;
        }
        if let Some(length) = begins_with(&text[start..], STATUTORY) {
            past = start + length;
        } else if let Some((code, phrase, length)) = phrase_at(&text[start..]) {
            past = start + length;
            found.push(Found { code, phrase, range: start..past });
        }
    }
    found
}

fn phrase_at(text: &str) -> Option<(Code, &'static str, usize)> {
    let lists = [(Code::CureClaim, CURES), (Code::Superlative, SUPERLATIVES)];
    lists
        .into_iter()
        .find_map(|(code, phrases)| phrases.iter().find_map(|phrase| Some((code, *phrase, begins_with(text, phrase)?))))
}

/// How many bytes of `text` are `phrase`, which is in lower case, in any case.
fn begins_with(text: &str, phrase: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in phrase.chars() {
        let (_, letter) = letters.next()?;
        if letter != wanted && !letter.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    Some(letters.offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        findings(text).into_iter().map(|found| found.code.word()).collect()
    }

    #[test]
    fn cures_and_superlatives_are_found_in_any_case() {
        assert_eq!(codes("Đặc trị ho, tốt nhất vùng"), ["cure-claim", "superlative"]);
        assert_eq!(codes("Sửa chữa máy, nhà số 1 đường A"), [""; 0]);
    }

    #[test]
    fn the_statutory_sentence_is_no_claim() {
        assert_eq!(codes(&format!("Thực phẩm này {STATUTORY}.")), [""; 0]);
    }

    #[test]
    fn phrases_are_placed_in_text_of_any_case_and_once() {
        let found = findings("Rất TỐT NHẤT, chữa trị bệnh");
        assert_eq!(found.iter().map(|found| found.range.clone()).collect::<Vec<_>>(), [6..18, 20..32]);
    }
}
