//! Plan and catalogue → the bytes of every file of the site.
//!
//! Pure and parallel: each page is filled, laid out, minified by itself, and the results are put together in the order of
//! the plan, so the bytes do not depend on the number of threads. Only `output` writes them.

pub mod assets;
pub mod audit;
pub mod bundle;
pub mod context;
pub mod data;
pub mod dates;
pub mod engine;
pub mod feeds;
pub mod headers;
pub mod jsonld;
pub mod markdown;
pub mod markup;
pub mod minify;
pub mod motifs;
pub mod offline;
pub mod prose;
pub mod qr;
pub mod script;
pub mod search;
pub mod sha256;
pub mod share;
pub mod squeeze;
pub mod strings;
pub mod theme;
pub mod views;

use std::collections::BTreeSet;
use std::sync::mpsc::{self, SyncSender};
use std::thread;

use anyhow::Context;
use rayon::prelude::*;
use serde::Serialize;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::cache::Store;
use crate::config::SiteConfig;
use crate::diag::Diagnostics;
use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::output::tree::File;
use crate::plan::{Page, PageKind, Redirect, SitePlan};
use crate::render::context::{Inputs, PageContext};
use crate::render::engine::Engine;
use crate::render::headers::{InlineHashes, InlineTexts};
use crate::render::motifs::Motifs;
use crate::render::offline::{Kept, worker};
use crate::render::share::{Shares, Studio};
use crate::render::theme::Theme;
use crate::report::desk::Desk;

/// What the pages leave behind when their bytes have gone on.
#[derive(Default)]
struct Made {
    inline: InlineTexts,
    findings: Diagnostics,
}

impl Made {
    fn and(mut self, other: Made) -> Made {
        self.inline = self.inline.merge(other.inline);
        self.findings.append(other.findings);
        self
    }
}

/// Renders the whole site but its pictures, which are copied by the caller (`plan.pictures`). Each file is handed over as
/// soon as it is made, from any thread: all pages at once are gigabytes for a large catalogue.
///
/// # Errors
/// A fault of the theme: a template, a string, a file that it lacks. Mistakes of the content are diagnostics.
pub fn render(
    plan: &SitePlan,
    catalogue: &Catalogue,
    config: &SiteConfig,
    theme: &Theme,
    synonyms: Vec<Vec<String>>,
    store: &Store,
    give: &SyncSender<File>,
) -> anyhow::Result<Diagnostics> {
    let engine = Engine::new(theme, &plan.base)?;
    let motifs = Motifs::load(theme)?;
    let downloads = data::downloads(catalogue, plan);
    let desk = Desk::of(catalogue);
    let inputs = Inputs {
        catalogue,
        plan,
        config,
        strings: &engine.strings,
        motifs: &motifs,
        downloads: &downloads,
        desk: &desk,
        shares: &Shares::default(),
        guide: None,
    };
    let studio = Studio::new(&engine, inputs, theme)?;
    let shares = if config.share_pictures { studio.shares()? } else { Shares::default() };
    let inputs = Inputs { shares: &shares, ..inputs };
    let (pass, passed) = mpsc::sync_channel(QUEUED_FILES);
    let (made, kept) = thread::scope(|scope| {
        let learning = scope.spawn(|| offline::learn(passed, give, &plan.base));
        let made = render_pages(&engine, inputs, theme, synonyms, &pass);
        drop(pass);
        let kept = learning.join().expect("a panic has ended the process");
        made.map(|made| (made, kept))
    })?;
    studio.draw(&shares, store, give)?;
    let published: BTreeSet<OutPath> = engine.assets.published().map(|(out, _)| out.clone()).collect();
    let made = made.and(render_offline(&engine, Inputs { guide: kept.guide.as_ref(), ..inputs }, &kept, give)?);
    let hashes = made.inline.hashes(&engine.assets);
    for file in machine_files(inputs, &hashes)? {
        hand_over(give, file)?;
    }
    for download in downloads {
        hand_over(give, (download.out, download.bytes))?;
    }
    for (out, bytes) in engine.assets.published().filter(|(out, _)| !published.contains(*out)) {
        hand_over(give, (out.clone(), bytes.to_vec()))?;
    }
    if let Some(guide) = kept.guide {
        hand_over(give, (guide.out, guide.bytes))?;
    }
    Ok(made.findings)
}

