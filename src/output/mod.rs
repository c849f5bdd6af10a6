//! From the output tree to the folder that readers see: [`publish`](publish::publish) is the only way a site reaches the
//! disk, [`mod@file`] the only way a content file does.

pub mod disk;
pub mod failure;
pub mod file;
pub mod former;
pub mod manifest;
pub mod pack;
pub mod place;
pub mod present;
pub mod publish;
pub mod stage;
pub mod stamps;
pub mod standby;
pub mod switch;
pub mod tree;
