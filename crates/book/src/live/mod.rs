//! What a reader may ask of this computer about a program of his or her own.

pub mod ask;
