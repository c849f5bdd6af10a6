//! The words of `--help` for the officers' commands.

use crate::base::lang::Lang;
use crate::cli::help::Words;

/// What stands behind the command's name on its usage line.
pub fn operands(command: &str, lang: Lang) -> &'static str {
    match (command, lang) {
        ("new", Lang::Vi) => " <LOẠI> <MÃ>",
        ("new", Lang::En) => " <KIND> <ID>",
        ("diff", Lang::Vi) => " <BẢN> [BẢN2]",
        ("diff", Lang::En) => " <REV> [REV2]",
        ("report", Lang::Vi) => " <TÊN>",
        ("report", Lang::En) => " <NAME>",
        ("import", Lang::Vi) => " <TỆP>",
        ("import", Lang::En) => " <FILE>",
        ("schema", Lang::Vi) => " [LOẠI]",
        ("schema", Lang::En) => " [KIND]",
        _ => "",
    }
}

pub const COMMANDS: [(&str, Words, Words); 6] = [
    (
        "new",
        (
            "Viết một tệp mẫu có chú giải, kiểm tra qua được ngay; không bao giờ ghi đè tệp đã có",
            "Writes a commented skeleton that passes the check as it is; never overwrites a file",
        ),
        (
            "Ví dụ:\n  ocop new producer htx-bien-xanh --name \"HTX Biển Xanh\" --commune \"Thiên Cầm\"\n  \
             ocop new product \"Nước mắm Biển Xanh\" --producer \"biển xanh\"\n\nGhi tên thay cho mã thì mã được đặt theo \
             tên. Chỗ cần người trả lời mang chữ `SỬA:`; `ocop report gaps` liệt kê chúng.",
            "Examples:\n  ocop new producer htx-bien-xanh --name \"HTX Biển Xanh\" --commune \"Thiên Cầm\"\n  \
             ocop new product \"Nước mắm Biển Xanh\" --producer \"biển xanh\"\n\nA name in place of the id makes the id. \
             What a person has to answer is marked `SỬA:`; `ocop report gaps` lists it.",
        ),
    ),
    (
        "fmt",
        (
            "Đưa các tệp về một dạng chuẩn: chữ dựng sẵn, thứ tự mục, dấu nháy; không đổi nghĩa",
            "Puts files into canonical form: letters, order of keys, quotes; never changes meaning",
        ),
        (
            "Ví dụ:\n  ocop fmt\n  ocop fmt --check    chỉ xem; mã kết thúc 1 khi có tệp chưa chuẩn\n\nChú thích được giữ \
             cạnh dòng của nó. Tệp hỏng được để nguyên và nêu tên.",
            "Examples:\n  ocop fmt\n  ocop fmt --check    only look; exit code 1 when a file is not canonical\n\nComments \
             stay with their lines. A broken file is left alone and named.",
        ),
    ),
    (
        "diff",
        (
            "Kể điều đã đổi giữa hai bản git bằng sự việc: sao, hạn, điểm bán, trang; không phải bằng dòng chữ",
            "Tells what changed between two git revisions as facts: stars, validity, outlets, pages; not as lines",
        ),
        (
            "Ví dụ:\n  ocop diff origin/main HEAD\n  ocop diff HEAD~1 --format json\n\nĐọc thẳng từ kho git, không đụng tới \
             tệp đang mở. Thiếu BẢN2 thì so với HEAD.",
            "Examples:\n  ocop diff origin/main HEAD\n  ocop diff HEAD~1 --format json\n\nReads git's objects and never \
             touches the files at hand. Without REV2 it compares with HEAD.",
        ),
    ),
    (
        "report",
        (
            "In biểu của cơ quan quản lý từ chính các tệp nội dung, mỗi con số kèm các mục làm căn cứ",
            "Prints the authority's own tables from the content, each number with the entries behind it",
        ),
        (
            "Ví dụ:\n  ocop report yearly --year 2025 --format xlsx > phu-luc-1.xlsx\n  ocop report products --format csv > \
             phu-luc-2.csv\n  ocop report expiring\n\nTên biểu: yearly (phụ lục 1 của 2402/UBND-NTM), products (phụ lục \
             2), communes, expiring, unverified, gaps, totals.",
            "Examples:\n  ocop report yearly --year 2025 --format xlsx > appendix-1.xlsx\n  ocop report products --format \
             csv > appendix-2.csv\n  ocop report expiring\n\nNames: yearly (appendix 1 of 2402/UBND-NTM), products \
             (appendix 2), communes, expiring, unverified, gaps, totals.",
        ),
    ),
    (
        "import",
        (
            "Lấy bảng phụ lục 2 (XLSX, ODS, CSV) làm bản nháp, và kể từng dòng: đã lấy gì, đoán gì, bỏ gì",
            "Drafts entries from appendix 2 (XLSX, ODS, CSV) and tells row by row what was taken, guessed, left",
        ),
        (
            "Ví dụ:\n  ocop import danh-sach-2026.xlsx --source cv-2402-2021\n\nBản nháp nằm ở thư mục bắt đầu bằng `_`, nên \
             trang chưa hiện; xem xong thì bỏ dấu `_` ở tên thư mục. Nhập lần nữa không đổi gì.",
            "Example:\n  ocop import list-2026.xlsx --source cv-2402-2021\n\nDrafts lie in folders that begin with `_`, so \
             the site does not show them; take the `_` off to accept one. Importing again changes nothing.",
        ),
    ),
    (
        "schema",
        (
            "In JSON Schema (draft-07) của một loại tệp, tên mục và gợi ý bằng tiếng Việt, cho trình soạn thảo",
            "Prints the JSON Schema (draft-07) of a kind, with Vietnamese titles and hints, for editors",
        ),
        (
            "Ví dụ:\n  ocop schema product\n  ocop schema --content content --out docs/schema    mọi loại, kèm mã để gợi ý",
            "Examples:\n  ocop schema product\n  ocop schema --content content --out docs/schema    every kind, with ids to \
             offer",
        ),
    ),
];

