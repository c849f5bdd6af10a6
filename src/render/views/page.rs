//! Pages of plain text: the site's own pages, the page for a missing address, redirects.

use serde::Serialize;

use crate::render::views::common::Common;
use crate::render::views::parts::{Link, Story, Text};

/// Context of `page.html`: a text from `content/pages`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageView {
    pub common: Common,
    pub heading: Text,
    pub description: Text,
    pub story: Story,
}

/// Context of `not_found.html`. Its links are absolute paths, since it is served under any address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotFoundView {
    pub common: Common,
    pub links: Vec<Link>,
}

/// Context of `redirect.html`: an address that an entry once had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RedirectView {
    pub lang: &'static str,
    pub url: String,
    pub canonical: String,
    pub title: Text,
}
