//! What each place of a program may do, and why not.

mod copies;
mod judge;
mod reason;

pub(crate) use judge::Judge;
pub use reason::{Reason, ReasonKind};
