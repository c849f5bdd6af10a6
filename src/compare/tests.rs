//! Two revisions of a made-up catalogue, told as facts.

use jiff::civil::date;

use super::*;
use crate::site::{self, Inputs};
use crate::source::Sources;

const GAO: &str = "products/gao/index.md";
const CHO: &str = "points-of-sale/cho/index.md";

fn side(edits: &[(&str, &str, &str)], gone: &[&str]) -> Side {
    let mut sources = Sources { root: "content".into(), ..Sources::default() };
    for file in crate::report::tests::loaded().sources.files {
        let crate::source::Content::Text(text) = &file.content else { continue };
        let mut text = text.clone();
        for (_, find, put) in edits.iter().filter(|(path, ..)| *path == file.path) {
            assert!(text.contains(find), "{}: {find}", file.path);
            text = text.replace(find, put);
        }
        if !gone.contains(&file.path.as_str()) {
            sources.insert(&file.path, text);
        }
    }
    for (path, find, text) in edits {
        if find.is_empty() {
            sources.insert(path, (*text).to_owned());
        }
    }
    let inputs = Inputs::new("content", "theme", date(2026, 11, 22));
    let (loaded, plan) = site::planned_without_texts(site::link(sources, &inputs).unwrap());
    Side { loaded, plan }
}

/// What the second revision tells, in Vietnamese, without the chapters.
#[track_caller]
fn check(edits: &[(&str, &str, &str)], gone: &[&str], expected: &[&str]) {
    let (old, new) = (side(&[], &[]), side(edits, gone));
    let comparison = compare(&Pair { old: &old, new: &new });
    let text = markdown::text(&comparison, Lang::Vi);
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("- **")).collect();
    assert_eq!(lines, expected, "{text}");
    assert!(!markdown::text(&comparison, Lang::En).is_empty());
    let value: serde_json::Value = serde_json::from_str(&json::text(&comparison, ["a", "b"])).unwrap();
    assert_eq!(value["changes"].as_array().unwrap().len(), comparison.changes.len());
}

#[test]
fn nothing_is_told_of_what_reads_the_same() {
    check(&[(GAO, "stars: 3\n", "stars: 3  # ghi chú\n")], &[], &[]);
    let same = side(&[], &[]);
    let comparison = compare(&Pair { old: &same, new: &same });
    assert_eq!(markdown::text(&comparison, Lang::Vi), "Không có gì đổi với người đọc.\n");
}

#[test]
fn a_field_without_a_sentence_of_its_own_is_told_by_its_name() {
    let prices = "prices:\n  - amount: 50000\n    unit: kg\n    date: 2026-01\n    source: tin\nsources: tin\n---\n";
    check(
        &[(GAO, "sources: tin\n---\n", prices), ("sources/tin.yaml", "publisher: Báo\n", "publisher: Báo khác\n")],
        &[],
        &["- **Gạo Thử** (`products/gao`): sửa mục: prices", "- **Tin** (`sources/tin`): sửa mục: publisher"],
    );
    check(
        &[(GAO, "name: Gạo Thử\n", "name: Gạo Thử Mới\n"), (GAO, "sources: tin\n---\n", prices)],
        &[],
        &[
            "- **Gạo Thử Mới** (`products/gao`): đổi tên: Gạo Thử → Gạo Thử Mới",
            "- **Gạo Thử Mới** (`products/gao`): sửa mục: prices",
        ],
    );
}

#[test]
fn stars_and_validity_are_told_with_their_dates() {
    check(
        &[(GAO, "stars: 4\n    date: 2024-12-01", "stars: 5\n    date: 2025-12-01")],
        &[],
        &[
            "- **Gạo Thử** (`products/gao`): bỏ: Được công nhận 4 sao, 1/QĐ-UBND, 1/12/2024",
            "- **Gạo Thử** (`products/gao`): thêm: Được công nhận 5 sao, 1/QĐ-UBND, 1/12/2025",
            "- **Gạo Thử** (`products/gao`): 4 sao → 5 sao (1/QĐ-UBND, 1/12/2025)",
            "- **Gạo Thử** (`products/gao`): hạn 1/12/2027 → 1/12/2028",
        ],
    );
}

#[test]
fn an_outlet_that_closed_is_told() {
    check(
        &[(CHO, "type: market\n", "type: market\nstatus: closed\nstatus_as_of: 2026-10\n")],
        &[],
        &["- **Chợ Thử** (`points-of-sale/cho`): đóng cửa (10/2026); trước đây: Chưa rõ còn mở không"],
    );
    // Nothing stands around what nobody wrote.
    check(
        &[(CHO, "type: market\n", "type: market\nstatus: closed\n")],
        &[],
        &["- **Chợ Thử** (`points-of-sale/cho`): đóng cửa; trước đây: Chưa rõ còn mở không"],
    );
}

#[test]
fn entries_come_go_break_and_move() {
    check(&[], &["products/y-tuong/index.md", "plan/2022.yaml"], &["- **Ý tưởng Thử** (`products/y-tuong`): bỏ mục"]);
    check(
        &[(CHO, "type: market", "type: [")],
        &[],
        &[
            "- **Chợ Thử** (`points-of-sale/cho`): tệp `points-of-sale/cho/index.md` không đọc được, nên mục này biến khỏi trang",
        ],
    );
    let moved = "---\nname: Chợ Thử Mới\ntype: market\naliases: [cho]\nverified_on: 2026-01-01\nsources: tin\n---\n";
    check(
        &[("points-of-sale/cho-moi/index.md", "", moved)],
        &[CHO],
        &[
            "- **Chợ Thử Mới** (`points-of-sale/cho-moi`): đổi mã: cho → cho-moi; địa chỉ cũ dẫn về địa chỉ mới",
            "- **Chợ Thử Mới** (`points-of-sale/cho-moi`): đổi tên: Chợ Thử → Chợ Thử Mới",
        ],
    );
}

#[test]
fn pages_appear_vanish_and_redirect() {
    let moved = "---\nname: Chợ Thử\ntype: market\naliases: [cho]\nsources: tin\n---\n";
    let (old, new) = (side(&[], &[]), side(&[("points-of-sale/cho-moi/index.md", "", moved)], &[CHO]));
    let comparison = compare(&Pair { old: &old, new: &new });
    assert_eq!(comparison.pages_new.len(), 1);
    assert!(comparison.pages_new[0].ends_with("/cho-moi/"), "{:?}", comparison.pages_new);
    // An address that leads to the new page is not gone.
    assert_eq!(comparison.pages_gone, Vec::<String>::new());
    assert_eq!(comparison.redirects_new.len(), 1);
    assert!(comparison.redirects_new[0].0.ends_with("/cho/"), "{:?}", comparison.redirects_new);
    assert_eq!(comparison.redirects_new[0].1, comparison.pages_new[0]);
}

#[test]
fn phone_numbers_are_never_told() {
    let contact = "type: market\ncontacts:\n  - kind: organisation\n    phone: \"0900 000 000\"\n    source: tin\n";
    let (old, new) = (side(&[], &[]), side(&[(CHO, "type: market\n", contact)], &[]));
    let comparison = compare(&Pair { old: &old, new: &new });
    assert!(comparison.changes.iter().any(|change| change.what == "contacts"));
    let text = format!("{}{}", markdown::text(&comparison, Lang::Vi), json::text(&comparison, ["a", "b"]));
    assert!(!text.contains("0900"), "{text}");
}
