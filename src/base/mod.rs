//! Leaf helpers without domain words: languages, dates, Vietnamese text, ordering, digests.

pub mod collate;
pub mod date;
pub mod digest;
pub mod lang;
pub mod lunar;
pub mod out_path;
pub mod phrases;
pub mod text;
