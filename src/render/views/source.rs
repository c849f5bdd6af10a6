//! The page of one source: what the document is and every fact drawn from it.

use serde::Serialize;

use crate::base::date::PartialDate;
use crate::model::entry::{Caveat, Fact, Head};
use crate::model::id::{EntryRef, SourceId};
use crate::model::links::{Citation, CitedField};
use crate::model::source::Source;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::jsonld;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{Link, Row, Text};
use crate::render::views::recognition::event_words;
use crate::render::views::{bodies, cited, entries, facts};
use crate::terms::CaveatKind;

/// Context of `source.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SourceView {
    pub common: Common,
    pub title: Text,
    /// `A`, `B1`, `B2`, `C`.
    pub grade: &'static str,
    pub grade_words: String,
    /// Publisher, number, date, address, copies, read on, extent.
    pub rows: Vec<Row>,
    pub url: Option<String>,
    pub mirror_of: Option<String>,
    pub note: Option<Text>,
    /// Sources that say something else about the same thing.
    pub disagrees_with: Vec<Link>,
    pub citation_words: String,
    pub citations: Vec<CitingEntry>,
    /// Contradictions that entries record with this source among the sides.
    pub conflicts: Vec<CitedFact>,
}

/// One entry, yearly plan, text or register, and what it takes from the source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CitingEntry {
    pub kind: String,
    pub entry: Link,
    pub facts: Vec<CitedFact>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CitedFact {
    /// Which field, in words.
    pub field: String,
    /// What it says; none when the field has no words of its own.
    pub text: Option<Text>,
    /// For conflicts: the entry that records it.
    pub entry: Option<Link>,
}

/// Fills the page of a source.
pub fn view(ctx: &PageContext<'_>, id: SourceId) -> SourceView {
    let source = &ctx.catalogue()[id];
    let mut citations = citations(ctx, id);
    citations.extend(cited::others(ctx, id));
    let disagrees = source.disagrees_with.iter().map(|id| ctx.entry_link(EntryRef::Source(*id))).collect();
    SourceView {
        title: ctx.text(&source.title),
        grade: source.grade.word(),
        grade_words: ctx.term("grade", source.grade.word()),
        rows: rows(ctx, source),
        url: source.url.clone(),
        mirror_of: source.mirror_of.clone(),
        note: source.note.as_ref().map(|note| ctx.text(note)),
        disagrees_with: disagrees,
        citation_words: ctx.tv("source-citations", &[("n", citations.len().into())]),
        conflicts: conflicts(ctx, id),
        citations,
        common: frame(ctx, id),
    }
}

fn rows(ctx: &PageContext<'_>, source: &Source) -> Vec<Row> {
    let row = |key, values| facts::row(ctx, key, values, &[]);
    let own = |text: String| vec![ctx.own(text)];
    let date = |date: Option<PartialDate>| date.map(|date| ctx.own(dates::partial(ctx.lang, date)));
    let copies = source.copies.iter().map(|(name, quality)| {
        let name = ctx.text(name);
        Text { text: format!("{} ({})", name.text, ctx.term("quality", quality.word())), lang: name.lang }
    });
    let mut rows = vec![
        row("publisher", vec![bodies::name(ctx, &source.publisher)]),
        row("source-type", own(ctx.term("source-type", source.kind.word()))),
        row("number", source.number.iter().map(|number| ctx.own(number.as_str())).collect()),
        row("date", date(source.date).into_iter().collect()),
        row("read-on", date(source.read_on).into_iter().collect()),
        row("extent", own(ctx.term("extent", source.extent.word()))),
    ];
    if !source.copies.is_empty() {
        rows.push(row("copies", copies.collect()));
    }
    rows
}

/// What each entry takes from the source, in the order of the catalogue.
fn citations(ctx: &PageContext<'_>, id: SourceId) -> Vec<CitingEntry> {
    let mut citing: Vec<CitingEntry> = Vec::new();
    let mut last = None;
    for citation in &ctx.catalogue().links.citations[id.at()] {
        if last != Some(citation.by) {
            last = Some(citation.by);
            citing.push(CitingEntry {
                kind: kind(ctx, citation.by),
                entry: ctx.entry_link(citation.by),
                facts: Vec::new(),
            });
        }
        let facts = &mut citing.last_mut().expect("pushed above").facts;
        if let Some(fact) = cited_fact(ctx, citation)
            && !facts.contains(&fact)
        {
            facts.push(fact);
        }
    }
    citing
}

fn kind(ctx: &PageContext<'_>, entry: EntryRef) -> String {
    match entry {
        EntryRef::Producer(_) => ctx.t("kind-producer"),
        EntryRef::Destination(_) => ctx.t("kind-destination"),
        other => entries::kind(ctx, other).unwrap_or_default(),
    }
}

