pub mod base;
pub mod terms;
pub mod read {
    pub mod raw;
}
