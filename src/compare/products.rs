//! Products: stars, certificates, course, producer, class, place, where sold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::date::{DateSpan, PartialDate};
use crate::compare::{Change, Pair, Teller, Weight, shown};
use crate::lexicon;
use crate::model::Catalogue;
use crate::model::id::Outlet;
use crate::model::product::{Alcohol, Product, Recognition, Stars};
use crate::report::{address, shown_date};

pub fn compare(pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = pair.catalogues();
    let by_slug: FxHashMap<&str, &Arc<Product>> =
        old.products.iter().map(|product| (product.head.slug.as_str(), product)).collect();
    for product in &new.products {
        let head = &product.head;
        // An entry whose folder was renamed keeps its history under the former name.
        let former =
            by_slug.get(head.slug.as_str()).or_else(|| head.aliases.iter().find_map(|slug| by_slug.get(slug.as_str())));
        let Some(former) = former else { continue };
        // Sides share a product only where its file and all that it may lead to are the same in both.
        if Arc::ptr_eq(former, product) {
            continue;
        }
        let mut teller = Teller { folder: "products", id: &head.slug, name: &head.name.vi, changes };
        certificate(&mut teller, former, product);
        own_details(&mut teller, former, product);
        linked_details(&mut teller, (old, former), (new, product));
    }
}

fn certificate(teller: &mut Teller, old: &Product, new: &Product) {
    let (was, is) = (&old.certificate, &new.certificate);
    if was.stars != is.stars {
        let stars =
            |product: &Product| product.certificate.stars.map_or_else(String::new, |stars| stars.count().to_string());
        let event = is.deciding.map(|at| &new.recognitions[at]);
        let basis = event.map(basis).unwrap_or_default();
        match (was.stars, is.stars) {
            (None, Some(_)) => {
                teller.tell(Weight::Certificate, "stars-first", &[("new", &stars(new)), ("basis", &basis)])
            }
            (Some(_), None) => teller.tell(Weight::Certificate, "stars-none", &[("old", &stars(old))]),
            _ => teller.tell(
                Weight::Certificate,
                "stars",
                &[("old", &stars(old)), ("new", &stars(new)), ("basis", &basis)],
            ),
        }
    }
    if was.state != is.state {
        let word = |product: &Product| {
            let word = product.certificate.state.word();
            lexicon::term("certificate", word).unwrap_or(word).to_owned()
        };
        let args = [
            ("old", word(old)),
            ("new", word(new)),
            ("old_word", was.state.word().to_owned()),
            ("new_word", is.state.word().to_owned()),
            ("until", until(is.until)),
        ];
        let args: Vec<(&'static str, &str)> = args.iter().map(|(key, value)| (*key, value.as_str())).collect();
        teller.tell(Weight::Certificate, "state", &args);
    } else if was.until != is.until {
        teller.differs(Weight::Certificate, "until", &until(was.until), &until(is.until));
    }
    recognitions(teller, old, new);
}

/// Events recorded or taken back that the deciding one does not already tell of.
fn recognitions(teller: &mut Teller, old: &Product, new: &Product) {
    let events = |product: &Product| product.recognitions.iter().map(event).collect::<BTreeSet<[String; 2]>>();
    let (was, is) = (events(old), events(new));
    for [vi, en] in is.difference(&was) {
        teller.tell(Weight::Certificate, "event-new", &[("event", vi), ("event_en", en)]);
    }
    for [vi, en] in was.difference(&is) {
        teller.tell(Weight::Certificate, "event-gone", &[("event", vi), ("event_en", en)]);
    }
}

/// `Được công nhận 4 sao, 2394/QĐ-UBND, 15/10/2024`, and the same in English.
fn event(event: &Recognition) -> [String; 2] {
    let word = event.event.word();
    let words = [lexicon::term, lexicon::english].map(|term| term("recognition-event", word).unwrap_or(word));
    let basis = basis(event);
    let basis = if basis.is_empty() { basis } else { format!(", {basis}") };
    let [vi, en] = words;
    match event.stars.map(Stars::count) {
        Some(stars) => [format!("{vi} {stars} sao{basis}"), format!("{en}: {stars} stars{basis}")],
        None => [format!("{vi}{basis}"), format!("{en}{basis}")],
    }
}

/// The decision and the date, as far as they are known.
fn basis(event: &Recognition) -> String {
    let number = event.decision.as_ref().map(|decision| decision.number.clone());
    number.into_iter().chain(event.date.map(shown_date)).collect::<Vec<_>>().join(", ")
}

fn until(until: Option<DateSpan>) -> String {
    let day = |day| shown_date(PartialDate::Day(day));
    match until {
        Some(span) if span.first == span.last => day(span.first),
        Some(span) => format!("{} – {}", day(span.first), day(span.last)),
        None => String::new(),
    }
}

fn linked_details(teller: &mut Teller, (was_in, old): (&Catalogue, &Product), (is_in, new): (&Catalogue, &Product)) {
    let producer = |catalogue: &Catalogue, product: &Product| catalogue[product.producer].head.slug.clone();
    if producer(was_in, old) != producer(is_in, new) {
        let name = |catalogue: &Catalogue, product: &Product| catalogue[product.producer].head.name.vi.clone();
        teller.tell(Weight::Detail, "producer", &[("old", &name(was_in, old)), ("new", &name(is_in, new))]);
    }
    let category = |catalogue: &Catalogue, product: &Product| {
        let number = product.category.subgroup.map(|number| format!(", {number}")).unwrap_or_default();
        format!("{}{number}", catalogue[product.category.group].name.vi)
    };
    teller.differs(Weight::Detail, "category", &category(was_in, old), &category(is_in, new));
    let place = |catalogue: &Catalogue, product: &Product| {
        product.place.as_ref().map(|place| address::text(catalogue, place, "")).unwrap_or_default()
    };
    teller.differs(Weight::Detail, "place", &place(was_in, old), &place(is_in, new));
    sold_at(teller, (was_in, old), (is_in, new));
}

/// What a product's own file says of it.
fn own_details(teller: &mut Teller, old: &Product, new: &Product) {
    let ([was, was_en], [is, is_en]) = (course(old), course(new));
    if was != is {
        let args = [("old", shown(&was)), ("new", shown(&is)), ("old_en", shown(&was_en)), ("new_en", shown(&is_en))];
        teller.tell(Weight::Certificate, "course", &args);
    }
    let code = |product: &Product| product.code.clone().unwrap_or_default();
    teller.differs(Weight::Detail, "code", &code(old), &code(new));
    let official = |product: &Product| product.official_code.clone().unwrap_or_default();
    teller.differs(Weight::Detail, "official-code", &official(old), &official(new));
    teller.differs(Weight::Detail, "alcohol", &alcohol(old), &alcohol(new));
}

/// The step, the stars aimed at and the year, in both languages.
fn course(product: &Product) -> [String; 2] {
    let Some(course) = &product.course else { return Default::default() };
    let word = course.step.word();
    let year = course.year.map(|year| format!(", {year}")).unwrap_or_default();
    let told = |term: fn(&str, &str) -> Option<&'static str>, sign: &str| {
        let to = course.to_stars.map(|stars| format!(" ({} {sign})", stars.count())).unwrap_or_default();
        format!("{}{to}{year}", term("step", word).unwrap_or(word))
    };
    [told(lexicon::term, "sao"), told(lexicon::english, "stars")]
}

