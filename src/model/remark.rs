//! What is to be mended in a file and follows from no fact of the catalogue.

use jiff::civil::Date;

use crate::model::id::EntryRef;

/// A thing to mend, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub what: What,
    /// Relative to the content folder.
    pub file: String,
    /// The entry whose file that is: none of a plan, a page or a file with a mistake.
    pub entry: Option<EntryRef>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A question that somebody left in a comment.
    Question(String),
    /// A link that leads out of the site and did not open.
    DeadLink { url: String, answer: Answer, tried: Date },
}

/// What came back for a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The server's status code.
    Status(u16),
    /// Nothing in time.
    Silence,
    /// No server could be asked; in the words of the program that tried.
    Unreachable(String),
}
