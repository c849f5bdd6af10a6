//! A catalogue in which nothing is real, of any size, in the shape that `ocop` reads.
//!
//! N products, N/3 producers, N/20 points of sale, N/5 documents; 63 provinces above 5,000 products, two below. Each
//! entry is drawn from a stream of its own, so that a file is the same whatever else is made.

mod certificates;
mod makers;
mod outlets;
mod papers;
mod places;
mod products;
mod rng;
mod story;
mod tree;
mod visits;
mod words;

use jiff::civil::{Date, date};

use crate::made_up::papers::Shelf;
use crate::made_up::places::{FORMER_IN_PROVINCE, Spot};
use crate::made_up::rng::Rng;

/// The day that the states of the certificates are made for.
pub const TODAY: Date = date(2026, 11, 22);

/// Above this many products the catalogue is the nation's.
const ONE_REGION: usize = 5_000;
const NATION: usize = 63;
const REGION: usize = 2;

#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub products: usize,
    pub pictures: usize,
    pub seed: u64,
}

/// What the entries need to know of each other.
pub struct Catalogue {
    pub size: Size,
    provinces: usize,
    producers: usize,
    points_of_sale: usize,
    venues: usize,
    destinations: usize,
    routes: usize,
    events: usize,
    documents_in_province: usize,
    /// Documents by province.
    shelves: Vec<Shelf>,
    /// By point of sale: the products that it stocks.
    stocks: Vec<Vec<usize>>,
    /// By product: whether it is to have a photograph.
    pictured: Vec<bool>,
}

impl Catalogue {
    pub fn new(size: Size) -> Catalogue {
        let provinces = if size.products > ONE_REGION { NATION } else { REGION };
        let documents_in_province = (size.products / 5 / provinces).max(16);
        let mut catalogue = Catalogue {
            size,
            provinces,
            producers: (size.products / 3).max(1),
            points_of_sale: (size.products / 20).max(provinces * 2),
            venues: (size.products / 100).max(4),
            destinations: (size.products / 100).max(4),
            routes: (size.products / 400).max(2),
            events: (size.products / 200).max(4),
            documents_in_province,
            shelves: (0..provinces).map(|at| Shelf::new(at, documents_in_province)).collect(),
            stocks: Vec::new(),
            pictured: Vec::new(),
        };
        catalogue.stocks = catalogue.stock();
        catalogue.pictured = catalogue.pick_pictured();
        catalogue
    }

    /// Every text file, one after the other: path and content.
    pub fn files(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let documents = (0..self.provinces).flat_map(move |province| {
            (0..self.documents_in_province).map(move |at| papers::document(self, province, at))
        });
        papers::fixed()
            .into_iter()
            .chain((0..self.provinces).map(|at| places::file(at, papers::REGISTER)))
            .chain((2020..=2026).map(|year| papers::plan(self, year)))
            .chain(documents)
            .chain((0..self.size.products).flat_map(|at| products::files(self, at)))
            .chain((0..self.producers).flat_map(|at| makers::files(self, at)))
            .chain((0..self.points_of_sale).map(|at| outlets::point_of_sale(self, at)))
            .chain((0..self.venues).map(|at| outlets::venue(self, at)))
            .chain((0..self.destinations).map(|at| visits::destination(self, at)))
            .chain((0..self.routes).map(|at| visits::route(self, at)))
            .chain((0..self.events).map(|at| visits::event(self, at)))
    }

    /// Paths of the photographs, each with the number from which it is drawn.
    pub fn pictures(&self) -> Vec<(String, u64)> {
        let pictured = (0..self.size.products).filter(|at| self.pictured[*at]);
        pictured
            .map(|at| {
                let mut rng = Rng::of(self.size.seed, "picture", at);
                (format!("products/{}/anh-gia.jpg", self.product_id(at)), rng.next())
            })
            .collect()
    }

    fn product_id(&self, at: usize) -> String {
        products::id(self, at)
    }

    fn maker_of(&self, product: usize) -> usize {
        if product < self.producers {
            return product;
        }
        Rng::of(self.size.seed, "maker of", product).below(self.producers)
    }

    fn spot_of_maker(&self, producer: usize) -> Spot {
        let mut rng = Rng::of(self.size.seed, "spot", producer);
        Spot { province: producer % self.provinces, former: rng.below(FORMER_IN_PROVINCE) }
    }

    fn spot_of(&self, product: usize) -> Spot {
        self.spot_of_maker(self.maker_of(product))
    }

    /// Each product is sold in up to six shops of its province.
    fn stock(&self) -> Vec<Vec<usize>> {
        let mut stocks = vec![Vec::new(); self.points_of_sale];
        for product in 0..self.size.products {
            let mut rng = Rng::of(self.size.seed, "sold at", product);
            let province = self.spot_of(product).province;
            let shops: Vec<usize> = (province..self.points_of_sale).step_by(self.provinces).collect();
            let count = rng.below(7);
            for shop in rng.some(&shops, count) {
                stocks[*shop].push(product);
            }
        }
        stocks
    }

    /// The first products that may show a picture, which strong drink may not.
    fn pick_pictured(&self) -> Vec<bool> {
        let mut left = self.size.pictures;
        let mut pick = |at| {
            let picked = left > 0 && !products::is_bare(self, at);
            left -= usize::from(picked);
            picked
        };
        (0..self.size.products).map(&mut pick).collect()
    }
}
