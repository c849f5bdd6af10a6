//! `/ke-hoach/`: targets, published counts and ideas of a year, and the table of communes by years.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::id::{EntryRef, ProductId, SourceId, Unit};
use crate::model::plan::YearPlan;
use crate::model::product::Stars;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{Cite, DateView, FactView, Link, Text};
use crate::render::views::places;
use crate::terms::RecognitionEvent;

/// Context of `plans.html`: `/ke-hoach/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlansView {
    pub common: Common,
    pub years: Vec<PlanSummary>,
    /// Communes by years: ideas and starred products.
    pub table: Option<PlanTable>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanSummary {
    pub year: i16,
    pub url: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanTable {
    /// What is counted, and for which units.
    pub lead: String,
    pub years: Vec<i16>,
    pub rows: Vec<PlanTableRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanTableRow {
    pub unit: Text,
    pub url: Option<String>,
    /// One number a year.
    pub ideas: Vec<usize>,
    pub ideas_total: usize,
    /// First recognitions by year.
    pub starred: Vec<usize>,
    pub starred_total: usize,
}

/// Context of `plan_year.html`: `/ke-hoach/2024/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanYearView {
    pub common: Common,
    pub year: i16,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// Each with place, stars and the number asked for.
    pub targets: Vec<PlanLine>,
    pub counts: Vec<PlanLine>,
    pub ideas: Vec<PlanLine>,
    pub rules: Vec<FactView>,
    /// Products recognised in that year.
    pub recognised: Vec<Link>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanLine {
    pub place: Text,
    pub stars: Option<u8>,
    /// "ít nhất 4", "33".
    pub number: Option<String>,
    pub text: Text,
    pub as_of: Option<DateView>,
    pub product: Option<Link>,
    pub producer: Option<Link>,
    pub cites: Vec<Cite>,
}
/// Fills the overview.
pub fn overview(ctx: &PageContext<'_>) -> PlansView {
    let summary = |plan: &YearPlan| {
        let values = [
            ("targets", plan.targets.len().into()),
            ("counts", plan.counts.len().into()),
            ("ideas", plan.ideas.len().into()),
        ];
        PlanSummary {
            year: plan.year,
            url: ctx.url(&paths::year_plan(plan.year)),
            words: ctx.tv("plan-summary", &values),
        }
    };
    PlansView {
        years: ctx.catalogue().plans.iter().rev().map(summary).collect(),
        table: table(ctx),
        common: frame::common(
            ctx,
            Frame { title: ctx.t("plans-heading"), description: ctx.t("plans-description"), ..Frame::default() },
        ),
    }
}

/// Ideas and first recognitions of each unit, by year (the columns of 2402/UBND-NTM, appendix 1).
fn table(ctx: &PageContext<'_>) -> Option<PlanTable> {
    let catalogue = ctx.catalogue();
    let years: Vec<i16> = catalogue.plans.iter().map(|plan| plan.year).collect();
    let column = |year: i16| years.iter().position(|other| *other == year);
    let empty = || (vec![0; years.len()], vec![0; years.len()]);
    let mut units: BTreeMap<Unit, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, plan) in catalogue.plans.iter().enumerate() {
        for idea in &plan.ideas {
            units.entry(idea.commune).or_insert_with(empty).0[at] += 1;
        }
    }
    for id in catalogue.product_ids() {
        let unit = catalogue[id].place.as_ref().map(|place| place.unit);
        if let (Some(unit), Some(at)) = (unit, first_recognised(ctx, id).and_then(column)) {
            units.entry(unit).or_insert_with(empty).1[at] += 1;
        }
    }
    // The table is the home district's; other units stand in it when a plan names an idea of theirs.
    units.retain(|unit, (ideas, _)| ideas.iter().any(|count| *count > 0) || is_home(ctx, *unit));
    let row = |(unit, (ideas, starred)): (Unit, (Vec<usize>, Vec<usize>))| {
        let link = places::unit_link(ctx, unit);
        let (ideas_total, starred_total) = (ideas.iter().sum(), starred.iter().sum());
        PlanTableRow { unit: link.text, url: link.url, ideas, ideas_total, starred, starred_total }
    };
    let rows: Vec<PlanTableRow> = units.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| PlanTable { lead: lead(ctx), years, rows })
}

