//! Author's Markdown → sanitised HTML, with links checked against the plan.
//!
//! Raw HTML in Markdown is dropped and reported; what pulldown-cmark makes passes ammonia all the same, so that nothing
//! depends on one library's care. Internal links are written as `/san-pham/x/` and get the page's language and the site's
//! base path; headings move down so that the page keeps one `h1`.

use std::collections::BTreeSet;
use std::ops::Range;

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use crate::base::lang::Lang;
use crate::diag::code::Code;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::entry::Prose;
use crate::plan::SitePlan;

/// HTML that has been sanitised; the only kind that templates may print raw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    pub fn into_string(self) -> String {
        self.0
    }
}

/// How deep the text's first heading level stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    /// The text is the page: its sections are `h2`.
    BelowTitle,
    /// The text is a section of the page: its own sections are `h3`.
    BelowSections,
}

/// Renders `prose` for a page in `lang`.
pub fn render(prose: &Prose, plan: &SitePlan, lang: Lang, headings: Headings) -> (SafeHtml, Diagnostics) {
    let text = &prose.text;
    let shift = shift(text, headings);
    let mut pass = Pass { prose, plan, lang, shift, findings: Diagnostics::default() };
    let events: Vec<Event<'_>> =
        events(text).into_offset_iter().filter_map(|(event, range)| pass.event(event, range)).collect();
    let mut unsafe_html = String::with_capacity(text.len() * 2);
    html::push_html(&mut unsafe_html, events.into_iter());
    (SafeHtml(sanitise(&unsafe_html)), pass.findings)
}

/// What [`render`] finds in `prose`, without making its HTML.
pub fn check(prose: &Prose, plan: &SitePlan, lang: Lang) -> Diagnostics {
    let mut pass = Pass { prose, plan, lang, shift: 0, findings: Diagnostics::default() };
    events(&prose.text).into_offset_iter().for_each(|(event, range)| drop(pass.event(event, range)));
    pass.findings
}

fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// Levels by which headings move: the highest one used becomes the level that the page allows.
fn shift(text: &str, headings: Headings) -> i8 {
    let highest = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(level as i8),
        _ => None,
    });
    let top = match headings {
        Headings::BelowTitle => 2,
        Headings::BelowSections => 3,
    };
    top - highest.min().unwrap_or(top)
}

struct Pass<'a> {
    prose: &'a Prose,
    plan: &'a SitePlan,
    lang: Lang,
    shift: i8,
    findings: Diagnostics,
}

impl Pass<'_> {
    fn event<'e>(&mut self, event: Event<'e>, range: Range<usize>) -> Option<Event<'e>> {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                self.raw_html(&html, range);
                None
            }
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
            Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
                level: self.moved(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            })),
            Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(self.moved(level)))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.target(link_type, dest_url, range);
                Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
            }
            // Pictures stand in fields, with their credit; none beside an article is ever published under such an address.
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.found(Code::DeadLink, range, ("picture", &dest_url), None);
                None
            }
            Event::End(TagEnd::Image) => None,
            other => Some(other),
        }
    }

    fn moved(&self, level: HeadingLevel) -> HeadingLevel {
        let number = (level as i8 + self.shift).clamp(2, 6);
        HeadingLevel::try_from(usize::try_from(number).expect("between 2 and 6")).expect("between 2 and 6")
    }

    /// One finding a block: the first tag says where.
    fn raw_html(&mut self, html: &str, range: Range<usize>) {
        if html.trim().is_empty() {
            return;
        }
        let value = html.lines().next().unwrap_or("").trim();
        self.found(Code::RawHtml, range, ("html", value), None);
    }

    fn target<'e>(&mut self, link_type: LinkType, url: CowStr<'e>, range: Range<usize>) -> CowStr<'e> {
        if link_type == LinkType::Email || url.contains(':') || url.starts_with('#') || url.starts_with("//") {
            return url;
        }
        let (path, fragment) = url.split_once('#').map_or((&*url, None), |(path, fragment)| (path, Some(fragment)));
        let inner = path.trim_start_matches('/').trim_end_matches('/');
        // A writer of English may name the English address; each language gets its own all the same.
        let inner = inner.strip_prefix("en/").unwrap_or(inner);
        let is_whole = path == "/" || (path.starts_with('/') && path.ends_with('/'));
        if !is_whole || !self.plan.has(inner) {
            let fix = nearest(inner, self.plan.paths()).map(|path| format!("/{path}/"));
            self.found(Code::DeadLink, range, ("page", &url), fix);
            return url;
        }
        let mut target = self.plan.url(self.lang, inner);
        if let Some(fragment) = fragment {
            target.push('#');
            target.push_str(fragment);
        }
        target.into()
    }

    fn found(&mut self, code: Code, range: Range<usize>, (what, value): (&str, &str), fix: Option<String>) {
        // The value itself is pointed at where the text holds it as written.
        let within = self.prose.text[range.clone()].find(value).filter(|_| !value.is_empty());
        let range = within.map_or(range.clone(), |at| range.start + at..range.start + at + value.len());
        let start = self.prose.start;
        let finding = Diagnostic::new(code, &self.prose.file)
            .in_bytes(start + range.start..start + range.end)
            .arg("what", what)
            .arg("value", value)
            .fix(fix);
        self.findings.push(finding);
    }
}

