//! Two revisions of the content as facts that a reviewer reads: stars, validity, outlets, names, addresses.
//!
//! Both catalogues are computed for the same day, so a flip comes from what was written, never from the clock. A file
//! that cannot be read any more is told as such, not as an entry that was removed.

pub mod json;
pub mod markdown;

mod entries;
mod fields;
mod outlets;
mod products;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::lang::Lang;
use crate::model::Catalogue;
use crate::plan::SitePlan;
use crate::site::Loaded;

/// One side of the comparison.
pub struct Side {
    pub loaded: Loaded,
    pub plan: SitePlan,
}

/// What is compared, and for whom.
pub struct Pair<'a> {
    pub old: &'a Side,
    pub new: &'a Side,
}

impl<'a> Pair<'a> {
    pub fn catalogues(&self) -> (&'a Catalogue, &'a Catalogue) {
        (&self.old.loaded.catalogue, &self.new.loaded.catalogue)
    }
}

/// Something that is different for readers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub weight: Weight,
    /// `products`, `producers` …: the folder of the entry.
    pub folder: &'static str,
    pub id: String,
    pub name: String,
    /// The word of the message: `stars`, `closed`.
    pub what: &'static str,
    /// What the message's placeables stand for.
    pub args: Vec<(&'static str, String)>,
}

/// In which chapter a change is told; the order is the reader's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Stars and certificates: what the law hangs on.
    Certificate,
    /// Entries that came, went or broke.
    Entry,
    /// Outlets: where people go.
    Outlet,
    /// Names, places, producers.
    Detail,
    Source,
    /// Words only.
    Text,
}

impl Weight {
    pub const ALL: [Weight; 6] =
        [Weight::Certificate, Weight::Entry, Weight::Outlet, Weight::Detail, Weight::Source, Weight::Text];

    pub const fn word(self) -> &'static str {
        match self {
            Weight::Certificate => "certificate",
            Weight::Entry => "entry",
            Weight::Outlet => "outlet",
            Weight::Detail => "detail",
            Weight::Source => "source",
            Weight::Text => "text",
        }
    }
}

/// Everything that changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    pub changes: Vec<Change>,
    /// Paths of pages, the same in every language, with slashes.
    pub pages_new: Vec<String>,
    pub pages_gone: Vec<String>,
    /// Addresses that lead elsewhere now, and where to.
    pub redirects_new: Vec<(String, String)>,
}

/// Compares both sides.
pub fn compare(pair: &Pair) -> Comparison {
    let (changes, ((pages_new, mut pages_gone), redirects_new)) =
        rayon::join(|| changes(pair), || (pages(pair), redirects(pair)));
    // What leads elsewhere is not gone.
    let elsewhere: BTreeSet<&str> = redirects_new.iter().map(|(from, _)| from.as_str()).collect();
    pages_gone.retain(|path| !elsewhere.contains(path.as_str()));
    Comparison { changes, pages_new, pages_gone, redirects_new }
}

fn changes(pair: &Pair) -> Vec<Change> {
    let mut changes = Vec::new();
    products::compare(pair, &mut changes);
    entries::compare(pair, &mut changes);
    outlets::compare(pair, &mut changes);
    texts::compare(pair, &mut changes);
    // Last: it tells of what nothing above told.
    fields::compare(pair, &mut changes);
    changes.sort();
    changes
}

fn pages(pair: &Pair) -> (Vec<String>, Vec<String>) {
    let (old, new) = (&pair.old.plan, &pair.new.plan);
    let shown = |path: &str| if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
    let only_in = |one: &SitePlan, other: &SitePlan| one.paths().filter(|path| !other.has(path)).map(shown).collect();
    (only_in(new, old), only_in(old, new))
}

fn redirects(pair: &Pair) -> Vec<(String, String)> {
    let of = |side: &Side| {
        let vietnamese = side.plan.redirects.iter().filter(|redirect| redirect.from.lang() == Lang::Vi);
        vietnamese.map(|redirect| (redirect.from.from_root(), redirect.to.from_root())).collect::<BTreeMap<_, _>>()
    };
    let (old, new) = (of(pair.old), of(pair.new));
    new.into_iter().filter(|(from, to)| old.get(from) != Some(to)).collect()
}

/// Gathers the changes of one entry.
struct Teller<'c> {
    folder: &'static str,
    id: &'c str,
    name: &'c str,
    changes: &'c mut Vec<Change>,
}

impl Teller<'_> {
    fn tell(&mut self, weight: Weight, what: &'static str, args: &[(&'static str, &str)]) {
        self.changes.push(Change {
            weight,
            folder: self.folder,
            id: self.id.to_owned(),
            name: self.name.to_owned(),
            what,
            args: args.iter().map(|(key, value)| (*key, (*value).to_owned())).collect(),
        });
    }

    /// Tells `what` with both values, when they differ.
    fn differs(&mut self, weight: Weight, what: &'static str, old: &str, new: &str) {
        if old != new {
            self.tell(weight, what, &[("old", shown(old)), ("new", shown(new))]);
        }
    }
}

/// A value that may be absent.
fn shown(value: &str) -> &str {
    if value.is_empty() { "—" } else { value }
}

#[cfg(test)]
mod tests;