pub const ARGUMENTS: [(&str, Words); 18] = [
    (
        "kind",
        (
            "product, producer, point-of-sale, venue, destination, route, event, source",
            "product, producer, point-of-sale, venue, destination, route, event, source",
        ),
    ),
    ("id", ("mã, hoặc tên để đặt mã", "the id, or a name to make it from")),
    ("name", ("tên tiếng Việt", "the Vietnamese name")),
    ("producer", ("mã hoặc gần đúng tên của chủ thể", "id or approximate name of the producer")),
    ("commune", ("mã hoặc gần đúng tên của xã, huyện", "id or approximate name of the commune or district")),
    ("source", ("mã hoặc gần đúng tên của nguồn", "id or approximate name of the source")),
    (
        "fmt_check",
        (
            "chỉ xem, không ghi; mã kết thúc 1 khi có tệp chưa chuẩn",
            "only look; exit code 1 when a file is not canonical",
        ),
    ),
    ("rev", ("bản cũ: nhánh, thẻ hoặc mã commit", "the old revision: a branch, tag or commit")),
    ("rev2", ("bản mới [mặc định: HEAD]", "the new revision [default: HEAD]")),
    ("diff_format", ("markdown hoặc json [mặc định: markdown]", "markdown or json [default: markdown]")),
    (
        "report_name",
        (
            "yearly, products, communes, expiring, unverified, gaps, totals",
            "yearly, products, communes, expiring, unverified, gaps, totals",
        ),
    ),
    (
        "year",
        (
            "yearly: giai đoạn năm năm có năm này; products, expiring: chỉ việc của năm này",
            "yearly: the five-year period with this year; products, expiring: only this year's",
        ),
    ),
    ("report_format", ("csv, xlsx, json hoặc md [mặc định: md]", "csv, xlsx, json or md [default: md]")),
    ("file", ("bảng tính .xlsx, .ods hoặc .csv", "a spreadsheet: .xlsx, .ods or .csv")),
    ("dry_run", ("chỉ kể, không ghi bản nháp", "only tell, write no drafts")),
    (
        "schema_kind",
        (
            "site, taxonomy, places, plan, page, source hoặc một loại mục; bỏ trống: mọi loại",
            "site, taxonomy, places, plan, page, source or a kind of entry; none: every kind",
        ),
    ),
    ("schema_content", ("thư mục nội dung để lấy mã làm gợi ý", "folder of the content whose ids are offered")),
    ("schema_out", ("ghi mỗi loại một tệp vào thư mục này", "write a file a kind into this folder")),
];
