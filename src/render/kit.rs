//! The theme made ready for one address: templates parsed, words read, files fingerprinted.
//!
//! Of the content it knows the address alone, so that a preview makes it once and keeps it from save to save.

use crate::plan::route::BaseUrl;
use crate::render::engine::Engine;
use crate::render::motifs::Motifs;
use crate::render::theme::Theme;

/// What pages are laid out with.
pub struct Kit {
    pub engine: Engine,
    pub motifs: Motifs,
    pub theme: Theme,
    pub base: BaseUrl,
}

impl Kit {
    /// # Errors
    /// A fault of the theme: a template that does not parse, strings that differ between languages, a missing file.
    pub fn new(theme: Theme, base: &BaseUrl) -> anyhow::Result<Kit> {
        Ok(Kit { engine: Engine::new(&theme, base)?, motifs: Motifs::load(&theme)?, theme, base: base.clone() })
    }
}
