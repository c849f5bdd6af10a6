//! Records to the catalogue: ids become links, what follows from them is computed for the build date, and what cannot
//! be is reported.
//!
//! Always yields a usable catalogue: an entry with a mistake is left out, and nothing that refers to it is reported
//! again, since `names` remembers the ids of broken files.

mod certificate;
mod contacts;
mod context;
mod course;
mod holidays;
pub mod link_check;
mod links;
mod located;
mod names;
mod occurrence;
mod opening;
mod outlines;
mod papers;
mod people;
mod phrases;
pub mod pictures;
mod places;
mod products;
mod recognitions;
mod references;
pub mod remarks;
mod stops;
mod taxonomy;
mod unique;
mod visits;
pub mod wording;

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::config::SiteConfig;
use crate::diag::Diagnostics;
use crate::memo::Memo;
use crate::model::Catalogue;
use crate::model::id::ProducerId;
use crate::model::links::Links;
use crate::model::people::{PointOfSale, Producer};
use crate::model::product::Product;
use crate::model::source::Source;
use crate::read::{Notes, Record, Records, raw};
use crate::resolve::context::Context;
use crate::resolve::links::Linked;
use crate::resolve::names::Names;
use crate::resolve::opening::Window;
use crate::resolve::pictures::Looks;
use crate::resolve::references::KnownPlaces;
use crate::resolve::taxonomy::Classes;
use crate::source::Sources;

/// What linking gave, entry by entry, for the next time.
#[derive(Default)]
pub struct Resolved {
    wording: Memo<Arc<Notes>, Arc<Diagnostics>>,
    pictures: Looks,
    /// What the rest was resolved against.
    context: Option<Arc<Context>>,
    entries: Entries,
    linked: Linked,
}

/// What is thrown away when the surroundings are others.
#[derive(Default)]
struct Entries {
    references: Memo<Arc<Notes>, Arc<Diagnostics>>,
    products: Each<raw::product::Product, Option<Arc<Product>>>,
    producers: Each<raw::producer::Producer, Arc<Producer>>,
    points_of_sale: Each<raw::outlet::PointOfSale, Arc<PointOfSale>>,
}

/// Entries with what was found wrong with them.
type Each<R, T> = Memo<Arc<Record<R>>, (T, Arc<Diagnostics>)>;

/// Links `records` into the catalogue of `today`.
///
/// # Errors
/// When a picture cannot be read from the disk.
pub fn resolve(
    records: &Records,
    sources: &Sources,
    config: &SiteConfig,
    today: Date,
) -> anyhow::Result<(Catalogue, Diagnostics)> {
    let (catalogue, diagnostics, _) = resolve_again(records, sources, config, today, &Resolved::default())?;
    Ok((catalogue, diagnostics))
}

/// As [`resolve`]; entries whose files and surroundings are as they were in `earlier` are not resolved again.
///
/// # Errors
/// As [`resolve`].
pub fn resolve_again(
    records: &Records,
    sources: &Sources,
    config: &SiteConfig,
    today: Date,
    earlier: &Resolved,
) -> anyhow::Result<(Catalogue, Diagnostics, Resolved)> {
    let (sizes, mut diagnostics, pictures) = pictures::check(records, sources, &earlier.pictures)?;
    let ((context, found), (twice, wording)) = rayon::join(
        || surroundings(records, sizes, config, today),
        || {
            let wording = earlier.wording.again(records.notes.clone(), |notes| Arc::new(wording::check(notes)));
            (unique::check(records), wording)
        },
    );
    diagnostics.append(found);
    diagnostics.append(twice);
    told(wording.values(), &mut diagnostics);
    let (context, kept) = match &earlier.context {
        Some(same) if **same == context => (same.clone(), Kept::All),
        Some(former) if former.same_but_products(&context) => {
            let places = former.places.clone();
            (Arc::new(Context { places, ..context }), Kept::ButProducts)
        }
        _ => (Arc::new(context), Kept::Nothing),
    };
    let entries = entries(&context, records, &earlier.entries, kept, &mut diagnostics);
    let (catalogue, linked) = catalogue(&context, records, &entries, &earlier.linked, &mut diagnostics);
    let resolved = Resolved { wording, pictures, context: Some(context), entries, linked };
    Ok((catalogue, diagnostics, resolved))
}

fn told<'d>(found: impl Iterator<Item = &'d Arc<Diagnostics>>, diagnostics: &mut Diagnostics) {
    found.for_each(|found| diagnostics.0.extend(found.0.iter().cloned()));
}

fn surroundings(
    records: &Records,
    pictures: pictures::Pictures,
    config: &SiteConfig,
    today: Date,
) -> (Context, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut names = Names::new(records, &config.home_province);
    let (classes, found) = taxonomy::resolve(records.taxonomy.as_deref(), &names);
    diagnostics.append(found);
    let (mut places, found) = places::resolve(&records.places, &mut names);
    diagnostics.append(found);
    diagnostics.append(outlines::resolve(&records.outlines, &names, &mut places));
    let names = drop_unlinkable(records, &classes, names);
    let documents: Vec<Source> =
        records.sources.iter().map(|record| papers::document(record, &names, today, &mut diagnostics)).collect();
    let window = Window::new(today);
    (Context { names, places: Arc::new(places), classes, documents, pictures, today, window }, diagnostics)
}

