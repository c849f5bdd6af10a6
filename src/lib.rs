pub mod base;
pub mod model;
pub mod output;
pub mod terms;
pub mod read {
    pub mod raw;
}