/// Only what Markdown makes; links out of the site say so and give no handle to the opened page.
fn sanitise(html: &str) -> String {
    const TAGS: [&str; 27] = [
        "a",
        "abbr",
        "blockquote",
        "br",
        "code",
        "del",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
    ];
    let tags = TAGS.into_iter().chain(["ul"]).collect();
    let schemes: BTreeSet<&str> = ["https", "http", "mailto", "tel", "geo"].into();
    Builder::default()
        .tags(tags)
        .generic_attributes(["lang"].into())
        .tag_attributes([("a", ["href", "title"].into()), ("ol", ["start"].into())].into())
        .url_schemes(schemes.into_iter().collect())
        .link_rel(None)
        .attribute_filter(|element, attribute, value| {
            let outside = element == "a" && attribute == "href" && value.starts_with("http");
            // Marked here, since rel depends on the target; `outside_links` writes the attribute.
            Some(if outside { format!("{MARK}{value}").into() } else { value.into() })
        })
        .clean(html)
        .to_string()
        .replace(&format!("href=\"{MARK}"), "rel=\"external noopener\" href=\"")
}

/// Stands before external targets between ammonia and the final text; no author can write it.
const MARK: &str = "\u{e000}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::plan_of;

    fn prose(text: &str) -> Prose {
        Prose { text: text.to_owned(), file: "pages/x.md".to_owned(), start: 100 }
    }

    #[track_caller]
    fn check(text: &str, lang: Lang, expected: &str) {
        let (html, findings) = render(&prose(text), &plan_of(&["san-pham/a", ""]), lang, Headings::BelowTitle);
        assert_eq!(html.into_string().trim(), expected);
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[track_caller]
    fn finding(text: &str, code: Code, pointed: &str) {
        let (_, findings) = render(&prose(text), &plan_of(&["san-pham/a"]), Lang::Vi, Headings::BelowTitle);
        assert_eq!(super::check(&prose(text), &plan_of(&["san-pham/a"]), Lang::Vi), findings);
        let found = findings.0.first().expect("a finding");
        let crate::diag::Place::Bytes(range) = &found.place else { panic!("{found:?}") };
        assert_eq!((found.code, &text[range.start - 100..range.end - 100]), (code, pointed));
    }

    #[test]
    fn internal_links_get_the_page_language() {
        check("[a](/san-pham/a/)", Lang::Vi, r#"<p><a href="/san-pham/a/">a</a></p>"#);
        check("[a](/san-pham/a/#x)", Lang::En, r##"<p><a href="/en/san-pham/a/#x">a</a></p>"##);
        check("[a](/)", Lang::En, r#"<p><a href="/en/">a</a></p>"#);
    }

    #[test]
    fn external_links_say_so() {
        check("[a](https://x.vn/)", Lang::Vi, r#"<p><a rel="external noopener" href="https://x.vn/">a</a></p>"#);
    }

    #[test]
    fn headings_stay_below_the_page_title() {
        check("# A\n\n## B", Lang::Vi, "<h2>A</h2>\n<h3>B</h3>");
        check("### A", Lang::Vi, "<h2>A</h2>");
    }

    #[test]
    fn dead_links_and_raw_html_point_at_the_very_text() {
        finding("xem [b](/san-pham/b/)", Code::DeadLink, "/san-pham/b/");
        finding("xem [a](/san-pham/a)", Code::DeadLink, "/san-pham/a");
        finding("một <b>hai</b>", Code::RawHtml, "<b>");
        finding("<script>x</script>", Code::RawHtml, "<script>x</script>");
    }

    #[test]
    fn nothing_executable_survives() {
        let text = "[x](javascript:alert(1)) <img src=x onerror=y> ![y](data:text/html,z)";
        let (html, _) = render(&prose(text), &plan_of(&[]), Lang::Vi, Headings::BelowTitle);
        let html = html.into_string();
        assert!(!html.contains("javascript") && !html.contains("onerror") && !html.contains("data:"), "{html}");
    }
}
