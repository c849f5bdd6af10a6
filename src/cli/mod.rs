//! The command line: the only room with a clock, an environment, a terminal and exit codes.
//!
//! Data goes to stdout; everything said to a person goes to stderr.

pub mod args;
pub mod build;
pub mod check;
pub mod clock;
pub mod desk_help;
pub mod desk_words;
pub mod diff;
pub mod fmt;
pub mod help;
pub mod import;
pub mod inputs;
pub mod locale;
pub mod new;
pub mod report;
pub mod schema;
pub mod serve;
pub mod term;
pub mod timings;
pub mod usage;
pub mod words;

use std::panic;
use std::process::{self, ExitCode};

use clap::FromArgMatches;

use crate::base::lang::Lang;
use crate::cli::args::{Args, Command};
use crate::cli::term::Term;

/// How a command ended. The numbers are part of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done = 0,
    /// The content has errors, or warnings where they are denied.
    Rejected = 1,
    /// Wrong usage, or the environment failed.
    Failed = 2,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(outcome as u8)
    }
}

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let lang = locale::language(&arguments);
    panic::set_hook(Box::new(move |panic| report_bug(panic, lang)));
    let matches = match help::command(lang).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, lang).into(),
    };
    let args = Args::from_arg_matches(&matches).expect("the command line was parsed by the same definition");
    let term = Term::new(lang);
    let outcome = match &args.command {
        Command::Build(args) => build::run(args, &term),
        Command::Check(args) => check::run(args, &term),
        Command::Serve(args) => serve::run(args, &term),
        Command::New(args) => new::run(args, &term),
        Command::Fmt(args) => fmt::run(args, &term),
        Command::Diff(args) => diff::run(args, &term),
        Command::Report(args) => report::run(args, &term),
        Command::Import(args) => import::run(args, &term),
        Command::Schema(args) => schema::run(args, &term),
    };
    outcome.unwrap_or_else(|error| term.fail(&error)).into()
}

/// Our own mistake: said plainly, without a backtrace. A publish that it interrupts is as safe as a killed one.
fn report_bug(panic: &panic::PanicHookInfo<'_>, lang: Lang) {
    let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
    term::say(&words::bug(panic.payload_as_str().unwrap_or("?"), &place, lang));
    process::exit(Outcome::Failed as i32);
}
