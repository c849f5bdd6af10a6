//! A site whose files are made when they are asked for.
//!
//! The law: each has the bytes that a build would write (`render::site`, and pictures by the same function).

use std::sync::Arc;

use anyhow::Context;

use crate::base::digest::Digest;
use crate::base::out_path::OutPath;
use crate::cache::Store;
use crate::plan::{Page, PictureFile};
use crate::render::site::Site;
use crate::site::pictures::Originals;
use crate::site::{FORM_FOLDER, Form};
use crate::source::Sources;

/// Everything that the files are made from.
pub struct OnRequest {
    site: Site,
    sources: Sources,
    originals: Arc<Originals>,
    form: Option<Form>,
}

impl OnRequest {
    pub fn new(site: Site, sources: Sources, store: Arc<Store>, form: Option<Form>) -> OnRequest {
        let originals = Arc::new(Originals::new(sources.clone(), store));
        let known = originals.clone();
        let site = site.with_tints(Box::new(move |picture| known.tint(picture)));
        OnRequest { site, sources, originals, form }
    }

    /// The file at `path`, or why the theme cannot make it; `None` when the site has none there.
    pub fn file(&self, path: &OutPath) -> Option<anyhow::Result<Arc<[u8]>>> {
        self.of_form(path).or_else(|| self.site.file(path)).or_else(|| self.picture(path))
    }

    fn of_form(&self, path: &OutPath) -> Option<anyhow::Result<Arc<[u8]>>> {
        let form = self.form.as_ref().filter(|_| path.as_str().starts_with(&format!("{FORM_FOLDER}/")))?;
        match form.files() {
            Ok(files) => files.into_iter().find(|(name, _)| name == path).map(|(_, bytes)| Ok(bytes.into())),
            Err(fault) => Some(Err(fault)),
        }
    }

    fn picture(&self, path: &OutPath) -> Option<anyhow::Result<Arc<[u8]>>> {
        let of = |picture: &PictureFile| picture.files.iter().position(|(out, _)| out == path);
        let (picture, at) = self.site.plan.pictures.iter().find_map(|picture| Some((picture, of(picture)?)))?;
        let made = self.originals.make(picture).and_then(|made| Ok(made?));
        Some(made.with_context(|| picture.file.clone()).map(|mut made| made.files.swap_remove(at).into()))
    }

    /// Where its pages lie, in all languages.
    pub fn paths(&self) -> impl Iterator<Item = OutPath> {
        self.site.plan.pages.iter().map(Page::out)
    }

    /// How many pages it has, in all languages.
    pub fn pages(&self) -> usize {
        self.site.plan.pages.len()
    }

    /// Changes with every picture: a page names its pictures and does not hold them.
    pub fn pictures(&self) -> Digest {
        let stamps = self.site.plan.pictures.iter().map(|it| format!("{:?}\n", self.sources.file(&it.file)));
        Digest::of(stamps.collect::<String>().as_bytes())
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The made-up catalogue.
    pub fn made_up() -> OnRequest {
        OnRequest::new(crate::render::tests::made_up(), Sources::default(), Arc::new(Store::none()), None)
    }
}
