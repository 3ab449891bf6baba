//! Asks rustc about one program: does it compile, and what may each place do, line by line?
//!
//! ```text
//! let s1 = String::from("hello");
//! let s2 = s1;                      s1: may be read, moved out of
//! println!("{s2}");                 s1: nothing, `value moved here` on line 3
//! ```
//!
//! [`timeline()`] answers from the stable compiler alone. It writes copies of the program with
//! probes in them, such as `let _probe = &s1;`, compiles them, and reads from the errors which
//! probes hold. This crate knows nothing of books: it takes the text of a program and returns
//! plain data.

mod cache;
mod copies;
mod error;
mod judge;
mod program;
mod reason;
mod rustc;
mod timeline;

pub use cache::Cache;
pub use error::LensError;
pub use reason::{Reason, ReasonKind};
pub use rustc::{Verdict, check, compiler_version};
pub use timeline::{Cell, Function, Options, Place, Point, Skipped, Timeline, Why, timeline};

/// Changes whenever this crate's code does, so that an answer kept by an older one is not taken
/// for an answer of this one.
pub const VERSION: &[&str] = &[
    include_str!("copies.rs"),
    include_str!("judge.rs"),
    include_str!("program.rs"),
    include_str!("reason.rs"),
    include_str!("rustc.rs"),
    include_str!("timeline.rs"),
];
