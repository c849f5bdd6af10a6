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
mod links;
mod located;
mod names;
mod opening;
mod papers;
mod people;
mod phrases;
pub mod pictures;
mod places;
mod products;
mod recognitions;
mod references;
mod taxonomy;
mod unique;
mod visits;
pub mod wording;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::config::SiteConfig;
use crate::diag::Diagnostics;
use crate::model::Catalogue;
use crate::model::id::ProducerId;
use crate::model::links::Links;
use crate::model::source::Source;
use crate::read::Records;
use crate::resolve::context::Context;
use crate::resolve::names::Names;
use crate::resolve::opening::Window;
use crate::resolve::taxonomy::Classes;
use crate::source::Sources;

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
    let (pictures, mut diagnostics) = pictures::check(records, sources)?;
    let (classes, found) = taxonomy::resolve(records.taxonomy.as_ref());
    diagnostics.append(found);
    let mut names = Names::new(records, &config.home_province);
    let (places, found) = places::resolve(&records.places, &mut names);
    diagnostics.append(found);
    let names = drop_unlinkable(records, &classes, names);
    diagnostics.append(references::check(&records.references, &names));
    diagnostics.append(unique::check(records));
    diagnostics.append(wording::check(records, sources));
    let documents: Vec<Source> =
        records.sources.iter().map(|record| papers::document(record, &names, today, &mut diagnostics)).collect();
    let context = Context {
        sources,
        names: &names,
        places: &places,
        documents: &documents,
        pictures: &pictures,
        today,
        window: &Window::new(today),
    };
    let catalogue = entries(&context, classes, records, &mut diagnostics);
    Ok((catalogue, diagnostics))
}

/// Products whose producer or class does not exist are left out of the arenas: their ids stay known, without a place.
fn drop_unlinkable(records: &Records, classes: &Classes, mut names: Names) -> Names {
    let linkable = |record: &&crate::read::Record<crate::read::raw::product::Product>| {
        names.producer(&record.value.producer).is_some()
            && classes.read(&record.value.category, "", &mut Diagnostics::default()).is_some()
    };
    let kept: Vec<String> = records.products.iter().filter(linkable).map(|record| record.id.clone()).collect();
    names.keep_products(&kept);
    names
}

fn entries(context: &Context, classes: Classes, records: &Records, diagnostics: &mut Diagnostics) -> Catalogue {
    let products =
        each(&records.products, diagnostics, |record, out| products::resolve(context, &classes, record, out));
    let products = products.into_iter().flatten().collect();
    let producers = each(&records.producers, diagnostics, |record, out| people::producer(context, record, out));
    let points_of_sale =
        each(&records.points_of_sale, diagnostics, |record, out| people::point_of_sale(context, record, out));
    let venues = records.venues.iter().map(|record| people::venue(context, record, diagnostics)).collect();
    let destinations =
        records.destinations.iter().map(|record| visits::destination(context, record, diagnostics)).collect();
    let routes = records.routes.iter().map(|record| visits::route(context, record, diagnostics)).collect();
    let events = records.events.iter().map(|record| visits::event(context, record, diagnostics)).collect();
    let mut plans: Vec<_> =
        records.plans.iter().map(|record| papers::year_plan(context, record, diagnostics)).collect();
    plans.sort_by_key(|plan| plan.year);
    let mut catalogue = Catalogue {
        date: context.today,
        products,
        producers,
        points_of_sale,
        venues,
        destinations,
        routes,
        events,
        sources: context.documents.to_vec(),
        places: context.places.clone(),
        taxonomy: classes.taxonomy,
        plans,
        pages: papers::pages(context, records),
        links: Links::default(),
    };
    links::fill(&mut catalogue, &stocked_producers(context, records));
    catalogue
}

/// Resolves the records in parallel; values and findings keep their order.
fn each<R: Sync, T: Send>(
    records: &[R],
    diagnostics: &mut Diagnostics,
    resolve: impl Fn(&R, &mut Diagnostics) -> T + Sync,
) -> Vec<T> {
    let resolve = |record| {
        let mut found = Diagnostics::default();
        (resolve(record, &mut found), found)
    };
    let resolved: Vec<(T, Diagnostics)> = records.par_iter().map(resolve).collect();
    let values = resolved.into_iter().map(|(value, found)| {
        diagnostics.append(found);
        value
    });
    values.collect()
}

fn stocked_producers(context: &Context, records: &Records) -> Vec<Vec<ProducerId>> {
    let of = |record: &crate::read::Record<crate::read::raw::outlet::PointOfSale>| {
        let stocks = record.value.stocks.as_ref();
        stocks.into_iter().flat_map(|stocks| &stocks.producers).filter_map(|id| context.names.producer(id)).collect()
    };
    records.points_of_sale.iter().map(of).collect()
}
