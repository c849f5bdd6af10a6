//! `ocop new`: writes the skeleton of an entry.

use crate::cli::Outcome;
use crate::cli::args::NewArgs;
use crate::cli::desk_words;
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::diag::code::Severity;
use crate::editor;
use crate::output::file;
use crate::scaffold::{self, Request};
use crate::site;

/// # Errors
/// When the skeleton is refused: the file exists, or a name leads nowhere.
pub fn run(args: &NewArgs, term: &Term) -> anyhow::Result<Outcome> {
    let inputs = inputs::gather(&args.content, None, term)?;
    let kind = editor::kind(&args.kind).expect("the command line knows the kinds");
    let request = Request {
        id: args.id.clone(),
        name: args.name.clone(),
        producer: args.producer.clone(),
        commune: args.commune.clone(),
        source: args.source.clone(),
    };
    let (mut sources, records) = site::read(&inputs.content)?;
    let skeleton = scaffold::skeleton(kind, &request, &records, &sources)
        .map_err(|refusal| anyhow::anyhow!(desk_words::refused(&refusal, term.lang)))?;
    // What is written passes the check, or it is not written.
    sources.insert(&skeleton.path, skeleton.text.clone());
    let checked = site::findings(site::link(sources, &inputs)?, term.lang);
    let wrong = checked.findings.iter().filter(|finding| finding.file == skeleton.path);
    let wrong: Vec<_> = wrong.filter(|finding| finding.severity == Severity::Error).cloned().collect();
    if !wrong.is_empty() {
        term.findings(&wrong, &checked.sources);
        return Ok(Outcome::Rejected);
    }
    let path = inputs.content.join(&skeleton.path);
    anyhow::ensure!(file::create(&path, skeleton.text.as_bytes())?, desk_words::exists(path.as_str(), term.lang));
    term::give(&format!("{path}\n"))?;
    for note in &skeleton.notes {
        term::say(&desk_words::note(note, term.lang));
    }
    term::say(&desk_words::skeleton_written(&path, term.lang));
    Ok(Outcome::Done)
}
