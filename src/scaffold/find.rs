//! The entry that an approximate name means: without marks, without the word for its kind, with a slip of the finger.

use crate::base::text::{distance, fold};

/// An id and the name it stands for.
pub type Offer = (String, String);

#[derive(Debug, PartialEq, Eq)]
pub enum Found<'o> {
    One(&'o Offer),
    /// Equally good; the person must choose.
    Several(Vec<&'o Offer>),
    /// Nothing is near enough; what comes nearest.
    None(Vec<&'o Offer>),
}

const NEAREST_SHOWN: usize = 3;
/// Words for kinds of units and of makers, which people leave out.
const KIND_WORDS: [&str; 16] = [
    "thi tran",
    "thi xa",
    "thanh pho",
    "xa",
    "phuong",
    "huyen",
    "tinh",
    "htx",
    "hop tac xa",
    "co so",
    "ho kinh doanh",
    "ho kd",
    "cong ty tnhh",
    "cong ty co phan",
    "cong ty",
    "to hop tac",
];

/// The best of `known` for `wanted`.
pub fn find<'o>(wanted: &str, known: &'o [Offer]) -> Found<'o> {
    if let Some(exact) = known.iter().find(|(id, _)| id == wanted) {
        return Found::One(exact);
    }
    let wanted = fold(wanted.trim());
    let mut scored: Vec<(usize, &Offer)> = known.iter().map(|offer| (score(&wanted, offer), offer)).collect();
    scored.sort_by_key(|(score, _)| *score);
    let Some((best, first)) = scored.first().copied() else { return Found::None(Vec::new()) };
    if best >= FAR {
        return Found::None(scored.into_iter().take(NEAREST_SHOWN).map(|(_, offer)| offer).collect());
    }
    let equal: Vec<&Offer> = scored.iter().take_while(|(score, _)| *score == best).map(|(_, offer)| *offer).collect();
    if equal.len() > 1 { Found::Several(equal) } else { Found::One(first) }
}

/// From this score on an entry is only shown, not taken.
const FAR: usize = 1000;
/// What a unit that ended loses against one of today.
const FORMER: usize = 5;

fn score(wanted: &str, (id, name): &Offer) -> usize {
    let folded = fold(name);
    let former = if folded.contains("(cu)") { FORMER } else { 0 };
    let plain = folded.replace("(cu)", "").replace(',', " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let head = folded.split(['(', ',']).next().unwrap_or_default().trim();
    let bare = bare(head);
    let asked_bare = self::bare(wanted);
    let id_words = id.replace('-', " ");
    if wanted == id_words || wanted == plain {
        return 0;
    }
    if wanted == head || (asked_bare == wanted && wanted == bare) {
        return 10 + former;
    }
    if asked_bare == bare {
        return 20 + former;
    }
    let words: Vec<&str> = plain.split(' ').collect();
    if !wanted.is_empty() && wanted.replace(',', " ").split_whitespace().all(|word| words.contains(&word)) {
        return 100 + words.len() + former;
    }
    let away = distance(asked_bare, bare).min(distance(wanted, &id_words));
    let limit = (wanted.chars().count() / 4).clamp(1, 4);
    if away <= limit { 500 + away * 10 + former } else { FAR + away }
}

/// The name without the word for its kind in front.
fn bare(name: &str) -> &str {
    let kinds = KIND_WORDS.iter().filter_map(|word| name.strip_prefix(word)?.strip_prefix(' '));
    kinds.min_by_key(|rest| rest.len()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Offer> {
        [
            ("thien-cam", "xã Thiên Cầm"),
            ("cam-my", "xã Cẩm Mỹ"),
            ("thien-cam-cu", "thị trấn Thiên Cầm (cũ), huyện Cẩm Xuyên"),
            ("ky-anh-cu", "xã Thử (cũ), huyện Kỳ Anh"),
            ("can-loc-cu", "xã Thử (cũ), huyện Can Lộc"),
            ("phu-sang", "HTX Dịch vụ chế biến hải sản Phú Sáng"),
        ]
        .map(|(id, name)| (id.to_owned(), name.to_owned()))
        .to_vec()
    }

    #[track_caller]
    fn check(wanted: &str, expected: &[&str]) {
        let known = known();
        let ids = |all: Vec<&Offer>| all.into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
        let found = match find(wanted, &known) {
            Found::One(offer) => vec![offer.0.clone()],
            Found::Several(all) => ids(all),
            Found::None(_) => Vec::new(),
        };
        assert_eq!(found, expected, "{wanted}");
    }

    #[test]
    fn names_are_found_without_marks_kinds_and_with_slips() {
        check("Thiên Cầm", &["thien-cam"]);
        check("thị trấn Thiên Cầm", &["thien-cam-cu"]);
        check("thien cam cu", &["thien-cam-cu"]);
        check("phú sáng", &["phu-sang"]);
        check("Thien Cma", &["thien-cam"]);
        check("Cẩm Mỹ", &["cam-my"]);
    }

    #[test]
    fn equal_names_are_for_the_person_to_choose() {
        check("xã Thử", &["ky-anh-cu", "can-loc-cu"]);
        check("xã Thử, huyện Can Lộc", &["can-loc-cu"]);
        check("không có", &[]);
    }
}
