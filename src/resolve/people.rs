//! Producers, points of sale and venues.

use crate::diag::Diagnostics;
use crate::model::id::ProductId;
use crate::model::people::{OnSite, PointOfSale, Producer, Use, Venue, Visits};
use crate::read::Record;
use crate::read::raw::{outlet as raw_outlet, producer as raw};
use crate::resolve::context::{Context, HeadParts, all, not_future, optional};
use crate::resolve::{contacts, located};
use crate::source::field::FieldPath;

pub fn producer(context: &Context, record: &Record<raw::Producer>, diagnostics: &mut Diagnostics) -> Producer {
    let raw = &record.value;
    contacts::check(&raw.contacts, &record.file, diagnostics);
    Producer {
        head: context.head(
            record,
            HeadParts {
                name: &raw.name,
                other_names: &raw.other_names,
                aliases: &raw.aliases,
                summary: raw.summary.as_ref(),
                facts: &raw.facts,
                caveats: &raw.caveats,
                pictures: &raw.pictures,
                sources: &raw.sources,
            },
        ),
        name_basis: raw.name_basis,
        legal_form: raw.legal_form,
        place: place(context, raw.place.as_ref(), &record.file, diagnostics),
        website: raw.website.clone(),
        contacts: context.contacts(&raw.contacts),
        sells_on_site: raw.sells_on_site.as_ref().map(|raw| on_site(context, raw)),
        visits: raw.visits.as_ref().map(|raw| visits(context, raw)),
        products: Vec::new(),
    }
}

/// Whether it says which of its products it sells on site.
pub fn producer_names_products(record: &Record<raw::Producer>) -> bool {
    record.value.sells_on_site.as_ref().is_some_and(|on_site| !on_site.products.is_empty())
}

fn place(
    context: &Context,
    raw: Option<&crate::read::raw::common::Place>,
    file: &str,
    diagnostics: &mut Diagnostics,
) -> Option<crate::model::entry::Place> {
    located::place(context, raw, file, &FieldPath::root().key("place"), diagnostics)
}

fn on_site(context: &Context, raw: &raw::OnSite) -> OnSite {
    OnSite {
        products: raw.products.iter().filter_map(|id| context.names.product(id)).collect(),
        hours: context.hours(raw.opening_hours.as_ref(), &raw.source),
        note: optional(&raw.note),
        verified_on: raw.verified_on,
        sources: context.cited(&raw.source),
    }
}

fn visits(context: &Context, raw: &raw::Visits) -> Visits {
    Visits {
        welcomed: raw.welcomed,
        booking: optional(&raw.booking),
        hours: context.hours(raw.hours.as_ref(), &raw.source),
        languages: raw.languages.clone(),
        group_max: raw.group_max,
        fee: optional(&raw.fee),
        what: optional(&raw.what),
        sources: context.cited(&raw.source),
    }
}

pub fn point_of_sale(
    context: &Context,
    record: &Record<raw_outlet::PointOfSale>,
    diagnostics: &mut Diagnostics,
) -> PointOfSale {
    let raw = &record.value;
    contacts::check(&raw.contacts, &record.file, diagnostics);
    contacts::check_hours(raw.opening_hours.is_some(), &raw.opening_hours_source, &record.file, diagnostics);
    not_future(raw.verified_on, context.today, &record.file, FieldPath::root().key("verified_on"), diagnostics);
    PointOfSale {
        head: context.head(
            record,
            HeadParts {
                name: &raw.name,
                other_names: &[],
                aliases: &raw.aliases,
                summary: None,
                facts: &raw.facts,
                caveats: &raw.caveats,
                pictures: &raw.pictures,
                sources: &raw.sources,
            },
        ),
        kind: raw.kind,
        operator: optional(&raw.operator),
        producer: raw.producer.as_ref().and_then(|id| context.names.producer(id)),
        place: place(context, raw.place.as_ref(), &record.file, diagnostics),
        address: optional(&raw.address),
        website: raw.website.clone(),
        standing: context.standing(raw.status, raw.status_as_of, raw.verified_on, raw.verified_by.as_ref()),
        hours: context.hours(raw.opening_hours.as_ref(), &raw.opening_hours_source),
        stocks: stocked(context, raw),
        stocks_sources: raw.stocks.as_ref().map(|stocks| context.cited(&stocks.source)).unwrap_or_default(),
        payment: all(&raw.payment),
        parking: optional(&raw.parking),
        wholesale: raw.wholesale,
        contacts: context.contacts(&raw.contacts),
    }
}

/// Whether it says which products it stocks.
pub fn point_of_sale_names_products(record: &Record<raw_outlet::PointOfSale>) -> bool {
    record.value.stocks.as_ref().is_some_and(|stocks| !stocks.products.is_empty())
}

/// The products named; those of named producers are added once products are known (`links`).
fn stocked(context: &Context, raw: &raw_outlet::PointOfSale) -> Vec<ProductId> {
    let stocks = raw.stocks.as_ref();
    stocks.into_iter().flat_map(|stocks| &stocks.products).filter_map(|id| context.names.product(id)).collect()
}

pub fn venue(context: &Context, record: &Record<raw_outlet::Venue>, diagnostics: &mut Diagnostics) -> Venue {
    let raw = &record.value;
    contacts::check(&raw.contacts, &record.file, diagnostics);
    contacts::check_hours(raw.opening_hours.is_some(), &raw.opening_hours_source, &record.file, diagnostics);
    not_future(raw.verified_on, context.today, &record.file, FieldPath::root().key("verified_on"), diagnostics);
    Venue {
        head: context.head(
            record,
            HeadParts {
                name: &raw.name,
                other_names: &[],
                aliases: &raw.aliases,
                summary: None,
                facts: &raw.facts,
                caveats: &raw.caveats,
                pictures: &raw.pictures,
                sources: &raw.sources,
            },
        ),
        kind: raw.kind,
        producer: raw.producer.as_ref().and_then(|id| context.names.producer(id)),
        place: place(context, raw.place.as_ref(), &record.file, diagnostics),
        address: optional(&raw.address),
        website: raw.website.clone(),
        standing: context.standing(raw.status, raw.status_as_of, raw.verified_on, raw.verified_by.as_ref()),
        hours: context.hours(raw.opening_hours.as_ref(), &raw.opening_hours_source),
        uses: raw.uses.iter().filter_map(|raw| used(context, raw)).collect(),
        contacts: context.contacts(&raw.contacts),
    }
}

fn used(context: &Context, raw: &raw_outlet::Use) -> Option<Use> {
    Some(Use {
        product: context.names.product(&raw.product)?,
        how: raw.how,
        since: raw.since,
        verified_on: raw.verified_on,
        sources: context.cited(&raw.source),
    })
}
