//! `ocop report`: the authority's own tables.

use crate::cli::Outcome;
use crate::cli::args::{ReportArgs, ReportFormat};
use crate::cli::desk_words;
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::report::{self, Basis, Name, csv, json, markdown, xlsx};
use crate::site;

/// # Errors
/// When the content cannot be read, the report takes no year, or it cannot be written.
pub fn run(args: &ReportArgs, term: &Term) -> anyhow::Result<Outcome> {
    let name = Name::ALL.into_iter().find(|name| name.word() == args.name).expect("the command line knows the names");
    if args.year.is_some() && !name.takes_year() {
        anyhow::bail!(desk_words::no_year(name.word(), term.lang));
    }
    if args.format == ReportFormat::Xlsx && term::stdout_is_terminal() {
        anyhow::bail!(desk_words::binary_to_terminal(name.word(), term.lang));
    }
    let mut inputs = inputs::gather(&args.content, None, term)?;
    inputs::take_links(&mut inputs, &args.links, term)?;
    let loaded = site::load(&inputs)?;
    let checked_errors =
        loaded.diagnostics.0.iter().filter(|finding| finding.code.severity().word() == "error").count();
    let basis =
        Basis { catalogue: &loaded.catalogue, config: &loaded.config, sources: &loaded.sources, year: args.year };
    let table = report::make(name, &basis);
    match args.format {
        ReportFormat::Csv => term::give_bytes(&csv::bytes(&table))?,
        ReportFormat::Xlsx => term::give_bytes(&xlsx::bytes(&table)?)?,
        ReportFormat::Json => term::give(&json::text(&table))?,
        ReportFormat::Md => term::give(&markdown::text(&table))?,
    }
    if checked_errors > 0 {
        term::say(&desk_words::report_with_errors(checked_errors, term.lang));
        return Ok(Outcome::Rejected);
    }
    Ok(Outcome::Done)
}
