//! A part that many pages have alike: made once, and known by its digest, so that a page need not look at it again.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::base::digest::{Digest, ValueDigest};

/// A value with the digest of what its [`Hash`] tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared<T>(Arc<(T, Digest)>);

impl<T: Hash> Shared<T> {
    pub fn new(value: T) -> Shared<T> {
        let digest = ValueDigest::of(&value);
        Shared(Arc::new((value, digest)))
    }
}

impl<T> Hash for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.1.hash(state);
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.0.serialize(serializer)
    }
}
