//! Compiles a rewritten program, runs it under limits, and reads what it wrote down.

use super::raw::{Ended, Line, Misuse, Step};
use super::rewrite::{Purpose, Rewritten, Stop, Traced};
use super::{Ending, Patience};
use crate::LensError;
use crate::rustc::{Deadline, link};
use runner::{Command, End, Limit, Limits};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::process::ExitStatus;
use std::time::Duration;

/// The data that a process of the program may ask the system for: 64 MiB, as much again that it has
/// freed and the recorder keeps, the recorder's arena of 256 MiB, and what std and libc need.
const MOST_DATA: u64 = (64 + 64 + 256 + 16) << 20;
/// A program that writes more bytes to its output or to its errors is stopped.
const MOST_PRINTED: u64 = 1 << 20;
/// The longest file; the recorder's own ends long before.
const MOST_IN_A_FILE: u64 = 32 << 20;

/// What one run of a program showed.
pub(crate) struct Run {
    pub steps: Vec<Step>,
    /// What happened after the last step to memory that is gone.
    pub misuses: Vec<Misuse>,
    /// The types that nobody knew how to look into, by their names.
    pub unknown: Vec<String>,
    pub output: Vec<u8>,
    pub ending: Ending,
    /// How many blocks the program asked for and gave back.
    pub allocations: usize,
    pub frees: usize,
    /// Whether more happened than was recorded.
    pub cut_off: bool,
    /// Whether steps are missing because too many calls were in progress.
    pub too_deep: bool,
}

/// A compiled program, or the insertions that rustc does not accept.
pub(crate) enum Compiled {
    Program,
    Refused(Vec<Purpose>),
}

/// Compiles the program, linked with the recorder, to `folder/program`.
pub(crate) fn compile(
    folder: &Path,
    rewritten: &Rewritten,
    recorder: &Path,
    deadline: &Deadline,
) -> Result<Compiled, LensError> {
    let arguments = [
        "--crate-name=listing",
        "--error-format=json",
        "--cap-lints=allow",
        "--emit=link",
        "-oprogram",
        "--extern",
        &format!("__lens={}", recorder.display()),
    ];
    let (success, errors) = link(folder, &rewritten.text, &arguments, deadline)?;
    if success {
        return Ok(Compiled::Program);
    }
    let mut refused: Vec<Purpose> = Vec::new();
    for error in &errors {
        for span in &error.spans {
            let at = span.bytes().start;
            let found = rewritten
                .inserted
                .iter()
                .find(|(bytes, _)| bytes.contains(&at));
            if let Some((_, purpose)) = found
                && *purpose != Purpose::Main
                && !refused.contains(purpose)
            {
                refused.push(purpose.clone());
            }
        }
    }
    if refused.is_empty() {
        let message = errors
            .first()
            .map_or("no message", |error| &error.message)
            .to_owned();
        return Err(LensError::Stopped(message));
    }
    Ok(Compiled::Refused(refused))
}

