//! Saying things on stderr and giving data on stdout, also when nobody listens any more.

use std::io::{self, IsTerminal, Write};

use crate::base::lang::Lang;
use crate::cli::{Outcome, words};
use crate::diag::emit::human::{self, Colour};
use crate::diag::locate::Finding;
use crate::output::failure::{self, Failure};
use crate::source::Sources;

/// The person at the other end.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    pub lang: Lang,
    pub colour: Colour,
}

impl Term {
    /// Colours only on a terminal that can show them and whose owner did not set `NO_COLOR`.
    pub fn new(lang: Lang) -> Term {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        let colourful = io::stderr().is_terminal() && !is_set("NO_COLOR") && !dumb;
        Term { lang, colour: if colourful { Colour::Always } else { Colour::Never } }
    }

    /// Shows findings to a person, and their count.
    pub fn findings(&self, findings: &[Finding], sources: &Sources) {
        say(human::text(findings, sources, self.lang, self.colour).trim_end_matches('\n'));
    }

    /// Says why a command could not do its work.
    pub fn fail(&self, error: &anyhow::Error) -> Outcome {
        let reason = match error.downcast_ref::<Failure>() {
            Some(failure) => failure.say(self.lang),
            None => chain(error, self.lang),
        };
        say(&words::failed(&reason, self.lang));
        Outcome::Failed
    }
}

/// A line for the person; when they have gone, nobody is told.
pub fn say(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}

/// Data for the next program.
///
/// # Errors
/// When it cannot be written; a reader that has read enough (`| head`) is no error.
pub fn give(text: &str) -> anyhow::Result<()> {
    give_bytes(text.as_bytes())
}

/// As [`give`], for data that is no text.
///
/// # Errors
/// As [`give`].
pub fn give_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Io { doing: failure::Doing::Write, path: "stdout".into(), error }.into())
        }
        _ => Ok(()),
    }
}

/// Whether a person would see what is given.
pub fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

fn chain(error: &anyhow::Error, lang: Lang) -> String {
    let link = |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<io::Error>() {
        Some(error) => failure::reason(error, lang),
        None => cause.to_string(),
    };
    error.chain().map(link).collect::<Vec<_>>().join(": ")
}
