//! `/thay-doi/`: recognitions and lapses by date, computed from the content.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::base::date::{DateSpan, PartialDate, days_between};
use crate::model::id::{EntryRef, ProductId};
use crate::model::product::CertificateState;
use crate::plan::facet::{Facet, StateFacet};
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::views::badges::qualifiers;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::names;
use crate::render::views::parts::{CountLink, DateView, Link};
use crate::render::views::recognition::event_words;
use crate::terms::{Certainty, RecognitionEvent};

/// Context of `changes.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ChangesView {
    pub common: Common,
    pub years: Vec<ChangesYear>,
    /// Recognitions without any date.
    pub undated_words: Option<String>,
    /// Lapses in the coming 180 days, soonest first.
    pub upcoming: Vec<Change>,
    /// The list of all that end soon, where there are more than the page holds.
    pub more_upcoming: Option<CountLink>,
    /// How many older changes stand in the open data alone.
    pub older_words: Option<String>,
}

/// Changes of each kind that the page holds: a nation has tens of thousands.
const MOST: usize = 600;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ChangesYear {
    pub year: i16,
    pub changes: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Change {
    pub date: DateView,
    /// `recognised`, `lapsed`, `withdrawn`, `renewal-filed`, `ends`.
    pub state: &'static str,
    pub words: String,
    pub product: Link,
    pub qualifiers: Vec<String>,
}

/// A change before it is put into words' order.
pub struct Dated {
    pub first: Date,
    pub product: ProductId,
    pub change: Change,
}

/// Fills the page.
pub fn view(ctx: &PageContext<'_>) -> ChangesView {
    let mut years: BTreeMap<Reverse<i16>, Vec<Change>> = BTreeMap::new();
    let mut all = dated(ctx);
    let older = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    for dated in all {
        years.entry(Reverse(dated.first.year())).or_default().push(dated.change);
    }
    let undated = undated(ctx);
    let mut upcoming = upcoming(ctx);
    let more = upcoming.len() > MOST;
    upcoming.truncate(MOST);
    let ending = Facet::State(StateFacet::EndingSoon);
    ChangesView {
        years: years.into_iter().map(|(Reverse(year), changes)| ChangesYear { year, changes }).collect(),
        undated_words: (undated > 0).then(|| ctx.tv("changes-undated", &[("n", undated.into())])),
        upcoming,
        more_upcoming: more.then(|| names::count_link(ctx, ending)).flatten(),
        older_words: (older > 0).then(|| ctx.tv("changes-older", &[("n", older.into())])),
        common: frame::common(
            ctx,
            Frame { title: ctx.t("changes-heading"), description: ctx.t("changes-description"), ..Frame::default() },
        ),
    }
}

/// Everything with a date up to today, newest first.
pub fn dated(ctx: &PageContext<'_>) -> Vec<Dated> {
    let today = ctx.catalogue().date;
    let mut all: Vec<Dated> = ctx.catalogue().product_ids().flat_map(|id| of_product(ctx, id)).collect();
    all.retain(|dated| dated.first <= today);
    all.sort_by_key(|dated| (Reverse(dated.first), dated.product));
    all
}

fn of_product(ctx: &PageContext<'_>, id: ProductId) -> Vec<Dated> {
    let product = &ctx.catalogue()[id];
    let event = |event: &crate::model::product::Recognition| {
        let date = event.date?;
        let words = event_words(ctx, event);
        let marks = qualifiers(ctx, event.by_notice, event.certainty == Certainty::Inferred);
        Some(Dated {
            first: date.first(),
            product: id,
            change: change(ctx, id, ctx.date(date), state(event.event), words, marks),
        })
    };
    let mut changes: Vec<Dated> = product.recognitions.iter().filter_map(event).collect();
    let certificate = &product.certificate;
    if let (CertificateState::Lapsed, Some(until)) = (certificate.state, certificate.until) {
        let marks = qualifiers(ctx, certificate.by_notice, certificate.inferred);
        let change = change(ctx, id, span_view(ctx, until), "lapsed", ctx.t("change-lapsed"), marks);
        changes.push(Dated { first: until.first, product: id, change });
    }
    changes
}

fn change(
    ctx: &PageContext<'_>,
    id: ProductId,
    date: DateView,
    state: &'static str,
    words: String,
    qualifiers: Vec<String>,
) -> Change {
    Change { date, state, words, product: ctx.entry_link(EntryRef::Product(id)), qualifiers }
}

const fn state(event: RecognitionEvent) -> &'static str {
    match event {
        RecognitionEvent::Recognised => "recognised",
        RecognitionEvent::Lapsed => "lapsed",
        RecognitionEvent::Withdrawn => "withdrawn",
        RecognitionEvent::RenewalFiled => "renewal-filed",
    }
}

/// An interval in words, and as the partial date that holds it.
fn span_view(ctx: &PageContext<'_>, span: DateSpan) -> DateView {
    let (first, last) = (span.first, span.last);
    let iso = match span.exact() {
        Some(day) => PartialDate::Day(day),
        None if first.year() == last.year() && first.month() == last.month() => {
            PartialDate::Month(first.year(), first.month())
        }
        None => PartialDate::Year(first.year()),
    };
    DateView { text: dates::span(ctx.lang, span), iso: iso.to_string() }
}

/// Certificates that end within 180 days, soonest first.
fn upcoming(ctx: &PageContext<'_>) -> Vec<Change> {
    let today = ctx.catalogue().date;
    let soon = |id: ProductId| {
        let certificate = &ctx.catalogue()[id].certificate;
        let until = certificate.until.filter(|_| certificate.state == CertificateState::EndingSoon)?;
        let words = match until.exact() {
            Some(day) => ctx.tv("badge-ending-soon", &[("days", days_between(today, day).into())]),
            None => ctx.term("certificate", "ending_soon"),
        };
        let marks = qualifiers(ctx, certificate.by_notice, certificate.inferred);
        Some((until.first, id, change(ctx, id, span_view(ctx, until), "ends", words, marks)))
    };
    let mut soonest: Vec<(Date, ProductId, Change)> = ctx.catalogue().product_ids().filter_map(soon).collect();
    soonest.sort_by_key(|(first, id, _)| (*first, *id));
    soonest.into_iter().map(|(_, _, change)| change).collect()
}

fn undated(ctx: &PageContext<'_>) -> usize {
    let events = ctx.catalogue().products.iter().flat_map(|product| &product.recognitions);
    events.filter(|event| event.event == RecognitionEvent::Recognised && event.date.is_none()).count()
}