/// Products whose producer or class does not exist are left out of the arenas: their ids stay known, without a place.
fn drop_unlinkable(records: &Records, classes: &Classes, mut names: Names) -> Names {
    let linkable = |record: &&Arc<Record<raw::product::Product>>| {
        names.producer(&record.value.producer).is_some()
            && classes.read(&record.value.category, "", &mut Diagnostics::default()).is_some()
    };
    let kept: Vec<&Arc<Record<_>>> = records.products.par_iter().filter(linkable).collect();
    if kept.len() < records.products.len() {
        names.keep_products(kept.iter().map(|record| record.id.clone()));
    }
    names
}

fn entries(
    context: &Context,
    records: &Records,
    former: &Entries,
    kept: Kept,
    diagnostics: &mut Diagnostics,
) -> Entries {
    let known = KnownPlaces::of(&context.names);
    let references = former.references.again_where(
        records.notes.clone(),
        |_, _| kept == Kept::All,
        |_, notes| Arc::new(references::check(notes, &context.names, known)),
    );
    told(references.values(), diagnostics);
    // A product names no other product; where it is sold is linked later.
    let fits = |_: &Record<_>| kept.holds(false);
    let product = |record: &Record<_>, found: &mut Diagnostics| products::resolve(context, record, found).map(Arc::new);
    let products = each(&former.products, &records.products, fits, product, diagnostics);
    let fits = |record: &Record<_>| kept.holds(people::producer_names_products(record));
    let producer = |record: &Record<_>, found: &mut Diagnostics| Arc::new(people::producer(context, record, found));
    let producers = each(&former.producers, &records.producers, fits, producer, diagnostics);
    let fits = |record: &Record<_>| kept.holds(people::point_of_sale_names_products(record));
    let point = |record: &Record<_>, found: &mut Diagnostics| Arc::new(people::point_of_sale(context, record, found));
    let points_of_sale = each(&former.points_of_sale, &records.points_of_sale, fits, point, diagnostics);
    Entries { references, products, producers, points_of_sale }
}

/// Which entries would resolve as they did the last time, if their own files are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    All,
    /// Those that name no product: products came, went or moved to another place in their arena.
    ButProducts,
    Nothing,
}

impl Kept {
    fn holds(self, names_products: bool) -> bool {
        self == Kept::All || self == Kept::ButProducts && !names_products
    }
}

/// Resolves in parallel the records that are new or no longer fit; values and findings keep their order.
fn each<R: Send + Sync, T: Clone + Send + Sync>(
    former: &Each<R, T>,
    records: &[Arc<Record<R>>],
    fits: impl Fn(&Record<R>) -> bool + Sync,
    resolve: impl Fn(&Record<R>, &mut Diagnostics) -> T + Sync,
    diagnostics: &mut Diagnostics,
) -> Each<R, T> {
    let make = |_, record: &Arc<Record<R>>| {
        let mut found = Diagnostics::default();
        (resolve(record, &mut found), Arc::new(found))
    };
    let resolved = former.again_where(records.to_vec(), |at, _| fits(&records[at]), make);
    told(resolved.values().map(|(_, found)| found), diagnostics);
    resolved
}

/// As [`each`], of kinds of which a catalogue has too few to keep them for the next time.
fn all<R: Send + Sync, T: Send>(
    records: &[Arc<Record<R>>],
    resolve: impl Fn(&Record<R>, &mut Diagnostics) -> T + Sync,
    diagnostics: &mut Diagnostics,
) -> Vec<T> {
    let resolved: Vec<(T, Diagnostics)> = records
        .par_iter()
        .map(|record| {
            let mut found = Diagnostics::default();
            (resolve(record, &mut found), found)
        })
        .collect();
    let tell = |(value, found)| {
        diagnostics.append(found);
        value
    };
    resolved.into_iter().map(tell).collect()
}

fn catalogue(
    context: &Context,
    records: &Records,
    entries: &Entries,
    former: &Linked,
    diagnostics: &mut Diagnostics,
) -> (Catalogue, Linked) {
    let venues = all(&records.venues, |record, found| people::venue(context, record, found), diagnostics);
    let destinations =
        all(&records.destinations, |record, found| visits::destination(context, record, found), diagnostics);
    let routes = all(&records.routes, |record, found| visits::route(context, record, found), diagnostics);
    let events = all(&records.events, |record, found| visits::event(context, record, found), diagnostics);
    let mut plans = all(&records.plans, |record, found| papers::year_plan(context, record, found), diagnostics);
    plans.sort_by_key(|plan| plan.year);
    let mut catalogue = Catalogue {
        date: context.today,
        products: entries.products.values().filter_map(|(product, _)| product.clone()).collect(),
        producers: entries.producers.values().map(|(producer, _)| producer.clone()).collect(),
        points_of_sale: entries.points_of_sale.values().map(|(point, _)| point.clone()).collect(),
        venues,
        destinations,
        routes,
        events,
        sources: context.documents.clone(),
        places: context.places.clone(),
        taxonomy: context.classes.taxonomy.clone(),
        plans,
        pages: papers::pages(records),
        remarks: Vec::new(),
        links_tried: None,
        links: Links::default(),
    };
    let linked = links::fill(&mut catalogue, &stocked_producers(context, records), former);
    stops::check(context, &catalogue, &records.routes, diagnostics);
    (catalogue, linked)
}

fn stocked_producers(context: &Context, records: &Records) -> Vec<Vec<ProducerId>> {
    let of = |record: &Arc<Record<raw::outlet::PointOfSale>>| {
        let stocks = record.value.stocks.as_ref();
        stocks.into_iter().flat_map(|stocks| &stocks.producers).filter_map(|id| context.names.producer(id)).collect()
    };
    records.points_of_sale.iter().map(of).collect()
}
