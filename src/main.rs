//! The `ocop` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    ocop::cli::run()
}
