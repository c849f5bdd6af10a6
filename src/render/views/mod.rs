//! Views: flat, final values for templates. Formatted dates and ISO dates, URLs and texts, never an id.
//! Text carries its language when that is not the page's; what is unknown is `None` or empty.

pub mod card;
pub mod common;
pub mod data;
pub mod home;
pub mod listing;
pub mod outlet;
pub mod overview;
pub mod page;
pub mod parts;
pub mod producer;
pub mod product;
pub mod source;
pub mod supply;
pub mod visit;
