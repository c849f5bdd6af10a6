//! What we say to authors: findings with a code, an exact place and a help that can be pasted.
//!
//! Stages collect [`Diagnostic`]s, which name a place as a field path or a byte range. Only [`locate`] turns them into
//! [`Finding`](locate::Finding)s with lines, columns and words, for the emitters.

pub mod code;
pub mod emit;
pub mod locate;
pub mod messages;
pub mod suggest;

use std::ops::Range;

use crate::diag::code::Code;
use crate::source::field::FieldPath;

/// One finding, before it is put into words and lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    /// Relative to the content folder; empty for the folder itself.
    pub file: String,
    pub place: Place,
    /// What the message's placeables stand for.
    pub args: Vec<(&'static str, String)>,
    /// Text that may replace the place as it stands.
    pub fix: Option<String>,
}

/// Which part of the file a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    Bytes(Range<usize>),
    /// The value of a field; of its nearest parent's key where the field is missing.
    Value(FieldPath),
    /// The key of a field.
    Key(FieldPath),
    /// A place already found, with the field that it is.
    Exact(Range<usize>, FieldPath),
    /// A value already found, or a part of it; which field it is, is looked up once somebody is told.
    Written(Range<usize>),
}

impl Diagnostic {
    /// A finding about a whole file.
    pub fn new(code: Code, file: &str) -> Diagnostic {
        Diagnostic { code, file: file.to_owned(), place: Place::File, args: Vec::new(), fix: None }
    }

    /// About the value that `field` names.
    pub fn at(mut self, field: FieldPath) -> Diagnostic {
        self.place = Place::Value(field);
        self
    }

    /// About the key that `field` names.
    pub fn at_key(mut self, field: FieldPath) -> Diagnostic {
        self.place = Place::Key(field);
        self
    }

    /// About these bytes of the file.
    pub fn in_bytes(mut self, range: Range<usize>) -> Diagnostic {
        self.place = Place::Bytes(range);
        self
    }

    /// About these bytes, which are the field `field`.
    pub fn exactly(mut self, range: Range<usize>, field: FieldPath) -> Diagnostic {
        self.place = Place::Exact(range, field);
        self
    }

    /// About the value that stands at these bytes, or about a part of it.
    pub fn written(mut self, range: Range<usize>) -> Diagnostic {
        self.place = Place::Written(range);
        self
    }

    /// Fills the message's placeable `{ $name }`.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Diagnostic {
        self.args.push((name, value.to_string()));
        self
    }

    /// What to write instead, where there is one answer; the message's `.help` gets it as `{ $fix }`.
    pub fn fix(mut self, fix: Option<impl Into<String>>) -> Diagnostic {
        self.fix = fix.map(Into::into);
        self
    }
}

/// The findings of one stage, in the order of its input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    pub fn append(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
