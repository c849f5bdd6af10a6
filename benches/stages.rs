//! The stages of a build, each by itself, over a made-up catalogue of 300 products: `cargo bench --bench stages [NAME]`.
//!
//! Whole builds, with their memory and their disk, are measured by the scripts beside this file; `docs/performance.md` says
//! which. Names after a word of the command line alone are run.

#![allow(clippy::disallowed_methods, reason = "a benchmark that writes and reads files of its own")]

#[allow(dead_code, reason = "the example alone draws pictures")]
#[path = "../examples/synth/made_up/mod.rs"]
mod made_up;

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::civil::Date;
use ocop::base::lang::Lang;
use ocop::config;
use ocop::model::id::EntryRef;
use ocop::output::pack;
use ocop::plan;
use ocop::plan::{Page, PageKind};
use ocop::read;
use ocop::render::context::PageContext;
use ocop::render::kit::Kit;
use ocop::render::share::{self, Studio};
use ocop::render::site::Site;
use ocop::render::theme::Theme;
use ocop::render::{search, squeeze, views};
use ocop::resolve;
use ocop::source::scan;

const PRODUCTS: usize = 300;
const TODAY: Date = made_up::TODAY;
const A_PAGE: &str = "Entry Product";

/// The catalogue on the disk, gone with the value.
struct Content {
    folder: tempfile::TempDir,
}

impl Content {
    fn write() -> Content {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let size = made_up::Size { products: PRODUCTS, pictures: 0, seed: 7 };
        for (path, text) in made_up::Catalogue::new(size).files() {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        }
        Content { folder }
    }

    fn root(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).expect("the name is UTF-8")
    }
}

fn theme() -> Theme {
    let root = Utf8PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default"));
    let files = scan::read_tree(&root).expect("the theme can be read");
    Theme { files: files.into_iter().map(|(path, bytes)| (path, bytes.into())).collect() }
}

fn site(content: &Content) -> Site {
    let sources = scan::scan(content.root()).expect("the content can be read");
    let (records, _) = read::read_all(&sources);
    let (config, _, _) = config::load(&records);
    let (catalogue, _) = resolve::resolve(&records, &sources, &config, TODAY).expect("nothing is missing");
    let (plan, _) = plan::plan(&catalogue, &config);
    let kit = Arc::new(Kit::new(theme(), &plan.base).expect("the theme is sound"));
    Site::new(kit, catalogue, plan, config, Vec::new())
}

/// What a kind of page is called: `Entry Product`, `Listing`, `Home`.
fn name(kind: PageKind) -> String {
    let text = format!("{kind:?}");
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let specific = matches!(kind, PageKind::Entry(_) | PageKind::Sheet(_) | PageKind::Entries(..));
    words.take(if specific { 2 } else { 1 }).collect::<Vec<_>>().join(" ")
}

/// The first Vietnamese page of each kind; pages about the whole site are left out, since they make all others.
fn kinds(site: &Site) -> BTreeMap<String, &Page> {
    let own = |page: &&Page| page.lang() == Lang::Vi && page.kind != PageKind::Offline;
    let mut kinds = BTreeMap::new();
    for page in site.plan.pages.iter().filter(own) {
        kinds.entry(name(page.kind)).or_insert(page);
    }
    kinds
}

fn bytes(site: &Site, page: &Page) -> Arc<[u8]> {
    site.file(&page.out()).expect("the plan has it").expect("the theme can make it")
}

/// A product's page before it is squeezed.
fn laid_out(site: &Site, page: &Page) -> String {
    let PageKind::Entry(EntryRef::Product(id)) = page.kind else { panic!("the page of a product") };
    let ctx = PageContext::new(site.inputs(), page);
    let view = views::product::view(&ctx, id);
    site.kit.engine.render(page.lang(), "product.html", &view).expect("the theme is sound")
}

fn content_stages(criterion: &mut Criterion) {
    let content = Content::write();
    criterion.bench_function("scan", |bench| bench.iter(|| scan::scan(black_box(content.root())).expect("read")));
    let sources = scan::scan(content.root()).expect("the content can be read");
    criterion.bench_function("read", |bench| bench.iter(|| read::read_all(black_box(&sources))));
    let (records, _) = read::read_all(&sources);
    let (config, _, _) = config::load(&records);
    criterion.bench_function("resolve", |bench| {
        bench.iter(|| resolve::resolve(black_box(&records), &sources, &config, TODAY).expect("read"));
    });
    let (catalogue, _) = resolve::resolve(&records, &sources, &config, TODAY).expect("nothing is missing");
    criterion.bench_function("plan", |bench| bench.iter(|| plan::plan(black_box(&catalogue), &config)));
}

fn page_stages(criterion: &mut Criterion) {
    let content = Content::write();
    let site = site(&content);
    let kinds = kinds(&site);
    let mut group = criterion.benchmark_group("page");
    for (name, page) in &kinds {
        // What many pages share is made before.
        bytes(&site, page);
        group.bench_function(name, |bench| bench.iter(|| bytes(black_box(&site), page)));
    }
    group.finish();
    let page = bytes(&site, kinds[A_PAGE]);
    let laid_out = laid_out(&site, kinds[A_PAGE]);
    let mut group = criterion.benchmark_group("bytes of a product's page");
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("squeeze", |bench| bench.iter(|| squeeze::html(black_box(&laid_out))));
    for quality in [5, 11] {
        group.bench_function(format!("Brotli {quality}"), |bench| bench.iter(|| pack::brotli(&page, quality)));
    }
    group.bench_function("gzip", |bench| bench.iter(|| pack::gzip(black_box(&page))));
    group.finish();
}

fn site_stages(criterion: &mut Criterion) {
    let content = Content::write();
    let site = site(&content);
    let mut group = criterion.benchmark_group("site");
    group.sample_size(10);
    group.bench_function("search index", |bench| bench.iter(|| search::files(black_box(&site)).expect("sound")));
    let studio = Studio::new(site.inputs());
    let subject = share::subject(site.inputs(), kinds(&site)[A_PAGE].kind).expect("a product has a picture");
    let picture = studio.share(subject).expect("the theme is sound").out;
    group.bench_function("share picture", |bench| bench.iter(|| studio.at(black_box(&picture))));
    group.finish();
}

criterion_group!(stages, content_stages, page_stages, site_stages);
criterion_main!(stages);
