//! Which pages exist.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Diagnostics;
use crate::media::recipe::{Original, Variant};
use crate::model::Catalogue;
use crate::model::entry::Head;
use crate::model::id::*;
use crate::plan::claims::{Claimant, Claims};
use crate::plan::facet::Facet;
use crate::plan::listing::{Listings, PER_PAGE};
use crate::plan::paths::{self, UnitSlugs};
use crate::plan::route::NOT_FOUND;
use crate::plan::sheets;
use crate::plan::shelves::Shelves;
use crate::plan::{EntryKind, FacetKind, PageKind, PictureFile};
use crate::report::desk::{Desk, Shelf};

/// Pages and redirects by path, before they are multiplied by languages.
#[derive(Debug, Default)]
pub struct Drafts {
    pub pages: Vec<(Arc<str>, PageKind)>,
    pub redirects: Vec<(Arc<str>, Arc<str>)>,
}

struct Draft<'c> {
    drafts: Drafts,
    claims: Claims<'c>,
}

/// Every page of the site, once. Fixed pages claim their paths first, then lists, then what authors wrote.
pub fn draft(
    catalogue: &Catalogue,
    listings: &Listings,
    shelves: &Shelves,
    slugs: &UnitSlugs,
    desk: &Desk,
) -> (Drafts, Diagnostics) {
    let mut draft = Draft { drafts: Drafts::default(), claims: Claims::default() };
    draft.fixed(catalogue, desk);
    draft.overviews(listings, shelves);
    draft.lists(catalogue, listings, slugs);
    draft.entries(catalogue);
    draft.sheets(catalogue, listings, slugs);
    draft.texts(catalogue);
    draft.aliases(catalogue);
    draft.codes(catalogue);
    draft.drafts.pages.par_sort_unstable();
    draft.drafts.redirects.par_sort_unstable();
    (draft.drafts, draft.claims.diagnostics)
}

impl<'c> Draft<'c> {
    fn own(&mut self, path: impl AsRef<str>, kind: PageKind) {
        self.page(path.as_ref(), kind, Claimant::own());
    }

    fn page(&mut self, path: &str, kind: PageKind, claimant: Claimant<'c>) {
        let path: Arc<str> = path.into();
        if self.claims.claim(&path, claimant) {
            self.drafts.pages.push((path, kind));
        }
    }

    fn fixed(&mut self, catalogue: &'c Catalogue, desk: &Desk) {
        self.own("", PageKind::Home);
        self.own(NOT_FOUND, PageKind::NotFound);
        self.own(paths::SEARCH, PageKind::Search);
        self.own(paths::MAP, PageKind::Map);
        self.own(paths::OFFLINE, PageKind::Offline);
        self.own(paths::DATA, PageKind::Data);
        self.own(paths::CHANGES, PageKind::Changes);
        self.own(paths::PLANS, PageKind::Plans);
        for (at, plan) in catalogue.plans.iter().enumerate() {
            self.page(&format!("{}/{}", paths::PLANS, plan.year), PageKind::PlanYear(at), Claimant::file(&plan.file));
        }
        self.desk(desk);
        self.own(paths::SUPPLY, PageKind::Supply);
        let rows = catalogue.products.iter().filter(|product| !product.is_bare()).count();
        for number in 1..=rows.div_ceil(PER_PAGE).max(1) {
            self.own(paths::page_of(paths::SUPPLY_TABLE, number), PageKind::SupplyTable(number));
        }
        self.own(paths::ENQUIRY, PageKind::Enquiry);
        for number in 1..=catalogue.products.len().div_ceil(PER_PAGE).max(1) {
            self.own(paths::page_of(paths::CHECK, number), PageKind::Check(number));
        }
    }

    fn desk(&mut self, desk: &Desk) {
        self.own(paths::DESK, PageKind::Desk);
        for shelf in Shelf::ALL {
            for number in 1..=desk.tasks(shelf).len().div_ceil(PER_PAGE) {
                self.own(paths::page_of(&paths::shelf(shelf), number), PageKind::DeskShelf(shelf, number));
            }
        }
    }

