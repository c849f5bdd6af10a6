//! Entries as rows of open data. Ids are those of the content; a spirit's places of sale are left out everywhere.

use serde_json::{Value, json};

use crate::base::date::{DateSpan, PartialDate};
use crate::base::lang::{Lang, Localized};
use crate::model::Catalogue;
use crate::model::entry::Place;
use crate::model::id::*;
use crate::model::people::Standing;
use crate::model::visit::{StopTarget, When};
use crate::plan::SitePlan;
use crate::plan::route::Route;
use crate::render::data::{DataKind, Record};

/// All rows of a kind, in the order of the catalogue.
pub fn of(catalogue: &Catalogue, plan: &SitePlan, kind: DataKind) -> Vec<Record> {
    let rows = Rows { catalogue, plan };
    let all = |count: usize, row: &dyn Fn(usize) -> Value| (0..count).map(|at| object(row(at))).collect();
    match kind {
        DataKind::Products => all(catalogue.products.len(), &|at| rows.product(ProductId::new(at))),
        DataKind::Producers => all(catalogue.producers.len(), &|at| rows.producer(ProducerId::new(at))),
        DataKind::PointsOfSale => all(catalogue.points_of_sale.len(), &|at| rows.point(PointOfSaleId::new(at))),
        DataKind::Venues => all(catalogue.venues.len(), &|at| rows.venue(VenueId::new(at))),
        DataKind::Destinations => all(catalogue.destinations.len(), &|at| rows.destination(DestinationId::new(at))),
        DataKind::Routes => all(catalogue.routes.len(), &|at| rows.route(RouteId::new(at))),
        DataKind::Events => all(catalogue.events.len(), &|at| rows.event(EventId::new(at))),
        DataKind::Sources => all(catalogue.sources.len(), &|at| rows.source(SourceId::new(at))),
        DataKind::Places => Vec::new(),
    }
}

fn object(row: Value) -> Record {
    match row {
        Value::Object(record) => record,
        _ => Record::new(),
    }
}

struct Rows<'a> {
    catalogue: &'a Catalogue,
    plan: &'a SitePlan,
}

