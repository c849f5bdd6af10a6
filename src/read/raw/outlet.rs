//! `points-of-sale/<id>/index.md` and `venues/<id>/index.md`: where goods are bought and where they are served.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::read::raw::common::{Caveat, Cited, Contact, Fact, Picture, Place, Text};
use crate::terms::{OutletStatus, OutletType, UseHow, VenueType};

/// A shop, counter, market stall or web shop.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct PointOfSale {
    #[schemars(title = "Tên điểm bán")]
    pub name: Text,
    #[serde(rename = "type")]
    #[schemars(title = "Loại điểm bán")]
    pub kind: OutletType,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[schemars(title = "Đơn vị quản lý")]
    pub operator: Option<Text>,
    #[schemars(title = "Chủ thể quản lý, nếu là một chủ thể OCOP", extend("x-ref" = "producer"))]
    pub producer: Option<String>,
    #[schemars(title = "Nơi đặt")]
    pub place: Option<Place>,
    #[schemars(title = "Địa chỉ như nguồn ghi")]
    pub address: Option<Text>,
    #[schemars(title = "Trang mạng", url)]
    pub website: Option<String>,
    #[serde(default)]
    #[schemars(title = "Tình trạng")]
    pub status: OutletStatus,
    #[schemars(title = "Tình trạng vào lúc")]
    pub status_as_of: Option<PartialDate>,
    #[schemars(title = "Xác minh ngày")]
    pub verified_on: Option<PartialDate>,
    #[schemars(title = "Ai xác minh")]
    pub verified_by: Option<Text>,
    /// OpenStreetMap syntax, for example `Mo-Su 07:00-21:00`.
    #[schemars(title = "Giờ mở cửa (cú pháp OpenStreetMap)", extend("x-format" = "opening-hours"))]
    pub opening_hours: Option<String>,
    #[serde(default)]
    #[schemars(title = "Nguồn của giờ mở cửa")]
    pub opening_hours_source: Cited,
    #[schemars(title = "Có bán")]
    pub stocks: Option<Stocks>,
    #[serde(default)]
    #[schemars(title = "Thanh toán")]
    pub payment: Vec<Text>,
    #[schemars(title = "Chỗ để xe")]
    pub parking: Option<Text>,
    #[schemars(title = "Bán sỉ")]
    pub wholesale: Option<bool>,
    #[serde(default)]
    #[schemars(title = "Liên hệ")]
    pub contacts: Vec<Contact>,
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

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Stocks {
    #[serde(default)]
    #[schemars(title = "Sản phẩm", extend("x-ref" = "product"))]
    pub products: Vec<String>,
    #[serde(default)]
    #[schemars(title = "Mọi sản phẩm của chủ thể", extend("x-ref" = "producer"))]
    pub producers: Vec<String>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// A restaurant, hotel or homestay.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Venue {
    #[schemars(title = "Tên cơ sở")]
    pub name: Text,
    #[serde(rename = "type")]
    #[schemars(title = "Loại cơ sở")]
    pub kind: VenueType,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[schemars(title = "Chủ thể quản lý, nếu là một chủ thể OCOP", extend("x-ref" = "producer"))]
    pub producer: Option<String>,
    #[schemars(title = "Nơi đặt")]
    pub place: Option<Place>,
    #[schemars(title = "Địa chỉ như nguồn ghi")]
    pub address: Option<Text>,
    #[schemars(title = "Trang mạng", url)]
    pub website: Option<String>,
    #[serde(default)]
    #[schemars(title = "Tình trạng")]
    pub status: OutletStatus,
    #[schemars(title = "Tình trạng vào lúc")]
    pub status_as_of: Option<PartialDate>,
    #[schemars(title = "Xác minh ngày")]
    pub verified_on: Option<PartialDate>,
    #[schemars(title = "Ai xác minh")]
    pub verified_by: Option<Text>,
    #[schemars(title = "Giờ mở cửa (cú pháp OpenStreetMap)", extend("x-format" = "opening-hours"))]
    pub opening_hours: Option<String>,
    #[serde(default)]
    #[schemars(title = "Nguồn của giờ mở cửa")]
    pub opening_hours_source: Cited,
    /// OCOP goods used or sold there; empty when no source names any.
    #[serde(default)]
    #[schemars(title = "Dùng hoặc bán sản phẩm OCOP nào")]
    pub uses: Vec<Use>,
    #[serde(default)]
    #[schemars(title = "Liên hệ")]
    pub contacts: Vec<Contact>,
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
pub struct Use {
    #[schemars(title = "Sản phẩm", extend("x-ref" = "product"))]
    pub product: String,
    #[schemars(title = "Dùng thế nào")]
    pub how: Option<UseHow>,
    #[schemars(title = "Từ khi nào")]
    pub since: Option<PartialDate>,
    #[schemars(title = "Xác minh ngày")]
    pub verified_on: Option<PartialDate>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}
