//! The theme as a value: its files, read beforehand.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context;

use crate::base::digest::{Digest, ValueDigest};

/// Every file of the theme's folder, by path below it with `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    pub files: BTreeMap<String, Arc<[u8]>>,
}

impl Theme {
    /// Changes with any file.
    pub fn digest(&self) -> Digest {
        ValueDigest::of(&self.files)
    }

    /// The text of a file.
    ///
    /// # Errors
    /// When the theme lacks it or it is not UTF-8.
    pub fn text(&self, name: &str) -> anyhow::Result<&str> {
        let bytes = self.files.get(name).with_context(|| format!("the theme has no file `{name}`"))?;
        std::str::from_utf8(bytes).with_context(|| format!("the theme's file `{name}` is not UTF-8"))
    }

    /// Names of the files below `folder` (`templates/`) that end in `suffix`.
    pub fn names<'t>(&'t self, folder: &'t str, suffix: &'t str) -> impl Iterator<Item = &'t str> {
        self.files.keys().map(String::as_str).filter(move |name| name.starts_with(folder) && name.ends_with(suffix))
    }
}
