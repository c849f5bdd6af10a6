//! What every resolver needs: names, units, the build date, and the conversions of shared pieces.

use std::sync::Arc;

use jiff::civil::Date;

use crate::base::date::{PartialDate, days_between};
use crate::base::lang::Localized;
use crate::config::localized;
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::entry::{Body, Caveat, Contact, Fact, Head, Hours, Picture, Prose};
use crate::model::id::SourceId;
use crate::model::people::Standing;
use crate::model::place::Places;
use crate::model::source::Source;
use crate::read::raw::common::{self as raw, Cited, Text};
use crate::read::{self, Record};
use crate::resolve::names::Names;
use crate::resolve::opening::Window;
use crate::resolve::pictures::Pictures;
use crate::resolve::taxonomy::Classes;
use crate::source::field::FieldPath;

/// What entries are resolved against, beside their own files. Under equal surroundings an entry resolves alike.
#[derive(Debug, PartialEq)]
pub struct Context {
    pub names: Names,
    pub places: Arc<Places>,
    pub classes: Classes,
    /// The documents, resolved before everything that cites them.
    pub documents: Vec<Source>,
    pub pictures: Pictures,
    pub today: Date,
    /// The days from today on, for opening hours.
    pub window: Window,
}

/// Days after which a verification is old: the page then says so (product feature 4).
const FRESH_DAYS: i32 = 180;

/// The parts of an entry's file that make its head.
pub struct HeadParts<'r> {
    pub name: &'r Text,
    pub other_names: &'r [String],
    pub aliases: &'r [String],
    pub summary: Option<&'r Text>,
    pub facts: &'r [raw::Fact],
    pub caveats: &'r [raw::Caveat],
    pub pictures: &'r [raw::Picture],
    pub sources: &'r Cited,
}

/// Reports a date that has not come by `today`: what is told of it cannot have been seen.
pub fn not_future(date: Option<PartialDate>, today: Date, file: &str, field: FieldPath, diagnostics: &mut Diagnostics) {
    if let Some(date) = date.filter(|date| date.first() > today) {
        let future = Diagnostic::new(Code::FutureDate, file).at(field);
        diagnostics.push(future.arg("value", date).arg("today", today));
    }
}

impl Context {
    /// Whether an entry that names no product resolves alike under both.
    pub fn same_but_products(&self, other: &Context) -> bool {
        let Context { names, places, classes, documents, pictures, today, window } = self;
        names.same_but_products(&other.names)
            && *places == other.places
            && *classes == other.classes
            && *documents == other.documents
            && *pictures == other.pictures
            && *today == other.today
            && *window == other.window
    }

    pub fn head<T>(&self, record: &Record<T>, parts: HeadParts) -> Arc<Head> {
        Arc::new(Head {
            slug: record.id.clone(),
            file: record.file.clone(),
            name: localized(parts.name),
            other_names: parts.other_names.to_vec(),
            aliases: parts.aliases.to_vec(),
            summary: parts.summary.map(localized),
            body: Body { vi: record.body.as_ref().map(prose), en: record.english.as_ref().map(prose) },
            facts: self.facts(parts.facts),
            caveats: parts.caveats.iter().map(|raw| self.caveat(raw)).collect(),
            pictures: parts.pictures.iter().enumerate().filter_map(|(at, raw)| self.picture(record, at, raw)).collect(),
            sources: self.cited(parts.sources),
        })
    }

    /// The sources cited, those that exist; others have been reported.
    pub fn cited(&self, cited: &Cited) -> Vec<SourceId> {
        self.names.cited(cited)
    }

    pub fn facts(&self, raw: &[raw::Fact]) -> Vec<Fact> {
        raw.iter().map(|raw| Fact { text: localized(&raw.text), sources: self.cited(&raw.source) }).collect()
    }

    fn caveat(&self, raw: &raw::Caveat) -> Caveat {
        Caveat { kind: raw.kind, text: localized(&raw.text), sources: self.cited(&raw.source) }
    }

    fn picture<T>(&self, record: &Record<T>, at: usize, raw: &raw::Picture) -> Option<Picture> {
        let file = crate::resolve::pictures::path_of(&record.file, &raw.file);
        let original = self.pictures.get(&file)?;
        Some(Picture {
            file,
            at,
            digest: original.digest,
            width: original.width,
            height: original.height,
            alt: localized(&raw.alt),
            credit: localized(&raw.credit),
            date: raw.date,
            sources: self.cited(&raw.source),
        })
    }

    /// Contacts that may be published: a person's with consent, an organisation's with a source.
    pub fn contacts(&self, raw: &[raw::Contact]) -> Vec<Contact> {
        let contact = |raw: &raw::Contact| Contact {
            kind: raw.kind,
            name: raw.name.as_ref().map(localized),
            role: raw.role.as_ref().map(localized),
            phone: raw.phone.clone(),
            zalo: raw.zalo.clone(),
            email: raw.email.clone(),
            hours: raw.hours.as_ref().map(localized),
            languages: raw.languages.clone(),
            sources: self.cited(&raw.source),
        };
        raw.iter().map(contact).collect()
    }

    pub fn hours(&self, expression: Option<&String>, source: &Cited) -> Option<Hours> {
        let expression = expression.filter(|text| !text.trim().is_empty())?;
        let timeline = self.window.timeline(expression);
        // What has a timeline was read already.
        let is_valid = timeline.is_some() || crate::read::hours::is_valid(expression);
        is_valid.then(|| Hours { expression: expression.clone(), sources: self.cited(source), timeline })
    }

    pub fn standing(
        &self,
        status: crate::terms::OutletStatus,
        as_of: Option<PartialDate>,
        verified_on: Option<PartialDate>,
        verified_by: Option<&Text>,
    ) -> Standing {
        Standing {
            status,
            as_of,
            verified_on,
            verified_by: verified_by.map(localized),
            fresh: verified_on.is_some_and(|date| (0..=FRESH_DAYS).contains(&days_between(date.first(), self.today))),
        }
    }
}

/// The text of a body.
pub fn prose(body: &read::Body) -> Prose {
    Prose { text: body.text().to_owned(), file: body.file.path.clone(), start: body.range.start }
}

pub fn optional(text: &Option<Text>) -> Option<Localized> {
    text.as_ref().map(localized)
}

pub fn all(texts: &[Text]) -> Vec<Localized> {
    texts.iter().map(localized).collect()
}
