//! Reads finished pages as a browser would and lists what is wrong with them.
//!
//! Every link and fragment inside the site must resolve against the tree, ids are unique, a page has one `h1`, headings
//! don't skip a level, pictures have an alternative text, nothing is loaded from elsewhere, no style or script attribute
//! stands where the Content-Security-Policy would refuse it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use rayon::prelude::*;

use crate::base::out_path::OutPath;
use crate::output::tree::OutputTree;

/// Something wrong with a finished page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub page: String,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    DeadLink(String),
    DeadFragment(String),
    /// Something is loaded from another origin.
    Foreign(String),
    DuplicateId(String),
    Headings(String),
    NoAlt(String),
    /// An attribute that the policy refuses.
    InlineCode(String),
    NotUtf8,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {:?}", self.page, self.problem)
    }
}

/// What one page is made of, as far as the audit asks.
#[derive(Debug, Default)]
struct Outline {
    links: Vec<String>,
    loads: Vec<String>,
    ids: Vec<String>,
    headings: Vec<u8>,
    problems: Vec<Problem>,
    /// A page that sends its reader on needs no heading.
    is_redirect: bool,
}

/// Every fault of every page, in the order of paths. `base` is the path below which the site lives, `/` or `/ocop/`.
pub fn audit(tree: &OutputTree, base: &str) -> Vec<Fault> {
    let pages: Vec<(&OutPath, Outline)> = tree
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".html"))
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(path, bytes)| (path, outline(bytes)))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (path.as_str(), page.ids.iter().map(String::as_str).collect())).collect();
    let fault = |path: &OutPath, problem| Fault { page: path.to_string(), problem };
    pages
        .par_iter()
        .flat_map_iter(|(path, page)| {
            let own = page.problems.iter().cloned().chain(structure(page));
            let links =
                page.links.iter().chain(&page.loads).filter_map(|url| target_problem(tree, &ids, base, path, url));
            let foreign = page.loads.iter().filter(|url| is_foreign(url)).map(|url| Problem::Foreign(url.clone()));
            own.chain(links).chain(foreign).map(|problem| fault(path, problem)).collect::<Vec<_>>()
        })
        .collect()
}

fn structure(page: &Outline) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    problems.extend(page.ids.iter().filter(|id| !seen.insert(id.as_str())).map(|id| Problem::DuplicateId(id.clone())));
    if page.is_redirect {
        return problems;
    }
    let titles = page.headings.iter().filter(|level| **level == 1).count();
    if titles != 1 {
        problems.push(Problem::Headings(format!("{titles} h1")));
    }
    let skip = page.headings.windows(2).find(|pair| pair[1] > pair[0] + 1);
    problems.extend(skip.map(|pair| Problem::Headings(format!("h{} after h{}", pair[1], pair[0]))));
    problems
}

fn is_foreign(url: &str) -> bool {
    url.starts_with("http:") || url.starts_with("https:") || url.starts_with("//")
}

fn target_problem(
    tree: &OutputTree,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
    base: &str,
    page: &OutPath,
    url: &str,
) -> Option<Problem> {
    let (path, fragment) = url.split_once('#').map_or((url, None), |(path, fragment)| (path, Some(fragment)));
    let path = path.split('?').next().unwrap_or_default();
    let dead = || Some(Problem::DeadLink(url.to_owned()));
    let file = if path.is_empty() {
        page.to_string()
    } else if is_foreign(path) || path.contains(':') {
        return None;
    } else {
        let Some(inner) = path.strip_prefix(base) else {
            return dead();
        };
        if inner.is_empty() || inner.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() }
    };
    if OutPath::new(file.clone()).is_none_or(|path| tree.get(&path).is_none()) {
        return dead();
    }
    let fragment = fragment.filter(|fragment| !fragment.is_empty())?;
    let known = ids.get(file.as_str()).is_some_and(|ids| ids.contains(fragment));
    (!known).then(|| Problem::DeadFragment(url.to_owned()))
}

