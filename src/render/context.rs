//! What a view is made from, for one page: the inputs, the page's language, its numbered sources.
//!
//! Views call `t` for words; the first fault (an unknown key, say) is kept and fails the page when it is finished, so that
//! filling a struct needs no `?` at every field. One page is filled by one thread, hence the cells.

use std::cell::{Cell, RefCell};

use anyhow::Result;

use crate::base::date::PartialDate;
use crate::base::lang::{Lang, Localized};
use crate::config::SiteConfig;
use crate::diag::Diagnostics;
use crate::model::Catalogue;
use crate::model::id::{EntryRef, SourceId};
use crate::plan::facet::Facet;
use crate::plan::{Page, SitePlan};
use crate::render::dates;
use crate::render::kit::Kit;
use crate::render::motifs::Motifs;
use crate::render::share::Share;
use crate::render::site::Site;
use crate::render::strings::{Strings, Value};
use crate::render::views::parts::{Cite, CountLink, DateView, Link, Text};

/// The inputs that all pages share.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    pub catalogue: &'a Catalogue,
    pub plan: &'a SitePlan,
    pub config: &'a SiteConfig,
    pub strings: &'a Strings,
    pub motifs: &'a Motifs,
    pub kit: &'a Kit,
    /// For what few pages need.
    pub site: &'a Site,
}

/// One page in the making.
pub struct PageContext<'a> {
    pub inputs: Inputs<'a>,
    pub page: &'a Page,
    pub lang: Lang,
    cited: RefCell<Vec<SourceId>>,
    fault: RefCell<Option<anyhow::Error>>,
    findings: RefCell<Diagnostics>,
    live: Cell<bool>,
}

impl<'a> PageContext<'a> {
    pub fn new(inputs: Inputs<'a>, page: &'a Page) -> PageContext<'a> {
        let lang = page.lang();
        PageContext {
            inputs,
            page,
            lang,
            cited: RefCell::default(),
            fault: RefCell::default(),
            findings: RefCell::default(),
            live: Cell::default(),
        }
    }

    /// The page holds opening hours of which a script says whether they mean "open now".
    pub fn goes_live(&self) {
        self.live.set(true);
    }

    pub fn is_live(&self) -> bool {
        self.live.get()
    }

    /// What was found about the content, or the fault of the theme that spoils the page.
    ///
    /// # Errors
    /// The first fault that a call of `t` met.
    pub fn finish(self) -> Result<Diagnostics> {
        match self.fault.into_inner() {
            Some(fault) => Err(fault),
            None => Ok(self.findings.into_inner()),
        }
    }

    /// Whether all words were found so far.
    pub fn is_sound(&self) -> bool {
        self.fault.borrow().is_none()
    }

    pub fn catalogue(&self) -> &'a Catalogue {
        self.inputs.catalogue
    }

    pub fn plan(&self) -> &'a SitePlan {
        self.inputs.plan
    }

    /// The words of `key`.
    pub fn t(&self, key: &str) -> String {
        self.tv(key, &[])
    }

    /// The words of `key` with values.
    pub fn tv(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.inputs.strings.text(self.lang, key, values).unwrap_or_else(|fault| {
            self.fault.borrow_mut().get_or_insert(fault);
            String::new()
        })
    }

    /// The picture that messages show beside a link to this page.
    pub fn share(&self) -> Option<Share> {
        self.inputs.site.share(self.page.kind).unwrap_or_else(|fault| {
            self.fault.borrow_mut().get_or_insert(fault);
            None
        })
    }

    /// The word for a term of a closed vocabulary.
    pub fn term(&self, vocabulary: &str, word: &str) -> String {
        self.t(&format!("term-{vocabulary}-{word}"))
    }

    /// Adds findings about the content.
    pub fn found(&self, findings: Diagnostics) {
        self.findings.borrow_mut().append(findings);
    }

    pub fn text(&self, localized: &Localized) -> Text {
        let (text, lang) = localized.get(self.lang);
        Text { text: text.to_owned(), lang: self.foreign(lang) }
    }

    /// Text that exists in Vietnamese only.
    pub fn vietnamese(&self, text: &str) -> Text {
        Text { text: text.to_owned(), lang: self.foreign(Lang::Vi) }
    }

    /// Text already in the page's language.
    pub fn own(&self, text: impl Into<String>) -> Text {
        Text { text: text.into(), lang: None }
    }

    /// The tag of `lang` when it is not the page's.
    pub fn foreign(&self, lang: Lang) -> Option<&'static str> {
        (lang != self.lang).then(|| lang.tag())
    }

    pub fn date(&self, date: PartialDate) -> DateView {
        dates::view(self.lang, date)
    }

    pub fn url(&self, path: &str) -> String {
        self.plan().url(self.lang, path)
    }

    pub fn entry_url(&self, entry: EntryRef) -> String {
        self.plan().entry_url(self.catalogue(), self.lang, entry)
    }

    pub fn facet_url(&self, facet: Facet) -> Option<String> {
        self.plan().facet_url(self.catalogue(), self.lang, facet)
    }

    pub fn link(&self, text: Text, path: &str) -> Link {
        Link { text, url: self.url(path), current: path == self.page.route.path() }
    }

    pub fn entry_link(&self, entry: EntryRef) -> Link {
        let text = self.entry_name(entry);
        Link { text, url: self.entry_url(entry), current: false }
    }

    pub fn entry_name(&self, entry: EntryRef) -> Text {
        match entry {
            EntryRef::Source(id) => self.text(&self.catalogue()[id].title),
            other => self.text(&self.catalogue().head(other).expect("only sources have no head").name),
        }
    }

    /// A link to a list with its size, if the list has a page.
    pub fn count_link(&self, text: Text, facet: Facet) -> Option<CountLink> {
        let url = self.facet_url(facet)?;
        let current = self.plan().slugs.facet(self.catalogue(), facet) == self.page.route.path();
        Some(CountLink { text, url, count: self.plan().listings.count(facet), current })
    }

    /// Superscripts for `sources`, numbered in the order in which the page first names them.
    pub fn cites(&self, sources: &[SourceId]) -> Vec<Cite> {
        sources.iter().map(|id| self.cite(*id)).collect()
    }

    fn cite(&self, id: SourceId) -> Cite {
        let mut cited = self.cited.borrow_mut();
        let at = cited.iter().position(|other| *other == id).unwrap_or_else(|| {
            cited.push(id);
            cited.len() - 1
        });
        let title = self.text(&self.catalogue()[id].title);
        Cite { number: at + 1, url: self.entry_url(EntryRef::Source(id)), title: title.text, lang: title.lang }
    }

    /// The sources cited so far, in the order of their numbers.
    pub fn cited(&self) -> Vec<SourceId> {
        self.cited.borrow().clone()
    }
}
