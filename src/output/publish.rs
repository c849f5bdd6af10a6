//! Publishes a tree into a folder, all or nothing.
//!
//! 1. The next site is put together in a private folder beside the present one (`stage`), file by file as they are made.
//! 2. The two folders change places in one step of the file system ([`switch`](crate::output::switch)).
//! 3. The former site is removed.
//!
//! Killed at any moment, the folder holds the whole old site or the whole new one, and the next publish clears what was
//! left. The folder belongs to the program: files that it did not write stop the publish before anything happens
//! (`present`), only those in `.well-known/` are carried over. The folder's own owner, mode
//! and extended attributes are not kept: a new folder takes its place.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use camino::Utf8PathBuf;

use crate::output::disk::{Disk, RealDisk};
use crate::output::failure::Failure;
use crate::output::pack::Packing;
use crate::output::place;
use crate::output::present::{self, Present};
use crate::output::stage::Stage;
use crate::output::switch::Work;
use crate::output::tree::{File, OutputTree};

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

/// Files that may wait to be written. Who makes them waits when the disk is slower, so memory stays bounded.
const QUEUED_FILES: usize = 64;

/// Makes the folder hold exactly `tree` and a manifest. Nothing is written when it does already.
///
/// # Errors
/// A [`Failure`], and the folder is as it was.
pub fn publish(tree: &OutputTree, target: &Target) -> anyhow::Result<Published> {
    Ok(publish_on(&RealDisk, tree, target)?)
}

/// As [`publish`], for files that are written while others are still being made: `make` hands over each file once, from
/// any thread and in any order. What it returns is given back. With `packing`, compressed neighbours lie beside the files.
///
/// # Errors
/// What `make` says, or a [`Failure`]; the folder is as it was.
pub fn publish_made<M: Send>(
    target: &Target,
    packing: Option<Packing>,
    make: impl FnOnce(&SyncSender<File>) -> anyhow::Result<M> + Send,
) -> anyhow::Result<(M, Published)> {
    publish_from(&RealDisk, target, packing.map(Packing::stamp), |stage, present| {
        let (give, files) = mpsc::sync_channel(QUEUED_FILES);
        thread::scope(|scope| {
            let maker = scope.spawn(move || make(&give));
            // When writing fails, `files` is dropped, and the maker stops at the next file that it wants to hand over.
            let staged = match packing {
                None => files.into_iter().try_for_each(|(path, bytes)| stage.take(&path, &bytes)).map_err(Into::into),
                Some(packing) => take_packed(stage, packing, files, present),
            };
            let made = maker.join().expect("a panic has ended the process");
            staged?;
            made
        })
    })
}

/// Files with their compressed neighbours, which are made while others are written.
fn take_packed(
    stage: &mut Stage<'_>,
    packing: Packing,
    files: Receiver<File>,
    present: &Present,
) -> anyhow::Result<()> {
    let (give, packed) = mpsc::sync_channel(QUEUED_FILES);
    thread::scope(|scope| {
        let packer = scope.spawn(move || packing.run(files, present, give));
        let staged = packed.into_iter().try_for_each(|file| stage.take_packed(file));
        packer.join().expect("a panic has ended the process")?;
        Ok(staged?)
    })
}

fn publish_on(disk: &dyn Disk, tree: &OutputTree, target: &Target) -> Result<Published, Failure> {
    let feed = |stage: &mut Stage<'_>, _: &Present| tree.iter().try_for_each(|(path, bytes)| stage.take(path, bytes));
    Ok(publish_from(disk, target, None, feed)?.1)
}

fn publish_from<M, E: From<Failure>>(
    disk: &dyn Disk,
    target: &Target,
    packing: Option<String>,
    feed: impl FnOnce(&mut Stage<'_>, &Present) -> Result<M, E>,
) -> Result<(M, Published), E> {
    let place = place::find(target)?;
    let work = Work::begin(disk, &place, &target.out)?;
    let present = present::inspect(&place.out, &target.out)?;
    let mut stage = Stage::new(disk, &place, &present, packing);
    let made = feed(&mut stage, &present)?;
    present::refuse(stage.claimed(), &target.out)?;
    let mut published = stage.published();
    if stage.changes_nothing() {
        return Ok((made, published));
    }
    published.written = stage.finish()?;
    work.switch()?;
    published.leftover = work.clear().is_err();
    Ok((made, published))
}

#[cfg(test)]
mod tests;
