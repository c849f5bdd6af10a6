//! `site.yaml`: what the site is called, where it lives, who answers for it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::read::raw::common::{Cited, Text};
use crate::terms::{GitHost, Language, PolicySeverity};

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
    /// Where visitors come from: places to buy are also listed by their distance from each.
    #[serde(default)]
    #[schemars(title = "Mốc để xếp nơi mua theo khoảng cách")]
    pub anchors: Vec<Anchor>,
    #[schemars(title = "Đơn vị công bố")]
    pub publisher: Text,
    #[schemars(title = "Nơi nhận góp ý, sửa sai")]
    pub corrections: Corrections,
    /// Where a file's page in the repository can be edited; `{path}` stands for the file.
    #[schemars(title = "Địa chỉ sửa tệp")]
    pub edit_url: Option<String>,
    /// Where the officers' form sends changes; without it the form only edits a checkout on the same machine.
    #[schemars(title = "Nơi biểu mẫu gửi đề nghị sửa")]
    pub forms: Option<Forms>,
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
pub struct Anchor {
    #[schemars(title = "Tên mốc")]
    pub name: Text,
    /// A commune of today: distances are from its point.
    #[schemars(title = "Xã, phường hiện nay", extend("x-ref" = "place"))]
    pub place: String,
    /// What tells that the two belong together, where the name does not.
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
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
pub struct Forms {
    #[schemars(title = "Nơi giữ kho")]
    pub host: GitHost,
    /// `owner/name`; at GitLab perhaps with groups between.
    #[schemars(title = "Kho", extend("x-format" = "repository"))]
    pub repository: String,
    #[schemars(title = "Nhánh")]
    pub branch: Option<String>,
    /// The REST API of a host of one's own.
    #[schemars(title = "Địa chỉ API", url)]
    pub api_url: Option<String>,
    /// The OAuth client of GitHub, or a GitLab of one's own.
    #[schemars(title = "Địa chỉ đăng nhập", url)]
    pub sign_in_url: Option<String>,
    /// The id of the application that GitLab gave out; public, not a secret.
    #[schemars(title = "Mã ứng dụng")]
    pub app_id: Option<String>,
    /// Whether people who may not write to the repository propose changes from a copy of their own; GitHub only.
    #[schemars(title = "Nhận đề nghị từ bản sao (fork)")]
    pub forks: Option<bool>,
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
