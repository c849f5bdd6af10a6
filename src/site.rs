//! The pipeline: the only file that knows all the stages and their order.

use camino::Utf8PathBuf;
use jiff::civil::Date;

use crate::base::lang::Lang;
use crate::config::{self, SiteConfig};
use crate::diag::Diagnostics;
use crate::diag::code::Severity;
use crate::diag::locate::{Finding, Policy, locate};
use crate::model::Catalogue;
use crate::read;
use crate::resolve;
use crate::source::{Sources, scan};

/// What a run starts from. Nothing else reaches the stages: no clock, no environment.
#[derive(Debug, Clone)]
pub struct Inputs {
    pub content: Utf8PathBuf,
    pub theme: Utf8PathBuf,
    /// The day for which certificates are computed.
    pub date: Date,
    /// Overrides the address in `site.yaml`.
    pub base_url: Option<String>,
    /// Language of messages.
    pub lang: Lang,
}

/// Content that has been read and linked, with everything found wrong on the way.
pub struct Loaded {
    pub sources: Sources,
    pub config: SiteConfig,
    pub policy: Policy,
    pub catalogue: Catalogue,
    pub diagnostics: Diagnostics,
}

/// What `check` tells.
pub struct Checked {
    pub sources: Sources,
    pub findings: Vec<Finding>,
}

/// Reads and links the content.
///
/// # Errors
/// When the content cannot be read from the disk; mistakes in it are diagnostics.
pub fn load(inputs: &Inputs) -> anyhow::Result<Loaded> {
    let sources = scan::scan(&inputs.content)?;
    let (records, mut diagnostics) = read::read_all(&sources);
    let (mut config, policy, found) = config::load(&records);
    diagnostics.append(found);
    if let Some(base_url) = &inputs.base_url {
        config.base_url = if base_url.ends_with('/') { base_url.clone() } else { format!("{base_url}/") };
    }
    let (catalogue, found) = resolve::resolve(&records, &sources, &config, inputs.date)?;
    diagnostics.append(found);
    Ok(Loaded { sources, config, policy, catalogue, diagnostics })
}

/// Everything that is wrong with the content.
///
/// # Errors
/// As [`load`].
pub fn check(inputs: &Inputs) -> anyhow::Result<Checked> {
    let loaded = load(inputs)?;
    let findings = locate(&loaded.diagnostics, &loaded.sources, &loaded.policy, inputs.lang);
    Ok(Checked { sources: loaded.sources, findings })
}

/// Whether any finding forbids publishing.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
