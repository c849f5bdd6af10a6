//! What the preview shows at a moment: the last good site and what is wrong since.

use std::sync::Arc;

use crate::base::digest::Digest;
use crate::base::lang::Lang;
use crate::built::Built;
use crate::output::manifest::Manifest;
use crate::output::tree::OutputTree;
use crate::serve::overlay;

/// One state of the preview.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The last site without errors; none while there has not been one.
    pub tree: Option<Arc<OutputTree>>,
    /// Changes exactly when an open page has to be loaded again.
    pub id: String,
    /// The findings as HTML for every page; empty when there is nothing to say.
    pub overlay: String,
    pub lang: Lang,
}

impl Shown {
    /// The state after a build, which may have failed.
    pub fn after(built: &anyhow::Result<Built>, before: Option<&Shown>, lang: Lang) -> Shown {
        let (tree, overlay) = match built {
            Ok(built) => (built.tree.clone(), overlay::findings(&built.findings, &built.sources, lang)),
            Err(error) => (None, overlay::failure(&format!("{error:#}"), lang)),
        };
        match (tree, before.filter(|before| before.tree.is_some())) {
            (Some(tree), _) => Shown { id: id(&tree), tree: Some(Arc::new(tree)), overlay, lang },
            (None, Some(before)) => Shown { overlay, ..before.clone() },
            (None, None) => Shown { tree: None, id: Digest::of(overlay.as_bytes()).short(16), overlay, lang },
        }
    }
}

fn id(tree: &OutputTree) -> String {
    Digest::of(Manifest::of(tree).to_json().as_bytes()).short(16)
}
