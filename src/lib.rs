pub mod base;
pub mod model;
pub mod terms;
pub mod read {
    pub mod raw;
}
