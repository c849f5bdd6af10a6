//! Products to look at next: the same maker's, then others of the class made in the same district.

use std::collections::BTreeMap;

use crate::model::Catalogue;
use crate::model::id::{DistrictId, GroupId, ProductId};
use crate::plan::listing::Listings;

/// How many neighbours of a class are looked at; spirits among them are passed over.
const LOOK_AT: usize = 12;

type Class = (Option<DistrictId>, GroupId, Option<u8>);

/// Products by district and class in display order, and where each stands there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    classes: BTreeMap<Class, Vec<ProductId>>,
    position: Vec<usize>,
}

impl Related {
    pub fn build(catalogue: &Catalogue, listings: &Listings) -> Related {
        let mut related = Related { classes: BTreeMap::new(), position: vec![0; catalogue.products.len()] };
        let all: Vec<ProductId> = catalogue.product_ids().collect();
        for id in listings.sorted(&all) {
            let class = related.classes.entry(class(catalogue, id)).or_default();
            related.position[id.at()] = class.len();
            class.push(id);
        }
        related
    }

    /// At most `limit` products related to `id`, never spirits: the law allows no suggestion of them.
    pub fn of(&self, catalogue: &Catalogue, id: ProductId, limit: usize) -> Vec<ProductId> {
        let same_maker = catalogue[catalogue[id].producer].products.iter().copied();
        let class = &self.classes[&class(catalogue, id)];
        let after = self.position[id.at()] + 1;
        let same_class = class.iter().cycle().skip(after).take(LOOK_AT.min(class.len())).copied();
        let mut related = Vec::new();
        for other in same_maker.chain(same_class) {
            if other != id && !catalogue[other].is_bare() && !related.contains(&other) {
                related.push(other);
            }
            if related.len() == limit {
                break;
            }
        }
        related
    }
}

fn class(catalogue: &Catalogue, id: ProductId) -> Class {
    let product = &catalogue[id];
    let district = product.place.as_ref().and_then(|place| place.district);
    (district, product.category.group, product.category.subgroup)
}
