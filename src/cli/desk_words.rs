//! What the officers' commands say to people, in Vietnamese and English.

use camino::Utf8Path;

use crate::base::lang::Lang;
use crate::canonical::Unformatted;
use crate::intake::sheet::NoSheet;
use crate::scaffold::{Note, Refusal};
use crate::source::git::Trouble;

/// How many files a formatting run met, by what came of them.
#[derive(Debug, Default)]
pub struct Formatted {
    pub unchanged: usize,
    pub changed: usize,
    pub broken: usize,
}

pub fn formatted(told: &Formatted, only_look: bool, lang: Lang) -> String {
    let Formatted { unchanged, changed, broken } = told;
    let (done, left) = match (lang, only_look) {
        (Lang::Vi, false) => ("đã sửa", "để nguyên vì hỏng"),
        (Lang::Vi, true) => ("chưa chuẩn", "hỏng"),
        (Lang::En, false) => ("rewritten", "left alone, broken"),
        (Lang::En, true) => ("not canonical", "broken"),
    };
    match lang {
        Lang::Vi => format!("{unchanged} tệp đã chuẩn, {changed} tệp {done}, {broken} tệp {left}"),
        Lang::En => format!("{unchanged} files canonical, {changed} {done}, {broken} {left}"),
    }
}

pub fn left_alone(path: &str, reason: Unformatted, lang: Lang) -> String {
    match (reason, lang) {
        (Unformatted::Broken, Lang::Vi) => format!("`{path}`: không đọc được nên để nguyên; `ocop check` chỉ rõ lỗi"),
        (Unformatted::Broken, Lang::En) => {
            format!("`{path}`: cannot be read, so it is left alone; `ocop check` tells where")
        }
        (Unformatted::Unsure, Lang::Vi) => {
            format!("`{path}`: không chắc giữ nguyên nghĩa nên để nguyên; xin báo lại, đây là lỗi của ocop")
        }
        (Unformatted::Unsure, Lang::En) => {
            format!("`{path}`: the new text might not mean the same, so it is left alone; please report this bug")
        }
    }
}

pub fn schemas_written(count: usize, folder: &Utf8Path, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("đã ghi {count} tệp schema vào `{folder}`"),
        Lang::En => format!("wrote {count} schemas into `{folder}`"),
    }
}

pub fn no_year(report: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("biểu `{report}` tính cho một ngày: dùng `--date`, không dùng `--year`"),
        Lang::En => format!("the report `{report}` is of one day: use `--date`, not `--year`"),
    }
}

pub fn binary_to_terminal(report: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("tệp Excel không in ra màn hình được; thêm `> {report}.xlsx`"),
        Lang::En => format!("an Excel file cannot be shown in a terminal; add `> {report}.xlsx`"),
    }
}

pub fn report_with_errors(errors: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("nội dung còn {errors} lỗi nên biểu có thể thiếu mục; xem `ocop check`"),
        Lang::En => format!("the content has {errors} errors, so entries may be missing; see `ocop check`"),
    }
}

pub fn exists(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("`{path}` đã có; ocop không ghi đè"),
        Lang::En => format!("`{path}` exists already; ocop does not write over it"),
    }
}

pub fn refused(refusal: &Refusal, lang: Lang) -> String {
    match (refusal, lang) {
        (Refusal::NoId(written), Lang::Vi) => {
            format!("không đặt được mã từ `{written}`; mã gồm chữ thường không dấu, số và gạch nối")
        }
        (Refusal::NoId(written), Lang::En) => {
            format!("no id can be made of `{written}`; an id has lower-case letters, digits and hyphens")
        }
        (Refusal::Exists(path), lang) => exists(path, lang),
        (Refusal::NotFound { field, wanted, nearest }, Lang::Vi) => {
            format!("không tìm thấy `{wanted}` cho `--{field}`; gần nhất là:{}", listed(nearest))
        }
        (Refusal::NotFound { field, wanted, nearest }, Lang::En) => {
            format!("found no `{wanted}` for `--{field}`; the nearest are:{}", listed(nearest))
        }
        (Refusal::Ambiguous { field, wanted, all }, Lang::Vi) => {
            format!("`{wanted}` cho `--{field}` có thể là nhiều mục; hãy ghi mã của một mục:{}", listed(all))
        }
        (Refusal::Ambiguous { field, wanted, all }, Lang::En) => {
            format!("`{wanted}` for `--{field}` may be several; give the id of one:{}", listed(all))
        }
        (Refusal::NothingYet { field }, Lang::Vi) => {
            format!("danh mục chưa có gì để ghi vào `{field}`; hãy tạo mục ấy trước bằng `ocop new`")
        }
        (Refusal::NothingYet { field }, Lang::En) => {
            format!("the catalogue has nothing yet for `{field}`; make that entry first with `ocop new`")
        }
    }
}

