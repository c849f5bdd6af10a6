//! Puts the next site together beside the present one.
//!
//! What did not change becomes a hard link to the present file. That is safe because no publish ever writes into a file
//! that exists; it also keeps the file's time, so that browsers' caches stay valid.

#![expect(clippy::disallowed_methods, reason = "carried files are read here")]

use std::collections::BTreeSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::output::disk::Disk;
use crate::output::failure::{Doing, Failure};
use crate::output::manifest::{MANIFEST_NAME, Manifest};
use crate::output::place::Place;
use crate::output::present::Present;
use crate::output::tree::OutputTree;

struct Stage<'s> {
    disk: &'s dyn Disk,
    root: Utf8PathBuf,
    folders: BTreeSet<Utf8PathBuf>,
}

/// Fills [`Place::staged`] with the whole next site and says how many files had to be written.
///
/// # Errors
/// [`Failure::Io`]; the present site is untouched.
pub fn stage(
    disk: &dyn Disk,
    place: &Place,
    present: &Present,
    tree: &OutputTree,
    manifest: &Manifest,
) -> Result<usize, Failure> {
    let mut stage = Stage { disk, root: place.staged(), folders: BTreeSet::new() };
    stage.folder("".into())?;
    let mut written = 0;
    for (path, bytes) in tree.iter() {
        let path = path.as_str();
        let intact = present.intact.files.get(path).filter(|entry| Some(*entry) == manifest.files.get(path));
        if intact.is_none() || !stage.link(&place.out, path)? {
            stage.write(path, bytes)?;
            written += 1;
        }
    }
    for path in &present.carried {
        if !stage.link(&place.out, path)? {
            let from = place.out.join(path);
            let bytes = fs::read(&from).map_err(Failure::io(Doing::Read, &from))?;
            stage.write(path, &bytes)?;
        }
    }
    stage.write(MANIFEST_NAME, manifest.to_json().as_bytes())?;
    disk.flush(&stage.root).map_err(Failure::io(Doing::Flush, &stage.root))?;
    Ok(written)
}

impl Stage<'_> {
    /// Whether the file could be linked: not every file system can, and some only so many times.
    fn link(&mut self, out: &Utf8Path, path: &str) -> Result<bool, Failure> {
        self.folder_of(path)?;
        Ok(self.disk.link(&out.join(path), &self.root.join(path)).is_ok())
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.folder_of(path)?;
        let path = self.root.join(path);
        self.disk.write_new(&path, bytes).map_err(Failure::io(Doing::Write, &path))
    }

    fn folder_of(&mut self, path: &str) -> Result<(), Failure> {
        let parent = Utf8Path::new(path).parent().unwrap_or(Utf8Path::new(""));
        self.folder(parent)
    }

    fn folder(&mut self, folder: &Utf8Path) -> Result<(), Failure> {
        if self.folders.contains(folder) {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.folder(parent)?;
        }
        // Joining an empty path would add a slash.
        let path = if folder.as_str().is_empty() { self.root.clone() } else { self.root.join(folder) };
        self.disk.create_folder(&path).map_err(Failure::io(Doing::Create, &path))?;
        self.folders.insert(folder.to_owned());
        Ok(())
    }
}
