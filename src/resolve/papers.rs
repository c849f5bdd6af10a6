//! Documents, year plans and the site's own pages.

use std::sync::Arc;

use jiff::civil::Date;

use crate::base::lang::Localized;
use crate::config::localized;
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::entry::Prose;
use crate::model::id::Unit;
use crate::model::plan::{Count, Idea, Page, Target, YearPlan};
use crate::model::product::Stars;
use crate::model::source::Source;
use crate::read::raw::plan as raw_plan;
use crate::read::raw::source as raw_source;
use crate::read::{Record, Records};
use crate::resolve::context::{Context, not_future, optional, prose};
use crate::resolve::located;
use crate::resolve::names::Names;
use crate::source::field::FieldPath;

/// A document; one dated after the build date is reported, since nobody can have read it.
pub fn document(
    record: &Record<raw_source::Source>,
    names: &Names,
    today: Date,
    diagnostics: &mut Diagnostics,
) -> Source {
    let raw = &record.value;
    not_future(raw.date, today, &record.file, FieldPath::root().key("date"), diagnostics);
    Source {
        slug: record.id.clone(),
        file: record.file.clone(),
        title: localized(&raw.title),
        publisher: raw.publisher.clone(),
        grade: raw.grade,
        kind: raw.kind,
        number: raw.number.clone(),
        date: raw.date,
        url: raw.url.clone(),
        copies: raw.copies.iter().map(|copy| (localized(&copy.name), copy.quality)).collect(),
        mirror_of: raw.mirror_of.clone(),
        read_on: raw.read_on,
        extent: raw.extent,
        aliases: raw.aliases.clone(),
        note: optional(&raw.note),
        disagrees_with: raw.disagrees_with.0.iter().filter_map(|id| names.source(id)).collect(),
    }
}

pub fn year_plan(context: &Context, record: &Record<raw_plan::PlanFile>, diagnostics: &mut Diagnostics) -> YearPlan {
    let raw = &record.value;
    if record.id != raw.year.to_string() {
        let other = Diagnostic::new(Code::YearMismatch, &record.file).at(FieldPath::root().key("year"));
        let of_file = record.id.parse::<i16>().ok().map(|_| record.id.clone());
        diagnostics.push(other.arg("value", raw.year).arg("file", &record.file).fix(of_file));
    }
    YearPlan {
        year: raw.year,
        file: record.file.clone(),
        targets: raw.targets.iter().filter_map(|raw| target(context, raw)).collect(),
        counts: raw.counts.iter().filter_map(|raw| count(context, raw)).collect(),
        ideas: ideas(context, record, diagnostics),
        rules: raw.rules.iter().map(|raw| (localized(&raw.text), context.cited(&raw.source))).collect(),
        sources: context.cited(&raw.sources),
    }
}

fn target(context: &Context, raw: &raw_plan::Target) -> Option<Target> {
    Some(Target {
        place: context.names.unit(&raw.place, None)?,
        stars: raw.stars.and_then(Stars::new),
        at_least: raw.at_least,
        text: localized(&raw.text),
        sources: context.cited(&raw.source),
    })
}

fn count(context: &Context, raw: &raw_plan::Count) -> Option<Count> {
    Some(Count {
        place: context.names.unit(&raw.place, None)?,
        stars: raw.stars.and_then(Stars::new),
        number: raw.number,
        what: localized(&raw.what),
        as_of: raw.as_of,
        sources: context.cited(&raw.source),
    })
}

/// Ideas name communes as they were in the plan's year.
fn ideas(context: &Context, record: &Record<raw_plan::PlanFile>, diagnostics: &mut Diagnostics) -> Vec<Idea> {
    let mut ideas = Vec::new();
    for (at, raw) in record.value.ideas.iter().enumerate() {
        let Some(unit) = context.names.unit(&raw.commune, None) else { continue };
        let field = FieldPath::root().key("ideas").item(at).key("commune");
        let year = crate::base::date::PartialDate::Year(record.value.year);
        located::check_era(context, &raw.commune, unit, year, &record.file, &field, diagnostics);
        ideas.push(idea(context, raw, unit));
    }
    ideas
}

fn idea(context: &Context, raw: &raw_plan::Idea, commune: Unit) -> Idea {
    Idea {
        commune,
        product: raw.product.as_ref().and_then(|id| context.names.product(id)),
        producer: raw.producer.as_ref().and_then(|id| context.names.producer(id)),
        text: localized(&raw.text),
        sources: context.cited(&raw.source),
    }
}

/// The site's own pages, each with its English version where there is one.
pub fn pages(records: &Records) -> Vec<Page> {
    let page = |record: &Arc<Record<crate::read::raw::page::Page>>| {
        let english = records.english_pages.get(&record.id);
        let empty = || Prose { text: String::new(), file: record.file.clone(), start: 0 };
        Page {
            slug: record.id.clone(),
            file: record.file.clone(),
            title: both(&record.value.title, english.map(|english| &english.value.title)),
            description: both(&record.value.description, english.map(|english| &english.value.description)),
            aliases: record.value.aliases.clone(),
            footer: record.value.footer,
            vi: record.body.as_ref().map_or_else(empty, prose),
            en: english.and_then(|english| english.body.as_ref()).map(prose),
        }
    };
    records.pages.iter().map(page).collect()
}

fn both(vi: &str, en: Option<&String>) -> Localized {
    Localized { vi: vi.trim().to_owned(), en: en.map(|en| en.trim().to_owned()) }
}
