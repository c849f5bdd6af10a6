//! Plan and catalogue → the bytes of every file of the site.
//!
//! Pure and parallel: each page is filled, laid out, minified by itself, and the results are put together in the order of
//! the plan, so the bytes do not depend on the number of threads. Only `output` writes them.

pub mod assets;
pub mod audit;
pub mod context;
pub mod data;
pub mod dates;
pub mod engine;
pub mod feeds;
pub mod headers;
pub mod jsonld;
pub mod markdown;
pub mod minify;
pub mod motifs;
pub mod prose;
pub mod sha256;
pub mod strings;
pub mod theme;
pub mod views;

use anyhow::Context;
use rayon::prelude::*;
use serde::Serialize;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::config::SiteConfig;
use crate::diag::Diagnostics;
use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::output::tree::OutputTree;
use crate::plan::{Page, PageKind, SitePlan};
use crate::render::context::{Inputs, PageContext};
use crate::render::engine::Engine;
use crate::render::headers::InlineHashes;
use crate::render::motifs::Motifs;
use crate::render::theme::Theme;

/// One page, finished.
struct Rendered {
    out: OutPath,
    bytes: Vec<u8>,
    hashes: InlineHashes,
    findings: Diagnostics,
}

/// Renders the whole site but its pictures, which are copied by the caller (`plan.pictures`).
///
/// # Errors
/// A fault of the theme: a template, a string, a file that it lacks. Mistakes of the content are diagnostics.
pub fn render(
    plan: &SitePlan,
    catalogue: &Catalogue,
    config: &SiteConfig,
    theme: &Theme,
) -> anyhow::Result<(OutputTree, Diagnostics)> {
    let engine = Engine::new(theme, &plan.base)?;
    let motifs = Motifs::load(theme)?;
    let downloads = data::downloads(catalogue, plan);
    let inputs = Inputs { catalogue, plan, config, strings: &engine.strings, motifs: &motifs, downloads: &downloads };
    let pages: Vec<Rendered> =
        plan.pages.par_iter().map(|page| render_page(&engine, inputs, page)).collect::<anyhow::Result<_>>()?;
    let mut tree = OutputTree::default();
    let mut diagnostics = Diagnostics::default();
    let mut hashes = InlineHashes::default();
    for page in pages {
        tree.insert(page.out, page.bytes);
        diagnostics.append(page.findings);
        hashes = hashes.merge(page.hashes);
    }
    for redirect in &plan.redirects {
        let view = views::page::redirect(inputs, redirect);
        let (bytes, found) = finish(&engine, redirect.to.lang(), "redirect.html", &view)?;
        hashes = hashes.merge(found);
        tree.insert(redirect.out.clone(), bytes);
    }
    for (out, bytes) in machine_files(inputs, &hashes)? {
        tree.insert(out, bytes);
    }
    for download in downloads {
        tree.insert(download.out, download.bytes);
    }
    for (out, bytes) in engine.assets.published() {
        tree.insert(out.clone(), bytes.clone());
    }
    Ok((tree, diagnostics))
}

fn machine_files(inputs: Inputs<'_>, hashes: &InlineHashes) -> anyhow::Result<Vec<feeds::File>> {
    let base = &inputs.plan.base;
    let mut files = feeds::sitemaps(inputs.plan, inputs.catalogue);
    files.push(feeds::robots(base));
    files.push(headers::underscore(base, hashes));
    files.push(headers::nginx(base, hashes));
    for page in inputs.plan.pages.iter().filter(|page| page.kind == PageKind::Changes) {
        let ctx = PageContext::new(inputs, page);
        files.push(feeds::atom(&ctx));
        ctx.finish()?;
    }
    Ok(files)
}

fn render_page(engine: &Engine, inputs: Inputs<'_>, page: &Page) -> anyhow::Result<Rendered> {
    let ctx = PageContext::new(inputs, page);
    let finished = lay_out(engine, &ctx).with_context(|| format!("cannot make {}", page.route.from_root()));
    // A fault met while the view was filled explains more than what it broke later.
    let findings = ctx.finish().with_context(|| format!("cannot make {}", page.route.from_root()))?;
    let (bytes, hashes) = finished?;
    // English pages meet the same texts again where there is no translation: each finding is told once.
    Ok(Rendered { out: page.out.clone(), bytes, hashes, findings })
}

/// Which view goes with which template.
fn lay_out(engine: &Engine, ctx: &PageContext<'_>) -> anyhow::Result<(Vec<u8>, InlineHashes)> {
    use crate::render::views as v;
    let lang = ctx.lang;
    match ctx.page.kind {
        PageKind::Home => finish(engine, lang, "home.html", &v::home::view(ctx)),
        PageKind::Listing(facet, number) => finish(engine, lang, "listing.html", &v::listing::view(ctx, facet, number)),
        PageKind::Entry(entry) => lay_out_entry(engine, ctx, entry),
        PageKind::Entries(kind) => finish(engine, lang, "entries.html", &v::overview::view(ctx, kind)),
        PageKind::Facets(kind) => finish(engine, lang, "facets.html", &v::facets::view(ctx, kind)),
        PageKind::Supply => finish(engine, lang, "supply.html", &v::supply::gate(ctx)),
        PageKind::SupplyTable(number) => finish(engine, lang, "supply_table.html", &v::supply::table(ctx, number)),
        PageKind::Plans => finish(engine, lang, "plans.html", &v::plans::overview(ctx)),
        PageKind::PlanYear(at) => finish(engine, lang, "plan_year.html", &v::plans::year(ctx, at)),
        PageKind::Data => finish(engine, lang, "data.html", &v::data::view(ctx)),
        PageKind::Changes => finish(engine, lang, "changes.html", &v::changes::view(ctx)),
        PageKind::Search => finish(engine, lang, "search.html", &v::search::view(ctx)),
        PageKind::Text(at) => finish(engine, lang, "page.html", &v::page::text(ctx, at)),
        PageKind::NotFound => finish(engine, lang, "not_found.html", &v::page::not_found(ctx)),
    }
}

fn lay_out_entry(engine: &Engine, ctx: &PageContext<'_>, entry: EntryRef) -> anyhow::Result<(Vec<u8>, InlineHashes)> {
    use crate::render::views as v;
    let lang = ctx.lang;
    match entry {
        EntryRef::Product(id) => finish(engine, lang, "product.html", &v::product::view(ctx, id)),
        EntryRef::Producer(id) => finish(engine, lang, "producer.html", &v::producer::view(ctx, id)),
        EntryRef::PointOfSale(id) => finish(engine, lang, "outlet.html", &v::outlet::point_of_sale(ctx, id)),
        EntryRef::Venue(id) => finish(engine, lang, "outlet.html", &v::outlet::venue(ctx, id)),
        EntryRef::Destination(id) => finish(engine, lang, "destination.html", &v::destination::view(ctx, id)),
        EntryRef::Route(id) => finish(engine, lang, "route.html", &v::route::view(ctx, id)),
        EntryRef::Event(id) => finish(engine, lang, "event.html", &v::event::view(ctx, id)),
        EntryRef::Source(id) => finish(engine, lang, "source.html", &v::source::view(ctx, id)),
    }
}

fn finish<V: Serialize>(
    engine: &Engine,
    lang: Lang,
    template: &str,
    view: &V,
) -> anyhow::Result<(Vec<u8>, InlineHashes)> {
    let html = engine.render(lang, template, view)?;
    let bytes = minify::html(&html);
    let hashes = InlineHashes::of(std::str::from_utf8(&bytes).context("a page is not UTF-8")?);
    Ok((bytes, hashes))
}
