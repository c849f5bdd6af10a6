//! `products/<id>/index.md`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::read::raw::common::{Caveat, Cited, Fact, Picture, Place, Text};
use crate::terms::{
    AbvUnknown, CategoryBasis, Certainty, Confidence, Invoice, PaperKind, RecognitionEvent, Scheme, Step,
};

/// One product of the programme, or an idea for one.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Product {
    #[schemars(title = "Tên sản phẩm")]
    pub name: Text,
    /// Other names and spellings under which people look for it.
    #[serde(default)]
    #[schemars(title = "Tên gọi khác")]
    pub other_names: Vec<String>,
    #[schemars(title = "Một câu giới thiệu")]
    pub summary: Option<Text>,
    /// The catalogue's own label code: two letters, two to four digits; never reused.
    #[schemars(title = "Mã trên nhãn của danh mục", regex(pattern = r"^[A-Z]{2}[0-9]{2,4}$"))]
    pub code: Option<String>,
    /// The programme's code (T-X-STT-20YY since 26/2026/QĐ-TTg). Never invented.
    #[schemars(title = "Mã sản phẩm OCOP chính thức")]
    pub official_code: Option<String>,
    /// Former ids of this entry; each becomes a redirect page.
    #[serde(default)]
    #[schemars(title = "Đường dẫn cũ", extend("x-format" = "slug"))]
    pub aliases: Vec<String>,
    #[schemars(title = "Chủ thể", extend("x-ref" = "producer"))]
    pub producer: String,
    #[schemars(title = "Nhóm sản phẩm")]
    pub category: Category,
    /// Where it is made, if not at the producer's place.
    #[schemars(title = "Nơi làm ra")]
    pub place: Option<Place>,
    #[serde(default)]
    #[schemars(title = "Các lần công nhận, hết hạn, thu hồi")]
    pub recognitions: Vec<Recognition>,
    #[serde(default)]
    #[schemars(title = "Quá trình dự thi")]
    pub course: Vec<CourseStep>,
    /// Strength in % by volume, or `unknown`; required for subgroups 14 and 15.
    #[schemars(title = "Độ cồn (% thể tích)")]
    pub abv: Option<Abv>,
    #[schemars(title = "Mùa vụ")]
    pub season: Option<Season>,
    #[schemars(title = "Thông tin cho bếp và người mua sỉ")]
    pub buying: Option<Buying>,
    #[serde(default)]
    #[schemars(title = "Giá đã được nêu, có ngày")]
    pub prices: Vec<Price>,
    #[serde(default)]
    #[schemars(title = "Giấy tờ")]
    pub papers: Vec<Paper>,
    #[serde(default)]
    #[schemars(title = "Điều nguồn ghi")]
    pub facts: Vec<Fact>,
    /// Where sources say it is sold, without a point of sale that could be named.
    #[serde(default)]
    #[schemars(title = "Nơi bán nguồn nhắc tới, chưa rõ điểm")]
    pub sold_where: Vec<Fact>,
    #[serde(default)]
    #[schemars(title = "Điều còn mâu thuẫn, suy ra hoặc thiếu")]
    pub caveats: Vec<Caveat>,
    #[serde(default)]
    #[schemars(title = "Ảnh")]
    pub pictures: Vec<Picture>,
    #[schemars(title = "Mức tin cậy của mục này")]
    pub confidence: Option<Confidence>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub sources: Cited,
}

/// The class of a product. The group is always known; the subgroup only where the product makes it plain.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    #[schemars(title = "Nhóm (ngành hàng)", extend("x-ref" = "category"))]
    pub group: String,
    #[schemars(title = "Phân nhóm, số 1 đến 26", range(min = 1, max = 26))]
    pub subgroup: Option<u8>,
    /// The decision whose list the words come from; 2026 unless said otherwise.
    #[serde(default)]
    #[schemars(title = "Theo danh mục của năm")]
    pub scheme: Scheme,
    #[serde(default)]
    #[schemars(title = "Ai xếp nhóm")]
    pub basis: CategoryBasis,
}

/// Something that happened to the certificate. Nothing that follows from it is ever written down.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Recognition {
    #[serde(default)]
    #[schemars(title = "Việc gì")]
    pub event: RecognitionEvent,
    #[schemars(title = "Số sao", range(min = 3, max = 5), extend("x-format" = "stars"))]
    pub stars: Option<u8>,
    /// Day, month or year; absent when no source gives it.
    #[schemars(title = "Ngày")]
    pub date: Option<PartialDate>,
    /// The same event, dated differently by other sources: the certificate follows the whole interval.
    #[serde(default)]
    #[schemars(title = "Ngày mà nguồn khác ghi")]
    pub other_dates: Vec<OtherDate>,
    /// When the source said that it holds; no date of the event itself.
    #[schemars(title = "Nguồn nói vào lúc")]
    pub as_of: Option<PartialDate>,
    #[schemars(title = "Cơ quan công nhận như nguồn ghi")]
    pub awarded_by: Option<String>,
    #[schemars(title = "Quyết định")]
    pub decision: Option<Decision>,
    /// Only if the document itself states an end.
    #[schemars(title = "Hạn ghi trong văn bản")]
    pub valid_until: Option<PartialDate>,
    #[serde(default)]
    #[schemars(title = "Nguồn nói rõ hay suy ra")]
    pub certainty: Certainty,
    #[schemars(title = "Ghi chú (đợt, hoàn cảnh)")]
    pub note: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct OtherDate {
    #[schemars(title = "Ngày")]
    pub date: PartialDate,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    #[schemars(title = "Số hiệu")]
    pub number: String,
    #[schemars(title = "Cơ quan ban hành")]
    pub issuer: Option<String>,
    #[schemars(title = "Ngày ký")]
    pub date: Option<PartialDate>,
}

