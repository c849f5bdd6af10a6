//! `/nguon-hang/danh-sach/`: the page of the enquiry list. The list itself never leaves the reader's device; the page
//! holds the words, and its script fills them.

use serde::Serialize;

use crate::model::Catalogue;
use crate::model::id::GroupId;
use crate::model::product::Product;
use crate::plan::facet::Facet;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::names;
use crate::render::views::parts::{CountLink, Link};

/// Lists that an empty enquiry list offers to begin with.
const STARTS: usize = 3;

/// Context of `enquiry.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EnquiryView {
    pub common: Common,
    /// The buyers' table, which serves without a script.
    pub table: Link,
    /// Where to begin: the largest subgroups that hold something for sale.
    pub starts: Vec<CountLink>,
    /// Folder of product pages, in Vietnamese, since producers read the enquiry.
    pub products_url: String,
    /// Folder of short addresses by code.
    pub codes_url: String,
    pub url: String,
}

/// What the list calls a product: its code, else the last part of its address.
pub fn name(product: &Product) -> String {
    product.code.clone().unwrap_or_else(|| product.head.slug.clone())
}

/// Fills the page.
pub fn view(ctx: &PageContext<'_>) -> EnquiryView {
    let root = |path: &str| ctx.plan().base.url(&format!("/{path}/"));
    EnquiryView {
        table: ctx.link(ctx.own(ctx.t("supply-table-heading")), paths::SUPPLY_TABLE),
        starts: starts(ctx),
        products_url: root(paths::PRODUCTS),
        codes_url: root(paths::CODES),
        url: ctx.plan().base.absolute(&ctx.page.route.from_root()),
        common: frame::common(
            ctx,
            Frame {
                title: ctx.t("enquiry-heading"),
                description: ctx.t("enquiry-description"),
                crumbs: vec![(ctx.own(ctx.t("supply-heading")), paths::SUPPLY.to_owned())],
                ..Frame::default()
            },
        ),
    }
}

fn starts(ctx: &PageContext<'_>) -> Vec<CountLink> {
    let catalogue = ctx.catalogue();
    let subgroups = |id: GroupId| {
        let numbers = catalogue[id].subgroups().map(|subgroup| subgroup.number);
        numbers.filter(|number| sells(catalogue, *number)).map(move |number| Facet::Subgroup(id, number))
    };
    let mut links: Vec<CountLink> =
        catalogue.group_ids().flat_map(subgroups).filter_map(|facet| names::count_link(ctx, facet)).collect();
    links.sort_by_key(|link| std::cmp::Reverse(link.count));
    links.truncate(STARTS);
    links
}

/// Whether a subgroup holds more than bare register entries.
fn sells(catalogue: &Catalogue, number: u8) -> bool {
    let mut products = catalogue.products.iter().filter(|product| product.category.subgroup == Some(number));
    products.any(|product| !product.is_bare())
}
