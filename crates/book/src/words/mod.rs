//! Every sentence that is made from data.

pub mod cell;
pub mod memory;
pub mod numbers;
pub mod questions;
pub mod reasons;
pub mod table;
pub mod twins;
