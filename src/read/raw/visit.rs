//! `destinations/<id>/`, `routes/<id>/`, `events/<id>/`: what a visitor goes to see, and when.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::read::raw::common::{Caveat, Cited, Fact, Picture, Place, Text};
use crate::terms::{DestinationType, RouteStatus, Weekday};

/// A sight, a beach, a craft village, a market.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Destination {
    #[schemars(title = "Tên điểm đến")]
    pub name: Text,
    #[serde(default)]
    #[schemars(title = "Tên gọi khác")]
    pub other_names: Vec<String>,
    #[serde(rename = "type")]
    #[schemars(title = "Loại điểm đến")]
    pub kind: DestinationType,
    #[schemars(title = "Một câu giới thiệu")]
    pub summary: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[schemars(title = "Ở đâu")]
    pub place: Option<Place>,
    #[serde(default)]
    #[schemars(title = "Đường đi")]
    pub getting_there: Vec<Fact>,
    #[serde(default)]
    #[schemars(title = "Nên đi khi nào")]
    pub when_to_go: Vec<Fact>,
    /// Producers that a source links with this destination, beyond those of the same commune.
    #[serde(default)]
    #[schemars(title = "Chủ thể gắn với điểm này", extend("x-ref" = "producer"))]
    pub producers: Vec<String>,
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

/// An itinerary: ordered stops that name other entries.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Route {
    #[schemars(title = "Tên tuyến")]
    pub name: Text,
    #[schemars(title = "Một câu giới thiệu")]
    pub summary: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[serde(default)]
    #[schemars(title = "Tình trạng")]
    pub status: RouteStatus,
    #[schemars(title = "Đơn vị tổ chức")]
    pub operator: Option<Text>,
    /// On which days of the week its first day may fall; any day when it is left out.
    #[serde(default)]
    #[schemars(title = "Khởi hành thứ mấy")]
    pub departs: Vec<Weekday>,
    #[serde(default)]
    #[schemars(title = "Các điểm dừng theo thứ tự")]
    pub stops: Vec<Stop>,
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

/// One stop: exactly one of the four references.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    #[schemars(title = "Điểm đến", extend("x-ref" = "destination"))]
    pub destination: Option<String>,
    #[schemars(title = "Chủ thể", extend("x-ref" = "producer"))]
    pub producer: Option<String>,
    #[schemars(title = "Điểm bán", extend("x-ref" = "point-of-sale"))]
    pub point_of_sale: Option<String>,
    #[schemars(title = "Nhà hàng, khách sạn", extend("x-ref" = "venue"))]
    pub venue: Option<String>,
    /// Which day of the itinerary, from 1.
    #[schemars(title = "Ngày thứ", range(min = 1, max = 9))]
    pub day: Option<u8>,
    /// Planned arrival, local time.
    #[schemars(title = "Đến lúc", extend("x-format" = "clock"))]
    pub at: Option<String>,
    #[schemars(title = "Ở lại bao nhiêu phút", range(min = 1, max = 1440))]
    pub minutes: Option<u16>,
    #[schemars(title = "Làm gì ở đây")]
    pub note: Option<Text>,
}

/// A fair or a festival: one day or span (`date`, `until`), or a lunar date that returns each year (`lunar`).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Event {
    #[schemars(title = "Tên sự kiện")]
    pub name: Text,
    #[schemars(title = "Một câu giới thiệu")]
    pub summary: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[schemars(title = "Ngày dương lịch")]
    pub date: Option<PartialDate>,
    #[schemars(title = "Đến ngày")]
    pub until: Option<PartialDate>,
    #[schemars(title = "Ngày âm lịch")]
    pub lunar: Option<Lunar>,
    /// The event comes back every year on the same solar or lunar date.
    #[serde(default)]
    #[schemars(title = "Lặp lại hằng năm")]
    pub yearly: bool,
    /// In words, where no date can be computed.
    #[schemars(title = "Thời gian bằng lời")]
    pub when: Option<Text>,
    #[schemars(title = "Ở đâu")]
    pub place: Option<Place>,
    #[schemars(title = "Địa điểm như nguồn ghi")]
    pub venue_name: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Gắn với điểm đến", extend("x-ref" = "destination"))]
    pub destinations: Vec<String>,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lunar {
    #[schemars(title = "Tháng âm", range(min = 1, max = 12))]
    pub month: u8,
    #[schemars(title = "Ngày âm", range(min = 1, max = 30))]
    pub day: u8,
    #[schemars(title = "Đến ngày âm", range(min = 1, max = 30))]
    pub until_day: Option<u8>,
}
