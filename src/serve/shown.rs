//! What the preview shows at a moment: the last good site and what is wrong since.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::digest::Digest;
use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::serve::overlay;
use crate::site::on_request::OnRequest;
use crate::site::session::Look;

/// Files kept after they were made: an open page is asked for again and again, by its reader and by what watches it.
const KEPT_FILES: usize = 64;

/// One state of the preview.
#[derive(Clone)]
pub struct Shown {
    /// The last site without errors; none while there has not been one.
    pub files: Option<Arc<Files>>,
    /// The findings as HTML for every page; empty when there is nothing to say.
    pub overlay: String,
    pub lang: Lang,
}

/// The files of a site, and the last ones that were asked for.
pub struct Files {
    site: OnRequest,
    pictures: Digest,
    /// The newest first.
    kept: Mutex<VecDeque<(OutPath, Arc<[u8]>)>>,
}

impl Files {
    pub fn new(site: OnRequest) -> Files {
        Files { pictures: site.pictures(), site, kept: Mutex::default() }
    }

    /// The file at `path`, or why the theme cannot make it; `None` when the site has none there.
    pub fn get(&self, path: &OutPath) -> Option<anyhow::Result<Arc<[u8]>>> {
        if let Some(bytes) = self.kept(path) {
            return Some(Ok(bytes));
        }
        let made = self.site.file(path)?;
        if let Ok(bytes) = &made {
            self.keep(path, bytes);
        }
        Some(made)
    }

    /// Changes exactly when an open page has to be loaded again.
    pub fn id(&self, path: &OutPath) -> String {
        match self.get(path) {
            Some(Ok(bytes)) => Digest::of(&[&bytes, self.pictures.to_string().as_bytes()].concat()).short(16),
            Some(Err(fault)) => Digest::of(format!("{fault:#}").as_bytes()).short(16),
            None => String::new(),
        }
    }

    fn kept(&self, path: &OutPath) -> Option<Arc<[u8]>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(other, _)| other == path).map(|(_, bytes)| bytes.clone())
    }

    fn keep(&self, path: &OutPath, bytes: &Arc<[u8]>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front((path.clone(), bytes.clone()));
        kept.truncate(KEPT_FILES);
    }
}

impl Shown {
    /// The state after a look, which may have failed.
    pub fn after(look: anyhow::Result<Look>, before: Option<&Shown>, lang: Lang) -> Shown {
        let last_good = || before.and_then(|before| before.files.clone());
        match look {
            Ok(Look { sources, findings, site }) => {
                let overlay = overlay::findings(&findings, &sources, lang);
                let files = site.map(|site| Arc::new(Files::new(site)));
                Shown { files: files.or_else(last_good), overlay, lang }
            }
            Err(error) => Shown { files: last_good(), overlay: overlay::failure(&format!("{error:#}"), lang), lang },
        }
    }

    /// Changes exactly when the page at `path` has to be loaded again.
    pub fn id(&self, path: &OutPath) -> String {
        match &self.files {
            Some(files) => files.id(path),
            None => Digest::of(self.overlay.as_bytes()).short(16),
        }
    }
}
