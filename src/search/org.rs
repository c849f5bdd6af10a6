//! The kind of organisation that a producer's name begins with: "HTX nông nghiệp", "Cơ sở sản xuất".
//!
//! Found by counting, since lists of legal forms never hold what people really write. Such words say nothing about one
//! producer, so they are kept out of the postings and found as a phrase.

use std::collections::HashMap;

use crate::search::words::{Word, words};

const MIN_SHARE: usize = 100;
const MIN_COUNT: usize = 3;
const LONGEST: usize = 6;

/// How many words of each producer's name are such a beginning.
pub fn lengths(producers: &[&str]) -> Vec<(Vec<Word>, usize)> {
    let names: Vec<Vec<Word>> = producers.iter().map(|producer| words(producer)).collect();
    let mut follows: HashMap<Vec<&str>, HashMap<&str, usize>> = HashMap::new();
    for name in &names {
        let folds: Vec<&str> = name.iter().map(|word| word.fold.as_str()).collect();
        for length in 1..=LONGEST.min(folds.len().saturating_sub(1)) {
            *follows.entry(folds[..length].to_vec()).or_default().entry(folds[length]).or_default() += 1;
        }
    }
    let enough = MIN_COUNT.max(names.len() / MIN_SHARE);
    // A beginning counts when many names share it and go on in many ways.
    let counts = |beginning: &[&str]| {
        follows.get(beginning).is_some_and(|next| next.values().sum::<usize>() >= enough && next.len() >= MIN_COUNT)
    };
    let lengths: Vec<usize> = names
        .iter()
        .map(|name| {
            let folds: Vec<&str> = name.iter().map(|word| word.fold.as_str()).collect();
            (1..=LONGEST.min(folds.len().saturating_sub(1))).rev().find(|length| counts(&folds[..*length])).unwrap_or(0)
        })
        .collect();
    names.into_iter().zip(lengths).collect()
}
