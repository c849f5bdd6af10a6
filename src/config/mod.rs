//! `site.yaml` as proven values.

use crate::base::lang::{Lang, Localized};

/// What the site is called, where it lives, who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteConfig {
    pub title: Localized,
    pub tagline: Localized,
    pub description: Localized,
    pub base_url: String,
    pub languages: Vec<Lang>,
    pub home_province: String,
    pub home_district: String,
    pub publisher: Localized,
    pub corrections_text: Localized,
    pub corrections_email: Option<String>,
    pub corrections_url: Option<String>,
    pub edit_url: Option<String>,
    pub licence_name: Localized,
    pub licence_url: Option<String>,
}
