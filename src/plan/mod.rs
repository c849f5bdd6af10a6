//! Catalogue → plan: every URL of the site, before anything is rendered.
//!
//! Keeps two promises: no two pages claim one path (`route-collision`), and rendering cannot invent an address, since
//! links are made from what stands here. Work is linear in the number of products: lists are built once.

pub mod claims;
pub mod facet;
pub mod listing;
pub mod near;
pub mod pages;
pub mod paths;
pub mod related;
pub mod route;
pub mod sheets;
pub mod shelves;

use std::sync::Arc;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::config::SiteConfig;
use crate::diag::Diagnostics;
use crate::media::recipe::{Original, Variant};
use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::plan::facet::Facet;
use crate::plan::listing::Listings;
use crate::plan::near::Neighbourhood;
use crate::plan::paths::UnitSlugs;
use crate::plan::related::Related;
use crate::plan::route::{BaseUrl, Route};
use crate::plan::sheets::Sheet;
use crate::plan::shelves::Shelves;
use crate::report::desk::{Desk, Shelf};

/// Everything that the site will consist of.
#[derive(Debug, Clone, PartialEq)]
pub struct SitePlan {
    pub base: BaseUrl,
    pub languages: Vec<Lang>,
    /// By path, then language.
    pub pages: Vec<Page>,
    pub redirects: Vec<Redirect>,
    /// Pictures of entries, sorted by file.
    pub pictures: Vec<PictureFile>,
    pub listings: Listings,
    pub shelves: Shelves,
    pub near: Neighbourhood,
    pub related: Related,
    pub slugs: UnitSlugs,
    /// Whether the officers' form stands under [`FORM`](paths::FORM): its files come with it, none of them is a page.
    pub form: bool,
    /// The editors' work.
    pub desk: Desk,
    /// Paths with a page, the same in every language; sorted.
    paths: Vec<Arc<str>>,
}

/// One page in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub route: Route,
    pub kind: PageKind,
}

impl Page {
    pub const fn lang(&self) -> Lang {
        self.route.lang()
    }

    /// Where its file lies.
    pub fn out(&self) -> OutPath {
        self.route.out()
    }
}

impl Redirect {
    /// Where its file lies.
    pub fn out(&self) -> OutPath {
        self.from.out()
    }
}

/// What a page shows; it decides template and view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    Home,
    /// A page of a list of products, counted from 1.
    Listing(Facet, usize),
    Entry(EntryRef),
    /// A page of an overview, counted from 1.
    Entries(EntryKind, usize),
    Facets(FacetKind),
    Supply,
    /// A page of the buyers' table, counted from 1.
    SupplyTable(usize),
    /// The enquiry list, which lives on the reader's device.
    Enquiry,
    /// A page of all products with their states, counted from 1.
    Check(usize),
    Plans,
    /// Index into the catalogue's plans.
    PlanYear(usize),
    Data,
    Changes,
    /// The schematic map.
    Map,
    Search,
    /// The editors' desk.
    Desk,
    /// A page of one of its shelves, counted from 1.
    DeskShelf(Shelf, usize),
    /// For paper, not for search engines.
    Sheet(Sheet),
    /// Index into the catalogue's pages.
    Text(usize),
    /// What is kept on the reader's device; it also stands in for pages that are not.
    Offline,
    NotFound,
}

/// Overviews of entries that are not products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    Producers,
    Visits,
    PointsOfSale,
    Venues,
    Destinations,
    Routes,
    Events,
    Sources,
}

impl EntryKind {
    pub const ALL: [EntryKind; 8] = [
        EntryKind::Producers,
        EntryKind::Visits,
        EntryKind::PointsOfSale,
        EntryKind::Venues,
        EntryKind::Destinations,
        EntryKind::Routes,
        EntryKind::Events,
        EntryKind::Sources,
    ];

