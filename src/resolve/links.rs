//! What follows from the entries together: where a product is sold, what cites a source, what lies in a unit.

use std::mem;
use std::sync::Arc;

use crate::memo::Memo;
use crate::model::Catalogue;
use crate::model::entry::{Head, Place};
use crate::model::id::*;
use crate::model::links::{Citation, CitedField, Inhabitants, Links};
use crate::model::people::{PointOfSale, Producer};
use crate::model::product::Product;
use crate::model::visit::StopTarget;

/// Entries with their derived fields, by the entries as they were resolved, for the next time.
#[derive(Default)]
pub struct Linked {
    products: Memo<Arc<Product>, Arc<Product>>,
    producers: Memo<Arc<Producer>, Arc<Producer>>,
    points_of_sale: Memo<Arc<PointOfSale>, Arc<PointOfSale>>,
}

/// Fills every derived field of `catalogue`. `stocked_producers` are, by point of sale, the producers all of whose
/// products it stocks. What `former` filled in the same way is taken from there.
pub fn fill(catalogue: &mut Catalogue, stocked_producers: &[Vec<ProducerId>], former: &Linked) -> Linked {
    let producers = producers(catalogue, &former.producers);
    catalogue.producers = producers.values().cloned().collect();
    let points_of_sale = points_of_sale(catalogue, stocked_producers, &former.points_of_sale);
    catalogue.points_of_sale = points_of_sale.values().cloned().collect();
    let products = products(catalogue, &former.products);
    catalogue.products = products.values().cloned().collect();
    let mut links = Links {
        citations: vec![Vec::new(); catalogue.sources.len()],
        communes: vec![Inhabitants::default(); catalogue.places.communes.len()],
        former: vec![Inhabitants::default(); catalogue.places.former.len()],
        districts: vec![Inhabitants::default(); catalogue.places.districts.len()],
        routes_by_destination: vec![Vec::new(); catalogue.destinations.len()],
        events_by_destination: vec![Vec::new(); catalogue.destinations.len()],
    };
    let mut citing = mem::take(&mut links.citations);
    rayon::join(
        || {
            inhabitants(catalogue, &mut links);
            by_destination(catalogue, &mut links);
        },
        || citations(catalogue, &mut citing),
    );
    links.citations = citing;
    catalogue.links = links;
    Linked { products, producers, points_of_sale }
}

/// Each producer with its products.
fn producers(catalogue: &Catalogue, former: &Memo<Arc<Producer>, Arc<Producer>>) -> Memo<Arc<Producer>, Arc<Producer>> {
    let mut made: Vec<Vec<ProductId>> = vec![Vec::new(); catalogue.producers.len()];
    for id in catalogue.product_ids() {
        made[catalogue[id].producer.at()].push(id);
    }
    former.again_where(
        catalogue.producers.clone(),
        |at, producer| producer.products == made[at],
        |at, producer| Arc::new(Producer { products: made[at].clone(), ..Producer::clone(producer) }),
    )
}

/// Each point of sale with the products of the producers that it stocks.
fn points_of_sale(
    catalogue: &Catalogue,
    stocked_producers: &[Vec<ProducerId>],
    former: &Memo<Arc<PointOfSale>, Arc<PointOfSale>>,
) -> Memo<Arc<PointOfSale>, Arc<PointOfSale>> {
    let stocks = |at: usize| {
        let more = stocked_producers[at].iter().flat_map(|producer| &catalogue[*producer].products);
        let mut stocks: Vec<ProductId> = catalogue.points_of_sale[at].stocks.iter().chain(more).copied().collect();
        stocks.sort_unstable();
        stocks.dedup();
        stocks
    };
    former.again_where(
        catalogue.points_of_sale.clone(),
        |at, point| point.stocks == stocks(at),
        |at, point| Arc::new(PointOfSale { stocks: stocks(at), ..PointOfSale::clone(point) }),
    )
}

