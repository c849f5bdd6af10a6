pub mod base;
pub mod diag;
pub mod model;
pub mod output;
pub mod source;
pub mod terms;
pub mod read {
    pub mod raw;
}
pub mod search;
