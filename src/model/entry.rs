//! What every entry has: its name, its texts, its facts with their sources, its place.

use std::sync::Arc;

use jiff::civil::Date;

use crate::base::date::{PartialDate, days_between};
use crate::base::digest::Digest;
use crate::base::lang::{Lang, Localized};
use crate::model::id::{CommuneId, DistrictId, ProvinceId, SourceId, Unit};
use crate::terms::{CaveatKind, ContactKind};

/// The head of an entry, the same for all kinds.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The folder's name: the id in content and the last part of the URL.
    pub slug: String,
    /// The Vietnamese file, relative to the content folder, with `/`.
    pub file: String,
    pub name: Localized,
    pub other_names: Vec<String>,
    /// Former slugs, each a redirect page.
    pub aliases: Vec<String>,
    pub summary: Option<Localized>,
    pub body: Body,
    pub facts: Vec<Fact>,
    pub caveats: Vec<Caveat>,
    pub pictures: Vec<Picture>,
    pub sources: Vec<SourceId>,
}

/// The Markdown story in each language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    pub vi: Option<Prose>,
    pub en: Option<Prose>,
}

impl Body {
    /// The story to show and the language that it is really in.
    pub fn get(&self, lang: Lang) -> Option<(&Prose, Lang)> {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => Some((en, Lang::En)),
            _ => self.vi.as_ref().map(|vi| (vi, Lang::Vi)),
        }
    }
}

/// Markdown text with the file it came from and where it begins there, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    pub text: String,
    pub file: String,
    pub start: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub text: Localized,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caveat {
    pub kind: CaveatKind,
    pub text: Localized,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The picture's file, relative to the content folder.
    pub file: String,
    /// Its place among the pictures that the entry's file names.
    pub at: usize,
    /// Of the picture's bytes.
    pub digest: Digest,
    /// In pixels, upright.
    pub width: u32,
    pub height: u32,
    pub alt: Localized,
    pub credit: Localized,
    pub date: Option<PartialDate>,
    pub sources: Vec<SourceId>,
}

/// A place in both eras.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The unit as the source wrote it.
    pub unit: Unit,
    pub province: ProvinceId,
    /// The former district, where the unit leads to one.
    pub district: Option<DistrictId>,
    /// The present communes it may lie in: one when the place is certain, several when the former unit was divided,
    /// none when only a district is known or no source tells what became of the unit.
    pub communes: Vec<CommuneId>,
    pub detail: Option<Localized>,
    /// `[longitude, latitude]` as the entry gives it.
    pub point: Option<[f64; 2]>,
    pub sources: Vec<SourceId>,
}

impl Place {
    /// The present commune, when exactly one is possible.
    pub fn commune(&self) -> Option<CommuneId> {
        match self.communes[..] {
            [commune] => Some(commune),
            _ => None,
        }
    }
}

/// How to reach somebody; consent or source have been proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub kind: ContactKind,
    pub name: Option<Localized>,
    pub role: Option<Localized>,
    pub phone: Option<String>,
    pub zalo: Option<String>,
    pub email: Option<String>,
    pub hours: Option<Localized>,
    pub languages: Vec<String>,
    pub sources: Vec<SourceId>,
}

/// Opening hours that the OpenStreetMap grammar accepts, in normal form, and what they rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    pub expression: String,
    pub sources: Vec<SourceId>,
    /// Derived: what they mean for the days from the build date on; none where only words can tell (sunset, say).
    pub timeline: Option<Arc<Timeline>>,
}

/// Open and closed, minute by minute, for a window of days in Vietnam's time (UTC+7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The window's first day.
    pub from: Date,
    /// Whole days of the window.
    pub days: u32,
    /// The first shift begins with the window; each lasts to the next one or to the window's end, no two in a row are of
    /// one state.
    pub shifts: Vec<Shift>,
}

/// From when on the doors are in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// Minutes after the window's first midnight.
    pub minute: u32,
    pub doors: Doors,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doors {
    Open,
    Closed,
    /// The written hours leave it open: a public holiday of which they do not speak, or words that a person must read.
    Unsure,
}

impl Timeline {
    /// What the doors are at a minute of a day; none outside the window.
    pub fn doors(&self, day: Date, minute: u32) -> Option<Doors> {
        let after = u32::try_from(days_between(self.from, day)).ok().filter(|after| *after < self.days)?;
        let at = after * MINUTES_A_DAY + minute;
        self.shifts.iter().rev().find(|shift| shift.minute <= at).map(|shift| shift.doors)
    }

    /// The first minute, counted from the day's midnight, at which the doors are closed within `minutes` from `from` on;
    /// none when they never are, or where the window does not reach.
    pub fn first_closed(&self, day: Date, from: u32, minutes: u32) -> Option<u32> {
        if self.doors(day, from)? == Doors::Closed {
            return Some(from);
        }
        let midnight = u32::try_from(days_between(self.from, day)).ok()? * MINUTES_A_DAY;
        let stay = midnight + from + 1..midnight + from + minutes.max(1);
        let closes = |shift: &&Shift| shift.doors == Doors::Closed && stay.contains(&shift.minute);
        self.shifts.iter().find(closes).map(|shift| shift.minute - midnight)
    }
}

pub const MINUTES_A_DAY: u32 = 24 * 60;
