//! What the lens promises, in one test binary: each module is a promise.

mod alone;
mod answers;
mod bad_input;
mod closures;
#[cfg(unix)]
mod compiler;
#[cfg(unix)]
mod dangling;
mod every_listing;
mod fuzz;
mod looking;
mod memory;
mod needs;
mod needs_alone;
mod nesting;
mod outside;
mod permissions;
mod reasons;
mod support;
mod trace_bad_input;
