//! `pages/<slug>.md`: texts of the site itself. `<slug>.en.md` beside it holds the English version.

use schemars::JsonSchema;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    #[schemars(title = "Tiêu đề", extend("x-prose" = true))]
    pub title: String,
    /// For search engines and shared links: one sentence.
    #[schemars(title = "Mô tả một câu", extend("x-prose" = true))]
    pub description: String,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    /// Place in the footer, low first; absent: not in the footer.
    #[schemars(title = "Thứ tự ở chân trang")]
    pub footer: Option<u8>,
}
