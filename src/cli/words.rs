//! What the commands say to people, in Vietnamese and English.

use camino::Utf8Path;

use crate::base::lang::Lang;
use crate::diag::emit::Counts;
use crate::diag::emit::human;
use crate::output::failure;
use crate::output::publish::Published;
use crate::serve::PortTaken;

pub fn failed(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("lỗi: {reason}"),
        Lang::En => format!("error: {reason}"),
    }
}

pub fn bug(what: &str, place: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            format!("ocop có lỗi lập trình, không phải lỗi nội dung: {what} ({place}). Xin báo lại kèm dòng này.")
        }
        Lang::En => format!("this is a bug in ocop, not in the content: {what} ({place}). Please report this line."),
    }
}

pub fn bad_epoch(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("SOURCE_DATE_EPOCH là `{text}`, không phải số giây kể từ 1970"),
        Lang::En => format!("SOURCE_DATE_EPOCH is `{text}`, which is no number of seconds since 1970"),
    }
}

pub fn no_folder(option: &str, path: &Utf8Path, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("không có thư mục `{path}`; hãy chạy lệnh ở gốc dự án hoặc chỉ rõ bằng `{option}`"),
        Lang::En => format!("there is no folder `{path}`; run from the project's root or name it with `{option}`"),
    }
}

pub fn no_form(folder: &Utf8Path, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("biểu mẫu soạn chưa được dựng; hãy chạy một lần `npm ci` trong `{folder}` (cần Node 20)"),
        Lang::En => format!("the officers' form is not built yet; run `npm ci` once in `{folder}` (needs Node 20)"),
    }
}

pub fn no_link_report(path: &Utf8Path, detail: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("`{path}` không phải kết quả thử liên kết (lychee, dạng JSON, thêm mục `date`): {detail}"),
        Lang::En => format!("`{path}` is no report of a link checker (lychee’s JSON with `date` added): {detail}"),
    }
}

/// The last line of a check.
pub fn checked(counts: Counts, lang: Lang) -> String {
    match (human::summary(counts, lang), lang) {
        (summary, Lang::Vi) if summary.is_empty() => "nội dung không có lỗi".to_owned(),
        (summary, Lang::En) if summary.is_empty() => "no problems found".to_owned(),
        (summary, _) => summary,
    }
}

pub fn not_published(out: &Utf8Path, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("chưa xuất trang: sửa các lỗi trên rồi chạy lại; `{out}` giữ nguyên"),
        Lang::En => format!("nothing was published: mend the errors above and run again; `{out}` is as it was"),
    }
}

pub fn published(published: &Published, out: &Utf8Path, lang: Lang) -> String {
    let Published { files, written, .. } = published;
    let megabytes = format!("{:.1}", published.bytes as f64 / 1_000_000.0);
    match lang {
        Lang::Vi => {
            format!("đã xuất {files} tệp ({} MB) vào `{out}`, ghi mới {written}", megabytes.replace('.', ","))
        }
        Lang::En => format!("published into `{out}`: {files} files ({megabytes} MB), {written} of them written anew"),
    }
}

pub fn leftover(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "trang mới đã xuất xong, nhưng chưa xóa hết trang cũ bên cạnh; lần dựng sau sẽ xóa tiếp",
        Lang::En => "the new site is published, but the former one beside it could not be removed; the next build will",
    }
}

pub fn serving(address: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("đang mở trang tại {address} (Ctrl+C để dừng)"),
        Lang::En => format!("serving {address} (Ctrl+C to stop)"),
    }
}

pub fn port_taken(taken: &PortTaken, lang: Lang) -> String {
    let (port, reason) = (taken.port, failure::reason(&taken.error, lang));
    match lang {
        Lang::Vi => format!("không dùng được cổng {port}: {reason}; hãy chọn cổng khác bằng `--port`"),
        Lang::En => format!("cannot use port {port}: {reason}; choose another with `--port`"),
    }
}

/// The last line of each build of the preview; `files` is `None` when the last good site stays.
pub fn looked(pages: Option<usize>, counts: Counts, lang: Lang) -> String {
    let checked = checked(counts, lang);
    match (pages, lang) {
        (Some(pages), Lang::Vi) => format!("{pages} trang; {checked}"),
        (Some(pages), Lang::En) => format!("{pages} pages; {checked}"),
        (None, Lang::Vi) => format!("{checked}; vẫn hiện bản không lỗi gần nhất"),
        (None, Lang::En) => format!("{checked}; still showing the last site without errors"),
    }
}

pub fn no_browser(address: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("không mở được trình duyệt; hãy tự mở {address}"),
        Lang::En => format!("cannot open a browser; open {address} yourself"),
    }
}
