//! The whole site as a value: path → bytes, before anything is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::out_path::OutPath;

/// A file of the site on its way, to the disk or into a tree.
pub type File = (OutPath, Vec<u8>);

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

    /// The tree of `files`, in whatever order they come.
    pub fn gather(files: impl IntoIterator<Item = File>) -> OutputTree {
        let mut tree = OutputTree::default();
        files.into_iter().for_each(|(path, bytes)| tree.insert(path, bytes));
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
