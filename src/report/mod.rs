//! The authority's own tables from the same files: appendices 1 and 2 of 2402/UBND-NTM and the officers' work lists.
//!
//! A report is a value of typed cells. A number is never written down: it is the list of the entries that it counts, so
//! that every emitter can show both. The words of these tables are Vietnamese, since the tables are the authority's.

pub mod address;
pub mod csv;
pub mod desk;
pub mod json;
pub mod markdown;
pub mod xlsx;

mod communes;
mod expiring;
mod gaps;
pub mod products;
mod totals;
mod unverified;
mod yearly;

use jiff::civil::Date;

use crate::base::date::PartialDate;
use crate::config::SiteConfig;
use crate::model::Catalogue;
use crate::model::id::ProductId;
use crate::source::Sources;

/// The reports that the contract names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Yearly,
    Products,
    Communes,
    Expiring,
    Unverified,
    Gaps,
    Totals,
}

impl Name {
    pub const ALL: [Name; 7] =
        [Name::Yearly, Name::Products, Name::Communes, Name::Expiring, Name::Unverified, Name::Gaps, Name::Totals];

    pub const fn word(self) -> &'static str {
        match self {
            Name::Yearly => "yearly",
            Name::Products => "products",
            Name::Communes => "communes",
            Name::Expiring => "expiring",
            Name::Unverified => "unverified",
            Name::Gaps => "gaps",
            Name::Totals => "totals",
        }
    }

    /// Whether a year changes what the report shows.
    pub const fn takes_year(self) -> bool {
        matches!(self, Name::Yearly | Name::Products | Name::Expiring)
    }
}

/// What a report is made from.
pub struct Basis<'a> {
    pub catalogue: &'a Catalogue,
    pub config: &'a SiteConfig,
    pub sources: &'a Sources,
    /// `--year`.
    pub year: Option<i16>,
}

/// A table, before it is given a format.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The word on the command line.
    pub name: &'static str,
    pub title: String,
    /// The day for which it holds.
    pub date: Date,
    /// What is counted and how: the published numbers mix counts in force with cumulative ones.
    pub definitions: Vec<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// The sums under the table.
    pub sums: Option<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The key in JSON.
    pub key: String,
    /// The heading over several columns.
    pub group: Option<String>,
    pub title: String,
    /// Width in characters.
    pub width: u16,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Whole(i64),
    Date(PartialDate),
    /// How many entries, and which.
    Count(Vec<Trace>),
}

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// `products/nuoc-mam-phu-sang`, or a line of a plan: `plan/2024.yaml ideas[3]`.
    pub id: String,
    pub name: String,
}

/// The report `name`.
pub fn make(name: Name, basis: &Basis) -> Table {
    match name {
        Name::Yearly => yearly::table(basis),
        Name::Products => products::table(basis),
        Name::Communes => communes::table(basis),
        Name::Expiring => expiring::table(basis),
        Name::Unverified => unverified::table(basis),
        Name::Gaps => gaps::table(basis),
        Name::Totals => totals::table(basis),
    }
}

impl Table {
    fn new(name: Name, title: String, date: Date) -> Table {
        Table {
            name: name.word(),
            title,
            date,
            definitions: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            sums: None,
        }
    }

    fn column(&mut self, key: &str, title: &str, width: u16) {
        self.columns.push(Column { key: key.to_owned(), group: None, title: title.to_owned(), width });
    }

    fn grouped(&mut self, key: &str, group: &str, title: &str, width: u16) {
        let (key, group) = (key.to_owned(), Some(group.to_owned()));
        self.columns.push(Column { key, group, title: title.to_owned(), width });
    }

    /// What each number counts, row by row: the row's name, the column's heading, the entries.
    pub fn evidence(&self) -> impl Iterator<Item = (String, String, &[Trace])> {
        self.rows.iter().flat_map(|row| {
            let label = row.iter().find_map(|cell| match cell {
                Cell::Text(text) => Some(text.clone()),
                _ => None,
            });
            let label = label.unwrap_or_default();
            row.iter().zip(&self.columns).filter_map(move |(cell, column)| match cell {
                Cell::Count(traces) if !traces.is_empty() => Some((label.clone(), column.heading(), &traces[..])),
                _ => None,
            })
        })
    }
}

impl Column {
    /// The heading in one line.
    pub fn heading(&self) -> String {
        match &self.group {
            Some(group) => format!("{group} {}", self.title),
            None => self.title.clone(),
        }
    }
}

impl Cell {
    fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    fn year(year: Option<i16>) -> Cell {
        year.map_or(Cell::Empty, |year| Cell::Whole(year.into()))
    }

    fn date(date: Option<PartialDate>) -> Cell {
        date.map_or(Cell::Empty, Cell::Date)
    }

    /// What a cell says in a text without formats. Dates as officers write them.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Whole(number) => number.to_string(),
            Cell::Date(date) => shown_date(*date),
            Cell::Count(traces) => traces.len().to_string(),
        }
    }
}

/// `14/7/2020`, `7/2020`, `2020`.
pub fn shown_date(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => format!("{month}/{year}"),
        PartialDate::Day(day) => format!("{}/{}/{}", day.day(), day.month(), day.year()),
    }
}

fn trace_product(catalogue: &Catalogue, id: ProductId) -> Trace {
    let head = &catalogue[id].head;
    Trace { id: format!("products/{}", head.slug), name: head.name.vi.clone() }
}

/// Sums of the counts of each column, every entry once.
fn sums(rows: &[Vec<Cell>], label_at: usize) -> Vec<Cell> {
    let width = rows.first().map_or(0, Vec::len);
    let sum = |at: usize| {
        let mut all: Vec<Trace> = Vec::new();
        for row in rows {
            match &row[at] {
                Cell::Count(traces) => all.extend(traces.iter().cloned()),
                _ => return if at == label_at { Cell::text("Cộng") } else { Cell::Empty },
            }
        }
        all.sort();
        all.dedup();
        Cell::Count(all)
    };
    (0..width).map(sum).collect()
}

/// The ids of sources, as files name them.
fn source_list(catalogue: &Catalogue, sources: &[crate::model::id::SourceId]) -> Cell {
    let ids: Vec<&str> = sources.iter().map(|id| catalogue[*id].slug.as_str()).collect();
    Cell::text(ids.join(", "))
}

#[cfg(test)]
pub mod tests;
