//! Words that changed in an entry of which nothing weightier is told: summary, facts, caveats, story, other names.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::compare::entries::heads;
use crate::compare::{Change, Pair, Teller, Weight};
use crate::model::entry::Head;

pub fn compare(pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = pair.catalogues();
    for ((folder, was), (_, is)) in heads(old).into_iter().zip(heads(new)) {
        let was: FxHashMap<&str, &Head> = was.into_iter().map(|head| (head.slug.as_str(), head)).collect();
        for head in is {
            // Sides share what is the same in both.
            let former = was.get(head.slug.as_str()).filter(|former| !std::ptr::eq(**former, head));
            let Some(former) = former else { continue };
            let mut teller = Teller { folder, id: &head.slug, name: &head.name.vi, changes };
            texts(&mut teller, former, head);
        }
    }
    pages(pair, changes);
}

fn texts(teller: &mut Teller, old: &Head, new: &Head) {
    if old.summary != new.summary {
        teller.tell(Weight::Text, "summary", &[]);
    }
    let words = |head: &Head| head.facts.iter().map(|fact| fact.text.clone()).collect::<Vec<_>>();
    if words(old) != words(new) {
        let (was, is) = (old.facts.len().to_string(), new.facts.len().to_string());
        teller.tell(Weight::Text, "facts", &[("old", &was), ("new", &is)]);
    }
    let caveats =
        |head: &Head| head.caveats.iter().map(|caveat| (caveat.kind, caveat.text.clone())).collect::<Vec<_>>();
    if caveats(old) != caveats(new) {
        let (was, is) = (old.caveats.len().to_string(), new.caveats.len().to_string());
        teller.tell(Weight::Text, "caveats", &[("old", &was), ("new", &is)]);
    }
    let story = |head: &Head| {
        let text =
            |prose: &Option<crate::model::entry::Prose>| prose.as_ref().map(|prose| prose.text.trim().to_owned());
        (text(&head.body.vi), text(&head.body.en))
    };
    if story(old) != story(new) {
        teller.tell(Weight::Text, "story", &[]);
    }
    if old.name.en != new.name.en || old.other_names != new.other_names {
        teller.tell(Weight::Text, "other-names", &[]);
    }
}

fn pages(pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = pair.catalogues();
    let was: BTreeMap<&str, _> = old.pages.iter().map(|page| (page.slug.as_str(), page)).collect();
    for page in &new.pages {
        let Some(former) = was.get(page.slug.as_str()) else { continue };
        let same = former.title == page.title
            && former.vi.text == page.vi.text
            && former.en.as_ref().map(|prose| &prose.text) == page.en.as_ref().map(|prose| &prose.text);
        if !same {
            let mut teller = Teller { folder: "pages", id: &page.slug, name: &page.title.vi, changes };
            teller.tell(Weight::Text, "story", &[]);
        }
    }
}
