//! Points of sale, venues and producers: whether they trade, where they are, when somebody looked.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::compare::{Change, Pair, Teller, Weight};
use crate::lexicon;
use crate::model::Catalogue;
use crate::model::entry::{Contact, Head, Hours, Place};
use crate::model::people::Standing;
use crate::report::{address, shown_date};
use crate::terms::OutletStatus;

pub fn compare(pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = pair.catalogues();
    let was = outlets(old);
    let same_units = Arc::ptr_eq(&old.places, &new.places);
    let place = |catalogue: &Catalogue, place: Option<&Place>| {
        place.map(|place| address::text(catalogue, place, "")).unwrap_or_default()
    };
    for (key, outlet) in outlets(new) {
        let Some(former) = was.get(&key) else { continue };
        let mut teller = Teller { folder: key.0, id: &outlet.head.slug, name: &outlet.head.name.vi, changes };
        standing(&mut teller, former.standing, outlet.standing);
        // Sides that share their units would name the same place alike.
        if !same_units || former.place != outlet.place {
            teller.differs(Weight::Detail, "place", &place(old, former.place), &place(new, outlet.place));
        }
        let hours = |hours: Option<&Hours>| hours.map(|hours| hours.expression.clone()).unwrap_or_default();
        teller.differs(Weight::Outlet, "hours", &hours(former.hours), &hours(outlet.hours));
        contacts(&mut teller, former.contacts, outlet.contacts);
    }
}

struct Outlet<'c> {
    head: &'c Head,
    standing: Option<&'c Standing>,
    place: Option<&'c Place>,
    hours: Option<&'c Hours>,
    contacts: &'c [Contact],
}

type Key<'c> = (&'static str, &'c str);

fn outlets(catalogue: &Catalogue) -> BTreeMap<Key<'_>, Outlet<'_>> {
    let points_of_sale = catalogue.points_of_sale.iter().map(|entry| {
        let (place, hours) = (entry.place.as_ref(), entry.hours.as_ref());
        ("points-of-sale", &*entry.head, Some(&entry.standing), place, hours, &*entry.contacts)
    });
    let venues = catalogue.venues.iter().map(|entry| {
        let (place, hours) = (entry.place.as_ref(), entry.hours.as_ref());
        ("venues", &*entry.head, Some(&entry.standing), place, hours, &*entry.contacts)
    });
    let producers = catalogue.producers.iter().map(|entry| {
        let hours = entry.sells_on_site.as_ref().and_then(|on_site| on_site.hours.as_ref());
        ("producers", &*entry.head, None, entry.place.as_ref(), hours, &*entry.contacts)
    });
    let outlet = |(folder, head, standing, place, hours, contacts)| {
        let head: &Head = head;
        ((folder, head.slug.as_str()), Outlet { head, standing, place, hours, contacts })
    };
    points_of_sale.chain(venues).chain(producers).map(outlet).collect()
}

fn standing(teller: &mut Teller, old: Option<&Standing>, new: Option<&Standing>) {
    let (Some(old), Some(new)) = (old, new) else { return };
    let as_of = new.as_of.map(shown_date).unwrap_or_default();
    if old.status != new.status {
        let word = |status: OutletStatus| lexicon::term("outlet-status", status.word()).unwrap_or(status.word());
        let what = if new.status == OutletStatus::Closed { "closed" } else { "status" };
        teller.tell(
            Weight::Outlet,
            what,
            &[
                ("old", word(old.status)),
                ("new", word(new.status)),
                ("old_word", old.status.word()),
                ("new_word", new.status.word()),
                ("date", &as_of),
            ],
        );
    }
    let verified = |standing: &Standing| standing.verified_on.map(shown_date).unwrap_or_default();
    teller.differs(Weight::Outlet, "verified", &verified(old), &verified(new));
}

/// That contacts changed, never what they say: a comment on a pull request outlives a withdrawn consent.
fn contacts(teller: &mut Teller, old: &[Contact], new: &[Contact]) {
    let bare = |contact: &Contact| {
        (contact.kind, contact.name.clone(), contact.phone.clone(), contact.zalo.clone(), contact.email.clone())
    };
    if old.iter().map(bare).ne(new.iter().map(bare)) {
        let (was, is) = (old.len().to_string(), new.len().to_string());
        teller.tell(Weight::Outlet, "contacts", &[("old", &was), ("new", &is)]);
    }
}
