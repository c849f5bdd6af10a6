//! Walks a folder once, in sorted order, and reads what is text.

use std::fs;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use crate::source::{Content, SourceFile, Sources};

/// Reads every file under `root`; names that begin with `.` or `_` are passed over.
///
/// # Errors
/// When `root` is no folder, or a folder or file in it cannot be read; the message names it.
pub fn scan(root: &Utf8Path) -> anyhow::Result<Sources> {
    if !root.is_dir() {
        bail!("no content folder at `{root}`");
    }
    let mut files = Vec::new();
    let walk = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_ignored(&entry.file_name().to_string_lossy())) {
        let entry = entry.with_context(|| format!("cannot read the folder `{root}`"))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = Utf8Path::from_path(entry.path())
            .with_context(|| format!("the file name `{}` is not UTF-8", entry.path().display()))?;
        let relative = path.strip_prefix(root).expect("the walk stays under its root");
        let content = if entry.file_type().is_symlink() { Content::Link } else { read(path)? };
        files.push(SourceFile { path: relative.as_str().replace('\\', "/"), content });
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(Sources { root: root.to_owned(), files })
}

/// Whether a file or folder of this name is not content.
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.') || name.starts_with('_')
}

fn read(path: &Utf8Path) -> anyhow::Result<Content> {
    if !matches!(path.extension(), Some("yaml" | "yml" | "md")) {
        let metadata = fs::metadata(path).with_context(|| format!("cannot read `{path}`"))?;
        return Ok(Content::Binary { size: metadata.len() });
    }
    Ok(match String::from_utf8(read_bytes(path)?) {
        Ok(text) => Content::Text(text),
        Err(error) => Content::NotUtf8 { valid_up_to: error.utf8_error().valid_up_to() },
    })
}

/// The bytes of one file.
///
/// # Errors
/// When it cannot be read; the message names it.
#[expect(clippy::disallowed_methods, reason = "this is where the disk is read")]
pub fn read_bytes(path: &Utf8Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read `{path}`"))
}

/// Every file under `root` as bytes, by relative path: the theme.
///
/// # Errors
/// As [`scan`].
pub fn read_tree(root: &Utf8Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    if !root.is_dir() {
        bail!("no folder at `{root}`");
    }
    let mut files = Vec::new();
    let walk = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_ignored(&entry.file_name().to_string_lossy())) {
        let entry = entry.with_context(|| format!("cannot read the folder `{root}`"))?;
        if entry.file_type().is_file() {
            let path = Utf8PathBuf::from_path_buf(entry.path().to_owned())
                .map_err(|path| anyhow::anyhow!("the file name `{}` is not UTF-8", path.display()))?;
            let relative = path.strip_prefix(root).expect("the walk stays under its root").as_str().replace('\\', "/");
            files.push((relative, read_bytes(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
