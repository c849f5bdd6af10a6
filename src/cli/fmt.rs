//! `ocop fmt`: puts content files into canonical form.

use rayon::prelude::*;

use crate::canonical::{self, Unformatted};
use crate::cli::Outcome;
use crate::cli::args::FmtArgs;
use crate::cli::desk_words::{self, Formatted};
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::output::file;
use crate::source::{Content, SourceFile, scan};

/// # Errors
/// When the content cannot be read or a file cannot be written.
pub fn run(args: &FmtArgs, term: &Term) -> anyhow::Result<Outcome> {
    let content = inputs::folder(&args.content, "--content", term)?;
    let sources = scan::scan(&content)?;
    let results: Vec<(&SourceFile, Option<Result<String, Unformatted>>)> =
        sources.files.par_iter().map(|file| (&**file, formatted(file))).collect();
    let mut told = Formatted::default();
    for (source, result) in results {
        let path = sources.shown_path(&source.path);
        match result {
            None => {}
            Some(Ok(text)) if matches!(&source.content, Content::Text(old) if *old == text) => told.unchanged += 1,
            Some(Ok(text)) => {
                if !args.check {
                    file::replace(&content.join(&source.path), text.as_bytes())?;
                }
                // The list is data: a script can go on with it.
                term::give(&format!("{path}\n"))?;
                told.changed += 1;
            }
            Some(Err(reason)) => {
                term::say(&desk_words::left_alone(&path, reason, term.lang));
                told.broken += 1;
            }
        }
    }
    term::say(&desk_words::formatted(&told, args.check, term.lang));
    let rejected = told.broken > 0 || (args.check && told.changed > 0);
    Ok(if rejected { Outcome::Rejected } else { Outcome::Done })
}

/// The canonical text of a content file; `None` for files that have none.
fn formatted(file: &SourceFile) -> Option<Result<String, Unformatted>> {
    match &file.content {
        Content::Text(text) => canonical::file(&file.path, text),
        Content::NotUtf8 { .. } => Some(Err(Unformatted::Broken)),
        Content::Binary { .. } | Content::Link => None,
    }
}
