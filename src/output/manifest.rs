//! The list of every file that a publish wrote, kept inside the published folder.
//!
//! It is how the next publish knows our files from other people's, and which of them it need not write again. The same
//! tree always gives the same bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::digest::Digest;

/// The manifest's own name in the published folder.
pub const MANIFEST_NAME: &str = ".ocop-manifest.json";

const FORMAT: u32 = 1;

/// Path → what lies there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The rules by which compressed neighbours were made ([`Packing::stamp`](crate::output::pack::Packing::stamp)).
    pub packing: Option<String>,
    pub files: BTreeMap<String, Entry>,
}

/// One published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub size: u64,
    pub digest: Digest,
}

#[derive(Serialize, Deserialize)]
struct Line {
    path: String,
    size: u64,
    blake3: String,
}

#[derive(Deserialize)]
struct Document {
    format: u32,
    packing: Option<String>,
    files: Vec<Line>,
}

impl Entry {
    pub fn of(bytes: &[u8]) -> Entry {
        Entry { size: bytes.len() as u64, digest: Digest::of(bytes) }
    }
}

impl Manifest {
    /// `None` when the text is not a manifest of this format.
    pub fn parse(text: &[u8]) -> Option<Manifest> {
        let document: Document = serde_json::from_slice(text).ok()?;
        let files = document.files.into_iter();
        let entry = |line: Line| Some((line.path, Entry { size: line.size, digest: Digest::parse(&line.blake3)? }));
        let files = files.map(entry).collect::<Option<_>>()?;
        (document.format == FORMAT).then_some(Manifest { packing: document.packing, files })
    }

    /// JSON with a line for each file, sorted by path, so that two manifests can be compared line by line.
    pub fn to_json(&self) -> String {
        let lines: Vec<String> = self
            .files
            .iter()
            .map(|(path, entry)| Line { path: path.clone(), size: entry.size, blake3: entry.digest.to_string() })
            .map(|line| serde_json::to_string(&line).expect("strings and numbers are always JSON"))
            .collect();
        let packing = self.packing.as_ref().map(|packing| format!("\"packing\":\"{packing}\",")).unwrap_or_default();
        format!("{{\"format\":{FORMAT},{packing}\"files\":[\n{}\n]}}\n", lines.join(",\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back_as_it_was_written() {
        let files = [("a.html", "một"), ("é/index.html", "hai \"")];
        let files = files.map(|(path, text)| (path.to_owned(), Entry::of(text.as_bytes())));
        let manifest = Manifest { packing: Some("fast-1".to_owned()), files: files.into() };
        assert_eq!(Manifest::parse(manifest.to_json().as_bytes()), Some(manifest));
        assert_eq!(Manifest::parse(Manifest::default().to_json().as_bytes()), Some(Manifest::default()));
    }

    #[test]
    fn another_format_is_no_manifest() {
        assert_eq!(Manifest::parse(br#"{"format":2,"files":[]}"#), None);
        assert_eq!(Manifest::parse(b"half a fi"), None);
    }
}
