//! The site before the present one, kept so that the next one can be put together from it.
//!
//! A site of 17,000 products is 140,000 folders with a file in each: linking all of them anew takes half a minute, and
//! removing them as long, for one page that changed. So a former site that shares nearly everything with the present one
//! waits in the cache; the next publish changes in it what differs, and exchanges the two. Readers see what they see
//! without it: one whole site, then another.
//!
//! Nothing in it is trusted but what is the same file, by inode, as one of the present site that was just looked at. It is
//! part of the cache: when it is gone, or was changed, the next publish takes longer.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntryExt, WalkDir};

use crate::output::disk::Disk;
use crate::output::failure::{Doing, Failure};
use crate::output::place::Place;
use crate::output::switch::remove_tree;

/// What lies in the folder in which the next site is put together, before that begins.
#[derive(Debug, Default)]
pub struct Standby {
    /// By path below the folder: the inode of everything that is not a folder.
    files: BTreeMap<String, u64>,
    folders: BTreeSet<Utf8PathBuf>,
}

impl Standby {
    /// Takes what waited as the beginning of the next site; none where nothing usable did.
    ///
    /// # Errors
    /// [`Failure::Io`]: it is in the way.
    pub fn take(disk: &dyn Disk, place: &Place) -> Result<Option<Standby>, Failure> {
        let root = place.staged();
        if disk.rename(&place.standby(), &root).is_err() {
            return Ok(None);
        }
        match Standby::look(&root) {
            Ok(Some(standby)) => Ok(Some(standby)),
            Ok(None) | Err(_) => remove_tree(disk, &root).map(|()| None),
        }
    }

    /// What lies in `root`; none when it holds names that no site has.
    fn look(root: &Utf8Path) -> io::Result<Option<Standby>> {
        let mut standby = Standby::default();
        for entry in WalkDir::new(root).min_depth(1) {
            let entry = entry?;
            let Some(path) = Utf8Path::from_path(entry.path()) else { return Ok(None) };
            let path = path.strip_prefix(root).expect("the walk stays under its root");
            if entry.file_type().is_dir() {
                standby.folders.insert(path.to_owned());
            } else {
                standby.files.insert(path.to_string(), entry.ino());
            }
        }
        Ok(Some(standby))
    }

    /// Whether `path` is the file with this inode.
    pub fn is(&self, path: &str, inode: u64) -> bool {
        self.files.get(path) == Some(&inode)
    }

    /// Makes room for a file: what lies at its path goes.
    ///
    /// # Errors
    /// [`Failure::Io`].
    pub fn make_room(&mut self, disk: &dyn Disk, root: &Utf8Path, path: &str) -> Result<(), Failure> {
        if self.folders.contains(Utf8Path::new(path)) {
            self.remove_below(disk, root, Utf8Path::new(path))?;
        }
        match self.files.remove(path) {
            Some(_) => remove_file(disk, &root.join(path)),
            None => Ok(()),
        }
    }

    /// Whether a folder lies there already; a file in its place goes.
    ///
    /// # Errors
    /// [`Failure::Io`].
    pub fn has_folder(&mut self, disk: &dyn Disk, root: &Utf8Path, folder: &Utf8Path) -> Result<bool, Failure> {
        if self.files.remove(folder.as_str()).is_some() {
            remove_file(disk, &root.join(folder))?;
        }
        Ok(self.folders.contains(folder))
    }

    /// Removes everything but what the next site has.
    ///
    /// # Errors
    /// [`Failure::Io`].
    pub fn clear(
        &self,
        disk: &dyn Disk,
        root: &Utf8Path,
        is_file: impl Fn(&str) -> bool,
        is_folder: impl Fn(&Utf8Path) -> bool,
    ) -> Result<(), Failure> {
        for path in self.files.keys().filter(|path| !is_file(path)) {
            remove_file(disk, &root.join(path))?;
        }
        // What lies deeper sorts later.
        for folder in self.folders.iter().rev().filter(|folder| !is_folder(folder)) {
            remove_folder(disk, &root.join(folder))?;
        }
        Ok(())
    }

    fn remove_below(&mut self, disk: &dyn Disk, root: &Utf8Path, top: &Utf8Path) -> Result<(), Failure> {
        let below: Vec<String> =
            self.files.keys().filter(|path| Utf8Path::new(path).starts_with(top)).cloned().collect();
        for path in below {
            self.files.remove(&path);
            remove_file(disk, &root.join(path))?;
        }
        let below: Vec<Utf8PathBuf> = self.folders.iter().filter(|folder| folder.starts_with(top)).cloned().collect();
        for folder in below.into_iter().rev() {
            self.folders.remove(&folder);
            remove_folder(disk, &root.join(folder))?;
        }
        Ok(())
    }
}

fn remove_file(disk: &dyn Disk, path: &Utf8Path) -> Result<(), Failure> {
    disk.remove_file(path).map_err(Failure::io(Doing::Remove, path))
}

fn remove_folder(disk: &dyn Disk, path: &Utf8Path) -> Result<(), Failure> {
    disk.remove_folder(path).map_err(Failure::io(Doing::Remove, path))
}
