//! `ocop check`: tells what is wrong with the content.

use crate::cli::Outcome;
use crate::cli::args::{CheckArgs, Format};
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::cli::timings::Timings;
use crate::cli::words;
use crate::diag::emit::{Counts, github, gitlab, json, sarif};
use crate::site;

/// # Errors
/// When the content cannot be read or the findings cannot be written.
pub fn run(args: &CheckArgs, term: &Term) -> anyhow::Result<Outcome> {
    let mut inputs = inputs::gather(&args.content, None, term)?;
    let timings = Timings::start(args.timings);
    inputs.watch = timings.watch();
    let checked = site::check(&inputs)?;
    let findings = &checked.findings;
    match args.format {
        Format::Human => term.findings(findings, &checked.sources),
        Format::Json => term::give(&json::text(findings))?,
        Format::Github => term::give(&github::text(findings))?,
        Format::Gitlab => term::give(&gitlab::text(findings))?,
        Format::Sarif => term::give(&sarif::text(findings))?,
    }
    timings.say(term.lang);
    let counts = Counts::of(findings);
    term::say(&words::checked(counts, term.lang));
    let rejected = counts.errors > 0 || args.deny_warnings && counts.warnings > 0;
    Ok(if rejected { Outcome::Rejected } else { Outcome::Done })
}
