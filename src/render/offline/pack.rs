//! The whole guide in one file of half a megabyte: every page as a list of pieces that many pages share.
//!
//! Pages of one site differ little: heads, feet and cards come again hundreds of times, too far apart for `gzip`, whose
//! window is 32 KB, and browsers unpack nothing better. So a text is cut before each `<`, each different piece is kept
//! once, and a page is the numbers of its pieces. Both lists are then small to `gzip`. The file is
//!
//! ```text
//! four lengths, 32 bits each, little endian
//! gzip of the index   {"pages": [path, bytes of its numbers, …], "files": [path, bytes, …]}
//! gzip of the pieces  in the order of their numbers, a NUL between two
//! gzip of the numbers of all pages, 7 bits a byte, the lowest first, the high bit set where more follow
//! the other files, as they are
//! ```
//!
//! `scripts/guide-read.js` of the theme reads it. What is packed depends on the files alone, not on the order in which
//! they come.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use flate2::{Compression, GzBuilder};
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::base::out_path::OutPath;

/// Pieces, numbers and other files of a guide beyond these bytes are more than a phone should hold in memory at once:
/// such a site keeps what its readers have seen, and offers no guide.
const MOST_BYTES: usize = 24 << 20;

/// Takes in files until it knows them all, or until there are too many.
pub struct Packer {
    numbers: FxHashMap<Arc<str>, u32>,
    pieces: Vec<Arc<str>>,
    pages: BTreeMap<OutPath, Vec<u32>>,
    files: BTreeMap<OutPath, Vec<u8>>,
    bytes: usize,
    most: usize,
}

#[derive(Serialize)]
struct Index<'f> {
    pages: Vec<IndexPart<'f>>,
    files: Vec<IndexPart<'f>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum IndexPart<'f> {
    Path(&'f str),
    Bytes(usize),
}

impl Default for Packer {
    fn default() -> Packer {
        Packer::up_to(MOST_BYTES)
    }
}

impl Packer {
    fn up_to(most: usize) -> Packer {
        let (numbers, pieces) = (FxHashMap::default(), Vec::new());
        Packer { numbers, pieces, pages: BTreeMap::new(), files: BTreeMap::new(), bytes: 0, most }
    }

    /// Adds a file; text is cut into pieces, everything else kept as it is.
    pub fn add(&mut self, path: &OutPath, bytes: &[u8]) {
        if self.is_too_large() {
            return;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) if is_text(path) && !text.contains('\0') => self.add_text(path, text),
            _ => {
                self.bytes += bytes.len();
                self.files.insert(path.clone(), bytes.to_vec());
            }
        }
        if self.is_too_large() {
            let bytes = self.bytes;
            *self = Packer { bytes, ..Packer::up_to(self.most) };
        }
    }

    fn add_text(&mut self, path: &OutPath, text: &str) {
        let numbers: Vec<u32> = pieces(text).map(|piece| self.number(piece)).collect();
        self.bytes += numbers.len();
        self.pages.insert(path.clone(), numbers);
    }

    fn number(&mut self, piece: &str) -> u32 {
        if let Some(number) = self.numbers.get(piece) {
            return *number;
        }
        let number = u32::try_from(self.pieces.len()).expect("the limit of bytes leaves room for fewer pieces");
        let piece: Arc<str> = piece.into();
        self.bytes += piece.len() + 1;
        self.pieces.push(piece.clone());
        self.numbers.insert(piece, number);
        number
    }

    /// The sum only grows, whatever the order of the files, so the answer for all of them does not depend on it.
    pub fn is_too_large(&self) -> bool {
        self.bytes > self.most
    }

    /// The packed file; none when there is too much to pack.
    pub fn finish(self) -> Option<Vec<u8>> {
        if self.is_too_large() {
            return None;
        }
        let order = self.order();
        let mut texts = Vec::new();
        for at in &order.used {
            texts.extend_from_slice(self.pieces[*at as usize].as_bytes());
            texts.push(0);
        }
        texts.pop();
        let mut numbers = Vec::new();
        let mut index = Index { pages: Vec::new(), files: Vec::new() };
        for (path, page) in &self.pages {
            let before = numbers.len();
            page.iter().for_each(|number| write_number(order.place[*number as usize], &mut numbers));
            index.pages.extend([IndexPart::Path(path.as_str()), IndexPart::Bytes(numbers.len() - before)]);
        }
        for (path, bytes) in &self.files {
            index.files.extend([IndexPart::Path(path.as_str()), IndexPart::Bytes(bytes.len())]);
        }
        let index = serde_json::to_vec(&index).expect("paths and numbers are always JSON");
        Some(put_together([gzip(&index), gzip(&texts), gzip(&numbers), self.files.into_values().flatten().collect()]))
    }

    /// Pieces that come often get low numbers, which are short; of equal ones, the smaller text first.
    fn order(&self) -> Order {
        let mut counts = vec![0_usize; self.pieces.len()];
        self.pages.values().flatten().for_each(|number| counts[*number as usize] += 1);
        let mut used: Vec<u32> = (0..).take(self.pieces.len()).collect();
        used.sort_by_key(|number| {
            let at = *number as usize;
            (std::cmp::Reverse(counts[at]), &self.pieces[at])
        });
        let mut place = vec![0; used.len()];
        for (at, number) in (0..).zip(&used) {
            place[*number as usize] = at;
        }
        Order { used, place }
    }
}

