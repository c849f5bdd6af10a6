//! `site.yaml`: what the site is called, where it lives, who answers for it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::raw::common::Text;
use crate::terms::{Language, PolicySeverity};

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    #[schemars(title = "Tên trang")]
    pub title: Text,
    #[schemars(title = "Câu mở đầu trang chủ")]
    pub tagline: Text,
    #[schemars(title = "Mô tả một câu")]
    pub description: Text,
    /// Absolute, with scheme and trailing slash; `--base-url` overrides it.
    #[schemars(title = "Địa chỉ gốc", url)]
    pub base_url: String,
    /// `vi` first; `en` may be left out.
    #[schemars(title = "Ngôn ngữ")]
    pub languages: Vec<Language>,
    #[schemars(title = "Địa bàn chính")]
    pub home: Home,
    #[schemars(title = "Đơn vị công bố")]
    pub publisher: Text,
    #[schemars(title = "Nơi nhận góp ý, sửa sai")]
    pub corrections: Corrections,
    /// Where a file's page in the repository can be edited; `{path}` stands for the file.
    #[schemars(title = "Địa chỉ sửa tệp")]
    pub edit_url: Option<String>,
    #[schemars(title = "Giấy phép dữ liệu")]
    pub licence: Licence,
    /// Whether a picture is drawn for each product, destination and group, for messages and posts; `true` when absent.
    #[schemars(title = "Vẽ ảnh chia sẻ")]
    pub share_pictures: Option<bool>,
    /// Severity of single findings, each with the reason.
    #[serde(default)]
    #[schemars(title = "Mức độ của từng loại phát hiện")]
    pub policy: BTreeMap<String, Policy>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Home {
    #[schemars(title = "Tỉnh", extend("x-ref" = "place"))]
    pub province: String,
    #[schemars(title = "Huyện (cũ)", extend("x-ref" = "place"))]
    pub district: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Corrections {
    #[schemars(title = "Lời mời góp ý")]
    pub text: Text,
    #[schemars(title = "Thư điện tử", extend("x-format" = "email"))]
    pub email: Option<String>,
    #[schemars(title = "Trang báo sai", url)]
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    #[schemars(title = "Tên")]
    pub name: Text,
    #[schemars(title = "Đường dẫn", url)]
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub severity: PolicySeverity,
    pub reason: String,
}
