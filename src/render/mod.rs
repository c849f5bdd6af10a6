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
pub mod kit;
pub mod known;
pub mod lettering;
pub mod markdown;
pub mod markup;
pub mod minify;
pub mod motifs;
pub mod nginx;
pub mod offline;
pub mod outline;
pub mod prose;
pub mod qr;
pub mod schematic;
pub mod script;
pub mod search;
pub mod sha256;
pub mod share;
pub mod site;
pub mod squeeze;
pub mod strings;
pub mod theme;
pub mod views;

use std::hash::Hash;
use std::sync::mpsc::SyncSender;

use anyhow::Context;
use rayon::prelude::*;
use serde::Serialize;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::cache::Store;
use crate::config::forms;
use crate::diag::Diagnostics;
use crate::media::recipe;
use crate::model::id::EntryRef;
use crate::output::tree::{File, Handed};
use crate::plan::sheets::Sheet;
use crate::plan::{Page, PageKind, Redirect};
use crate::render::context::{Inputs, PageContext};
use crate::render::engine::Engine;
use crate::render::headers::{InlineHashes, InlineTexts};
use crate::render::known::Known;
use crate::render::offline::worker;
use crate::render::site::Site;

/// What the pages leave behind when their bytes have gone on.
#[derive(Default)]
pub struct Made {
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

/// Renders the whole site but its pictures, which are made by the caller (`plan.pictures`). Each file is handed over as
/// soon as it is made, from any thread: all pages at once are gigabytes for a large catalogue. Pages that are `known` are not
/// made at all.
///
/// # Errors
/// A fault of the theme: a template, a string, a file that it lacks. Mistakes of the content are diagnostics.
pub fn render(site: &Site, store: &Store, known: &Known<'_>, give: &SyncSender<Handed>) -> anyhow::Result<Diagnostics> {
    // Side by side: packing the guide keeps one thread busy after the last page.
    let (made, drawn) = rayon::join(
        || site.learn(known, |file| give.send(file).is_ok()),
        || if site.config.share_pictures { share::Studio::new(site.inputs()).draw(store, give) } else { Ok(()) },
    );
    drawn?;
    let (offline, other) = offline_of(site)?;
    let made = made?.and(other);
    let hashes = made.inline.hashes(&site.kit.engine.assets);
    offline.into_iter().try_for_each(|file| hand_over(give, file))?;
    let rest = feeds_of(site)?.into_iter().chain(headers_of(site, &hashes));
    for file in rest.chain(downloads_of(site)) {
        hand_over(give, file)?;
    }
    Ok(made.findings)
}

/// Every file that a phone may keep: all pages but those about being offline, which tell of the others' size, with the
/// search and the theme's files that they ask for.
fn keepable(site: &Site, known: &Known<'_>, give: &SyncSender<Handed>) -> anyhow::Result<Made> {
    let keepable = |page: &Page| page.kind != PageKind::Offline;
    let made = pages(site, known, keepable, |file| hand_over(give, file))?;
    for file in search::files(site)?.into_iter().chain(assets_of(site)) {
        hand_over(give, file)?;
    }
    Ok(made)
}

/// What makes the site usable without a network: the pages about it, and what they and the worker need. It tells of all
/// other pages.
fn offline_of(site: &Site) -> anyhow::Result<(Vec<File>, Made)> {
    let (engine, inputs) = (&site.kit.engine, site.inputs());
    let kept = site.kept()?;
    let (mut files, mut made) = (Vec::new(), Made::default());
    let nothing = Known::nothing();
    for page in site.plan.pages.iter().filter(|page| page.kind == PageKind::Offline) {
        let (file, one) = page_of(inputs, &nothing, page)?;
        files.push((page.out(), file.into_bytes()));
        made = made.and(one);
    }
    let shell: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    files.extend(worker::manifests(engine, inputs)?);
    files.push(worker::script(engine, inputs, &kept.build, &shell)?);
    files.push(worker::apple_icon(engine)?);
    files.extend(kept.guide.as_ref().map(|guide| (guide.out.clone(), guide.bytes.clone())));
    Ok((files, made))
}

/// Makes the pages that are wanted and every redirect, in parallel.
fn pages(
    site: &Site,
    known: &Known<'_>,
    wanted: impl Fn(&Page) -> bool + Sync,
    give: impl Fn(Handed) -> anyhow::Result<()> + Sync,
) -> anyhow::Result<Made> {
    let inputs = site.inputs();
    let page = |made: Made, page: &Page| {
        let (file, one) = page_of(inputs, known, page)?;
        give(file)?;
        anyhow::Ok(made.and(one))
    };
    let pages = site.plan.pages.par_iter().filter(|page| wanted(page)).try_fold(Made::default, page);
    let made = pages.try_reduce(Made::default, |left, right| anyhow::Ok(left.and(right)))?;
    let redirect = |made: Made, redirect: &Redirect| {
        let (file, inline) = redirect_of(inputs, known, redirect)?;
        give(file)?;
        anyhow::Ok(made.and(Made { inline, ..Made::default() }))
    };
    let redirects = site.plan.redirects.par_iter().try_fold(Made::default, redirect);
    Ok(made.and(redirects.try_reduce(Made::default, |left, right| anyhow::Ok(left.and(right)))?))
}

fn hand_over(give: &SyncSender<Handed>, file: impl Into<Handed>) -> anyhow::Result<()> {
    // Whoever takes the files has stopped, and says why.
    give.send(file.into()).context("the files are taken no more")
}

/// For search engines and feed readers.
fn feeds_of(site: &Site) -> anyhow::Result<Vec<File>> {
    let inputs = site.inputs();
    let mut files = feeds::sitemaps(&site.plan, &site.catalogue);
    files.push(feeds::robots(&site.plan.base));
    for page in site.plan.pages.iter().filter(|page| page.kind == PageKind::Changes) {
        let ctx = PageContext::new(inputs, page);
        files.push(feeds::atom(&ctx));
        ctx.finish()?;
    }
    Ok(files)
}

/// For the web server, which is told of every style and script inside a page.
fn headers_of(site: &Site, hashes: &InlineHashes) -> [File; 2] {
    let base = &site.plan.base;
    let form = site.plan.form.then(|| forms::origins(site.config.forms.as_ref()));
    let pictures = (!site.plan.pictures.is_empty()).then_some(recipe::FOLDER);
    let kept: Vec<&str> = headers::FINGERPRINTED.into_iter().chain(pictures).collect();
    [
        headers::underscore(base, hashes, &kept, form.as_deref()),
        nginx::snippet(base, hashes, &kept, &site.plan.redirects, form.as_deref()),
    ]
}

/// The open data.
fn downloads_of(site: &Site) -> impl Iterator<Item = File> {
    site.downloads().iter().map(|download| (download.out.clone(), download.bytes.clone()))
}

/// The theme's own files.
fn assets_of(site: &Site) -> impl Iterator<Item = File> {
    site.kit.engine.assets.published().map(|(out, bytes)| (out.clone(), bytes.to_vec()))
}

fn page_of(inputs: Inputs<'_>, known: &Known<'_>, page: &Page) -> anyhow::Result<(Handed, Made)> {
    let ctx = PageContext::new(inputs, page);
    let maker = Maker { engine: &inputs.kit.engine, known, out: page.out(), lang: page.lang() };
    let finished = lay_out(&maker, &ctx).with_context(|| format!("cannot make {}", page.route.from_root()));
    // A fault met while the view was filled explains more than what it broke later.
    let findings = ctx.finish().with_context(|| format!("cannot make {}", page.route.from_root()))?;
    let (page, inline) = finished?;
    // English pages meet the same texts again where there is no translation: each finding is told once.
    Ok((page, Made { inline, findings }))
}

fn redirect_of(inputs: Inputs<'_>, known: &Known<'_>, redirect: &Redirect) -> anyhow::Result<(Handed, InlineTexts)> {
    let view = views::page::redirect(inputs, redirect);
    let maker = Maker { engine: &inputs.kit.engine, known, out: redirect.out(), lang: redirect.to.lang() };
    maker.finish("redirect.html", &view)
}

/// Which view goes with which template.
fn lay_out(maker: &Maker<'_>, ctx: &PageContext<'_>) -> anyhow::Result<(Handed, InlineTexts)> {
    use crate::render::views as v;
    match ctx.page.kind {
        PageKind::Home => maker.finish("home.html", &v::home::view(ctx)),
        PageKind::Listing(facet, number) => maker.finish("listing.html", &v::listing::view(ctx, facet, number)),
        PageKind::Entry(entry) => lay_out_entry(maker, ctx, entry),
        PageKind::Entries(kind, number) => maker.finish("entries.html", &v::overview::view(ctx, kind, number)),
        PageKind::Facets(kind) => maker.finish("facets.html", &v::facets::view(ctx, kind)),
        PageKind::Supply => maker.finish("supply.html", &v::supply::gate(ctx)),
        PageKind::SupplyTable(number) => maker.finish("supply_table.html", &v::supply::table(ctx, number)),
        PageKind::Enquiry => maker.finish("enquiry.html", &v::enquiry::view(ctx)),
        PageKind::Check(number) => maker.finish("check.html", &v::check::view(ctx, number)),
        PageKind::Plans => maker.finish("plans.html", &v::plans::overview(ctx)),
        PageKind::PlanYear(at) => maker.finish("plan_year.html", &v::plans::year(ctx, at)),
        PageKind::Data => maker.finish("data.html", &v::data::view(ctx)),
        PageKind::Changes => maker.finish("changes.html", &v::changes::view(ctx)),
        PageKind::Map => maker.finish("map.html", &v::map::view(ctx)),
        PageKind::Search => maker.finish("search.html", &v::search::view(ctx)),
        PageKind::Desk => maker.finish("desk.html", &v::desk::view(ctx)),
        PageKind::DeskShelf(shelf, number) => maker.finish("shelf.html", &v::desk::shelf(ctx, shelf, number)),
        PageKind::Sheet(sheet) => lay_out_sheet(maker, ctx, sheet),
        PageKind::Text(at) => maker.finish("page.html", &v::page::text(ctx, at)),
        PageKind::Offline => {
            let kept = ctx.inputs.site.kept()?;
            maker.finish("offline.html", &v::offline::view(ctx, kept.guide.as_ref()))
        }
        PageKind::NotFound => maker.finish("not_found.html", &v::page::not_found(ctx)),
    }
}

fn lay_out_entry(maker: &Maker<'_>, ctx: &PageContext<'_>, entry: EntryRef) -> anyhow::Result<(Handed, InlineTexts)> {
    use crate::render::views as v;
    match entry {
        EntryRef::Product(id) => maker.finish("product.html", &v::product::view(ctx, id)),
        EntryRef::Producer(id) => maker.finish("producer.html", &v::producer::view(ctx, id)),
        EntryRef::PointOfSale(id) => maker.finish("outlet.html", &v::outlet::point_of_sale(ctx, id)),
        EntryRef::Venue(id) => maker.finish("outlet.html", &v::outlet::venue(ctx, id)),
        EntryRef::Destination(id) => maker.finish("destination.html", &v::destination::view(ctx, id)),
        EntryRef::Route(id) => maker.finish("route.html", &v::route::view(ctx, id)),
        EntryRef::Event(id) => maker.finish("event.html", &v::event::view(ctx, id)),
        EntryRef::Source(id) => maker.finish("source.html", &v::source::view(ctx, id)),
    }
}

fn lay_out_sheet(maker: &Maker<'_>, ctx: &PageContext<'_>, sheet: Sheet) -> anyhow::Result<(Handed, InlineTexts)> {
    use crate::render::views::sheets as v;
    match sheet {
        Sheet::Labels(id, number) => maker.finish("labels.html", &v::labels::view(ctx, id, number)),
        Sheet::ShelfCards(id, number) => maker.finish("shelf_cards.html", &v::cards::view(ctx, id, number)),
        Sheet::Leaflet(id) => maker.finish("leaflet.html", &v::leaflet::view(ctx, id)),
    }
}

/// Makes one page, unless it is known.
struct Maker<'m> {
    engine: &'m Engine,
    known: &'m Known<'m>,
    out: OutPath,
    lang: Lang,
}

