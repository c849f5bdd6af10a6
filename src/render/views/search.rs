//! `/tim-kiem/`: the whole catalogue from A to Z in Vietnamese order, which works without a script.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::collate::{Collation, index_letter};
use crate::base::text::slug;
use crate::model::id::EntryRef;
use crate::plan::near::place;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{Link, Text};
use crate::render::views::{entries, places};

/// Context of `search.html`: the whole catalogue from A to Z.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SearchView {
    pub common: Common,
    pub total_words: String,
    /// Empty where one page cannot hold all.
    pub letters: Vec<Letter>,
    /// Then these lists hold them, page by page.
    pub lists: Vec<Link>,
    pub producers_url: String,
    /// What the search reads first of its index.
    pub root_url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Letter {
    /// For the `id` attribute: `chu-d`, `chu-dd` for Đ.
    pub id: String,
    pub letter: String,
    pub items: Vec<LetterItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LetterItem {
    pub name: Text,
    pub url: String,
    pub kind: String,
    pub place: Option<Text>,
}

/// Names that one page may hold: some sixty bytes each on the line.
const MOST_NAMES: usize = 1_000;

/// The lists that hold every entry of a large catalogue, by words and path.
const LISTS: [(&str, &str); 7] = [
    ("products", paths::PRODUCTS),
    ("foot-producers", paths::PRODUCERS),
    ("points-of-sale", paths::POINTS_OF_SALE),
    ("destinations", paths::DESTINATIONS),
    ("foot-venues", paths::VENUES),
    ("foot-routes", paths::ROUTES),
    ("foot-events", paths::EVENTS),
];

/// Fills the page: everything but sources and producers.
pub fn view(ctx: &PageContext<'_>) -> SearchView {
    let mut entries = ctx.catalogue().entries();
    // Producers have a list of their own: both in one would be more than a first answer on a weak line may hold.
    entries.retain(|entry| !matches!(entry, EntryRef::Source(_) | EntryRef::Producer(_)));
    let count = entries.len();
    let (letters, lists) =
        if count > MOST_NAMES { (Vec::new(), lists(ctx)) } else { (letters(ctx, entries), Vec::new()) };
    SearchView {
        total_words: ctx.tv("count-entries", &[("n", count.into())]),
        letters,
        lists,
        producers_url: ctx.url("chu-the"),
        root_url: ctx.plan().base.url("/search/root.bin"),
        common: frame::common(
            ctx,
            Frame { title: ctx.t("search-heading"), description: ctx.t("search-description"), ..Frame::default() },
        ),
    }
}

fn lists(ctx: &PageContext<'_>) -> Vec<Link> {
    LISTS.into_iter().map(|(key, path)| ctx.link(ctx.own(ctx.t(key)), path)).collect()
}

fn letters(ctx: &PageContext<'_>, entries: Vec<EntryRef>) -> Vec<Letter> {
    let mut named: Vec<(EntryRef, Text)> = entries.into_iter().map(|entry| (entry, ctx.entry_name(entry))).collect();
    Collation::vietnamese().sort_by_name(&mut named, |(_, name)| &name.text, |(entry, _)| *entry);
    let mut letters: Vec<Letter> = Vec::new();
    let mut ids = BTreeSet::new();
    for (entry, name) in named {
        let letter = index_letter(&name.text);
        if letters.last().is_none_or(|last| last.letter != letter) {
            letters.push(Letter { id: letter_id(&letter, &mut ids), letter, items: Vec::new() });
        }
        letters.last_mut().expect("pushed above").items.push(item(ctx, entry, name));
    }
    letters
}

/// `chu-d` for D; letters that fold alike get more of them: `chu-dd` for Đ, `chu-oo` for Ô, `chu-ooo` for Ơ.
fn letter_id(letter: &str, taken: &mut BTreeSet<String>) -> String {
    let folded = slug(letter);
    let folded = if folded.is_empty() { "khac".to_owned() } else { folded };
    let mut id = format!("chu-{folded}");
    while !taken.insert(id.clone()) {
        id.push_str(&folded);
    }
    id
}

fn item(ctx: &PageContext<'_>, entry: EntryRef, name: Text) -> LetterItem {
    let catalogue = ctx.catalogue();
    let kind = entries::kind(ctx, entry).unwrap_or_default();
    LetterItem {
        name,
        url: ctx.entry_url(entry),
        kind,
        place: place(catalogue, entry).map(|place| places::short(ctx, place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::tests::made_up_with;

    #[test]
    fn a_catalogue_too_long_for_one_page_leads_to_lists_that_are_not() {
        let event = |at: usize| {
            let file = format!("events/su-kien-{at}/index.md");
            (file, format!("---\nname: Sự kiện {at}\nwhen: đầu năm\nsources: bao-thu\n---\n"))
        };
        let events: Vec<(String, String)> = (0..=MOST_NAMES).map(event).collect();
        let events: Vec<(&str, &str)> = events.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let page = |site: &crate::render::site::Site| {
            let path = crate::base::out_path::OutPath::new("tim-kiem/index.html").unwrap();
            String::from_utf8(site.file(&path).unwrap().unwrap().to_vec()).unwrap()
        };
        let main = |page: &str| page.split("<footer").next().unwrap().to_owned();
        let (short, long) = (main(&page(&made_up_with(&[]))), main(&page(&made_up_with(&events))));
        assert!(short.contains("id=chu-") && !short.contains("href=/su-kien/>"), "{short}");
        assert!(!long.contains("id=chu-") && long.contains("href=/su-kien/>"), "{long}");
        assert!(long.len() < 2 * short.len());
    }

    #[test]
    fn letters_that_fold_alike_have_their_own_anchors() {
        let mut taken = BTreeSet::new();
        let ids: Vec<String> =
            ["D", "Đ", "O", "Ô", "Ơ", "0–9", "#"].iter().map(|it| letter_id(it, &mut taken)).collect();
        assert_eq!(ids, ["chu-d", "chu-dd", "chu-o", "chu-oo", "chu-ooo", "chu-0-9", "chu-khac"]);
    }
}
