//! `gaps`: the officers' work list. One row a thing to find out, with the file to write it into.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::base::date::{PartialDate, days_between};
use crate::base::lang::Localized;
use crate::model::Catalogue;
use crate::model::entry::Head;
use crate::model::id::*;
use crate::model::people::Standing;
use crate::model::product::{CertificateState, Product};
use crate::model::remark::{Answer, Remark, What};
use crate::report::{Basis, Cell, Name, Table, shown_date};
use crate::terms::{CaveatKind, OutletStatus};

/// What is missing. The order is that of the list: what readers are hurt by first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The certificate ends soon.
    Ending,
    /// Nobody recorded when the product was recognised.
    DateUnknown,
    /// A point of sale or a venue that nobody has looked at for long.
    Unverified,
    /// Sources tell different things.
    Contradiction,
    /// A link that leads out of the site and did not open.
    DeadLink,
    /// A line that `new` or `import` left for a person.
    OpenQuestion,
    NoPack,
    NoSeason,
    NoPicture,
}

impl Kind {
    const fn title(self) -> &'static str {
        match self {
            Kind::Ending => "Sắp hết hạn",
            Kind::DateUnknown => "Chưa rõ ngày công nhận",
            Kind::Unverified => "Điểm bán, nhà hàng chưa xác minh trong 180 ngày",
            Kind::Contradiction => "Các nguồn nói khác nhau",
            Kind::DeadLink => "Liên kết không mở được",
            Kind::OpenQuestion => "Còn chỗ chờ sửa",
            Kind::NoPack => "Chưa có quy cách đóng gói",
            Kind::NoSeason => "Chưa có mùa vụ",
            Kind::NoPicture => "Chưa có ảnh",
        }
    }
}

pub fn table(basis: &Basis) -> Table {
    let mut table = Table::new(Name::Gaps, "Việc cần làm của người biên tập".to_owned(), basis.catalogue.date);
    table.definitions = vec![
        "Mỗi dòng là một điều cần hỏi hoặc cần sửa, kèm tệp để ghi vào; xếp theo điều gây hại cho người đọc trước.".to_owned(),
        "Sắp hết hạn: còn 180 ngày trở xuống. Quy cách và mùa vụ không hỏi với rượu từ 15 độ, vì trang không được hiện.".to_owned(),
        "Liên kết không mở được: theo tệp kết quả đã cho (--links), vào ngày ghi ở từng dòng; lệnh này không thử liên kết nào.".to_owned(),
    ];
    for (key, title, width) in [
        ("number", "TT", 5),
        ("kind", "Thiếu gì", 30),
        ("name", "Của mục nào", 36),
        ("detail", "Chi tiết", 60),
        ("file", "Tệp", 44),
        ("edit", "Sửa tại", 44),
    ] {
        table.column(key, title, width);
    }
    let gaps = of_catalogue(basis.catalogue);
    table.rows = gaps.iter().enumerate().map(|(at, gap)| row(basis, at + 1, gap)).collect();
    table
}

/// Something to ask or to mend.
pub struct Gap {
    pub kind: Kind,
    /// The entry that it is of; what is left in a file may be of none.
    pub entry: Option<EntryRef>,
    name: String,
    /// What to ask or to mend: Vietnamese in reports, both on the editors' desk.
    pub detail: Localized,
    pub file: String,
}

/// The gaps that the catalogue shows by itself, what hurts readers first.
pub fn of_catalogue(catalogue: &Catalogue) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for id in catalogue.product_ids() {
        of_product(EntryRef::Product(id), &catalogue[id], &mut gaps);
    }
    for (at, outlet) in catalogue.points_of_sale.iter().enumerate() {
        let entry = EntryRef::PointOfSale(PointOfSaleId::new(at));
        of_outlet(catalogue.date, entry, &outlet.head, &outlet.standing, &mut gaps);
    }
    for (at, venue) in catalogue.venues.iter().enumerate() {
        let entry = EntryRef::Venue(VenueId::new(at));
        of_outlet(catalogue.date, entry, &venue.head, &venue.standing, &mut gaps);
    }
    contradictions(catalogue, &mut gaps);
    gaps.extend(catalogue.remarks.iter().map(|remark| of_remark(catalogue, remark)));
    gaps.sort_by(in_order);
    gaps
}

fn in_order(left: &Gap, right: &Gap) -> Ordering {
    (left.kind, &left.file, &left.detail).cmp(&(right.kind, &right.file, &right.detail))
}

/// Words in both languages.
fn both(vi: impl Into<String>, en: impl Into<String>) -> Localized {
    Localized { vi: vi.into(), en: Some(en.into()) }
}

fn gap(kind: Kind, entry: EntryRef, head: &Head, detail: Localized) -> Gap {
    Gap { kind, entry: Some(entry), name: head.name.vi.clone(), detail, file: head.file.clone() }
}

