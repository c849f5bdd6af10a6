//! Who has a path: two pages never claim one.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::field::FieldPath;

/// A wish for a path, and what to blame when it is taken.
#[derive(Debug, Clone, Copy)]
pub struct Claimant<'c> {
    /// The content file, relative to the content folder; empty for pages that the program makes itself.
    file: &'c str,
    /// Which of the file's former addresses it is, if it is one.
    alias: Option<usize>,
}

impl<'c> Claimant<'c> {
    pub fn own() -> Claimant<'c> {
        Claimant { file: "", alias: None }
    }

    pub fn file(file: &'c str) -> Claimant<'c> {
        Claimant { file, alias: None }
    }

    pub fn alias(file: &'c str, at: usize) -> Claimant<'c> {
        Claimant { file, alias: Some(at) }
    }
}

/// Paths given out so far; first come, first served.
#[derive(Debug, Default)]
pub struct Claims<'c> {
    taken: FxHashMap<Arc<str>, Claimant<'c>>,
    pub diagnostics: Diagnostics,
}

impl<'c> Claims<'c> {
    /// Whether `path` was still free; if not, the finding is recorded at the later claimant.
    pub fn claim(&mut self, path: &Arc<str>, claimant: Claimant<'c>) -> bool {
        if let Some(first) = self.taken.get(path) {
            let owner = if first.file.is_empty() { "ocop" } else { first.file };
            let mut finding = Diagnostic::new(Code::RouteCollision, claimant.file)
                .arg("route", format!("/{path}/"))
                .arg("first", owner);
            if let Some(at) = claimant.alias {
                finding = finding.at(FieldPath::root().key("aliases").item(at));
            }
            self.diagnostics.push(finding);
            return false;
        }
        self.taken.insert(path.clone(), claimant);
        true
    }

    pub fn has(&self, path: &str) -> bool {
        self.taken.contains_key(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_claim_is_the_finding() {
        let mut claims = Claims::default();
        assert!(claims.claim(&"san-pham/a".into(), Claimant::file("products/a/index.md")));
        assert!(!claims.claim(&"san-pham/a".into(), Claimant::alias("products/b/index.md", 0)));
        let found = &claims.diagnostics.0[0];
        assert_eq!((found.code, found.file.as_str()), (Code::RouteCollision, "products/b/index.md"));
    }
}
