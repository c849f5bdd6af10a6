//! The two languages of the site and texts in them.

use serde::Serialize;

/// A language of the site. Vietnamese is complete; English falls back to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Vi,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    pub const fn other(self) -> Lang {
        match self {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        }
    }
}

/// A text that always exists in Vietnamese and perhaps in English.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Localized {
    pub vi: String,
    pub en: Option<String>,
}

impl Localized {
    pub fn vi(text: impl Into<String>) -> Localized {
        Localized { vi: text.into(), en: None }
    }

    /// The text to show and the language that it is really in, which pages mark with `lang`.
    pub fn get(&self, lang: Lang) -> (&str, Lang) {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => (en, Lang::En),
            _ => (&self.vi, Lang::Vi),
        }
    }

    /// The text alone, where no markup can carry its language.
    pub fn text(&self, lang: Lang) -> &str {
        self.get(lang).0
    }
}