/// A step on the way to a star: the second axis beside the certificate.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct CourseStep {
    #[schemars(title = "Bước")]
    pub step: Step,
    #[schemars(title = "Thời điểm")]
    pub date: Option<PartialDate>,
    #[schemars(title = "Nhắm tới mấy sao", range(min = 3, max = 5), extend("x-format" = "stars"))]
    pub to_stars: Option<u8>,
    #[schemars(title = "Cơ quan")]
    pub by: Option<String>,
    #[schemars(title = "Ghi chú")]
    pub note: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Abv {
    Percent(#[schemars(range(min = 0.0, max = 96.0))] f64),
    Unknown(AbvUnknown),
}

/// Months in which it can be bought; `all_year` only if a source says so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Season {
    #[serde(default)]
    #[schemars(title = "Tháng có hàng", inner(range(min = 1, max = 12)))]
    pub months: Vec<u8>,
    #[serde(default)]
    #[schemars(title = "Tháng rộ", inner(range(min = 1, max = 12)))]
    pub peak: Vec<u8>,
    #[serde(default)]
    #[schemars(title = "Quanh năm")]
    pub all_year: bool,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// What a kitchen asks before it orders. Everything may be unknown; nothing is guessed.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Buying {
    #[serde(default)]
    #[schemars(title = "Quy cách bán lẻ")]
    pub retail_packs: Vec<Text>,
    #[schemars(title = "Thùng")]
    pub case: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Can, bao cho bếp")]
    pub kitchen_packs: Vec<Text>,
    #[schemars(title = "Thành phần")]
    pub ingredients: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Dị nguyên")]
    pub allergens: Vec<Text>,
    /// Total nitrogen of fish sauce in g/l (the trade's °N).
    #[schemars(title = "Độ đạm (g/l)", range(min = 0.0, max = 70.0))]
    pub nitrogen_g_per_l: Option<f64>,
    #[schemars(title = "Cách dùng trong bếp")]
    pub kitchen_use: Option<Text>,
    #[schemars(title = "Hạn dùng")]
    pub shelf_life: Option<Text>,
    #[schemars(title = "Bảo quản")]
    pub storage: Option<Text>,
    #[schemars(title = "Sau khi mở")]
    pub after_opening: Option<Text>,
    #[schemars(title = "Sản lượng mỗi tháng")]
    pub capacity_per_month: Option<Text>,
    #[schemars(title = "Đặt tối thiểu")]
    pub min_order: Option<Text>,
    #[schemars(title = "Thời gian chuẩn bị")]
    pub lead_time: Option<Text>,
    #[schemars(title = "Giao tới đâu")]
    pub delivery: Option<Text>,
    #[schemars(title = "Phí giao")]
    pub delivery_fee: Option<Text>,
    #[schemars(title = "Đổi trả")]
    pub returns: Option<Text>,
    #[schemars(title = "Hóa đơn")]
    pub invoice: Option<Invoice>,
    #[serde(default)]
    #[schemars(title = "Thanh toán")]
    pub payment: Vec<Text>,
    #[schemars(title = "Công nợ")]
    pub credit: Option<Text>,
    #[schemars(title = "Có mẫu thử")]
    pub samples: Option<bool>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// A price that somebody named on a day; never "the price".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Price {
    /// Whole đồng.
    #[schemars(title = "Số tiền (đồng)", range(min = 1))]
    pub amount: u64,
    #[schemars(title = "Đơn vị tính")]
    pub unit: Text,
    #[schemars(title = "Loại hàng")]
    pub line: Option<Text>,
    #[schemars(title = "Ngày nêu giá")]
    pub date: PartialDate,
    #[schemars(title = "Ai nêu")]
    pub quoted_by: Option<Text>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}

/// A certificate or test report other than the recognition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-sourced" = true))]
pub struct Paper {
    #[schemars(title = "Loại giấy")]
    pub kind: PaperKind,
    #[schemars(title = "Tên giấy như nguồn ghi")]
    pub name: Option<Text>,
    #[schemars(title = "Số")]
    pub number: Option<String>,
    #[schemars(title = "Nơi cấp")]
    pub issuer: Option<Text>,
    #[schemars(title = "Ngày cấp")]
    pub date: Option<PartialDate>,
    #[schemars(title = "Hết hạn")]
    pub expires: Option<PartialDate>,
    #[schemars(title = "Đường dẫn")]
    pub url: Option<String>,
    #[serde(default)]
    #[schemars(title = "Nguồn")]
    pub source: Cited,
}
