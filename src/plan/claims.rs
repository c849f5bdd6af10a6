//! Who has a path: two pages never claim one.

use std::collections::BTreeMap;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::field::FieldPath;

/// A wish for a path, and what to blame when it is taken.
#[derive(Debug, Clone)]
pub struct Claimant {
    /// The content file, relative to the content folder; empty for pages that the program makes itself.
    pub file: String,
    /// The field that gave the path, for aliases.
    pub field: Option<FieldPath>,
}

impl Claimant {
    pub fn own() -> Claimant {
        Claimant { file: String::new(), field: None }
    }

    pub fn file(file: &str) -> Claimant {
        Claimant { file: file.to_owned(), field: None }
    }

    pub fn alias(file: &str, at: usize) -> Claimant {
        Claimant { file: file.to_owned(), field: Some(FieldPath::root().key("aliases").item(at)) }
    }
}

/// Paths given out so far; first come, first served.
#[derive(Debug, Default)]
pub struct Claims {
    taken: BTreeMap<String, Claimant>,
    pub diagnostics: Diagnostics,
}

impl Claims {
    /// Whether `path` was still free; if not, the finding is recorded at the later claimant.
    pub fn claim(&mut self, path: &str, claimant: Claimant) -> bool {
        if let Some(first) = self.taken.get(path) {
            let owner = if first.file.is_empty() { "ocop" } else { &first.file };
            let mut finding = Diagnostic::new(Code::RouteCollision, &claimant.file)
                .arg("route", format!("/{path}/"))
                .arg("first", owner);
            if let Some(field) = claimant.field {
                finding = finding.at(field);
            }
            self.diagnostics.push(finding);
            return false;
        }
        self.taken.insert(path.to_owned(), claimant);
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
        assert!(claims.claim("san-pham/a", Claimant::file("products/a/index.md")));
        assert!(!claims.claim("san-pham/a", Claimant::alias("products/b/index.md", 0)));
        let found = &claims.diagnostics.0[0];
        assert_eq!((found.code, found.file.as_str()), (Code::RouteCollision, "products/b/index.md"));
    }
}
