//! Turns a folder of YAML and Markdown into the catalogue site of OCOP products. `ARCHITECTURE.md` draws the way of
//! the data; the modules are listed by name.

pub mod base;
pub mod cache;
pub mod canonical;
pub mod cli;
pub mod compare;
pub mod config;
pub mod diag;
pub mod editor;
pub mod intake;
pub mod lexicon;
pub mod media;
pub mod memo;
pub mod model;
pub mod output;
pub mod plan;
pub mod read;
pub mod render;
pub mod report;
pub mod resolve;
pub mod scaffold;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod terms;
