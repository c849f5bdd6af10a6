//! The tables of a made-up catalogue.

use jiff::civil::date;

use super::*;
use crate::site::{self, Inputs, Loaded};

/// A made-up home district with three products: one in force, one undated, one that is an idea.
const FILES: &[(&str, &str)] = &[
    (
        "site.yaml",
        "title: T\ntagline: T\ndescription: D\nbase_url: https://thu.example/\nlanguages: [vi]\nhome:\n  province: tinh-thu\n  district: huyen-thu\npublisher: N\ncorrections:\n  text: X\nlicence:\n  name: L\n",
    ),
    (
        "taxonomy/categories.yaml",
        "schemes:\n  - id: qd-26-2026\n    title: Q\n    since: 2026-05-22\ngroups:\n  - id: thuc-pham\n    numeral: I\n    name: Thực phẩm\n    families: []\n",
    ),
    (
        "places/tinh-thu.yaml",
        "province:\n  id: tinh-thu\n  code: \"00\"\n  name: tỉnh Thử\ndistricts:\n  - id: huyen-thu\n    code: \"000\"\n    name: huyện Thử\n    until: 2025-06-30\nformer_communes:\n  - id: mot-cu\n    name: xã Một\n    district: huyen-thu\n    until: 2025-06-30\n    successors:\n      - commune: mot\n  - id: an-cu\n    name: thị trấn An\n    district: huyen-thu\n    until: 2025-06-30\n    successors:\n      - commune: mot\ncommunes:\n  - id: mot\n    code: \"00001\"\n    name: xã Một\n    district: huyen-thu\n    since: 2025-07-01\n",
    ),
    ("sources/tin.yaml", "title: Tin\npublisher: Báo\ngrade: B1\ntype: press\n"),
    ("producers/htx/index.md", "---\nname: HTX Thử\nplace:\n  unit: mot-cu\n  detail: thôn 3\nsources: tin\n---\n"),
    (
        "products/gao/index.md",
        "---\nname: Gạo Thử\nproducer: htx\ncategory:\n  group: thuc-pham\nrecognitions:\n  - stars: 3\n    date: 2021-05-10\n    awarded_by: UBND tỉnh Thử\n    source: tin\n  - stars: 4\n    date: 2024-12-01\n    awarded_by: UBND tỉnh Thử\n    decision:\n      number: 1/QĐ-UBND\n    source: tin\ncourse:\n  - step: candidate\n    date: 2021\n    source: tin\nfacts:\n  - text: Trồng ở đồng Thử.\n    source: tin\nsources: tin\n---\n",
    ),
    (
        "products/mam/index.md",
        "---\nname: Mắm Thử\nproducer: htx\ncategory:\n  group: thuc-pham\nrecognitions:\n  - stars: 3\n    source: tin\nsources: tin\n---\n",
    ),
    (
        "products/y-tuong/index.md",
        "---\nname: Ý tưởng Thử\nproducer: htx\ncategory:\n  group: thuc-pham\nsources: tin\n---\n",
    ),
    (
        "plan/2022.yaml",
        "year: 2022\nideas:\n  - commune: an-cu\n    text: Khảo sát ý tưởng.\n    source: tin\n  - commune: mot-cu\n    product: y-tuong\n    text: Đăng ký.\n    source: tin\n",
    ),
    ("points-of-sale/cho/index.md", "---\nname: Chợ Thử\ntype: market\nverified_on: 2026-01-01\nsources: tin\n---\n"),
];

pub fn loaded() -> Loaded {
    let mut sources = Sources { root: "content".into(), ..Sources::default() };
    FILES.iter().for_each(|(path, text)| sources.insert(path, (*text).to_owned()));
    let inputs = Inputs::new("content", "theme", date(2026, 11, 22));
    let loaded = site::link(sources, &inputs).unwrap();
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded
}

fn table(name: Name, year: Option<i16>) -> Table {
    let loaded = loaded();
    let basis = Basis { catalogue: &loaded.catalogue, config: &loaded.config, sources: &loaded.sources, year };
    make(name, &basis)
}

fn row(table: &Table, at: usize) -> Vec<String> {
    table.rows[at].iter().map(Cell::shown).collect()
}

