//! The theme made ready for one address: templates parsed, words read, files fingerprinted.
//!
//! Of the content it knows the address alone, so that a preview makes it once and keeps it from save to save.

use std::collections::BTreeMap;

use crate::plan::route::BaseUrl;
use crate::render::engine::Engine;
use crate::render::motifs::Motifs;
use crate::render::search;
use crate::render::share::fonts::Fonts;
use crate::render::theme::Theme;

/// What pages are laid out with.
pub struct Kit {
    pub engine: Engine,
    pub motifs: Motifs,
    /// What pictures for sharing are written with.
    pub fonts: Fonts,
    /// The motifs' drawings by name.
    pub drawings: BTreeMap<String, String>,
    pub theme: Theme,
    pub base: BaseUrl,
}

impl Kit {
    /// # Errors
    /// A fault of the theme: a template that does not parse, strings that differ between languages, a missing file.
    pub fn new(theme: Theme, base: &BaseUrl) -> anyhow::Result<Kit> {
        let engine = Engine::new(&theme, base)?;
        let drawings = search::motifs(&engine, &theme)?;
        let (motifs, fonts) = (Motifs::load(&theme)?, Fonts::load(&theme)?);
        Ok(Kit { engine, motifs, fonts, drawings, theme, base: base.clone() })
    }
}