/// Files on their way past the learner of what can be kept.
const QUEUED_FILES: usize = 64;

/// Every page that does not tell of the others' size, with the search and the theme's files that they ask for.
fn render_pages(
    engine: &Engine,
    inputs: Inputs<'_>,
    theme: &Theme,
    synonyms: Vec<Vec<String>>,
    give: &SyncSender<File>,
) -> anyhow::Result<Made> {
    let page = |made: Made, page: &Page| {
        let (file, other) = render_page(engine, inputs, page)?;
        hand_over(give, file)?;
        anyhow::Ok(made.and(other))
    };
    let pages = inputs.plan.pages.par_iter().filter(|page| page.kind != PageKind::Offline);
    let pages = pages.try_fold(Made::default, page);
    let made = pages.try_reduce(Made::default, |left, right| anyhow::Ok(left.and(right)))?;
    let redirect = |made: Made, redirect: &Redirect| {
        let view = views::page::redirect(inputs, redirect);
        let (bytes, inline) = finish(engine, redirect.to.lang(), "redirect.html", &view)?;
        hand_over(give, (redirect.out.clone(), bytes))?;
        anyhow::Ok(made.and(Made { inline, ..Made::default() }))
    };
    let made = inputs.plan.redirects.iter().try_fold(made, redirect)?;
    for file in search::files(engine, inputs, theme, synonyms)? {
        hand_over(give, file)?;
    }
    for (out, bytes) in engine.assets.published() {
        hand_over(give, (out.clone(), bytes.to_vec()))?;
    }
    Ok(made)
}

/// What makes the site usable without a network; it tells of all other pages, so it comes last.
fn render_offline(engine: &Engine, inputs: Inputs<'_>, kept: &Kept, give: &SyncSender<File>) -> anyhow::Result<Made> {
    let mut made = Made::default();
    let mut shell = Vec::new();
    for page in inputs.plan.pages.iter().filter(|page| page.kind == PageKind::Offline) {
        let (file, other) = render_page(engine, inputs, page)?;
        shell.extend_from_slice(&file.1);
        hand_over(give, file)?;
        made = made.and(other);
    }
    hand_over(give, worker::script(engine, inputs, &kept.build, &shell)?)?;
    hand_over(give, worker::apple_icon(engine)?)?;
    for file in worker::manifests(engine, inputs)? {
        hand_over(give, file)?;
    }
    Ok(made)
}

