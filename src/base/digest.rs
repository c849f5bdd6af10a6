//! Content digests (BLAKE3), for fingerprinted names and for telling whether bytes changed.

use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(*blake3::hash(bytes).as_bytes())
    }

    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first `length` hexadecimal digits, for names that change with the content.
    pub fn short(&self, length: usize) -> String {
        self.to_string()[..length.min(64)].to_owned()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Digest({})", self.short(12))
    }
}