    /// The folder of the overview, which is also that of the entries.
    pub const fn path(self) -> &'static str {
        match self {
            EntryKind::Producers => paths::PRODUCERS,
            EntryKind::Visits => paths::VISITS,
            EntryKind::PointsOfSale => paths::POINTS_OF_SALE,
            EntryKind::Venues => paths::VENUES,
            EntryKind::Destinations => paths::DESTINATIONS,
            EntryKind::Routes => paths::ROUTES,
            EntryKind::Events => paths::EVENTS,
            EntryKind::Sources => paths::SOURCES,
        }
    }
}

/// Overviews of the lists of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetKind {
    Districts,
    Communes,
    Former,
    Stars,
    Groups,
    States,
    Months,
}

/// An address that an entry once had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    pub from: Route,
    pub to: Route,
}

/// A picture of the content and what is published of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Relative to the content folder.
    pub file: String,
    pub original: Original,
    /// The files in the order in which `media` makes them: a JPEG, then WebP from the narrowest to the widest.
    pub files: Vec<(OutPath, Variant)>,
}

impl SitePlan {
    /// Whether a page lives at this path, in every language of the site.
    pub fn has(&self, path: &str) -> bool {
        self.paths.binary_search_by(|known| (**known).cmp(path)).is_ok()
    }

    /// All paths with a page, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(|path| &**path)
    }

    /// The picture at `file` of the content, where it is published.
    pub fn picture(&self, file: &str) -> Option<&PictureFile> {
        let at = self.pictures.binary_search_by(|picture| picture.file.as_str().cmp(file)).ok()?;
        self.pictures.get(at)
    }

    /// Host-relative URL of the page at `path`.
    pub fn url(&self, lang: Lang, path: &str) -> String {
        self.base.url(&Route::new(lang, path).from_root())
    }

    /// URL of the page at `path` if there is one.
    pub fn find_url(&self, lang: Lang, path: &str) -> Option<String> {
        self.has(path).then(|| self.url(lang, path))
    }

    pub fn entry_url(&self, catalogue: &Catalogue, lang: Lang, entry: EntryRef) -> String {
        self.url(lang, &paths::entry(catalogue, entry))
    }

    /// URL of a list, where it holds something.
    pub fn facet_url(&self, catalogue: &Catalogue, lang: Lang, facet: Facet) -> Option<String> {
        // Each list that holds something has a page.
        self.listings.get(facet)?;
        Some(self.url(lang, &self.slugs.facet(catalogue, facet)))
    }
}

/// Plans the whole site.
pub fn plan(catalogue: &Catalogue, config: &SiteConfig) -> (SitePlan, Diagnostics) {
    let slugs = UnitSlugs::new(catalogue, &config.home_province);
    let (listings, (desk, shelves)) = rayon::join(
        || Listings::build(catalogue),
        || rayon::join(|| Desk::of(catalogue), || Shelves::build(catalogue, &config.home_district)),
    );
    let ((drafts, diagnostics), (near, related)) = rayon::join(
        || pages::draft(catalogue, &listings, &shelves, &slugs, &desk),
        || rayon::join(|| Neighbourhood::build(catalogue), || Related::build(catalogue, &listings)),
    );
    let mut languages = config.languages.clone();
    languages.sort();
    let pages = drafts.pages.iter().flat_map(|(path, kind)| {
        languages.iter().map(move |lang| Page { route: Route::new(*lang, path.clone()), kind: *kind })
    });
    let redirects = drafts.redirects.iter().flat_map(|(from, to)| {
        languages
            .iter()
            .map(move |lang| Redirect { from: Route::new(*lang, from.clone()), to: Route::new(*lang, to.clone()) })
    });
    let site_plan = SitePlan {
        base: BaseUrl::new(&config.base_url),
        pages: pages.collect(),
        redirects: redirects.collect(),
        pictures: pages::pictures(catalogue),
        paths: drafts.pages.iter().map(|(path, _)| path.clone()).collect(),
        near,
        related,
        languages,
        listings,
        shelves,
        slugs,
        form: false,
        desk,
    };
    (site_plan, diagnostics)
}

