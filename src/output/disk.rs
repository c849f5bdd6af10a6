//! The few file system operations of a publish, behind a trait so that tests can stop after any of them.

#![expect(clippy::disallowed_methods, reason = "the disk is written here")]

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};

use camino::Utf8Path;
use rustix::fs::{CWD, RenameFlags};

pub const FILE_MODE: u32 = 0o644;
pub const FOLDER_MODE: u32 = 0o755;

/// Everything by which a publish changes the disk. No operation writes into a file that exists.
pub trait Disk {
    fn create_folder(&self, path: &Utf8Path) -> io::Result<()>;
    /// Creates a file that must not exist yet.
    fn write_new(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()>;
    fn link(&self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()>;
    /// Renames to a name that must be free.
    fn rename(&self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()>;
    /// Lets two folders change places in one step. `Unsupported` where the file system cannot.
    fn exchange(&self, left: &Utf8Path, right: &Utf8Path) -> io::Result<()>;
    fn remove_file(&self, path: &Utf8Path) -> io::Result<()>;
    fn remove_folder(&self, path: &Utf8Path) -> io::Result<()>;
    /// Brings everything written so far to the disk that holds `folder`.
    fn flush(&self, folder: &Utf8Path) -> io::Result<()>;
    /// Brings the names in `folder` to the disk.
    fn flush_names(&self, folder: &Utf8Path) -> io::Result<()>;
}

/// The real disk.
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_folder(&self, path: &Utf8Path) -> io::Result<()> {
        DirBuilder::new().mode(FOLDER_MODE).create(path)?;
        // The process's umask may have taken bits away that a web server needs.
        fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE))
    }

    fn write_new(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path)?;
        file.set_permissions(Permissions::from_mode(FILE_MODE))?;
        file.write_all(bytes)
    }

    fn link(&self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        match rustix::fs::renameat_with(CWD, from.as_std_path(), CWD, to.as_std_path(), RenameFlags::NOREPLACE) {
            // A plain rename replaces an empty folder at most: what fills a folder is never lost.
            Err(error) if is_unsupported(error) => fs::rename(from, to),
            other => other.map_err(io::Error::from),
        }
    }

    fn exchange(&self, left: &Utf8Path, right: &Utf8Path) -> io::Result<()> {
        match rustix::fs::renameat_with(CWD, left.as_std_path(), CWD, right.as_std_path(), RenameFlags::EXCHANGE) {
            Err(error) if is_unsupported(error) => Err(io::ErrorKind::Unsupported.into()),
            other => other.map_err(io::Error::from),
        }
    }

    fn remove_file(&self, path: &Utf8Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Utf8Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn flush(&self, folder: &Utf8Path) -> io::Result<()> {
        // One call for the whole file system: a site has thousands of small files, each with a folder of its own.
        rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)
    }

    fn flush_names(&self, folder: &Utf8Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
}

fn is_unsupported(error: rustix::io::Errno) -> bool {
    use rustix::io::Errno;
    [Errno::INVAL, Errno::NOSYS, Errno::OPNOTSUPP].contains(&error)
}
