//! Rows to lines: one a product, further upgrades joined to it, what a merged or omitted cell meant filled in.

use crate::intake::Remark;
use crate::intake::columns::{Columns, Field};
use crate::intake::sheet::{Sheet, Value};
use crate::intake::values::{self, Reached};

/// A product as the sheet tells of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// As the spreadsheet numbers it, from 1.
    pub row: usize,
    pub name: String,
    pub producer: String,
    pub address: String,
    pub state: String,
    pub joined: Option<i16>,
    /// The first star, then each upgrade.
    pub stars: Vec<Reached>,
    pub product_id: String,
    pub producer_id: String,
    pub sources: Vec<String>,
    pub remarks: Vec<Remark>,
}

/// The lines under the headings. Empty rows, sums and signatures are passed over.
pub fn read(sheet: &Sheet, columns: &Columns) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, row) in sheet.rows.iter().enumerate().skip(columns.first_row) {
        let row = Row { cells: row, columns };
        if row.is_empty() || row.is_footer() || row.is_group() {
            continue;
        }
        let line = row.line(at + 1, lines.last());
        match lines.last_mut().filter(|last| continues(last, &line)) {
            Some(last) => last.add(line),
            None => lines.push(line),
        }
    }
    lines
}

impl Line {
    /// Takes over the upgrades of a further row; a merged cell repeats stars that are known.
    fn add(&mut self, further: Line) {
        let known: Vec<Option<u8>> = self.stars.iter().map(|reached| reached.stars).collect();
        self.stars.extend(further.stars.into_iter().filter(|reached| !known.contains(&reached.stars)));
        self.remarks.extend(further.remarks);
    }
}

/// Whether a row only adds an upgrade to the product above.
fn continues(last: &Line, line: &Line) -> bool {
    let same_name = line.name.is_empty() || line.name == last.name;
    let same_maker = line.producer.is_empty() || line.producer == last.producer;
    let same_id = line.product_id.is_empty() || line.product_id == last.product_id;
    same_name && same_maker && same_id && !line.stars.is_empty() && !last.name.is_empty()
}

/// The column that `report` adds for people, which says nothing of its own.
const EVIDENCE_HEADING: &str = "Căn cứ";

struct Row<'s> {
    cells: &'s [Value],
    columns: &'s Columns,
}

impl Row<'_> {
    fn cell(&self, field: Field) -> &Value {
        self.columns.of(field).and_then(|column| self.cells.get(column)).unwrap_or(&Value::Empty)
    }

    fn text(&self, field: Field) -> String {
        let text = self.cell(field).text();
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// Only the running number is filled, or nothing.
    fn is_empty(&self) -> bool {
        let fields = self.columns.fields.iter().filter(|(field, _)| *field != Field::Number);
        fields.into_iter().all(|(field, _)| self.cell(*field).is_empty())
    }

    /// `Cộng`, `Tổng số`, a signature: a text outside of the product's column and nothing in it.
    fn is_footer(&self) -> bool {
        let first = self.cells.iter().find(|cell| !cell.is_empty()).map(Value::text).unwrap_or_default();
        let folded = crate::base::text::fold(&first);
        ["cong", "tong", "nguoi lap", "noi nhan", "ghi chu", "tm.", "chu tich"]
            .iter()
            .any(|word| folded.starts_with(word))
            && self.cell(Field::Producer).is_empty()
    }

    /// `I | Nhóm thực phẩm`, a heading over the rows of a group: nothing but a name, with a letter or a Roman numeral as
    /// its number, or with none and a word for a group.
    fn is_group(&self) -> bool {
        let name = crate::base::text::fold(&self.text(Field::Name));
        let others = self.columns.fields.iter().filter(|(field, _)| !matches!(field, Field::Number | Field::Name));
        let alone = others.into_iter().all(|(field, _)| self.cell(*field).is_empty());
        let number = crate::base::text::fold(&self.text(Field::Number));
        let number = number.split(['.', ' ', '-']).next().unwrap_or_default();
        let counts = !number.is_empty() && number.bytes().all(|byte| b"ivxabcdegh".contains(&byte)) && number.len() < 6;
        let group = ["nhom ", "nganh ", "bo san pham ", "phan nhom "].iter().any(|word| name.starts_with(word));
        alone && (counts || self.cell(Field::Number).is_empty() && group)
    }

    fn line(&self, row: usize, above: Option<&Line>) -> Line {
        let mut line = Line {
            row,
            name: self.text(Field::Name).replace('\n', " "),
            producer: self.text(Field::Producer).replace('\n', " "),
            address: self.text(Field::Address).replace('\n', ", "),
            state: self.text(Field::State),
            joined: values::year(self.cell(Field::Joined)),
            product_id: self.text(Field::ProductId),
            producer_id: self.text(Field::ProducerId),
            sources: self.sources(),
            ..Line::default()
        };
        let joined = self.text(Field::Joined);
        if line.joined.is_none() && !joined.is_empty() {
            line.remarks.push(Remark::new("unread", &[("text", &joined)]));
        }
        self.stars(&mut line);
        self.inherit(&mut line, above);
        self.left_over(&mut line);
        line
    }

    fn sources(&self) -> Vec<String> {
        let text = self.text(Field::Sources);
        text.split([',', ';', '\n'])
            .map(str::trim)
            .filter(|id| crate::base::text::is_slug(id))
            .map(str::to_owned)
            .collect()
    }

    fn stars(&self, line: &mut Line) {
        let pairs = [(Field::Stars, Field::StarsYear), (Field::UpgradeStars, Field::UpgradeYear)];
        for (stars, year) in pairs {
            let reached = values::reached(self.cell(stars), self.cell(year));
            if !reached.rest.is_empty() {
                line.remarks.push(Remark::new("unread", &[("text", &reached.rest.join(" "))]));
            }
            if reached.serial {
                let date = reached.date.map(|date| date.to_string()).unwrap_or_default();
                line.remarks.push(Remark::new("serial", &[("date", &date)]));
            }
            match reached {
                Reached { stars: Some(_), .. } => line.stars.push(reached),
                Reached { stars: None, date: Some(date), .. } => {
                    line.remarks.push(Remark::new("date-without-star", &[("date", &date.to_string())]));
                }
                _ => {}
            }
        }
    }

    /// A new product with an empty producer is the producer's above: so do tables with one cell for several rows.
    fn inherit(&self, line: &mut Line, above: Option<&Line>) {
        let Some(above) = above else { return };
        if !line.name.is_empty() && line.producer.is_empty() && line.name != above.name && !above.producer.is_empty() {
            line.producer.clone_from(&above.producer);
            line.producer_id.clone_from(&above.producer_id);
            line.remarks.push(Remark::new("producer-above", &[("producer", &above.producer)]));
            if line.address.is_empty() {
                line.address.clone_from(&above.address);
            }
        }
    }

    fn left_over(&self, line: &mut Line) {
        for (heading, column) in &self.columns.unknown {
            let value = self.cells.get(*column).map(Value::text).unwrap_or_default();
            if !value.is_empty() && !heading.starts_with(EVIDENCE_HEADING) {
                line.remarks.push(Remark::new("column-left", &[("heading", heading), ("text", &value)]));
            }
        }
    }
}