/// Runs `folder/program` without input, as long as there is patience.
pub(crate) fn run(
    folder: &Path,
    functions: &[Traced<'_>],
    stops: &[Stop<'_>],
    patience: &Patience,
) -> Result<Run, LensError> {
    let log = folder.join("trace");
    let seconds = patience.running;
    // There before it starts, so that it may write to it.
    File::create(&log)?;
    let limits = Limits {
        time: Duration::from_secs(seconds),
        output: MOST_PRINTED,
        file: MOST_IN_A_FILE,
        processor: Some(seconds + 1),
        memory: Some(MOST_DATA),
        ..Limits::program()
    };
    let ran = Command::new(folder.join("program"))
        .env("LENS_TRACE", &log)
        .env("RUST_BACKTRACE", "0")
        .confined([folder])
        .report(&log)
        .limits(limits)
        .stopped_by(&patience.stop)
        .run()?;
    let Some(lines) = lines(&log, functions, stops)? else {
        return Err(LensError::NotHandled {
            line: 1,
            message: "the program has changed or removed what the recorder wrote; let it write to its working folder alone".to_owned(),
        });
    };
    let mut steps = Vec::new();
    let mut misuses = Vec::new();
    let mut unknown = Vec::new();
    let mut ended = None;
    let mut stopped = Vec::new();
    for line in lines {
        match line {
            Line::Begun => {}
            Line::Step(mut step) => {
                step.misuses = std::mem::take(&mut misuses);
                steps.push(step);
            }
            Line::Unknown(name) => unknown.push(name),
            Line::Reached(reached) => misuses.push(Misuse::Reached(reached)),
            Line::FreedAgain(grave) => misuses.push(Misuse::FreedAgain(grave)),
            Line::Ended(end) => ended = Some(end),
            Line::Stopped(why) => stopped.push(why),
        }
    }
    let was_stopped = |why: &str| stopped.iter().any(|stopped| stopped == why);
    let before = |step: &&Step| !step.unwinding && !step.frames.is_empty();
    let last = steps.iter().rfind(before).and_then(|step| {
        let site = step.frames.last()?.site;
        stops.get(site).map(|stop| stop.site.line)
    });
    let last = last.unwrap_or(1);
    if was_stopped("threads") {
        return Err(LensError::NotHandled {
            line: last,
            message: "the program starts a thread, and then several run at once: there is no one order of steps to draw".to_owned(),
        });
    }
    let (allocations, frees) = match (&ended, steps.last()) {
        (Some(end), _) => (end.allocations, end.frees),
        (None, Some(step)) => (step.allocations, step.frees),
        (None, None) => (0, 0),
    };
    let ending = match ran.end {
        End::Stopped(Limit::Time | Limit::Processor) => Ending::TimedOut { seconds },
        End::Stopped(Limit::Output) => Ending::TooMuchOutput,
        End::Stopped(Limit::File | Limit::Folder) => Ending::TooLargeFile,
        End::Stopped(Limit::Processes) => Ending::TooManyProcesses,
        End::Stopped(Limit::Memory) => Ending::TooMuchMemory,
        End::Exited(_) if was_stopped("memory") => Ending::TooMuchMemory,
        End::Exited(_) if was_stopped("returned") => Ending::ReturnedFrame {
            line: misuses.last().and_then(Misuse::line).unwrap_or(last),
        },
        End::Exited(status) => ending(status, ended.as_ref(), &ran.stderr(), last),
    };
    Ok(Run {
        ending,
        output: ran.stdout,
        allocations,
        frees,
        cut_off: was_stopped("steps"),
        too_deep: was_stopped("calls"),
        steps,
        misuses,
        unknown,
    })
}

/// What the recorder wrote; nothing if that is not what is there.
fn lines(
    log: &Path,
    functions: &[Traced<'_>],
    stops: &[Stop<'_>],
) -> io::Result<Option<Vec<Line>>> {
    // A link may lead anywhere, and a pipe has no end.
    if !fs::symlink_metadata(log).is_ok_and(|facts| facts.is_file()) {
        return Ok(None);
    }
    let mut text = Vec::new();
    File::open(log)?
        .take(MOST_IN_A_FILE)
        .read_to_end(&mut text)?;
    let mut lines = Vec::new();
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        match serde_json::from_slice(line) {
            Ok(Line::Step(step)) if !is_about(&step, functions, stops) => return Ok(None),
            Ok(line) => lines.push(line),
            // The last line may be cut off, where the program was.
            Err(_) if !line.ends_with(b"\n") => {}
            Err(_) => return Ok(None),
        }
    }
    let is_whole = matches!(lines.first(), Some(Line::Begun));
    Ok(is_whole.then_some(lines))
}

/// Whether a step names functions and points that there are.
fn is_about(step: &Step, functions: &[Traced<'_>], stops: &[Stop<'_>]) -> bool {
    let mut frames = step.frames.iter();
    frames.all(|frame| frame.function < functions.len() && frame.site < stops.len())
}

/// How a program ended that nobody stopped: `said` is what it wrote to its errors, `last_line`
/// where it was at its last step.
fn ending(status: ExitStatus, ended: Option<&Ended>, said: &str, last_line: usize) -> Ending {
    match (status.code(), signal(status), ended) {
        (_, _, Some(Ended { panicked: true, .. })) => {
            let (line, message) = last_panic(said);
            // A panic inside std is told by the program's line that led there.
            let line = line.unwrap_or(last_line);
            Ending::Panicked { line, message }
        }
        (Some(0), _, Some(_)) => Ending::Returned,
        (Some(code), _, Some(_)) => Ending::Failed { code },
        (Some(code), _, None) => Ending::Exited { code },
        (None, Some(ABORT), _) if said.contains("has overflowed its stack") => {
            Ending::StackOverflow
        }
        (None, Some(ABORT), _) if said.contains("memory allocation of ") => Ending::TooMuchMemory,
        (None, Some(ABORT), _) if CANNOT_UNWIND.iter().any(|words| said.contains(words)) => {
            let (line, message) = last_panic(said);
            let line = line.unwrap_or(last_line);
            Ending::CouldNotUnwind { line, message }
        }
        (None, signal, _) => Ending::Killed {
            signal: signal.unwrap_or_default(),
        },
    }
}

/// The signal of a process that ends itself, on Linux and macOS.
const ABORT: i32 = 6;

/// What std says of a panic that cannot unwind.
const CANNOT_UNWIND: [&str; 2] = [
    "thread caused non-unwinding panic. aborting.",
    "failed to initiate panic",
];

/// The line, if it is one of the program, and the message of the last panic:
///
/// ```text
/// thread 'main' (4711) panicked at main.rs:5:13:
/// index out of bounds: …
/// ```
fn last_panic(said: &str) -> (Option<usize>, String) {
    let lines: Vec<&str> = said.lines().collect();
    let is_head = |line: &&str| {
        // Where nothing can unwind, std panics once more, to say so.
        line.starts_with("thread '")
            && line.contains(" panicked at ")
            && !line.contains("core/src/panicking.rs")
    };
    let Some(head) = lines.iter().rposition(is_head) else {
        return (None, "no message was printed".to_owned());
    };
    let line = lines[head]
        .split_once("panicked at main.rs:")
        .and_then(|(_, place)| place.split(':').next()?.parse().ok());
    let message = lines.get(head + 1).copied().unwrap_or_default();
    (line, message.to_owned())
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}
