//! `communes`: each commune against the new-countryside thresholds that 2402/UBND-NTM quotes from the provincial draft.

use crate::base::collate::Collation;
use crate::model::id::{CommuneId, FormerId, ProductId};
use crate::model::product::{CertificateState, Product};
use crate::report::yearly::bare_name;
use crate::report::{Basis, Cell, Name, Table, sums, trace_product};

/// The two-level administration began (1665/NQ-UBTVQH15).
const TWO_LEVELS: jiff::civil::Date = jiff::civil::date(2025, 7, 1);

pub fn table(basis: &Basis) -> Table {
    let mut table = Table::new(
        Name::Communes,
        "Các xã so với tiêu chí OCOP của nông thôn mới (dự thảo 2021)".to_owned(),
        basis.catalogue.date,
    );
    table.definitions = vec![
        "Ngưỡng theo dự thảo tiêu chí giai đoạn 2021-2025 dẫn trong 2402/UBND-NTM: xã nông thôn mới có ít nhất 1 sản phẩm đạt chuẩn; nâng cao có ít nhất 2; kiểu mẫu có sản phẩm 5 sao hoặc ít nhất 2 sản phẩm.".to_owned(),
        "Đạt: đủ số sản phẩm còn hiệu lực vào ngày lập. Chưa rõ: đủ nếu tính cả sản phẩm chưa rõ hạn. Đây là số của danh mục, không phải kết quả thẩm định.".to_owned(),
        "Xã: từ 1/7/2025 là xã, phường hiện nay của huyện nhà (cũ), sản phẩm có thể thuộc nhiều xã thì không tính cho xã nào; trước đó là xã, thị trấn cũ.".to_owned(),
    ];
    table.column("number", "TT", 5);
    table.column("commune", "Tên xã", 24);
    table.column("in_force", "Còn hiệu lực", 10);
    table.column("five_stars", "Trong đó 5 sao", 10);
    table.column("date_unknown", "Chưa rõ hạn", 10);
    table.column("ever", "Từng được công nhận", 12);
    table.column("basic", "Nông thôn mới", 14);
    table.column("advanced", "Nâng cao", 12);
    table.column("model", "Kiểu mẫu", 12);
    for (at, (name, products)) in units(basis).into_iter().enumerate() {
        table.rows.push(row(basis, at + 1, name, &products));
    }
    table.sums = Some(sums(&table.rows, 1));
    table
}

/// The communes of the home district on the day, each with its products.
fn units(basis: &Basis) -> Vec<(String, Vec<ProductId>)> {
    let catalogue = basis.catalogue;
    let is_home = |id: crate::model::id::DistrictId| catalogue[id].id == basis.config.home_district;
    let mut units: Vec<(String, Vec<ProductId>)> = if catalogue.date >= TWO_LEVELS {
        let mine = |id: &CommuneId| catalogue[*id].district.is_some_and(is_home);
        let one = |id: CommuneId| (catalogue[id].name.vi.clone(), certain(basis, id));
        catalogue.commune_ids().filter(mine).map(one).collect()
    } else {
        let mine = |id: &FormerId| is_home(catalogue[*id].district) && catalogue[*id].until.last() >= catalogue.date;
        let one = |id: FormerId| (catalogue[id].name.vi.clone(), catalogue.links.former[id.at()].products.clone());
        catalogue.former_ids().filter(mine).map(one).collect()
    };
    Collation::vietnamese().sort_by_name(&mut units, |unit| bare_name(&unit.0), |unit| unit.0.clone());
    units
}

/// The products that lie in this commune and can lie in no other.
fn certain(basis: &Basis, commune: CommuneId) -> Vec<ProductId> {
    let products = basis.catalogue.links.communes[commune.at()].products.iter().copied();
    let sure = |id: &ProductId| {
        let product = &basis.catalogue[*id];
        let place = product.place.as_ref().or(basis.catalogue[product.producer].place.as_ref());
        place.is_some_and(|place| place.commune() == Some(commune))
    };
    products.filter(sure).collect()
}

fn row(basis: &Basis, number: usize, name: String, products: &[ProductId]) -> Vec<Cell> {
    let pick = |wanted: &dyn Fn(&Product) -> bool| {
        let chosen = products.iter().filter(|id| wanted(&basis.catalogue[**id]));
        chosen.map(|id| trace_product(basis.catalogue, *id)).collect::<Vec<_>>()
    };
    let in_force = pick(&|product| product.certificate.state.is_in_force());
    let five = pick(&|product| {
        product.certificate.state.is_in_force() && product.certificate.stars.is_some_and(|stars| stars.count() == 5)
    });
    let open = pick(&|product| product.certificate.state == CertificateState::DateUnknown);
    let ever = pick(&|product| product.certificate.state != CertificateState::None);
    let (sure, possible) = (in_force.len(), in_force.len() + open.len());
    let verdict = |met: fn(usize) -> bool, otherwise: bool| match (met(sure) || otherwise, met(possible)) {
        (true, _) => "Đạt",
        (false, true) => "Chưa rõ",
        (false, false) => "Chưa đạt",
    };
    let verdicts = [
        verdict(|count| count >= 1, false),
        verdict(|count| count >= 2, false),
        verdict(|count| count >= 2, !five.is_empty()),
    ];
    let mut cells = vec![Cell::Whole(number as i64), Cell::text(name)];
    cells.extend([in_force, five, open, ever].map(Cell::Count));
    cells.extend(verdicts.map(Cell::text));
    cells
}