/// The field, and what it says where that is a text. The entry as a whole adds nothing when it says more.
fn cited_fact(ctx: &PageContext<'_>, citation: &Citation) -> Option<CitedFact> {
    if citation.field == CitedField::Entry {
        return None;
    }
    let field = ctx.t(&format!("cited-{}", field_word(citation.field)));
    Some(CitedFact { field, text: fact_text(ctx, citation), entry: None })
}

const fn field_word(field: CitedField) -> &'static str {
    match field {
        CitedField::Recognition => "recognition",
        CitedField::Course => "course",
        CitedField::Fact => "fact",
        CitedField::Caveat => "caveat",
        CitedField::Season => "season",
        CitedField::Buying => "buying",
        CitedField::Price => "price",
        CitedField::Paper => "paper",
        CitedField::SoldWhere => "sold-where",
        CitedField::Place => "place",
        CitedField::Contact => "contact",
        CitedField::Hours => "hours",
        CitedField::Stocks => "stocks",
        CitedField::Use => "use",
        CitedField::Visits => "visits",
        CitedField::OnSite => "on-site",
        CitedField::GettingThere => "getting-there",
        CitedField::WhenToGo => "when-to-go",
        CitedField::Picture => "picture",
        CitedField::Entry => "entry",
    }
}

fn fact_text(ctx: &PageContext<'_>, citation: &Citation) -> Option<Text> {
    let catalogue = ctx.catalogue();
    let at = citation.item?;
    // A spirit's own page keeps silent on everything but its recognition; so does this one.
    let kept = matches!(citation.field, CitedField::Recognition | CitedField::Course | CitedField::Caveat);
    if matches!(citation.by, EntryRef::Product(id) if catalogue[id].is_bare() && !kept) {
        return None;
    }
    let head: Option<&Head> = catalogue.head(citation.by);
    let fact = |list: &[Fact]| list.get(at).map(|fact| ctx.text(&fact.text));
    match (citation.field, citation.by) {
        (CitedField::Fact, _) => fact(&head?.facts),
        (CitedField::Caveat, _) => head?.caveats.get(at).map(|caveat| ctx.text(&caveat.text)),
        (CitedField::SoldWhere, EntryRef::Product(id)) => fact(&catalogue[id].sold_where),
        (CitedField::Recognition, EntryRef::Product(id)) => {
            let event = catalogue[id].recognitions.get(at)?;
            let date = event.date.map(|date| format!(", {}", dates::partial(ctx.lang, date)));
            Some(ctx.own(format!("{}{}", event_words(ctx, event), date.unwrap_or_default())))
        }
        (CitedField::Course, EntryRef::Product(id)) => {
            let step = catalogue[id].course_steps.get(at)?;
            Some(step.note.as_ref().map_or_else(|| ctx.own(ctx.term("step", step.step.word())), |note| ctx.text(note)))
        }
        (CitedField::GettingThere, EntryRef::Destination(id)) => fact(&catalogue[id].getting_there),
        (CitedField::WhenToGo, EntryRef::Destination(id)) => fact(&catalogue[id].when_to_go),
        _ => None,
    }
}

/// Contradictions that entries record with this source among the sides.
fn conflicts(ctx: &PageContext<'_>, id: SourceId) -> Vec<CitedFact> {
    let catalogue = ctx.catalogue();
    let contradiction = |citation: &Citation| -> Option<CitedFact> {
        let caveat: &Caveat = catalogue.head(citation.by)?.caveats.get(citation.item?)?;
        (citation.field == CitedField::Caveat && caveat.kind == CaveatKind::Contradiction).then(|| CitedFact {
            field: ctx.t("cited-caveat"),
            text: Some(ctx.text(&caveat.text)),
            entry: Some(ctx.entry_link(citation.by)),
        })
    };
    catalogue.links.citations[id.at()].iter().filter_map(contradiction).collect()
}

fn frame(ctx: &PageContext<'_>, id: SourceId) -> Common {
    let source = &ctx.catalogue()[id];
    let title = source.title.text(ctx.lang);
    let publisher = bodies::name(ctx, &source.publisher).text;
    let values = [("publisher", publisher.into()), ("title", title.into())];
    frame::common(
        ctx,
        Frame {
            title: title.to_owned(),
            description: ctx.tv("source-description", &values),
            crumbs: vec![(ctx.own(ctx.t("sources-all")), paths::SOURCES.to_owned())],
            here: Some(ctx.text(&source.title)),
            json_ld: vec![jsonld::source(ctx, id)],
            file: Some(&source.file),
        },
    )
}
