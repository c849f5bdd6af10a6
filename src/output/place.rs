//! Where a publish goes, and why it may not go there.

use std::io;
use std::os::unix::fs::MetadataExt;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use crate::output::failure::{Doing, Failure};
use crate::output::publish::Target;

/// The folder to publish into, and the private folder beside it in which the next site is put together.
///
/// Both lie on one file system, or nothing could be exchanged in one step.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Without symbolic links.
    pub out: Utf8PathBuf,
    pub parent: Utf8PathBuf,
    /// `.<name>.ocop-work`; exists only while a publish runs, or after one was killed.
    pub work: Utf8PathBuf,
}

impl Place {
    /// Where the next site is put together, and where the former one lies after the exchange.
    pub fn staged(&self) -> Utf8PathBuf {
        self.work.join("new")
    }

    /// Where what is dear to make is kept between runs: beside the site, never in it.
    pub fn cache(&self) -> Utf8PathBuf {
        let name = self.out.file_name().unwrap_or_default();
        self.parent.join(format!(".{name}.ocop-cache"))
    }

    /// Where the former site waits to become the next one.
    pub fn standby(&self) -> Utf8PathBuf {
        self.cache().join("site")
    }

    /// Where the former site waits when the file system cannot exchange folders.
    pub fn aside(&self) -> Utf8PathBuf {
        self.work.join("old")
    }
}

/// Follows links in `target.out` and refuses what must not be replaced. A link to a folder stays a link: the folder
/// behind it is replaced.
///
/// # Errors
/// [`Failure`], and nothing was changed.
pub fn find(target: &Target) -> Result<Place, Failure> {
    let shown: Utf8PathBuf = target.out.components().collect();
    let out = real_path(&shown)?;
    let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
        return Err(Failure::NoName { out: target.out.clone() });
    };
    refuse_overlap(target, &out)?;
    refuse_mount_point(&out, parent, &shown)?;
    let work = parent.join(format!(".{name}.ocop-work"));
    Ok(Place { parent: parent.to_owned(), work, out })
}

fn real_path(out: &Utf8Path) -> Result<Utf8PathBuf, Failure> {
    match out.symlink_metadata() {
        Ok(metadata) => match out.canonicalize_utf8() {
            Ok(real) if real.is_dir() => Ok(real),
            Ok(_) => Err(Failure::NotAFolder { out: out.to_owned() }),
            Err(error) if metadata.is_symlink() && error.kind() == io::ErrorKind::NotFound => {
                Err(Failure::BrokenLink { out: out.to_owned() })
            }
            Err(error) => Err(Failure::io(Doing::Read, out)(error)),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => real_path_of_missing(out),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(Failure::NotAFolder { out: out.to_owned() }),
        Err(error) => Err(Failure::io(Doing::Read, out)(error)),
    }
}

fn real_path_of_missing(out: &Utf8Path) -> Result<Utf8PathBuf, Failure> {
    let Some(Utf8Component::Normal(name)) = out.components().next_back() else {
        return Err(Failure::NoName { out: out.to_owned() });
    };
    match out.parent() {
        None => Err(Failure::NoName { out: out.to_owned() }),
        Some(parent) if parent.as_str().is_empty() => Ok(real_path(Utf8Path::new("."))?.join(name)),
        Some(parent) => Ok(real_path(parent)?.join(name)),
    }
}

fn refuse_overlap(target: &Target, out: &Utf8Path) -> Result<(), Failure> {
    let shown = || target.out.clone();
    for source in &target.sources {
        let real = source.canonicalize_utf8().unwrap_or_else(|_| source.clone());
        if real.starts_with(out) || out.starts_with(&real) {
            return Err(Failure::Overlaps { out: shown(), source: source.clone() });
        }
    }
    match Utf8Path::new(".").canonicalize_utf8() {
        Ok(working) if working.starts_with(out) => Err(Failure::HoldsWorkingFolder { out: shown() }),
        _ => Ok(()),
    }
}

fn refuse_mount_point(out: &Utf8Path, parent: &Utf8Path, shown: &Utf8Path) -> Result<(), Failure> {
    match (out.metadata(), parent.metadata()) {
        (Ok(inside), Ok(outside)) if inside.dev() != outside.dev() => {
            Err(Failure::MountPoint { out: shown.to_owned() })
        }
        _ => Ok(()),
    }
}
