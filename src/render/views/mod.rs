//! Views: flat, final values for templates. Formatted dates and ISO dates, URLs and texts, never an id.
//! Text carries its language when that is not the page's; what is unknown is `None` or empty.

pub mod badges;
pub mod buyer;
pub mod card;
pub mod changes;
pub mod check;
pub mod chips;
pub mod common;
pub mod data;
pub mod desk;
pub mod destination;
pub mod enquiry;
pub mod entries;
pub mod event;
pub mod facets;
pub mod facts;
pub mod frame;
pub mod home;
pub mod listing;
pub mod names;
pub mod outlet;
pub mod overview;
pub mod page;
pub mod parts;
pub mod places;
pub mod plans;
pub mod producer;
pub mod product;
pub mod reach;
pub mod recognition;
pub mod route;
pub mod search;
pub mod season;
pub mod source;
pub mod supply;
pub mod visits;