impl Maker<'_> {
    fn finish<V: Serialize + Hash>(&self, template: &str, view: &V) -> anyhow::Result<(Handed, InlineTexts)> {
        let made_from = self.known.made_from(&self.out, template, view);
        let earlier = made_from.as_ref().and_then(|made_from| self.known.find(&self.out, made_from));
        let (page, inline) = match earlier {
            Some(page) => page,
            None => self.lay_out(template, view)?,
        };
        if let Some(made_from) = made_from {
            self.known.learn(made_from, page.entry, &inline);
        }
        Ok((page, inline))
    }

    fn lay_out(&self, template: &str, view: &impl Serialize) -> anyhow::Result<(Handed, InlineTexts)> {
        let whole = self.engine.render(self.lang, template, view)?;
        let page = squeeze::html(&whole);
        #[cfg(test)]
        squeeze::tests::hold_against_minify_html(&whole, &page);
        let inline = InlineTexts::of(&page);
        Ok(((self.out.clone(), self.engine.assets.fill_in(&page)).into(), inline))
    }
}

#[cfg(test)]
pub mod tests {
    use std::collections::BTreeSet;
    use std::sync::{Arc, LazyLock};

    use camino::Utf8Path;

    use super::*;
    use crate::output::tree::OutputTree;
    use crate::plan::tests::fixture_with;
    use crate::render::kit::Kit;
    use crate::render::theme::Theme;
    use crate::source::scan;