fn outline(html: &[u8]) -> Outline {
    let Ok(text) = std::str::from_utf8(html) else {
        return Outline { problems: vec![Problem::NotUtf8], ..Outline::default() };
    };
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Collects an outline from the tokens; `html5ever` gives its sink shared, hence the cell.
#[derive(Default)]
struct Sink(RefCell<Outline>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let TagToken(tag) = token else {
            return TokenSinkResult::Continue;
        };
        if tag.kind != StartTag {
            return TokenSinkResult::Continue;
        }
        self.0.borrow_mut().element(&tag);
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Outline {
    fn element(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let attribute =
            |wanted: &str| tag.attrs.iter().find(|it| &*it.name.local == wanted).map(|it| it.value.to_string());
        self.ids.extend(attribute("id"));
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.headings.extend(name[1..].parse::<u8>()),
            "a" | "area" | "use" => self.links.extend(attribute("href")),
            "form" => self.links.extend(attribute("action")),
            "img" | "script" | "source" | "iframe" => self.loads.extend(attribute("src")),
            "link" => self.link_element(attribute("rel").unwrap_or_default().as_str(), attribute("href")),
            "meta" => self.is_redirect |= attribute("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh")),
            _ => {}
        }
        if name == "img" && attribute("alt").is_none_or(|alt| alt.trim().is_empty()) {
            self.problems.push(Problem::NoAlt(attribute("src").unwrap_or_default()));
        }
        let refused = tag.attrs.iter().map(|it| &*it.name.local).find(|it| *it == "style" || it.starts_with("on"));
        self.problems.extend(refused.map(|it| Problem::InlineCode(format!("{name} {it}"))));
    }

    fn link_element(&mut self, rel: &str, href: Option<String>) {
        match rel {
            "canonical" => {}
            "alternate" => self.links.extend(href.filter(|href| !is_foreign(href))),
            _ => self.loads.extend(href),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pages: &[(&str, &str)], expected: &[Problem]) {
        let mut tree = OutputTree::default();
        for (path, html) in pages {
            tree.insert(OutPath::new(*path).unwrap(), html.as_bytes().to_vec());
        }
        let problems: Vec<Problem> = audit(&tree, "/o/").into_iter().map(|fault| fault.problem).collect();
        assert_eq!(problems, expected);
    }

    #[test]
    fn sound_pages_have_no_faults() {
        let a =
            r##"<h1>A</h1><h2 id="x">B</h2><a href="/o/b/#y">b</a><a href="#x">x</a><a href="https://x.vn/">x</a>"##;
        check(&[("a/index.html", a), ("b/index.html", "<h1 id=y>B</h1><a href=/o/a/>a</a>")], &[]);
    }

    #[test]
    fn links_and_fragments_resolve_against_the_tree() {
        let html = r##"<h1>A</h1><a href="/o/c/">c</a><a href="/a/">out of base</a><a href="#z">z</a>"##;
        check(
            &[("a/index.html", html)],
            &[Problem::DeadLink("/o/c/".into()), Problem::DeadLink("/a/".into()), Problem::DeadFragment("#z".into())],
        );
    }

    #[test]
    fn structure_is_one_title_ordered_headings_unique_ids() {
        check(
            &[("a.html", "<h2 id=a>A</h2><h4 id=a>B</h4>")],
            &[
                Problem::DuplicateId("a".into()),
                Problem::Headings("0 h1".into()),
                Problem::Headings("h4 after h2".into()),
            ],
        );
    }

    #[test]
    fn nothing_foreign_is_loaded_and_no_code_stands_in_attributes() {
        check(
            &[("a.html", r#"<h1>A</h1><img src="https://x.vn/a.png" onerror="x"><p style="color:red">"#)],
            &[
                Problem::NoAlt("https://x.vn/a.png".into()),
                Problem::InlineCode("img onerror".into()),
                Problem::InlineCode("p style".into()),
                Problem::Foreign("https://x.vn/a.png".into()),
            ],
        );
    }

    #[test]
    fn text_of_scripts_is_no_markup() {
        check(&[("a.html", "<h1>A</h1><script>'<a href=/x/>'</script>")], &[]);
    }
}
