//! Pages of plain text: the site's own pages, the page for a missing address, redirects.

use serde::Serialize;

use crate::plan::Redirect;
use crate::plan::paths;
use crate::render::context::{Inputs, PageContext};
use crate::render::markdown::Headings;
use crate::render::views::common::Common;
use crate::render::views::facts;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{Link, Story, Text};

/// Context of `page.html`: a text from `content/pages`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PageView {
    pub common: Common,
    pub heading: Text,
    pub description: Text,
    pub story: Story,
}

/// Context of `not_found.html`. Its links are absolute paths, since it is served under any address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NotFoundView {
    pub common: Common,
    pub links: Vec<Link>,
}

/// Context of `redirect.html`: an address that an entry once had.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RedirectView {
    pub lang: &'static str,
    pub url: String,
    pub canonical: String,
    pub title: Text,
}

/// Fills a page of text.
pub fn text(ctx: &PageContext<'_>, at: usize) -> PageView {
    let page = &ctx.catalogue().pages[at];
    let (prose, _) = page.text(ctx.lang);
    PageView {
        heading: ctx.text(&page.title),
        description: ctx.text(&page.description),
        story: facts::page_text(ctx, page, Headings::BelowTitle),
        common: frame::common(
            ctx,
            Frame {
                title: page.title.text(ctx.lang).to_owned(),
                description: page.description.text(ctx.lang).to_owned(),
                here: Some(ctx.text(&page.title)),
                file: Some(&prose.file),
                ..Frame::default()
            },
        ),
    }
}

/// Fills the page for a missing address.
pub fn not_found(ctx: &PageContext<'_>) -> NotFoundView {
    let link = |key: &str, path: &str| ctx.link(ctx.own(ctx.t(key)), path);
    NotFoundView {
        links: vec![
            link("home", ""),
            link("products", paths::PRODUCTS),
            link("foot-search", paths::SEARCH),
            link("points-of-sale", paths::POINTS_OF_SALE),
            link("destinations", paths::DESTINATIONS),
        ],
        common: frame::common(
            ctx,
            Frame { title: ctx.t("not-found-title"), description: ctx.t("not-found-description"), ..Frame::default() },
        ),
    }
}

/// Fills a redirect.
pub fn redirect(inputs: Inputs<'_>, redirect: &Redirect) -> RedirectView {
    let base = &inputs.plan.base;
    let to = redirect.to.from_root();
    RedirectView {
        lang: redirect.to.lang().tag(),
        url: base.url(&to),
        canonical: base.absolute(&to),
        title: Text { text: inputs.config.title.text(redirect.to.lang()).to_owned(), lang: None },
    }
}