    pub fn default_theme() -> Theme {
        let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        Theme {
            files: scan::read_tree(&folder).unwrap().into_iter().map(|(name, bytes)| (name, bytes.into())).collect(),
        }
    }

    pub fn made_up() -> Site {
        made_up_with(&[])
    }

    /// The made-up site with other files.
    pub fn made_up_with(more: &[(&str, &str)]) -> Site {
        let (catalogue, config) = fixture_with(more);
        let (plan, _) = crate::plan::plan(&catalogue, &config);
        let kit = Kit::new(default_theme(), &plan.base).unwrap();
        Site::new(Arc::new(kit), catalogue, plan, config, Vec::new())
    }

    /// The made-up site, made once for all tests.
    pub fn site() -> &'static OutputTree {
        static SITE: LazyLock<OutputTree> = LazyLock::new(|| site_with(&[]));
        &SITE
    }

    pub fn site_with(more: &[(&str, &str)]) -> OutputTree {
        let (give, files) = std::sync::mpsc::sync_channel(100_000);
        let found = render(&made_up_with(more), &Store::none(), &Known::nothing(), &give).unwrap();
        drop(give);
        assert!(found.is_empty(), "{found:?}");
        OutputTree::gather(files)
    }

    #[test]
    fn a_file_made_on_request_is_the_file_that_a_build_writes() {
        let (site, tree) = (made_up(), site());
        for (path, bytes) in tree.iter() {
            assert!(site.file(path).unwrap().unwrap() == *bytes, "{path}");
        }
        for path in ["san-pham/khong-co/index.html", "en/404.htm", "search", "tai-san/x.css"] {
            assert!(site.file(&OutPath::new(path).unwrap()).is_none(), "{path}");
        }
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
            "weekday": Weekday, "source-type": SourceType, "quality": Quality, "extent": Extent,
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
