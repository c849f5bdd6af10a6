//! The editors' desk: the gaps of the catalogue on shelves, each with the entries to look at, for the site's own page.

use crate::base::lang::Localized;
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
    /// Links that lead out of the site and did not open.
    DeadLinks,
    /// What somebody left in a file to be answered.
    Questions,
    /// No pack, no season or no picture: one task an entry, since one call answers all three.
    Incomplete,
}

impl Shelf {
    /// What hurts readers first.
    pub const ALL: [Shelf; 7] = [
        Shelf::Ending,
        Shelf::DateUnknown,
        Shelf::Unverified,
        Shelf::Contradiction,
        Shelf::DeadLinks,
        Shelf::Questions,
        Shelf::Incomplete,
    ];

    /// Its folder below the desk's.
    pub const fn slug(self) -> &'static str {
        match self {
            Shelf::Ending => "sap-het-han",
            Shelf::DateUnknown => "chua-ro-ngay",
            Shelf::Unverified => "chua-xac-minh",
            Shelf::Contradiction => "nguon-noi-khac",
            Shelf::DeadLinks => "lien-ket-hong",
            Shelf::Questions => "cho-tra-loi",
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
            Shelf::DeadLinks => "dead-links",
            Shelf::Questions => "questions",
            Shelf::Incomplete => "incomplete",
        }
    }

    const fn of(kind: Kind) -> Shelf {
        match kind {
            Kind::Ending => Shelf::Ending,
            Kind::DateUnknown => Shelf::DateUnknown,
            Kind::Unverified => Shelf::Unverified,
            Kind::Contradiction => Shelf::Contradiction,
            Kind::DeadLink => Shelf::DeadLinks,
            Kind::OpenQuestion => Shelf::Questions,
            Kind::NoPack | Kind::NoSeason | Kind::NoPicture => Shelf::Incomplete,
        }
    }
}

/// A file and what to ask or to mend there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Whose file it is; none of a plan, a page or a file with a mistake.
    pub entry: Option<EntryRef>,
    pub file: String,
    pub details: Vec<Localized>,
}

/// Every shelf with its tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk([Vec<Task>; Shelf::ALL.len()]);

impl Desk {
    pub fn of(catalogue: &Catalogue) -> Desk {
        let mut desk = Desk::default();
        for gap in gaps::of_catalogue(catalogue) {
            let task = Task { entry: gap.entry, file: gap.file, details: vec![gap.detail] };
            desk.0[Shelf::of(gap.kind) as usize].push(task);
        }
        for shelf in [Shelf::Incomplete, Shelf::DeadLinks, Shelf::Questions] {
            desk.by_file(shelf);
        }
        desk
    }

    pub fn tasks(&self, shelf: Shelf) -> &[Task] {
        &self.0[shelf as usize]
    }

    /// One task a file.
    fn by_file(&mut self, shelf: Shelf) {
        let tasks = &mut self.0[shelf as usize];
        // Tasks of one file came one kind of gap after the other.
        tasks.sort_by(|left, right| left.file.cmp(&right.file));
        tasks.dedup_by(|next, kept| {
            let same = next.file == kept.file;
            if same {
                kept.details.append(&mut next.details);
            }
            same
        });
    }
}
