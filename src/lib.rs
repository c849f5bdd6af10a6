pub mod base;
pub mod diag;
pub mod model;
pub mod output;
pub mod read;
pub mod source;
pub mod terms;