fn alcohol(product: &Product) -> String {
    match product.alcohol {
        Alcohol::None => String::new(),
        Alcohol::Warned { percent } | Alcohol::Bare { percent: Some(percent) } => format!("{percent} %"),
        Alcohol::Bare { percent: None } => "?".to_owned(),
    }
}

fn sold_at(teller: &mut Teller, (was_in, old): (&Catalogue, &Product), (is_in, new): (&Catalogue, &Product)) {
    let outlets = |catalogue: &Catalogue, product: &Product| {
        let name = |outlet: &Outlet| match *outlet {
            Outlet::Producer(id) => (&catalogue[id].head.slug, &catalogue[id].head.name.vi),
            Outlet::PointOfSale(id) => (&catalogue[id].head.slug, &catalogue[id].head.name.vi),
            Outlet::Venue(id) => (&catalogue[id].head.slug, &catalogue[id].head.name.vi),
        };
        let named = product.sold_at.iter().map(name);
        named.map(|(slug, name)| (slug.clone(), name.clone())).collect::<BTreeMap<String, String>>()
    };
    let (was, is) = (outlets(was_in, old), outlets(is_in, new));
    for (_, name) in is.iter().filter(|(slug, _)| !was.contains_key(*slug)) {
        teller.tell(Weight::Outlet, "sold-new", &[("outlet", name)]);
    }
    for (_, name) in was.iter().filter(|(slug, _)| !is.contains_key(*slug)) {
        teller.tell(Weight::Outlet, "sold-gone", &[("outlet", name)]);
    }
}
