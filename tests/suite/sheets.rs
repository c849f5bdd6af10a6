//! Spreadsheets as officers fill them, through `ocop import`: merged cells, days as numbers, two rows for a product.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use crate::program::Bench;

const GUIDE: &str = "Cách điền: mỗi sản phẩm một dòng";

/// Appendix 2 below a merged title, its headings over two rows, behind a sheet that is no table.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Hướng dẫn").unwrap().write(0, 0, GUIDE).unwrap();
    let sheet = book.add_worksheet().set_name("Phụ lục 2").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 9, "PHỤ LỤC 2 (bảng thử, không có thật)", &plain).unwrap();
    headings(sheet, &plain);
    // One producer's cell for two products; the first product's cells for its two rows.
    sheet.merge_range(4, 2, 6, 2, "Cơ sở Thử Nghiệm", &plain).unwrap();
    sheet.merge_range(4, 1, 5, 1, "Nem Thử", &plain).unwrap();
    sheet.write(4, 0, 1).unwrap();
    sheet.write(4, 5, "Năm 2021").unwrap();
    sheet.write(4, 6, "3 sao").unwrap();
    let day = ExcelDateTime::from_ymd(2021, 12, 20).unwrap();
    sheet.write_with_format(4, 7, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    sheet.write(4, 8, "4 sao").unwrap();
    // A day whose cell lost its format.
    sheet.write(4, 9, 45580).unwrap();
    sheet.write(5, 8, "5*").unwrap();
    sheet.write(5, 9, "6/2026").unwrap();
    sheet.write(6, 0, 2).unwrap();
    sheet.write(6, 1, "Chả Thử").unwrap();
    sheet.write(6, 6, "3 sao/2023").unwrap();
    sheet.write(7, 1, "Tổng cộng: 2 sản phẩm").unwrap();
    sheet.write(9, 6, "TM. ỦY BAN NHÂN DÂN").unwrap();
    book.save_to_buffer().unwrap()
}

fn headings(sheet: &mut Worksheet, plain: &Format) {
    let tall = [
        "TT",
        "Tên sản phẩm",
        "Tên cơ sở sản xuất",
        "Địa chỉ cơ sở\nsản xuất",
        "Hiện trạng sản phẩm\n(đã có chưa, quy mô, sản lượng hiện tại…)",
        "Năm tham gia",
    ];
    for (column, words) in tall.into_iter().enumerate() {
        sheet.merge_range(1, column as u16, 2, column as u16, words, plain).unwrap();
    }
    sheet.merge_range(1, 6, 1, 7, "Hạng sao và thời gian đạt sao", plain).unwrap();
    sheet.merge_range(1, 8, 1, 9, "Hạng sao và thời gian nâng hạng sao", plain).unwrap();
    for (column, words) in [(6, "Hạng sao"), (7, "Năm"), (8, "Hạng sao"), (9, "Năm")] {
        sheet.write(2, column, words).unwrap();
    }
    for column in 0..10 {
        sheet.write(3, column, format!("({})", column + 1)).unwrap();
    }
}

#[test]
fn merged_cells_lost_formats_and_further_rows_are_understood() {
    let bench = Bench::new();
    bench.write("bang.xlsx", workbook());
    let told = bench.run("import bang.xlsx").ends(0);
    let expected = "dòng 5: Nem Thử: đã lập nháp: sources/_nhap-bang.yaml, producers/_co-so-thu-nghiem/index.md, products/_nem-thu/index.md
  - đoán: ô là số ngày của Excel, đọc là 2024-10-15
  - đoán: nhóm `thuc-pham`, vì bảng không ghi nhóm
dòng 7: Chả Thử: đã lập nháp: sources/_nhap-bang.yaml, producers/_co-so-thu-nghiem/index.md, products/_cha-thu/index.md
  - đoán: nhóm `thuc-pham`, vì bảng không ghi nhóm
";
    assert_eq!(told.stdout, expected);
    let nem = bench.read("content/products/_nem-thu/index.md");
    for lines in [
        "stars: 3\n    date: 2021-12-20\n",
        "stars: 4\n    date: 2024-10-15\n",
        "stars: 5\n    date: 2026-06\n",
        "step: candidate\n    date: 2021\n",
    ] {
        assert!(nem.contains(lines), "{lines}\n{nem}");
    }
    let before = crate::program::files(&bench.path("content"));
    assert_eq!(bench.run("import bang.xlsx").ends(0).stdout, expected);
    assert_eq!(crate::program::files(&bench.path("content")), before);
}

#[test]
fn an_ods_with_covered_cells_is_understood() {
    let bench = Bench::new();
    bench.write("bang.ods", include_bytes!("../sheets/phu-luc-2.ods"));
    let told = bench.run("import bang.ods").ends(0);
    assert!(told.stdout.contains("dòng 5: Chả Thử: đã lập nháp"), "{}", told.stdout);
    assert!(told.stdout.contains("lấy cơ sở ở dòng trên: Cơ sở Thử Nghiệm"), "{}", told.stdout);
    let nem = bench.read("content/products/_nem-thu/index.md");
    assert!(nem.contains("date: 2021-12-20\n") && nem.contains("stars: 4\n    date: 2024-10-15\n"), "{nem}");
}

#[test]
fn a_file_that_is_no_spreadsheet_is_refused_kindly() {
    let bench = Bench::new();
    bench.write("bang.xlsx", "không phải bảng tính");
    let refused = bench.run("import bang.xlsx").ends(2);
    assert!(refused.stderr.contains("bang.xlsx"), "{}", refused.stderr);
    bench.write("bang.csv", b"T\xean s\xe1ch\n");
    assert!(bench.run("import bang.csv").ends(2).stderr.contains("UTF-8"));
}
