//! The schematic map: a circle for each commune near where it lies, larger with more products, none over another.
//!
//! Made from the communes' points, so it has no borders and no coast, and needs no outline of the country; where the site's
//! owner has given the borders of communes, these are drawn in place of their circles. Circles
//! that would overlap are pushed apart (Dorling's cartogram), in a fixed number of steps, so that the same places give the
//! same picture on every machine.

use std::collections::BTreeMap;

use crate::model::Catalogue;
use crate::model::id::{CommuneId, ProvinceId};
use crate::model::place::Commune;
use crate::plan::SitePlan;
use crate::plan::facet::Facet;
use crate::render::outline::{self, Line};

/// Width of a drawing in its own units.
pub const WIDTH: f64 = 720.0;
/// Between circles.
const GAP: f64 = 3.0;
/// Around the whole.
const MARGIN: f64 = 34.0;
const STEPS: usize = 160;
/// How much of the way back to its true place a circle goes at each step.
const PULL: f64 = 0.03;
/// A map of one or two communes tells nothing that their names do not.
const FEWEST_COMMUNES: usize = 3;

/// The maps of a site, one for each province that has something to show.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Maps {
    pub provinces: Vec<ProvinceMap>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ProvinceMap {
    pub province: ProvinceId,
    pub height: u32,
    /// In the order of the catalogue.
    pub dots: Vec<Dot>,
    /// The `d` of each commune's borders, where the site's owner has given them, beside its dot.
    pub areas: BTreeMap<CommuneId, String>,
    frame: Frame,
}

/// A commune.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    pub commune: CommuneId,
    pub x: f64,
    pub y: f64,
    pub r: f64,
    pub size: Size,
    pub products: usize,
}

/// How many products a commune has, in classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    None,
    Few,
    Some,
    Many,
}

impl Size {
    pub const ALL: [Size; 4] = [Size::None, Size::Few, Size::Some, Size::Many];

    /// The class of a number of products: none, 1 or 2, 3 to 5, 6 and more.
    pub const fn of(products: usize) -> Size {
        match products {
            0 => Size::None,
            1..=2 => Size::Few,
            3..=5 => Size::Some,
            _ => Size::Many,
        }
    }

    pub const fn word(self) -> &'static str {
        match self {
            Size::None => "none",
            Size::Few => "few",
            Size::Some => "some",
            Size::Many => "many",
        }
    }

    pub const fn radius(self) -> f64 {
        match self {
            Size::None => 9.0,
            Size::Few => 17.0,
            Size::Some => 21.0,
            Size::Many => 26.0,
        }
    }
}

impl Maps {
    /// Lays out every province of which something is listed.
    pub fn build(catalogue: &Catalogue, plan: &SitePlan) -> Maps {
        let provinces = (0..catalogue.places.provinces.len()).map(ProvinceId::new);
        Maps { provinces: provinces.filter_map(|id| province(catalogue, plan, id)).collect() }
    }

    pub fn of(&self, province: ProvinceId) -> Option<&ProvinceMap> {
        self.provinces.iter().find(|map| map.province == province)
    }
}

impl ProvinceMap {
    pub fn dot(&self, commune: CommuneId) -> Option<&Dot> {
        self.dots.iter().find(|dot| dot.commune == commune)
    }

    /// Where a point lies on the drawing, before circles were moved; none outside it.
    pub fn spot(&self, point: [f64; 2]) -> Option<[f64; 2]> {
        let [x, y] = self.frame.project(point);
        let inside = (0.0..=WIDTH).contains(&x) && (0.0..=f64::from(self.height)).contains(&y);
        inside.then_some([x, y])
    }
}

fn province(catalogue: &Catalogue, plan: &SitePlan, id: ProvinceId) -> Option<ProvinceMap> {
    let communes = catalogue.commune_ids().filter(|commune| catalogue[*commune].province == id);
    let placed: Vec<(CommuneId, [f64; 2])> =
        communes.filter_map(|commune| Some((commune, point(&catalogue[commune])?))).collect();
    let listed = placed.iter().any(|(commune, _)| plan.listings.get(Facet::Commune(*commune)).is_some());
    if !listed || placed.len() < FEWEST_COMMUNES {
        return None;
    }
    let outlines = placed.iter().flat_map(|(commune, _)| catalogue[*commune].outline.iter().flatten());
    let points: Vec<[f64; 2]> = placed.iter().map(|(_, point)| *point).chain(outlines.copied()).collect();
    let frame = Frame::around(&points)?;
    let areas = areas(catalogue, &placed, &frame);
    let dot = |(commune, point): &(CommuneId, [f64; 2])| {
        let products = plan.listings.count(Facet::Commune(*commune));
        let [x, y] = frame.project(*point);
        Dot { commune: *commune, x, y, r: Size::of(products).radius(), size: Size::of(products), products }
    };
    // A number stands where its area lies; only circles make room for one another.
    let (mut dots, mut circles): (Vec<Dot>, Vec<Dot>) =
        placed.iter().map(dot).partition(|dot| areas.contains_key(&dot.commune));
    apart(&mut circles, frame.height);
    dots.append(&mut circles);
    dots.sort_by_key(|dot| dot.commune);
    Some(ProvinceMap { province: id, height: frame.height as u32, dots, areas, frame })
}

