//! The `ocop` program.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Reading is a great many small strings: the system's allocator took a quarter of a check's time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ocop::cli::run()
}
