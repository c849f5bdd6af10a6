//! The kind of organisation that a producer's name begins with: "HTX nông nghiệp", "Cơ sở sản xuất".
//!
//! Found by counting, since lists of legal forms never hold what people really write. Such words say nothing about one
//! producer, so they are kept out of the postings and found as a phrase.

use std::collections::HashMap;

use crate::search::words::{Word, words};

const MIN_SHARE: usize = 100;
const MIN_COUNT: usize = 3;
const LONGEST: usize = 6;

/// The words of each producer's name, and how many of them are such a beginning.
pub fn lengths(producers: &[&str]) -> Vec<(Vec<Word>, usize)> {
    let names: Vec<Vec<Word>> = producers.iter().map(|producer| words(producer)).collect();
    let folds: Vec<String> = names.iter().map(|name| joined(name)).collect();
    let mut follows: HashMap<&str, Followers> = HashMap::new();
    for fold in &folds {
        for (beginning, next) in beginnings(fold) {
            follows.entry(beginning).or_default().count(next);
        }
    }
    let enough = MIN_COUNT.max(names.len() / MIN_SHARE);
    let counts = |beginning: &str| {
        let followers = &follows[beginning];
        followers.total >= enough && followers.different.len() >= MIN_COUNT
    };
    let lengths: Vec<usize> = folds
        .iter()
        .map(|fold| {
            let longest = beginnings(fold).filter(|(beginning, _)| counts(beginning)).last();
            longest.map_or(0, |(beginning, _)| beginning.split(' ').count())
        })
        .collect();
    names.into_iter().zip(lengths).collect()
}

/// How names go on after a beginning: how often, and the first few ways. A beginning counts when many names share it
/// and go on in many ways.
#[derive(Default)]
struct Followers<'a> {
    total: usize,
    different: Vec<&'a str>,
}

impl<'a> Followers<'a> {
    fn count(&mut self, next: &'a str) {
        self.total += 1;
        if self.different.len() < MIN_COUNT && !self.different.contains(&next) {
            self.different.push(next);
        }
    }
}

fn joined(name: &[Word]) -> String {
    let folds: Vec<&str> = name.iter().map(|word| word.fold.as_str()).collect();
    folds.join(" ")
}

/// Each proper beginning of a name, with the word after it.
fn beginnings(fold: &str) -> impl Iterator<Item = (&str, &str)> {
    fold.match_indices(' ').take(LONGEST).map(|(at, _)| {
        let rest = &fold[at + 1..];
        (&fold[..at], rest.split(' ').next().unwrap_or(rest))
    })
}
