//! All integration tests, as modules of one binary: each further binary would link every dependency again.

mod check_specs;
mod mutations;
mod spec;
mod tidy;