impl Rows<'_> {
    fn product(&self, id: ProductId) -> Value {
        let catalogue = self.catalogue;
        let product = &catalogue[id];
        let units = Units::of(catalogue, product.place.as_ref());
        let sold_at: Vec<String> = product.sold_at.iter().map(|outlet| self.outlet(*outlet)).collect();
        json!({
            "id": product.head.slug,
            "code": product.code,
            "name": localized(&product.head.name),
            "url": self.url(EntryRef::Product(id)),
            "producer": catalogue[product.producer].head.slug,
            "category": self.category(id),
            "commune": units.commune,
            "former_commune": units.former_commune,
            "district": units.district,
            "stars": product.certificate.stars.map(|stars| stars.count()),
            "certificate": product.certificate.state.word(),
            "valid_until": product.certificate.until.map(span),
            "course": product.course.as_ref().map(|course| course.step.word()),
            "sold_at": if product.is_bare() { Vec::new() } else { sold_at },
            "sources": self.sources(&product.head.sources),
        })
    }

    fn producer(&self, id: ProducerId) -> Value {
        let producer = &self.catalogue[id];
        let units = Units::of(self.catalogue, producer.place.as_ref());
        json!({
            "id": producer.head.slug,
            "name": localized(&producer.head.name),
            "url": self.url(EntryRef::Producer(id)),
            "name_basis": producer.name_basis.word(),
            "legal_form": producer.legal_form.word(),
            "commune": units.commune,
            "former_commune": units.former_commune,
            "district": units.district,
            "website": producer.website,
            "sells_on_site": producer.sells_on_site.as_ref().map(|_| true),
            "visits": producer.visits.as_ref().map(|visits| visits.welcomed.word()),
            "products": self.products(&producer.products),
            "sources": self.sources(&producer.head.sources),
        })
    }

    fn point(&self, id: PointOfSaleId) -> Value {
        let point = &self.catalogue[id];
        let units = Units::of(self.catalogue, point.place.as_ref());
        let seen = Seen::of(&point.standing);
        json!({
            "id": point.head.slug,
            "name": localized(&point.head.name),
            "url": self.url(EntryRef::PointOfSale(id)),
            "type": point.kind.word(),
            "producer": point.producer.map(|id| &self.catalogue[id].head.slug),
            "commune": units.commune,
            "former_commune": units.former_commune,
            "district": units.district,
            "address": point.address.as_ref().map(localized),
            "status": point.standing.status.word(),
            "as_of": seen.as_of,
            "verified_on": seen.verified_on,
            "opening_hours": point.hours.as_ref().map(|hours| &hours.expression),
            "stocks": self.for_sale(point.stocks.iter().copied()),
            "sources": self.sources(&point.head.sources),
        })
    }

    fn venue(&self, id: VenueId) -> Value {
        let venue = &self.catalogue[id];
        let units = Units::of(self.catalogue, venue.place.as_ref());
        let seen = Seen::of(&venue.standing);
        json!({
            "id": venue.head.slug,
            "name": localized(&venue.head.name),
            "url": self.url(EntryRef::Venue(id)),
            "type": venue.kind.word(),
            "commune": units.commune,
            "former_commune": units.former_commune,
            "district": units.district,
            "address": venue.address.as_ref().map(localized),
            "status": venue.standing.status.word(),
            "as_of": seen.as_of,
            "verified_on": seen.verified_on,
            "opening_hours": venue.hours.as_ref().map(|hours| &hours.expression),
            "uses": self.for_sale(venue.uses.iter().map(|it| it.product)),
            "sources": self.sources(&venue.head.sources),
        })
    }

    fn destination(&self, id: DestinationId) -> Value {
        let destination = &self.catalogue[id];
        let units = Units::of(self.catalogue, destination.place.as_ref());
        let producers: Vec<&str> =
            destination.producers.iter().map(|id| self.catalogue[*id].head.slug.as_str()).collect();
        json!({
            "id": destination.head.slug,
            "name": localized(&destination.head.name),
            "url": self.url(EntryRef::Destination(id)),
            "type": destination.kind.word(),
            "commune": units.commune,
            "former_commune": units.former_commune,
            "district": units.district,
            "producers": producers,
            "sources": self.sources(&destination.head.sources),
        })
    }

    fn route(&self, id: RouteId) -> Value {
        let route = &self.catalogue[id];
        let stops: Vec<String> = route.stops.iter().map(|stop| self.stop(stop.target)).collect();
        json!({
            "id": route.head.slug,
            "name": localized(&route.head.name),
            "url": self.url(EntryRef::Route(id)),
            "status": route.status.word(),
            "operator": route.operator.as_ref().map(localized),
            "stops": stops,
            "sources": self.sources(&route.head.sources),
        })
    }

    fn event(&self, id: EventId) -> Value {
        let event = &self.catalogue[id];
        let units = Units::of(self.catalogue, event.place.as_ref());
        let (from, until, yearly, lunar) = when(event.when);
        let destinations: Vec<&str> =
            event.destinations.iter().map(|id| self.catalogue[*id].head.slug.as_str()).collect();
        json!({
            "id": event.head.slug,
            "name": localized(&event.head.name),
            "url": self.url(EntryRef::Event(id)),
            "from": from,
            "until": until,
            "yearly": yearly,
            "lunar": lunar,
            "commune": units.commune,
            "former_commune": units.former_commune,
            "district": units.district,
            "destinations": destinations,
            "sources": self.sources(&event.head.sources),
        })
    }

    fn source(&self, id: SourceId) -> Value {
        let source = &self.catalogue[id];
        json!({
            "id": source.slug,
            "title": localized(&source.title),
            "url": self.url(EntryRef::Source(id)),
            "publisher": source.publisher,
            "grade": source.grade.word(),
            "type": source.kind.word(),
            "number": source.number,
            "date": partial(source.date),
            "original": source.url,
            "read_on": partial(source.read_on),
            "extent": source.extent.word(),
        })
    }

    fn url(&self, entry: EntryRef) -> String {
        url(self.catalogue, self.plan, entry)
    }

    /// `thuc-pham`, or `thuc-pham/nuoc-cham` with the subgroup.
    fn category(&self, id: ProductId) -> String {
        let category = &self.catalogue[id].category;
        let group = &self.catalogue[category.group].id;
        match category.subgroup.and_then(|number| self.catalogue.taxonomy.subgroup(number)) {
            Some(subgroup) => format!("{group}/{}", subgroup.id),
            None => group.clone(),
        }
    }

    /// As in the content: the folder of the kind, then the id.
    fn outlet(&self, outlet: Outlet) -> String {
        let catalogue = self.catalogue;
        match outlet {
            Outlet::Producer(id) => format!("producers/{}", catalogue[id].head.slug),
            Outlet::PointOfSale(id) => format!("points-of-sale/{}", catalogue[id].head.slug),
            Outlet::Venue(id) => format!("venues/{}", catalogue[id].head.slug),
        }
    }

    fn stop(&self, target: StopTarget) -> String {
        match target {
            StopTarget::Destination(id) => format!("destinations/{}", self.catalogue[id].head.slug),
            StopTarget::Producer(id) => self.outlet(Outlet::Producer(id)),
            StopTarget::PointOfSale(id) => self.outlet(Outlet::PointOfSale(id)),
            StopTarget::Venue(id) => self.outlet(Outlet::Venue(id)),
        }
    }

    fn products(&self, ids: &[ProductId]) -> Vec<&str> {
        ids.iter().map(|id| self.catalogue[*id].head.slug.as_str()).collect()
    }

    fn for_sale(&self, ids: impl Iterator<Item = ProductId>) -> Vec<&str> {
        let products = ids.map(|id| &self.catalogue[id]).filter(|product| !product.is_bare());
        products.map(|product| product.head.slug.as_str()).collect()
    }

    fn sources(&self, ids: &[SourceId]) -> Vec<&str> {
        ids.iter().map(|id| self.catalogue[*id].slug.as_str()).collect()
    }
}

