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
mod error;
mod permissions;
mod program;
mod rustc;
mod timeline;
mod trace;

pub use cache::Cache;
pub use error::LensError;
pub use permissions::{Reason, ReasonKind};
pub use rustc::{Verdict, check, compiler_version};
pub use timeline::{Cell, Function, Options, Place, Point, Skipped, Timeline, Why, timeline};
pub use trace::{Block, Ending, Frame, Held, How, Node, Pointer, State, Step, Trace, Value, trace};
#[doc(hidden)]
pub use trace::{Patience, build_traced, trace_within};

/// Changes whenever this crate's code does, so that an answer kept by an older one is not taken
/// for an answer of this one.
pub const VERSION: &[&str] = &[
    include_str!("permissions/copies.rs"),
    include_str!("permissions/judge.rs"),
    include_str!("program/mod.rs"),
    include_str!("permissions/reason.rs"),
    include_str!("rustc.rs"),
    include_str!("timeline.rs"),
    include_str!("trace/mod.rs"),
    include_str!("trace/data.rs"),
    include_str!("trace/ending.rs"),
    include_str!("trace/raw.rs"),
    include_str!("trace/resolve/mod.rs"),
    include_str!("trace/resolve/follow.rs"),
    include_str!("trace/resolve/history.rs"),
    include_str!("trace/resolve/regions.rs"),
    include_str!("trace/resolve/step.rs"),
    include_str!("trace/rewrite.rs"),
    include_str!("trace/run.rs"),
    include_str!("../../recorder/src/lib.rs"),
    include_str!("../../recorder/src/arena.rs"),
    include_str!("../../recorder/src/log.rs"),
    include_str!("../../recorder/src/look.rs"),
];
