//! Puts the next site together beside the present one.
//!
//! What did not change becomes a hard link to the present file. That is safe because no publish ever writes into a file
//! that exists; it also keeps the file's time, so that browsers' caches stay valid.

#![expect(clippy::disallowed_methods, reason = "carried files are read here")]

use std::collections::BTreeSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::out_path::OutPath;
use crate::output::disk::Disk;
use crate::output::failure::{Doing, Failure};
use crate::output::manifest::{Entry, MANIFEST_NAME, Manifest};
use crate::output::pack::{Neighbours, Packed};
use crate::output::place::Place;
use crate::output::present::Present;
use crate::output::publish::Published;

/// The next site, half made.
pub struct Stage<'s> {
    disk: &'s dyn Disk,
    place: &'s Place,
    present: &'s Present,
    root: Utf8PathBuf,
    folders: BTreeSet<Utf8PathBuf>,
    manifest: Manifest,
    /// Files that the present site holds with the same bytes: linked at the end, if there is anything to publish at all.
    same: Vec<String>,
    written: usize,
}

impl<'s> Stage<'s> {
    /// Nothing is written before the first file that differs.
    pub fn new(disk: &'s dyn Disk, place: &'s Place, present: &'s Present, packing: Option<String>) -> Stage<'s> {
        Stage {
            disk,
            place,
            present,
            root: place.staged(),
            folders: BTreeSet::new(),
            manifest: Manifest { packing, ..Manifest::default() },
            same: Vec::new(),
            written: 0,
        }
    }

    /// Adds a file. A path is given once: `plan` proves it, so a second claim is our own mistake.
    ///
    /// # Errors
    /// [`Failure::Io`]; the present site is untouched.
    pub fn take(&mut self, path: &OutPath, bytes: &[u8]) -> Result<(), Failure> {
        self.take_known(path.as_str(), bytes, Entry::of(bytes))
    }

    /// Adds a file and its compressed neighbours.
    ///
    /// # Errors
    /// [`Failure::Io`]; the present site is untouched.
    pub fn take_packed(&mut self, packed: Packed) -> Result<(), Failure> {
        self.take_known(packed.path.as_str(), &packed.bytes, packed.entry)?;
        match packed.neighbours {
            Neighbours::Stay(names) => names.iter().for_each(|name| self.keep(name)),
            Neighbours::Made(neighbours) => {
                for (name, bytes, entry) in neighbours {
                    self.take_known(&name, &bytes, entry)?;
                }
            }
        }
        Ok(())
    }

    /// A file that stays as it lies in the present site.
    fn keep(&mut self, path: &str) {
        let entry = self.present.intact.files.get(path).expect("only what lies there stays").clone();
        self.same.push(path.to_owned());
        self.list(path, entry);
    }

    fn take_known(&mut self, path: &str, bytes: &[u8], entry: Entry) -> Result<(), Failure> {
        assert!(path != MANIFEST_NAME, "no page may claim the manifest's name");
        if self.present.intact.files.get(path) == Some(&entry) {
            self.same.push(path.to_owned());
        } else {
            self.write(path, bytes)?;
            self.written += 1;
        }
        self.list(path, entry);
        Ok(())
    }

    fn list(&mut self, path: &str, entry: Entry) {
        let earlier = self.manifest.files.insert(path.to_owned(), entry);
        assert!(earlier.is_none(), "the plan gave {path} to two files");
    }

    /// Files of others that would be carried over, had the site none of their name.
    pub fn claimed(&self) -> Vec<String> {
        let carried = self.present.carried.iter();
        carried.filter(|path| self.manifest.files.contains_key(*path)).cloned().collect()
    }

    pub fn published(&self) -> Published {
        Published {
            files: self.manifest.files.len(),
            bytes: self.manifest.files.values().map(|entry| entry.size).sum(),
            written: 0,
            leftover: false,
        }
    }

    /// Whether the present site is the next one already.
    pub fn changes_nothing(&self) -> bool {
        self.present.complete && self.present.manifest_text == self.manifest.to_json().as_bytes()
    }

    /// Completes the next site with what stays as it is, and says how many of its files had to be written.
    ///
    /// # Errors
    /// [`Failure::Io`]; the present site is untouched.
    pub fn finish(mut self) -> Result<usize, Failure> {
        self.folder("".into())?;
        for path in std::mem::take(&mut self.same) {
            if !self.carry(&path)? {
                self.written += 1;
            }
        }
        for path in &self.present.carried {
            self.carry(path)?;
        }
        let manifest = self.manifest.to_json();
        self.write(MANIFEST_NAME, manifest.as_bytes())?;
        self.disk.flush(&self.root).map_err(Failure::io(Doing::Flush, &self.root))?;
        Ok(self.written)
    }

    /// Links a file of the present site, or copies it where there can be no link; whether it was linked.
    fn carry(&mut self, path: &str) -> Result<bool, Failure> {
        let out = &self.place.out;
        if self.link(out, path)? {
            return Ok(true);
        }
        let from = out.join(path);
        let bytes = fs::read(&from).map_err(Failure::io(Doing::Read, &from))?;
        self.write(path, &bytes)?;
        Ok(false)
    }
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
