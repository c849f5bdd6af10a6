//! A report as a real Excel file: typed cells, frozen and merged headings, Vietnamese formats of numbers and dates, a
//! sheet that names the entries behind every number, a sheet of definitions.
//!
//! The bytes depend on the table only: the file's own dates are the report's.

use anyhow::Context;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::base::date::PartialDate;
use crate::report::{Cell, Table, shown_date};

/// Day first, as Vietnam writes; 42A is the code of Vietnamese in Vietnam.
const DATE_FORMAT: &str = "[$-42A]dd/mm/yyyy";
const NUMBER_FORMAT: &str = "#,##0";
/// Years and ordinals are no quantities: no separator.
const PLAIN_NUMBER_FORMAT: &str = "0";
/// Rows of headings: the groups, then the columns.
const HEADING_ROWS: u32 = 2;

struct Formats {
    heading: Format,
    text: Format,
    number: Format,
    count: Format,
    date: Format,
    sum: Format,
    title: Format,
    wrapped: Format,
}

/// The bytes of the workbook.
///
/// # Errors
/// When the table is too large for a sheet.
pub fn bytes(table: &Table) -> anyhow::Result<Vec<u8>> {
    write(table).with_context(|| format!("xlsx, {}", table.name))
}

fn write(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day =
        ExcelDateTime::from_ymd(table.date.year().max(1900) as u16, table.date.month() as u8, table.date.day() as u8)?;
    let properties = DocProperties::new().set_title(&table.title).set_creation_datetime(&day);
    workbook.set_properties(&properties);
    let formats = formats();
    main_sheet(workbook.add_worksheet().set_name("Bảng")?, table, &formats)?;
    if table.evidence().next().is_some() {
        evidence_sheet(workbook.add_worksheet().set_name("Căn cứ")?, table, &formats)?;
    }
    definition_sheet(workbook.add_worksheet().set_name("Định nghĩa")?, table, &formats)?;
    workbook.save_to_buffer()
}

fn formats() -> Formats {
    let bordered = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    Formats {
        heading: bordered()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter),
        text: bordered().set_text_wrap(),
        number: bordered().set_num_format(PLAIN_NUMBER_FORMAT),
        count: bordered().set_num_format(NUMBER_FORMAT),
        date: bordered().set_num_format(DATE_FORMAT).set_align(FormatAlign::Right),
        sum: bordered().set_bold().set_num_format(NUMBER_FORMAT),
        title: Format::new().set_bold().set_font_size(13),
        wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
    }
}

fn main_sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    headings(sheet, table, formats)?;
    for (at, column) in table.columns.iter().enumerate() {
        sheet.set_column_width(at as u16, f64::from(column.width))?;
    }
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            write_cell(sheet, at as u32 + HEADING_ROWS, column as u16, cell, formats)?;
        }
    }
    if let Some(sums) = &table.sums {
        let at = table.rows.len() as u32 + HEADING_ROWS;
        for (column, cell) in sums.iter().enumerate() {
            match cell {
                Cell::Count(traces) => {
                    sheet.write_number_with_format(at, column as u16, traces.len() as f64, &formats.sum)?
                }
                other => sheet.write_string_with_format(at, column as u16, other.shown(), &formats.sum)?,
            };
        }
    }
    let named = table.columns.iter().take_while(|column| column.key != "commune" && column.key != "name").count() + 1;
    sheet.set_freeze_panes(HEADING_ROWS, if named < table.columns.len() { named as u16 } else { 0 })?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, HEADING_ROWS - 1)?;
    Ok(())
}

/// Two rows: a group's name over its columns, a column without a group over both rows.
fn headings(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    let columns = &table.columns;
    let mut at = 0;
    while at < columns.len() {
        let Some(group) = &columns[at].group else {
            sheet.merge_range(0, at as u16, 1, at as u16, &columns[at].title, &formats.heading)?;
            at += 1;
            continue;
        };
        let width = columns[at..].iter().take_while(|column| column.group.as_ref() == Some(group)).count();
        if width > 1 {
            sheet.merge_range(0, at as u16, 0, (at + width - 1) as u16, group, &formats.heading)?;
        } else {
            sheet.write_string_with_format(0, at as u16, group, &formats.heading)?;
        }
        for (offset, column) in columns[at..at + width].iter().enumerate() {
            sheet.write_string_with_format(1, (at + offset) as u16, &column.title, &formats.heading)?;
        }
        at += width;
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &formats.text)?,
        Cell::Text(text) => sheet.write_string_with_format(row, column, text, &formats.text)?,
        Cell::Whole(number) => sheet.write_number_with_format(row, column, *number as f64, &formats.number)?,
        Cell::Date(PartialDate::Day(day)) => {
            let date = ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)?;
            sheet.write_datetime_with_format(row, column, &date, &formats.date)?
        }
        Cell::Date(PartialDate::Year(year)) => {
            sheet.write_number_with_format(row, column, f64::from(*year), &formats.number)?
        }
        Cell::Date(date @ PartialDate::Month(..)) => {
            sheet.write_string_with_format(row, column, shown_date(*date), &formats.date)?
        }
        Cell::Count(traces) => sheet.write_number_with_format(row, column, traces.len() as f64, &formats.count)?,
    };
    Ok(())
}

fn evidence_sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    for (at, (title, width)) in [("Dòng", 28.0), ("Cột", 34.0), ("Mã", 44.0), ("Tên", 48.0)].into_iter().enumerate()
    {
        sheet.write_string_with_format(0, at as u16, title, &formats.heading)?;
        sheet.set_column_width(at as u16, width)?;
    }
    let mut at = 1;
    for (row, column, traces) in table.evidence() {
        for trace in traces {
            for (column_at, text) in [&row, &column, &trace.id, &trace.name].into_iter().enumerate() {
                sheet.write_string_with_format(at, column_at as u16, text, &formats.text)?;
            }
            at += 1;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, at.saturating_sub(1).max(1), 3)?;
    Ok(())
}

fn definition_sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 100)?;
    sheet.write_string_with_format(0, 0, &table.title, &formats.title)?;
    sheet.write_string_with_format(
        1,
        0,
        format!("Ngày lập: {}", shown_date(PartialDate::Day(table.date))),
        &formats.wrapped,
    )?;
    for (at, definition) in table.definitions.iter().enumerate() {
        sheet.write_string_with_format(at as u32 + 2, 0, definition, &formats.wrapped)?;
    }
    Ok(())
}
