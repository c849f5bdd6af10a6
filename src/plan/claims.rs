//! Who has a path: two pages never claim one.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::plan::PageKind;
use crate::source::field::FieldPath;

/// What a path is wanted for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wish {
    Page(PageKind),
    /// To lead to another path.
    Redirect(Arc<str>),
}

/// Whose wish it is, and what to blame when the path is taken.
#[derive(Debug, Clone, Copy)]
enum Claimant<'c> {
    Program,
    /// A content file, relative to the content folder.
    File(&'c str),
    /// One of the file's former addresses.
    Alias(&'c str, usize),
    /// A file of which other findings tell when the path is taken.
    Silent(&'c str),
}

/// A wish for a path.
#[derive(Debug)]
pub struct Claim<'c> {
    path: Arc<str>,
    wish: Wish,
    claimant: Claimant<'c>,
}

impl<'c> Claim<'c> {
    /// A page that the program makes by itself.
    pub fn own(path: impl AsRef<str>, kind: PageKind) -> Claim<'c> {
        Claim { path: path.as_ref().into(), wish: Wish::Page(kind), claimant: Claimant::Program }
    }

    /// The page of a content file.
    pub fn page(path: &str, kind: PageKind, file: &'c str) -> Claim<'c> {
        Claim { path: path.into(), wish: Wish::Page(kind), claimant: Claimant::File(file) }
    }

    /// The former address at place `at` in a file.
    pub fn alias(path: &str, to: &str, file: &'c str, at: usize) -> Claim<'c> {
        Claim { path: path.into(), wish: Wish::Redirect(to.into()), claimant: Claimant::Alias(file, at) }
    }

    /// Another address of a file's page, of which nothing is said when it is taken.
    pub fn other(path: &str, to: &str, file: &'c str) -> Claim<'c> {
        Claim { path: path.into(), wish: Wish::Redirect(to.into()), claimant: Claimant::Silent(file) }
    }

    /// The finding that `first` has the path already.
    fn refused(&self, first: &Claim) -> Option<Diagnostic> {
        let owner = match first.claimant {
            Claimant::Program => "ocop",
            Claimant::File(file) | Claimant::Alias(file, _) | Claimant::Silent(file) => file,
        };
        let (file, alias) = match self.claimant {
            Claimant::Program => ("", None),
            Claimant::File(file) => (file, None),
            Claimant::Alias(file, at) => (file, Some(at)),
            Claimant::Silent(_) => return None,
        };
        let finding =
            Diagnostic::new(Code::RouteCollision, file).arg("route", format!("/{}/", self.path)).arg("first", owner);
        Some(match alias {
            Some(at) => finding.at(FieldPath::root().key("aliases").item(at)),
            None => finding,
        })
    }
}

/// Pages and redirects by path, before they are multiplied by languages.
#[derive(Debug, Default)]
pub struct Drafts {
    pub pages: Vec<(Arc<str>, PageKind)>,
    pub redirects: Vec<(Arc<str>, Arc<str>)>,
}

/// Gives each path to the first of those who claim it. The findings at the others are in the order of the claims.
pub fn settle(claims: Vec<Claim>) -> (Drafts, Diagnostics) {
    let mut sorted: Vec<(usize, Claim)> = claims.into_iter().enumerate().collect();
    sorted.par_sort_unstable_by(|left, right| left.1.path.cmp(&right.1.path).then(left.0.cmp(&right.0)));
    let mut drafts = Drafts::default();
    let mut refused: Vec<(usize, Diagnostic)> = Vec::new();
    for claims in sorted.chunk_by(|left, right| left.1.path == right.1.path) {
        let [(_, first), later @ ..] = claims else { continue };
        match &first.wish {
            Wish::Page(kind) => drafts.pages.push((first.path.clone(), *kind)),
            Wish::Redirect(to) => drafts.redirects.push((first.path.clone(), to.clone())),
        }
        refused.extend(later.iter().filter_map(|(at, claim)| Some((*at, claim.refused(first)?))));
    }
    refused.sort_by_key(|(at, _)| *at);
    (drafts, Diagnostics(refused.into_iter().map(|(_, finding)| finding).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_claim_is_granted_and_the_later_ones_are_the_findings() {
        let file = "products/b/index.md";
        let (drafts, found) = settle(vec![
            Claim::own("z", PageKind::Home),
            Claim::page("san-pham/a", PageKind::Map, "products/a/index.md"),
            Claim::page("z", PageKind::Data, "pages/z.md"),
            Claim::alias("san-pham/a", "san-pham/b", file, 0),
            Claim::other("san-pham/a", "san-pham/b", file),
            Claim::other("Q/B", "san-pham/b", file),
        ]);
        let pages: Vec<(&str, PageKind)> = drafts.pages.iter().map(|(path, kind)| (&**path, *kind)).collect();
        assert_eq!(pages, [("san-pham/a", PageKind::Map), ("z", PageKind::Home)]);
        assert_eq!(drafts.redirects, [("Q/B".into(), "san-pham/b".into())]);
        let told: Vec<(Code, &str, &str)> =
            found.0.iter().map(|it| (it.code, it.file.as_str(), it.args[1].1.as_str())).collect();
        assert_eq!(
            told,
            [(Code::RouteCollision, "pages/z.md", "ocop"), (Code::RouteCollision, file, "products/a/index.md"),]
        );
    }
}
