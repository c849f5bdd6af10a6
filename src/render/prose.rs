//! The findings of every story and page, without rendering a page: what `check` tells of links and HTML.

use rayon::prelude::*;

use crate::base::lang::Lang;
use crate::diag::Diagnostics;
use crate::model::Catalogue;
use crate::model::entry::{Head, Prose};
use crate::plan::SitePlan;
use crate::render::markdown;

/// Dead links and raw HTML of all texts, in the order of the catalogue.
pub fn check(catalogue: &Catalogue, plan: &SitePlan) -> Diagnostics {
    let entries = catalogue.entries();
    let stories = entries.iter().filter_map(|entry| catalogue.head(*entry)).flat_map(story);
    let pages = catalogue.pages.iter().flat_map(|page| [(Some(&page.vi), Lang::Vi), (page.en.as_ref(), Lang::En)]);
    let texts: Vec<(&Prose, Lang)> =
        stories.chain(pages).filter_map(|(prose, lang)| prose.map(|prose| (prose, lang))).collect();
    let found: Vec<Diagnostics> = texts.par_iter().map(|(prose, lang)| markdown::check(prose, plan, *lang)).collect();
    found.into_iter().fold(Diagnostics::default(), |mut all, more| {
        all.append(more);
        all
    })
}

fn story(head: &Head) -> [(Option<&Prose>, Lang); 2] {
    [(head.body.vi.as_ref(), Lang::Vi), (head.body.en.as_ref(), Lang::En)]
}
