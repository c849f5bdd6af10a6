//! What machines read besides pages: sitemap, robots, Atom feeds.

use std::fmt::Write;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::config::SiteConfig;
use crate::model::Catalogue;
use crate::model::id::EntryRef;
use crate::plan::route::{BaseUrl, Route};
use crate::plan::{PageKind, SitePlan};
use crate::render::context::{Inputs, PageContext};
use crate::render::views::changes;

/// Limits of the sitemap protocol for one file; the size is kept a little below 50 MB.
const MAX_URLS: usize = 50_000;
const MAX_BYTES: usize = 49_000_000;
/// Entries of a feed.
const FEED_ENTRIES: usize = 50;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A file for machines.
pub type File = crate::output::tree::File;

/// `sitemap.xml`, and the files that it names when one is not enough.
pub fn sitemaps(plan: &SitePlan, catalogue: &Catalogue) -> Vec<File> {
    let listed = plan.pages.iter().filter(|page| is_listed(catalogue, page.kind));
    let urls: Vec<String> = listed.map(|page| url_element(&plan.base, &plan.languages, &page.route)).collect();
    let chunks = chunks(&urls, MAX_URLS, MAX_BYTES);
    if chunks.len() <= 1 {
        return vec![file("sitemap.xml", urlset(&urls))];
    }
    let mut index = format!("{XML}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut files = Vec::new();
    for (at, chunk) in chunks.into_iter().enumerate() {
        let name = format!("sitemap-{}.xml", at + 1);
        let address = plan.base.absolute(&format!("/{name}"));
        index.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&address)));
        files.push(file(&name, urlset(chunk)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(file("sitemap.xml", index));
    files
}

/// Spirits' pages are not offered to search engines: a register is not an advertisement. The desk is for editors,
/// and sheets say again what the pages of products and communes say.
fn is_listed(catalogue: &Catalogue, kind: PageKind) -> bool {
    match kind {
        PageKind::NotFound | PageKind::Desk | PageKind::DeskShelf(..) | PageKind::Sheet(_) => false,
        PageKind::Entry(EntryRef::Product(id)) => !catalogue[id].is_bare(),
        _ => true,
    }
}

fn url_element(base: &BaseUrl, languages: &[Lang], route: &Route) -> String {
    let absolute = |route: &Route| escape(&base.absolute(&route.from_root()));
    let mut element = format!("<url><loc>{}</loc>", absolute(route));
    if languages.len() > 1 {
        for lang in languages {
            let address = absolute(&route.in_lang(*lang));
            element.push_str(&alternate(lang.tag(), &address));
        }
        element.push_str(&alternate("x-default", &absolute(&route.in_lang(Lang::Vi))));
    }
    element.push_str("</url>\n");
    element
}

fn alternate(hreflang: &str, address: &str) -> String {
    format!("<xhtml:link rel=\"alternate\" hreflang=\"{hreflang}\" href=\"{address}\"/>")
}

fn urlset(urls: &[String]) -> String {
    let mut text = format!(
        "{XML}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    urls.iter().for_each(|url| text.push_str(url));
    text.push_str("</urlset>\n");
    text
}

/// `urls` in order, cut so that no part exceeds either limit.
fn chunks(urls: &[String], max_urls: usize, max_bytes: usize) -> Vec<&[String]> {
    let mut chunks = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, url) in urls.iter().enumerate() {
        if at > start && (at - start == max_urls || bytes + url.len() > max_bytes) {
            chunks.push(&urls[start..at]);
            (start, bytes) = (at, 0);
        }
        bytes += url.len();
    }
    if start < urls.len() {
        chunks.push(&urls[start..]);
    }
    chunks
}

pub fn robots(base: &BaseUrl) -> File {
    file("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", base.absolute("/sitemap.xml")))
}

/// The newest recognitions and lapses in one language. `ctx` is that of the changes page.
pub fn atom(ctx: &PageContext<'_>) -> File {
    let Inputs { config, plan, catalogue, .. } = ctx.inputs;
    let base = &plan.base;
    let path = if ctx.lang == Lang::Vi { "/feed.xml" } else { "/en/feed.xml" };
    let mut text = feed_head(ctx, config, path);
    let shown = changes::dated(ctx).into_iter().filter(|dated| !catalogue[dated.product].is_bare());
    for dated in shown.take(FEED_ENTRIES) {
        let link = base.absolute_of_url(&dated.change.product.url);
        let title = format!("{}: {}", dated.change.product.text.text, dated.change.words);
        // Partial dates stand for their first day: a feed needs a moment.
        let moment = format!("{}T00:00:00+07:00", dated.first);
        let _ = writeln!(
            text,
            "<entry><id>{0}#{1}-{2}</id><title>{3}</title><link href=\"{0}\"/><updated>{4}</updated><summary>{5}</summary></entry>",
            escape(&link),
            dated.change.state,
            dated.first,
            escape(&title),
            moment,
            escape(&format!("{} · {}", dated.change.date.text, title)),
        );
    }
    text.push_str("</feed>\n");
    file(path.trim_start_matches('/'), text)
}

fn feed_head(ctx: &PageContext<'_>, config: &SiteConfig, path: &str) -> String {
    let base = &ctx.plan().base;
    format!(
        "{XML}<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<id>{own}</id><title>{title}</title>\
         <link rel=\"self\" href=\"{own}\"/><link href=\"{home}\"/><updated>{date}T00:00:00+07:00</updated>\
         <author><name>{author}</name></author>\n",
        lang = ctx.lang.tag(),
        own = escape(&base.absolute(path)),
        title = escape(config.title.text(ctx.lang)),
        home = escape(&base.absolute(&Route::new(ctx.lang, "").from_root())),
        date = ctx.catalogue().date,
        author = escape(config.publisher.text(ctx.lang)),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn file(path: &str, text: String) -> File {
    (OutPath::new(path).expect("made of fixed words"), text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sitemaps_split_at_either_limit() {
        let urls: Vec<String> = (0..5).map(|at| format!("<url>{at}</url>")).collect();
        let sizes = |chunks: Vec<&[String]>| chunks.iter().map(|chunk| chunk.len()).collect::<Vec<_>>();
        assert_eq!(sizes(chunks(&urls, 2, 1000)), [2, 2, 1]);
        assert_eq!(sizes(chunks(&urls, 50, 25)), [2, 2, 1]);
        assert_eq!(sizes(chunks(&urls, 50, 1000)), [5]);
        assert!(chunks(&[], 2, 10).is_empty());
    }

    #[test]
    fn every_url_names_its_languages() {
        let element = url_element(&BaseUrl::new("https://x.vn/"), &Lang::ALL, &Route::new(Lang::En, "san-pham/a"));
        assert!(element.contains("<loc>https://x.vn/en/san-pham/a/</loc>"), "{element}");
        assert!(element.contains("hreflang=\"vi\" href=\"https://x.vn/san-pham/a/\""), "{element}");
        assert!(element.contains("hreflang=\"x-default\" href=\"https://x.vn/san-pham/a/\""), "{element}");
    }
}
