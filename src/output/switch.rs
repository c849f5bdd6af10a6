//! The private folder beside the site: its lock, what a killed publish left in it, and the one moment of exchange.

use std::io;
use std::os::fd::OwnedFd;

use camino::Utf8Path;
use rustix::fs::{FlockOperation, Mode, OFlags};
use walkdir::WalkDir;

use crate::output::disk::Disk;
use crate::output::failure::{Doing, Failure};
use crate::output::place::Place;

/// The private folder, locked. The system drops the lock when the process ends, however it ends, so none can be stale.
///
/// Dropping it removes what was staged; the former site is never removed that way.
pub struct Work<'w> {
    disk: &'w dyn Disk,
    place: &'w Place,
    /// Holds the lock.
    _folder: OwnedFd,
}

impl<'w> Work<'w> {
    /// Makes and locks the private folder, then puts right what a killed publish left behind.
    ///
    /// # Errors
    /// [`Failure::Busy`] when another process holds the lock; [`Failure::Io`].
    pub fn begin(disk: &'w dyn Disk, place: &'w Place, shown: &Utf8Path) -> Result<Work<'w>, Failure> {
        create_folders(disk, &place.parent)?;
        let work = loop {
            create_folders(disk, &place.work)?;
            let folder = open(&place.work)?;
            match rustix::fs::flock(&folder, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => {}
                Err(rustix::io::Errno::WOULDBLOCK) => return Err(Failure::Busy { out: shown.to_owned() }),
                Err(error) => return Err(Failure::io(Doing::Lock, &place.work)(error.into())),
            }
            // Another process may have removed the folder between our opening and locking it.
            if is_still_there(&folder, &place.work) {
                break Work { disk, place, _folder: folder };
            }
        };
        work.recover()?;
        Ok(work)
    }

    /// A former site set aside while nothing had taken its place yet goes back; anything else is rubbish.
    fn recover(&self) -> Result<(), Failure> {
        let (aside, out) = (self.place.aside(), &self.place.out);
        if aside.exists() && !out.exists() {
            self.disk.rename(&aside, out).map_err(Failure::io(Doing::Replace, out))?;
        }
        remove_tree(self.disk, &aside)?;
        remove_tree(self.disk, &self.place.staged())
    }

    /// Puts the staged site in the place of the present one.
    ///
    /// # Errors
    /// [`Failure::Io`]; the present site stands.
    pub fn switch(&self) -> Result<(), Failure> {
        let (staged, out) = (self.place.staged(), &self.place.out);
        let switched = if out.exists() {
            match self.disk.exchange(&staged, out) {
                Err(error) if error.kind() == io::ErrorKind::Unsupported => self.switch_in_two_steps(),
                other => other,
            }
        } else {
            self.disk.rename(&staged, out)
        };
        switched.map_err(Failure::io(Doing::Replace, out))?;
        let flushed = self.disk.flush_names(&self.place.parent).and_then(|()| self.disk.flush_names(&self.place.work));
        flushed.map_err(Failure::io(Doing::Flush, &self.place.parent))
    }

    /// Where folders cannot be exchanged, `out` is missing for a moment. Whoever finds it missing finds the former site
    /// whole in [`Place::aside`], and [`Work::recover`] brings it back.
    fn switch_in_two_steps(&self) -> io::Result<()> {
        let (staged, aside, out) = (self.place.staged(), self.place.aside(), &self.place.out);
        self.disk.rename(out, &aside)?;
        self.disk.rename(&staged, out).inspect_err(|_| {
            // If this fails as well, the next publish does it.
            let _ = self.disk.rename(&aside, out);
        })
    }

    /// Lets the former site wait after a switch; without exchange it is removed.
    ///
    /// # Errors
    /// As [`clear`](Work::clear).
    pub fn keep(&self) -> Result<(), Failure> {
        let (former, standby) = (self.place.staged(), self.place.standby());
        if former.is_dir() && create_folders(self.disk, &self.place.cache()).is_ok() {
            // Where it cannot be kept it is removed.
            let _ = self.disk.rename(&former, &standby);
        }
        self.clear()
    }

    /// Removes the former site after a switch.
    ///
    /// # Errors
    /// [`Failure::Io`]: the new site stands, but rubbish is left for the next publish to remove.
    pub fn clear(&self) -> Result<(), Failure> {
        remove_tree(self.disk, &self.place.aside())?;
        remove_tree(self.disk, &self.place.staged())
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        // What cannot be removed now, the next publish removes.
        let _ = remove_tree(self.disk, &self.place.staged());
        let _ = self.disk.remove_folder(&self.place.work);
    }
}

fn create_folders(disk: &dyn Disk, path: &Utf8Path) -> Result<(), Failure> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        create_folders(disk, parent)?;
    }
    match disk.create_folder(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(Failure::io(Doing::Create, path)(error)),
        _ => Ok(()),
    }
}

fn open(folder: &Utf8Path) -> Result<OwnedFd, Failure> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    rustix::fs::open(folder.as_std_path(), flags, Mode::empty())
        .map_err(|error| Failure::io(Doing::Lock, folder)(error.into()))
}

fn is_still_there(opened: &OwnedFd, path: &Utf8Path) -> bool {
    match (rustix::fs::fstat(opened), rustix::fs::lstat(path.as_std_path())) {
        (Ok(opened), Ok(named)) => (opened.st_dev, opened.st_ino) == (named.st_dev, named.st_ino),
        _ => false,
    }
}

/// Removes a folder with all in it, if it is there.
///
/// # Errors
/// [`Failure::Io`].
pub fn remove_tree(disk: &dyn Disk, root: &Utf8Path) -> Result<(), Failure> {
    if root.symlink_metadata().is_err() {
        return Ok(());
    }
    let failed = |error: io::Error| Failure::io(Doing::Remove, root)(error);
    for entry in WalkDir::new(root).contents_first(true) {
        let entry = entry.map_err(|error| failed(error.into()))?;
        // The root is a name of ours, and so is all that a publish puts below it; carried names are copied as they are.
        let path = Utf8Path::from_path(entry.path()).ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?;
        let folder = entry.file_type().is_dir();
        let removed = if folder { disk.remove_folder(path) } else { disk.remove_file(path) };
        removed.map_err(failed)?;
    }
    Ok(())
}