/// Each product with where it is sold, and with its producer's place where it has none of its own.
fn products(catalogue: &Catalogue, former: &Memo<Arc<Product>, Arc<Product>>) -> Memo<Arc<Product>, Arc<Product>> {
    let sold_at = sold_at(catalogue);
    let place = |at: usize| {
        let product = &catalogue.products[at];
        product.place.as_ref().or(catalogue[product.producer].place.as_ref())
    };
    former.again_where(
        catalogue.products.clone(),
        |at, product| product.sold_at == sold_at[at] && product.place.as_ref() == place(at),
        |at, product| {
            let (sold_at, place) = (sold_at[at].clone(), place(at).cloned());
            if sold_at.is_empty() && place == product.place {
                return product.clone();
            }
            Arc::new(Product { sold_at, place, ..Product::clone(product) })
        },
    )
}

fn sold_at(catalogue: &Catalogue) -> Vec<Vec<Outlet>> {
    let mut sold_at: Vec<Vec<Outlet>> = vec![Vec::new(); catalogue.products.len()];
    let mut sell = |product: ProductId, outlet: Outlet| {
        let outlets = &mut sold_at[product.at()];
        if !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    };
    for id in catalogue.producer_ids() {
        let producer = &catalogue[id];
        let Some(on_site) = &producer.sells_on_site else { continue };
        let sold = if on_site.products.is_empty() { &producer.products } else { &on_site.products };
        sold.iter().for_each(|product| sell(*product, Outlet::Producer(id)));
    }
    for (at, point) in catalogue.points_of_sale.iter().enumerate() {
        point.stocks.iter().for_each(|product| sell(*product, Outlet::PointOfSale(PointOfSaleId::new(at))));
    }
    for (at, venue) in catalogue.venues.iter().enumerate() {
        venue.uses.iter().for_each(|used| sell(used.product, Outlet::Venue(VenueId::new(at))));
    }
    sold_at
}

fn inhabitants(catalogue: &Catalogue, links: &mut Links) {
    macro_rules! settle {
        ($($field:ident: $id:ident,)+) => {
            $(for (at, entry) in catalogue.$field.iter().enumerate() {
                for_units(entry.place.as_ref(), links, |unit| unit.$field.push($id::new(at)));
            })+
        };
    }
    settle! {
        products: ProductId,
        producers: ProducerId,
        points_of_sale: PointOfSaleId,
        venues: VenueId,
        destinations: DestinationId,
        events: EventId,
    }
}

/// Visits the units that a place belongs to. A divided unit's entries stand under each present commune it may lie in.
fn for_units(place: Option<&Place>, links: &mut Links, mut visit: impl FnMut(&mut Inhabitants)) {
    let Some(place) = place else { return };
    for commune in &place.communes {
        visit(&mut links.communes[commune.at()]);
    }
    if let Unit::Former(former) = place.unit {
        visit(&mut links.former[former.at()]);
    }
    if let Some(district) = place.district {
        visit(&mut links.districts[district.at()]);
    }
}

fn by_destination(catalogue: &Catalogue, links: &mut Links) {
    for (at, route) in catalogue.routes.iter().enumerate() {
        for stop in &route.stops {
            if let StopTarget::Destination(destination) = stop.target {
                let routes = &mut links.routes_by_destination[destination.at()];
                if !routes.contains(&RouteId::new(at)) {
                    routes.push(RouteId::new(at));
                }
            }
        }
    }
    for (at, event) in catalogue.events.iter().enumerate() {
        for destination in &event.destinations {
            links.events_by_destination[destination.at()].push(EventId::new(at));
        }
    }
}

/// Notes every use of every source.
struct Citing<'l> {
    by: EntryRef,
    citations: &'l mut Vec<Vec<Citation>>,
}

impl Citing<'_> {
    fn note(&mut self, field: CitedField, item: Option<usize>, sources: &[SourceId]) {
        for source in sources {
            self.citations[source.at()].push(Citation { by: self.by, field, source: *source, item });
        }
    }

    fn list<'s>(&mut self, field: CitedField, lists: impl IntoIterator<Item = &'s Vec<SourceId>>) {
        for (at, sources) in lists.into_iter().enumerate() {
            self.note(field, Some(at), sources);
        }
    }

    fn head(&mut self, head: &Head, place: Option<&Place>) {
        self.list(CitedField::Fact, head.facts.iter().map(|fact| &fact.sources));
        self.list(CitedField::Caveat, head.caveats.iter().map(|caveat| &caveat.sources));
        self.list(CitedField::Picture, head.pictures.iter().map(|picture| &picture.sources));
        self.note(CitedField::Place, None, place.map_or(&[], |place| &place.sources));
        self.note(CitedField::Entry, None, &head.sources);
    }
}

