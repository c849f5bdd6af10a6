//! Sheets for paper: labels, shelf cards, leaflets. They hang in shops for months, so they say until when stars are good,
//! never how many days are left; they carry the words that the law asks for; and they say that they are no official stamp.

pub mod cards;
pub mod labels;
pub mod leaflet;
pub mod room;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::base::lang::Lang;
use crate::model::id::{EntryRef, ProducerId, ProductId};
use crate::model::product::Product;
use crate::plan::paths;
use crate::plan::sheets::{self, PER_PAGE, Sheet};
use crate::render::context::PageContext;
use crate::render::strings::Value;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::listing::{Pagination, pagination};
use crate::render::views::parts::{Link, Text};
use crate::render::views::product;

/// What a producer's pages of labels and of cards have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Stack {
    /// "Tem 40 × 25 mm"; the producer's name follows.
    pub what: String,
    pub producer: Link,
    /// The same products on sheets of the other kind.
    pub other: Link,
    pub pages: Option<Pagination>,
    /// The producer's spirits are left out.
    pub without_spirits: bool,
}

/// A kind of sheet that a producer has.
#[derive(Clone, Copy)]
struct Kind {
    /// The key of its name.
    words: &'static str,
    sheet: fn(ProducerId, usize) -> Sheet,
}

const LABELS: Kind = Kind { words: "sheet-labels", sheet: Sheet::Labels };
const CARDS: Kind = Kind { words: "sheet-cards", sheet: Sheet::ShelfCards };

/// A product on a sheet, for the words around it on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Item {
    /// For the `id` attribute: an address with it prints this product alone.
    pub id: String,
    pub product: Link,
    /// The page with this product alone, where there are others beside it.
    pub alone: Option<String>,
    pub code: Option<String>,
    /// Where the product's file is edited, for whoever gives it a code.
    pub edit_url: Option<String>,
}

/// Words that the law asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SheetNotice {
    /// As in [`product::Notice`].
    pub kind: &'static str,
    pub lines: Vec<Text>,
}

/// Ways to the sheets of one product, for its own page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SheetLinks {
    pub labels: String,
    pub cards: String,
}

/// The sheets of a product; none for spirits.
pub fn of_product(ctx: &PageContext<'_>, id: ProductId) -> Option<SheetLinks> {
    let number = sheets::page_with(ctx.catalogue(), &ctx.plan().listings, id)?;
    let producer = ctx.catalogue()[id].producer;
    let at = |sheet| format!("{}#{}", url(ctx, sheet), anchor(ctx, id));
    Some(SheetLinks { labels: at(Sheet::Labels(producer, number)), cards: at(Sheet::ShelfCards(producer, number)) })
}

/// The sheets of a producer; none when it makes nothing that may stand on one.
pub fn of_producer(ctx: &PageContext<'_>, id: ProducerId) -> Option<SheetLinks> {
    let some = ctx.catalogue()[id].products.iter().any(|product| !ctx.catalogue()[*product].is_bare());
    let at = |sheet| url(ctx, sheet);
    some.then(|| SheetLinks { labels: at(Sheet::Labels(id, 1)), cards: at(Sheet::ShelfCards(id, 1)) })
}

/// The shelf cards of what a shop has, producer by producer.
pub fn of_stocks(ctx: &PageContext<'_>, stocks: &[ProductId]) -> Vec<Link> {
    let catalogue = ctx.catalogue();
    let mut producers: Vec<ProducerId> = Vec::new();
    for id in sheets::allowed(catalogue, &ctx.plan().listings, stocks) {
        if !producers.contains(&catalogue[id].producer) {
            producers.push(catalogue[id].producer);
        }
    }
    let link = |id: ProducerId| {
        let text = ctx.entry_name(EntryRef::Producer(id));
        Link { text, url: url(ctx, Sheet::ShelfCards(id, 1)), current: false }
    };
    producers.into_iter().map(link).collect()
}

pub fn url(ctx: &PageContext<'_>, sheet: Sheet) -> String {
    ctx.url(&sheet.path(ctx.catalogue(), &ctx.plan().slugs))
}

fn anchor(ctx: &PageContext<'_>, id: ProductId) -> String {
    format!("in-{}", ctx.catalogue()[id].head.slug)
}

/// The products on a page.
fn products(ctx: &PageContext<'_>, producer: ProducerId, number: usize) -> Vec<ProductId> {
    let all = sheets::products(ctx.catalogue(), &ctx.plan().listings, producer);
    all.into_iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).collect()
}

/// `among` are the products of the page.
fn item(ctx: &PageContext<'_>, id: ProductId, among: &[ProductId]) -> Item {
    let product = &ctx.catalogue()[id];
    let edit_url = ctx.inputs.config.edit_url.as_ref();
    let anchor = anchor(ctx, id);
    Item {
        alone: (among.len() > 1).then(|| format!("{}#{anchor}", ctx.url(ctx.page.route.path()))),
        id: anchor,
        product: ctx.entry_link(EntryRef::Product(id)),
        code: product.code.clone(),
        edit_url: edit_url.map(|url| url.replace("{path}", &product.head.file)),
    }
}

/// `kind` is one of [`LABELS`] and [`CARDS`], `other` the other one.
fn stack(ctx: &PageContext<'_>, id: ProducerId, number: usize, kind: Kind, other: Kind) -> Stack {
    let catalogue = ctx.catalogue();
    let first = (kind.sheet)(id, 1);
    let pages = sheets::products(catalogue, &ctx.plan().listings, id).len().div_ceil(PER_PAGE);
    let path = first.path(catalogue, &ctx.plan().slugs);
    Stack {
        what: ctx.t(kind.words),
        producer: ctx.entry_link(EntryRef::Producer(id)),
        other: Link { text: ctx.own(ctx.t(other.words)), url: url(ctx, (other.sheet)(id, number)), current: false },
        pages: pagination(ctx, &path, number, pages),
        without_spirits: catalogue[id].products.iter().any(|product| catalogue[*product].is_bare()),
    }
}

fn of_producer_frame(ctx: &PageContext<'_>, id: ProducerId, stack: &Stack, number: usize) -> Common {
    let entry = EntryRef::Producer(id);
    let heading = format!("{}: {}", stack.what, stack.producer.text.text);
    let title = frame::numbered(ctx, &heading, number);
    frame::common(
        ctx,
        Frame {
            description: heading,
            title,
            crumbs: vec![
                (ctx.own(ctx.t("producers")), paths::PRODUCERS.to_owned()),
                (ctx.entry_name(entry), paths::entry(ctx.catalogue(), entry)),
            ],
            here: Some(ctx.own(stack.what.as_str())),
            ..Frame::default()
        },
    )
}

/// The words of the law in the page's language, and in Vietnamese too: the law's own words are those.
fn notices(ctx: &PageContext<'_>, product: &Product) -> Vec<SheetNotice> {
    let vietnamese = |key: &str| {
        let none: &[(&str, Value<'_>)] = &[];
        // Both languages have every key, so a fault has been told of by the page's own.
        ctx.vietnamese(&ctx.inputs.strings.text(Lang::Vi, key, none).unwrap_or_default())
    };
    let notice = |(kind, keys): (&'static str, &'static [&'static str])| {
        let own = keys.iter().map(|key| ctx.own(ctx.t(key)));
        let law = keys.iter().filter(|_| ctx.lang != Lang::Vi).map(|key| vietnamese(key));
        SheetNotice { kind, lines: own.chain(law).collect() }
    };
    product::notice_keys(product).map(notice).collect()
}
