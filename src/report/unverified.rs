//! `unverified`: points of sale and venues that nobody has looked at for 180 days.

use crate::base::date::days_between;
use crate::lexicon;
use crate::model::entry::{Head, Place};
use crate::model::people::Standing;
use crate::report::{Basis, Cell, Name, Table, address};
use crate::terms::OutletStatus;

pub fn table(basis: &Basis) -> Table {
    let catalogue = basis.catalogue;
    let mut table =
        Table::new(Name::Unverified, "Điểm bán, nhà hàng, khách sạn cần xác minh".to_owned(), catalogue.date);
    table.definitions = vec![
        "Chưa xác minh lần nào, hoặc lần xác minh gần nhất cách ngày lập quá 180 ngày; điểm đã đóng cửa không kể."
            .to_owned(),
    ];
    for (key, title, width) in [
        ("number", "TT", 5),
        ("kind", "Loại", 18),
        ("name", "Tên", 36),
        ("address", "Địa chỉ", 44),
        ("status", "Tình trạng ghi nhận", 20),
        ("verified_on", "Xác minh ngày", 13),
        ("days", "Đã qua (ngày)", 10),
        ("file", "Tệp", 44),
    ] {
        table.column(key, title, width);
    }
    let outlets = catalogue.points_of_sale.iter().map(|outlet| {
        (lexicon::term("outlet-type", outlet.kind.word()), &outlet.head, outlet.place.as_ref(), &outlet.standing)
    });
    let venues = catalogue.venues.iter().map(|venue| {
        (lexicon::term("venue-type", venue.kind.word()), &venue.head, venue.place.as_ref(), &venue.standing)
    });
    let stale = |standing: &Standing| standing.status != OutletStatus::Closed && !standing.fresh;
    for (at, (kind, head, place, standing)) in outlets.chain(venues).filter(|outlet| stale(outlet.3)).enumerate() {
        table.rows.push(row(basis, at + 1, kind.unwrap_or_default(), head, place, standing));
    }
    table
}

fn row(basis: &Basis, number: usize, kind: &str, head: &Head, place: Option<&Place>, standing: &Standing) -> Vec<Cell> {
    let catalogue = basis.catalogue;
    let place = place.map(|place| address::text(catalogue, place, &basis.config.home_province));
    let days = standing.verified_on.map(|date| days_between(date.last(), catalogue.date));
    vec![
        Cell::Whole(number as i64),
        Cell::text(kind),
        Cell::text(&head.name.vi),
        Cell::text(place.unwrap_or_default()),
        Cell::text(lexicon::term("outlet-status", standing.status.word()).unwrap_or_default()),
        Cell::date(standing.verified_on),
        days.map_or(Cell::Empty, |days| Cell::Whole(days.into())),
        Cell::text(&head.file),
    ]
}
