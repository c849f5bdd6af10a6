//! The findings of every story and page, without rendering a page: what `check` tells of links and HTML.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::lang::Lang;
use crate::diag::Diagnostics;
use crate::memo::Memo;
use crate::model::Catalogue;
use crate::model::entry::{Head, Prose};
use crate::model::id::EntryRef;
use crate::model::people::Producer;
use crate::model::product::Product;
use crate::plan::SitePlan;
use crate::render::markdown;

/// What was found in the stories of the many, for the next check.
#[derive(Clone, Default)]
pub struct Texts {
    /// All addresses of the site: a link may lead to each.
    paths: Arc<[String]>,
    products: Memo<Arc<Product>, Arc<Diagnostics>>,
    producers: Memo<Arc<Producer>, Arc<Diagnostics>>,
}

/// Dead links and raw HTML of all texts, in the order of the catalogue.
pub fn check(catalogue: &Catalogue, plan: &SitePlan, earlier: &Texts) -> (Diagnostics, Texts) {
    let fresh = Texts::default();
    let same_paths = plan.paths().eq(earlier.paths.iter().map(String::as_str));
    let former = if same_paths { earlier } else { &fresh };
    let told = |head: &Head| Arc::new(of_texts(story(head), plan));
    let products = former.products.again(catalogue.products.clone(), |product| told(&product.head));
    let producers = former.producers.again(catalogue.producers.clone(), |producer| told(&producer.head));
    let few = catalogue.entries();
    let few = few.iter().filter(|entry| !matches!(entry, EntryRef::Product(_) | EntryRef::Producer(_)));
    let stories = few.filter_map(|entry| catalogue.head(*entry)).flat_map(story);
    let pages = catalogue.pages.iter().flat_map(|page| [(Some(&page.vi), Lang::Vi), (page.en.as_ref(), Lang::En)]);
    let texts: Vec<(Option<&Prose>, Lang)> = stories.chain(pages).collect();
    let found: Vec<Diagnostics> = texts.into_par_iter().map(|text| of_texts([text], plan)).collect();
    let mut all = Diagnostics::default();
    let many = products.values().chain(producers.values()).flat_map(|found| found.0.iter().cloned());
    all.0.extend(many);
    found.into_iter().for_each(|more| all.append(more));
    let paths = if same_paths { earlier.paths.clone() } else { plan.paths().map(str::to_owned).collect() };
    (all, Texts { paths, products, producers })
}

fn of_texts<'t>(texts: impl IntoIterator<Item = (Option<&'t Prose>, Lang)>, plan: &SitePlan) -> Diagnostics {
    let mut all = Diagnostics::default();
    for (prose, lang) in texts {
        all.append(prose.map(|prose| markdown::check(prose, plan, lang)).unwrap_or_default());
    }
    all
}

fn story(head: &Head) -> [(Option<&Prose>, Lang); 2] {
    [(head.body.vi.as_ref(), Lang::Vi), (head.body.en.as_ref(), Lang::En)]
}
