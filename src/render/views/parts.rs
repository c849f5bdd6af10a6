//! The small final values that most views share: texts with their language, dates, links, facts with their sources.

use serde::Serialize;

use crate::base::text::capitalized;
use crate::render::views::card::{Badge, Cover};

/// Text with the language that it is really in; `None` when that is the page's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Text {
    pub text: String,
    pub lang: Option<&'static str>,
}

impl Text {
    /// The same where it opens a line: "Huyện Cẩm Xuyên (cũ)", which within a line is "huyện Cẩm Xuyên (cũ)".
    pub fn opening(self) -> Text {
        Text { text: capitalized(&self.text), lang: self.lang }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    pub text: Text,
    pub url: String,
    /// Whether it leads to the page it stands on.
    pub current: bool,
}

/// A link to another site, whose name needs no translation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Outward {
    pub name: &'static str,
    pub url: String,
}

/// A link with the number of things behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CountLink {
    pub text: Text,
    pub url: String,
    pub count: usize,
    pub current: bool,
}

/// Links of one kind under one heading, such as "Theo sao".
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ChipGroup {
    pub heading: String,
    pub links: Vec<CountLink>,
}

/// A date in words for the page's language and in ISO form, both as exact as the source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    pub text: String,
    pub iso: String,
}

/// A superscript: the number of the source on this page, and the source's own page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Cite {
    pub number: usize,
    pub url: String,
    pub title: String,
    /// The title's language where it is not the page's own.
    pub lang: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FactView {
    pub text: Text,
    pub cites: Vec<Cite>,
}

/// A doubt that the reader should know of: `contradiction`, `inferred` or `missing`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CaveatView {
    pub kind: &'static str,
    /// The kind in words.
    pub label: String,
    pub text: Text,
    pub cites: Vec<Cite>,
}

/// A labelled line; no values means that the answer is not known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Row {
    /// Stable name of the line, for styles and tests.
    pub key: &'static str,
    pub label: String,
    pub values: Vec<Text>,
    pub url: Option<String>,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PictureView {
    /// The JPEG, for browsers that know no WebP.
    pub src: String,
    /// The WebP files with their widths.
    pub srcset: String,
    /// How wide it is shown, as `sizes` says it.
    pub sizes: String,
    /// In pixels of the page, where it has all the room that it wants.
    pub width: u32,
    pub height: u32,
    /// `#rrggbb`, to fill its place until it has come; null for a picture that can be seen through.
    pub tint: Option<String>,
    pub alt: Text,
    pub credit: Text,
    pub date: Option<DateView>,
    pub cites: Vec<Cite>,
}

/// An entry of the page's list of sources, numbered as its superscripts are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SourceRef {
    pub number: usize,
    pub url: String,
    pub title: Text,
    pub publisher: String,
    pub document_number: Option<String>,
    pub date: Option<DateView>,
    /// `A`, `B1`, `B2` or `C`.
    pub grade: &'static str,
    pub grade_words: String,
}

/// Sanitised HTML and the language that it is really in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Story {
    pub html: String,
    pub lang: Option<&'static str>,
}

/// A place in both eras.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlaceView {
    /// The whole in one line: detail, unit as the source wrote it, present commune, province.
    pub line: Text,
    /// The unit as the source wrote it, with its page when it has one.
    pub then: MaybeLink,
    /// That unit no longer exists.
    pub then_is_former: bool,
    /// The present commune; several when a former unit was divided; none when no source tells.
    pub now: Vec<MaybeLink>,
    /// The former district, in words that say it is former.
    pub district: Option<MaybeLink>,
    pub province: Text,
    pub detail: Option<Text>,
    /// Some step from the former unit to the present commune is concluded, not stated.
    pub inferred: bool,
    /// A `geo:` address, where the place is known to the point.
    pub geo: Option<String>,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MaybeLink {
    pub text: Text,
    pub url: Option<String>,
}

/// How to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ContactView {
    pub name: Option<Text>,
    pub role: Option<Text>,
    /// As written, and as a `tel:` address.
    pub phone: Option<String>,
    pub phone_url: Option<String>,
    pub zalo_url: Option<String>,
    pub email: Option<String>,
    pub hours: Option<Text>,
    pub languages: Option<String>,
    pub cites: Vec<Cite>,
}

/// Opening hours: days with the same hours in one line, Monday first, then public holidays.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HoursView {
    /// The OpenStreetMap expression.
    pub expression: String,
    /// Empty when the expression is more than a weekly table can show; then `expression` is printed.
    pub days: Vec<HoursDay>,
    /// For the script that says "open now": states of the days from the build on. None where nothing can be said.
    pub now: Option<String>,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HoursDay {
    /// "Thứ hai – Thứ bảy", "Hằng ngày", "Ngày lễ".
    pub name: String,
    /// `07:00–21:00`, or the word for closed.
    pub text: String,
}

/// A line in a list of entries that are not products.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Entry {
    pub name: Text,
    pub url: String,
    /// What kind of thing it is, in words.
    pub kind: Option<String>,
    pub place: Option<Text>,
    pub note: Option<Text>,
    pub badge: Option<Badge>,
    pub cover: Cover,
    /// "3 sản phẩm" and the like.
    pub count: Option<String>,
    /// Rounded kilometres with the words "theo đường chim bay", in lists by distance.
    pub distance: Option<String>,
    /// As in `HoursView`.
    pub now: Option<String>,
    /// `18.2797,106.0987`, latitude first, for the script that looks for what is near the reader; `~` behind it where only
    /// the commune's point is known. In overviews of places.
    pub at: Option<String>,
}

/// Entries under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EntrySection {
    /// For the `id` attribute and jump links.
    pub id: String,
    pub heading: Text,
    pub entries: Vec<Entry>,
}
