//! The site as the last publish left it: what need not be made or written again.

#![expect(clippy::disallowed_methods, reason = "what was published is read back in `output`")]

use std::collections::BTreeMap;
use std::fs;
use std::io;

use camino::Utf8PathBuf;

use crate::base::out_path::OutPath;
use crate::output::manifest::Entry;
use crate::output::stamps::Stamp;

/// Our files that are still as we wrote them.
#[derive(Debug, Default)]
pub struct Former {
    out: Utf8PathBuf,
    files: BTreeMap<String, Held>,
    /// The rules by which its compressed neighbours were made.
    packing: Option<String>,
}

/// One of them.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    pub entry: Entry,
    pub stamp: Stamp,
}

impl Former {
    pub fn new(out: Utf8PathBuf, files: BTreeMap<String, Held>, packing: Option<String>) -> Former {
        Former { out, files, packing }
    }

    /// No site before this one.
    pub fn none() -> Former {
        Former::default()
    }

    pub fn get(&self, path: &str) -> Option<&Held> {
        self.files.get(path)
    }

    /// Whether the file at `path` is `entry` already.
    pub fn holds(&self, path: &str, entry: &Entry) -> bool {
        self.get(path).is_some_and(|held| held.entry == *entry)
    }

    /// The bytes of a file that it holds.
    ///
    /// # Errors
    /// When the file cannot be read any more, or was changed just now.
    pub fn bytes(&self, path: &OutPath, entry: &Entry) -> io::Result<Vec<u8>> {
        let bytes = fs::read(self.out.join(path.as_str()))?;
        if Entry::of(&bytes) == *entry { Ok(bytes) } else { Err(io::Error::other(format!("{path} was changed"))) }
    }

    pub fn packing(&self) -> Option<&str> {
        self.packing.as_deref()
    }
}
