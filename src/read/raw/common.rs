//! Pieces that several kinds of entry share: texts, citations, places, facts, contacts, pictures.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::terms::{CaveatKind, ContactKind};

/// A text in one or both languages. A bare string is Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Text {
    Plain(#[schemars(extend("x-prose" = true))] String),
    Both(TextMap),
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextMap {
    #[schemars(title = "Tiếng Việt", extend("x-prose" = true))]
    pub vi: Option<String>,
    #[schemars(title = "Tiếng Anh", extend("x-prose" = true))]
    pub en: Option<String>,
}

/// The documents that a fact rests on: written as one id, or as a list of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cited(pub Vec<String>);

impl<'de> Deserialize<'de> for Cited {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Cited, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(String),
            Many(Vec<String>),
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::One(id) => Cited(vec![id]),
            Written::Many(ids) => Cited(ids),
        })
    }
}

impl JsonSchema for Cited {
    fn schema_name() -> Cow<'static, str> {
        "Cited".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string", "x-ref": "source" },
                { "type": "array", "items": { "type": "string", "x-ref": "source" } },
            ],
        })
    }
}

/// One statement and the documents that say it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Fact {
    #[schemars(title = "Nội dung")]
    pub text: Text,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// Where sources disagree, or where we inferred instead of reading: shown to readers as such.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Caveat {
    #[schemars(title = "Loại")]
    pub kind: CaveatKind,
    #[schemars(title = "Nội dung")]
    pub text: Text,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// A place, named by the unit that the source wrote; the present commune and the former district are derived.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    #[schemars(title = "Xã, phường hoặc huyện như nguồn ghi", extend("x-ref" = "place"))]
    pub unit: String,
    /// Which present commune, where the former unit was divided between several.
    #[schemars(title = "Xã hiện nay (khi xã cũ bị chia)", extend("x-ref" = "place"))]
    pub now: Option<String>,
    /// When the source wrote it: the unit must have existed then.
    #[schemars(title = "Thời điểm nguồn ghi")]
    pub as_of: Option<PartialDate>,
    #[schemars(title = "Thôn, đường, số nhà")]
    pub detail: Option<Text>,
    #[schemars(title = "Tọa độ [kinh độ, vĩ độ]")]
    pub point: Option<[f64; 2]>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// How to reach somebody. A person's phone needs `consent`, an organisation's a `source` (Law 91/2025/QH15).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    #[schemars(title = "Của ai")]
    pub kind: ContactKind,
    #[schemars(title = "Tên")]
    pub name: Option<Text>,
    #[schemars(title = "Vai trò")]
    pub role: Option<Text>,
    #[schemars(title = "Điện thoại", extend("x-format" = "phone"))]
    pub phone: Option<String>,
    #[schemars(title = "Zalo", extend("x-format" = "phone"))]
    pub zalo: Option<String>,
    #[schemars(title = "Thư điện tử", extend("x-format" = "email"))]
    pub email: Option<String>,
    #[schemars(title = "Giờ gọi")]
    pub hours: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Ngôn ngữ")]
    pub languages: Vec<String>,
    #[schemars(title = "Đồng ý công bố")]
    pub consent: Option<Consent>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// The record that a person agreed to the publication of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    #[schemars(title = "Ngày đồng ý")]
    pub date: PartialDate,
    #[schemars(title = "Hình thức (văn bản, tin nhắn…)")]
    pub form: String,
}

/// A picture that lies beside the entry's file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    #[schemars(title = "Tệp ảnh", extend("x-format" = "picture"))]
    pub file: String,
    #[schemars(title = "Mô tả cho người không xem được ảnh")]
    pub alt: Text,
    #[schemars(title = "Người chụp, nơi giữ quyền")]
    pub credit: Text,
    #[schemars(title = "Ngày chụp")]
    pub date: Option<PartialDate>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}
