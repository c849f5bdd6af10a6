//! The certificate block of a product and its history.

use std::cmp::Reverse;

use serde::Serialize;

use crate::base::date::{DateSpan, PartialDate};
use crate::model::product::{CertificateState, CourseStep, Decision, Product, Recognition};
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::views::parts::{Cite, DateView, FactView, Row, Text};
use crate::render::views::{badges, bodies, facts};
use crate::terms::{Certainty, RecognitionEvent};

/// The certificate and its history.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RecognitionView {
    /// Grade, decision, date, body, end: unknown ones without values.
    pub rows: Vec<Row>,
    /// The state as a sentence that is true on any day.
    pub sentence: String,
    /// Every event, newest first.
    pub history: Vec<HistoryItem>,
    /// Steps of the course, newest first.
    pub course: Vec<HistoryItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HistoryItem {
    pub date: Option<DateView>,
    /// "Công nhận 3 sao", "Bị thu hồi".
    pub words: String,
    /// "theo thông báo", "suy ra".
    pub qualifiers: Vec<String>,
    /// "Quyết định 2394/QĐ-UBND ngày 15/10/2024 của UBND tỉnh Hà Tĩnh".
    pub decision: Option<String>,
    /// "Nguồn khác ghi: 12/2019".
    pub other_dates: Vec<FactView>,
    pub note: Option<Text>,
    pub cites: Vec<Cite>,
}

/// Fills the block.
pub fn view(ctx: &PageContext<'_>, product: &Product) -> RecognitionView {
    RecognitionView {
        rows: rows(ctx, product),
        sentence: sentence(ctx, product),
        history: history(ctx, &product.recognitions),
        course: course(ctx, &product.course_steps),
    }
}

fn rows(ctx: &PageContext<'_>, product: &Product) -> Vec<Row> {
    let certificate = &product.certificate;
    let Some(event) = certificate.deciding.map(|at| &product.recognitions[at]) else {
        return Vec::new();
    };
    let row = |key, value: Option<String>| {
        facts::row(ctx, key, value.map(|text| ctx.own(text)).into_iter().collect(), &event.sources)
    };
    let decision = event.decision.as_ref();
    let issuer = event.awarded_by.as_ref().or(decision.and_then(|it| it.issuer.as_ref()));
    let grade = badges::stars(ctx, certificate);
    let words = grade.qualifier.as_ref().map_or(grade.words.clone(), |more| format!("{} ({more})", grade.words));
    vec![
        row("grade", certificate.stars.map(|_| words)),
        row("decision", decision.map(|it| it.number.clone())),
        row("recognised-on", event.date.map(|date| dates::partial(ctx.lang, date))),
        row("issuer", None).with(issuer.map(|name| bodies::name(ctx, name)), ctx.cites(&event.sources)),
        row("until", certificate.until.map(|span| end_words(ctx, event, span))),
    ]
}

impl Row {
    fn with(mut self, value: Option<Text>, cites: Vec<Cite>) -> Row {
        if let Some(value) = value {
            self.values.push(value);
            self.cites = cites;
        }
        self
    }
}

/// The last day, and whether a document states it or we counted 36 months.
fn end_words(ctx: &PageContext<'_>, event: &Recognition, span: DateSpan) -> String {
    let key = if event.valid_until.is_some() { "until-stated" } else { "until-counted" };
    ctx.tv(key, &[("date", dates::span(ctx.lang, span).into())])
}

