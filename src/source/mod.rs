//! The disk, read once: every content file as text with its path, and pictures as lazy bytes.
//!
//! This is the only place below `output` and `cli` that touches the file system. What it returns is sorted by path and
//! never changes afterwards.

pub mod conflict;
pub mod field;
pub mod frontmatter;
pub mod git;
pub mod lines;
pub mod question;
pub mod scan;
pub mod yaml_plain;
pub mod yaml_tree;

use std::ops::Range;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use crate::source::lines::LineIndex;

/// Everything found under the content folder.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The folder as it was named on the command line: the prefix of every path that people see.
    pub root: Utf8PathBuf,
    /// Sorted by path; shared with the sources read before, where a file did not change.
    pub files: Vec<Arc<SourceFile>>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the content folder, with `/`.
    pub path: String,
    pub content: Content,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// YAML, Markdown or GeoJSON.
    Text(String),
    /// Such a file whose bytes are not UTF-8: the text before the first bad byte.
    NotUtf8 { sound: String, encoding: Encoding },
    /// Anything else; read on demand by `bytes`. `changed` is the system's word for when, in nanoseconds since 1970: it
    /// only tells a file from a later one of its name.
    Binary { size: u64, changed: u128 },
    /// A symbolic link, which content may not hold: it could lead out of the repository.
    Link,
}

/// What bytes that are not UTF-8 probably are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Two bytes a letter, as old versions of Notepad save what they call "Unicode".
    Utf16,
    /// A document of Word or Excel under the name of a text.
    Office,
    /// UTF-8 that ends inside a letter.
    Cut,
    /// One byte a letter: Windows-1258, TCVN3, VNI …
    Old,
}

impl Encoding {
    fn of(bytes: &[u8], is_cut: bool) -> Encoding {
        let head = &bytes[..bytes.len().min(64)];
        let zeros = head.iter().filter(|byte| **byte == 0).count();
        match head {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Encoding::Utf16,
            [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Encoding::Office,
            _ if zeros * 4 > head.len() => Encoding::Utf16,
            _ if is_cut => Encoding::Cut,
            _ => Encoding::Old,
        }
    }

    /// The key of the messages.
    pub const fn word(self) -> &'static str {
        match self {
            Encoding::Utf16 => "utf-16",
            Encoding::Office => "office",
            Encoding::Cut => "cut",
            Encoding::Old => "old",
        }
    }
}

impl Content {
    /// The content of a file that should be text.
    fn of_bytes(bytes: Vec<u8>) -> Content {
        match String::from_utf8(bytes) {
            Ok(text) => Content::Text(text),
            Err(error) => {
                let fault = error.utf8_error();
                let sound = String::from_utf8_lossy(&error.as_bytes()[..fault.valid_up_to()]).into_owned();
                let encoding = Encoding::of(error.as_bytes(), fault.error_len().is_none());
                Content::NotUtf8 { sound, encoding }
            }
        }
    }
}

impl SourceFile {
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Sources {
    /// What lies in `files`, in any order.
    pub fn new(root: Utf8PathBuf, files: impl IntoIterator<Item = SourceFile>) -> Sources {
        Sources::shared(root, files.into_iter().map(Arc::new).collect())
    }

    /// As [`Sources::new`], of files that may be shared with other sources.
    pub fn shared(root: Utf8PathBuf, mut files: Vec<Arc<SourceFile>>) -> Sources {
        files.sort_unstable_by(|left, right| left.path.cmp(&right.path));
        Sources { root, files }
    }

    pub fn file(&self, path: &str) -> Option<&Arc<SourceFile>> {
        self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok().map(|at| &self.files[at])
    }

    /// Where the file of this path stands in `files`, if there is one.
    fn at(&self, path: &str) -> Range<usize> {
        let at = self.files.partition_point(|file| file.path.as_str() < path);
        at..at + usize::from(self.files.get(at).is_some_and(|file| file.path == path))
    }

    /// Where the files below a folder stand.
    fn below(&self, folder: &str) -> Range<usize> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let start = self.files.partition_point(|file| file.path.as_str() < prefix.as_str());
        let count = self.files[start..].partition_point(|file| file.path.starts_with(&prefix));
        start..start + count
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.file(path)?.text()
    }

    /// Puts a text in, in the place of a file of that path where there is one.
    pub fn insert(&mut self, path: &str, text: String) {
        let file = Arc::new(SourceFile { path: path.to_owned(), content: Content::Text(text) });
        match self.files.binary_search_by(|file| file.path.as_str().cmp(path)) {
            Ok(at) => self.files[at] = file,
            Err(at) => self.files.insert(at, file),
        }
    }

    /// Lets go of the texts of all other files, which nobody asks for any more.
    pub fn keep_texts(&mut self, keep: impl Fn(&str) -> bool) {
        for file in self.files.iter_mut().filter(|file| !keep(&file.path)) {
            if let Content::Text(text) = &file.content {
                let content = Content::Binary { size: text.len() as u64, changed: 0 };
                *file = Arc::new(SourceFile { path: file.path.clone(), content });
            }
        }
    }

    /// The path as people see it: from the working directory, with `/`.
    pub fn shown_path(&self, path: &str) -> String {
        let shown = if path.is_empty() { self.root.clone() } else { self.root.join(path) };
        shown.as_str().replace('\\', "/")
    }

    /// Where `offset` lies in `path`, for people. The start of the file when it is unknown or holds no text.
    pub fn position(&self, path: &str, offset: usize) -> lines::Position {
        self.text(path)
            .map_or(lines::Position { line: 1, column: 1 }, |text| LineIndex::new(text).position(text, offset))
    }

    /// The bytes of a file that is not text, a picture for example.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn bytes(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        scan::read_bytes(&self.root.join(Utf8Path::new(path)))
    }
}
