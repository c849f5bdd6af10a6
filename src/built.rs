//! Stands in for `site::build` until it lands.

use crate::base::out_path::OutPath;
use crate::diag::locate::Finding;
use crate::output::tree::OutputTree;
use crate::site::{self, Inputs};
use crate::source::Sources;

pub struct Built {
    pub tree: Option<OutputTree>,
    pub findings: Vec<Finding>,
    pub sources: Sources,
}

/// # Errors
/// As `site::check`.
pub fn build(inputs: &Inputs) -> anyhow::Result<Built> {
    let checked = site::check(inputs)?;
    let tree = (!site::has_errors(&checked.findings)).then(|| {
        let mut tree = OutputTree::default();
        let text = format!("<!doctype html><title>{}</title><body>{}</body>", inputs.date, checked.sources.files.len());
        tree.insert(OutPath::new("index.html").expect("sound"), text.into_bytes());
        tree
    });
    Ok(Built { tree, findings: checked.findings, sources: checked.sources })
}
