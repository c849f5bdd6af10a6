//! Every list of products, built in one pass over the catalogue.
//!
//! Products are put in their display order once; walking them in that order leaves each list sorted.

use std::collections::BTreeMap;

use crate::base::collate::Collation;
use crate::model::Catalogue;
use crate::model::id::{CommuneId, DistrictId, ProductId};
use crate::model::product::CertificateState;
use crate::plan::facet::{Facet, Standing, StateFacet, star_standing};

/// Products on one page of a list (site.md, budgets).
pub const PER_PAGE: usize = 60;

/// The members of one list, in display order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    pub members: Vec<ProductId>,
    /// Lists by star only: products whose certificate of that grade has ended.
    pub former: Vec<ProductId>,
}

impl Listing {
    /// How many pages it takes; at least one.
    pub fn pages(&self) -> usize {
        self.members.len().div_ceil(PER_PAGE).max(1)
    }

    /// The members on a page, counted from 1.
    pub fn page(&self, number: usize) -> &[ProductId] {
        let start = ((number - 1) * PER_PAGE).min(self.members.len());
        &self.members[start..(start + PER_PAGE).min(self.members.len())]
    }
}

/// All lists that hold something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listings {
    lists: BTreeMap<Facet, Listing>,
    /// Place of each product in the display order.
    rank: Vec<usize>,
    /// By former district: the present communes that mostly lay in it and have a list.
    communes: Vec<Vec<CommuneId>>,
}

impl Listings {
    pub fn build(catalogue: &Catalogue) -> Listings {
        let order = display_order(catalogue);
        let mut listings = Listings {
            lists: BTreeMap::new(),
            rank: vec![0; order.len()],
            communes: vec![Vec::new(); catalogue.places.districts.len()],
        };
        for (at, &id) in order.iter().enumerate() {
            listings.rank[id.at()] = at;
            listings.add(catalogue, id);
        }
        listings.add_places(catalogue);
        listings
    }

    pub fn get(&self, facet: Facet) -> Option<&Listing> {
        self.lists.get(&facet)
    }

    pub fn count(&self, facet: Facet) -> usize {
        self.get(facet).map_or(0, |listing| listing.members.len())
    }

    pub fn iter(&self) -> impl Iterator<Item = (Facet, &Listing)> {
        self.lists.iter().map(|(facet, listing)| (*facet, listing))
    }

    /// The present communes with a list that mostly lay in a former district.
    pub fn communes_of(&self, district: DistrictId) -> &[CommuneId] {
        &self.communes[district.at()]
    }

    /// `products` in display order.
    pub fn sorted(&self, products: &[ProductId]) -> Vec<ProductId> {
        let mut sorted = products.to_vec();
        sorted.sort_by_key(|id| self.rank[id.at()]);
        sorted
    }

    /// Every list but those by place, which the catalogue's reverse look-ups already hold.
    fn add(&mut self, catalogue: &Catalogue, id: ProductId) {
        let product = &catalogue[id];
        let district = product.place.as_ref().and_then(|place| place.district);
        let group = product.category.group;
        self.put(Facet::All, id);
        self.put(Facet::Group(group), id);
        if let Some(number) = product.category.subgroup {
            self.put(Facet::Subgroup(group, number), id);
        }
        if let Some(district) = district {
            self.put(Facet::DistrictGroup(district, group), id);
        }
        for state in states(catalogue, id) {
            self.put(Facet::State(state), id);
        }
        if let Some((stars, standing)) = star_standing(product) {
            self.put_standing(Facet::Star(stars), id, standing);
            if let Some(district) = district {
                self.put_standing(Facet::DistrictStar(district, stars), id, standing);
            }
        }
        // A month's list is a suggestion of what to buy, which the law does not allow for spirits.
        if let Some(season) = product.season.as_ref().filter(|_| !product.is_bare()) {
            for month in (1..=12).filter(|month| season.has(*month)) {
                self.put(Facet::Month(month), id);
            }
        }
    }

    /// A unit is listed when anything lies in it, products or not.
    fn add_places(&mut self, catalogue: &Catalogue) {
        let links = &catalogue.links;
        let districts = catalogue.district_ids().map(|id| (Facet::District(id), &links.districts[id.at()]));
        let communes = catalogue.commune_ids().map(|id| (Facet::Commune(id), &links.communes[id.at()]));
        let former = catalogue.former_ids().map(|id| (Facet::Former(id), &links.former[id.at()]));
        for (facet, inhabitants) in districts.chain(communes).chain(former) {
            if !inhabitants.is_empty() {
                let members = self.sorted(&inhabitants.products);
                self.lists.insert(facet, Listing { members, former: Vec::new() });
            }
        }
        for id in catalogue.commune_ids().filter(|id| !links.communes[id.at()].is_empty()) {
            if let Some(district) = catalogue[id].district {
                self.communes[district.at()].push(id);
            }
        }
    }

    fn put(&mut self, facet: Facet, id: ProductId) {
        self.lists.entry(facet).or_default().members.push(id);
    }

    fn put_standing(&mut self, facet: Facet, id: ProductId, standing: Standing) {
        let listing = self.lists.entry(facet).or_default();
        match standing {
            Standing::Present => listing.members.push(id),
            Standing::Former => listing.former.push(id),
        }
    }
}

fn states(catalogue: &Catalogue, id: ProductId) -> impl Iterator<Item = StateFacet> {
    let product = &catalogue[id];
    let certificate = StateFacet::of_certificate(product.certificate.state);
    // What ends soon is still in force.
    let also = (certificate == StateFacet::EndingSoon).then_some(StateFacet::InForce);
    let course = product.course.as_ref().map(|course| StateFacet::of_step(course.step));
    [Some(certificate), also, course].into_iter().flatten()
}

/// What is in force first, then by name as a Vietnamese index sorts; bare register entries last.
fn display_order(catalogue: &Catalogue) -> Vec<ProductId> {
    let collation = Collation::vietnamese();
    let mut named: Vec<(ProductId, &str)> =
        catalogue.product_ids().map(|id| (id, catalogue[id].head.name.vi.as_str())).collect();
    collation.sort_by_name(&mut named, |(_, name)| name, |(id, _)| *id);
    let mut order: Vec<ProductId> = named.into_iter().map(|(id, _)| id).collect();
    order.sort_by_key(|id| (catalogue[*id].is_bare(), state_rank(catalogue[*id].certificate.state)));
    order
}

const fn state_rank(state: CertificateState) -> u8 {
    match state {
        CertificateState::InForce | CertificateState::EndingSoon => 0,
        CertificateState::InGrace => 1,
        CertificateState::DateUnknown => 2,
        CertificateState::None => 3,
        CertificateState::Lapsed => 4,
        CertificateState::Withdrawn => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(count: usize) -> Listing {
        Listing { members: (0..count).map(ProductId::new).collect(), former: Vec::new() }
    }

    #[test]
    fn sixty_products_fill_a_page() {
        assert_eq!((listing(0).pages(), listing(60).pages(), listing(61).pages()), (1, 1, 2));
        assert_eq!(listing(61).page(1).len(), 60);
        assert_eq!(listing(61).page(2), [ProductId::new(60)]);
        assert!(listing(0).page(1).is_empty());
    }
}
