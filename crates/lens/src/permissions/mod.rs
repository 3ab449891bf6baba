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
use std::{io, panic, thread};

/// What every place of a program may do at every point.
pub(crate) fn timeline(source: &str, options: &Options) -> Result<Timeline, LensError> {
    timeline_by(
        source,
        options,
        &Deadline::after(options.limit, &options.stop),
    )
}

/// The same, where other questions share the time.
pub(crate) fn timeline_by(
    source: &str,
    options: &Options,
    deadline: &Deadline,
) -> Result<Timeline, LensError> {
    let program = Program::parse(source)?;
    // Beside its copies the program itself is compiled, as it is written.
    let check = || rustc::check_by(source, options.tests, deadline);
    let (verdict, decided) = thread::scope(|scope| {
        let checking = thread::Builder::new().spawn_scoped(scope, check)?;
        let decided = Judge::new(&program, options, deadline).and_then(Judge::decide);
        match checking.join() {
            Ok(verdict) => Ok((verdict, decided)),
            Err(panicked) => panic::resume_unwind(panicked),
        }
    })
    .map_err(|error: io::Error| LensError::NotReady(format!("a thread cannot be had ({error})")))?;
    match decided {
        // rustc's own message has the lines of this program, not of a copy.
        Err(LensError::Stopped(message)) => match verdict? {
            Verdict::Rejected(message) => Err(LensError::Stopped(message)),
            Verdict::Accepted => Err(LensError::Stopped(message)),
        },
        Ok(timeline) if timeline.refusals.is_empty() => match verdict? {
            Verdict::Rejected(message) => Err(LensError::Stopped(message)),
            Verdict::Accepted if program.functions.is_empty() => Err(LensError::NotHandled {
                line: 1,
                message: "no function of the program is written out; write one without a macro"
                    .into(),
            }),
            Verdict::Accepted => Ok(timeline),
        },
        decided => decided,
    }
}
