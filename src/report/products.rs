//! `products`: appendix 2 of 2402/UBND-NTM, a row for each product, a further row for each further upgrade.

use crate::base::date::PartialDate;
use crate::model::id::ProductId;
use crate::model::product::{Product, Recognition, Stars};
use crate::report::{Basis, Cell, Name, Table, address};
use crate::terms::RecognitionEvent;

/// The headings of appendix 2 in their order, then the program's own: `import` knows them by these words.
pub const HEADINGS: [(&str, Option<&str>, &str, u16); 13] = [
    ("number", None, "TT", 5),
    ("name", None, "Tên sản phẩm", 34),
    ("producer", None, "Tên cơ sở sản xuất", 34),
    ("address", None, "Địa chỉ cơ sở sản xuất", 40),
    ("present_state", None, "Hiện trạng sản phẩm (đã có chưa, quy mô, sản lượng hiện tại…)", 48),
    ("joined", None, "Năm tham gia", 8),
    ("stars", Some(REACHED), "Hạng sao", 7),
    ("stars_year", Some(REACHED), "Năm", 7),
    ("upgrade_stars", Some(UPGRADED), "Hạng sao", 7),
    ("upgrade_year", Some(UPGRADED), "Năm", 7),
    ("product_id", None, "Mã sản phẩm", 28),
    ("producer_id", None, "Mã cơ sở", 24),
    ("sources", None, "Nguồn", 40),
];
pub const REACHED: &str = "Hạng sao và thời gian đạt sao";
pub const UPGRADED: &str = "Hạng sao và thời gian nâng hạng sao";
/// How the line of the monthly output begins in the column of the present state.
pub const OUTPUT_PREFIX: &str = "Sản lượng mỗi tháng: ";

pub fn table(basis: &Basis) -> Table {
    let year = basis.year.map(|year| format!(" có việc trong năm {year}")).unwrap_or_default();
    let mut table = Table::new(
        Name::Products,
        format!("Danh sách sản phẩm tham gia Chương trình OCOP{year}"),
        basis.catalogue.date,
    );
    table.definitions = vec![
        "Cột và thứ tự theo phụ lục 2 của văn bản 2402/UBND-NTM ngày 10/8/2021; ba cột cuối là mã và nguồn của danh mục.".to_owned(),
        "Năm tham gia: năm sớm nhất có bước dự thi hoặc có ý tưởng trong kế hoạch năm; để trống khi nguồn không ghi.".to_owned(),
        "Hạng sao là hạng đã được công nhận, còn hiệu lực hay không xem báo cáo totals; mỗi lần nâng hạng sau lần đầu là một dòng thêm.".to_owned(),
    ];
    for (key, group, title, width) in HEADINGS {
        match group {
            Some(group) => table.grouped(key, group, title, width),
            None => table.column(key, title, width),
        }
    }
    let wanted = basis.catalogue.product_ids().filter(|id| basis.year.is_none_or(|year| has_year(basis, *id, year)));
    for (at, id) in wanted.enumerate() {
        table.rows.extend(rows(basis, id, at + 1));
    }
    table
}

fn rows(basis: &Basis, id: ProductId, number: usize) -> Vec<Vec<Cell>> {
    let catalogue = basis.catalogue;
    let product = &catalogue[id];
    let producer = &catalogue[product.producer];
    let place = producer.place.as_ref().map(|place| address::text(catalogue, place, &basis.config.home_province));
    let (first, upgrades) = ladder(product);
    let own = |stars: Option<&Reached>, upgrade: Option<&Reached>| {
        vec![
            Cell::text(&product.head.name.vi),
            Cell::text(&producer.head.name.vi),
            Cell::text(place.clone().unwrap_or_default()),
            Cell::text(present_state(product)),
            Cell::year(joined(basis, id)),
            stars.map_or(Cell::Empty, |reached| Cell::Whole(reached.stars.count().into())),
            Cell::date(stars.and_then(|reached| reached.date)),
            upgrade.map_or(Cell::Empty, |reached| Cell::Whole(reached.stars.count().into())),
            Cell::date(upgrade.and_then(|reached| reached.date)),
            Cell::text(&product.head.slug),
            Cell::text(&producer.head.slug),
            crate::report::source_list(catalogue, &product.head.sources),
        ]
    };
    let mut rows = vec![with_number(Cell::Whole(number as i64), own(first.as_ref(), upgrades.first()))];
    rows.extend(upgrades.iter().skip(1).map(|upgrade| {
        let mut row = with_number(Cell::Empty, own(None, Some(upgrade)));
        // A further row says only what is further: the product, its producer and the upgrade.
        for at in [3, 4, 5] {
            row[at] = Cell::Empty;
        }
        row
    }));
    rows
}

fn with_number(number: Cell, mut cells: Vec<Cell>) -> Vec<Cell> {
    cells.insert(0, number);
    cells
}

/// A star and when it was reached.
#[derive(Debug, Clone, Copy)]
struct Reached {
    stars: Stars,
    date: Option<PartialDate>,
}

/// The first star, and each recognition that raised it. A renewal of the same star is neither.
fn ladder(product: &Product) -> (Option<Reached>, Vec<Reached>) {
    let mut events: Vec<&Recognition> =
        product.recognitions.iter().filter(|event| event.event == RecognitionEvent::Recognised).collect();
    events.sort_by_key(|event| (event.span().map(|span| (span.first, span.last)), event.stars));
    let mut steps: Vec<Reached> = Vec::new();
    for event in events {
        let Some(stars) = event.stars else { continue };
        match steps.last_mut() {
            // The same star told again, now with its date.
            Some(last) if last.stars == stars => last.date = last.date.or(event.date),
            Some(last) if last.stars > stars => {}
            _ => steps.push(Reached { stars, date: event.date }),
        }
    }
    if steps.is_empty() { (None, steps) } else { (Some(steps.remove(0)), steps) }
}

/// The monthly output, then what sources say of the product, a line each.
fn present_state(product: &Product) -> String {
    let output = product.buying.as_ref().and_then(|buying| buying.capacity_per_month.as_ref());
    let output = output.map(|output| format!("{OUTPUT_PREFIX}{}", output.vi));
    let facts = product.head.facts.iter().map(|fact| fact.text.vi.replace('\n', " "));
    output.into_iter().chain(facts).collect::<Vec<_>>().join("\n")
}

/// The first year in which the product took part, as far as sources say.
pub fn joined(basis: &Basis, id: ProductId) -> Option<i16> {
    let steps = basis.catalogue[id].course_steps.iter().filter_map(|step| step.date).map(PartialDate::year);
    let plans = &basis.catalogue.plans;
    let ideas = plans.iter().filter(|plan| plan.ideas.iter().any(|idea| idea.product == Some(id)));
    steps.chain(ideas.map(|plan| plan.year)).min()
}

fn has_year(basis: &Basis, id: ProductId, year: i16) -> bool {
    let events = basis.catalogue[id].recognitions.iter().filter_map(|event| event.date);
    joined(basis, id) == Some(year) || events.into_iter().any(|date| date.year() == year)
}
