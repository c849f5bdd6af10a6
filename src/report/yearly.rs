//! `yearly`: appendix 1 of 2402/UBND-NTM, communes by years, with the entries behind every number.

use std::collections::BTreeMap;

use crate::base::collate::Collation;
use crate::model::id::{FormerId, ProductId, Unit};
use crate::model::product::Recognition;
use crate::report::{Basis, Cell, Name, Table, Trace, address, products, sums, trace_product};
use crate::terms::RecognitionEvent;

/// The plans run over five years: 2021–2025, 2026–2030.
const PERIOD_YEARS: i16 = 5;
const FIRST_PERIOD: i16 = 2021;

/// What happened in one year in one commune.
#[derive(Debug, Default)]
struct Year {
    ideas: Vec<Trace>,
    starred: Vec<Trace>,
}

#[derive(Debug, Default)]
struct CommuneYears {
    years: BTreeMap<i16, Year>,
    /// Recognised, but no source says when.
    undated: Vec<Trace>,
}

pub fn table(basis: &Basis) -> Table {
    let (from, to) = period(basis.year.unwrap_or(basis.catalogue.date.year()));
    let home = district_name(basis);
    let title = format!("Ý tưởng và sản phẩm tham gia Chương trình OCOP giai đoạn {from}-{to}, {home}");
    let mut table = Table::new(Name::Yearly, title, basis.catalogue.date);
    table.definitions = definitions(from);
    columns(&mut table, from, to);
    let found = gather(basis);
    let mut number = 0;
    for unit in rows(basis, &found) {
        number += 1;
        let years = found.get(&unit);
        table.rows.push(row(basis, unit, number, years, from, to));
    }
    table.sums = Some(sums(&table.rows, 1));
    table
}

fn period(year: i16) -> (i16, i16) {
    let from = FIRST_PERIOD + (year - FIRST_PERIOD).div_euclid(PERIOD_YEARS) * PERIOD_YEARS;
    (from, from + PERIOD_YEARS - 1)
}

fn definitions(from: i16) -> Vec<String> {
    vec![
        "Cột và thứ tự theo phụ lục 1 của văn bản 2402/UBND-NTM ngày 10/8/2021.".to_owned(),
        "Số ý tưởng tham gia: mỗi sản phẩm tính một lần, vào năm đầu tiên có bước dự thi hoặc có trong kế hoạch năm; ý tưởng chưa gắn với sản phẩm nào thì mỗi dòng của kế hoạch năm tính một.".to_owned(),
        "Số sản phẩm đạt sao: mỗi sản phẩm tính một lần, vào năm được công nhận lần đầu theo nguồn; lần nâng hạng và công nhận lại không tính thêm.".to_owned(),
        format!("Lũy kế: từ đầu chương trình (2018), kể cả trước năm {from}, đến hết năm ghi ở cột; gồm cả sản phẩm nay đã hết hạn."),
        "Xã: đơn vị như nguồn ghi; sản phẩm chỉ rõ tới huyện nằm ở dòng của huyện. Năm chưa tới để trống.".to_owned(),
    ]
}

fn columns(table: &mut Table, from: i16, to: i16) {
    table.column("number", "TT", 5);
    table.column("commune", "Tên xã", 24);
    let groups = [
        ("ideas", "Số ý tưởng tham gia"),
        ("ideas_cumulative", "Lũy kế ý tưởng tham gia"),
        ("starred", "Số sản phẩm đạt sao"),
        ("starred_cumulative", "Lũy kế sản phẩm đạt sao"),
    ];
    for (key, group) in groups {
        for year in from..=to {
            table.grouped(&format!("{key}_{year}"), group, &year.to_string(), 7);
        }
    }
    table.column("starred_undated", "Đạt sao, nguồn không ghi năm", 12);
}

/// By unit as the source wrote it: ideas and stars of every year.
fn gather(basis: &Basis) -> BTreeMap<Unit, CommuneYears> {
    let catalogue = basis.catalogue;
    let mut found: BTreeMap<Unit, CommuneYears> = BTreeMap::new();
    for id in catalogue.product_ids() {
        let Some(unit) = unit_of(basis, id).filter(|unit| is_home(basis, *unit)) else { continue };
        let commune = found.entry(unit).or_default();
        let trace = trace_product(catalogue, id);
        if let Some(year) = products::joined(basis, id) {
            commune.years.entry(year).or_default().ideas.push(trace.clone());
        }
        match first_star(&catalogue[id].recognitions) {
            Some(Some(year)) => commune.years.entry(year).or_default().starred.push(trace),
            Some(None) => commune.undated.push(trace),
            None => {}
        }
    }
    for plan in &catalogue.plans {
        for (at, idea) in plan.ideas.iter().enumerate() {
            if idea.product.is_none() && is_home(basis, idea.commune) {
                let year = found.entry(idea.commune).or_default().years.entry(plan.year).or_default();
                year.ideas.push(Trace { id: format!("{} ideas[{at}]", plan.file), name: idea.text.vi.clone() });
            }
        }
    }
    found
}