/// Where an entry lies, by ids; unknown or undecided ones are null.
pub struct Units<'c> {
    pub commune: Option<&'c str>,
    former_commune: Option<&'c str>,
    district: Option<&'c str>,
}

impl<'c> Units<'c> {
    pub fn of(catalogue: &'c Catalogue, place: Option<&Place>) -> Units<'c> {
        let former = |place: &Place| match place.unit {
            Unit::Former(id) => Some(catalogue[id].id.as_str()),
            _ => None,
        };
        Units {
            commune: place.and_then(Place::commune).map(|id| catalogue[id].id.as_str()),
            former_commune: place.and_then(former),
            district: place.and_then(|place| place.district).map(|id| catalogue[id].id.as_str()),
        }
    }
}

struct Seen {
    as_of: Option<String>,
    verified_on: Option<String>,
}

impl Seen {
    fn of(standing: &Standing) -> Seen {
        Seen { as_of: partial(standing.as_of), verified_on: partial(standing.verified_on) }
    }
}

/// The page of an entry in Vietnamese, absolute.
pub fn url(catalogue: &Catalogue, plan: &SitePlan, entry: EntryRef) -> String {
    let route = Route::new(Lang::Vi, crate::plan::paths::entry(catalogue, entry));
    plan.base.absolute(&route.from_root())
}

pub fn localized(text: &Localized) -> Value {
    json!({ "vi": text.vi, "en": text.en })
}

fn partial(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// An interval as the partial date that it is, else as `first/last`.
fn span(span: DateSpan) -> String {
    let year = PartialDate::Year(span.first.year());
    let month = PartialDate::Month(span.first.year(), span.first.month());
    match span.exact() {
        Some(day) => day.to_string(),
        None if month.span() == span => month.to_string(),
        None if year.span() == span => year.to_string(),
        None => format!("{}/{}", span.first, span.last),
    }
}

type WhenFields = (Option<String>, Option<String>, Option<bool>, Option<String>);

fn when(when: When) -> WhenFields {
    match when {
        When::Unknown => (None, None, None, None),
        When::Solar { from, until, yearly } => (Some(from.to_string()), partial(until), Some(yearly), None),
        When::Lunar { month, day, until_day } => {
            let until = until_day.map(|until| format!("-{until}")).unwrap_or_default();
            (None, None, Some(true), Some(format!("{day}{until}/{month}")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::{fixture, fixture_plan};
    use crate::render::data::dictionary::fields;

    #[test]
    fn rows_have_the_fields_of_the_dictionary_in_its_order() {
        let catalogue = fixture();
        let plan = fixture_plan(&catalogue);
        for kind in DataKind::ALL {
            for row in of(&catalogue, &plan, kind) {
                let keys: Vec<&str> = row.keys().map(String::as_str).collect();
                let known: Vec<&str> = fields(kind).iter().map(|(name, _)| *name).collect();
                assert_eq!(keys, known, "{kind:?}");
            }
        }
    }

    #[test]
    fn intervals_are_partial_dates_where_they_can_be() {
        let of = |text: &str| PartialDate::parse(text).unwrap().span();
        assert_eq!(span(of("2027-10-15")), "2027-10-15");
        assert_eq!(span(of("2027-10")), "2027-10");
        assert_eq!(span(of("2027")), "2027");
        assert_eq!(span(of("2022-12").hull(of("2023-01-14"))), "2022-12-01/2023-01-14");
    }
}
