//! Pictures in the pipeline: all of them for a build, one at a time for a preview, by the same function.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use anyhow::Context;
use rayon::prelude::*;

use crate::cache::Store;
use crate::diag::Diagnostics;
use crate::diag::locate::Finding;
use crate::media::budget::Budget;
use crate::media::look::Fault;
use crate::media::{self, Made, Tint};
use crate::model::Catalogue;
use crate::model::entry::{Head, Picture};
use crate::output::tree::Handed;
use crate::plan::PictureFile;
use crate::resolve;
use crate::source::Sources;

/// Pictures that looked sound and cannot be decoded: what is said of them, where they are named.
#[derive(Debug)]
pub struct Unusable {
    pub findings: Vec<Finding>,
}

impl std::error::Error for Unusable {}

impl fmt::Display for Unusable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let messages: Vec<&str> = self.findings.iter().map(|finding| finding.message.as_str()).collect();
        out.write_str(&messages.join("; "))
    }
}

/// The pictures as they were given.
pub struct Originals {
    sources: Sources,
    store: Arc<Store>,
    budget: Budget,
}

/// The colours of pictures, by their files.
pub type Colours = BTreeMap<String, Tint>;
/// Why pictures cannot be used, by their files.
pub type Faults = BTreeMap<String, Fault>;

/// Makes all pictures, hands over their files, and keeps their colours. The largest come first, so that no thread is left
/// alone with one at the end.
///
/// # Errors
/// When a picture cannot be read, or the files are taken no more.
pub fn make(
    pictures: &[PictureFile],
    originals: &Originals,
    give: &SyncSender<Handed>,
) -> anyhow::Result<(Colours, Faults)> {
    let mut largest_first: Vec<&PictureFile> = pictures.iter().collect();
    largest_first.sort_by_key(|picture| Reverse(picture.original.pixels()));
    // A bridge gives the pictures out in this order; parts of a slice would not.
    let made = largest_first.into_iter().par_bridge().map(|picture| {
        let told = match originals.make(picture)? {
            Ok(made) => Ok(hand_over(picture, made, give)?),
            Err(fault) => Err(fault),
        };
        anyhow::Ok((picture.file.clone(), told))
    });
    let (mut colours, mut faults) = (Colours::new(), Faults::new());
    for (file, told) in made.collect::<anyhow::Result<Vec<_>>>()? {
        match told {
            Ok(tint) => drop(tint.and_then(|tint| colours.insert(file, tint))),
            Err(fault) => drop(faults.insert(file, fault)),
        }
    }
    Ok((colours, faults))
}

fn hand_over(picture: &PictureFile, made: Made, give: &SyncSender<Handed>) -> anyhow::Result<Option<Tint>> {
    for ((out, _), bytes) in picture.files.iter().zip(made.files) {
        give.send((out.clone(), bytes).into()).context("the files are taken no more")?;
    }
    Ok(made.tint)
}

impl Originals {
    /// Where pictures come from, and where what is made of them is kept.
    pub fn new(sources: Sources, store: Arc<Store>) -> Originals {
        Originals { sources, store, budget: Budget::default() }
    }

    /// What is made of a picture, or why nothing can be.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn make(&self, picture: &PictureFile) -> anyhow::Result<Result<Made, Fault>> {
        let read = || self.sources.bytes(&picture.file);
        match media::kept(&picture.original, &self.store, &self.budget, read) {
            Ok(made) => Ok(Ok(made)),
            Err(error) => match error.downcast() {
                Ok(fault) => Ok(Err(fault)),
                Err(error) => Err(error.context(picture.file.clone())),
            },
        }
    }

    /// The colour of a picture; none, too, for one that cannot be made, which tells so itself.
    pub fn tint(&self, picture: &PictureFile) -> Option<Tint> {
        self.make(picture).ok()?.ok()?.tint
    }
}

/// What is said of `faults`, at each place that names such a picture.
pub fn findings(faults: &Faults, catalogue: &Catalogue) -> Diagnostics {
    let of = |head: &Head, picture: &Picture| {
        let name = picture.file.rsplit('/').next().unwrap_or(&picture.file);
        let fault = faults.get(&picture.file)?;
        Some(resolve::pictures::finding(fault, &head.file, picture.at, name))
    };
    let named = pictured(catalogue).flat_map(|head| head.pictures.iter().map(move |picture| (head, picture)));
    Diagnostics(named.filter_map(|(head, picture)| of(head, picture)).collect())
}

/// The files of entries that name pictures.
pub fn entries(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    pictured(catalogue).map(|head| head.file.as_str())
}

fn pictured(catalogue: &Catalogue) -> impl Iterator<Item = &Head> {
    let heads = catalogue.entries().into_iter().filter_map(|entry| catalogue.head(entry));
    heads.filter(|head| !head.pictures.is_empty())
}
