//! `ocop schema`: JSON Schemas for editors.

use crate::cli::Outcome;
use crate::cli::args::SchemaArgs;
use crate::cli::desk_words;
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::editor;
use crate::output::file;
use crate::site;

/// # Errors
/// When the content cannot be read or a schema cannot be written.
pub fn run(args: &SchemaArgs, term: &Term) -> anyhow::Result<Outcome> {
    let read = match &args.content {
        Some(content) => Some(site::read(&inputs::folder(content, "--content", term)?)?),
        None => None,
    };
    let records = read.as_ref().map(|(_, records)| records);
    let wanted = args.kind.as_deref().and_then(editor::kind);
    let files = match wanted {
        Some(kind) => vec![(format!("{}.json", editor::word(kind)), editor::text(kind, records))],
        None => editor::files(records),
    };
    let Some(folder) = &args.out else {
        term::give(&printed(&files, wanted.is_some()))?;
        return Ok(Outcome::Done);
    };
    let mut written = 0;
    for (name, text) in &files {
        let path = folder.join(name);
        if !file::create(&path, text.as_bytes())? {
            file::replace(&path, text.as_bytes())?;
        }
        written += 1;
    }
    term::say(&desk_words::schemas_written(written, folder, term.lang));
    Ok(Outcome::Done)
}

/// One schema as it is; several as one object by the word of the kind.
fn printed(files: &[(String, String)], single: bool) -> String {
    if single {
        return files[0].1.clone();
    }
    let member = |(name, text): &(String, String)| {
        format!("  \"{}\": {}", name.trim_end_matches(".json"), text.trim_end().replace('\n', "\n  "))
    };
    format!("{{\n{}\n}}\n", files.iter().map(member).collect::<Vec<_>>().join(",\n"))
}
