//! Linked into a program that `lens` has rewritten: writes down what its memory holds while it
//! runs.
//!
//! ```text
//! fn main() {                       let __frame = __lens::enter(0, 2);
//!     let s = String::from("hi");   __lens::at(1, &[], &[], &[]);
//!     let t = s;                    __lens::remember(0, &s, HOW); __lens::at(2, &[0], &[], &[]);
//! ```
//!
//! Each call of [`at`] appends one line of JSON to the file that `LENS_TRACE` names. Addresses in
//! it are those of this run; `lens` gives them names. A place is read only where `lens` says that
//! the compiler allows it, by its address, so that reading keeps no loan alive.
//!
//! The recorder takes its own memory from an arena, and keeps every block that the program frees, so
//! that no other comes to lie there and a pointer into it still says which block it was. A block that
//! changes its size is moved, as the allocator always may do. What it writes is bounded: of the blocks only those that something read points to,
//! and nothing more once the file is full.
//!
//! It needs Unix: it looks how far standard output has come, and whether its file is still there.

#![cfg(unix)]
#![expect(
    unsafe_code,
    reason = "it is the allocator, and reads places by their address"
)]

mod allocator;
mod arena;
mod ground;
mod log;
mod look;
mod raw;
mod record;
mod seen;
mod threads;

pub use look::out::Out;
pub use look::types::Object;
pub use look::{Found, How, Inside, Look, Typed, Within};
pub use raw::{Raw, reach};
pub use record::{Entered, Register, Remembered, at, dropped, enter, remember, run};
pub use seen::{Ask, Seen};
