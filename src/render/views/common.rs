//! What every page has: head, navigation, breadcrumb, footer.

use serde::Serialize;

use crate::render::views::parts::{DateView, Link, SourceRef, Text};
use crate::render::views::shared::Shared;

/// The frame of a page; templates see it as `common`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Common {
    /// The page's language tag.
    pub lang: &'static str,
    pub site_title: Text,
    pub home_url: String,
    /// For `<title>`: the page's name and the site's.
    pub title: String,
    /// For `<meta name="description">` and previews: one sentence.
    pub description: String,
    /// Absolute URL of this page.
    pub canonical: String,
    /// Absolute URLs of this page in every language, `x-default` among them.
    pub alternates: Vec<Alternate>,
    /// This page in the other language.
    pub other_language: Option<OtherLanguage>,
    pub nav: Vec<Link>,
    pub breadcrumb: Vec<Crumb>,
    pub footer: Shared<Vec<Link>>,
    /// What a message or a post shows beside a link; none on the pages of spirits.
    pub share: Option<ShareRef>,
    /// Complete `<script type="application/ld+json">` content, safe to print raw.
    pub json_ld_html: Option<String>,
    /// `noindex` where search engines should stay away.
    pub robots: Option<&'static str>,
    /// The day that certificates were computed for.
    pub date: DateView,
    pub search_url: String,
    pub feed_url: String,
    pub data_url: String,
    /// What lets a phone install the site.
    pub manifest_url: String,
    /// The script that answers without a network.
    pub worker_url: String,
    pub publisher: Text,
    pub corrections: Corrections,
    pub licence: Licence,
    /// Where this page's file can be edited.
    pub edit_url: Option<String>,
    /// Whether the page needs the script that says "open now".
    pub live: bool,
    /// The sources cited on this page, in the order of their numbers.
    pub sources: Vec<SourceRef>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Alternate {
    pub hreflang: &'static str,
    pub url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OtherLanguage {
    pub lang: &'static str,
    /// The language's own name, "English".
    pub name: &'static str,
    pub url: String,
}

/// A step of the breadcrumb; the last one has no URL.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Crumb {
    pub text: Text,
    pub url: Option<String>,
}

/// A picture for sharing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ShareRef {
    /// Absolute.
    pub url: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Corrections {
    pub text: Text,
    pub email: Option<String>,
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Licence {
    pub name: Text,
    pub url: Option<String>,
}
