//! Every kind of entry, and sources: new, gone, broken, moved, renamed.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::{Change, Pair, Side, Teller, Weight};
use crate::lexicon;
use crate::model::Catalogue;
use crate::model::entry::Head;
use crate::model::source::Source;
use crate::report::shown_date;

/// The heads of one folder.
pub type Heads<'c> = (&'static str, Vec<&'c Head>);

/// Every entry by its folder.
pub fn heads(catalogue: &Catalogue) -> [Heads<'_>; 7] {
    [
        ("products", catalogue.products.iter().map(|entry| &*entry.head).collect()),
        ("producers", catalogue.producers.iter().map(|entry| &*entry.head).collect()),
        ("points-of-sale", catalogue.points_of_sale.iter().map(|entry| &*entry.head).collect()),
        ("venues", catalogue.venues.iter().map(|entry| &*entry.head).collect()),
        ("destinations", catalogue.destinations.iter().map(|entry| &*entry.head).collect()),
        ("routes", catalogue.routes.iter().map(|entry| &*entry.head).collect()),
        ("events", catalogue.events.iter().map(|entry| &*entry.head).collect()),
    ]
}

pub fn compare(pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = pair.catalogues();
    for ((folder, was), (_, is)) in heads(old).into_iter().zip(heads(new)) {
        folder_of_heads(pair, folder, &was, &is, changes);
    }
    sources(pair, changes);
    plans(pair, changes);
}

fn folder_of_heads(pair: &Pair, folder: &'static str, was: &[&Head], is: &[&Head], changes: &mut Vec<Change>) {
    let old: FxHashMap<&str, &Head> = was.iter().map(|head| (head.slug.as_str(), *head)).collect();
    let new: FxHashMap<&str, &Head> = is.iter().map(|head| (head.slug.as_str(), *head)).collect();
    for (at, head) in is.iter().enumerate() {
        let mut teller = Teller { folder, id: &head.slug, name: &head.name.vi, changes };
        match (old.get(head.slug.as_str()), moved_from(head, &old, &new)) {
            (Some(former), _) => teller.differs(Weight::Detail, "renamed", &former.name.vi, &head.name.vi),
            (None, Some(former)) => {
                teller.tell(Weight::Detail, "moved", &[("old", &former.slug), ("new", &head.slug)]);
                teller.differs(Weight::Detail, "renamed", &former.name.vi, &head.name.vi);
            }
            (None, None) => {
                let [vi, en] = about(pair.new, folder, at);
                teller.tell(Weight::Entry, "entry-new", &[("about", &vi), ("about_en", &en)]);
            }
        }
    }
    let former: FxHashSet<&str> = is.iter().flat_map(|head| &head.aliases).map(String::as_str).collect();
    for head in was.iter().filter(|head| !new.contains_key(head.slug.as_str())) {
        let mut teller = Teller { folder, id: &head.slug, name: &head.name.vi, changes };
        if pair.new.loaded.sources.file(&head.file).is_some() {
            teller.tell(Weight::Entry, "entry-broken", &[("file", &head.file)]);
        } else if !former.contains(head.slug.as_str()) {
            teller.tell(Weight::Entry, "entry-gone", &[]);
        }
    }
}

/// The entry that bore one of `head`'s former ids and bears it no more.
fn moved_from<'h>(head: &Head, old: &FxHashMap<&str, &'h Head>, new: &FxHashMap<&str, &Head>) -> Option<&'h Head> {
    let former = head.aliases.iter().filter(|alias| !new.contains_key(alias.as_str()));
    former.filter_map(|alias| old.get(alias.as_str()).copied()).next()
}

/// Who makes a new product, and its star, in both languages; `at` is its place in the folder.
fn about(side: &Side, folder: &str, at: usize) -> [String; 2] {
    let catalogue = &side.loaded.catalogue;
    let product = catalogue.products.get(at).filter(|_| folder == "products");
    let Some(product) = product else { return Default::default() };
    let maker = &catalogue[product.producer].head.name.vi;
    match product.certificate.stars.map(|stars| stars.count()) {
        Some(stars) => [format!("{maker}, {stars} sao"), format!("{maker}, {stars} stars")],
        None => [maker.clone(), maker.clone()],
    }
}

fn sources(pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = pair.catalogues();
    let by_slug = |catalogue: &'_ Catalogue| -> BTreeMap<String, Source> {
        catalogue.sources.iter().map(|source| (source.slug.clone(), source.clone())).collect()
    };
    let (was, is) = (by_slug(old), by_slug(new));
    for (slug, source) in &is {
        let mut teller = Teller { folder: "sources", id: slug, name: &source.title.vi, changes };
        match was.get(slug) {
            None => {
                let grade = lexicon::term("grade", source.grade.word()).unwrap_or(source.grade.word());
                let date = source.date.map(shown_date).unwrap_or_default();
                let args = [("grade", grade), ("grade_word", source.grade.word()), ("date", &date)];
                teller.tell(Weight::Source, "source-new", &args);
            }
            Some(former) => {
                teller.differs(Weight::Source, "grade", former.grade.word(), source.grade.word());
                let date = |source: &Source| source.date.map(shown_date).unwrap_or_default();
                teller.differs(Weight::Source, "source-date", &date(former), &date(source));
            }
        }
    }
    for (slug, source) in was.iter().filter(|(slug, _)| !is.contains_key(*slug)) {
        let mut teller = Teller { folder: "sources", id: slug, name: &source.title.vi, changes };
        let broken = pair.new.loaded.sources.file(&source.file).is_some();
        if broken {
            teller.tell(Weight::Entry, "entry-broken", &[("file", &source.file)]);
        } else {
            teller.tell(Weight::Source, "source-gone", &[]);
        }
    }
}

/// Targets, counts and ideas of a year: told as numbers of lines, since each is a sentence of its own.
fn plans(pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = pair.catalogues();
    for plan in &new.plans {
        let former = old.plans.iter().find(|former| former.year == plan.year);
        let year = plan.year.to_string();
        let mut teller = Teller { folder: "plan", id: &year, name: &year, changes };
        let lines = |was: usize, is: usize| (was.to_string(), is.to_string());
        let counts = [
            ("plan-targets", lines(former.map_or(0, |plan| plan.targets.len()), plan.targets.len())),
            ("plan-counts", lines(former.map_or(0, |plan| plan.counts.len()), plan.counts.len())),
            ("plan-ideas", lines(former.map_or(0, |plan| plan.ideas.len()), plan.ideas.len())),
        ];
        for (what, (was, is)) in counts {
            teller.differs(Weight::Detail, what, &was, &is);
        }
    }
}
