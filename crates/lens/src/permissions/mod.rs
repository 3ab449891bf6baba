//! What each place of a program may do, and why not.

mod because;
mod copies;
mod judge;
mod reason;
mod types;

use crate::program::Program;
use crate::rustc::Deadline;
use crate::timeline::{Options, Timeline};
use crate::{LensError, Verdict, rustc};
use judge::Judge;

/// What every place of a program may do at every point.
pub(crate) fn timeline(source: &str, options: &Options) -> Result<Timeline, LensError> {
    timeline_by(source, options, Deadline::after(options.limit))
}

/// The same, where other questions share the time.
pub(crate) fn timeline_by(
    source: &str,
    options: &Options,
    deadline: Deadline,
) -> Result<Timeline, LensError> {
    let program = Program::parse(source)?;
    match Judge::new(&program, options, deadline)?.decide() {
        // rustc's own message has the lines of this program, not of a copy.
        Err(LensError::Stopped(message)) => Err(match rustc::check_by(source, deadline)? {
            Verdict::Rejected(message) => LensError::Stopped(message),
            Verdict::Accepted => LensError::Stopped(message),
        }),
        decided => decided,
    }
}
