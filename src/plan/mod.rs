//! Catalogue → plan: every URL of the site, before anything is rendered.
//!
//! Keeps two promises: no two pages claim one path (`route-collision`), and rendering cannot invent an address, since
//! links are made from what stands here. Work is linear in the number of products: lists are built once. Search,
//! map, enquiry list, labels and offline come later; their addresses are claimed by no page yet.

pub mod claims;
pub mod facet;
pub mod listing;
pub mod near;
pub mod pages;
pub mod paths;
pub mod related;
pub mod route;

use std::collections::BTreeSet;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::config::SiteConfig;
use crate::diag::Diagnostics;
use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::plan::facet::Facet;
use crate::plan::listing::Listings;
use crate::plan::near::Neighbourhood;
use crate::plan::paths::UnitSlugs;
use crate::plan::related::Related;
use crate::plan::route::{BaseUrl, Route};

/// Everything that the site will consist of.
#[derive(Debug, Clone, PartialEq)]
pub struct SitePlan {
    pub base: BaseUrl,
    pub languages: Vec<Lang>,
    /// By path, then language.
    pub pages: Vec<Page>,
    pub redirects: Vec<Redirect>,
    /// Pictures of entries, to be copied as they are.
    pub pictures: Vec<PictureFile>,
    pub listings: Listings,
    pub near: Neighbourhood,
    pub related: Related,
    pub slugs: UnitSlugs,
    /// Paths with a page, the same in every language.
    paths: BTreeSet<String>,
}

/// One page in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub route: Route,
    pub out: OutPath,
    pub kind: PageKind,
}

impl Page {
    pub const fn lang(&self) -> Lang {
        self.route.lang()
    }
}

/// What a page shows; it decides template and view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    Home,
    /// A page of a list of products, counted from 1.
    Listing(Facet, usize),
    Entry(EntryRef),
    Entries(EntryKind),
    Facets(FacetKind),
    Supply,
    /// A page of the buyers' table, counted from 1.
    SupplyTable(usize),
    Plans,
    /// Index into the catalogue's plans.
    PlanYear(usize),
    Data,
    Changes,
    Search,
    /// Index into the catalogue's pages.
    Text(usize),
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
    pub out: OutPath,
}

/// A picture file of the content and where it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Relative to the content folder.
    pub file: String,
    pub out: OutPath,
}

impl SitePlan {
    /// Whether a page lives at this path, in every language of the site.
    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// All paths with a page, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
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
        self.listings.get(facet)?;
        self.find_url(lang, &self.slugs.facet(catalogue, facet))
    }
}

/// Plans the whole site.
pub fn plan(catalogue: &Catalogue, config: &SiteConfig) -> (SitePlan, Diagnostics) {
    let listings = Listings::build(catalogue);
    let slugs = UnitSlugs::new(catalogue, &config.home_province);
    let (drafts, diagnostics) = pages::draft(catalogue, &listings, &slugs);
    let mut languages = config.languages.clone();
    languages.sort();
    let pages = drafts.pages.iter().flat_map(|(path, kind)| {
        languages.iter().map(move |lang| {
            let route = Route::new(*lang, path);
            Page { out: route.out(), route, kind: *kind }
        })
    });
    let redirects = drafts.redirects.iter().flat_map(|(from, to)| {
        languages.iter().map(move |lang| {
            let (from, to) = (Route::new(*lang, from), Route::new(*lang, to));
            Redirect { out: from.out(), from, to }
        })
    });
    let (pages, redirects) = (pages.collect(), redirects.collect());
    let site_plan = SitePlan {
        base: BaseUrl::new(&config.base_url),
        pages,
        redirects,
        pictures: pages::pictures(catalogue),
        near: Neighbourhood::build(catalogue),
        related: Related::build(catalogue, &listings),
        paths: drafts.pages.iter().map(|(path, _)| path.clone()).collect(),
        languages,
        listings,
        slugs,
    };
    (site_plan, diagnostics)
}