/// Where the product is made: its own place, else its producer's.
fn unit_of(basis: &Basis, id: ProductId) -> Option<Unit> {
    let product = &basis.catalogue[id];
    let place = product.place.as_ref().or(basis.catalogue[product.producer].place.as_ref());
    place.map(|place| place.unit)
}

/// The year of the first recognition; `Some(None)` when no source dates it.
fn first_star(recognitions: &[Recognition]) -> Option<Option<i16>> {
    let events = recognitions.iter().filter(|event| event.event == RecognitionEvent::Recognised);
    let years: Vec<Option<i16>> = events.map(|event| event.date.map(|date| date.year())).collect();
    // An undated event beside a dated one may have come first: then the first year is not known.
    (!years.is_empty()).then(|| if years.contains(&None) { None } else { years.into_iter().flatten().min() })
}

fn is_home(basis: &Basis, unit: Unit) -> bool {
    let district = match unit {
        Unit::Province(_) => None,
        Unit::District(id) => Some(id),
        Unit::Former(id) => Some(basis.catalogue[id].district),
        Unit::Commune(id) => basis.catalogue[id].district,
    };
    district.is_some_and(|id| basis.catalogue[id].id == basis.config.home_district)
}

fn district_name(basis: &Basis) -> String {
    let districts = &basis.catalogue.places.districts;
    let home = districts.iter().find(|district| district.id == basis.config.home_district);
    home.map_or_else(|| basis.config.home_district.clone(), |district| district.name.vi.clone())
}

/// Every former commune of the home district in the alphabet's order, then present communes and the district where
/// only they are known.
fn rows(basis: &Basis, found: &BTreeMap<Unit, CommuneYears>) -> Vec<Unit> {
    let mut former: Vec<FormerId> =
        basis.catalogue.former_ids().filter(|id| is_home(basis, Unit::Former(*id))).collect();
    let name = |id: FormerId| bare_name(&basis.catalogue[id].name.vi);
    let alphabet = Collation::vietnamese();
    former.sort_by(|left, right| alphabet.compare(name(*left), name(*right)).then_with(|| left.cmp(right)));
    let rest = found.keys().filter(|unit| !matches!(unit, Unit::Former(_))).copied();
    former.into_iter().map(Unit::Former).chain(rest).collect()
}

/// Without the word for its kind: communes are sorted by their names.
pub fn bare_name(name: &str) -> &str {
    let words = ["xã ", "thị trấn ", "phường ", "huyện ", "thị xã ", "thành phố "];
    words.iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name)
}

fn row(basis: &Basis, unit: Unit, number: i64, found: Option<&CommuneYears>, from: i16, to: i16) -> Vec<Cell> {
    let empty = CommuneYears::default();
    let found = found.unwrap_or(&empty);
    let now = basis.catalogue.date.year();
    let name = match unit {
        Unit::Commune(_) => format!("{} (từ 1/7/2025)", address::unit_name(basis.catalogue, unit)),
        Unit::District(_) => format!("{}, không rõ xã", address::unit_name(basis.catalogue, unit)),
        _ => address::unit_name(basis.catalogue, unit).to_owned(),
    };
    let mut cells = vec![Cell::Whole(number), Cell::text(name)];
    let picks: [fn(&Year) -> &Vec<Trace>; 2] = [|year| &year.ideas, |year| &year.starred];
    for pick in picks {
        let within = |first: i16, last: i16| -> Vec<Trace> {
            found.years.range(first..=last).flat_map(|(_, year)| pick(year).iter().cloned()).collect()
        };
        let cell = |first: i16, year: i16| if year > now { Cell::Empty } else { Cell::Count(within(first, year)) };
        cells.extend((from..=to).map(|year| cell(year, year)));
        cells.extend((from..=to).map(|year| cell(i16::MIN, year)));
    }
    cells.push(Cell::Count(found.undated.clone()));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_five_years_from_2021() {
        assert_eq!(period(2021), (2021, 2025));
        assert_eq!(period(2025), (2021, 2025));
        assert_eq!(period(2026), (2026, 2030));
        assert_eq!(period(2019), (2016, 2020));
    }
}
