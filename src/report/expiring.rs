//! `expiring`: certificates that end within 180 days, have just ended, or end in a given year.

use jiff::civil::Date;

use crate::base::date::{DateSpan, PartialDate, days_between};
use crate::lexicon;
use crate::model::id::ProductId;
use crate::model::product::{CertificateState, ENDING_DAYS, GRACE_DAYS};
use crate::report::{Basis, Cell, Name, Table, address, shown_date, source_list};

pub fn table(basis: &Basis) -> Table {
    let title = match basis.year {
        Some(year) => format!("Sản phẩm có giấy công nhận hết hạn trong năm {year}"),
        None => "Sản phẩm sắp hết hạn và mới hết hạn công nhận".to_owned(),
    };
    let mut table = Table::new(Name::Expiring, title, basis.catalogue.date);
    table.definitions = vec![
        match basis.year {
            Some(year) => format!("Ngày cuối còn hiệu lực nằm trong năm {year}."),
            None => format!("Ngày cuối còn hiệu lực cách ngày lập không quá {ENDING_DAYS} ngày, trước hoặc sau {GRACE_DAYS} ngày."),
        },
        "Hạn là 36 tháng kể từ ngày công nhận, trừ khi văn bản ghi khác; ngày công nhận chỉ rõ tới tháng hoặc năm thì hạn là một khoảng.".to_owned(),
    ];
    for (key, title, width) in [
        ("number", "TT", 5),
        ("name", "Tên sản phẩm", 34),
        ("producer", "Tên cơ sở sản xuất", 34),
        ("address", "Địa chỉ", 40),
        ("stars", "Hạng sao", 7),
        ("state", "Tình trạng", 22),
        ("until_first", "Hạn sớm nhất", 12),
        ("until_last", "Hạn muộn nhất", 12),
        ("days", "Còn lại (ngày)", 10),
        ("decision", "Quyết định", 24),
        ("product_id", "Mã sản phẩm", 28),
        ("sources", "Nguồn", 30),
    ] {
        table.column(key, title, width);
    }
    let mut wanted: Vec<(DateSpan, ProductId)> =
        basis.catalogue.product_ids().filter_map(|id| Some((due(basis, id)?, id))).collect();
    wanted.sort_by_key(|(until, id)| (until.first, until.last, *id));
    for (at, (until, id)) in wanted.into_iter().enumerate() {
        table.rows.push(row(basis, at + 1, until, id));
    }
    table
}

/// The end of the certificate, when it falls into the report.
fn due(basis: &Basis, id: ProductId) -> Option<DateSpan> {
    let certificate = &basis.catalogue[id].certificate;
    let until = certificate.until?;
    let today = basis.catalogue.date;
    let falls = match basis.year {
        Some(year) => until.first.year() <= year && year <= until.last.year(),
        None => days_between(today, until.first) <= ENDING_DAYS && days_between(until.last, today) <= GRACE_DAYS,
    };
    (falls && certificate.state != CertificateState::Withdrawn).then_some(until)
}

fn row(basis: &Basis, number: usize, until: DateSpan, id: ProductId) -> Vec<Cell> {
    let catalogue = basis.catalogue;
    let product = &catalogue[id];
    let producer = &catalogue[product.producer];
    let place = product.place.as_ref().or(producer.place.as_ref());
    let event = product.certificate.deciding.map(|at| &product.recognitions[at]);
    let decision = event.and_then(|event| event.decision.as_ref());
    let signed = |date: Option<PartialDate>| date.map(|date| format!(" ngày {}", shown_date(date))).unwrap_or_default();
    let day = |day: Date| Cell::Date(PartialDate::Day(day));
    vec![
        Cell::Whole(number as i64),
        Cell::text(&product.head.name.vi),
        Cell::text(&producer.head.name.vi),
        Cell::text(place.map(|place| address::text(catalogue, place, &basis.config.home_province)).unwrap_or_default()),
        product.certificate.stars.map_or(Cell::Empty, |stars| Cell::Whole(stars.count().into())),
        Cell::text(lexicon::term("certificate", product.certificate.state.word()).unwrap_or_default()),
        day(until.first),
        day(until.last),
        Cell::Whole(days_between(catalogue.date, until.last).into()),
        Cell::text(
            decision.map(|decision| format!("{}{}", decision.number, signed(decision.date))).unwrap_or_default(),
        ),
        Cell::text(&product.head.slug),
        event.map_or(Cell::Empty, |event| source_list(catalogue, &event.sources)),
    ]
}
