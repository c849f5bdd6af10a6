//! Which column holds what: by the words of appendix 2's headings, wherever they stand and however they are split over
//! rows.

use crate::base::text::fold;
use crate::intake::sheet::{Sheet, Value};

/// What a column of appendix 2 holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    Number,
    Name,
    Producer,
    Address,
    State,
    Joined,
    Stars,
    StarsYear,
    UpgradeStars,
    UpgradeYear,
    ProductId,
    ProducerId,
    Sources,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The first row under the headings.
    pub first_row: usize,
    /// Each field's column, as far as there is one.
    pub fields: Vec<(Field, usize)>,
    /// Headings of columns that mean nothing to us, as they are written.
    pub unknown: Vec<(String, usize)>,
}

impl Columns {
    pub fn of(&self, field: Field) -> Option<usize> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, column)| *column)
    }
}

/// Headings stand in one, two or three rows.
const MAX_HEADING_ROWS: usize = 3;

/// The columns of `sheet`, if a row names the product's name.
pub fn find(sheet: &Sheet) -> Option<Columns> {
    let top = sheet.rows.iter().position(|row| row.iter().any(|cell| folded(cell).contains("ten san pham")))?;
    let height = heading_height(sheet, top);
    let headings = headings(sheet, top, height);
    let mut columns = Columns { first_row: top + height, fields: Vec::new(), unknown: Vec::new() };
    for (column, heading) in headings.into_iter().enumerate() {
        let left = columns.fields.last().filter(|(_, at)| at + 1 == column).map(|(field, _)| *field);
        match year_of(&heading, left).or_else(|| field(&heading)).filter(|field| columns.of(*field).is_none()) {
            Some(field) => columns.fields.push((field, column)),
            None if heading.is_empty() => {}
            None => columns.unknown.push((written(sheet, top, height, column).unwrap_or(heading), column)),
        }
    }
    Some(columns)
}

/// The last words over a column, in one line.
fn written(sheet: &Sheet, top: usize, height: usize, column: usize) -> Option<String> {
    let over = sheet.rows[top..top + height].iter().rev().filter_map(|row| row.get(column));
    let words = over.map(|cell| cell.text().split_whitespace().collect::<Vec<_>>().join(" "));
    words.into_iter().find(|words| !words.is_empty() && !is_ordinal(words))
}

