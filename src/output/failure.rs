//! Why a folder could not be published, in words for people.

use std::error::Error;
use std::fmt;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::lang::Lang;

/// The published folder could not be changed. Whatever it is, the site that was there is still whole.
#[derive(Debug)]
pub enum Failure {
    /// The folder holds files that we did not write, or that were changed since.
    Foreign { out: Utf8PathBuf, first: Vec<String>, count: usize },
    /// Its manifest is not one of ours, or is damaged.
    BadManifest { manifest: Utf8PathBuf },
    /// There is something at the path, and it is no folder.
    NotAFolder { out: Utf8PathBuf },
    /// A symbolic link that leads nowhere.
    BrokenLink { out: Utf8PathBuf },
    /// `/`, or a path that ends in `..`.
    NoName { out: Utf8PathBuf },
    /// The folder is, holds or lies in a folder that the site is made from.
    Overlaps { out: Utf8PathBuf, source: Utf8PathBuf },
    /// The folder is or holds the working directory.
    HoldsWorkingFolder { out: Utf8PathBuf },
    /// Another file system is mounted there, so the folder cannot be exchanged in one step.
    MountPoint { out: Utf8PathBuf },
    /// Another build is publishing into the folder.
    Busy { out: Utf8PathBuf },
    /// The system refused an operation.
    Io { doing: Doing, path: Utf8PathBuf, error: io::Error },
}

/// What was being done to a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Read,
    Create,
    Write,
    Replace,
    Remove,
    Lock,
    Flush,
}

impl Failure {
    /// For `map_err`: wraps a system error with what was being done to which path.
    pub fn io(doing: Doing, path: &Utf8Path) -> impl FnOnce(io::Error) -> Failure {
        move |error| Failure::Io { doing, path: path.to_owned(), error }
    }

    /// One sentence, then what to do where there is something to do.
    pub fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        }
    }

    fn vietnamese(&self) -> String {
        match self {
            Failure::Foreign { out, first, count } => format!(
                "thư mục `{out}` có {count} tệp không do ocop tạo ra hoặc đã bị sửa: {}; hãy dời các tệp ấy đi hoặc \
                 chọn `--out` khác",
                listed(first, *count)
            ),
            Failure::BadManifest { manifest } => format!(
                "`{manifest}` hỏng hoặc không phải của ocop, nên không biết tệp nào do ocop tạo ra; hãy dời thư mục ấy \
                 đi hoặc chọn `--out` khác"
            ),
            Failure::NotAFolder { out } => format!("`{out}` không phải thư mục; hãy chọn `--out` khác"),
            Failure::BrokenLink { out } => format!("`{out}` là liên kết không dẫn tới đâu; hãy xóa hoặc sửa liên kết"),
            Failure::NoName { out } => format!("không thể xuất trang vào `{out}`; hãy chọn một thư mục có tên"),
            Failure::Overlaps { out, source } => format!(
                "`{out}` trùng, chứa hoặc nằm trong `{source}`, nơi để dữ liệu nguồn; hãy chọn `--out` ở chỗ khác"
            ),
            Failure::HoldsWorkingFolder { out } => {
                format!("`{out}` trùng hoặc chứa thư mục đang làm việc; hãy chọn `--out` ở chỗ khác")
            }
            Failure::MountPoint { out } => format!(
                "`{out}` là điểm gắn ổ đĩa riêng nên không thay được trong một bước; hãy chọn một thư mục bên trong nó"
            ),
            Failure::Busy { out } => format!("một lệnh ocop khác đang xuất vào `{out}`; hãy đợi xong rồi chạy lại"),
            Failure::Io { doing, path, error } => {
                format!("{} `{path}`: {}", doing.vietnamese(), reason(error, Lang::Vi))
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Failure::Foreign { out, first, count } => format!(
                "the folder `{out}` holds {count} file(s) that ocop did not write or that were changed since: {}; move \
                 them away or choose another `--out`",
                listed(first, *count)
            ),
            Failure::BadManifest { manifest } => format!(
                "`{manifest}` is damaged or not ocop's, so it is unknown which files ocop wrote; move the folder away \
                 or choose another `--out`"
            ),
            Failure::NotAFolder { out } => format!("`{out}` is not a folder; choose another `--out`"),
            Failure::BrokenLink { out } => format!("`{out}` is a link that leads nowhere; remove or mend it"),
            Failure::NoName { out } => format!("cannot publish into `{out}`; choose a folder with a name"),
            Failure::Overlaps { out, source } => format!(
                "`{out}` is, holds or lies in `{source}`, from which the site is made; choose an `--out` elsewhere"
            ),
            Failure::HoldsWorkingFolder { out } => {
                format!("`{out}` is or holds the working directory; choose an `--out` elsewhere")
            }
            Failure::MountPoint { out } => format!(
                "`{out}` is a mount point of its own, so it cannot be replaced in one step; choose a folder inside it"
            ),
            Failure::Busy { out } => {
                format!("another ocop is publishing into `{out}`; wait until it is done and run again")
            }
            Failure::Io { doing, path, error } => {
                format!("cannot {} `{path}`: {}", doing.english(), reason(error, Lang::En))
            }
        }
    }
}

impl Doing {
    const fn vietnamese(self) -> &'static str {
        match self {
            Doing::Read => "không đọc được",
            Doing::Create => "không tạo được thư mục",
            Doing::Write => "không ghi được",
            Doing::Replace => "không thay được",
            Doing::Remove => "không xóa được",
            Doing::Lock => "không khóa được",
            Doing::Flush => "không ghi hẳn xuống đĩa được",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Doing::Read => "read",
            Doing::Create => "create the folder",
            Doing::Write => "write",
            Doing::Replace => "replace",
            Doing::Remove => "remove",
            Doing::Lock => "lock",
            Doing::Flush => "flush to disk",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.english())
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Failure::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// The reason of a system error in the reader's language, where it is a common one.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    let (vietnamese, english) = match error.kind() {
        io::ErrorKind::PermissionDenied => ("không có quyền", "permission denied"),
        io::ErrorKind::NotFound => ("không tìm thấy", "not found"),
        io::ErrorKind::StorageFull => ("đĩa đã đầy", "the disk is full"),
        io::ErrorKind::QuotaExceeded => ("đã hết hạn mức đĩa", "the disk quota is used up"),
        io::ErrorKind::ReadOnlyFilesystem => ("đĩa chỉ cho đọc", "the disk is read-only"),
        io::ErrorKind::AddrInUse => ("đang có chương trình khác dùng", "another program uses it"),
        _ => return error.to_string(),
    };
    match lang {
        Lang::Vi => vietnamese.to_owned(),
        Lang::En => english.to_owned(),
    }
}

fn listed(first: &[String], count: usize) -> String {
    let names: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
    let more = if count > first.len() { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}
