//! What the book's tool promises, in one test binary: each module is a promise.

mod bad_input;
mod documents;
mod epub;
mod hostile;
mod house;
mod html;
mod length;
mod lens;
#[cfg(target_os = "linux")]
mod live;
mod measured;
mod questions;
#[cfg(unix)]
mod serve;
mod site;
mod support;
mod target;
mod terms;
#[cfg(unix)]
mod unchecked;
mod why;
