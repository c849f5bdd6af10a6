//! From arguments to the inputs of the pipeline.

#![expect(clippy::disallowed_methods, reason = "the environment is read in `cli`")]

use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::digest::Digest;
use crate::cli::args::{ContentArgs, FormArgs, LinksArgs};
use crate::cli::clock;
use crate::cli::term::Term;
use crate::cli::words;
use crate::output::failure::{Doing, Failure};
use crate::site::Inputs;
use crate::source::scan;

/// The inputs that all commands share. `theme` is `None` where only the content matters.
///
/// # Errors
/// When a folder is missing or the date in the environment is wrong.
pub fn gather(args: &ContentArgs, theme: Option<&Utf8Path>, term: &Term) -> anyhow::Result<Inputs> {
    let content = from_here(&args.content);
    existing(&content, "--content", term)?;
    if let Some(theme) = theme {
        existing(theme, "--theme", term)?;
    }
    let date = match args.date {
        Some(date) => date,
        None => clock::today(term.lang)?,
    };
    let theme = theme.map(from_here).unwrap_or_default();
    Ok(Inputs { lang: term.lang, ..Inputs::new(content, theme, date) })
}

/// What identifies this program; none where its file cannot be read.
pub fn program() -> Option<Digest> {
    let file = std::env::current_exe().ok()?;
    std::fs::read(file).ok().map(|bytes| Digest::of(&bytes))
}

/// The form's program, ready to be published; `None` where none is wanted.
///
/// # Errors
/// When its packages have not been fetched yet; the message says how.
pub fn form(args: &FormArgs, term: &Term) -> anyhow::Result<Option<Utf8PathBuf>> {
    let Some(folder) = &args.admin else { return Ok(None) };
    let folder = from_here(folder);
    existing(&folder, "--admin=DIR", term)?;
    let program = folder.join("dist");
    anyhow::ensure!(program.join("index.html").is_file(), words::no_form(&folder, term.lang));
    Ok(Some(program))
}

/// Takes what a link checker found, where its report is given.
///
/// # Errors
/// When the report cannot be read, or is none.
pub fn take_links(inputs: &mut Inputs, args: &LinksArgs, term: &Term) -> anyhow::Result<()> {
    let Some(path) = &args.links else { return Ok(()) };
    let report = String::from_utf8_lossy(&bytes(path)?).into_owned();
    inputs.take_links(&report).map_err(|detail| anyhow::anyhow!(words::no_link_report(path, &detail, term.lang)))
}

/// A file that is named on the command line.
///
/// # Errors
/// When it cannot be read.
pub fn bytes(path: &Utf8Path) -> anyhow::Result<Vec<u8>> {
    scan::read_bytes(path).map_err(|error| match error.downcast::<io::Error>() {
        Ok(error) => Failure::io(Doing::Read, path)(error).into(),
        Err(error) => error,
    })
}

/// A folder that a command needs, as people see it from the working directory.
///
/// # Errors
/// When there is none.
pub fn folder(path: &Utf8Path, option: &str, term: &Term) -> anyhow::Result<Utf8PathBuf> {
    let folder = from_here(path);
    existing(&folder, option, term)?;
    Ok(folder)
}

fn existing(folder: &Utf8Path, option: &str, term: &Term) -> anyhow::Result<()> {
    anyhow::ensure!(folder.is_dir(), words::no_folder(option, folder, term.lang));
    Ok(())
}

/// The path as people see it from the working directory: the paths of findings begin with it.
fn from_here(path: &Utf8Path) -> Utf8PathBuf {
    let plain: Utf8PathBuf = path.components().collect();
    let plain = plain.strip_prefix(".").unwrap_or(&plain);
    let here = std::env::current_dir().ok().and_then(|here| Utf8PathBuf::from_path_buf(here).ok());
    let inside = here.as_deref().and_then(|here| plain.strip_prefix(here).ok());
    match inside.unwrap_or(plain) {
        same if same.as_str().is_empty() => Utf8PathBuf::from("."),
        path => path.to_owned(),
    }
}
