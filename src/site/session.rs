//! Looking at the same content again and again in one process: what a preview needs.
//!
//! The law: a look gives what looking for the first time would give. Only files that may have changed are read; each stage
//! gets what it gave before and makes the rest anew (`memo`). After a failure nothing is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use crate::diag::locate::{Finding, locate};
use crate::plan::route::BaseUrl;
use crate::render::kit::Kit;
use crate::render::site::Site;
use crate::site::on_request::OnRequest;
use crate::site::{Inputs, Kept, has_errors, link_again, read_theme, synonyms, with_plan_again};
use crate::source::{Sources, scan};

/// What may be different since the last look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Below the content folder: files, or folders with all in them. The empty path is the whole folder.
    pub content: BTreeSet<Utf8PathBuf>,
    pub theme: bool,
}

impl Changes {
    pub fn everything() -> Changes {
        Changes { content: [Utf8PathBuf::new()].into(), theme: true }
    }

    pub fn merge(&mut self, other: Changes) {
        self.content.extend(other.content);
        self.theme |= other.theme;
    }
}

/// What was made at the last look.
#[derive(Default)]
pub struct Session(Option<Last>);

struct Last {
    sources: Sources,
    kept: Kept,
    /// None as long as the content has errors.
    kit: Option<Arc<Kit>>,
}

/// What a look shows.
pub struct Look {
    pub sources: Sources,
    pub findings: Vec<Finding>,
    /// `None` when an error forbids showing it.
    pub site: Option<OnRequest>,
}

impl Session {
    /// Looks at the content; the first time, and after a failure, at all of it.
    ///
    /// # Errors
    /// When content, a picture or the theme cannot be read, or the theme has a fault.
    pub fn look(&mut self, inputs: &Inputs, changes: &Changes) -> anyhow::Result<Look> {
        let last = self.0.take().filter(|last| last.sources.root == inputs.content);
        let (sources, mut kept, kit) = match last {
            Some(last) => {
                let kit = last.kit.filter(|_| !changes.theme);
                (scan::scan_again(&last.sources, &changes.content)?, last.kept, kit)
            }
            None => (scan::scan(&inputs.content)?, Kept::default(), None),
        };
        let (loaded, now) = link_again(sources.clone(), inputs, &kept)?;
        let former = std::mem::replace(&mut kept, now);
        let (loaded, plan, kept) = with_plan_again(loaded, kept);
        let findings = locate(&loaded.diagnostics, &sources, &loaded.policy, inputs.lang);
        let sound = !has_errors(&findings);
        let kit = if sound { Some(kit_for(kit, &inputs.theme, &plan.base)?) } else { kit };
        let site = kit.clone().filter(|_| sound).map(|kit| {
            let synonyms = synonyms(&sources).unwrap_or_default();
            let site = Site::new(kit, loaded.catalogue, plan, loaded.config, synonyms);
            OnRequest::new(site, sources.clone(), inputs.store.clone(), loaded.form)
        });
        self.0 = Some(Last { sources: sources.clone(), kept, kit });
        // Nobody need wait until thousands of entries have been let go of.
        rayon::spawn(move || drop(former));
        Ok(Look { sources, findings, site })
    }
}

fn kit_for(kit: Option<Arc<Kit>>, theme: &Utf8Path, base: &BaseUrl) -> anyhow::Result<Arc<Kit>> {
    match kit.filter(|kit| kit.base == *base) {
        Some(kit) => Ok(kit),
        None => Ok(Arc::new(Kit::new(read_theme(theme)?, base)?)),
    }
}
