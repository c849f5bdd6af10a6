//! `ocop diff`: what changed between two revisions, as facts.

use std::mem;

use crate::cli::Outcome;
use crate::cli::args::{DiffArgs, DiffFormat};
use crate::cli::desk_words;
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::compare::{self, Pair, Side, json, markdown};
use crate::diag::code::{Code, Severity};
use crate::site::{self, Inputs, Kept};
use crate::source::{Sources, git};

/// The revision that stands for "now" where none is named.
const HEAD: &str = "HEAD";

/// # Errors
/// When a revision cannot be read.
pub fn run(args: &DiffArgs, term: &Term) -> anyhow::Result<Outcome> {
    let inputs = inputs::gather(&args.content, None, term)?;
    let other = args.rev2.as_deref().unwrap_or(HEAD);
    let kindly = |error: anyhow::Error| match error.downcast::<git::Trouble>() {
        Ok(trouble) => anyhow::anyhow!(desk_words::git_trouble(&trouble, &inputs.content, term.lang)),
        Err(error) => error,
    };
    let [old, new] = git::read_both(&inputs.content, [&args.rev, other]).map_err(kindly)?;
    let commits = [old.commit, new.commit];
    let (old, new) = sides(old.sources, new.sources, &inputs)?;
    let comparison = compare::compare(&Pair { old: &old, new: &new });
    match args.format {
        DiffFormat::Markdown => term::give(&markdown::text(&comparison, term.lang))?,
        DiffFormat::Json => term::give(&json::text(&comparison, [&commits[0], &commits[1]]))?,
    }
    for (side, revision) in [(&old, args.rev.as_str()), (&new, other)] {
        let errors = errors(side);
        if errors > 0 {
            term::say(&desk_words::revision_with_errors(revision, errors, term.lang));
        }
    }
    mem::forget((old, new));
    Ok(Outcome::Done)
}

/// Both sides of the comparison; the second one keeps what the first one made of files that are the same. Nothing is given
/// back to memory here or in [`run`]: the process ends soon, and it would take a tenth of its time.
fn sides(old: Sources, new: Sources, inputs: &Inputs) -> anyhow::Result<(Side, Side)> {
    let (old, kept) = site::link_again(old, inputs, &Kept::default())?;
    let (new, both) = site::link_again(new, inputs, &kept)?;
    mem::forget((kept, both));
    let side = |loaded| {
        let (loaded, plan) = site::planned_without_texts(loaded);
        Side { loaded, plan }
    };
    Ok(rayon::join(|| side(old), || side(new)))
}

/// Pictures are not read from revisions, so that one is missing says nothing.
fn errors(side: &Side) -> usize {
    let findings = side.loaded.diagnostics.0.iter();
    findings
        .filter(|finding| finding.code.severity() == Severity::Error && finding.code != Code::MissingPicture)
        .count()
}
