//! Asks rustc about one program: does it compile, and what may each place do, line by line?
//!
//! ```text
//! let s1 = String::from("hello");
//! let s2 = s1;                      s1: may be read, moved out of
//! println!("{s2}");                 s1: nothing, `value moved here` on line 3
//! ```
//!
//! [`timeline()`] answers from the stable compiler alone. It writes copies of the program with
//! probes in them, such as `let _probe = &s1;`, compiles them, and reads from the errors which
//! probes hold. This crate knows nothing of books: it takes the text of a program and returns
//! plain data.

mod cache;
mod error;
mod messages;
mod permissions;
mod program;
mod rustc;
mod timeline;
mod trace;

pub use cache::{Cache, VERSION};
pub use error::LensError;
pub use messages::{Message, Spot, messages};
pub use rustc::{Verdict, check, compiler_version, rustc};
pub use timeline::{
    Await, Because, Capture, CapturedBy, Cause, Cell, Change, Function, LIMIT, Label, Lack, Need,
    Options, Permission, Place, Point, Reason, ReasonKind, Refusal, Skipped, Timeline, Why,
};
pub use trace::{
    Block, CAN_TRACE, Ending, Frame, Gone, Held, How, Misdeed, Misuse, Node, Patience, Pointer,
    State, Step, Trace, UNSEEN, Unseen, Value,
};

use std::path::Path;

/// Asks rustc what every place of a program may do at every point.
///
/// Works on a program that rustc rejects, too: its own errors are subtracted.
///
/// # Errors
/// If the text is no Rust program, uses what the lens does not handle, or rustc stops before it
/// checks borrows.
pub fn timeline(source: &str, options: &Options) -> Result<Timeline, LensError> {
    let timeline = program::with_room(source, |source| permissions::timeline(source, options));
    in_words_of_rustc(source, timeline)
}

/// Compiles a program, runs it without input, and tells what its memory held at each step.
///
/// The program is rewritten so that it writes down every place that the [`timeline()`] says may be
/// read; it prints what it would have printed.
///
/// # Errors
/// If there is no timeline, if rustc rejects the program, or if it uses what cannot be followed,
/// such as threads.
pub fn trace(source: &str) -> Result<Trace, LensError> {
    trace_within(source, None, Patience::default())
}

/// The same with another patience, where the program's timeline may be known already.
///
/// # Errors
/// As [`trace()`] has them.
pub fn trace_within(
    source: &str,
    known: Option<&Timeline>,
    patience: Patience,
) -> Result<Trace, LensError> {
    let trace = program::with_room(source, |source| trace::trace(source, known, patience));
    in_words_of_rustc(source, trace)
}

/// What is no Rust, as rustc says it rather than the parser.
fn in_words_of_rustc<T>(source: &str, asked: Result<T, LensError>) -> Result<T, LensError> {
    let Err(LensError::NotRust { line, message }) = asked else {
        return asked;
    };
    if program::ensure_reads_itself_alone(source).is_err() {
        return Err(LensError::NotRust { line, message });
    }
    match check(source, LIMIT) {
        Ok(Verdict::Rejected(said)) => {
            let place = said.split("main.rs:").nth(1).unwrap_or_default();
            let place = place.split(':').next().and_then(|line| line.parse().ok());
            Err(LensError::NotRust {
                line: place.unwrap_or(line),
                message: said.trim_end().to_owned(),
            })
        }
        Ok(Verdict::Accepted) => Err(LensError::NotHandled {
            line,
            message: format!("the lens cannot read what rustc can ({message}); write it otherwise"),
        }),
        // A reader is better served with the parser's words than with none.
        Err(_) => Err(LensError::NotRust { line, message }),
    }
}

/// Compiles the program that [`trace()`] runs to `folder/program`; it records its memory in the
/// file that the variable `LENS_TRACE` names.
///
/// # Errors
/// As [`trace()`] has them.
#[doc(hidden)]
pub fn build_traced(source: &str, folder: &Path) -> Result<(), LensError> {
    program::with_room(source, |source| trace::build_traced(source, folder))
}
