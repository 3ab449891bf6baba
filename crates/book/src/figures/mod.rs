//! What a reader sees of a listing: the figure, its lanes, its pictures, the charts, the colors.

pub mod chart;
pub mod colors;
pub mod drawing;
pub mod escape;
pub mod figure;
#[cfg(test)]
mod geometry;
pub mod inline;
pub mod instrument;
pub mod lanes;
pub mod measured;
pub mod memory;
pub mod program;
pub mod terminal;
