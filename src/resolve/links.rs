//! What follows from the entries together: where a product is sold, what cites a source, what lies in a unit.

use crate::model::Catalogue;
use crate::model::entry::{Head, Place};
use crate::model::id::*;
use crate::model::links::{Citation, CitedField, Inhabitants, Links};
use crate::model::visit::StopTarget;

/// Fills every derived field of `catalogue`. `stocked_producers` are, by point of sale, the producers all of whose
/// products it stocks.
pub fn fill(catalogue: &mut Catalogue, stocked_producers: &[Vec<ProducerId>]) {
    producers_products(catalogue);
    stocks(catalogue, stocked_producers);
    sold_at(catalogue);
    let mut links = Links {
        citations: vec![Vec::new(); catalogue.sources.len()],
        communes: vec![Inhabitants::default(); catalogue.places.communes.len()],
        former: vec![Inhabitants::default(); catalogue.places.former.len()],
        districts: vec![Inhabitants::default(); catalogue.places.districts.len()],
        routes_by_destination: vec![Vec::new(); catalogue.destinations.len()],
        events_by_destination: vec![Vec::new(); catalogue.destinations.len()],
    };
    inhabitants(catalogue, &mut links);
    by_destination(catalogue, &mut links);
    citations(catalogue, &mut links);
    catalogue.links = links;
}

/// Each producer's products, and each product's place from its producer where it has none of its own.
fn producers_products(catalogue: &mut Catalogue) {
    for id in catalogue.product_ids() {
        let producer = catalogue[id].producer;
        catalogue.producers[producer.at()].products.push(id);
        if catalogue[id].place.is_none() {
            catalogue.products[id.at()].place = catalogue[producer].place.clone();
        }
    }
}

fn stocks(catalogue: &mut Catalogue, stocked_producers: &[Vec<ProducerId>]) {
    for (at, producers) in stocked_producers.iter().enumerate() {
        let more: Vec<ProductId> =
            producers.iter().flat_map(|producer| catalogue[*producer].products.iter().copied()).collect();
        let stocks = &mut catalogue.points_of_sale[at].stocks;
        stocks.extend(more);
        stocks.sort_unstable();
        stocks.dedup();
    }
}

fn sold_at(catalogue: &mut Catalogue) {
    let mut outlets: Vec<(ProductId, Outlet)> = Vec::new();
    for id in catalogue.producer_ids() {
        let producer = &catalogue[id];
        let Some(on_site) = &producer.sells_on_site else { continue };
        let sold = if on_site.products.is_empty() { &producer.products } else { &on_site.products };
        outlets.extend(sold.iter().map(|product| (*product, Outlet::Producer(id))));
    }
    for (at, point) in catalogue.points_of_sale.iter().enumerate() {
        outlets.extend(point.stocks.iter().map(|id| (*id, Outlet::PointOfSale(PointOfSaleId::new(at)))));
    }
    for (at, venue) in catalogue.venues.iter().enumerate() {
        outlets.extend(venue.uses.iter().map(|used| (used.product, Outlet::Venue(VenueId::new(at)))));
    }
    for (product, outlet) in outlets {
        let sold_at = &mut catalogue.products[product.at()].sold_at;
        if !sold_at.contains(&outlet) {
            sold_at.push(outlet);
        }
    }
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

fn citations(catalogue: &Catalogue, links: &mut Links) {
    let citations = &mut links.citations;
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
