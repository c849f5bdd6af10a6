//! `ocop serve`: the preview, and what it says at the terminal.

use std::process::{Command, Stdio};
use std::sync::Arc;

use anyhow::Context;
use camino::Utf8Path;

use crate::cache::Store;
use crate::cli::Outcome;
use crate::cli::args::ServeArgs;
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::cli::words;
use crate::diag::emit::Counts;
use crate::serve::{self, PortTaken, Preview};
use crate::site::Inputs;
use crate::site::on_request::OnRequest;
use crate::site::session::Look;

/// # Errors
/// When the port is taken or the folders cannot be read or watched.
pub fn run(args: &ServeArgs, term: &Term) -> anyhow::Result<Outcome> {
    let ready = |address: &str| {
        term::say(&words::serving(address, term.lang));
        if args.open {
            open_browser(address, term);
        }
    };
    // Gone with the preview: what it shows is not a site that anybody publishes.
    let folder = tempfile::tempdir().context("a folder for what the preview keeps")?;
    let store = Arc::new(Utf8Path::from_path(folder.path()).map_or_else(Store::none, Store::in_folder));
    let preview = Preview {
        port: args.port,
        lang: term.lang,
        inputs: &|| {
            let inputs = inputs::gather(&args.content, Some(&args.theme.theme), term)?;
            Ok(Inputs { form: inputs::form(&args.form, term)?, store: store.clone(), ..inputs })
        },
        on_ready: &ready,
        on_look: &|look| tell_look(look, term),
    };
    match serve::serve(&preview) {
        Ok(()) => Ok(Outcome::Done),
        Err(error) => match error.downcast_ref::<PortTaken>() {
            Some(taken) => anyhow::bail!(words::port_taken(taken, term.lang)),
            None => Err(error),
        },
    }
}

fn tell_look(look: &anyhow::Result<Look>, term: &Term) {
    match look {
        Ok(look) => {
            term.findings(&look.findings, &look.sources);
            let pages = look.site.as_ref().map(OnRequest::pages);
            term::say(&words::looked(pages, Counts::of(&look.findings), term.lang));
        }
        Err(error) => {
            term.fail(error);
        }
    }
}

fn open_browser(address: &str, term: &Term) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let quiet =
        Command::new(opener).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    match quiet {
        // Waited for elsewhere, or it would stay as a zombie.
        Ok(mut child) => drop(std::thread::spawn(move || child.wait())),
        Err(_) => term::say(&words::no_browser(address, term.lang)),
    }
}
