//! Walks a folder, in sorted order, and reads what is text: the whole of it, or again only what changed.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
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
    Ok(Sources::new(root.to_owned(), below(root, "")?))
}

/// As [`scan`] of the same folder, when only files at the paths `changed`, or below them, can differ from `earlier`. The
/// others are taken from there, and so are texts that turn out to be the same.
///
/// # Errors
/// As [`scan`].
pub fn scan_again(earlier: &Sources, changed: &BTreeSet<Utf8PathBuf>) -> anyhow::Result<Sources> {
    let root = &earlier.root;
    if !root.is_dir() {
        bail!("no content folder at `{root}`");
    }
    let mut stays = vec![true; earlier.files.len()];
    let mut read = Vec::new();
    for path in changed {
        for range in [earlier.at(path.as_str()), earlier.below(path.as_str())] {
            stays[range].fill(false);
        }
        // What lies below another changed path is read with it.
        if !path.ancestors().skip(1).any(|above| changed.contains(above)) {
            let known = |file: SourceFile| match earlier.file(&file.path) {
                Some(same) if **same == file && matches!(file.content, Content::Text(_)) => same.clone(),
                _ => Arc::new(file),
            };
            read.extend(look(root, path)?.into_iter().map(known));
        }
    }
    let same = earlier.files.iter().zip(stays).filter(|(_, stays)| *stays).map(|(file, _)| file.clone()).collect();
    Ok(Sources { root: root.clone(), files: in_order(same, read) })
}

/// `same`, which is in order, with `read` at its places: few files are looked at, since mostly one of thousands was read.
fn in_order(same: Vec<Arc<SourceFile>>, mut read: Vec<Arc<SourceFile>>) -> Vec<Arc<SourceFile>> {
    read.sort_unstable_by(|left, right| left.path.cmp(&right.path));
    let mut files = Vec::with_capacity(same.len() + read.len());
    let mut rest = same.as_slice();
    for file in read {
        let (before, behind) = rest.split_at(rest.partition_point(|other| other.path < file.path));
        files.extend_from_slice(before);
        files.push(file);
        rest = behind;
    }
    files.extend_from_slice(rest);
    files
}

/// The files at a relative path: one, all of a folder, or none.
fn look(root: &Utf8Path, path: &Utf8Path) -> anyhow::Result<Vec<SourceFile>> {
    if path.components().any(|part| is_ignored(part.as_str())) {
        return Ok(Vec::new());
    }
    // Joining an empty path would add a slash.
    let whole = if path.as_str().is_empty() { root.to_owned() } else { root.join(path) };
    match whole.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => below(&whole, path.as_str()),
        Ok(metadata) => Ok(vec![SourceFile { path: slashed(path), content: content(&whole, metadata.is_symlink())? }]),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Vec::new()),
        Err(error) => Err(error).with_context(|| format!("cannot read `{whole}`")),
    }
}

/// Every file and link below `folder`, in no order. `relative` is the folder's own path below the root. Folders are
/// listed side by side: at 17,000 products the walk alone takes longer than reading.
#[expect(clippy::disallowed_methods, reason = "this is where the disk is read")]
fn below(folder: &Utf8Path, relative: &str) -> anyhow::Result<Vec<SourceFile>> {
    let unread = || format!("cannot read the folder `{folder}`");
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).with_context(unread)? {
        let entry = entry.with_context(unread)?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            if is_ignored(&name.to_string_lossy()) {
                continue;
            }
            bail!("the file name `{}` is not UTF-8", entry.path().display());
        };
        if is_ignored(name) {
            continue;
        }
        let kind = entry.file_type().with_context(unread)?;
        let path = if relative.is_empty() { name.to_owned() } else { format!("{relative}/{name}") };
        if kind.is_dir() {
            folders.push((folder.join(name), path));
        } else {
            files.push(SourceFile { path, content: content(&folder.join(name), kind.is_symlink())? });
        }
    }
    let lists: Vec<Vec<SourceFile>> =
        folders.par_iter().map(|(folder, path)| below(folder, path)).collect::<anyhow::Result<_>>()?;
    files.extend(lists.into_iter().flatten());
    Ok(files)
}

fn slashed(path: &Utf8Path) -> String {
    path.as_str().replace('\\', "/")
}

/// Whether a file or folder of this name is not content.
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.') || name.starts_with('_')
}

fn content(path: &Utf8Path, is_link: bool) -> anyhow::Result<Content> {
    if is_link {
        return Ok(Content::Link);
    }
    if !matches!(path.extension(), Some("yaml" | "yml" | "md" | "geojson")) {
        let metadata = fs::metadata(path).with_context(|| format!("cannot read `{path}`"))?;
        let since = metadata.modified().ok().and_then(|changed| changed.duration_since(UNIX_EPOCH).ok());
        return Ok(Content::Binary { size: metadata.len(), changed: since.map_or(0, |since| since.as_nanos()) });
    }
    Ok(Content::of_bytes(read_bytes(path)?))
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
