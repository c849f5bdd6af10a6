//! Pages that an earlier build of the same program made from the same: they need not be laid out again.
//!
//! A page is known by a digest of all that its template sees: its view, whole, with the theme and the program. So nobody has
//! to say what a page depends on, and nothing can be forgotten; a view is a tenth of a page's cost. The law: with or without
//! this, a build gives the same bytes.

use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;
use rustc_hash::FxHashMap;

use crate::base::digest::{Digest, ValueDigest};
use crate::base::out_path::OutPath;
use crate::output::former::Former;
use crate::output::manifest::Entry;
use crate::output::tree::Handed;
use crate::render::headers::InlineTexts;

/// What a build knows of pages, from the one before and for the next one.
pub struct Known<'f> {
    /// Program and theme; none where nothing is to be known.
    makers: Option<Digest>,
    former: Option<&'f Former>,
    earlier: Marks,
    now: Mutex<Marks>,
}

/// What became of each view.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pages: FxHashMap<Digest, Mark>,
    /// Styles and scripts inside pages: few, and the same in thousands of them.
    inline: Vec<InlineTexts>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    entry: Entry,
    /// Index into `inline`.
    inline: u32,
}

/// A page is told of by its view's digest, its own, its size and the number of its styles and scripts.
const RECORD: usize = 32 + 32 + 8 + 4;

impl<'f> Known<'f> {
    /// Nothing is known, and nothing is learnt.
    pub fn nothing() -> Known<'static> {
        Known { makers: None, former: None, earlier: Marks::default(), now: Mutex::default() }
    }

    /// What an earlier build left, of pages that `former` holds. `makers` tells of everything but the view.
    pub fn from(makers: Digest, earlier: Marks, former: &'f Former) -> Known<'f> {
        Known { makers: Some(makers), former: Some(former), earlier, now: Mutex::default() }
    }

    /// What identifies the page at `out`; none where nothing is to be known.
    pub fn made_from(&self, out: &OutPath, template: &str, view: &impl Hash) -> Option<Digest> {
        Some(ValueDigest::of(&(self.makers?, out.as_str(), template, view)))
    }

    /// The page made from this, if the former site holds it.
    pub fn find(&self, out: &OutPath, made_from: &Digest) -> Option<(Handed, InlineTexts)> {
        let mark = self.earlier.pages.get(made_from)?;
        let inline = self.earlier.inline.get(mark.inline as usize)?;
        let held = self.former?.holds(out.as_str(), &mark.entry);
        held.then(|| (Handed { path: out.clone(), entry: mark.entry, bytes: None }, inline.clone()))
    }

    /// The bytes of a page that was found.
    ///
    /// # Errors
    /// When the former site cannot be read any more.
    pub fn bytes(&self, out: &OutPath, entry: &Entry) -> anyhow::Result<Vec<u8>> {
        let former = self.former.context("nothing is known")?;
        former.bytes(out, entry).with_context(|| format!("the former site: {out}"))
    }

    /// Tells the next build what became of this.
    pub fn learn(&self, made_from: Digest, entry: Entry, inline: &InlineTexts) {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).add(made_from, entry, inline);
    }

    /// What the next build may know.
    pub fn into_marks(self) -> Marks {
        self.now.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Marks {
    fn add(&mut self, made_from: Digest, entry: Entry, inline: &InlineTexts) {
        let at = self.inline.iter().position(|other| other == inline).unwrap_or_else(|| {
            self.inline.push(inline.clone());
            self.inline.len() - 1
        });
        let inline = u32::try_from(at).expect("a theme has few styles and scripts");
        self.pages.insert(made_from, Mark { entry, inline });
    }

    /// The length of the styles and scripts, they as JSON, a record a page in the order of their digests.
    pub fn to_bytes(&self) -> Vec<u8> {
        let inline = serde_json::to_vec(&self.inline).expect("texts are always JSON");
        let mut bytes = Vec::with_capacity(8 + inline.len() + self.pages.len() * RECORD);
        bytes.extend_from_slice(&(inline.len() as u64).to_le_bytes());
        bytes.extend_from_slice(&inline);
        let mut pages: Vec<_> = self.pages.iter().collect();
        pages.sort_unstable_by_key(|(made_from, _)| **made_from);
        for (made_from, mark) in pages {
            bytes.extend_from_slice(made_from.bytes());
            bytes.extend_from_slice(mark.entry.digest.bytes());
            bytes.extend_from_slice(&mark.entry.size.to_le_bytes());
            bytes.extend_from_slice(&mark.inline.to_le_bytes());
        }
        bytes
    }

    /// None where the bytes are something else.
    pub fn parse(bytes: &[u8]) -> Option<Marks> {
        let (length, rest) = bytes.split_first_chunk()?;
        let (inline, records) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        let inline = serde_json::from_slice(inline).ok()?;
        let (records, left) = records.as_chunks::<RECORD>();
        left.is_empty().then(|| Marks { pages: records.iter().map(record).collect(), inline })
    }
}

fn record(bytes: &[u8; RECORD]) -> (Digest, Mark) {
    fn part<const N: usize>(bytes: &[u8; RECORD], from: usize) -> [u8; N] {
        std::array::from_fn(|at| bytes[from + at])
    }
    let entry = Entry { digest: Digest::of_bytes(part(bytes, 32)), size: u64::from_le_bytes(part(bytes, 64)) };
    (Digest::of_bytes(part(bytes, 0)), Mark { entry, inline: u32::from_le_bytes(part(bytes, 72)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_read_back_as_they_were_written_and_nothing_else_is_read() {
        let mut marks = Marks::default();
        for (at, page) in ["a", "b", "c"].into_iter().enumerate() {
            let inline = InlineTexts::of(if at == 1 { "<style>a{}</style>" } else { "<p>" });
            marks.add(Digest::of(page.as_bytes()), Entry::of(page.as_bytes()), &inline);
        }
        assert_eq!(marks.inline.len(), 2);
        let bytes = marks.to_bytes();
        assert_eq!(Marks::parse(&bytes), Some(marks));
        for broken in [&bytes[..bytes.len() - 1], &bytes[1..], b""] {
            assert_eq!(Marks::parse(broken), None);
        }
    }

    #[test]
    fn a_page_is_known_by_its_place_its_template_its_view_and_its_makers() {
        let former = Former::none();
        let known = |makers: &str| Known::from(Digest::of(makers.as_bytes()), Marks::default(), &former);
        let out = |path: &str| OutPath::new(path).unwrap();
        let one = known("x").made_from(&out("a.html"), "t.html", &("view", 1));
        assert_eq!(one, known("x").made_from(&out("a.html"), "t.html", &("view", 1)));
        for other in [
            known("y").made_from(&out("a.html"), "t.html", &("view", 1)),
            known("x").made_from(&out("b.html"), "t.html", &("view", 1)),
            known("x").made_from(&out("a.html"), "u.html", &("view", 1)),
            known("x").made_from(&out("a.html"), "t.html", &("view", 2)),
        ] {
            assert!(other.is_some() && other != one);
        }
        assert_eq!(Known::nothing().made_from(&out("a.html"), "t.html", &("view", 1)), None);
    }
}