/// Where a commune lies: its own point, else the middle of its borders.
fn point(commune: &Commune) -> Option<[f64; 2]> {
    let corners: Vec<&[f64; 2]> = commune.outline.iter().flatten().collect();
    let middle = |axis: usize| {
        let edge = |better: fn(f64, f64) -> f64| corners.iter().map(|it| it[axis]).reduce(better);
        Some((edge(f64::min)? + edge(f64::max)?) / 2.0)
    };
    commune.point.or_else(|| Some([middle(0)?, middle(1)?]))
}

fn areas(catalogue: &Catalogue, placed: &[(CommuneId, [f64; 2])], frame: &Frame) -> BTreeMap<CommuneId, String> {
    let outlined: Vec<CommuneId> =
        placed.iter().map(|(id, _)| *id).filter(|id| !catalogue[*id].outline.is_empty()).collect();
    let shapes: Vec<Vec<Line>> = outlined
        .iter()
        .map(|id| {
            let rings = catalogue[*id].outline.iter();
            rings.map(|ring| ring.iter().map(|point| frame.project(*point)).collect()).collect()
        })
        .collect();
    outlined.into_iter().zip(outline::paths(&shapes)).collect()
}

/// From degrees to units of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    west: f64,
    north: f64,
    /// Units for a degree of longitude, of latitude.
    scale: [f64; 2],
    height: f64,
}

impl Frame {
    fn around(points: &[[f64; 2]]) -> Option<Frame> {
        let edge = |axis: usize, better: fn(f64, f64) -> f64| points.iter().map(|it| it[axis]).reduce(better);
        let (west, east) = (edge(0, f64::min)?, edge(0, f64::max)?);
        let (south, north) = (edge(1, f64::min)?, edge(1, f64::max)?);
        let squeeze = ((south + north) / 2.0).to_radians().cos();
        let (across, down) = ((east - west) * squeeze, north - south);
        // Provinces are drawn as wide as the page; what is much taller than wide would fill screens.
        let unit = (WIDTH - 2.0 * MARGIN) / across.max(down).max(f64::EPSILON);
        let height = (down * unit + 2.0 * MARGIN).round();
        let west = west - (WIDTH - 2.0 * MARGIN - across * unit) / 2.0 / (squeeze * unit);
        Some(Frame { west, north, scale: [squeeze * unit, unit], height })
    }

    fn project(&self, [longitude, latitude]: [f64; 2]) -> [f64; 2] {
        let x = (longitude - self.west) * self.scale[0] + MARGIN;
        let y = (self.north - latitude) * self.scale[1] + MARGIN;
        [x, y]
    }
}

/// Moves circles until none lies over another, as little as it takes.
fn apart(dots: &mut [Dot], height: f64) {
    let home: Vec<[f64; 2]> = dots.iter().map(|dot| [dot.x, dot.y]).collect();
    for step in 0..STEPS {
        // The last steps only part, or the way back would leave small overlaps.
        if step < STEPS * 3 / 4 {
            for (dot, home) in dots.iter_mut().zip(&home) {
                dot.x += (home[0] - dot.x) * PULL;
                dot.y += (home[1] - dot.y) * PULL;
            }
        }
        for left in 0..dots.len() {
            for right in left + 1..dots.len() {
                let (one, other) = (dots[left], dots[right]);
                let (dx, dy) = (other.x - one.x, other.y - one.y);
                let (far, need) = ((dx * dx + dy * dy).sqrt(), one.r + other.r + GAP);
                if far >= need {
                    continue;
                }
                let (ux, uy) = if far > 0.0 { (dx / far, dy / far) } else { (1.0, 0.0) };
                let half = (need - far) / 2.0;
                dots[left].x -= ux * half;
                dots[left].y -= uy * half;
                dots[right].x += ux * half;
                dots[right].y += uy * half;
            }
        }
        for dot in dots.iter_mut() {
            dot.x = dot.x.clamp(dot.r + GAP, WIDTH - dot.r - GAP);
            dot.y = dot.y.clamp(dot.r + GAP, height - dot.r - GAP);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(points: &[[f64; 2]]) -> Vec<Dot> {
        let dot = |(at, [x, y]): (usize, &[f64; 2])| {
            let (size, commune) = (Size::Few, CommuneId::new(at));
            Dot { commune, x: *x, y: *y, r: size.radius(), size, products: 1 }
        };
        points.iter().enumerate().map(dot).collect()
    }

    #[test]
    fn circles_part_and_keep_their_order() {
        let mut dots = crowd(&[[300.0, 200.0], [310.0, 200.0], [300.0, 205.0], [300.0, 205.0]]);
        apart(&mut dots, 400.0);
        for (at, one) in dots.iter().enumerate() {
            for other in &dots[at + 1..] {
                let far = ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt();
                assert!(far > one.r + other.r, "{one:?} {other:?}");
            }
        }
        assert!(dots[0].x < dots[1].x);
    }

    #[test]
    fn a_circle_that_stands_alone_stays_where_it_is() {
        let mut dots = crowd(&[[300.0, 200.0], [600.0, 300.0]]);
        apart(&mut dots, 400.0);
        assert_eq!((dots[0].x, dots[1].y), (300.0, 300.0));
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let frame = Frame::around(&[[105.0, 18.0], [106.0, 18.5], [105.5, 18.2]]).unwrap();
        let [south_west, north_east] = [frame.project([105.0, 18.0]), frame.project([106.0, 18.5])];
        assert!(south_west[0] < north_east[0] && south_west[1] > north_east[1]);
        assert!(frame.height < WIDTH);
    }

    #[test]
    fn classes_have_clear_edges() {
        assert_eq!([0, 1, 2, 3, 5, 6].map(Size::of).map(Size::word), ["none", "few", "few", "some", "some", "many"]);
    }
}
