//! What std's types have to say of their values, by std's public functions alone.
//!
//! Nothing here runs code of the program, waits for a lock or changes what a cell holds.

mod cells;
mod collections;
mod errors;
mod iterators;
mod objects;
mod pointers;
mod values;

pub(crate) use errors::ErrorOfType;
pub use objects::Object;
pub(crate) use values::see_common;
