//! `totals`: counts on a day, each with what it counts. The published totals mix counts in force with cumulative ones,
//! so both stand here, side by side and named.

use crate::lexicon;
use crate::model::id::{DistrictId, ProductId};
use crate::model::product::{CertificateState, Product, Stars};
use crate::report::{Basis, Cell, Name, Table, trace_product};

pub fn table(basis: &Basis) -> Table {
    let mut table = Table::new(Name::Totals, "Tổng số sản phẩm OCOP trong danh mục".to_owned(), basis.catalogue.date);
    table.definitions = vec![
        "Còn hiệu lực: giấy công nhận chắc chắn còn hạn vào ngày lập. Lũy kế: từng được công nhận, kể cả đã hết hạn, bị thu hồi, chưa rõ hạn. Hai số này khác nhau; số công bố của các cơ quan có khi là số này, có khi là số kia.".to_owned(),
        "Sao là hạng của lần công nhận gần nhất. Đây là số mục trong danh mục này, không phải số chính thức của địa phương.".to_owned(),
    ];
    table.column("group", "Xếp theo", 20);
    table.column("name", "Mục", 40);
    table.column("all", "Tất cả", 10);
    table.column("ever", "Lũy kế được công nhận", 12);
    table.column("in_force", "Còn hiệu lực", 12);
    for stars in Stars::ALL {
        let title = format!("{} sao", stars.count());
        table.grouped(&format!("in_force_{}", stars.count()), "Còn hiệu lực", &title, 8);
    }
    let all: Vec<ProductId> = basis.catalogue.product_ids().collect();
    table.rows.push(row(basis, "Toàn bộ", "Mọi sản phẩm", &all));
    by_stars(basis, &all, &mut table);
    by_state(basis, &all, &mut table);
    by_district(basis, &all, &mut table);
    by_category(basis, &all, &mut table);
    table
}

fn by_stars(basis: &Basis, all: &[ProductId], table: &mut Table) {
    for stars in Stars::ALL {
        let chosen = pick(basis, all, |product| product.certificate.stars == Some(stars));
        table.rows.push(row(basis, "Hạng sao", &format!("{} sao", stars.count()), &chosen));
    }
    let chosen = pick(basis, all, |product| product.certificate.stars.is_none());
    table.rows.push(row(basis, "Hạng sao", "Chưa có sao", &chosen));
}

fn by_state(basis: &Basis, all: &[ProductId], table: &mut Table) {
    for state in CertificateState::ALL {
        let chosen = pick(basis, all, |product| product.certificate.state == state);
        let name = lexicon::term("certificate", state.word()).unwrap_or(state.word());
        table.rows.push(row(basis, "Tình trạng giấy công nhận", name, &chosen));
    }
}

fn by_district(basis: &Basis, all: &[ProductId], table: &mut Table) {
    let catalogue = basis.catalogue;
    let district = |product: &Product| -> Option<DistrictId> {
        product.place.as_ref().or(catalogue[product.producer].place.as_ref())?.district
    };
    for id in catalogue.district_ids() {
        let chosen = pick(basis, all, |product| district(product) == Some(id));
        if !chosen.is_empty() {
            table.rows.push(row(basis, "Huyện (cũ)", &catalogue[id].name.vi, &chosen));
        }
    }
    let chosen = pick(basis, all, |product| district(product).is_none());
    if !chosen.is_empty() {
        table.rows.push(row(basis, "Huyện (cũ)", "Không rõ huyện", &chosen));
    }
}

fn by_category(basis: &Basis, all: &[ProductId], table: &mut Table) {
    for id in basis.catalogue.group_ids() {
        let group = &basis.catalogue[id];
        let chosen = pick(basis, all, |product| product.category.group == id);
        table.rows.push(row(basis, "Nhóm sản phẩm", &group.name.vi, &chosen));
    }
}

fn pick(basis: &Basis, all: &[ProductId], wanted: impl Fn(&Product) -> bool) -> Vec<ProductId> {
    all.iter().copied().filter(|id| wanted(&basis.catalogue[*id])).collect()
}

fn row(basis: &Basis, group: &str, name: &str, products: &[ProductId]) -> Vec<Cell> {
    let count =
        |chosen: Vec<ProductId>| Cell::Count(chosen.into_iter().map(|id| trace_product(basis.catalogue, id)).collect());
    let in_force = pick(basis, products, |product| product.certificate.state.is_in_force());
    let mut cells = vec![
        Cell::text(group),
        Cell::text(name),
        count(products.to_vec()),
        count(pick(basis, products, |product| product.certificate.state != CertificateState::None)),
        count(in_force.clone()),
    ];
    for stars in Stars::ALL {
        cells.push(count(pick(basis, &in_force, |product| product.certificate.stars == Some(stars))));
    }
    cells
}