fn of_product(entry: EntryRef, product: &Product, gaps: &mut Vec<Gap>) {
    let head = &product.head;
    match (product.certificate.state, product.certificate.until) {
        (CertificateState::EndingSoon, Some(until)) => {
            let last = shown_date(PartialDate::Day(until.last));
            gaps.push(gap(
                Kind::Ending,
                entry,
                head,
                both(
                    format!("hiệu lực đến {last}: hỏi chủ thể về hồ sơ công nhận lại"),
                    format!("in force until {last}: ask the producer about the renewal file"),
                ),
            ));
        }
        (CertificateState::DateUnknown, until) => {
            let detail = match until {
                Some(until) => {
                    let (first, last) = (PartialDate::Day(until.first), PartialDate::Day(until.last));
                    let (first, last) = (shown_date(first), shown_date(last));
                    both(
                        format!("hạn nằm trong khoảng {first} đến {last}: cần ngày ký quyết định"),
                        format!("the end lies between {first} and {last}: the decision’s date is needed"),
                    )
                }
                None => both(
                    "nguồn chưa ghi ngày công nhận: cần quyết định",
                    "no source gives the day of recognition: the decision is needed",
                ),
            };
            gaps.push(gap(Kind::DateUnknown, entry, head, detail));
        }
        _ => {}
    }
    if product.is_bare() {
        return;
    }
    let packs = product.buying.as_ref().is_some_and(|buying| {
        !buying.retail_packs.is_empty() || !buying.kitchen_packs.is_empty() || buying.case.is_some()
    });
    if !packs {
        gaps.push(gap(
            Kind::NoPack,
            entry,
            head,
            both(
                "quy cách: hỏi chủ thể, ghi vào buying.retail_packs, buying.kitchen_packs",
                "packs: ask the producer, write into buying.retail_packs, buying.kitchen_packs",
            ),
        ));
    }
    if product.season.is_none() {
        gaps.push(gap(
            Kind::NoSeason,
            entry,
            head,
            both(
                "mùa vụ: hỏi chủ thể, ghi vào season.months hoặc season.all_year",
                "season: ask the producer, write into season.months or season.all_year",
            ),
        ));
    }
    if head.pictures.is_empty() {
        let detail = both(
            "ảnh: xin ảnh và tên người chụp, ghi vào pictures",
            "picture: ask for one and who took it, write into pictures",
        );
        gaps.push(gap(Kind::NoPicture, entry, head, detail));
    }
}

fn of_outlet(today: Date, entry: EntryRef, head: &Head, standing: &Standing, gaps: &mut Vec<Gap>) {
    if standing.status == OutletStatus::Closed || standing.fresh {
        return;
    }
    let detail = match standing.verified_on {
        Some(date) => {
            let (date, days) = (shown_date(date), days_between(date.last(), today));
            both(
                format!("xác minh lần cuối {date}, {days} ngày trước"),
                format!("last checked {date}, {days} days ago"),
            )
        }
        None => both(
            "chưa xác minh lần nào: gọi điện hoặc đến xem, rồi ghi verified_on và verified_by",
            "never checked: call or go there, then write verified_on and verified_by",
        ),
    };
    gaps.push(gap(Kind::Unverified, entry, head, detail));
}

fn contradictions(catalogue: &Catalogue, gaps: &mut Vec<Gap>) {
    for entry in catalogue.entries() {
        let Some(head) = catalogue.head(entry) else { continue };
        let told = head.caveats.iter().filter(|caveat| caveat.kind == CaveatKind::Contradiction);
        gaps.extend(told.map(|caveat| gap(Kind::Contradiction, entry, head, caveat.text.clone())));
    }
}

fn of_remark(catalogue: &Catalogue, remark: &Remark) -> Gap {
    let (kind, detail) = match &remark.what {
        What::Question(text) => (Kind::OpenQuestion, Localized::vi(text.as_str())),
        What::DeadLink { url, answer, tried } => {
            let tried = shown_date(PartialDate::Day(*tried));
            let answer = shown_answer(answer);
            let english = answer.en.as_deref().unwrap_or(&answer.vi);
            let detail =
                both(format!("{url}: {}, thử ngày {tried}", answer.vi), format!("{url}: {english}, tried on {tried}"));
            (Kind::DeadLink, detail)
        }
    };
    let name = match remark.entry {
        Some(EntryRef::Source(id)) => catalogue[id].title.vi.clone(),
        Some(entry) => catalogue.head(entry).map_or(String::new(), |head| head.name.vi.clone()),
        None => remark.file.clone(),
    };
    Gap { kind, entry: remark.entry, name, detail, file: remark.file.clone() }
}

fn shown_answer(answer: &Answer) -> Localized {
    match answer {
        Answer::Status(code @ (404 | 410)) => {
            both(format!("không còn trang này ({code})"), format!("the page is gone ({code})"))
        }
        Answer::Status(code @ (401 | 403 | 429)) => both(
            format!("máy chủ không cho máy kiểm tra xem ({code})"),
            format!("the server does not let the checker look ({code})"),
        ),
        Answer::Status(code @ 500..) => {
            both(format!("máy chủ có lỗi ({code})"), format!("the server has a fault ({code})"))
        }
        Answer::Status(code) => both(format!("máy chủ trả lời {code}"), format!("the server answers {code}")),
        Answer::Silence => both("không trả lời", "no answer"),
        Answer::Unreachable(words) => {
            both(format!("không tới được máy chủ ({words})"), format!("the server cannot be reached ({words})"))
        }
    }
}

fn row(basis: &Basis, number: usize, gap: &Gap) -> Vec<Cell> {
    let edit = basis.config.edit_url.as_ref().map(|url| url.replace("{path}", &gap.file));
    vec![
        Cell::Whole(number as i64),
        Cell::text(gap.kind.title()),
        Cell::text(&gap.name),
        Cell::text(&gap.detail.vi),
        Cell::text(&gap.file),
        Cell::text(edit.unwrap_or_default()),
    ]
}
