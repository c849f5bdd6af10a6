//! The site without a network: what a phone may keep of it, and the worker that answers from what was kept.
//!
//! A reader's browser keeps the pages that it has seen; the whole guide, one [packed](pack) file, is kept when the reader
//! asks for it. Both are of one build, which the worker names by a digest of everything that it may keep.

pub mod pack;
pub mod worker;

use std::collections::BTreeMap;
use std::sync::mpsc::Receiver;

use crate::base::digest::Digest;
use crate::base::out_path::OutPath;
use crate::output::tree::Handed;
use crate::plan::paths;
use crate::plan::route::BaseUrl;
use crate::render::known::Known;
use crate::render::offline::pack::Packer;

const FINGERPRINT_DIGITS: usize = 10;
/// Path of the packed guide, up to its digest.
const GUIDE: &str = "tai-san/cam-nang.";

/// What can be kept of one build.
#[derive(Debug, Default)]
pub struct Kept {
    /// The packed guide; none when the site is too large for a phone.
    pub guide: Option<Guide>,
    /// Changes with any file that may be kept.
    pub build: String,
}

/// The packed guide, ready to be published.
#[derive(Debug)]
pub struct Guide {
    pub out: OutPath,
    pub url: String,
    pub digest: String,
    pub bytes: Vec<u8>,
}

/// Whether a file belongs to the guide: every page that readers may want on the way, and what pages load. Not the
/// editors' desk; no sheets, which are printed at home and say what other pages say; not the page about being offline, which the worker keeps anyway; no pictures, which are seen or not.
pub fn belongs(path: &OutPath) -> bool {
    let path = path.as_str();
    let page = path.strip_prefix("en/").unwrap_or(path);
    let below = |folder: &str| page.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    if path.ends_with(".html") {
        return !below(paths::DESK) && !below(paths::OFFLINE) && !below(paths::SHEETS);
    }
    path.starts_with("tai-san/") || path.starts_with("search/") && path != "search/search.js"
}

/// Whether `path` can be one of the files, beside pages, that make the site usable without a network.
pub fn names(path: &OutPath) -> bool {
    let path = path.as_str();
    path == worker::WORKER || path == worker::APPLE_ICON || path.ends_with(".webmanifest") || path.starts_with(GUIDE)
}

/// Passes every file on, until nobody takes them, and learns what can be kept of them.
///
/// # Errors
/// When a page of the former site cannot be read.
pub fn learn(
    files: Receiver<Handed>,
    known: &Known<'_>,
    pass_on: impl Fn(Handed) -> bool,
    base: &BaseUrl,
) -> anyhow::Result<Kept> {
    let mut packer = Packer::default();
    let mut digests = BTreeMap::new();
    for file in files {
        if belongs(&file.path) {
            match &file.bytes {
                Some(bytes) => packer.add(&file.path, bytes),
                None if packer.is_too_large() => {}
                None => packer.add(&file.path, &known.bytes(&file.path, &file.entry)?),
            }
            digests.insert(file.path.clone(), file.entry.digest);
        }
        if !pass_on(file) {
            // Whoever makes the files meets the same closed door, and says so.
            break;
        }
    }
    let list: String = digests.iter().map(|(path, digest)| format!("{path} {digest}\n")).collect();
    let guide = packer.finish().map(|bytes| {
        let digest = Digest::of(&bytes).short(FINGERPRINT_DIGITS);
        let path = format!("{GUIDE}{digest}.bin");
        let url = base.url(&format!("/{path}"));
        Guide { out: OutPath::new(path).expect("digits and letters"), url, digest, bytes }
    });
    Ok(Kept { guide, build: Digest::of(list.as_bytes()).short(FINGERPRINT_DIGITS) })
}

#[cfg(test)]
mod tests;
