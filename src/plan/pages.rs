//! Which pages exist.

use rayon::prelude::*;

use crate::diag::Diagnostics;
use crate::media::recipe::{Original, Variant};
use crate::model::Catalogue;
use crate::model::entry::Head;
use crate::model::id::*;
use crate::model::plan::YearPlan;
use crate::plan::claims::{Claim, Drafts, settle};
use crate::plan::facet::Facet;
use crate::plan::listing::{Listings, PER_PAGE};
use crate::plan::paths::{self, UnitSlugs};
use crate::plan::route::NOT_FOUND;
use crate::plan::sheets::{self, Sheet};
use crate::plan::shelves::Shelves;
use crate::plan::{EntryKind, FacetKind, PageKind, PictureFile};
use crate::report::desk::{Desk, Shelf};

/// Every page of the site, once. Fixed pages claim their paths first, then lists, then what authors wrote.
pub fn draft<'c>(
    catalogue: &'c Catalogue,
    listings: &Listings,
    shelves: &Shelves,
    slugs: &UnitSlugs,
    desk: &Desk,
) -> (Drafts, Diagnostics) {
    let mut claims = fixed(catalogue, desk);
    claims.extend(overviews(listings, shelves));
    let parts: [&(dyn Fn() -> Vec<Claim<'c>> + Sync); 6] = [
        &|| lists(catalogue, listings, slugs),
        &|| entries(catalogue),
        &|| sheets(catalogue, listings, slugs),
        &|| texts(catalogue),
        &|| aliases(catalogue),
        &|| codes(catalogue),
    ];
    let parts: Vec<Vec<Claim>> = parts.par_iter().map(|part| part()).collect();
    claims.extend(parts.into_iter().flatten());
    settle(claims)
}

fn fixed<'c>(catalogue: &'c Catalogue, desk: &Desk) -> Vec<Claim<'c>> {
    let mut claims: Vec<Claim> = [
        ("", PageKind::Home),
        (NOT_FOUND, PageKind::NotFound),
        (paths::SEARCH, PageKind::Search),
        (paths::MAP, PageKind::Map),
        (paths::OFFLINE, PageKind::Offline),
        (paths::DATA, PageKind::Data),
        (paths::CHANGES, PageKind::Changes),
        (paths::PLANS, PageKind::Plans),
        (paths::SUPPLY, PageKind::Supply),
        (paths::ENQUIRY, PageKind::Enquiry),
        (paths::DESK, PageKind::Desk),
    ]
    .map(|(path, kind)| Claim::own(path, kind))
    .into();
    let year = |(at, plan): (usize, &'c YearPlan)| {
        Claim::page(&paths::year_plan(plan.year), PageKind::PlanYear(at), &plan.file)
    };
    claims.extend(catalogue.plans.iter().enumerate().map(year));
    for shelf in Shelf::ALL {
        claims.extend(numbered(&paths::shelf(shelf), desk.tasks(shelf).len().div_ceil(PER_PAGE), |number| {
            PageKind::DeskShelf(shelf, number)
        }));
    }
    let rows = catalogue.products.iter().filter(|product| !product.is_bare()).count();
    claims.extend(numbered(paths::SUPPLY_TABLE, rows.div_ceil(PER_PAGE).max(1), PageKind::SupplyTable));
    claims.extend(numbered(paths::CHECK, catalogue.products.len().div_ceil(PER_PAGE).max(1), PageKind::Check));
    claims
}

/// The pages of a list that begins at `path`.
fn numbered<'c>(path: &str, pages: usize, kind: impl Fn(usize) -> PageKind) -> impl Iterator<Item = Claim<'c>> {
    (1..=pages).map(move |number| Claim::own(paths::page_of(path, number), kind(number)))
}

fn overviews<'c>(listings: &Listings, shelves: &Shelves) -> Vec<Claim<'c>> {
    let mut claims = Vec::new();
    for kind in EntryKind::ALL {
        claims.extend(numbered(kind.path(), shelves.pages(kind), |number| PageKind::Entries(kind, number)));
    }
    let facets = [
        (paths::DISTRICTS, FacetKind::Districts),
        (paths::COMMUNES, FacetKind::Communes),
        (paths::FORMER, FacetKind::Former),
        (paths::STARS, FacetKind::Stars),
        (paths::GROUPS, FacetKind::Groups),
        (paths::STATES, FacetKind::States),
        // The season page stays even without data: it says that no source tells the season yet.
        (paths::MONTHS, FacetKind::Months),
    ];
    claims.extend(facets.map(|(path, kind)| Claim::own(path, PageKind::Facets(kind))));
    if listings.get(Facet::All).is_none() {
        claims.push(Claim::own(paths::PRODUCTS, PageKind::Listing(Facet::All, 1)));
    }
    claims
}

fn lists<'c>(catalogue: &Catalogue, listings: &Listings, slugs: &UnitSlugs) -> Vec<Claim<'c>> {
    let mut claims = Vec::new();
    for (facet, listing) in listings.iter() {
        let path = slugs.facet(catalogue, facet);
        claims.extend(numbered(&path, listing.pages(), |number| PageKind::Listing(facet, number)));
    }
    claims
}

/// The file of an entry, and the addresses that it once had.
fn written(catalogue: &Catalogue, entry: EntryRef) -> (&str, &[String]) {
    match entry {
        EntryRef::Source(id) => (&catalogue[id].file, &catalogue[id].aliases),
        other => {
            let head = catalogue.head(other).expect("only sources have no head");
            (&head.file, &head.aliases)
        }
    }
}

fn entries(catalogue: &Catalogue) -> Vec<Claim<'_>> {
    let page = |entry: EntryRef| {
        Claim::page(&paths::entry(catalogue, entry), PageKind::Entry(entry), written(catalogue, entry).0)
    };
    catalogue.entries().into_iter().map(page).collect()
}

fn sheets<'c>(catalogue: &Catalogue, listings: &Listings, slugs: &UnitSlugs) -> Vec<Claim<'c>> {
    let page = |sheet: Sheet| Claim::own(sheet.path(catalogue, slugs), PageKind::Sheet(sheet));
    sheets::all(catalogue, listings).map(page).collect()
}

fn texts(catalogue: &Catalogue) -> Vec<Claim<'_>> {
    let beside = |slug: &str| paths::WITH_TEXT.contains(&slug);
    let texts = catalogue.pages.iter().enumerate().filter(|(_, page)| !beside(&page.slug));
    texts.map(|(at, page)| Claim::page(&page.slug, PageKind::Text(at), &page.file)).collect()
}

fn aliases(catalogue: &Catalogue) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for entry in catalogue.entries() {
        let (file, aliases) = written(catalogue, entry);
        for (at, alias) in aliases.iter().enumerate() {
            let path = format!("{}/{alias}", paths::folder(entry));
            claims.push(Claim::alias(&path, &paths::entry(catalogue, entry), file, at));
        }
    }
    for page in &catalogue.pages {
        let alias = |(at, alias): (usize, &String)| Claim::alias(alias, &page.slug, &page.file, at);
        claims.extend(page.aliases.iter().enumerate().map(alias));
    }
    claims
}

/// A short address for each code, since it stands on labels. A code that two products bear has its own finding.
fn codes(catalogue: &Catalogue) -> Vec<Claim<'_>> {
    let code = |id: ProductId| {
        let product = &catalogue[id];
        let path = format!("{}/{}", paths::CODES, product.code.as_ref()?);
        Some(Claim::other(&path, &paths::entry(catalogue, EntryRef::Product(id)), &product.head.file))
    };
    catalogue.product_ids().filter_map(code).collect()
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
