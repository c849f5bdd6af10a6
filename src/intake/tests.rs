//! Sheets as officers fill them, and the journey of an export back into drafts.

use camino::Utf8PathBuf;
use jiff::civil::date;

use super::*;
use crate::intake::sheet::Value;
use crate::report::{self, Name, csv, xlsx};
use crate::site::{self, Inputs, Loaded};
use crate::source::Sources;

fn inputs() -> Inputs {
    Inputs {
        watch: Default::default(),
        content: Utf8PathBuf::from("content"),
        theme: Utf8PathBuf::new(),
        date: date(2026, 11, 22),
        base_url: None,
        lang: Lang::Vi,
    }
}

/// The made-up catalogue of the report tests; `all` of its files, or without products and producers.
fn catalogue(all: bool) -> (Records, Loaded) {
    let mut sources = Sources { root: "content".into(), ..Sources::default() };
    for file in crate::report::tests::loaded().sources.files {
        let skipped = !all
            && (file.path.starts_with("products/")
                || file.path.starts_with("producers/")
                || file.path.starts_with("plan/"));
        if let crate::source::Content::Text(text) = file.content
            && !skipped
        {
            sources.insert(&file.path, text);
        }
    }
    link(sources)
}

fn link(sources: Sources) -> (Records, Loaded) {
    let (records, _) = crate::read::read_all(&sources);
    (records, site::link(sources, &inputs()).unwrap())
}

fn taken(sheet: &Sheet, records: &Records, loaded: &Loaded) -> Intake {
    let basis = Basis { records, catalogue: &loaded.catalogue, source: None, file_name: "bảng.xlsx" };
    take(sheet, &basis).unwrap()
}

fn exported(loaded: &Loaded) -> report::Table {
    let basis =
        report::Basis { catalogue: &loaded.catalogue, config: &loaded.config, sources: &loaded.sources, year: None };
    report::make(Name::Products, &basis)
}

#[test]
fn what_was_exported_is_known_in_every_format() {
    let (records, loaded) = catalogue(true);
    let table = exported(&loaded);
    for (name, bytes) in [("a.csv", csv::bytes(&table)), ("a.xlsx", xlsx::bytes(&table).unwrap())] {
        let intake = taken(&sheet::read(name, bytes).unwrap(), &records, &loaded);
        assert_eq!(intake.told.len(), 3, "{name}");
        assert!(
            intake.told.iter().all(|told| matches!(told.fate, Fate::Known(_)) && told.remarks.is_empty()),
            "{name}: {intake:#?}"
        );
        assert_eq!(intake.drafts, [], "{name}");
    }
}

#[test]
fn an_export_taken_into_an_empty_catalogue_and_accepted_exports_the_same() {
    let (_, full) = catalogue(true);
    let table = exported(&full);
    let (records, empty) = catalogue(false);
    let intake = taken(&sheet::read("a.xlsx", xlsx::bytes(&table).unwrap()).unwrap(), &records, &empty);
    let mut sources = empty.sources;
    for draft in &intake.drafts {
        assert!(draft.path.contains("/_"), "{}", draft.path);
        sources.insert(&draft.accepted_path(), draft.text.clone());
    }
    let (_, accepted) = link(sources);
    let errors: Vec<_> =
        accepted.diagnostics.0.iter().filter(|finding| finding.code.severity().word() == "error").collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(exported(&accepted).rows, table.rows);
}

#[test]
fn the_same_sheet_gives_the_same_drafts() {
    let (_, full) = catalogue(true);
    let sheet = sheet::read("a.csv", csv::bytes(&exported(&full))).unwrap();
    let (records, empty) = catalogue(false);
    assert_eq!(taken(&sheet, &records, &empty), taken(&sheet, &records, &empty));
}

fn filled(rows: &[&[&str]]) -> Sheet {
    let cell = |text: &&str| if text.is_empty() { Value::Empty } else { Value::Text((*text).to_owned()) };
    Sheet { rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect() }
}

const HEADINGS: &[&str] = &[
    "TT",
    "Tên sản phẩm",
    "Tên cơ sở sản xuất",
    "Địa chỉ cơ sở sản xuất",
    "Hiện trạng sản phẩm",
    "Năm tham gia",
    "Hạng sao và thời gian đạt sao",
    "Hạng sao và thời gian nâng hạng sao",
];

#[test]
fn rows_as_officers_fill_them_become_drafts_and_remarks() {
    let sheet = filled(&[
        HEADINGS,
        &["1", "Nem Thử", "Cơ sở Thử Nghiệm", "xã Một", "Đã có; 200 chiếc/ngày", "2021", "3 sao/2021", "4 sao/2023"],
        &["", "Nem Thử", "", "", "", "", "", "5 sao/2025"],
        &["2", "Rượu Thử", "", "", "", "", "chưa", ""],
        &["3", "", "Cơ sở Không Tên", "", "", "", "", ""],
        &["4", "Gạo Thử", "HTX Thử", "", "", "", "5 sao/2026", ""],
        &["", "Cộng: 4", "", "", "", "", "", ""],
    ]);
    let (records, loaded) = catalogue(true);
    let intake = taken(&sheet, &records, &loaded);
    let text = text(&intake, Lang::Vi);
    let expected = "dòng 2: Nem Thử: đã lập nháp: sources/_nhap-bang.yaml, producers/_co-so-thu-nghiem/index.md, products/_nem-thu/index.md
  - đoán: địa chỉ “xã Một” là `mot-cu`; có đơn vị cùng tên
  - đoán: nhóm `thuc-pham`, vì bảng không ghi nhóm
dòng 4: Rượu Thử: đã lập nháp: sources/_nhap-bang.yaml, producers/_co-so-thu-nghiem/index.md, products/_ruou-thu/index.md
  - không hiểu chữ “chưa” ở ô hạng sao hoặc năm
  - đoán: ô cơ sở trống, lấy cơ sở ở dòng trên: Cơ sở Thử Nghiệm
  - đoán: nhóm `thuc-pham`, vì bảng không ghi nhóm
dòng 5: —: để lại
  - không có tên sản phẩm
dòng 6: Gạo Thử: đã có trong danh mục nhưng nói khác, không ghi đè: products/gao
  - bảng ghi 5 sao (2026), danh mục chưa ghi lần công nhận ấy
";
    assert_eq!(text, expected);
    let nem = &intake.drafts.iter().find(|draft| draft.path == "products/_nem-thu/index.md").unwrap().text;
    assert!(nem.contains("stars: 3\n    date: 2021\n") && nem.contains("stars: 5\n    date: 2025\n"), "{nem}");
    let ruou = &intake.drafts.iter().find(|draft| draft.path == "products/_ruou-thu/index.md").unwrap().text;
    assert!(ruou.contains("abv: unknown"), "{ruou}");
}

#[test]
fn a_sheet_of_something_else_is_refused() {
    let (records, loaded) = catalogue(true);
    let basis = Basis { records: &records, catalogue: &loaded.catalogue, source: None, file_name: "x.csv" };
    assert_eq!(take(&filled(&[&["Họ và tên", "Chức vụ"]]), &basis), Err(NoColumns));
}