#[test]
fn appendix_one_counts_each_product_once_in_its_first_year() {
    let table = table(Name::Yearly, Some(2023));
    assert_eq!(table.columns.len(), 23);
    assert_eq!(row(&table, 0)[..2], ["1", "thị trấn An"]);
    let an = row(&table, 0);
    assert_eq!(an[2..7], ["0", "1", "0", "0", "0"], "one idea in 2022");
    assert_eq!(an[7..12], ["0", "1", "1", "1", "1"], "cumulative");
    let mot = row(&table, 1);
    assert_eq!(mot[2..7], ["1", "1", "0", "0", "0"], "rice in 2021, the idea in 2022");
    assert_eq!(mot[12..17], ["1", "0", "0", "0", "0"], "the upgrade of 2024 is no new star");
    assert_eq!(mot[17..], ["1", "1", "1", "1", "1", "1"], "cumulative, then the undated one");
    let sums: Vec<String> = table.sums.as_ref().unwrap().iter().map(Cell::shown).collect();
    assert_eq!(sums[1..7], ["Cộng", "1", "2", "0", "0", "0"]);
}

#[test]
fn appendix_two_has_a_row_a_product_in_the_forms_columns() {
    let table = table(Name::Products, None);
    assert_eq!(
        row(&table, 0),
        [
            "1",
            "Gạo Thử",
            "HTX Thử",
            "thôn 3, xã Một, huyện Thử",
            "Trồng ở đồng Thử.",
            "2021",
            "3",
            "10/5/2021",
            "4",
            "1/12/2024",
            "gao",
            "htx",
            "tin"
        ]
    );
    assert_eq!(row(&table, 1)[6..10], ["3", "", "", ""]);
    assert_eq!(row(&table, 2)[5], "2022", "the plan's year");
    assert_eq!(self::table(Name::Products, Some(2024)).rows.len(), 1);
}

#[test]
fn communes_are_judged_by_what_is_in_force() {
    let table = table(Name::Communes, None);
    assert_eq!(row(&table, 0), ["1", "xã Một", "1", "0", "1", "2", "Đạt", "Chưa rõ", "Chưa rõ"]);
}

#[test]
fn certificates_that_end_in_a_year_are_listed() {
    assert_eq!(table(Name::Expiring, None).rows.len(), 0);
    let table = table(Name::Expiring, Some(2027));
    assert_eq!(row(&table, 0)[6..10], ["1/12/2027", "1/12/2027", "374", "1/QĐ-UBND"]);
}

#[test]
fn outlets_unseen_for_180_days_are_listed_with_their_days() {
    let table = table(Name::Unverified, None);
    assert_eq!(row(&table, 0)[5..], ["1/1/2026", "325", "points-of-sale/cho/index.md"]);
}

#[test]
fn gaps_name_the_file_to_write_into() {
    let table = table(Name::Gaps, None);
    let kinds: Vec<String> = table.rows.iter().map(|row| row[1].shown()).collect();
    assert_eq!(kinds[..2], ["Chưa rõ ngày công nhận", "Điểm bán, nhà hàng chưa xác minh trong 180 ngày"]);
    assert!(kinds.contains(&"Chưa có mùa vụ".to_owned()));
    assert!(table.rows.iter().all(|row| row[4] != Cell::Empty));
}

#[test]
fn totals_tell_counts_in_force_and_cumulative_apart() {
    let table = table(Name::Totals, None);
    assert_eq!(row(&table, 0), ["Toàn bộ", "Mọi sản phẩm", "3", "2", "1", "0", "1", "0"]);
}

#[test]
fn every_number_is_the_list_of_what_it_counts() {
    for name in Name::ALL {
        let table = table(name, None);
        for (_, column, traces) in table.evidence() {
            assert!(traces.iter().all(|trace| !trace.id.is_empty()), "{}: {column}", table.name);
        }
        assert!(!table.definitions.is_empty(), "{}", table.name);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
    }
}

#[test]
fn formats_are_whole_and_the_same_each_time() {
    for name in Name::ALL {
        let table = table(name, None);
        let csv = String::from_utf8(csv::bytes(&table)).unwrap();
        assert!(csv.starts_with('\u{feff}') && csv.contains("\r\n"));
        let value: serde_json::Value = serde_json::from_str(&json::text(&table)).unwrap();
        assert_eq!(value["rows"].as_array().unwrap().len(), table.rows.len());
        assert!(markdown::text(&table).starts_with("# "));
        let (first, second) = (xlsx::bytes(&table).unwrap(), xlsx::bytes(&table).unwrap());
        assert!(first.starts_with(b"PK") && first == second, "{}", table.name);
    }
}

#[test]
fn the_workbook_is_read_back_with_typed_cells() {
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    let bytes = xlsx::bytes(&table(Name::Products, None)).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Bảng").unwrap();
    assert_eq!(range.get((0, 6)), Some(&Data::String(products::REACHED.to_owned())));
    assert_eq!(range.get((2, 6)), Some(&Data::Float(3.0)));
    assert!(matches!(range.get((2, 7)), Some(Data::DateTime(_))), "{:?}", range.get((2, 7)));
}
