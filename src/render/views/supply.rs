//! The buyers' gate and its printable table.

use serde::Serialize;

use crate::base::lang::Localized;
use crate::model::id::{EntryRef, ProducerId, ProductId, VenueId};
use crate::model::product::{Buying, Season};
use crate::plan::facet::Facet;
use crate::plan::listing::PER_PAGE;
use crate::plan::near::place;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::buyer::{self, FIELDS};
use crate::render::views::card::{Badge, StarsView};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::listing::{Pagination, pagination};
use crate::render::views::parts::{CountLink, Entry, Link, Text};
use crate::render::views::season::ranges;
use crate::render::views::{badges, enquiry, entries, facets, names, places, reach};

/// Context of `supply.html`: `/nguon-hang/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SupplyView {
    pub common: Common,
    pub table: Link,
    pub enquiry: Link,
    pub groups: Vec<CountLink>,
    pub months: Vec<CountLink>,
    pub districts: Vec<CountLink>,
    /// How many products have each field of the buyer's sheet.
    pub fields: Vec<FieldCoverage>,
    /// Producers with a published contact.
    pub reachable: Vec<Entry>,
    pub venues: Vec<Entry>,
    pub venues_url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FieldCoverage {
    pub label: String,
    pub known: usize,
    pub total: usize,
}

/// Context of `supply_table.html`: `/nguon-hang/bang/`, and one page a group when the catalogue is large.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SupplyTableView {
    pub common: Common,
    pub total_words: String,
    pub enquiry_url: String,
    pub pages: Option<Pagination>,
    pub rows: Vec<SupplyRow>,
}

/// One product; spirits are left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SupplyRow {
    /// What the enquiry list calls it.
    pub enquiry: String,
    pub code: Option<String>,
    pub name: Text,
    pub url: String,
    pub producer: Link,
    pub place: Option<Text>,
    pub stars: StarsView,
    pub badge: Option<Badge>,
    pub pack: Option<Text>,
    pub min_order: Option<Text>,
    pub capacity: Option<Text>,
    pub lead_time: Option<Text>,
    pub delivery: Option<Text>,
    /// "3–9".
    pub months: Option<String>,
    pub storage: Option<Text>,
    pub invoice: Option<String>,
    /// Of an organisation, or of a person who consented.
    pub phone: Option<String>,
    pub phone_url: Option<String>,
}

/// Fills the gate.
pub fn gate(ctx: &PageContext<'_>) -> SupplyView {
    let catalogue = ctx.catalogue();
    let reachable = catalogue.producer_ids().filter(|id| phone(ctx, *id).is_some()).map(EntryRef::Producer);
    let uses = |id: &VenueId| !catalogue[*id].uses.is_empty();
    let venues = (0..catalogue.venues.len()).map(VenueId::new).filter(uses).map(EntryRef::Venue);
    SupplyView {
        table: ctx.link(ctx.own(ctx.t("supply-table-heading")), paths::SUPPLY_TABLE),
        enquiry: ctx.link(ctx.own(ctx.t("enquiry-heading")), paths::ENQUIRY),
        groups: catalogue.group_ids().filter_map(|id| names::count_link(ctx, Facet::Group(id))).collect(),
        months: facets::months(ctx),
        districts: catalogue
            .district_ids()
            .filter_map(|id| ctx.count_link(names::district(ctx, id), Facet::District(id)))
            .collect(),
        fields: coverage(ctx),
        reachable: entries::entries(ctx, reachable),
        venues: entries::entries(ctx, venues),
        venues_url: ctx.url(paths::VENUES),
        common: frame::common(
            ctx,
            Frame { title: ctx.t("supply-heading"), description: ctx.t("supply-description"), ..Frame::default() },
        ),
    }
}

/// How many products tell each thing that a buyer asks.
fn coverage(ctx: &PageContext<'_>) -> Vec<FieldCoverage> {
    let products: Vec<_> = ctx.catalogue().products.iter().filter(|product| !product.is_bare()).collect();
    let total = products.len();
    let known = |field: &str| {
        let tells = |buying: &Buying| !buyer::values(ctx, buying, field).is_empty();
        products.iter().filter(|product| product.buying.as_ref().is_some_and(tells)).count()
    };
    let season = products.iter().filter(|product| product.season.is_some()).count();
    let price = products.iter().filter(|product| !product.prices.is_empty()).count();
    let row = |label: String, known: usize| FieldCoverage { label, known, total };
    let fields = FIELDS.iter().map(|field| row(ctx.t(&format!("row-{field}")), known(field)));
    fields.chain([row(ctx.t("row-season"), season), row(ctx.t("row-price"), price)]).collect()
}

/// A published phone of the producer.
fn phone<'a>(ctx: &PageContext<'a>, id: ProducerId) -> Option<&'a String> {
    ctx.catalogue()[id].contacts.iter().find_map(|contact| contact.phone.as_ref())
}

/// Fills a page of the table; spirits are left out.
pub fn table(ctx: &PageContext<'_>, number: usize) -> SupplyTableView {
    let catalogue = ctx.catalogue();
    // The display order puts spirits last, so the rest is its head.
    let all = ctx.plan().listings.get(Facet::All).map_or(&[][..], |listing| &listing.members);
    let sorted = &all[..all.partition_point(|id| !catalogue[*id].is_bare())];
    let heading = ctx.t("supply-table-heading");
    let title = frame::numbered(ctx, &heading, number);
    SupplyTableView {
        total_words: entries::products(ctx, sorted.len()),
        enquiry_url: ctx.url(paths::ENQUIRY),
        pages: pagination(ctx, paths::SUPPLY_TABLE, number, sorted.len().div_ceil(PER_PAGE)),
        rows: sorted.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).map(|id| row(ctx, *id)).collect(),
        common: frame::common(
            ctx,
            Frame {
                title,
                description: ctx.t("supply-table-description"),
                crumbs: vec![(ctx.own(ctx.t("supply-heading")), paths::SUPPLY.to_owned())],
                ..Frame::default()
            },
        ),
    }
}

fn row(ctx: &PageContext<'_>, id: ProductId) -> SupplyRow {
    let product = &ctx.catalogue()[id];
    let unknown = Buying::default();
    let buying = product.buying.as_ref().unwrap_or(&unknown);
    let one = |text: &Option<Localized>| text.as_ref().map(|text| ctx.text(text));
    let phone = phone(ctx, product.producer);
    SupplyRow {
        enquiry: enquiry::name(product),
        code: product.code.clone(),
        name: ctx.text(&product.head.name),
        url: ctx.entry_url(EntryRef::Product(id)),
        producer: ctx.entry_link(EntryRef::Producer(product.producer)),
        place: place(ctx.catalogue(), EntryRef::Product(id)).map(|place| places::short(ctx, place)),
        stars: badges::stars(ctx, &product.certificate),
        badge: badges::badges(ctx, product).into_iter().next(),
        pack: buying.kitchen_packs.first().or(buying.retail_packs.first()).map(|pack| ctx.text(pack)),
        min_order: one(&buying.min_order),
        capacity: one(&buying.capacity_per_month),
        lead_time: one(&buying.lead_time),
        delivery: one(&buying.delivery),
        months: product.season.as_ref().map(months),
        storage: one(&buying.storage),
        invoice: buying.invoice.map(|invoice| ctx.term("invoice", invoice.word())),
        phone: phone.cloned(),
        phone_url: phone.map(|number| reach::phone_url(number)),
    }
}

fn months(season: &Season) -> String {
    let has: Vec<u8> = (1..=12).filter(|month| season.has(*month)).collect();
    ranges(&has)
}