fn listed(offers: &[(String, String)]) -> String {
    offers.iter().map(|(id, name)| format!("\n  {id}: {name}")).collect()
}

pub fn note(note: &Note, lang: Lang) -> String {
    match (note, lang) {
        (Note::IdFromName { name, id }, Lang::Vi) => format!("mã `{id}` được đặt theo tên “{name}”"),
        (Note::IdFromName { name, id }, Lang::En) => format!("the id `{id}` was made from the name “{name}”"),
        (Note::Took { field, wanted, id, name }, Lang::Vi) => {
            format!("`--{field} {wanted}` được hiểu là `{id}` ({name})")
        }
        (Note::Took { field, wanted, id, name }, Lang::En) => format!("took `--{field} {wanted}` for `{id}` ({name})"),
        (Note::StandsIn { field, id, name }, Lang::Vi) => {
            format!("`{field}` tạm ghi `{id}` ({name}), đánh dấu SỬA: hãy sửa cho đúng")
        }
        (Note::StandsIn { field, id, name }, Lang::En) => {
            format!("`{field}` holds `{id}` ({name}) for now, marked SỬA: put it right")
        }
    }
}

pub fn skeleton_written(path: &Utf8Path, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            format!("đã viết `{path}`; mỗi dòng `#` là một câu hỏi, trả lời được câu nào thì bỏ dấu `#` câu ấy")
        }
        Lang::En => format!("wrote `{path}`; each `#` line is a question: take the `#` off those you can answer"),
    }
}

pub fn revision_with_errors(revision: &str, errors: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("bản `{revision}` có {errors} lỗi nội dung, nên có mục không so được"),
        Lang::En => format!("revision `{revision}` has {errors} errors, so some entries cannot be compared"),
    }
}

/// How the rows of a sheet fared.
#[derive(Debug, Default)]
pub struct Imported {
    pub rows: usize,
    pub drafted: usize,
    pub known: usize,
    pub different: usize,
    pub left: usize,
    /// Files written.
    pub written: usize,
}

pub fn imported(told: &Imported, dry_run: bool, lang: Lang) -> String {
    let Imported { rows, drafted, known, different, left, written } = told;
    match (lang, dry_run) {
        (Lang::Vi, dry) => {
            let files =
                if dry { "không ghi tệp nào".to_owned() } else { format!("ghi {written} tệp nháp mới") };
            format!(
                "{rows} dòng: {drafted} lập nháp, {known} đã có, {different} khác với danh mục, {left} để lại; {files}"
            )
        }
        (Lang::En, dry) => {
            let files = if dry { "no file written".to_owned() } else { format!("{written} new drafts written") };
            format!("{rows} rows: {drafted} drafted, {known} known, {different} different, {left} left; {files}")
        }
    }
}

pub fn no_sheet(file: &str, reason: &NoSheet, lang: Lang) -> String {
    match (reason, lang) {
        (NoSheet::NotUtf8, Lang::Vi) => {
            format!("`{file}` không ghi bằng UTF-8; trong Excel hãy chọn lưu thành “CSV UTF-8”, hoặc lưu thành .xlsx")
        }
        (NoSheet::NotUtf8, Lang::En) => {
            format!("`{file}` is not UTF-8; save it from Excel as “CSV UTF-8”, or as .xlsx")
        }
        (NoSheet::NoWorkbook(reason), Lang::Vi) => {
            format!("`{file}` không đọc được như một bảng tính XLSX, XLS, ODS hay CSV ({reason})")
        }
        (NoSheet::NoWorkbook(reason), Lang::En) => {
            format!("`{file}` cannot be read as a spreadsheet: XLSX, XLS, ODS or CSV ({reason})")
        }
    }
}

pub fn no_columns(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("`{file}`: không thấy hàng tiêu đề có chữ “Tên sản phẩm” của phụ lục 2"),
        Lang::En => format!("`{file}`: no row of headings says “Tên sản phẩm”, as appendix 2 does"),
    }
}

pub fn draft_edited(path: &Utf8Path, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("`{path}` đã có và đã được sửa, để nguyên"),
        Lang::En => format!("`{path}` exists and has been worked on, so it is left alone"),
    }
}

pub fn git_trouble(trouble: &Trouble, content: &Utf8Path, lang: Lang) -> String {
    match (trouble, lang) {
        (Trouble::NoGit, Lang::Vi) => "máy này chưa cài `git`".to_owned(),
        (Trouble::NoRepository(words), Lang::Vi) => format!("`{content}` không nằm trong kho git nào ({words})"),
        (Trouble::NoCommit(revision), Lang::Vi) => {
            format!("kho git không có bản nào tên `{revision}`; xem `git log --oneline` hoặc `git branch`")
        }
        (Trouble::NoCommit(revision), Lang::En) => {
            format!("there is no commit `{revision}`; see `git log --oneline` or `git branch`")
        }
        (trouble, Lang::En) => trouble.to_string(),
    }
}
