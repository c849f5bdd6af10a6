//! From the output tree to the folder that readers see.

pub mod tree;