    fn overviews(&mut self, listings: &Listings, shelves: &Shelves) {
        for kind in EntryKind::ALL {
            for number in 1..=shelves.pages(kind) {
                self.own(paths::page_of(kind.path(), number), PageKind::Entries(kind, number));
            }
        }
        for (path, kind) in [
            (paths::DISTRICTS, FacetKind::Districts),
            (paths::COMMUNES, FacetKind::Communes),
            (paths::FORMER, FacetKind::Former),
            (paths::STARS, FacetKind::Stars),
            (paths::GROUPS, FacetKind::Groups),
            (paths::STATES, FacetKind::States),
        ] {
            self.own(path, PageKind::Facets(kind));
        }
        // The season page stays even without data: it says that no source tells the season yet.
        self.own(paths::MONTHS, PageKind::Facets(FacetKind::Months));
        if listings.get(Facet::All).is_none() {
            self.own(paths::PRODUCTS, PageKind::Listing(Facet::All, 1));
        }
    }

    fn lists(&mut self, catalogue: &Catalogue, listings: &Listings, slugs: &UnitSlugs) {
        for (facet, listing) in listings.iter() {
            let path = slugs.facet(catalogue, facet);
            for number in 1..=listing.pages() {
                self.own(paths::page_of(&path, number), PageKind::Listing(facet, number));
            }
        }
    }

    fn entries(&mut self, catalogue: &'c Catalogue) {
        for entry in catalogue.entries() {
            let file = match entry {
                EntryRef::Source(id) => &catalogue[id].file,
                other => &catalogue.head(other).expect("only sources have no head").file,
            };
            self.page(&paths::entry(catalogue, entry), PageKind::Entry(entry), Claimant::file(file));
        }
    }

    fn sheets(&mut self, catalogue: &Catalogue, listings: &Listings, slugs: &UnitSlugs) {
        for sheet in sheets::all(catalogue, listings) {
            self.own(sheet.path(catalogue, slugs), PageKind::Sheet(sheet));
        }
    }

    fn texts(&mut self, catalogue: &'c Catalogue) {
        let beside = |slug: &str| paths::WITH_TEXT.contains(&slug);
        let texts = catalogue.pages.iter().enumerate().filter(|(_, page)| !beside(&page.slug));
        for (at, page) in texts {
            self.page(&page.slug, PageKind::Text(at), Claimant::file(&page.file));
        }
    }

    fn aliases(&mut self, catalogue: &'c Catalogue) {
        for entry in catalogue.entries() {
            let (file, aliases) = match entry {
                EntryRef::Source(id) => (&catalogue[id].file, &catalogue[id].aliases),
                other => {
                    let head = catalogue.head(other).expect("only sources have no head");
                    (&head.file, &head.aliases)
                }
            };
            let target = paths::entry(catalogue, entry);
            for (at, alias) in aliases.iter().enumerate() {
                self.redirect(&format!("{}/{alias}", paths::folder(entry)), &target, Claimant::alias(file, at));
            }
        }
        for page in &catalogue.pages {
            for (at, alias) in page.aliases.iter().enumerate() {
                self.redirect(alias, &page.slug, Claimant::alias(&page.file, at));
            }
        }
    }

    /// A short address for each code, since it stands on labels.
    fn codes(&mut self, catalogue: &'c Catalogue) {
        for id in catalogue.product_ids() {
            let product = &catalogue[id];
            let Some(code) = &product.code else { continue };
            let path = format!("{}/{code}", paths::CODES);
            // A code that two products bear has its own finding.
            if !self.claims.has(&path) {
                let target = paths::entry(catalogue, EntryRef::Product(id));
                self.redirect(&path, &target, Claimant::file(&product.head.file));
            }
        }
    }

    fn redirect(&mut self, from: &str, to: &str, claimant: Claimant<'c>) {
        let from: Arc<str> = from.into();
        if self.claims.claim(&from, claimant) {
            self.drafts.redirects.push((from, to.into()));
        }
    }
}

/// Pictures of all entries but spirits, which may have none.
pub fn pictures(catalogue: &Catalogue) -> Vec<PictureFile> {
    let mut files: Vec<PictureFile> = catalogue
        .entries()
        .into_iter()
        .filter(|entry| !matches!(entry, EntryRef::Product(id) if catalogue[*id].is_bare()))
        .filter_map(|entry| catalogue.head(entry))
        .flat_map(picture_files)
        .collect();
    files.sort_by(|left, right| left.file.cmp(&right.file));
    files.dedup();
    files
}

fn picture_files(head: &Head) -> impl Iterator<Item = PictureFile> {
    head.pictures.iter().filter_map(|picture| {
        let original = Original { digest: picture.digest, width: picture.width, height: picture.height };
        let out = |variant: Variant| Some((original.out(&picture.file, &variant)?, variant));
        let files = original.variants().into_iter().map(out).collect::<Option<_>>()?;
        Some(PictureFile { file: picture.file.clone(), original, files })
    })
}
