//! Sheets to print: labels and shelf cards by producer, a leaflet by present commune.
//!
//! Products of one producer share their pages, as many as fill a sheet of cards: most producers have few products, so this
//! is half the pages of one a product. Spirits of 15 % or more, or of unknown strength, are on no sheet: a label, a card or
//! a leaflet would advertise them (Luật 44/2019/QH14, article 5).

use crate::model::Catalogue;
use crate::model::id::{CommuneId, ProducerId, ProductId};
use crate::plan::listing::Listings;
use crate::plan::paths::{self, UnitSlugs};

/// Products on one page of labels or cards: four cards of A6 are a sheet of A4.
pub const PER_PAGE: usize = 4;

/// What a page for paper holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// A page of a producer's labels, counted from 1.
    Labels(ProducerId, usize),
    /// A page of a producer's shelf cards, counted from 1.
    ShelfCards(ProducerId, usize),
    Leaflet(CommuneId),
}

impl Sheet {
    /// Where its page lives.
    pub fn path(self, catalogue: &Catalogue, slugs: &UnitSlugs) -> String {
        let of = |folder: &str, producer: ProducerId, number| {
            paths::page_of(&format!("{folder}/{}", catalogue[producer].head.slug), number)
        };
        match self {
            Sheet::Labels(producer, number) => of(paths::LABELS, producer, number),
            Sheet::ShelfCards(producer, number) => of(paths::SHELF_CARDS, producer, number),
            Sheet::Leaflet(commune) => format!("{}/{}", paths::LEAFLETS, slugs.commune(commune)),
        }
    }
}

/// Every sheet of the site.
pub fn all<'a>(catalogue: &'a Catalogue, listings: &'a Listings) -> impl Iterator<Item = Sheet> + 'a {
    let of_producers = catalogue.producer_ids().flat_map(|id| {
        let pages = products(catalogue, listings, id).len().div_ceil(PER_PAGE);
        (1..=pages).flat_map(move |number| [Sheet::Labels(id, number), Sheet::ShelfCards(id, number)])
    });
    let leaflets = catalogue.commune_ids().filter(|id| has_leaflet(catalogue, *id)).map(Sheet::Leaflet);
    of_producers.chain(leaflets)
}

/// A producer's products that may stand on a sheet, in display order.
pub fn products(catalogue: &Catalogue, listings: &Listings, producer: ProducerId) -> Vec<ProductId> {
    allowed(catalogue, listings, &catalogue[producer].products)
}

/// Those of `products` that may stand on a sheet, in display order.
pub fn allowed(catalogue: &Catalogue, listings: &Listings, products: &[ProductId]) -> Vec<ProductId> {
    let shown: Vec<ProductId> = products.iter().copied().filter(|id| !catalogue[*id].is_bare()).collect();
    listings.sorted(&shown)
}

/// Which page of its producer's sheets a product is on; none for spirits.
pub fn page_with(catalogue: &Catalogue, listings: &Listings, product: ProductId) -> Option<usize> {
    let all = products(catalogue, listings, catalogue[product].producer);
    all.iter().position(|other| *other == product).map(|at| at / PER_PAGE + 1)
}

/// Whether a commune has a leaflet: something is made there that may be named on one.
pub fn has_leaflet(catalogue: &Catalogue, commune: CommuneId) -> bool {
    catalogue.links.communes[commune.at()].products.iter().any(|id| !catalogue[*id].is_bare())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::plan::PageKind;
    use crate::plan::tests::{fixture, fixture_plan, fixture_with};

    #[test]
    fn every_product_but_spirits_is_on_one_page_of_labels_and_one_of_cards() {
        let many: Vec<(String, String)> = (0..9)
            .map(|at| {
                let text = format!(
                    "---\nname: Thứ {at}\nproducer: chu-the-thu\ncategory:\n  group: thuc-pham\n  scheme: qd-148-2023\n\
                     sources: bao-thu\n---\n"
                );
                (format!("products/thu-{at}/index.md"), text)
            })
            .collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (catalogue, config) = fixture_with(&many);
        let (plan, found) = crate::plan::plan(&catalogue, &config);
        assert!(found.0.is_empty(), "{found:?}");
        let kinds: BTreeSet<PageKind> = plan.pages.iter().map(|page| page.kind).collect();
        for id in catalogue.product_ids() {
            let page = page_with(&catalogue, &plan.listings, id);
            assert_eq!(page.is_none(), catalogue[id].is_bare());
            let producer = catalogue[id].producer;
            if let Some(number) = page {
                assert!(kinds.contains(&PageKind::Sheet(Sheet::Labels(producer, number))));
                assert!(kinds.contains(&PageKind::Sheet(Sheet::ShelfCards(producer, number))));
            }
        }
        assert!(plan.has("in/the-ke/chu-the-thu/trang/3") && !plan.has("in/the-ke/chu-the-thu/trang/4"));
    }

    #[test]
    fn communes_have_a_leaflet_where_something_is_made() {
        let catalogue = fixture();
        let plan = fixture_plan(&catalogue);
        let leaflets: Vec<&str> = plan.paths().filter(|path| path.starts_with("in/to-roi/")).collect();
        // The other commune has a point of sale and makes nothing.
        assert_eq!(leaflets, ["in/to-roi/thu-mot"]);
    }
}
