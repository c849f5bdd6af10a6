//! What lies near what: per commune, the others by distance, computed once.
//!
//! Distances are as the crow flies between points; most places are known only by their commune's point, so they are
//! for ordering and for rounded kilometres, never for directions.

use crate::model::Catalogue;
use crate::model::entry::Place;
use crate::model::id::{CommuneId, DestinationId, EntryRef, PointOfSaleId, ProducerId, ProductId, VenueId};
use crate::model::links::Inhabitants;
use crate::terms::OutletStatus;

/// How far "near" reaches.
const NEAR_KM: f64 = 25.0;
/// How far communes may lie from their middle for it to stand for all of them.
const CLOSE_TOGETHER_KM: f64 = 12.0;
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

/// Something near, and how far it is, rounded; no distance within the same commune unless both places are known to the
/// point. 0 is less than half a kilometre.
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

    /// At most `limit` things of a kind near `place`, those of its own commune first, then by distance; nothing that is
    /// known to be closed.
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
            let open = entries(inhabitants, kind).into_iter().filter(|entry| !is_closed(catalogue, *entry));
            found.extend(open.map(|entry| {
                let km = match commune == home {
                    true => within_commune(catalogue, place, entry),
                    false => distance(catalogue, here, entry, commune),
                };
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

/// Between two places of one commune, if each has a point of its own.
fn within_commune(catalogue: &Catalogue, here: &Place, entry: EntryRef) -> Option<u32> {
    let there = place(catalogue, entry)?.point?;
    Some(kilometres(here.point?, there).round() as u32)
}

/// How far two entries lie apart, as the crow flies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    pub km: f64,
    /// Both are known to the point; else a commune's point stands for one of them.
    pub exact: bool,
}

/// How far it is from one entry to another; none where a place is unknown, or both are only known to lie in one commune.
pub fn apart(catalogue: &Catalogue, from: EntryRef, to: EntryRef) -> Option<Apart> {
    let (here, there) = (place(catalogue, from)?, place(catalogue, to)?);
    let exact = here.point.is_some() && there.point.is_some();
    if !exact && same_commune(catalogue, from, to) {
        return None;
    }
    Some(Apart { km: kilometres(catalogue.point(here)?, catalogue.point(there)?), exact })
}

/// Whether both entries lie in one present commune, for certain.
pub fn same_commune(catalogue: &Catalogue, one: EntryRef, other: EntryRef) -> bool {
    let commune = |entry| place(catalogue, entry).and_then(Place::commune);
    commune(one).is_some_and(|id| commune(other) == Some(id))
}

/// Whether a source says that a place of trade has closed.
pub fn is_closed(catalogue: &Catalogue, entry: EntryRef) -> bool {
    let standing = match entry {
        EntryRef::PointOfSale(id) => &catalogue[id].standing,
        EntryRef::Venue(id) => &catalogue[id].standing,
        _ => return false,
    };
    standing.status == OutletStatus::Closed
}

/// Where goods are sold that is not known to be closed, however far: points of sale, and workshops that sell on the spot;
/// nearest first, at most `limit`. `from` is `[longitude, latitude]`.
pub fn where_to_buy(catalogue: &Catalogue, from: [f64; 2], but: Option<EntryRef>, limit: usize) -> Vec<Near> {
    let points = (0..catalogue.points_of_sale.len()).map(|at| EntryRef::PointOfSale(PointOfSaleId::new(at)));
    let workshops = catalogue.producer_ids().filter(|id| catalogue[*id].sells_on_site.is_some());
    let all = points.chain(workshops.map(EntryRef::Producer));
    let open = all.filter(|entry| Some(*entry) != but && !is_closed(catalogue, *entry));
    let mut found: Vec<(f64, EntryRef)> =
        open.filter_map(|entry| Some((kilometres(from, about(catalogue, place(catalogue, entry)?)?), entry))).collect();
    found.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
    found.into_iter().take(limit).map(|(km, entry)| Near { entry, km: Some(km.round() as u32) }).collect()
}

/// Where a place lies, to a few kilometres: its own point, its commune's, else the middle of the communes in which it may
/// lie, where these lie close together. A former town known by its name alone is found so, a wide district is not.
pub fn about(catalogue: &Catalogue, place: &Place) -> Option<[f64; 2]> {
    let exact = catalogue.point(place);
    if exact.is_some() {
        return exact;
    }
    let may_be: Vec<[f64; 2]> = match place.district.filter(|_| place.communes.is_empty()) {
        Some(district) => {
            let communes = catalogue.places.communes.iter().filter(|commune| commune.district == Some(district));
            communes.filter_map(|commune| commune.point).collect()
        }
        None => place.communes.iter().filter_map(|id| catalogue[*id].point).collect(),
    };
    let count = may_be.len() as f64;
    let middle = [0, 1].map(|axis| may_be.iter().map(|point| point[axis]).sum::<f64>() / count);
    let close = may_be.iter().all(|point| kilometres(middle, *point) <= CLOSE_TOGETHER_KM);
    (close && !may_be.is_empty()).then_some(middle)
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
    use std::sync::Arc;

    use super::*;

    #[test]
    fn closed_places_are_neither_near_nor_alternatives() {
        let point = |slug: &str, status: &str| {
            let text = format!(
                "---\nname: {slug}\ntype: market\nplace:\n  unit: thu-mot\n  point: [106.1, 18.2]\nstatus: {status}\nstatus_as_of: 2026\nsources: bao-thu\n---\n"
            );
            (format!("points-of-sale/{slug}/index.md"), text)
        };
        let files = [point("con-mo", "open"), point("da-dong", "closed")];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (catalogue, _) = crate::plan::tests::fixture_with(&files);
        let slugs = |found: Vec<Near>| -> Vec<String> {
            found.iter().map(|near| catalogue.slug(near.entry).to_owned()).collect()
        };
        let (_, place) = catalogue
            .points_of_sale
            .iter()
            .map(|point| (&point.head.slug, point.place.clone().unwrap()))
            .find(|(slug, _)| *slug == "da-dong")
            .unwrap();
        let near = Neighbourhood::build(&catalogue).near(&catalogue, &place, NearKind::PointsOfSale, 9);
        let near = slugs(near);
        assert!(near.contains(&"con-mo".to_owned()) && !near.contains(&"da-dong".to_owned()), "{near:?}");
        let open = slugs(where_to_buy(&catalogue, catalogue.point(&place).unwrap(), None, 9));
        assert_eq!(open[0], "con-mo");
        assert!(!open.contains(&"da-dong".to_owned()), "{open:?}");
    }

    /// A sight of the made-up catalogue, with a point of its own or without.
    fn sight(slug: &str, place: &str) -> (String, String) {
        let text = format!("---\nname: {slug}\ntype: nature\nplace:\n{place}sources: bao-thu\n---\n");
        (format!("destinations/{slug}/index.md"), text)
    }

    #[test]
    fn how_far_apart_is_said_only_of_places_that_can_be_told_apart() {
        let files = [
            sight("mot", "  unit: thu-mot\n  point: [106.1, 18.2]\n"),
            sight("hai", "  unit: thu-mot\n  point: [106.1, 18.21]\n"),
            sight("ba", "  unit: thu-mot-cu\n"),
            sight("bon", "  unit: thu-ba\n"),
            (
                "destinations/nam/index.md".to_owned(),
                "---\nname: nam\ntype: island\nsources: bao-thu\n---\n".to_owned(),
            ),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (mut catalogue, _) = crate::plan::tests::fixture_with(&files);
        let at = |id: &str| catalogue.places.communes.iter().position(|commune| commune.id == id).unwrap();
        let (mot, ba) = (at("thu-mot"), at("thu-ba"));
        let places = Arc::make_mut(&mut catalogue.places);
        (places.communes[mot].point, places.communes[ba].point) = (Some([106.0, 18.2]), None);
        let entry = |catalogue: &Catalogue, slug: &str| {
            let at = catalogue.destinations.iter().position(|it| it.head.slug == slug).unwrap();
            EntryRef::Destination(DestinationId::new(at))
        };
        let between =
            |catalogue: &Catalogue, one, other| apart(catalogue, entry(catalogue, one), entry(catalogue, other));
        let exact = between(&catalogue, "mot", "hai").unwrap();
        assert!(exact.exact && (1.0..1.2).contains(&exact.km), "{exact:?}");
        assert_eq!(between(&catalogue, "mot", "ba"), None, "one commune, and one of them nowhere in particular");
        assert!(same_commune(&catalogue, entry(&catalogue, "mot"), entry(&catalogue, "ba")));
        assert_eq!(between(&catalogue, "mot", "bon"), None, "a commune without a point");
        assert_eq!(between(&catalogue, "mot", "nam"), None, "no place at all");
        Arc::make_mut(&mut catalogue.places).communes[ba].point = Some([106.2, 18.2]);
        let about = between(&catalogue, "mot", "bon").unwrap();
        assert!(!about.exact && (10.0..11.0).contains(&about.km), "{about:?}");
    }

    #[test]
    fn distance_of_known_places() {
        // Thành Sen to Thiên Cầm: about 20 km.
        let km = kilometres([105.903, 18.3419], [106.0987, 18.2797]);
        assert!((20.0..24.0).contains(&km), "{km}");
        assert_eq!(kilometres([106.0, 18.0], [106.0, 18.0]), 0.0);
    }
}
