//! Publishes a tree into a folder, all or nothing.
//!
//! 1. The next site is put together in a private folder beside the present one (`stage`).
//! 2. The two folders change places in one step of the file system ([`switch`](crate::output::switch)).
//! 3. The former site is removed.
//!
//! Killed at any moment, the folder holds the whole old site or the whole new one, and the next publish clears what was
//! left. The folder belongs to the program: files that it did not write stop the publish before anything happens
//! (`present`), only those in `.well-known/` are carried over. The folder's own owner, mode
//! and extended attributes are not kept: a new folder takes its place.

use camino::Utf8PathBuf;

use crate::output::disk::{Disk, RealDisk};
use crate::output::failure::Failure;
use crate::output::manifest::{MANIFEST_NAME, Manifest};
use crate::output::place;
use crate::output::present;
use crate::output::stage;
use crate::output::switch::Work;
use crate::output::tree::OutputTree;

/// Where to publish.
#[derive(Debug, Clone)]
pub struct Target {
    /// The folder that readers see, with `index.html` in it. It and its parents may be missing.
    pub out: Utf8PathBuf,
    /// Folders that the site is made from: `out` may neither hold them nor lie in them.
    pub sources: Vec<Utf8PathBuf>,
}

/// What a publish did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Files of the site, the manifest not among them.
    pub files: usize,
    pub bytes: u64,
    /// Files written now; the others were there already with the same bytes.
    pub written: usize,
    /// The former site could not be removed; the next publish tries again.
    pub leftover: bool,
}

/// Makes the folder hold exactly `tree` and a manifest. Nothing is written when it does already.
///
/// # Errors
/// A [`Failure`], and the folder is as it was.
pub fn publish(tree: &OutputTree, target: &Target) -> anyhow::Result<Published> {
    Ok(publish_on(&RealDisk, tree, target)?)
}

fn publish_on(disk: &dyn Disk, tree: &OutputTree, target: &Target) -> Result<Published, Failure> {
    let place = place::find(target)?;
    let work = Work::begin(disk, &place, &target.out)?;
    let present = present::inspect(&place.out, &target.out)?;
    let manifest = Manifest::of(tree);
    let claimed = present.carried.iter().filter(|path| manifest.files.contains_key(*path)).cloned();
    present::refuse(claimed.collect(), &target.out)?;
    assert!(!manifest.files.contains_key(MANIFEST_NAME), "no page may claim the manifest's name");
    let mut published = Published {
        files: manifest.files.len(),
        bytes: manifest.files.values().map(|entry| entry.size).sum(),
        written: 0,
        leftover: false,
    };
    if present.complete && present.manifest_text == manifest.to_json().as_bytes() {
        return Ok(published);
    }
    published.written = stage::stage(disk, &place, &present, tree, &manifest)?;
    work.switch()?;
    published.leftover = work.clear().is_err();
    Ok(published)
}

#[cfg(test)]
mod tests;