/// Which piece is written when.
struct Order {
    /// Pieces in the order of writing.
    used: Vec<u32>,
    /// Where each piece is in it.
    place: Vec<u32>,
}

fn is_text(path: &OutPath) -> bool {
    [".html", ".js", ".css", ".svg"].iter().any(|end| path.as_str().ends_with(end))
}

/// A text cut before each `<`.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?.len_utf8();
        let end = rest[first..].find('<').map_or(rest.len(), |at| first + at);
        let (piece, others) = rest.split_at(end);
        rest = others;
        Some(piece)
    })
}

fn write_number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    // The best level saves a fiftieth of the bytes and cost a thirtieth of a whole build.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory can be written")
}

fn put_together(parts: [Vec<u8>; 4]) -> Vec<u8> {
    let length =
        |part: &Vec<u8>| u32::try_from(part.len()).expect("the limit of bytes is far below 4 GB").to_le_bytes();
    let lengths = parts.iter().flat_map(length).collect::<Vec<u8>>();
    [lengths, parts.concat()].concat()
}

#[cfg(test)]
pub mod tests {
    use std::io::Read;

    use super::*;

    /// What a browser reads in a packed guide.
    pub fn unpack(guide: &[u8]) -> BTreeMap<String, Vec<u8>> {
        let length = |at: usize| u32::from_le_bytes(guide[at * 4..at * 4 + 4].try_into().unwrap()) as usize;
        let mut start = 16;
        let [index, pieces, numbers, mut rest] = [0, 1, 2, 3].map(|at| {
            start += length(at);
            &guide[start - length(at)..start]
        });
        assert_eq!(start, guide.len());
        let unzip = |part: &[u8]| {
            let mut bytes = Vec::new();
            flate2::read::GzDecoder::new(part).read_to_end(&mut bytes).unwrap();
            bytes
        };
        let index: serde_json::Value = serde_json::from_slice(&unzip(index)).unwrap();
        let listed = |key: &str| -> Vec<(String, usize)> {
            let parts = index[key].as_array().unwrap();
            parts
                .chunks(2)
                .map(|pair| (pair[0].as_str().unwrap().to_owned(), pair[1].as_u64().unwrap() as usize))
                .collect()
        };
        let pieces = String::from_utf8(unzip(pieces)).unwrap();
        let pieces: Vec<&str> = pieces.split('\0').collect();
        let numbers = unzip(numbers);
        let mut numbers = numbers.iter();
        let mut files = BTreeMap::new();
        for (path, bytes) in listed("pages") {
            let (mut text, mut number, mut shift) = (String::new(), 0_usize, 0);
            for byte in numbers.by_ref().take(bytes) {
                number |= usize::from(byte & 0x7f) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    text.push_str(pieces[number]);
                    (number, shift) = (0, 0);
                }
            }
            files.insert(path, text.into_bytes());
        }
        for (path, bytes) in listed("files") {
            let (file, others) = rest.split_at(bytes);
            files.insert(path, file.to_vec());
            rest = others;
        }
        assert!(numbers.next().is_none() && rest.is_empty());
        files
    }

    fn packed(files: &[(&str, &[u8])]) -> Option<Vec<u8>> {
        let mut packer = Packer::default();
        files.iter().for_each(|(path, bytes)| packer.add(&OutPath::new(*path).unwrap(), bytes));
        packer.finish()
    }

    #[test]
    fn files_come_back_as_they_were() {
        let many: String = (0..400).map(|at| format!("<p>đoạn {at}</p>x")).collect();
        let files: [(&str, &[u8]); 6] = [
            ("a.html", many.as_bytes()),
            ("b/index.html", b"no mark at all"),
            ("c.html", b""),
            ("d.html", b"NUL \0 <p>"),
            ("e.js", b"\xff no text"),
            ("f.bin", b"<p>\0\x01"),
        ];
        let expected = files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
        assert_eq!(unpack(&packed(&files).unwrap()), BTreeMap::from(expected));
        assert_eq!(unpack(&packed(&[]).unwrap()), BTreeMap::new());
    }

    #[test]
    fn the_order_of_coming_changes_nothing() {
        let mut files: Vec<(&str, &[u8])> = vec![("a.html", b"<a><b><c>"), ("b.html", b"<c><a>"), ("c.bin", b"x")];
        let one = packed(&files);
        files.reverse();
        assert_eq!(packed(&files), one);
    }

    #[test]
    fn what_is_too_large_is_not_packed_in_any_order() {
        let files = ["a.html", "b.html", "c.html"].map(|path| (OutPath::new(path).unwrap(), path.repeat(50)));
        let finish = |order: [usize; 3]| {
            let mut packer = Packer::up_to(600);
            order.into_iter().for_each(|at| packer.add(&files[at].0, files[at].1.as_bytes()));
            packer.finish()
        };
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
            assert_eq!(finish(order), None);
        }
    }
}
