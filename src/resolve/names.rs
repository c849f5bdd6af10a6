//! Tables from ids to entities. Broken files keep their ids here, so that a reference to one is no second error.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::model::id::*;
use crate::read::layout::Kind;
use crate::read::raw::common::Cited;
use crate::read::{Record, Records};

/// Which ids exist, and where the sound ones lie in their arenas.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub home_province: String,
    /// Sorted.
    known: Arc<BTreeMap<Kind, Vec<String>>>,
    sound: BTreeMap<Kind, FxHashMap<String, usize>>,
    /// Full ids of administrative units: bare at home, `province/id` elsewhere.
    pub places: BTreeMap<String, Unit>,
}

impl Names {
    pub fn new(records: &Records, home_province: &str) -> Names {
        let known = records.ids.clone();
        let mut names = Names { home_province: home_province.to_owned(), known, ..Names::default() };
        names.sound.insert(Kind::Product, index(&records.products));
        names.sound.insert(Kind::Producer, index(&records.producers));
        names.sound.insert(Kind::PointOfSale, index(&records.points_of_sale));
        names.sound.insert(Kind::Venue, index(&records.venues));
        names.sound.insert(Kind::Destination, index(&records.destinations));
        names.sound.insert(Kind::Source, index(&records.sources));
        names
    }

    /// Leaves only these products in the arena, in the order given.
    pub fn keep_products(&mut self, kept: impl Iterator<Item = String>) {
        self.sound.insert(Kind::Product, kept.zip(0..).collect());
    }

    /// Whether both tell the same of everything that is no product.
    pub fn same_but_products(&self, other: &Names) -> bool {
        self.home_province == other.home_province
            && but_products(&self.known).eq(but_products(&other.known))
            && but_products(&self.sound).eq(but_products(&other.sound))
            && self.places == other.places
    }

    /// Whether a file of this id exists, be it sound or not.
    pub fn exists(&self, kind: Kind, id: &str) -> bool {
        self.at(kind, id).is_some()
            || self.known.get(&kind).is_some_and(|ids| ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok())
    }

    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.known.get(&kind).into_iter().flatten().map(String::as_str)
    }

    fn at(&self, kind: Kind, id: &str) -> Option<usize> {
        self.sound.get(&kind)?.get(id).copied()
    }

    pub fn product(&self, id: &str) -> Option<ProductId> {
        self.at(Kind::Product, id).map(ProductId::new)
    }

    pub fn producer(&self, id: &str) -> Option<ProducerId> {
        self.at(Kind::Producer, id).map(ProducerId::new)
    }

    pub fn point_of_sale(&self, id: &str) -> Option<PointOfSaleId> {
        self.at(Kind::PointOfSale, id).map(PointOfSaleId::new)
    }

    pub fn venue(&self, id: &str) -> Option<VenueId> {
        self.at(Kind::Venue, id).map(VenueId::new)
    }

    pub fn destination(&self, id: &str) -> Option<DestinationId> {
        self.at(Kind::Destination, id).map(DestinationId::new)
    }

    pub fn source(&self, id: &str) -> Option<SourceId> {
        self.at(Kind::Source, id).map(SourceId::new)
    }

    /// The sources cited, those that exist; others have been reported.
    pub fn cited(&self, cited: &Cited) -> Vec<SourceId> {
        let mut ids: Vec<SourceId> = Vec::with_capacity(cited.0.len());
        for id in cited.0.iter().filter_map(|id| self.source(id)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The unit that `id` means in a file of `province` (a places file), or elsewhere in the content.
    pub fn unit(&self, id: &str, province: Option<&str>) -> Option<Unit> {
        self.places.get(&self.full_id(id, province)).copied()
    }

    /// The id under which a unit is filed.
    pub fn full_id(&self, id: &str, province: Option<&str>) -> String {
        match province {
            Some(province) if province != self.home_province && !id.contains('/') => format!("{province}/{id}"),
            _ => id.to_owned(),
        }
    }
}

fn but_products<T>(kinds: &BTreeMap<Kind, T>) -> impl Iterator<Item = (&Kind, &T)> {
    kinds.iter().filter(|(kind, _)| **kind != Kind::Product)
}

fn index<T>(records: &[Arc<Record<T>>]) -> FxHashMap<String, usize> {
    records.iter().enumerate().map(|(at, record)| (record.id.clone(), at)).collect()
}
