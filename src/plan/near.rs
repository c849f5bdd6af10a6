//! What lies near what: per commune, the others by distance, computed once.
//!
//! Distances are as the crow flies between points; most places are known only by their commune's point, so they are
//! for ordering and for rounded kilometres, never for directions.

use crate::model::Catalogue;
use crate::model::entry::Place;
use crate::model::id::{CommuneId, DestinationId, EntryRef, PointOfSaleId, ProducerId, ProductId, VenueId};
use crate::model::links::Inhabitants;

/// How far "near" reaches.
const NEAR_KM: f64 = 25.0;
/// One degree of latitude, rounded down, to leave communes out before computing a distance.
const KM_PER_DEGREE: f64 = 110.5;
const EARTH_RADIUS_KM: f64 = 6371.0;

/// Kinds of thing that pages list as near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NearKind {
    Products,
    Producers,
    PointsOfSale,
    Venues,
    Destinations,
}

/// Something near, and how far it is; no distance within the same commune.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    pub entry: EntryRef,
    pub km: Option<u32>,
}

/// Per inhabited commune: the inhabited communes within reach, nearest first, itself at the head.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Neighbourhood {
    around: Vec<Vec<CommuneId>>,
}

impl Neighbourhood {
    pub fn build(catalogue: &Catalogue) -> Neighbourhood {
        let mut inhabited: Vec<(CommuneId, [f64; 2])> = catalogue
            .commune_ids()
            .filter(|id| !catalogue.links.communes[id.at()].is_empty())
            .filter_map(|id| Some((id, catalogue[id].point?)))
            .collect();
        inhabited.sort_by(|left, right| left.1[1].total_cmp(&right.1[1]).then(left.0.cmp(&right.0)));
        let mut around = vec![Vec::new(); catalogue.places.communes.len()];
        for (at, (id, point)) in inhabited.iter().enumerate() {
            let mut reach: Vec<(f64, CommuneId)> = window(&inhabited, at)
                .map(|(other, there)| (kilometres(*point, *there), *other))
                .filter(|(km, _)| *km <= NEAR_KM)
                .collect();
            reach.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
            around[id.at()] = reach.into_iter().map(|(_, other)| other).collect();
        }
        Neighbourhood { around }
    }

    /// At most `limit` things of a kind near `place`, those of its own commune first, then by distance.
    pub fn near(&self, catalogue: &Catalogue, place: &Place, kind: NearKind, limit: usize) -> Vec<Near> {
        let Some(home) = place.commune() else {
            return Vec::new();
        };
        let here = catalogue.point(place);
        let mut found = Vec::new();
        let own = std::iter::once(home);
        let others = self.around[home.at()].iter().copied().filter(|other| *other != home);
        for commune in own.chain(others) {
            let inhabitants = &catalogue.links.communes[commune.at()];
            found.extend(entries(inhabitants, kind).into_iter().map(|entry| {
                let km = (commune != home).then(|| distance(catalogue, here, entry, commune)).flatten();
                Near { entry, km }
            }));
            if found.len() >= limit {
                break;
            }
        }
        found.truncate(limit);
        found
    }
}

fn window(sorted: &[(CommuneId, [f64; 2])], at: usize) -> impl Iterator<Item = &(CommuneId, [f64; 2])> {
    let reach = NEAR_KM / KM_PER_DEGREE;
    let latitude = sorted[at].1[1];
    let from = sorted[..at].partition_point(|(_, point)| point[1] < latitude - reach);
    sorted[from..].iter().take_while(move |(_, point)| point[1] <= latitude + reach)
}

fn distance(catalogue: &Catalogue, here: Option<[f64; 2]>, entry: EntryRef, commune: CommuneId) -> Option<u32> {
    let there = place(catalogue, entry).and_then(|place| catalogue.point(place)).or(catalogue[commune].point)?;
    // At least one: "0 km" would say that it is here.
    Some((kilometres(here?, there).round() as u32).max(1))
}

/// The place of an entry that has one.
pub fn place(catalogue: &Catalogue, entry: EntryRef) -> Option<&Place> {
    match entry {
        EntryRef::Product(id) => catalogue[id].place.as_ref(),
        EntryRef::Producer(id) => catalogue[id].place.as_ref(),
        EntryRef::PointOfSale(id) => catalogue[id].place.as_ref(),
        EntryRef::Venue(id) => catalogue[id].place.as_ref(),
        EntryRef::Destination(id) => catalogue[id].place.as_ref(),
        EntryRef::Event(id) => catalogue[id].place.as_ref(),
        EntryRef::Route(_) | EntryRef::Source(_) => None,
    }
}

fn entries(inhabitants: &Inhabitants, kind: NearKind) -> Vec<EntryRef> {
    fn all<T: Copy>(ids: &[T], entry: impl Fn(T) -> EntryRef) -> Vec<EntryRef> {
        ids.iter().map(|id| entry(*id)).collect()
    }
    match kind {
        NearKind::Products => all::<ProductId>(&inhabitants.products, EntryRef::Product),
        NearKind::Producers => all::<ProducerId>(&inhabitants.producers, EntryRef::Producer),
        NearKind::PointsOfSale => all::<PointOfSaleId>(&inhabitants.points_of_sale, EntryRef::PointOfSale),
        NearKind::Venues => all::<VenueId>(&inhabitants.venues, EntryRef::Venue),
        NearKind::Destinations => all::<DestinationId>(&inhabitants.destinations, EntryRef::Destination),
    }
}

/// The great-circle distance between two points `[longitude, latitude]`.
pub fn kilometres(from: [f64; 2], to: [f64; 2]) -> f64 {
    let half_latitude = (to[1] - from[1]).to_radians() / 2.0;
    let half_longitude = (to[0] - from[0]).to_radians() / 2.0;
    let a = half_latitude.sin().powi(2)
        + from[1].to_radians().cos() * to[1].to_radians().cos() * half_longitude.sin().powi(2);
    2.0 * EARTH_RADIUS_KM * a.sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_of_known_places() {
        // Thành Sen to Thiên Cầm: about 20 km.
        let km = kilometres([105.903, 18.3419], [106.0987, 18.2797]);
        assert!((20.0..24.0).contains(&km), "{km}");
        assert_eq!(kilometres([106.0, 18.0], [106.0, 18.0]), 0.0);
    }
}
