//! `ocop diff`: what changed between two revisions, as facts.

use camino::Utf8Path;

use crate::cli::Outcome;
use crate::cli::args::{DiffArgs, DiffFormat};
use crate::cli::desk_words;
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::compare::{self, Pair, Side, json, markdown};
use crate::diag::code::{Code, Severity};
use crate::site::{self, Inputs};
use crate::source::git;

/// The revision that stands for "now" where none is named.
const HEAD: &str = "HEAD";

/// # Errors
/// When a revision cannot be read.
pub fn run(args: &DiffArgs, term: &Term) -> anyhow::Result<Outcome> {
    let inputs = inputs::gather(&args.content, None, term)?;
    let other = args.rev2.as_deref().unwrap_or(HEAD);
    let (old, new) = rayon::join(|| side(&inputs, &args.rev), || side(&inputs, other));
    let kindly = |error: anyhow::Error| match error.downcast::<git::Trouble>() {
        Ok(trouble) => anyhow::anyhow!(desk_words::git_trouble(&trouble, &inputs.content, term.lang)),
        Err(error) => error,
    };
    let ((old_commit, old), (new_commit, new)) = (old.map_err(kindly)?, new.map_err(kindly)?);
    let comparison = compare::compare(&Pair { old: &old, new: &new });
    match args.format {
        DiffFormat::Markdown => term::give(&markdown::text(&comparison, term.lang))?,
        DiffFormat::Json => term::give(&json::text(&comparison, [&old_commit, &new_commit]))?,
    }
    for (side, revision) in [(&old, args.rev.as_str()), (&new, other)] {
        let errors = errors(side);
        if errors > 0 {
            term::say(&desk_words::revision_with_errors(revision, errors, term.lang));
        }
    }
    Ok(Outcome::Done)
}

fn side(inputs: &Inputs, revision: &str) -> anyhow::Result<(String, Side)> {
    let content: &Utf8Path = &inputs.content;
    let revision = git::read(content, revision)?;
    let (loaded, plan) = site::planned_without_texts(site::link(revision.sources, inputs)?);
    Ok((revision.commit, Side { loaded, plan }))
}

/// Pictures are not read from revisions, so that one is missing says nothing.
fn errors(side: &Side) -> usize {
    let findings = side.loaded.diagnostics.0.iter();
    findings
        .filter(|finding| finding.code.severity() == Severity::Error && finding.code != Code::MissingPicture)
        .count()
}
