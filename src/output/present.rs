//! What lies in the folder before a publish: nothing, our last site, or something that is not ours to replace.

#![expect(clippy::disallowed_methods, reason = "what was published is read back here, and only here")]

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::PermissionsExt;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::output::disk::FILE_MODE;
use crate::output::failure::{Doing, Failure};
use crate::output::former::{Former, Held};
use crate::output::manifest::{Entry, MANIFEST_NAME, Manifest};
use crate::output::stamps::{Stamp, Stamps};

/// Files of others that are carried over instead of refused: certificate renewal (RFC 8615) writes there at any hour.
const CARRIED_FOLDER: &str = ".well-known/";

const SHOWN_FOREIGN_FILES: usize = 5;

/// The folder as it is now.
#[derive(Debug, Default)]
pub struct Present {
    pub exists: bool,
    /// Exactly as it lies there.
    pub manifest_text: Vec<u8>,
    /// Our files that are still as we wrote them.
    pub former: Former,
    /// Files of others to carry over.
    pub carried: Vec<String>,
    /// No file that the manifest lists is missing or has another mode.
    pub complete: bool,
}

enum Found {
    Intact(String, Held),
    /// Our bytes, with other permissions: to be written again.
    OtherMode,
    Carried(String),
    Foreign(String),
}

/// Looks at every file in `out` and compares it with the manifest there; those whose stamps are the same are not read.
/// `shown` is the folder's name for people.
///
/// # Errors
/// [`Failure::Foreign`] or [`Failure::BadManifest`] when something would be lost, [`Failure::Io`] when a file cannot be
/// read.
pub fn inspect(out: &Utf8Path, shown: &Utf8Path, stamps: &Stamps) -> Result<Present, Failure> {
    if !out.exists() {
        return Ok(Present::default());
    }
    let (manifest, manifest_text) = read_manifest(out, shown)?;
    let stamps = stamps.by_path(&manifest, &manifest_text);
    let paths = files_below(out)?;
    let found: Vec<Found> = paths
        .par_iter()
        .map(|path| classify(out, path, &manifest, &stamps).map_err(Failure::io(Doing::Read, path)))
        .collect::<Result<_, Failure>>()?;
    let (mut intact, mut carried, mut foreign) = (BTreeMap::new(), Vec::new(), Vec::new());
    for found in found {
        match found {
            Found::Intact(path, held) => drop(intact.insert(path, held)),
            Found::OtherMode => {}
            Found::Carried(path) => carried.push(path),
            Found::Foreign(path) => foreign.push(path),
        }
    }
    refuse(foreign, shown)?;
    let complete = intact.len() == manifest.files.len();
    let former = Former::new(out.to_owned(), intact, manifest.packing);
    Ok(Present { exists: true, manifest_text, former, carried, complete })
}

/// Refuses when `foreign` names anything.
pub fn refuse(foreign: Vec<String>, shown: &Utf8Path) -> Result<(), Failure> {
    if foreign.is_empty() {
        return Ok(());
    }
    let count = foreign.len();
    let first = foreign.into_iter().take(SHOWN_FOREIGN_FILES).collect();
    Err(Failure::Foreign { out: shown.to_owned(), first, count })
}

fn read_manifest(out: &Utf8Path, shown: &Utf8Path) -> Result<(Manifest, Vec<u8>), Failure> {
    let path = out.join(MANIFEST_NAME);
    match fs::read(&path) {
        Ok(text) => match Manifest::parse(&text) {
            Some(manifest) => Ok((manifest, text)),
            None => Err(Failure::BadManifest { manifest: shown.join(MANIFEST_NAME) }),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((Manifest::default(), Vec::new())),
        Err(error) => Err(Failure::io(Doing::Read, &path)(error)),
    }
}

/// Everything but folders, sorted. An empty folder holds nothing that could be lost.
fn files_below(out: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Failure> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(out).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::io(Doing::Read, out)(error.into()))?;
        if !entry.file_type().is_dir() {
            match Utf8Path::from_path(entry.path()) {
                Some(path) => paths.push(path.to_owned()),
                // Not one of our names, so only its being there matters.
                None => paths.push(Utf8PathBuf::from(entry.path().to_string_lossy().into_owned())),
            }
        }
    }
    Ok(paths)
}

fn classify(out: &Utf8Path, path: &Utf8Path, manifest: &Manifest, stamps: &BTreeMap<&str, Stamp>) -> io::Result<Found> {
    let relative = path.strip_prefix(out).expect("the walk stays under its root").to_string();
    let metadata = path.symlink_metadata().ok();
    let regular = metadata.filter(Metadata::is_file);
    match (regular, manifest.files.get(&relative)) {
        (Some(_), None) if relative == MANIFEST_NAME => Ok(Found::OtherMode),
        (Some(_), None) if relative.starts_with(CARRIED_FOLDER) => Ok(Found::Carried(relative)),
        (Some(metadata), Some(entry)) if metadata.len() == entry.size => {
            let stamp = Stamp::of(&metadata);
            if stamps.get(relative.as_str()) != Some(&stamp) && Entry::of(&fs::read(path)?) != *entry {
                return Ok(Found::Foreign(relative));
            }
            let ours = metadata.permissions().mode() & 0o7777 == FILE_MODE;
            Ok(if ours { Found::Intact(relative, Held { entry: *entry, stamp }) } else { Found::OtherMode })
        }
        _ => Ok(Found::Foreign(relative)),
    }
}
