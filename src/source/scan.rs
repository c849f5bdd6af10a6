//! Walks a folder once, in sorted order, and reads what is text.

use std::fs;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::source::{Content, SourceFile, Sources};

/// Reads every file under `root`; names that begin with `.` or `_` are passed over.
///
/// # Errors
/// When `root` is no folder, or a folder or file in it cannot be read; the message names it.
pub fn scan(root: &Utf8Path) -> anyhow::Result<Sources> {
    if !root.is_dir() {
        bail!("no content folder at `{root}`");
    }
    let found = files_below(root)?;
    let file = |(path, is_link): (Utf8PathBuf, bool)| {
        let relative = path.strip_prefix(root).expect("the walk stays under its root");
        let content = if is_link { Content::Link } else { read(&path)? };
        Ok(SourceFile { path: relative.as_str().replace('\\', "/"), content })
    };
    let mut files: Vec<SourceFile> = found.into_par_iter().map(file).collect::<anyhow::Result<_>>()?;
    files.sort_unstable_by(|left, right| left.path.cmp(&right.path));
    Ok(Sources { root: root.to_owned(), files })
}

/// Every file and link that is content, in no order. Folders of one depth are listed side by side: at 17,000 products
/// the walk alone takes longer than reading.
fn files_below(root: &Utf8Path) -> anyhow::Result<Vec<(Utf8PathBuf, bool)>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while !folders.is_empty() {
        let lists: Vec<Vec<DirEntry>> = folders.par_iter().map(|folder| list(folder)).collect::<anyhow::Result<_>>()?;
        folders.clear();
        for entry in lists.into_iter().flatten() {
            let kind = entry.file_type();
            let path = Utf8PathBuf::from_path_buf(entry.into_path())
                .map_err(|path| anyhow::anyhow!("the file name `{}` is not UTF-8", path.display()))?;
            if kind.is_dir() {
                folders.push(path);
            } else {
                files.push((path, kind.is_symlink()));
            }
        }
    }
    Ok(files)
}

fn list(folder: &Utf8Path) -> anyhow::Result<Vec<DirEntry>> {
    let walk = WalkDir::new(folder).min_depth(1).max_depth(1).into_iter();
    walk.filter_entry(|entry| !is_ignored(&entry.file_name().to_string_lossy()))
        .collect::<Result<_, _>>()
        .with_context(|| format!("cannot read the folder `{folder}`"))
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
