//! All integration tests, as modules of one binary: each further binary would link every dependency again.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests set up and read files of their own")]

mod check_specs;
mod ci;
mod cli;
mod golden;
mod laws;
mod made_up_catalogue;
mod mutations;
mod officers;
mod paper;
mod pictures;
mod program;
mod publish;
mod search;
mod serve;
mod session;
mod sheets;
mod spec;
mod tidy;
mod warm;

#[path = "../../examples/synth/made_up/mod.rs"]
mod made_up;
