//! Fills what every page has: head, navigation, breadcrumb, footer. Called last, when all sources are numbered.

use serde_json::Value;

use crate::base::lang::{Lang, Localized};
use crate::model::id::EntryRef;
use crate::plan::paths;
use crate::plan::{PageKind, route::Route};
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::jsonld;
use crate::render::offline::worker;
use crate::render::share::draw;
use crate::render::views::common::{Alternate, Common, Corrections, Crumb, Licence, OtherLanguage, ShareRef};
use crate::render::views::facts;
use crate::render::views::parts::{DateView, Link, Text};
use crate::render::views::shared::Shared;

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct Frame<'a> {
    pub title: String,
    pub description: String,
    /// Steps between the home page and this one: text and path.
    pub crumbs: Vec<(Text, String)>,
    /// The page's own name in the breadcrumb; the title when absent.
    pub here: Option<Text>,
    pub json_ld: Vec<Value>,
    /// The content file behind the page.
    pub file: Option<&'a str>,
}

/// Sections of the main navigation: key of the words, path.
const NAV: [(&str, &str); 4] = [
    ("nav-products", paths::PRODUCTS),
    ("nav-points", paths::POINTS_OF_SALE),
    ("nav-destinations", paths::DESTINATIONS),
    ("nav-supply", paths::SUPPLY),
];

/// The footer's own links; pages of text follow.
const FOOTER: [(&str, &str); 20] = [
    ("foot-search", paths::SEARCH),
    ("foot-map", paths::MAP),
    ("foot-check", paths::CHECK),
    ("foot-producers", paths::PRODUCERS),
    ("foot-visits", paths::VISITS),
    ("foot-venues", paths::VENUES),
    ("foot-routes", paths::ROUTES),
    ("foot-events", paths::EVENTS),
    ("foot-months", paths::MONTHS),
    ("foot-groups", paths::GROUPS),
    ("foot-stars", paths::STARS),
    ("foot-districts", paths::DISTRICTS),
    ("foot-communes", paths::COMMUNES),
    ("foot-former", paths::FORMER),
    ("foot-states", paths::STATES),
    ("foot-plans", paths::PLANS),
    ("foot-changes", paths::CHANGES),
    ("foot-sources", paths::SOURCES),
    ("foot-data", paths::DATA),
    ("foot-offline", paths::OFFLINE),
];

/// The title of a page of a list: its heading, and from the second page on which one it is.
pub fn numbered(ctx: &PageContext<'_>, heading: &str, number: usize) -> String {
    match number {
        1 => heading.to_owned(),
        _ => ctx.tv("page-title", &[("title", heading.into()), ("n", number.into())]),
    }
}

pub fn common(ctx: &PageContext<'_>, frame: Frame<'_>) -> Common {
    let config = ctx.inputs.config;
    let plan = ctx.plan();
    let breadcrumb = breadcrumb(ctx, &frame);
    let site = config.title.text(ctx.lang);
    let title =
        if ctx.page.kind == PageKind::Home { frame.title.clone() } else { format!("{} – {site}", frame.title) };
    let mut json_ld = frame.json_ld;
    json_ld.extend(jsonld::breadcrumb(ctx, &breadcrumb));
    let root = |path: &str| plan.base.url(path);
    let feed = if ctx.lang == Lang::Vi { "/feed.xml" } else { "/en/feed.xml" };
    Common {
        lang: ctx.lang.tag(),
        site_title: ctx.text(&config.title),
        home_url: ctx.url(""),
        title,
        description: frame.description,
        canonical: plan.base.absolute(&ctx.page.route.from_root()),
        alternates: alternates(ctx),
        other_language: other_language(ctx),
        nav: nav(ctx),
        breadcrumb,
        footer: footer(ctx),
        share: share(ctx),
        json_ld_html: jsonld::graph(json_ld),
        robots: keeps_off_search_engines(ctx).then_some("noindex"),
        date: DateView { text: dates::day(ctx.lang, ctx.catalogue().date), iso: ctx.catalogue().date.to_string() },
        search_url: ctx.url(paths::SEARCH),
        feed_url: root(feed),
        data_url: ctx.url(paths::DATA),
        manifest_url: root(&format!("/{}", worker::manifest_path(ctx.lang))),
        worker_url: root(&format!("/{}", worker::WORKER)),
        publisher: ctx.text(&config.publisher),
        corrections: Corrections {
            text: ctx.text(&config.corrections_text),
            email: config.corrections_email.clone(),
            url: config.corrections_url.clone(),
        },
        licence: Licence { name: ctx.text(&config.licence_name), url: config.licence_url.clone() },
        edit_url: frame.file.and_then(|file| config.edit_url.as_ref().map(|url| url.replace("{path}", file))),
        live: ctx.is_live(),
        sources: facts::source_list(ctx),
    }
}