fn hand_over(give: &SyncSender<File>, file: File) -> anyhow::Result<()> {
    // Whoever takes the files has stopped, and says why.
    give.send(file).context("the files are taken no more")
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

fn render_page(engine: &Engine, inputs: Inputs<'_>, page: &Page) -> anyhow::Result<(File, Made)> {
    let ctx = PageContext::new(inputs, page);
    let finished = lay_out(engine, &ctx).with_context(|| format!("cannot make {}", page.route.from_root()));
    // A fault met while the view was filled explains more than what it broke later.
    let findings = ctx.finish().with_context(|| format!("cannot make {}", page.route.from_root()))?;
    let (bytes, inline) = finished?;
    // English pages meet the same texts again where there is no translation: each finding is told once.
    Ok(((page.out.clone(), bytes), Made { inline, findings }))
}

/// Which view goes with which template.
fn lay_out(engine: &Engine, ctx: &PageContext<'_>) -> anyhow::Result<(Vec<u8>, InlineTexts)> {
    use crate::render::views as v;
    let lang = ctx.lang;
    match ctx.page.kind {
        PageKind::Home => finish(engine, lang, "home.html", &v::home::view(ctx)),
        PageKind::Listing(facet, number) => finish(engine, lang, "listing.html", &v::listing::view(ctx, facet, number)),
        PageKind::Entry(entry) => lay_out_entry(engine, ctx, entry),
        PageKind::Entries(kind, number) => finish(engine, lang, "entries.html", &v::overview::view(ctx, kind, number)),
        PageKind::Facets(kind) => finish(engine, lang, "facets.html", &v::facets::view(ctx, kind)),
        PageKind::Supply => finish(engine, lang, "supply.html", &v::supply::gate(ctx)),
        PageKind::SupplyTable(number) => finish(engine, lang, "supply_table.html", &v::supply::table(ctx, number)),
        PageKind::Enquiry => finish(engine, lang, "enquiry.html", &v::enquiry::view(ctx)),
        PageKind::Check(number) => finish(engine, lang, "check.html", &v::check::view(ctx, number)),
        PageKind::Plans => finish(engine, lang, "plans.html", &v::plans::overview(ctx)),
        PageKind::PlanYear(at) => finish(engine, lang, "plan_year.html", &v::plans::year(ctx, at)),
        PageKind::Data => finish(engine, lang, "data.html", &v::data::view(ctx)),
        PageKind::Changes => finish(engine, lang, "changes.html", &v::changes::view(ctx)),
        PageKind::Search => finish(engine, lang, "search.html", &v::search::view(ctx)),
        PageKind::Desk => finish(engine, lang, "desk.html", &v::desk::view(ctx)),
        PageKind::DeskShelf(shelf, number) => finish(engine, lang, "shelf.html", &v::desk::shelf(ctx, shelf, number)),
        PageKind::Text(at) => finish(engine, lang, "page.html", &v::page::text(ctx, at)),
        PageKind::Offline => finish(engine, lang, "offline.html", &v::offline::view(ctx)),
        PageKind::NotFound => finish(engine, lang, "not_found.html", &v::page::not_found(ctx)),
    }
}

fn lay_out_entry(engine: &Engine, ctx: &PageContext<'_>, entry: EntryRef) -> anyhow::Result<(Vec<u8>, InlineTexts)> {
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
) -> anyhow::Result<(Vec<u8>, InlineTexts)> {
    let whole = engine.render(lang, template, view)?;
    let page = squeeze::html(&whole);
    #[cfg(test)]
    squeeze::tests::hold_against_minify_html(&whole, &page);
    let inline = InlineTexts::of(&page);
    Ok((engine.assets.fill_in(&page), inline))
}

#[cfg(test)]
pub mod tests {
    use std::sync::LazyLock;

    use camino::Utf8Path;

    use super::*;
    use crate::output::tree::OutputTree;
    use crate::plan::tests::fixture_with;
    use crate::source::scan;

    pub fn default_theme() -> Theme {
        let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        Theme {
            files: scan::read_tree(&folder).unwrap().into_iter().map(|(name, bytes)| (name, bytes.into())).collect(),
        }
    }

    /// The made-up site, made once for all tests.
    pub fn site() -> &'static OutputTree {
        static SITE: LazyLock<OutputTree> = LazyLock::new(|| site_with(&[]));
        &SITE
    }

    pub fn site_with(more: &[(&str, &str)]) -> OutputTree {
        let (catalogue, config) = fixture_with(more);
        let (plan, _) = crate::plan::plan(&catalogue, &config);
        let (give, files) = std::sync::mpsc::sync_channel(100_000);
        let found = render(&plan, &catalogue, &config, &default_theme(), Vec::new(), &Store::none(), &give).unwrap();
        drop(give);
        assert!(found.is_empty(), "{found:?}");
        OutputTree::gather(files)
    }

    pub fn text(tree: &OutputTree, path: &str) -> String {
        let bytes = tree.get(&OutPath::new(path).unwrap()).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[test]
    fn finished_pages_have_no_faults() {
        let faults: Vec<String> = audit::audit(site(), "/").iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn bytes_do_not_depend_on_the_number_of_threads() {
        let in_pool = |threads: usize| {
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| site_with(&[]))
        };
        assert!(in_pool(1) == in_pool(4));
    }

    #[test]
    fn gold_stars_carry_the_day_on_which_they_end() {
        let page = text(site(), "san-pham/san-pham-thu/index.html");
        assert!(page.contains("Hiệu lực đến 15/10/2027") && page.contains("data-until=2027-10-15"), "{page}");
    }

    #[test]
    fn lapsed_stars_are_hollow_and_say_that_they_were() {
        let page = text(site(), "san-pham/cu-thu/index.html");
        assert!(page.contains("từng đạt 3 sao") && page.contains("Hết hạn từ 01/2023"), "{page}");
        assert!(!page.contains("data-until=2023"), "{page}");
    }

    #[test]
    fn ideas_of_past_years_say_that_no_outcome_is_known() {
        let page = text(site(), "san-pham/y-tuong-thu/index.html");
        assert!(
            page.contains("Ý tưởng 2024, chưa công nhận") && page.contains("chưa thấy kết quả trong nguồn"),
            "{page}"
        );
        assert!(page.contains("Chưa xếp hạng"), "{page}");
    }

    #[test]
    fn spirits_are_a_bare_register_entry() {
        let tree = site();
        let page = text(tree, "san-pham/ruou-thu/index.html");
        assert!(page.contains("dưới 18 tuổi") && page.contains("4 sao"), "{page}");
        assert!(!page.contains("mua-o-dau") && !page.contains("Chợ thử"), "{page}");
        for path in
            ["index.html", "feed.xml", "sitemap.xml", "nguon-hang/bang/index.html", "diem-ban/cho-thu/index.html"]
        {
            let text = text(tree, path);
            assert!(!text.contains("ruou-thu"), "{path}");
        }
        assert!(text(tree, "du-lieu/san-pham.json").contains(r#""id":"ruou-thu","code":null"#));
    }

    #[test]
    fn english_pages_mark_what_is_still_vietnamese() {
        let page = text(site(), "en/san-pham/san-pham-thu/index.html");
        assert!(page.contains("<html lang=en>") && page.contains("lang=vi"), "{page}");
        assert!(page.contains("In force until 15 October 2027"), "{page}");
    }

    #[test]
    fn open_data_has_the_fields_of_the_contract() {
        let json: serde_json::Value = serde_json::from_str(&text(site(), "du-lieu/san-pham.json")).unwrap();
        assert_eq!(json["date"], "2026-11-22");
        let product = json["products"].as_array().unwrap().iter().find(|it| it["id"] == "san-pham-thu").unwrap();
        assert_eq!(product["valid_until"], "2027-10-15");
        assert_eq!(product["url"], "https://thu.example/san-pham/san-pham-thu/");
        assert_eq!(product["sold_at"], serde_json::json!(["points-of-sale/cho-thu"]));
    }

    /// Keys that stand in the code of views, as far as they are written out.
    fn keys_in_views() -> BTreeSet<String> {
        let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render");
        let files = scan::read_tree(&folder).unwrap();
        let texts = files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
        let calls = ["ctx.t(\"", "ctx.tv(\""];
        let in_text = |text: String| -> Vec<String> {
            let code = text.split("#[cfg(test)]\n").next().unwrap_or_default().to_owned();
            let starts = calls.iter().flat_map(|call| code.split(call).skip(1).collect::<Vec<_>>());
            starts.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
        };
        texts.flat_map(in_text).collect()
    }

    #[test]
    fn every_key_and_every_term_has_words_in_both_languages() {
        use crate::terms::*;
        let theme = default_theme();
        let strings = strings::Strings::load(&theme).unwrap();
        let known: BTreeSet<&str> = strings.keys().collect();
        let missing: Vec<String> = keys_in_views().into_iter().filter(|key| !known.contains(key.as_str())).collect();
        assert!(missing.is_empty(), "{missing:?}");
        macro_rules! terms {
            ($($vocabulary:literal: $term:ident,)+) => {
                $(for term in $term::ALL {
                    let key = format!("term-{}-{}", $vocabulary, term.word());
                    assert!(known.contains(key.as_str()), "{key}");
                })+
            };
        }
        terms! {
            "caveat-kind": CaveatKind, "confidence": Confidence, "recognition-event": RecognitionEvent, "step": Step,
            "invoice": Invoice, "paper-kind": PaperKind, "legal-form": LegalForm, "welcomed": Welcomed,
            "outlet-type": OutletType, "outlet-status": OutletStatus, "venue-type": VenueType, "use-how": UseHow,
            "destination-type": DestinationType, "route-status": RouteStatus, "grade": Grade,
            "source-type": SourceType, "quality": Quality, "extent": Extent,
        }
        for state in crate::plan::facet::StateFacet::ALL {
            assert!(known.contains(format!("state-{}", state.word()).as_str()), "{state:?}");
            assert!(known.contains(format!("state-{}-means", state.word()).as_str()), "{state:?}");
        }
        for (name, of) in data::DataKind::ALL.into_iter().flat_map(data::dictionary::fields) {
            assert!(known.contains(format!("field-{}", name.replace('_', "-")).as_str()), "{name}");
            assert!(known.contains(format!("type-{}", of.word()).as_str()), "{of:?}");
        }
    }
}