fn citations(catalogue: &Catalogue, citations: &mut Vec<Vec<Citation>>) {
    for (at, product) in catalogue.products.iter().enumerate() {
        let mut citing = Citing { by: EntryRef::Product(ProductId::new(at)), citations };
        citing.list(CitedField::Recognition, product.recognitions.iter().map(|event| &event.sources));
        for (at, event) in product.recognitions.iter().enumerate() {
            for (_, sources) in &event.other_dates {
                citing.note(CitedField::Recognition, Some(at), sources);
            }
        }
        citing.list(CitedField::Course, product.course_steps.iter().map(|step| &step.sources));
        citing.list(CitedField::Price, product.prices.iter().map(|price| &price.sources));
        citing.list(CitedField::Paper, product.papers.iter().map(|paper| &paper.sources));
        citing.list(CitedField::SoldWhere, product.sold_where.iter().map(|fact| &fact.sources));
        citing.note(CitedField::Season, None, product.season.as_ref().map_or(&[], |season| &season.sources));
        citing.note(CitedField::Buying, None, product.buying.as_ref().map_or(&[], |buying| &buying.sources));
        // A product's place may be its producer's, whose page cites it.
        citing.head(&product.head, None);
    }
    for (at, producer) in catalogue.producers.iter().enumerate() {
        let mut citing = Citing { by: EntryRef::Producer(ProducerId::new(at)), citations };
        citing.list(CitedField::Contact, producer.contacts.iter().map(|contact| &contact.sources));
        citing.note(CitedField::OnSite, None, producer.sells_on_site.as_ref().map_or(&[], |on_site| &on_site.sources));
        citing.note(CitedField::Visits, None, producer.visits.as_ref().map_or(&[], |visits| &visits.sources));
        citing.head(&producer.head, producer.place.as_ref());
    }
    outlets(catalogue, citations);
    visits(catalogue, citations);
}

fn outlets(catalogue: &Catalogue, citations: &mut Vec<Vec<Citation>>) {
    for (at, point) in catalogue.points_of_sale.iter().enumerate() {
        let mut citing = Citing { by: EntryRef::PointOfSale(PointOfSaleId::new(at)), citations };
        citing.note(CitedField::Hours, None, point.hours.as_ref().map_or(&[], |hours| &hours.sources));
        citing.note(CitedField::Stocks, None, &point.stocks_sources);
        citing.list(CitedField::Contact, point.contacts.iter().map(|contact| &contact.sources));
        citing.head(&point.head, point.place.as_ref());
    }
    for (at, venue) in catalogue.venues.iter().enumerate() {
        let mut citing = Citing { by: EntryRef::Venue(VenueId::new(at)), citations };
        citing.note(CitedField::Hours, None, venue.hours.as_ref().map_or(&[], |hours| &hours.sources));
        citing.list(CitedField::Use, venue.uses.iter().map(|used| &used.sources));
        citing.list(CitedField::Contact, venue.contacts.iter().map(|contact| &contact.sources));
        citing.head(&venue.head, venue.place.as_ref());
    }
}

fn visits(catalogue: &Catalogue, citations: &mut Vec<Vec<Citation>>) {
    for (at, destination) in catalogue.destinations.iter().enumerate() {
        let mut citing = Citing { by: EntryRef::Destination(DestinationId::new(at)), citations };
        citing.list(CitedField::GettingThere, destination.getting_there.iter().map(|fact| &fact.sources));
        citing.list(CitedField::WhenToGo, destination.when_to_go.iter().map(|fact| &fact.sources));
        citing.head(&destination.head, destination.place.as_ref());
    }
    for (at, route) in catalogue.routes.iter().enumerate() {
        Citing { by: EntryRef::Route(RouteId::new(at)), citations }.head(&route.head, None);
    }
    for (at, event) in catalogue.events.iter().enumerate() {
        Citing { by: EntryRef::Event(EventId::new(at)), citations }.head(&event.head, event.place.as_ref());
    }
}