fn folded(cell: &Value) -> String {
    match cell {
        Value::Text(text) => fold(text).split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

/// How many rows the headings take: further rows belong to them while they hold only words of headings.
fn heading_height(sheet: &Sheet, top: usize) -> usize {
    let is_heading = |row: &Vec<Value>| {
        let texts: Vec<String> = row.iter().filter(|cell| !cell.is_empty()).map(folded).collect();
        !texts.is_empty()
            && texts
                .iter()
                .all(|text| field(text).is_some() || text.contains("hang sao") || text == "nam" || is_ordinal(text))
    };
    let further = sheet.rows.iter().skip(top + 1).take(MAX_HEADING_ROWS - 1).take_while(|row| is_heading(row));
    1 + further.count()
}

/// `(1)`, `(2)`: the row that numbers the columns of a form.
fn is_ordinal(text: &str) -> bool {
    text.starts_with('(') && text.ends_with(')') && text.len() <= 4
}

/// The words over each column, from top to bottom; a group's name reaches over the empty cells to its right when the row
/// below names a part of it.
fn headings(sheet: &Sheet, top: usize, height: usize) -> Vec<String> {
    let width = sheet.rows[top..top + height].iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: usize, column: usize| {
        let words = sheet.rows[row].get(column).map(folded).unwrap_or_default();
        if is_ordinal(&words) { String::new() } else { words }
    };
    let mut headings = vec![String::new(); width];
    for row in top..top + height {
        let mut group = String::new();
        for (column, heading) in headings.iter_mut().enumerate() {
            let own = cell(row, column);
            if !own.is_empty() {
                group.clone_from(&own);
            }
            let part_below = (row + 1..top + height).any(|below| !cell(below, column).is_empty());
            let words = if own.is_empty() && part_below && row == top { &group } else { &own };
            if !words.is_empty() && !heading.contains(words.as_str()) {
                heading.push_str(if heading.is_empty() { "" } else { " " });
                heading.push_str(words);
            } else if words == "hang sao" || words == "nam" {
                heading.push(' ');
                heading.push_str(words);
            }
        }
    }
    headings
}

/// What happened when stars were given, as headings put it.
const STARS_GIVEN: [&str; 5] = ["cong nhan", "dat sao", "dat hang", "xep hang", "quyet dinh"];

/// A column of years beside one of stars, under a heading that does not say of which: `Năm`.
fn year_of(heading: &str, left: Option<Field>) -> Option<Field> {
    let is_bare = matches!(heading, "nam" | "ngay" | "thoi gian" | "ngay thang" | "thang, nam" | "ngay, thang, nam");
    match left.filter(|_| is_bare)? {
        Field::UpgradeStars => Some(Field::UpgradeYear),
        Field::Stars => Some(Field::StarsYear),
        _ => None,
    }
}

/// What a heading means, in folded words.
fn field(heading: &str) -> Option<Field> {
    let has = |words: &str| heading.contains(words);
    // `Năm đạt sao`, but not `Hạng sao và thời gian đạt sao`, which holds both.
    let is_time = ["nam ", "ngay ", "thoi gian "].iter().any(|word| heading.starts_with(word));
    let last_is_year = heading.ends_with(" nam") || heading == "nam" || heading.ends_with("thoi gian");
    Some(match heading {
        "tt" | "stt" | "so tt" | "so thu tu" => Field::Number,
        _ if has("ma san pham") => Field::ProductId,
        _ if has("ma co so") || has("ma chu the") => Field::ProducerId,
        _ if has("ten san pham") => Field::Name,
        _ if has("dia chi") => Field::Address,
        _ if has("hien trang") => Field::State,
        _ if has("ten co so") || has("chu the") || has("co so san xuat") || has("nha san xuat") => Field::Producer,
        _ if has("nam tham gia") => Field::Joined,
        _ if is_time && has("nang hang") => Field::UpgradeYear,
        _ if is_time && STARS_GIVEN.iter().any(|words| has(words)) => Field::StarsYear,
        _ if has("nang hang") && last_is_year && !heading.ends_with("sao thoi gian") => Field::UpgradeYear,
        _ if has("nang hang") => Field::UpgradeStars,
        _ if (has("dat sao") || has("hang sao")) && last_is_year => Field::StarsYear,
        _ if has("dat sao") || has("hang sao") || heading == "sao" => Field::Stars,
        "nguon" => Field::Sources,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rows_of_headings_under_a_title_are_found() {
        let sheet = Sheet::of_texts(&[
            &["UBND XÃ THỬ"],
            &[
                "TT",
                "Tên sản phẩm",
                "Tên cơ sở sản xuất",
                "Địa chỉ cơ sở sản xuất",
                "Hiện trạng sản phẩm",
                "Năm tham gia",
                "Hạng sao và thời gian đạt sao",
                "",
                "Hạng sao và thời gian nâng hạng sao",
                "",
            ],
            &["", "", "", "", "", "", "Hạng sao", "Năm", "Hạng sao", "Năm"],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
            &["1", "Gạo"],
        ]);
        let columns = find(&sheet).unwrap();
        assert_eq!(columns.first_row, 4);
        assert_eq!(columns.unknown, []);
        let expected = [
            Field::Number,
            Field::Name,
            Field::Producer,
            Field::Address,
            Field::State,
            Field::Joined,
            Field::Stars,
            Field::StarsYear,
            Field::UpgradeStars,
            Field::UpgradeYear,
        ];
        assert_eq!(columns.fields.iter().map(|(field, _)| *field).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn one_row_with_a_column_for_star_and_year_is_enough() {
        let sheet = Sheet::of_texts(&[
            &["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Hạng sao và thời gian đạt sao", "Ghi chú"],
            &["1", "Gạo"],
        ]);
        let columns = find(&sheet).unwrap();
        assert_eq!((columns.of(Field::Stars), columns.of(Field::StarsYear)), (Some(4), None));
        assert_eq!(columns.unknown, [("Ghi chú".to_owned(), 5)]);
        assert_eq!(find(&Sheet::default()), None);
    }

    #[test]
    fn years_in_one_row_of_headings_belong_to_the_stars_beside_them() {
        let years = |headings: &[&str]| {
            let columns = find(&Sheet::of_texts(&[headings, &["1", "Gạo"]])).unwrap();
            assert_eq!(columns.unknown, []);
            [Field::Stars, Field::StarsYear, Field::UpgradeStars, Field::UpgradeYear].map(|field| columns.of(field))
        };
        let both = [Some(2), Some(3), Some(4), Some(5)];
        assert_eq!(years(&["TT", "Tên sản phẩm", "Hạng sao", "Năm", "Nâng hạng", "Năm"]), both);
        assert_eq!(years(&["TT", "Tên sản phẩm", "Sao", "Năm công nhận", "Nâng hạng", "Năm nâng hạng"]), both);
        assert_eq!(years(&["TT", "Tên sản phẩm", "Hạng sao", "Thời gian đạt sao"]), [Some(2), Some(3), None, None]);
        assert_eq!(years(&["TT", "Tên sản phẩm", "Năm đạt sao", "Hạng sao"]), [Some(3), Some(2), None, None]);
    }
}
