//! The officers' spreadsheet (appendix 2 of 2402/UBND-NTM, as they fill it) to drafts of entries.
//!
//! Drafts lie in folders that begin with `_`: the site and `check` pass over them, a reviewer finds them beside the
//! real ones and accepts one by taking the `_` off. What is in the catalogue already is never written again; what differs
//! from it is told. The same sheet gives the same drafts, so importing twice changes nothing.

pub mod sheet;

mod address;
mod columns;
mod drafts;
mod known;
mod lines;
mod values;
mod words;

use crate::base::lang::Lang;
use crate::intake::lines::Line;
use crate::intake::sheet::Sheet;
use crate::model::Catalogue;
use crate::read::Records;

/// What the rows are held against.
pub struct Basis<'a> {
    pub records: &'a Records,
    pub catalogue: &'a Catalogue,
    /// The id of the source that the sheet is, if it has an entry already.
    pub source: Option<String>,
    /// The file's name, for the draft of its source and the drafts' first lines.
    pub file_name: &'a str,
}

/// A file to be written, if there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Relative to the content folder, with the `_`.
    pub path: String,
    pub text: String,
}

impl Draft {
    /// The path that the draft has once it is accepted.
    pub fn accepted_path(&self) -> String {
        self.path.replace("/_", "/")
    }
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Drafts, the product's last.
    Drafted(Vec<String>),
    /// The catalogue says the same already.
    Known(String),
    /// The catalogue says otherwise: the entry, and each difference in words.
    Differs(String),
    /// Nothing was taken.
    Left,
}

/// A row of the sheet and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// As the spreadsheet numbers it, from 1.
    pub row: usize,
    pub name: String,
    pub fate: Fate,
    pub remarks: Vec<Remark>,
}

/// Something about a row that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The word of the message.
    pub what: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Remark {
    fn new(what: &'static str, args: &[(&'static str, &str)]) -> Remark {
        Remark { what, args: args.iter().map(|(key, value)| (*key, (*value).to_owned())).collect() }
    }
}

/// All rows and all drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    pub told: Vec<Told>,
    pub drafts: Vec<Draft>,
}

/// No row of the sheet names its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoColumns;

/// Reads the sheet into drafts.
///
/// # Errors
/// [`NoColumns`] when the sheet is not appendix 2.
pub fn take(sheet: &Sheet, basis: &Basis) -> Result<Intake, NoColumns> {
    let columns = columns::find(sheet).ok_or(NoColumns)?;
    let mut intake = Intake::default();
    let mut writer = drafts::Writer::new(basis);
    for line in lines::read(sheet, &columns) {
        intake.told.push(tell(line, basis, &mut writer));
    }
    intake.drafts = writer.finish();
    Ok(intake)
}

fn tell(line: Line, basis: &Basis, writer: &mut drafts::Writer) -> Told {
    let (row, name) = (line.row, line.name.clone());
    let mut remarks = line.remarks.clone();
    if name.is_empty() {
        remarks.push(Remark::new("no-name", &[]));
        return Told { row, name, fate: Fate::Left, remarks };
    }
    if let Some(id) = known::find(&line, basis) {
        let differences = known::differences(&line, id, basis);
        let entry = format!("products/{}", basis.catalogue[id].head.slug);
        let fate = if differences.is_empty() { Fate::Known(entry) } else { Fate::Differs(entry) };
        // What is known needs no guess.
        let remarks = if differences.is_empty() { Vec::new() } else { differences };
        return Told { row, name, fate, remarks };
    }
    for id in known::namesakes(&line, basis) {
        let entry = format!("products/{}", basis.catalogue[id].head.slug);
        remarks.push(Remark::new("same-name", &[("entry", &entry)]));
    }
    let paths = writer.product(&line, &mut remarks);
    Told { row, name, fate: Fate::Drafted(paths), remarks }
}

/// The list of rows for a person, in Markdown.
pub fn text(intake: &Intake, lang: Lang) -> String {
    words::text(intake, lang)
}

#[cfg(test)]
mod tests;
