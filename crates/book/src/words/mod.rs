//! Every sentence that is made from data.

pub mod memory;
pub mod table;
