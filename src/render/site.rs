//! A site that is all there and not yet made: any file of it can be had by its path, alone.
//!
//! The law: a file made alone has the bytes that a build writes. Pages and redirects are made by the same functions either
//! way; files that only come together (the search index, feeds, open data) are made together once they are asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, mpsc};
use std::thread;

use anyhow::Context;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::config::SiteConfig;
use crate::model::Catalogue;
use crate::output::tree::{File, Handed};
use crate::plan::{Page, PageKind, PictureFile, Redirect, SitePlan};
use crate::render::context::Inputs;
use crate::render::data::{self, Download};
use crate::render::kit::Kit;
use crate::render::known::Known;
use crate::render::offline::{self, Kept};
use crate::render::schematic::Maps;
use crate::render::share::{self, Share, Studio, Subject};
use crate::render::views::check::Alphabet;
use crate::render::views::parts::Link;
use crate::render::views::shared::Shared;
use crate::render::{self, Made, search};

/// Files on their way past the learner of what can be kept.
const QUEUED_FILES: usize = 64;

/// The bytes of a file, or why the theme cannot make it.
pub type Bytes = anyhow::Result<Arc<[u8]>>;

/// Everything that the files of the site are made from.
pub struct Site {
    pub kit: Arc<Kit>,
    pub catalogue: Catalogue,
    pub plan: SitePlan,
    pub config: SiteConfig,
    /// The search's groups of equal terms.
    pub synonyms: Vec<Vec<String>>,
    downloads: OnceLock<Vec<Download>>,
    maps: OnceLock<Maps>,
    /// By language, as all that follows with two places.
    alphabets: [OnceLock<Alphabet>; 2],
    footers: [OnceLock<Shared<Vec<Link>>>; 2],
    /// Where the pictures are whose pages have been made: both languages and many pages show the same one.
    shares: Mutex<BTreeMap<Subject, Share>>,
    tints: Tints,
    kept: OnceLock<Kept>,
    offline: Together,
    feeds: Together,
    headers: Together,
    search: Together,
}

/// The mean colour of a picture as red, green and blue; none where there is none to tell.
pub type Tints = Box<dyn Fn(&PictureFile) -> Option<[u8; 3]> + Send + Sync>;

/// Files that are made together, by path; or the fault that they met.
type Together = OnceLock<Result<BTreeMap<OutPath, Arc<[u8]>>, String>>;

impl Site {
    pub fn new(
        kit: Arc<Kit>,
        catalogue: Catalogue,
        plan: SitePlan,
        config: SiteConfig,
        synonyms: Vec<Vec<String>>,
    ) -> Site {
        Site {
            kit,
            catalogue,
            plan,
            config,
            synonyms,
            downloads: OnceLock::new(),
            maps: OnceLock::new(),
            alphabets: Default::default(),
            footers: Default::default(),
            shares: Mutex::default(),
            tints: Box::new(|_| None),
            kept: OnceLock::new(),
            offline: OnceLock::new(),
            feeds: OnceLock::new(),
            headers: OnceLock::new(),
            search: OnceLock::new(),
        }
    }

    /// The same, with pages that know the colours of their pictures.
    pub fn with_tints(self, tints: Tints) -> Site {
        Site { tints, ..self }
    }

    pub fn tint(&self, picture: &PictureFile) -> Option<[u8; 3]> {
        (self.tints)(picture)
    }

