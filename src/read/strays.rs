//! Files that cannot be read as content: of another kind, in another place, in another encoding, or with nothing to
//! belong to. Each is told what it probably is and where such a thing goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::Utf8Path;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::layout::{Kind, PICTURE_EXTENSIONS, TOP_LEVEL};
use crate::source::{Encoding, SourceFile};

/// A file of which the place says nothing; `nearest` is a path that may have been meant.
pub fn unknown(file: &SourceFile, nearest: Option<String>) -> Diagnostic {
    let what = what(&file.path);
    let nearest = nearest.filter(|_| what == "other");
    told(file, what).arg("known", allowed_beside(&file.path)).fix(nearest)
}

/// A symbolic link: it could lead out of the repository.
pub fn link(file: &SourceFile) -> Diagnostic {
    told(file, "link").arg("known", "")
}

fn told(file: &SourceFile, what: &str) -> Diagnostic {
    let name = Utf8Path::new(&file.path).file_name().unwrap_or_default();
    let new = Diagnostic::new(Code::UnknownFile, &file.path);
    new.arg("path", &file.path).arg("what", what).arg("name", name)
}

/// What a file is by its ending, as the messages name it.
fn what(path: &str) -> &'static str {
    match Utf8Path::new(path).extension().unwrap_or_default().to_ascii_lowercase().as_str() {
        "heic" | "heif" => "heic",
        "gif" | "bmp" | "tif" | "tiff" | "avif" | "svg" | "psd" | "raw" | "dng" | "jfif" => "picture",
        "doc" | "docx" | "pdf" | "odt" | "rtf" | "ppt" | "pptx" => "document",
        "xls" | "xlsx" | "ods" | "csv" => "table",
        "mov" | "mp4" | "avi" | "3gp" | "mkv" | "mp3" | "m4a" | "wav" => "film",
        _ => "other",
    }
}

/// What may lie in the folder of a path.
fn allowed_beside(path: &str) -> String {
    let entry = |folder: &str| Kind::ALL.iter().any(|kind| kind.entry_folder() == Some(folder));
    let parts: Vec<&str> = path.split('/').collect();
    let pictures = PICTURE_EXTENSIONS.map(|ending| format!("*.{ending}")).join(", ");
    match parts[..] {
        [folder, _, _] if entry(folder) => format!("index.md, index.en.md, {pictures}"),
        [folder, ..] if entry(folder) => format!("{folder}/<mã>/index.md"),
        ["pages", ..] => "pages/<tên>.md, pages/<tên>.en.md".to_owned(),
        ["taxonomy", ..] => "taxonomy/categories.yaml, taxonomy/synonyms.yaml".to_owned(),
        ["places", ..] => "places/<tỉnh>.yaml, places/<tỉnh>.geojson".to_owned(),
        ["sources", ..] => "sources/<mã>.yaml".to_owned(),
        ["plan", ..] => "plan/<năm>.yaml".to_owned(),
        _ => TOP_LEVEL.map(|name| if name.contains('.') { name.to_owned() } else { format!("{name}/") }).join(", "),
    }
}

/// A text that is not in UTF-8, at its first byte that is not.
pub fn not_utf8(file: &SourceFile, sound: &str, encoding: Encoding) -> Diagnostic {
    let at = sound.len();
    Diagnostic::new(Code::NotUtf8, &file.path).in_bytes(at..at).arg("encoding", encoding.word())
}

/// Pictures in folders of entries that are not there: one finding a folder, at its first picture. The ids of `entries` are
/// sorted.
pub fn pictures_alone(pictures: &[Arc<SourceFile>], entries: &BTreeMap<Kind, Vec<&str>>) -> Diagnostics {
    let mut told = Diagnostics::default();
    let mut last = "";
    for file in pictures {
        let Some((folder, _)) = file.path.rsplit_once('/').filter(|(folder, _)| *folder != last) else { continue };
        last = folder;
        let Some((top, id)) = folder.split_once('/') else { continue };
        let kind = Kind::ALL.iter().find(|kind| kind.entry_folder() == Some(top));
        let has_entry = kind.and_then(|kind| entries.get(kind)).is_some_and(|ids| ids.binary_search(&id).is_ok());
        if !has_entry {
            let missing = Diagnostic::new(Code::MissingFile, &file.path).arg("path", format!("{folder}/index.md"));
            told.push(missing.arg("why", "pictures-alone").arg("detail", folder));
        }
    }
    told
}