fn lead(ctx: &PageContext<'_>) -> String {
    let catalogue = ctx.catalogue();
    let home = catalogue.district_ids().find(|id| catalogue[*id].id == ctx.inputs.config.home_district);
    let home = home.map(|id| {
        let name = places::unit_link(ctx, Unit::District(id)).text.text;
        ctx.tv("plans-table-home", &[("district", name.into())])
    });
    [Some(ctx.t("plans-table-lead")), home].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn is_home(ctx: &PageContext<'_>, unit: Unit) -> bool {
    let catalogue = ctx.catalogue();
    let district = match unit {
        Unit::Province(_) => None,
        Unit::District(id) => Some(id),
        Unit::Former(id) => Some(catalogue[id].district),
        Unit::Commune(id) => catalogue[id].district,
    };
    district.is_some_and(|id| catalogue[id].id == ctx.inputs.config.home_district)
}

/// The year in which a product first got a star.
fn first_recognised(ctx: &PageContext<'_>, id: ProductId) -> Option<i16> {
    let events = ctx.catalogue()[id].recognitions.iter();
    let recognised = events.filter(|event| event.event == RecognitionEvent::Recognised);
    recognised.filter_map(|event| event.date).map(|date| date.year()).min()
}

/// Fills the page of a year.
pub fn year(ctx: &PageContext<'_>, at: usize) -> PlanYearView {
    let plans = &ctx.catalogue().plans;
    let plan = &plans[at];
    let neighbour = |plan: &YearPlan| ctx.link(ctx.own(plan.year.to_string()), &paths::year_plan(plan.year));
    let targets = targets(ctx, plan);
    let counts = counts(ctx, plan);
    let ideas = ideas(ctx, plan);
    let rule = |(text, sources): &(_, Vec<SourceId>)| FactView { text: ctx.text(text), cites: ctx.cites(sources) };
    let rules = plan.rules.iter().map(rule).collect();
    ctx.cites(&plan.sources);
    PlanYearView {
        year: plan.year,
        previous: at.checked_sub(1).map(|at| neighbour(&plans[at])),
        next: plans.get(at + 1).map(neighbour),
        targets,
        counts,
        ideas,
        rules,
        recognised: recognised(ctx, plan.year),
        common: frame::common(
            ctx,
            Frame {
                title: ctx.tv("plan-year-heading", &[("year", plan.year.into())]),
                description: ctx.tv("plan-year-description", &[("year", plan.year.into())]),
                crumbs: vec![(ctx.own(ctx.t("plans-heading")), paths::PLANS.to_owned())],
                file: Some(&plan.file),
                ..Frame::default()
            },
        ),
    }
}

fn line(ctx: &PageContext<'_>, place: Unit, text: Text, sources: &[SourceId]) -> PlanLine {
    PlanLine {
        place: places::unit_name(ctx, place).opening(),
        stars: None,
        number: None,
        text,
        as_of: None,
        product: None,
        producer: None,
        cites: ctx.cites(sources),
    }
}

fn targets(ctx: &PageContext<'_>, plan: &YearPlan) -> Vec<PlanLine> {
    let view = |target: &crate::model::plan::Target| PlanLine {
        stars: target.stars.map(Stars::count),
        number: target.at_least.map(|least| ctx.tv("at-least", &[("n", least.into())])),
        ..line(ctx, target.place, ctx.text(&target.text), &target.sources)
    };
    plan.targets.iter().map(view).collect()
}

fn counts(ctx: &PageContext<'_>, plan: &YearPlan) -> Vec<PlanLine> {
    let view = |count: &crate::model::plan::Count| PlanLine {
        stars: count.stars.map(Stars::count),
        number: Some(count.number.to_string()),
        as_of: count.as_of.map(|date| ctx.date(date)),
        ..line(ctx, count.place, ctx.text(&count.what), &count.sources)
    };
    plan.counts.iter().map(view).collect()
}

fn ideas(ctx: &PageContext<'_>, plan: &YearPlan) -> Vec<PlanLine> {
    let view = |idea: &crate::model::plan::Idea| PlanLine {
        product: idea.product.map(|id| ctx.entry_link(EntryRef::Product(id))),
        producer: idea.producer.map(|id| ctx.entry_link(EntryRef::Producer(id))),
        ..line(ctx, idea.commune, ctx.text(&idea.text), &idea.sources)
    };
    plan.ideas.iter().map(view).collect()
}

/// Products with a recognition dated in the year, in display order.
fn recognised(ctx: &PageContext<'_>, year: i16) -> Vec<Link> {
    let catalogue = ctx.catalogue();
    let in_year = |id: &ProductId| {
        let mut events = catalogue[*id].recognitions.iter();
        events.any(|it| it.event == RecognitionEvent::Recognised && it.date.is_some_and(|date| date.year() == year))
    };
    let ids: Vec<ProductId> = catalogue.product_ids().filter(in_year).collect();
    ctx.plan().listings.sorted(&ids).into_iter().map(|id| ctx.entry_link(EntryRef::Product(id))).collect()
}
