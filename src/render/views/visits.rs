//! Visiting a workshop.

use serde::Serialize;

use crate::model::people::Visits;
use crate::render::context::PageContext;
use crate::render::views::parts::{Cite, HoursView, Row};
use crate::render::views::{facts, hours, reach};

/// Visiting the workshop.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct VisitView {
    /// `yes`, `planned`, `no`, `unknown`.
    pub welcomed: &'static str,
    pub words: String,
    pub rows: Vec<Row>,
    pub hours: Option<HoursView>,
    pub cites: Vec<Cite>,
}

/// Fills the block.
pub fn view(ctx: &PageContext<'_>, visits: &Visits) -> VisitView {
    let row = |key, values| facts::row(ctx, key, values, &visits.sources);
    let own = |text: Option<String>| text.map(|text| ctx.own(text)).into_iter().collect();
    VisitView {
        welcomed: visits.welcomed.word(),
        words: ctx.term("welcomed", visits.welcomed.word()),
        rows: vec![
            row("visit-what", facts::texts(ctx, &visits.what)),
            row("visit-booking", facts::texts(ctx, &visits.booking)),
            row("visit-fee", facts::texts(ctx, &visits.fee)),
            row("visit-group", own(visits.group_max.map(|max| ctx.tv("people-at-most", &[("n", max.into())])))),
            row("visit-languages", own(reach::languages(ctx, &visits.languages))),
        ],
        hours: visits.hours.as_ref().map(|written| hours::view(ctx, written, false)),
        cites: ctx.cites(&visits.sources),
    }
}
