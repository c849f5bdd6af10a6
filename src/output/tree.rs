//! The whole site as a value: path → bytes, before anything is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::out_path::OutPath;
use crate::output::manifest::Entry;

/// A file of the site that has just been made.
pub type File = (OutPath, Vec<u8>);

/// A file of the site on its way, to the disk or into a tree.
#[derive(Debug)]
pub struct Handed {
    pub path: OutPath,
    pub entry: Entry,
    /// None where the former site holds the file already, so that nobody made it.
    pub bytes: Option<Vec<u8>>,
}

impl Handed {
    /// The bytes of a file that was made without a former site.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes.expect("without a former site every file is made")
    }
}

impl From<File> for Handed {
    fn from((path, bytes): File) -> Handed {
        Handed { path, entry: Entry::of(&bytes), bytes: Some(bytes) }
    }
}

/// Every file of the site, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutputTree {
    files: BTreeMap<OutPath, Arc<[u8]>>,
}

impl OutputTree {
    /// Adds a file. A path is given once: `plan` proves it, so a second claim is our own mistake.
    pub fn insert(&mut self, path: OutPath, bytes: impl Into<Arc<[u8]>>) {
        let earlier = self.files.insert(path.clone(), bytes.into());
        assert!(earlier.is_none(), "the plan gave {path} to two files");
    }

    /// The tree of `files`, in whatever order they come. They are made without a former site.
    pub fn gather(files: impl IntoIterator<Item = Handed>) -> OutputTree {
        let mut tree = OutputTree::default();
        for file in files {
            let path = file.path.clone();
            tree.insert(path, file.into_bytes());
        }
        tree
    }

    pub fn get(&self, path: &OutPath) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&OutPath, &Arc<[u8]>)> {
        self.files.iter()
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
