//! Everything that makes the book: reads it, builds it, serves it, and keeps its goldens.

pub mod admonish;
pub mod bless;
pub mod build;
mod builds;
pub mod check;
pub mod contents;
pub mod describe;
pub mod epub;
mod follow;
pub mod mutate;
mod mutate_questions;
pub mod pdf;
pub mod preprocess;
mod search;
pub mod serve;
pub mod site;
mod target;
