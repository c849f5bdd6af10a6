//! The editors' desk: the gaps of the catalogue on shelves, each with the entries to look at, for the site's own page.

use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::report::gaps::{self, Kind};

/// A sort of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    Ending,
    DateUnknown,
    Unverified,
    Contradiction,
    /// No pack, no season or no picture: one task an entry, since one call answers all three.
    Incomplete,
}

impl Shelf {
    /// What hurts readers first.
    pub const ALL: [Shelf; 5] =
        [Shelf::Ending, Shelf::DateUnknown, Shelf::Unverified, Shelf::Contradiction, Shelf::Incomplete];

    /// Its folder below the desk's.
    pub const fn slug(self) -> &'static str {
        match self {
            Shelf::Ending => "sap-het-han",
            Shelf::DateUnknown => "chua-ro-ngay",
            Shelf::Unverified => "chua-xac-minh",
            Shelf::Contradiction => "nguon-noi-khac",
            Shelf::Incomplete => "con-thieu",
        }
    }

    /// The end of the keys of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Shelf::Ending => "ending",
            Shelf::DateUnknown => "date-unknown",
            Shelf::Unverified => "unverified",
            Shelf::Contradiction => "contradiction",
            Shelf::Incomplete => "incomplete",
        }
    }

    fn of(kind: Kind) -> Option<Shelf> {
        match kind {
            Kind::Ending => Some(Shelf::Ending),
            Kind::DateUnknown => Some(Shelf::DateUnknown),
            Kind::Unverified => Some(Shelf::Unverified),
            Kind::Contradiction => Some(Shelf::Contradiction),
            Kind::NoPack | Kind::NoSeason | Kind::NoPicture => Some(Shelf::Incomplete),
            Kind::OpenQuestion => None,
        }
    }
}

/// An entry and what to ask or to mend there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub entry: EntryRef,
    pub file: String,
    /// In Vietnamese, for officers.
    pub details: Vec<String>,
}

/// Every shelf with its tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk([Vec<Task>; Shelf::ALL.len()]);

impl Desk {
    pub fn of(catalogue: &Catalogue) -> Desk {
        let mut desk = Desk::default();
        for gap in gaps::of_catalogue(catalogue) {
            if let (Some(shelf), Some(entry)) = (Shelf::of(gap.kind), gap.entry) {
                desk.put(shelf, Task { entry, file: gap.file, details: vec![gap.detail] });
            }
        }
        // Tasks of one entry came one kind of gap after the other.
        desk.0[Shelf::Incomplete as usize].sort_by(|left, right| left.file.cmp(&right.file));
        desk.0[Shelf::Incomplete as usize].dedup_by(|next, kept| {
            let same = next.file == kept.file;
            if same {
                kept.details.append(&mut next.details);
            }
            same
        });
        desk
    }

    pub fn tasks(&self, shelf: Shelf) -> &[Task] {
        &self.0[shelf as usize]
    }

    fn put(&mut self, shelf: Shelf, task: Task) {
        self.0[shelf as usize].push(task);
    }
}
