//! Every sentence that is made from data.

pub mod cell;
pub mod codes;
pub mod memory;
pub mod needs;
pub mod numbers;
pub mod questions;
pub mod reasons;
pub mod table;
pub mod twins;
