//! The content as officers write it: one struct a file kind, no judgement.
//!
//! These structs are the only description of the content's shape. `serde` reads values through them, and the
//! JSON Schemas that `schemars` derives from them drive the shape check (`read::shape`), editors' completion and
//! the canonical key order. A field's doc comment is its meaning, its `title` is the Vietnamese label people see.
//!
//! Custom schema keywords: `x-ref` (the string is an id of that kind), `x-format` (`slug`, `date`, `partial-date`,
//! `phone`, `clock`, `opening-hours`, `email`, `stars`, `picture`: a file's name beside the entry), `x-prose` (free text that
//! the wording checks read), `x-sourced` (the object needs a `source`, or `sources`). On a list, `x-ref` and `x-format` speak
//! of its items.

pub mod common;
pub mod outlet;
pub mod page;
pub mod place;
pub mod plan;
pub mod producer;
pub mod product;
pub mod site;
pub mod source;
pub mod taxonomy;
pub mod visit;
