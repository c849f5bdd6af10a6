//! Words that no page of this catalogue may carry: claims of cures and superlatives.
//!
//! Luật Quảng cáo (as amended by 75/2025/QH15), article 8; Nghị định 15/2018/NĐ-CP, article 27. The sentence that the
//! same decree prescribes denies a cure, so it is taken out before the search.

use std::ops::Range;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::Records;
use crate::read::shape::Prose;
use crate::resolve::contacts;
use crate::source::Sources;

/// The sentence that supplements carry (Nghị định 15/2018/NĐ-CP, article 27).
pub const STATUTORY: &str = "không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh";

const CURES: [&str; 22] = [
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
    "cures ",
    "cure for",
    "treats disease",
    "treatment of",
    "prevents cancer",
];

const SUPERLATIVES: [&str; 14] = [
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
    "the best",
    "number one",
];

const HEALTH: [&str; 7] = ["sức khỏe", "sức khoẻ", "bồi bổ", "miễn dịch", "tăng cường sinh lực", "bổ dưỡng", "health"];

/// Whether a text speaks of health, so that the statutory sentence belongs beside it.
pub fn speaks_of_health(text: &str) -> bool {
    let text = text.to_lowercase();
    HEALTH.iter().any(|word| text.contains(word))
}

/// Looks through the free texts and bodies of entries; sources quote others and pages explain the law, so both are
/// left out.
pub fn check(records: &Records, sources: &Sources) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    for (file, kind, proses) in &records.proses {
        if kind.entry_folder().is_none() {
            continue;
        }
        for prose in proses {
            contacts::check_prose(prose, file, &mut diagnostics);
            field(prose, file, sources, &mut diagnostics);
        }
        body(file, sources, &mut diagnostics);
    }
    diagnostics
}

fn field(prose: &Prose, file: &str, sources: &Sources, diagnostics: &mut Diagnostics) {
    for (code, phrase) in findings(&prose.text) {
        // The phrase in the file where it stands there as it is; escapes and folded lines fall back to the value.
        let written = sources.text(file).and_then(|text| text.get(prose.span.clone()));
        let at = written.and_then(|written| find_lower(written, phrase));
        let range = at.map_or(prose.span.clone(), |at| prose.span.start + at.start..prose.span.start + at.end);
        let found = Diagnostic::new(code, file).exactly(range, prose.field.clone());
        diagnostics.push(found.arg("value", phrase.trim()));
    }
}

fn body(file: &str, sources: &Sources, diagnostics: &mut Diagnostics) {
    let Some(text) = sources.text(file) else { return };
    let Ok(parts) = crate::source::frontmatter::split(text) else { return };
    let Some(body) = text.get(parts.body.clone()).filter(|_| file.ends_with(".md")) else { return };
    for (code, phrase) in findings(body) {
        let range = find_lower(body, phrase).unwrap_or(0..0);
        let range = parts.body.start + range.start..parts.body.start + range.end;
        diagnostics.push(Diagnostic::new(code, file).in_bytes(range).arg("value", phrase.trim()));
    }
}

fn findings(text: &str) -> Vec<(Code, &'static str)> {
    let text = text.to_lowercase().replace(STATUTORY, " ");
    let cures = CURES.iter().filter(|phrase| text.contains(**phrase)).map(|phrase| (Code::CureClaim, *phrase));
    let best = SUPERLATIVES.iter().filter(|phrase| text.contains(**phrase)).map(|phrase| (Code::Superlative, *phrase));
    cures.chain(best).collect()
}

/// Where `phrase`, in lower case, stands in `text` of any case.
fn find_lower(text: &str, phrase: &str) -> Option<Range<usize>> {
    let phrase = phrase.trim();
    text.char_indices().find_map(|(start, _)| {
        let mut wanted = phrase.chars();
        for (at, letter) in text[start..].char_indices() {
            let Some(next) = wanted.next() else { return Some(start..start + at) };
            if !letter.to_lowercase().eq(std::iter::once(next)) {
                return None;
            }
        }
        wanted.next().is_none().then_some(start..text.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        findings(text).into_iter().map(|(code, _)| code.word()).collect()
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
    fn phrases_are_placed_in_text_of_any_case() {
        assert_eq!(find_lower("Rất TỐT NHẤT", "tốt nhất"), Some(6..18));
        assert_eq!(find_lower("tốt", "tốt nhất"), None);
    }
}
