//! A spreadsheet's first useful sheet as typed cells: XLSX, XLS, ODS by `calamine`, CSV by hand.

use std::io::Cursor;

use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::base::text::tidy;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Every row from the first of the file, so that a row's index is its number less one.
    pub rows: Vec<Vec<Value>>,
}

#[cfg(test)]
impl Sheet {
    /// Rows as people fill them by hand: text everywhere, empty texts are empty cells.
    pub fn of_texts(rows: &[&[&str]]) -> Sheet {
        let cell = |text: &&str| if text.is_empty() { Value::Empty } else { Value::Text((*text).to_owned()) };
        Sheet { rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect() }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Day(Date),
}

impl Value {
    pub fn is_empty(&self) -> bool {
        *self == Value::Empty
    }

    /// The cell as text, numbers without a needless `.0`.
    pub fn text(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => day.to_string(),
        }
    }
}

/// Why a file is no sheet.
#[derive(Debug)]
pub enum NoSheet {
    /// A CSV in an old encoding.
    NotUtf8,
    /// No workbook, or a damaged one; the reader's own words.
    NoWorkbook(String),
}

/// Reads a file's bytes by the end of its name.
///
/// # Errors
/// When the bytes are not of that kind.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Sheet, NoSheet> {
    let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if matches!(end.as_str(), "csv" | "tsv" | "txt") {
        return String::from_utf8(bytes).map(|text| csv(&text)).map_err(|_| NoSheet::NotUtf8);
    }
    workbook(bytes).map_err(|error| NoSheet::NoWorkbook(error.to_string()))
}

/// The first sheet that has a cell saying "Tên sản phẩm", else the first.
fn workbook(bytes: Vec<u8>) -> Result<Sheet, calamine::Error> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name)?;
        let mut sheet = Sheet::default();
        let (height, width) = range.end().map_or((0, 0), |(row, column)| (row as usize + 1, column as usize + 1));
        sheet.rows = vec![vec![Value::Empty; width]; height];
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            sheet.rows[row + first_row as usize][column + first_column as usize] = value(data);
        }
        for (from, to) in merged(&mut book, &name) {
            sheet.fill(from, to);
        }
        sheets.push(sheet);
    }
    let useful = sheets.iter().position(|sheet| crate::intake::columns::find(sheet).is_some()).unwrap_or(0);
    Ok(if sheets.is_empty() { Sheet::default() } else { sheets.swap_remove(useful) })
}

type Corner = (usize, usize);

/// The merged regions of a sheet, where the format tells them.
fn merged(book: &mut Sheets<Cursor<Vec<u8>>>, name: &str) -> Vec<(Corner, Corner)> {
    let regions = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    };
    let corner = |(row, column): (u32, u32)| (row as usize, column as usize);
    regions.into_iter().map(|region| (corner(region.start), corner(region.end))).collect()
}

impl Sheet {
    /// Gives every cell of a merged region the value that stands in its corner.
    fn fill(&mut self, from: Corner, to: Corner) {
        let value = self.rows.get(from.0).and_then(|row| row.get(from.1)).cloned().unwrap_or_default();
        for row in self.rows.iter_mut().take(to.0 + 1).skip(from.0) {
            for cell in row.iter_mut().take(to.1 + 1).skip(from.1) {
                *cell = value.clone();
            }
        }
    }
}

fn value(data: &Data) -> Value {
    match data {
        Data::String(text) => text_value(text),
        Data::Float(number) => Value::Number(*number),
        Data::Int(number) => Value::Number(*number as f64),
        Data::DateTime(time) => serial(time.as_f64()).map_or(Value::Empty, Value::Day),
        Data::DateTimeIso(text) => {
            text.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| text_value(text), Value::Day)
        }
        Data::Bool(_) | Data::DurationIso(_) | Data::Error(_) | Data::Empty => Value::Empty,
    }
}

/// A text with its letters put right; one of white space alone is nothing.
fn text_value(text: &str) -> Value {
    let tidied = tidy(text.trim());
    if tidied.is_empty() { Value::Empty } else { Value::Text(tidied) }
}

/// A field of a CSV. An apostrophe that kept a formula from running is taken off.
fn field_value(text: &str) -> Value {
    let text = text.trim();
    let guards = |rest: &&str| rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@']);
    text_value(text.strip_prefix('\'').filter(guards).unwrap_or(text))
}

/// The day that Excel counts so, from 30/12/1899.
pub fn serial(number: f64) -> Option<Date> {
    let days = number.floor();
    // Beyond these the number is no date of the programme: 1980 to 2119.
    if !(29_221.0..80_000.0).contains(&days) {
        return None;
    }
    date(1899, 12, 30).checked_add((days as i64).days()).ok()
}

/// Comma, semicolon or tab, whichever the first line with several of one holds most of.
fn csv(text: &str) -> Sheet {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let count = |sign: char| text.lines().take(10).map(|line| line.matches(sign).count()).max().unwrap_or(0);
    let separator = [',', ';', '\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == ',')).unwrap_or(',');
    let mut sheet = Sheet::default();
    let (mut row, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                field.push('"');
                letters.next();
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(field_value(&std::mem::take(&mut field)));
                sheet.rows.push(std::mem::take(&mut row));
            }
            sign if sign == separator && !quoted => row.push(field_value(&std::mem::take(&mut field))),
            other => field.push(other),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field_value(&field));
        sheet.rows.push(row);
    }
    sheet
}