/// The state in a sentence that stays true on any day.
pub fn sentence(ctx: &PageContext<'_>, product: &Product) -> String {
    let certificate = &product.certificate;
    let date = certificate.until.map(|span| ("date", dates::span(ctx.lang, span).into()));
    match (certificate.state, date) {
        (CertificateState::InForce | CertificateState::EndingSoon, Some(date)) => {
            let inferred = certificate.inferred.then(|| ctx.t("sentence-inferred"));
            std::iter::once(ctx.tv("sentence-until", &[date])).chain(inferred).collect::<Vec<_>>().join(" ")
        }
        (CertificateState::InGrace, Some(date)) => ctx.tv("sentence-grace", &[date]),
        (CertificateState::Lapsed, Some(date)) => ctx.tv("sentence-lapsed", &[date]),
        (CertificateState::Lapsed, None) => ctx.t("sentence-lapsed-undated"),
        (CertificateState::Withdrawn, _) => ctx.t("sentence-withdrawn"),
        (CertificateState::DateUnknown, Some(date)) => ctx.tv("sentence-open", &[date]),
        (CertificateState::None, _) => ctx.t("sentence-none"),
        _ => ctx.t("sentence-unknown"),
    }
}

fn history(ctx: &PageContext<'_>, recognitions: &[Recognition]) -> Vec<HistoryItem> {
    let mut events: Vec<&Recognition> = recognitions.iter().collect();
    events.sort_by_key(|event| Reverse(event.date.or(event.as_of).map(PartialDate::first)));
    events.into_iter().map(|event| history_item(ctx, event)).collect()
}

fn history_item(ctx: &PageContext<'_>, event: &Recognition) -> HistoryItem {
    let other = |(date, sources): &(PartialDate, Vec<_>)| FactView {
        text: ctx.own(ctx.tv("other-date", &[("date", dates::partial(ctx.lang, *date).into())])),
        cites: ctx.cites(sources),
    };
    let mut qualifiers = badges::qualifiers(ctx, event.by_notice, event.certainty == Certainty::Inferred);
    if event.date.is_none() {
        qualifiers
            .extend(event.as_of.map(|date| ctx.tv("said-on", &[("date", dates::partial(ctx.lang, date).into())])));
    }
    HistoryItem {
        date: event.date.map(|date| ctx.date(date)),
        words: event_words(ctx, event),
        qualifiers,
        decision: event.decision.as_ref().map(|decision| decision_words(ctx, decision)),
        other_dates: event.other_dates.iter().map(other).collect(),
        note: event.note.as_ref().map(|note| ctx.text(note)),
        cites: ctx.cites(&event.sources),
    }
}

/// "Được công nhận 3 sao", "Bị thu hồi".
pub fn event_words(ctx: &PageContext<'_>, event: &Recognition) -> String {
    match (event.event, event.stars) {
        (RecognitionEvent::Recognised, Some(stars)) => ctx.tv("event-recognised", &[("n", stars.count().into())]),
        (kind, _) => ctx.term("recognition-event", kind.word()),
    }
}

fn decision_words(ctx: &PageContext<'_>, decision: &Decision) -> String {
    let number = ctx.tv("decision-number", &[("number", decision.number.as_str().into())]);
    let date = decision.date.map(|date| dates::partial(ctx.lang, date));
    let issuer = decision.issuer.as_ref().map(|name| bodies::name(ctx, name).text);
    let parts = [Some(number), date, issuer];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn course(ctx: &PageContext<'_>, steps: &[CourseStep]) -> Vec<HistoryItem> {
    let mut steps: Vec<&CourseStep> = steps.iter().collect();
    steps.sort_by_key(|step| Reverse(step.date.map(PartialDate::first)));
    let item = |step: &CourseStep| {
        let words = ctx.term("step", step.step.word());
        let aimed = |stars| ctx.tv("step-aim", &[("step", words.as_str().into()), ("n", stars)]);
        HistoryItem {
            date: step.date.map(|date| ctx.date(date)),
            words: step.to_stars.map_or_else(|| words.clone(), |stars| aimed(stars.count().into())),
            qualifiers: Vec::new(),
            decision: step.by.as_ref().map(|name| bodies::name(ctx, name).text),
            other_dates: Vec::new(),
            note: step.note.as_ref().map(|note| ctx.text(note)),
            cites: ctx.cites(&step.sources),
        }
    };
    steps.into_iter().map(item).collect()
}
