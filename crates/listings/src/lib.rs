//! What Rust code does a page show, where does it come from, and what does it promise?
//!
//! A page names a listing on a line of its own:
//!
//! ```text
//! {{#listing ownership-moving-a-string}}
//! ```
//!
//! which is `examples/ownership-moving-a-string.rs`, a program that compiles, runs and
//! prints `examples/ownership-moving-a-string.stdout`. `{{#rejected SLUG}}` names
//! `tests/compile-fail/SLUG.rs`, which rustc rejects with `SLUG.stderr`. A [`Question`] is asked about one
//! of them, in a block of its own.
//!
//! [`Sources::read`] reads all pages and listings of a book and reports every mistake an
//! author can make, each with its place and cure. This crate knows nothing of rustc or HTML:
//! [`Page::expand`] hands each part of a page to its caller, who decides what stands there.

mod change;
mod directive;
mod error_code;
mod files;
mod library;
mod markdown;
mod page;
mod problem;
mod question;
mod sources;
mod what_if;

pub use change::Change;
pub use directive::Directive;
pub use error_code::error_code;
pub use library::{
    COMPILE_FAIL, Counterfactual, EXAMPLES, Kind, Library, Listing, OTHER_LANGUAGES, Other, REPORTS,
};
pub use page::{Inline, Page, Part, What, fence, info};
pub use problem::{Problem, shown};
pub use question::{Ask, BELIEFS, Edit, Question, Reason, Spot};
pub use sources::Sources;
pub use what_if::WhatIf;
