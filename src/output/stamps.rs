//! What the file system says of published files, so that they need not be read again to know that nobody changed them.
//!
//! A file with the inode, the size and the time of change that it had when its bytes were last known has those bytes still:
//! no publish writes into a file that exists, and whoever else writes into one changes its time. Losing the stamps costs a
//! read of every file.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;

use camino::Utf8Path;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::digest::Digest;
use crate::output::former::Former;
use crate::output::manifest::{Entry, Manifest};

/// Inode, and seconds and nanoseconds of the last change of the bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(u64, i64, i64);

impl Stamp {
    pub fn of(metadata: &Metadata) -> Stamp {
        Stamp(metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
    }

    pub const fn inode(&self) -> u64 {
        self.0
    }
}

/// A stamp for each file of one manifest, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamps {
    /// Digest of the manifest's text, in hexadecimal.
    manifest: String,
    stamps: Vec<Stamp>,
}

impl Stamps {
    /// Of the files in `out`, which `manifest` lists in the words of `text`. Those that `former` holds need not be looked at again.
    pub fn take(out: &Utf8Path, manifest: &Manifest, former: &Former, text: &[u8]) -> Stamps {
        let files: Vec<_> = manifest.files.iter().collect();
        let stamp = |(path, entry): &(&String, &Entry)| match former.get(path).filter(|held| held.entry == **entry) {
            Some(held) => held.stamp,
            // Without a stamp the file is read next time.
            None => out.join(path.as_str()).symlink_metadata().map(|metadata| Stamp::of(&metadata)).unwrap_or_default(),
        };
        Stamps { manifest: Digest::of(text).to_string(), stamps: files.par_iter().map(stamp).collect() }
    }

    /// None where the bytes are something else.
    pub fn parse(bytes: &[u8]) -> Option<Stamps> {
        serde_json::from_slice(bytes).ok()
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("numbers are always JSON")
    }

    /// By path, where they are those of `manifest`, whose text is `text`; else nothing is known.
    pub fn by_path<'m>(&self, manifest: &'m Manifest, text: &[u8]) -> BTreeMap<&'m str, Stamp> {
        if self.manifest != Digest::of(text).to_string() || self.stamps.len() != manifest.files.len() {
            return BTreeMap::new();
        }
        manifest.files.keys().map(String::as_str).zip(self.stamps.iter().copied()).collect()
    }
}
