//! What yearly plans, texts of the site, units and groups take from a source; what entries take, the catalogue's links
//! tell.

use crate::base::lang::Localized;
use crate::model::id::SourceId;
use crate::model::plan::{Page, YearPlan};
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::parts::Text;
use crate::render::views::source::{CitedFact, CitingEntry};

/// What uses the source beside entries, each with what it takes from there.
pub fn others(ctx: &PageContext<'_>, id: SourceId) -> Vec<CitingEntry> {
    let catalogue = ctx.catalogue();
    let years = catalogue.plans.iter().rev().filter(|plan| uses(plan, id)).map(|plan| year(ctx, plan, id));
    let texts = pages(ctx, id).map(|page| CitingEntry {
        kind: ctx.t("kind-page"),
        entry: ctx.link(ctx.text(&page.title), &page.slug),
        facts: Vec::new(),
    });
    let lists = lists(ctx, id).into_iter().map(|(kind, heading, path)| CitingEntry {
        kind: ctx.t(kind),
        entry: ctx.link(heading, path),
        facts: Vec::new(),
    });
    years.chain(texts).chain(lists).collect()
}

/// Registers that stand on the source: key of their kind, name, and where their list is.
fn lists(ctx: &PageContext<'_>, id: SourceId) -> Vec<(&'static str, Text, &'static str)> {
    let catalogue = ctx.catalogue();
    let provinces = catalogue.places.provinces.iter().filter(|province| province.sources.contains(&id));
    let units = provinces.map(|province| ("kind-units", ctx.text(&province.name).opening(), paths::COMMUNES));
    let classes = catalogue.taxonomy.sources.contains(&id);
    let classes = classes.then(|| ("kind-classes", ctx.own(ctx.t("groups-heading")), paths::GROUPS));
    units.chain(classes).collect()
}

/// How often the source is used beside entries: by each line of a plan or by the plan as a whole, by each text
/// that leads to it, by each register.
pub fn times(ctx: &PageContext<'_>, id: SourceId) -> usize {
    let plans = ctx.catalogue().plans.iter();
    let in_plans: usize = plans.map(|plan| taken(plan, id).count().max(plan.sources.contains(&id).into())).sum();
    in_plans + pages(ctx, id).count() + lists(ctx, id).len()
}

fn uses(plan: &YearPlan, id: SourceId) -> bool {
    plan.sources.contains(&id) || taken(plan, id).next().is_some()
}

/// The lines of a plan that stand on the source.
fn taken(plan: &YearPlan, id: SourceId) -> impl Iterator<Item = Line<'_>> {
    lines(plan).filter(move |line| line.sources.contains(&id))
}

/// A line of a plan, of any of its lists.
struct Line<'p> {
    /// The key of what it is.
    word: &'static str,
    /// What is counted, where the text does not say it.
    number: Option<u32>,
    text: &'p Localized,
    sources: &'p [SourceId],
}

fn lines(plan: &YearPlan) -> impl Iterator<Item = Line<'_>> {
    let line = |word, number, text, sources| Line { word, number, text, sources };
    let targets = plan.targets.iter().map(move |it| line("cited-target", None, &it.text, &*it.sources));
    let counts = plan.counts.iter().map(move |it| line("cited-count", Some(it.number), &it.what, &*it.sources));
    let ideas = plan.ideas.iter().map(move |it| line("cited-idea", None, &it.text, &*it.sources));
    let rules = plan.rules.iter().map(move |(text, sources)| line("cited-rule", None, text, &**sources));
    targets.chain(counts).chain(ideas).chain(rules)
}

fn year(ctx: &PageContext<'_>, plan: &YearPlan, id: SourceId) -> CitingEntry {
    let heading = ctx.tv("plan-year-heading", &[("year", plan.year.into())]);
    let fact = |line: Line| {
        let Text { text, lang } = ctx.text(line.text);
        let text = match line.number {
            Some(number) => format!("{text}: {number}"),
            None => text,
        };
        CitedFact { field: ctx.t(line.word), text: Some(Text { text, lang }), entry: None }
    };
    CitingEntry {
        kind: ctx.t("kind-plan"),
        entry: ctx.link(ctx.own(heading), &paths::year_plan(plan.year)),
        facts: taken(plan, id).map(fact).collect(),
    }
}

/// Texts with a link to the page of the source.
fn pages<'c>(ctx: &PageContext<'c>, id: SourceId) -> impl Iterator<Item = &'c Page> {
    let address = format!("(/{}/{}/", paths::SOURCES, ctx.catalogue()[id].slug);
    ctx.catalogue().pages.iter().filter(move |page| page.vi.text.contains(&address))
}
