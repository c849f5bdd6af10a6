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
use crate::output::manifest::{Entry, MANIFEST_NAME, Manifest};
use crate::output::pack::{Neighbours, Packed, Packing};
use crate::output::place::Place;
use crate::output::present::Present;
use crate::output::publish::{Published, Target};
use crate::output::standby::Standby;
use crate::output::tree::Handed;

/// The next site, half made.
pub struct Stage<'s> {
    disk: &'s dyn Disk,
    place: &'s Place,
    present: &'s Present,
    root: Utf8PathBuf,
    folders: BTreeSet<Utf8PathBuf>,
    /// What lies in `root` from the beginning, where a former site waited to become the next one.
    standby: Standby,
    /// Whether one may be used.
    uses_standby: bool,
    manifest: Manifest,
    /// Files that the present site holds with the same bytes: linked at the end, if there is anything to publish at all.
    same: Vec<String>,
    written: usize,
}

impl<'s> Stage<'s> {
    /// Nothing is written before the first file that differs.
    pub fn new(disk: &'s dyn Disk, place: &'s Place, present: &'s Present, target: &Target) -> Stage<'s> {
        Stage {
            disk,
            place,
            present,
            root: place.staged(),
            folders: BTreeSet::new(),
            standby: Standby::default(),
            uses_standby: target.standby_from.is_some(),
            manifest: Manifest { packing: target.packing.map(Packing::stamp), ..Manifest::default() },
            same: Vec::new(),
            written: 0,
        }
    }

    /// Adds a file; its bytes may be left out where the present site holds it. A path is given once: `plan` proves it, so a
    /// second claim is our own mistake.
    ///
    /// # Errors
    /// [`Failure::Io`]; the present site is untouched.
    pub fn take(&mut self, file: Handed) -> Result<(), Failure> {
        self.add(file.path.as_str(), file.entry, file.bytes.as_deref())
    }

    /// Adds a file and its compressed neighbours.
    ///
    /// # Errors
    /// [`Failure::Io`]; the present site is untouched.
    pub fn take_packed(&mut self, packed: Packed) -> Result<(), Failure> {
        self.take(packed.file)?;
        match packed.neighbours {
            Neighbours::Stay(names) => names.iter().for_each(|name| self.keep(name)),
            Neighbours::Made(neighbours) => {
                for (name, bytes, entry) in neighbours {
                    self.add(&name, entry, Some(&bytes))?;
                }
            }
        }
        Ok(())
    }

    /// A file that stays as it lies in the present site.
    fn keep(&mut self, path: &str) {
        let entry = self.present.former.get(path).expect("only what lies there stays").entry;
        self.same.push(path.to_owned());
        self.list(path, entry);
    }

    fn add(&mut self, path: &str, entry: Entry, bytes: Option<&[u8]>) -> Result<(), Failure> {
        assert!(path != MANIFEST_NAME, "no page may claim the manifest's name");
        if self.present.former.holds(path, &entry) {
            self.same.push(path.to_owned());
        } else {
            self.write(path, bytes.expect("only what the former site holds comes without its bytes"))?;
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

    /// Every file of the next site.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Whether the present site is the next one already; `manifest` is the text of the next one's.
    pub fn changes_nothing(&self, manifest: &str) -> bool {
        self.present.complete && self.present.manifest_text == manifest.as_bytes()
    }

    /// Completes the next site with what stays as it is, and says how many of its files had to be written.
    ///
    /// # Errors
    /// [`Failure::Io`]; the present site is untouched.
    pub fn finish(&mut self, manifest: &str) -> Result<usize, Failure> {
        self.folder("".into())?;
        for path in std::mem::take(&mut self.same) {
            if !self.stands(&path)? && !self.carry(&path)? {
                self.written += 1;
            }
        }
        for path in &self.present.carried {
            self.carry(path)?;
        }
        self.write(MANIFEST_NAME, manifest.as_bytes())?;
        let (files, carried, folders) = (&self.manifest.files, &self.present.carried, &self.folders);
        let is_file = |path: &str| {
            path == MANIFEST_NAME || files.contains_key(path) || carried.iter().any(|carried| carried == path)
        };
        self.standby.clear(self.disk, &self.root, is_file, |folder| folders.contains(folder))?;
        self.disk.flush(&self.root).map_err(Failure::io(Doing::Flush, &self.root))?;
        Ok(self.written)
    }

    /// Whether a file of the present site stands in the next one from the beginning.
    fn stands(&mut self, path: &str) -> Result<bool, Failure> {
        let inode = self.present.former.get(path).map(|held| held.stamp.inode());
        let stands = inode.is_some_and(|inode| self.standby.is(path, inode));
        if stands {
            self.folder_of(path)?;
        }
        Ok(stands)
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
        self.make_room(path)?;
        Ok(self.disk.link(&out.join(path), &self.root.join(path)).is_ok())
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.make_room(path)?;
        let path = self.root.join(path);
        self.disk.write_new(&path, bytes).map_err(Failure::io(Doing::Write, &path))
    }

    /// Makes the folder of a file, and sees that its name is free.
    fn make_room(&mut self, path: &str) -> Result<(), Failure> {
        self.folder_of(path)?;
        self.standby.make_room(self.disk, &self.root, path)
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
        if folder.as_str().is_empty() {
            self.begin()?;
        } else if !self.standby.has_folder(self.disk, &self.root, folder)? {
            let path = self.root.join(folder);
            self.disk.create_folder(&path).map_err(Failure::io(Doing::Create, &path))?;
        }
        self.folders.insert(folder.to_owned());
        Ok(())
    }

    /// Begins with what waits, or with an empty folder.
    fn begin(&mut self) -> Result<(), Failure> {
        if self.uses_standby
            && let Some(standby) = Standby::take(self.disk, self.place)?
        {
            self.standby = standby;
            return Ok(());
        }
        self.disk.create_folder(&self.root).map_err(Failure::io(Doing::Create, &self.root))
    }
}