    pub fn inputs(&self) -> Inputs<'_> {
        Inputs {
            site: self,
            kit: &self.kit,
            catalogue: &self.catalogue,
            plan: &self.plan,
            config: &self.config,
            strings: &self.kit.engine.strings,
            motifs: &self.kit.motifs,
        }
    }

    /// The open data: what the page that offers it says of each file, and the files.
    pub fn downloads(&self) -> &[Download] {
        self.downloads.get_or_init(|| data::downloads(&self.catalogue, &self.plan))
    }

    pub fn maps(&self) -> &Maps {
        self.maps.get_or_init(|| Maps::build(&self.catalogue, &self.plan))
    }

    /// The picture for sharing a page of this kind.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn share(&self, kind: PageKind) -> anyhow::Result<Option<Share>> {
        let Some(subject) = share::subject(self.inputs(), kind).filter(|_| self.config.share_pictures) else {
            return Ok(None);
        };
        let known = locked(&self.shares).get(&subject).cloned();
        if known.is_some() {
            return Ok(known);
        }
        // Not under the lock, so that other pages need not wait: two that meet here find the same.
        let share = Studio::new(self.inputs()).share(subject)?;
        locked(&self.shares).insert(subject, share.clone());
        Ok(Some(share))
    }

    /// Every product by its name in `lang`.
    pub fn alphabet(&self, lang: Lang) -> &Alphabet {
        of_lang(&self.alphabets, lang).get_or_init(|| Alphabet::of(&self.catalogue, lang))
    }

    /// The footer of pages to which none of its links leads, once one of them is made.
    pub fn footer(&self, lang: Lang) -> &OnceLock<Shared<Vec<Link>>> {
        of_lang(&self.footers, lang)
    }

    /// What phones may keep of the site. It tells of all pages, so all are made for it unless a build has done so.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn kept(&self) -> anyhow::Result<&Kept> {
        if self.kept.get().is_none() {
            self.learn(&Known::nothing(), |_| true)?;
        }
        self.kept.get().context("nothing was learnt of the site")
    }

    /// Makes every file that phones may keep, passes it on, and remembers what can be kept.
    ///
    /// # Errors
    /// A fault of the theme, or nobody takes the files.
    pub fn learn(&self, known: &Known<'_>, pass_on: impl Fn(Handed) -> bool + Send) -> anyhow::Result<Made> {
        let (pass, passed) = mpsc::sync_channel(QUEUED_FILES);
        let (made, kept) = thread::scope(|scope| {
            let learning = scope.spawn(move || offline::learn(passed, known, pass_on, &self.plan.base));
            let made = render::keepable(self, known, &pass);
            drop(pass);
            (made, learning.join().expect("a panic has ended the process"))
        });
        // What stopped the learner explains why nobody took the files.
        let kept = kept?;
        let made = made?;
        self.kept.get_or_init(|| kept);
        Ok(made)
    }

    /// The file at `path`, made now; `None` when the site has none there. Pictures are not among them.
    pub fn file(&self, path: &OutPath) -> Option<Bytes> {
        if let Some(page) = self.page(path) {
            return Some(
                render::page_of(self.inputs(), &Known::nothing(), page).map(|(file, _)| file.into_bytes().into()),
            );
        }
        if let Some(redirect) = self.redirect(path) {
            return Some(
                render::redirect_of(self.inputs(), &Known::nothing(), redirect)
                    .map(|(file, _)| file.into_bytes().into()),
            );
        }
        let (top, below) = path.as_str().split_once('/').unwrap_or(("", path.as_str()));
        match top {
            _ if offline::names(path) => together(&self.offline, path, || Ok(render::offline_of(self)?.0)),
            "search" => together(&self.search, path, || search::files(self)),
            "chia-se" if self.config.share_pictures => Studio::new(self.inputs()).at(path).map(|png| Ok(png?.into())),
            "tai-san" => self.kit.engine.assets.find_published(path).map(|bytes| Ok(bytes.clone())),
            "" if matches!(below, "_headers" | "nginx.conf") => together(&self.headers, path, || self.all_headers()),
            _ => match self.downloads().iter().find(|download| download.out == *path) {
                Some(download) => Some(Ok(download.bytes.as_slice().into())),
                None => together(&self.feeds, path, || render::feeds_of(self)),
            },
        }
    }

    /// The policy allows what stands in any page, so that all pages are made for it.
    fn all_headers(&self) -> anyhow::Result<Vec<File>> {
        let made = render::pages(self, &Known::nothing(), |_| true, |_| Ok(()))?;
        Ok(render::headers_of(self, &made.inline.hashes(&self.kit.engine.assets)).into())
    }

    /// Pages stand by path, then language.
    fn page(&self, path: &OutPath) -> Option<&Page> {
        let pages = &self.plan.pages;
        self.routes(path).find_map(|(lang, route)| {
            let at = pages.partition_point(|page| (page.route.path(), page.lang()) < (route, lang));
            pages.get(at).filter(|page| page.out() == *path)
        })
    }

    /// Redirects stand by the path they lead from, then language.
    fn redirect(&self, path: &OutPath) -> Option<&Redirect> {
        let redirects = &self.plan.redirects;
        self.routes(path).find_map(|(lang, route)| {
            let at = redirects.partition_point(|other| (other.from.path(), other.from.lang()) < (route, lang));
            redirects.get(at).filter(|redirect| redirect.out() == *path)
        })
    }

    /// The routes whose file `path` can be.
    fn routes<'p>(&self, path: &'p OutPath) -> impl Iterator<Item = (Lang, &'p str)> {
        let whole = path.as_str();
        let route = |file: &'p str| file.strip_suffix("index.html").map_or(file, |folder| folder.trim_end_matches('/'));
        let english = whole.strip_prefix("en/").map(|file| (Lang::En, route(file)));
        english.into_iter().chain([(Lang::Vi, route(whole))])
    }
}

fn of_lang<T>([vi, en]: &[T; 2], lang: Lang) -> &T {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

pub fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

fn together(files: &Together, path: &OutPath, make: impl FnOnce() -> anyhow::Result<Vec<File>>) -> Option<Bytes> {
    let gather = |files: Vec<File>| files.into_iter().map(|(path, bytes)| (path, bytes.into())).collect();
    match files.get_or_init(|| make().map(gather).map_err(|error| format!("{error:#}"))) {
        Ok(files) => files.get(path).map(|bytes| Ok(bytes.clone())),
        Err(fault) => Some(Err(anyhow::anyhow!("{fault}"))),
    }
}
