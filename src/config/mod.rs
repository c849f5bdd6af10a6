//! `site.yaml` as proven settings.

pub mod forms;

use crate::base::lang::{Lang, Localized};
use crate::diag::code::{Area, Code, Severity};
use crate::diag::locate::Policy;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::raw::common::Text;
use crate::read::raw::site::{self as raw, Forms, Site};
use crate::read::{Record, Records};
use crate::source::field::FieldPath;
use crate::terms::{Language, PolicySeverity};

/// What the site is called, where it lives, who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteConfig {
    pub title: Localized,
    pub tagline: Localized,
    pub description: Localized,
    /// With scheme and trailing slash.
    pub base_url: String,
    /// Vietnamese first.
    pub languages: Vec<Lang>,
    /// Id of the home province: its units have bare ids.
    pub home_province: String,
    /// Id of the home district.
    pub home_district: String,
    /// Where visitors come from.
    pub anchors: Vec<Anchor>,
    pub publisher: Localized,
    pub corrections_text: Localized,
    pub corrections_email: Option<String>,
    pub corrections_url: Option<String>,
    /// Where a content file can be edited; `{path}` stands for the file.
    pub edit_url: Option<String>,
    /// Where the officers' form sends changes.
    pub forms: Option<Forms>,
    pub licence_name: Localized,
    pub licence_url: Option<String>,
    /// Whether pictures for sharing are drawn.
    pub share_pictures: bool,
}

/// A place from which distances are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    pub name: Localized,
    /// Id of a commune of today.
    pub commune: String,
}

/// The settings of a catalogue, the severities it sets, and what is wrong with them. Without a readable `site.yaml`
/// the settings are a stand-in that lets every other file be checked.
pub fn load(records: &Records) -> (SiteConfig, Policy, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let Some(record) = &records.site else {
        if !records.ids.contains_key(&crate::read::layout::Kind::Site) {
            let missing = Diagnostic::new(Code::MissingFile, "");
            diagnostics.push(
                missing
                    .arg("path", "site.yaml")
                    .arg("why", "settings")
                    .arg("detail", "title, base_url, languages, home, publisher"),
            );
        }
        return (stand_in(), Policy::new(), diagnostics);
    };
    let policy = policy(record, &mut diagnostics);
    (settings(&record.value), policy, diagnostics)
}

fn settings(site: &Site) -> SiteConfig {
    let english = site.languages.contains(&Language::En);
    let base_url = if site.base_url.ends_with('/') { site.base_url.clone() } else { format!("{}/", site.base_url) };
    SiteConfig {
        title: localized(&site.title),
        tagline: localized(&site.tagline),
        description: localized(&site.description),
        base_url,
        languages: if english { vec![Lang::Vi, Lang::En] } else { vec![Lang::Vi] },
        home_province: site.home.province.clone(),
        home_district: site.home.district.clone(),
        anchors: site.anchors.iter().map(anchor).collect(),
        publisher: localized(&site.publisher),
        corrections_text: localized(&site.corrections.text),
        corrections_email: site.corrections.email.clone(),
        corrections_url: site.corrections.url.clone(),
        edit_url: site.edit_url.clone(),
        forms: site.forms.clone(),
        licence_name: localized(&site.licence.name),
        licence_url: site.licence.url.clone(),
        share_pictures: site.share_pictures.unwrap_or(true),
    }
}

fn anchor(raw: &raw::Anchor) -> Anchor {
    Anchor { name: localized(&raw.name), commune: raw.place.clone() }
}

fn stand_in() -> SiteConfig {
    SiteConfig {
        title: Localized::vi("OCOP"),
        tagline: Localized::default(),
        description: Localized::default(),
        base_url: "http://localhost/".to_owned(),
        languages: Lang::ALL.to_vec(),
        home_province: String::new(),
        home_district: String::new(),
        anchors: Vec::new(),
        publisher: Localized::default(),
        corrections_text: Localized::default(),
        corrections_email: None,
        corrections_url: None,
        edit_url: None,
        forms: None,
        licence_name: Localized::default(),
        licence_url: None,
        share_pictures: false,
    }
}

/// A written text as a text of the site.
pub fn localized(text: &Text) -> Localized {
    match text {
        Text::Plain(vi) => Localized::vi(vi.trim()),
        Text::Both(both) => Localized {
            vi: both.vi.as_deref().unwrap_or_default().trim().to_owned(),
            en: both.en.as_deref().map(|en| en.trim().to_owned()),
        },
    }
}

fn policy(record: &Record<Site>, diagnostics: &mut Diagnostics) -> Policy {
    let mut policy = Policy::new();
    for (word, setting) in &record.value.policy {
        let Some(code) = Code::ALL.iter().find(|code| code.word() == word) else {
            let unknown = Diagnostic::new(Code::UnknownCode, &record.file)
                .at_key(FieldPath::root().key("policy").key(word))
                .arg("value", word)
                .fix(nearest(word, Code::ALL.iter().map(|code| code.word())));
            diagnostics.push(unknown);
            continue;
        };
        let severity = match setting.severity {
            PolicySeverity::Error => Severity::Error,
            PolicySeverity::Warning => Severity::Warning,
            PolicySeverity::Note => Severity::Note,
        };
        if code.severity() == Severity::Error && severity != Severity::Error && is_fixed(*code) {
            let fixed = Diagnostic::new(Code::FixedSeverity, &record.file)
                .at(FieldPath::root().key("policy").key(word).key("severity"))
                .arg("value", word);
            diagnostics.push(fixed);
            continue;
        }
        policy.insert(*code, severity);
    }
    policy
}

/// Findings that leave an entry out: as anything less than an error they would publish a catalogue with a hole.
const fn is_fixed(code: Code) -> bool {
    matches!(code.area(), Area::Yaml | Area::Field | Area::Reference | Area::Route) && !matches!(code, Code::EmptyText)
}
