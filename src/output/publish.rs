//! Publishes a tree into a folder, all or nothing.
//!
//! 1. The next site is put together in a private folder beside the present one (`stage`), file by file as they are made.
//! 2. The two folders change places in one step of the file system ([`switch`](crate::output::switch)).
//! 3. The former site is removed, or waits to become the next one ([`standby`](crate::output::standby)).
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
use crate::output::former::Former;
use crate::output::pack::Packing;
use crate::output::place;
use crate::output::present;
use crate::output::stage::Stage;
use crate::output::stamps::Stamps;
use crate::output::switch::Work;
use crate::output::tree::{Handed, OutputTree};

/// Where to publish, and how.
#[derive(Debug, Clone)]
pub struct Target {
    /// The folder that readers see, with `index.html` in it. It and its parents may be missing.
    pub out: Utf8PathBuf,
    /// Folders that the site is made from: `out` may neither hold them nor lie in them.
    pub sources: Vec<Utf8PathBuf>,
    /// From how many files on the former site waits to become the next one ([`standby`](crate::output::standby)); none
    /// never does.
    pub standby_from: Option<usize>,
    /// How compressed neighbours are made; none where none are wanted.
    pub packing: Option<Packing>,
}

/// Below this many files a site is laid out anew in a fraction of a second.
pub const STANDBY_FROM: usize = 1_000;

impl Target {
    /// Whether the former site shares enough with the new one to wait: else it would hold the disk twice for nothing.
    fn keeps(&self, published: &Published) -> bool {
        self.standby_from.is_some_and(|from| published.files >= from) && published.written * 4 <= published.files
    }
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
/// any thread and in any order, and may leave out the bytes of those that the former site holds. What it returns is given
/// back, with the stamps for the next publish.
/// With `target.packing`, compressed neighbours lie beside the files.
///
/// # Errors
/// What `make` says, or a [`Failure`]; the folder is as it was.
pub fn publish_made<M: Send>(
    target: &Target,
    stamps: &Stamps,
    make: impl FnOnce(&Former, &SyncSender<Handed>) -> anyhow::Result<M> + Send,
) -> anyhow::Result<(M, Published, Stamps)> {
    publish_from(&RealDisk, target, stamps, |former, stage| {
        let (give, files) = mpsc::sync_channel(QUEUED_FILES);
        thread::scope(|scope| {
            let maker = scope.spawn(move || make(former, &give));
            // When writing fails, `files` is dropped, and the maker stops at the next file that it wants to hand over.
            let staged = match target.packing {
                None => files.into_iter().try_for_each(|file| stage.take(file)).map_err(Into::into),
                Some(packing) => take_packed(stage, packing, files, former),
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
    files: Receiver<Handed>,
    former: &Former,
) -> anyhow::Result<()> {
    let (give, packed) = mpsc::sync_channel(QUEUED_FILES);
    thread::scope(|scope| {
        let packer = scope.spawn(move || packing.run(files, former, give));
        let staged = packed.into_iter().try_for_each(|file| stage.take_packed(file));
        packer.join().expect("a panic has ended the process")?;
        Ok(staged?)
    })
}

fn publish_on(disk: &dyn Disk, tree: &OutputTree, target: &Target) -> Result<Published, Failure> {
    let feed = |_: &Former, stage: &mut Stage<'_>| {
        tree.iter().try_for_each(|(path, bytes)| stage.take((path.clone(), bytes.to_vec()).into()))
    };
    Ok(publish_from(disk, target, &Stamps::default(), feed)?.1)
}

fn publish_from<M, E: From<Failure>>(
    disk: &dyn Disk,
    target: &Target,
    stamps: &Stamps,
    feed: impl FnOnce(&Former, &mut Stage<'_>) -> Result<M, E>,
) -> Result<(M, Published, Stamps), E> {
    let place = place::find(target)?;
    let work = Work::begin(disk, &place, &target.out)?;
    let present = present::inspect(&place.out, &target.out, stamps)?;
    let mut stage = Stage::new(disk, &place, &present, target);
    let made = feed(&present.former, &mut stage)?;
    present::refuse(stage.claimed(), &target.out)?;
    let mut published = stage.published();
    let text = stage.manifest().to_json();
    if !stage.changes_nothing(&text) {
        published.written = stage.finish(&text)?;
        work.switch()?;
        let cleared = if target.keeps(&published) { work.keep() } else { work.clear() };
        published.leftover = cleared.is_err();
    }
    let stamps = Stamps::take(&place.out, stage.manifest(), &present.former, text.as_bytes());
    Ok((made, published, stamps))
}

#[cfg(test)]
mod tests;
