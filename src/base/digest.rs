//! Content digests (BLAKE3), for fingerprinted names and for telling whether bytes changed.

use std::fmt;
use std::hash::{Hash, Hasher};

use data_encoding::HEXLOWER;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(*blake3::hash(bytes).as_bytes())
    }

    /// A digest as it is printed; none where the text is something else.
    pub fn parse(hexadecimal: &str) -> Option<Digest> {
        let bytes = HEXLOWER.decode(hexadecimal.as_bytes()).ok()?;
        Some(Digest(bytes.try_into().ok()?))
    }

    /// What `bytes` of another digest say.
    pub const fn of_bytes(bytes: [u8; 32]) -> Digest {
        Digest(bytes)
    }

    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first `length` hexadecimal digits, for names that change with the content.
    pub fn short(&self, length: usize) -> String {
        self.to_string()[..length.min(64)].to_owned()
    }
}

/// The digest of a value by what its [`Hash`] tells: for values that are compared with those of an earlier run of the same
/// program on the same machine, and with nothing else.
#[derive(Default)]
pub struct ValueDigest(blake3::Hasher);

impl ValueDigest {
    pub fn of(value: &impl Hash) -> Digest {
        let mut digest = ValueDigest::default();
        value.hash(&mut digest);
        Digest(*digest.0.finalize().as_bytes())
    }
}

impl Hasher for ValueDigest {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        let digest = self.0.finalize();
        digest.as_bytes().first_chunk().map_or(0, |first| u64::from_le_bytes(*first))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Digest({})", self.short(12))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_digest_reads_back() {
        let digest = Digest::of(b"x");
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        assert_eq!(Digest::parse(&digest.to_string()[1..]), None);
        assert_eq!(Digest::parse(&"x".repeat(64)), None);
    }

    #[test]
    fn values_that_differ_have_other_digests() {
        let digest = |texts: &[&str]| ValueDigest::of(&texts);
        assert_eq!(digest(&["a", "bc"]), digest(&["a", "bc"]));
        assert_ne!(digest(&["a", "bc"]), digest(&["ab", "c"]));
    }
}
