//! `ocop import`: the officers' spreadsheet to drafts.

use crate::cli::Outcome;
use crate::cli::args::ImportArgs;
use crate::cli::desk_words::{self, Imported};
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::diag::locate::Finding;
use crate::editor::ids::{self, Offers};
use crate::intake::{self, Basis, Draft, Fate, Intake, sheet};
use crate::output::file;
use crate::scaffold::Refusal;
use crate::scaffold::find::{Found, find};
use crate::site::{self, Inputs, Loaded};
use crate::source::{Sources, scan};

/// # Errors
/// When the file or the content cannot be read, or a draft cannot be written.
pub fn run(args: &ImportArgs, term: &Term) -> anyhow::Result<Outcome> {
    let inputs = inputs::gather(&args.content, None, term)?;
    let name = args.file.file_name().unwrap_or(args.file.as_str());
    let sheet = sheet::read(name, inputs::bytes(&args.file)?)
        .map_err(|reason| anyhow::anyhow!(desk_words::no_sheet(name, &reason, term.lang)))?;
    let (sources, records) = site::read(&inputs.content)?;
    let offers = ids::offers(&records);
    let source = args.source.as_deref().map(|wanted| source_id(wanted, &offers, term)).transpose()?;
    let loaded = site::link(sources, &inputs)?;
    let basis = Basis { records: &records, catalogue: &loaded.catalogue, source, file_name: name };
    let intake = intake::take(&sheet, &basis)
        .map_err(|intake::NoColumns| anyhow::anyhow!(desk_words::no_columns(name, term.lang)))?;
    term::give(&intake::text(&intake, term.lang))?;
    let mut told = count(&intake);
    if !args.dry_run {
        write(&intake.drafts, &inputs, &mut told, term)?;
    }
    let (wrong, sources) = findings(loaded, &intake.drafts, &inputs, term)?;
    term.findings(&wrong, &sources);
    term::say(&desk_words::imported(&told, args.dry_run, term.lang));
    Ok(Outcome::Done)
}

fn source_id(wanted: &str, offers: &Offers, term: &Term) -> anyhow::Result<String> {
    let known = offers.get("source").map_or(&[][..], Vec::as_slice);
    let own = |all: Vec<&(String, String)>| all.into_iter().cloned().collect();
    let refusal = match find(wanted, known) {
        Found::One((id, _)) => return Ok(id.clone()),
        Found::Several(all) => Refusal::Ambiguous { field: "source", wanted: wanted.to_owned(), all: own(all) },
        Found::None(nearest) => Refusal::NotFound { field: "source", wanted: wanted.to_owned(), nearest: own(nearest) },
    };
    anyhow::bail!(desk_words::refused(&refusal, term.lang))
}

fn count(intake: &Intake) -> Imported {
    let mut told = Imported { rows: intake.told.len(), ..Imported::default() };
    for row in &intake.told {
        match row.fate {
            Fate::Drafted(_) => told.drafted += 1,
            Fate::Known(_) => told.known += 1,
            Fate::Differs(_) => told.different += 1,
            Fate::Left => told.left += 1,
        }
    }
    told
}

/// Writes drafts that are not there; one that a person has worked on is left alone.
fn write(drafts: &[Draft], inputs: &Inputs, told: &mut Imported, term: &Term) -> anyhow::Result<()> {
    for draft in drafts {
        let path = inputs.content.join(&draft.path);
        if file::create(&path, draft.text.as_bytes())? {
            told.written += 1;
        } else if scan::read_bytes(&path)? != draft.text.as_bytes() {
            term::say(&desk_words::draft_edited(&path, term.lang));
        }
    }
    Ok(())
}

/// What the check will say of the drafts once they are accepted.
fn findings(loaded: Loaded, drafts: &[Draft], inputs: &Inputs, term: &Term) -> anyhow::Result<(Vec<Finding>, Sources)> {
    let mut sources = loaded.sources;
    for draft in drafts {
        sources.insert(&draft.accepted_path(), draft.text.clone());
    }
    let checked = site::findings(site::link(sources, inputs)?, term.lang);
    let is_draft = |file: &str| drafts.iter().any(|draft| draft.accepted_path() == file);
    Ok((checked.findings.into_iter().filter(|finding| is_draft(&finding.file)).collect(), checked.sources))
}
