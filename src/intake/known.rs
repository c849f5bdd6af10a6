//! Whether the catalogue has a line already, and what it says otherwise.

use crate::base::text::{fold, slug};
use crate::intake::drafts::may_be_one;
use crate::intake::lines::Line;
use crate::intake::{Basis, Remark};
use crate::model::id::ProductId;
use crate::scaffold::find::{Found, find as nearest};
use crate::terms::RecognitionEvent;

/// The product that the line is about: by its id, else by its name and its producer.
pub fn find(line: &Line, basis: &Basis) -> Option<ProductId> {
    let catalogue = basis.catalogue;
    if let Some(id) = catalogue.product_ids().find(|id| catalogue[*id].head.slug == line.product_id) {
        return Some(id);
    }
    let all = namesakes(line, basis);
    match all[..] {
        [one] if line.producer.is_empty() => Some(one),
        _ => all.into_iter().find(|id| same_maker(line, *id, basis)),
    }
}

/// Products of that name, whoever makes them. An id is a short name too.
pub fn namesakes(line: &Line, basis: &Basis) -> Vec<ProductId> {
    let catalogue = basis.catalogue;
    let (wanted, as_id) = (fold(&line.name), slug(&line.name));
    let named = |id: &ProductId| {
        let head = &catalogue[*id].head;
        head.slug == as_id || fold(&head.name.vi) == wanted || head.other_names.iter().any(|name| fold(name) == wanted)
    };
    catalogue.product_ids().filter(named).collect()
}

fn same_maker(line: &Line, id: ProductId, basis: &Basis) -> bool {
    let producer = &basis.catalogue[basis.catalogue[id].producer].head;
    let wanted = fold(&line.producer);
    if producer.slug == line.producer_id
        || fold(&producer.name.vi) == wanted
        || producer.other_names.iter().any(|name| fold(name) == wanted)
    {
        return true;
    }
    let offer = [(producer.slug.clone(), producer.name.vi.clone())];
    line.producer_id.is_empty()
        && may_be_one(&line.producer, &producer.name.vi)
        && matches!(nearest(&line.producer, &offer), Found::One(_))
}

/// What the line says that the catalogue does not.
pub fn differences(line: &Line, id: ProductId, basis: &Basis) -> Vec<Remark> {
    let product = &basis.catalogue[id];
    let producer = &basis.catalogue[product.producer].head;
    let mut differences = Vec::new();
    if !line.producer.is_empty() && !same_maker(line, id, basis) {
        differences.push(Remark::new("other-producer", &[("sheet", &line.producer), ("here", &producer.name.vi)]));
    }
    for reached in &line.stars {
        let Some(stars) = reached.stars else { continue };
        let events = product.recognitions.iter().filter(|event| event.event == RecognitionEvent::Recognised);
        let same: Vec<_> = events.filter(|event| event.stars.is_some_and(|own| own.count() == stars)).collect();
        let sheet_date = reached.date.map(|date| date.to_string()).unwrap_or_default();
        if same.is_empty() {
            differences.push(Remark::new("other-star", &[("stars", &stars.to_string()), ("date", &sheet_date)]));
            continue;
        }
        let Some(date) = reached.date else { continue };
        let agrees = |own: crate::base::date::PartialDate| own.first() <= date.last() && date.first() <= own.last();
        if !same.iter().any(|event| event.date.is_some_and(agrees)) {
            let here: Vec<String> = same.iter().filter_map(|event| event.date).map(|date| date.to_string()).collect();
            let args = [("stars", stars.to_string()), ("sheet", sheet_date), ("here", here.join(", "))];
            differences.push(Remark { what: "other-date", args: args.to_vec() });
        }
    }
    differences
}
