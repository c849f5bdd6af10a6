//! What stands in the files for whoever edits them: open questions, and links that a link checker could not open.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::model::remark::{Remark, What};
use crate::read::Records;
use crate::resolve::link_check::LinkCheck;
use crate::source::{Sources, question};

/// The remarks, questions in the order of their files first.
pub fn remarks(records: &Records, sources: &Sources, links: Option<&LinkCheck>, catalogue: &Catalogue) -> Vec<Remark> {
    let asked: Vec<(What, String)> = records
        .notes
        .par_iter()
        .flat_map_iter(|notes| {
            let questions = question::questions(notes.file.text().unwrap_or_default());
            questions.map(|text| (What::Question(text.to_owned()), notes.file.path.clone()))
        })
        .collect();
    let dead = links.into_iter().flat_map(|check| dead_links(check, sources));
    let found: Vec<(What, String)> = asked.into_iter().chain(dead).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let owners = owners(catalogue);
    let remark = |(what, file): (What, String)| Remark { what, entry: owners.get(owner(&file)).copied(), file };
    found.into_iter().map(remark).collect()
}

/// Links that still stand in the file where they were tried: the file may be a later one than the report.
fn dead_links(check: &LinkCheck, sources: &Sources) -> impl Iterator<Item = (What, String)> {
    check.dead.iter().filter_map(|dead| {
        let path =
            dead.file.strip_prefix(sources.root.as_str()).map_or(&*dead.file, |rest| rest.trim_start_matches('/'));
        let stands = sources.text(path).is_some_and(|text| mentions(text, &dead.url));
        let what = || What::DeadLink { url: dead.url.clone(), answer: dead.answer.clone(), tried: check.date };
        stands.then(|| (what(), path.to_owned()))
    })
}

/// Whether `text` holds an address that a browser takes for `url`: as it is written there, the slash after the host may be
/// missing, and letters need not be escaped.
fn mentions(text: &str, url: &str) -> bool {
    text.contains(url.trim_end_matches('/'))
        || unescaped(url).is_some_and(|url| text.contains(url.trim_end_matches('/')))
}

/// `%C3%A1` as the letter that it stands for.
fn unescaped(url: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(url.len());
    let mut rest = url.as_bytes();
    while let [first, tail @ ..] = rest {
        let pair = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok()).filter(|_| *first == b'%');
        let escaped = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).ok()
}

/// Entries by the folder or the file that is theirs.
fn owners(catalogue: &Catalogue) -> HashMap<&str, EntryRef> {
    let file = |entry| match entry {
        EntryRef::Source(id) => &catalogue[id].file,
        other => &catalogue.head(other).expect("every entry but a source has a head").file,
    };
    catalogue.entries().into_iter().map(|entry| (owner(file(entry)), entry)).collect()
}

/// What tells whose `file` is: the folder of an entry's files, else the file.
fn owner(file: &str) -> &str {
    file.rsplit_once('/').filter(|(_, name)| name.starts_with("index.")).map_or(file, |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_however_it_is_written() {
        assert!(mentions("url: https://thu.example\n", "https://thu.example/"));
        assert!(mentions("url: https://thu.example/nước\n", "https://thu.example/n%C6%B0%E1%BB%9Bc"));
        assert!(mentions("url: https://thu.example/a%20b\n", "https://thu.example/a%20b"));
        assert!(!mentions("url: https://thu.example/khác\n", "https://thu.example/n%C6%B0"));
    }

    #[test]
    fn both_languages_of_an_entry_are_its_own() {
        assert_eq!(owner("products/a/index.en.md"), owner("products/a/index.md"));
        assert_eq!(owner("sources/a.yaml"), "sources/a.yaml");
    }
}
