//! `producers/<id>/index.md`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::read::raw::common::{Caveat, Cited, Contact, Fact, Picture, Place, Text};
use crate::terms::{LegalForm, NameBasis, Welcomed};

/// Who makes a product and holds its certificate (chủ thể).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Producer {
    #[schemars(title = "Tên chủ thể")]
    pub name: Text,
    #[serde(default)]
    #[schemars(title = "Tên gọi khác")]
    pub other_names: Vec<String>,
    /// Whether a source names the producer, or only the brand on the product is known.
    #[serde(default)]
    #[schemars(title = "Tên lấy từ đâu")]
    pub name_basis: NameBasis,
    #[serde(default)]
    #[schemars(title = "Loại hình")]
    pub legal_form: LegalForm,
    #[schemars(title = "Một câu giới thiệu")]
    pub summary: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[schemars(title = "Địa chỉ")]
    pub place: Option<Place>,
    #[schemars(title = "Trang mạng", url)]
    pub website: Option<String>,
    #[serde(default)]
    #[schemars(title = "Liên hệ")]
    pub contacts: Vec<Contact>,
    #[schemars(title = "Bán tại xưởng")]
    pub sells_on_site: Option<OnSite>,
    #[schemars(title = "Đón khách tham quan")]
    pub visits: Option<Visits>,
    #[serde(default)]
    #[schemars(title = "Điều nguồn ghi")]
    pub facts: Vec<Fact>,
    #[serde(default)]
    #[schemars(title = "Điều còn mâu thuẫn, suy ra hoặc thiếu")]
    pub caveats: Vec<Caveat>,
    #[serde(default)]
    #[schemars(title = "Ảnh")]
    pub pictures: Vec<Picture>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub sources: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct OnSite {
    #[schemars(title = "Bán những sản phẩm nào (trống: tất cả của chủ thể)", extend("x-ref" = "product"))]
    #[serde(default)]
    pub products: Vec<String>,
    #[schemars(title = "Giờ bán (cú pháp OpenStreetMap)", extend("x-format" = "opening-hours"))]
    pub opening_hours: Option<String>,
    #[schemars(title = "Ghi chú")]
    pub note: Option<Text>,
    #[schemars(title = "Xác minh ngày")]
    pub verified_on: Option<PartialDate>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Visits {
    #[schemars(title = "Có đón khách không")]
    pub welcomed: Welcomed,
    #[schemars(title = "Đặt trước thế nào")]
    pub booking: Option<Text>,
    #[schemars(title = "Giờ đón (cú pháp OpenStreetMap)", extend("x-format" = "opening-hours"))]
    pub hours: Option<String>,
    #[serde(default)]
    #[schemars(title = "Ngôn ngữ")]
    pub languages: Vec<String>,
    #[schemars(title = "Đoàn đông nhất", range(min = 1))]
    pub group_max: Option<u16>,
    #[schemars(title = "Phí")]
    pub fee: Option<Text>,
    #[schemars(title = "Xem gì, làm gì")]
    pub what: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}