fn share(ctx: &PageContext<'_>) -> Option<ShareRef> {
    let share = ctx.share()?;
    let url = ctx.plan().base.absolute(&format!("/{}", share.out));
    Some(ShareRef { url, width: draw::WIDTH, height: draw::HEIGHT, alt: share.alt })
}

/// The page for missing addresses, what is for editors or for paper, and bare register entries of spirits (Luật 44/2019/QH14, articles 5 and 13).
fn keeps_off_search_engines(ctx: &PageContext<'_>) -> bool {
    match ctx.page.kind {
        PageKind::NotFound | PageKind::Desk | PageKind::DeskShelf(..) | PageKind::Sheet(_) => true,
        PageKind::Entry(EntryRef::Product(id)) => ctx.catalogue()[id].is_bare(),
        _ => false,
    }
}

/// A sentence for search engines: the first of `texts` that exists, else words by key.
pub fn description(ctx: &PageContext<'_>, summary: Option<&Localized>, fallback: impl FnOnce() -> String) -> String {
    summary.map_or_else(fallback, |summary| summary.text(ctx.lang).to_owned())
}

fn breadcrumb(ctx: &PageContext<'_>, frame: &Frame<'_>) -> Vec<Crumb> {
    if matches!(ctx.page.kind, PageKind::Home | PageKind::NotFound) {
        return Vec::new();
    }
    let home = Crumb { text: ctx.own(ctx.t("home")), url: Some(ctx.url("")) };
    let steps = frame.crumbs.iter().map(|(text, path)| Crumb { text: text.clone(), url: Some(ctx.url(path)) });
    let here = frame.here.clone().unwrap_or_else(|| ctx.own(frame.title.as_str()));
    std::iter::once(home).chain(steps).chain([Crumb { text: here, url: None }]).collect()
}

/// This page in every language; none for the page that stands for missing ones.
fn alternates(ctx: &PageContext<'_>) -> Vec<Alternate> {
    let plan = ctx.plan();
    if ctx.page.kind == PageKind::NotFound || plan.languages.len() < 2 {
        return Vec::new();
    }
    let absolute = |route: Route| plan.base.absolute(&route.from_root());
    let here = &ctx.page.route;
    let languages = plan.languages.iter().map(|lang| (lang.tag(), *lang));
    let all = languages.chain([("x-default", Lang::Vi)]);
    all.map(|(hreflang, lang)| Alternate { hreflang, url: absolute(here.in_lang(lang)) }).collect()
}

fn other_language(ctx: &PageContext<'_>) -> Option<OtherLanguage> {
    let plan = ctx.plan();
    let other = ctx.lang.other();
    if !plan.languages.contains(&other) {
        return None;
    }
    let route = match ctx.page.kind {
        PageKind::NotFound => Route::new(other, ""),
        _ => ctx.page.route.in_lang(other),
    };
    let name = match other {
        Lang::Vi => "Tiếng Việt",
        Lang::En => "English",
    };
    Some(OtherLanguage { lang: other.tag(), name, url: plan.base.url(&route.from_root()) })
}

fn nav(ctx: &PageContext<'_>) -> Vec<Link> {
    let here = ctx.page.route.path();
    let section = |(key, path): (&str, &str)| {
        // Below a section its own link is still "where you are" only on the section's first page.
        let current = here == path;
        Link { text: ctx.own(ctx.t(key)), url: ctx.url(path), current }
    };
    NAV.into_iter().map(section).collect()
}

/// The links at the end of a page; pages to which none of them leads share theirs.
fn footer(ctx: &PageContext<'_>) -> Shared<Vec<Link>> {
    let made = ctx.inputs.site.footer(ctx.lang);
    let here = ctx.page.route.path();
    let texts = &ctx.catalogue().pages;
    if FOOTER.iter().any(|(_, path)| *path == here) || texts.iter().any(|page| page.slug == here) {
        return Shared::new(footer_links(ctx));
    }
    if let Some(footer) = made.get() {
        return footer.clone();
    }
    let footer = Shared::new(footer_links(ctx));
    // One that lacks words is the fault of this page alone to tell.
    if ctx.is_sound() {
        made.get_or_init(|| footer.clone());
    }
    footer
}

fn footer_links(ctx: &PageContext<'_>) -> Vec<Link> {
    let own = FOOTER.into_iter().map(|(key, path)| ctx.link(ctx.own(ctx.t(key)), path));
    let mut pages: Vec<_> = ctx.catalogue().pages.iter().filter(|page| page.footer.is_some()).collect();
    pages.sort_by_key(|page| (page.footer, &page.slug));
    let texts = pages.into_iter().map(|page| ctx.link(ctx.text(&page.title), &page.slug));
    own.chain(texts).collect()
}
