//! `/kiem-tra/`: is what stands on a label in force today? The whole catalogue from A to Z with its states, by pages.

use serde::Serialize;

use crate::base::collate::{Collation, index_letter};
use crate::base::lang::Lang;
use crate::model::Catalogue;
use crate::model::id::{EntryRef, ProductId};
use crate::model::plan::Page;
use crate::plan::facet::{Facet, StateFacet};
use crate::plan::listing::PER_PAGE;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::markdown::Headings;
use crate::render::views::card::Badge;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::listing::{Pagination, pagination};
use crate::render::views::parts::{CountLink, Link, Story, Text};
use crate::render::views::{badges, entries, facts, names};

/// Context of `check.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CheckView {
    pub common: Common,
    pub heading: Text,
    pub lead: Text,
    /// The list's first page, where the form leads.
    pub url: String,
    pub total_words: String,
    pub rows: Vec<CheckRow>,
    /// Every initial with the page on which it begins.
    pub letters: Vec<Link>,
    pub pages: Option<Pagination>,
    pub states: Vec<CountLink>,
    /// What the stamp is and whom to tell of misuse: `pages/kiem-tra.md`, on the first page.
    pub story: Option<Story>,
}

/// A product and how its certificate stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CheckRow {
    /// For the `id` attribute, at the first product of an initial on a page.
    pub id: Option<String>,
    pub name: Text,
    pub url: String,
    pub code: Option<String>,
    pub badge: Badge,
}

/// Every product from A to Z in one language. Each page of the list shows a part, so it is made once for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alphabet {
    products: Vec<ProductId>,
    /// The initial of each.
    initials: Vec<String>,
}

impl Alphabet {
    pub fn of(catalogue: &Catalogue, lang: Lang) -> Alphabet {
        let collation = Collation::vietnamese();
        let name = |id: ProductId| catalogue[id].head.name.text(lang);
        let mut products: Vec<ProductId> = catalogue.product_ids().collect();
        // One thread: a page that waits for it may be one that this thread would take up meanwhile.
        products.sort_unstable_by(|left, right| collation.compare(name(*left), name(*right)).then(left.cmp(right)));
        let initials = products.iter().map(|id| index_letter(name(*id))).collect();
        Alphabet { products, initials }
    }
}

/// Fills a page of the list.
pub fn view(ctx: &PageContext<'_>, number: usize) -> CheckView {
    let catalogue = ctx.catalogue();
    let Alphabet { products, initials } = ctx.inputs.site.alphabet(ctx.lang);
    let text = catalogue.pages.iter().find(|page| page.slug == paths::CHECK);
    let heading = text.map_or_else(|| ctx.own(ctx.t("check-heading")), |page| ctx.text(&page.title));
    let lead = text.map_or_else(|| ctx.own(ctx.t("check-lead")), |page| ctx.text(&page.description));
    let from = (number - 1) * PER_PAGE;
    CheckView {
        url: ctx.url(paths::CHECK),
        total_words: entries::products(ctx, products.len()),
        rows: rows(ctx, products, initials, from),
        letters: letters(ctx, initials),
        pages: pagination(ctx, paths::CHECK, number, products.len().div_ceil(PER_PAGE)),
        states: StateFacet::ALL.into_iter().filter_map(|it| names::count_link(ctx, Facet::State(it))).collect(),
        story: text.filter(|_| number == 1).map(|page| facts::page_text(ctx, page, Headings::BelowTitle)),
        common: common(ctx, number, &heading, &lead, text),
        heading,
        lead,
    }
}

fn rows(ctx: &PageContext<'_>, products: &[ProductId], initials: &[String], from: usize) -> Vec<CheckRow> {
    let row = |at: usize| {
        let id = products[at];
        let product = &ctx.catalogue()[id];
        let first = at == from || initials[at] != initials[at - 1];
        CheckRow {
            id: first.then(|| anchor(initials, at)),
            name: ctx.entry_name(EntryRef::Product(id)),
            url: ctx.entry_url(EntryRef::Product(id)),
            code: product.code.clone(),
            badge: badges::certificate_badge(ctx, &product.certificate),
        }
    };
    (from..products.len().min(from + PER_PAGE)).map(row).collect()
}

/// Initials are numbered in their order: letters that fold alike (D, Đ) cannot share an anchor.
fn anchor(initials: &[String], at: usize) -> String {
    let before = initials[..=at].chunk_by(|left, right| left == right).count();
    format!("v{before}")
}

fn letters(ctx: &PageContext<'_>, initials: &[String]) -> Vec<Link> {
    let starts = (0..initials.len()).filter(|at| *at == 0 || initials[*at] != initials[at - 1]);
    let link = |at: usize| {
        let page = ctx.url(&paths::page_of(paths::CHECK, at / PER_PAGE + 1));
        let url = format!("{page}#{}", anchor(initials, at));
        Link { text: ctx.own(initials[at].as_str()), url, current: false }
    };
    starts.map(link).collect()
}

fn common(ctx: &PageContext<'_>, number: usize, heading: &Text, lead: &Text, text: Option<&Page>) -> Common {
    let title = frame::numbered(ctx, &heading.text, number);
    let file = text.map(|page| page.file.as_str());
    frame::common(ctx, Frame { title, description: lead.text.clone(), file, ..Frame::default() })
}