#[cfg(test)]
pub mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use crate::config;
    use crate::read::read_all;
    use crate::resolve::resolve;
    use crate::source::{Content, SourceFile, Sources};

    use super::*;
    use crate::diag::code::Code;

    /// More entries for the made-up catalogue of `tests/check/base.md`: a spirit, a lapsed and a candidate product, places.
    const MORE: &[(&str, &str)] = &[
        (
            "products/ruou-thu/index.md",
            "---\nname: Rượu thử\nproducer: chu-the-thu\nabv: 29\ncategory:\n  group: do-uong\n  subgroup: 14\n  scheme: qd-148-2023\n\
             recognitions:\n  - stars: 4\n    date: 2024-11-01\n    awarded_by: UBND tỉnh Thử\n    source: bao-thu\nsources: bao-thu\n---\n",
        ),
        (
            "products/cu-thu/index.md",
            "---\nname: Củ thử\nproducer: chu-the-thu\naliases: [cu-cu]\ncategory:\n  group: thuc-pham\n  subgroup: 1\n  scheme: qd-148-2023\n\
             recognitions:\n  - stars: 3\n    date: 2020-01-14\n    source: bao-thu\n\
             season:\n  months: [11, 12]\n  source: bao-thu\nsources: bao-thu\n---\n",
        ),
        (
            "products/y-tuong-thu/index.md",
            "---\nname: Ý tưởng thử\nproducer: chu-the-thu\ncategory:\n  group: thuc-pham\n  scheme: qd-148-2023\n\
             course:\n  - step: candidate\n    date: 2024\n    source: thong-bao-thu\nsources: thong-bao-thu\n---\n",
        ),
        (
            "points-of-sale/cho-thu/index.md",
            "---\nname: Chợ thử\ntype: market\nplace:\n  unit: tinh-khac/khac-mot-cu\nstocks:\n  products: [san-pham-thu, ruou-thu]\n\
             \x20 source: bao-thu\nsources: bao-thu\n---\n",
        ),
        (
            "destinations/bien-thu/index.md",
            "---\nname: Biển thử\ntype: beach\nplace:\n  unit: thu-mot-cu\nsources: bao-thu\n---\n\nXem [sản phẩm](/san-pham/san-pham-thu/).\n",
        ),
    ];

    /// A plan that knows these paths and nothing else.
    pub fn plan_of(paths: &[&str]) -> SitePlan {
        SitePlan {
            base: BaseUrl::new("https://x.example/"),
            languages: Lang::ALL.to_vec(),
            pages: Vec::new(),
            redirects: Vec::new(),
            pictures: Vec::new(),
            listings: Listings::default(),
            shelves: Shelves::default(),
            near: Neighbourhood::default(),
            related: Related::default(),
            slugs: UnitSlugs::default(),
            form: false,
            desk: Desk::default(),
            paths: paths.iter().map(|path| (*path).into()).collect::<BTreeSet<_>>().into_iter().collect(),
        }
    }

    fn sources(more: &[(&str, &str)]) -> Sources {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for block in include_str!("../../tests/check/base.md").split("\n```yaml content/").skip(1) {
            let (path, rest) = block.split_once('\n').unwrap();
            files.insert(path.to_owned(), rest.split_once("\n```").unwrap().0.to_owned() + "\n");
        }
        files.extend(MORE.iter().chain(more).map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
        let file = |(path, text)| SourceFile { path, content: Content::Text(text) };
        Sources::new("content".into(), files.into_iter().map(file))
    }

    /// The made-up catalogue for 22 November 2026 with its settings; other files may be added.
    pub fn fixture_with(more: &[(&str, &str)]) -> (Catalogue, SiteConfig) {
        let sources = sources(more);
        let (records, found) = read_all(&sources);
        assert!(found.is_empty(), "{found:?}");
        let (config, _, _) = config::load(&records);
        let (catalogue, found) = resolve(&records, &sources, &config, jiff::civil::date(2026, 11, 22)).unwrap();
        assert!(found.is_empty(), "{found:?}");
        (catalogue, config)
    }

    pub fn fixture() -> Catalogue {
        fixture_with(&[]).0
    }

    pub fn fixture_plan(catalogue: &Catalogue) -> SitePlan {
        plan(catalogue, &fixture_with(&[]).1).0
    }

    fn paths_below(plan: &SitePlan, prefix: &str) -> Vec<String> {
        plan.paths().filter(|path| path.starts_with(prefix)).map(str::to_owned).collect()
    }

    #[test]
    fn lists_exist_only_where_they_hold_something() {
        let plan = fixture_plan(&fixture());
        assert_eq!(paths_below(&plan, "sao"), ["sao", "sao/3", "sao/4"]);
        assert_eq!(
            paths_below(&plan, "trang-thai/"),
            ["trang-thai/con-hieu-luc", "trang-thai/het-han", "trang-thai/ung-vien", "trang-thai/chua-cong-nhan"]
                .map(str::to_owned)
                .into_iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
        );
        assert_eq!(paths_below(&plan, "mua-vu"), ["mua-vu", "mua-vu/11", "mua-vu/12"]);
        assert_eq!(
            paths_below(&plan, "huyen/thu/"),
            ["huyen/thu/nhom/do-uong", "huyen/thu/nhom/thuc-pham", "huyen/thu/sao/3", "huyen/thu/sao/4"]
        );
    }

    #[test]
    fn units_away_from_home_carry_their_province() {
        let plan = fixture_plan(&fixture());
        assert_eq!(paths_below(&plan, "xa/"), ["xa/thu-mot", "xa/tinh-khac-khac-mot"]);
        assert_eq!(paths_below(&plan, "xa-cu/"), ["xa-cu/thu-mot", "xa-cu/tinh-khac-khac-mot"]);
        assert_eq!(paths_below(&plan, "huyen/k"), ["huyen/khac"]);
    }

    #[test]
    fn a_lapsed_star_is_listed_apart() {
        let catalogue = fixture();
        let plan = fixture_plan(&catalogue);
        let three = crate::model::product::Stars::new(3).unwrap();
        let listing = plan.listings.get(Facet::Star(three)).unwrap();
        let slugs = |ids: &[crate::model::id::ProductId]| -> Vec<String> {
            ids.iter().map(|id| catalogue[*id].head.slug.clone()).collect()
        };
        assert_eq!(
            (slugs(&listing.members), slugs(&listing.former)),
            (vec!["san-pham-thu".into()], vec!["cu-thu".into()])
        );
    }

    #[test]
    fn aliases_redirect_in_both_languages() {
        let plan = fixture_plan(&fixture());
        let redirects: Vec<String> = plan.redirects.iter().map(|it| it.out().to_string()).collect();
        let aliases: Vec<&String> = redirects.iter().filter(|it| it.contains("san-pham/")).collect();
        assert_eq!(aliases, ["san-pham/cu-cu/index.html", "en/san-pham/cu-cu/index.html"]);
    }

    #[test]
    fn codes_have_a_short_address_in_capitals() {
        let plan = fixture_plan(&fixture());
        let codes: Vec<&Redirect> = plan.redirects.iter().filter(|it| it.from.path() == "Q/TH01").collect();
        assert_eq!(codes.len(), 2);
        assert_eq!(codes[0].to.path(), "san-pham/san-pham-thu");
        assert_eq!(plan.base.absolute_in_capitals("/Q/TH01/"), "HTTPS://THU.EXAMPLE/Q/TH01/");
    }

    #[test]
    fn two_pages_never_claim_one_path() {
        let page = "---\ntitle: X\ndescription: X.\n---\n\nX.\n";
        let (catalogue, config) = fixture_with(&[("pages/san-pham.md", page)]);
        let (_, found) = plan(&catalogue, &config);
        let found: Vec<(Code, &str)> = found.0.iter().map(|it| (it.code, it.file.as_str())).collect();
        assert_eq!(found, [(Code::RouteCollision, "pages/san-pham.md")]);
    }

    #[test]
    fn every_page_has_its_own_file_in_each_language() {
        let plan = fixture_plan(&fixture());
        let outs: BTreeSet<OutPath> = plan.pages.iter().map(Page::out).collect();
        assert_eq!(outs.len(), plan.pages.len());
        assert_eq!(plan.pages.len(), plan.paths.len() * 2);
    }
}
