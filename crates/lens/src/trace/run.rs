//! Compiles a rewritten program, runs it under limits, and reads what it wrote down.

use super::Ending;
use super::raw::{Ended, Line, Step};
use super::rewrite::{Purpose, Rewritten, Stop};
use crate::{LensError, compiler_version};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use wait_timeout::ChildExt;

/// The longest that a program may run.
const LIMIT: Duration = Duration::from_secs(5);
/// How often its output is measured; the recorder does so at each step, too.
const GLANCE: Duration = Duration::from_millis(50);
/// A program that writes more bytes to its output or to its errors is stopped.
const MOST_WRITTEN: u64 = 2 << 20;

/// The recorder's text, which is compiled once for each compiler.
const RECORDER: [(&str, &str); 2] = [
    ("lib.rs", include_str!("../../../recorder/src/lib.rs")),
    ("look.rs", include_str!("../../../recorder/src/look.rs")),
];
/// Where compiled recorders are kept.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/answers");

/// What one run of a program showed.
pub(crate) struct Run {
    pub steps: Vec<Step>,
    pub output: String,
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

/// Compiles the program to `folder/program`.
pub(crate) fn compile(
    folder: &Path,
    rewritten: &Rewritten,
    deadline: crate::rustc::Deadline,
) -> Result<Compiled, LensError> {
    let recorder = recorder()?;
    let arguments = [
        "--crate-name=listing",
        "--error-format=json",
        "--cap-lints=allow",
        "--emit=link",
        "-oprogram",
        "--extern",
        &format!("__lens={}", recorder.display()),
    ];
    let (success, errors) = crate::rustc::link(folder, &rewritten.text, &arguments, deadline)?;
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

/// Runs `folder/program` without input.
pub(crate) fn run(folder: &Path, stops: &[Stop<'_>]) -> Result<Run, LensError> {
    let [trace, stdout, stderr] = ["trace", "stdout", "stderr"].map(|name| folder.join(name));
    let child = Command::new(folder.join("program"))
        .env("LENS_TRACE", &trace)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(File::create(&stdout)?)
        .stderr(File::create(&stderr)?)
        .current_dir(folder)
        .spawn()?;
    let end = wait(child, [&stdout, &stderr])?;
    let mut steps = Vec::new();
    let mut ended = None;
    let mut stopped = Vec::new();
    // The last line may be cut off, where the program was.
    for line in fs::read_to_string(&trace).unwrap_or_default().lines() {
        match serde_json::from_str(line) {
            Ok(Line::Step(step)) => steps.push(step),
            Ok(Line::Ended(end)) => ended = Some(end),
            Ok(Line::Stopped { stopped: why }) => stopped.push(why),
            Err(_) => break,
        }
    }
    let was_stopped = |why: &str| stopped.iter().any(|stopped| stopped == why);
    let (allocations, frees) = match (&ended, steps.last()) {
        (Some(end), _) => (end.allocations, end.frees),
        (None, Some(step)) => (step.allocations, step.frees),
        (None, None) => (0, 0),
    };
    let ending = match end {
        End::TimedOut => Ending::TimedOut,
        End::TooMuchOutput => Ending::TooMuchOutput,
        End::Status(_) if was_stopped("memory") => Ending::TooMuchMemory,
        End::Status(_) if was_stopped("output") => Ending::TooMuchOutput,
        End::Status(status) => {
            let said = String::from_utf8_lossy(&fs::read(stderr)?).into_owned();
            let before = |step: &&Step| !step.unwinding && !step.frames.is_empty();
            let last = steps.iter().rfind(before).and_then(|step| {
                let site = step.frames.last()?.site;
                stops.get(site).map(|stop| stop.site.line)
            });
            ending(status, ended.as_ref(), &said, last.unwrap_or(1))
        }
    };
    Ok(Run {
        ending,
        output: String::from_utf8_lossy(&fs::read(stdout)?).into_owned(),
        allocations,
        frees,
        cut_off: was_stopped("steps"),
        too_deep: was_stopped("calls"),
        steps,
    })
}

enum End {
    Status(ExitStatus),
    TimedOut,
    TooMuchOutput,
}

/// Waits until a program ends by itself, or ends it where it runs or writes too long.
fn wait(mut child: Child, written: [&Path; 2]) -> io::Result<End> {
    let started = Instant::now();
    let end = loop {
        if let Some(status) = child.wait_timeout(GLANCE)? {
            return Ok(End::Status(status));
        }
        let is_too_long = |path: &&Path| fs::metadata(path).is_ok_and(|m| m.len() > MOST_WRITTEN);
        if written.iter().any(is_too_long) {
            break End::TooMuchOutput;
        }
        if started.elapsed() > LIMIT {
            break End::TimedOut;
        }
    };
    child.kill()?;
    child.wait()?;
    Ok(end)
}

/// How a program ended that nobody stopped: `said` is what it wrote to its errors, `last_line`
/// where it was at its last step.
fn ending(status: ExitStatus, ended: Option<&Ended>, said: &str, last_line: usize) -> Ending {
    match (status.code(), status.signal(), ended) {
        (_, _, Some(Ended { panicked: true, .. })) => {
            let (line, message) = last_panic(said);
            // A panic inside std is told by the program's line that led there.
            let line = line.unwrap_or(last_line);
            Ending::Panicked { line, message }
        }
        (Some(0), _, Some(_)) => Ending::Returned,
        (Some(code), _, Some(_)) => Ending::Failed { code },
        (Some(code), _, None) => Ending::Exited { code },
        (None, Some(6), _) if said.contains("has overflowed its stack") => Ending::StackOverflow,
        (None, Some(6), _) if said.contains("memory allocation of ") => Ending::TooMuchMemory,
        (None, Some(6), _) if CANNOT_UNWIND.iter().any(|words| said.contains(words)) => {
            let (line, message) = last_panic(said);
            let line = line.unwrap_or(last_line);
            Ending::CouldNotUnwind { line, message }
        }
        (None, signal, _) => Ending::Killed {
            signal: signal.unwrap_or_default(),
        },
    }
}

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

/// The compiled recorder, made at its first use.
fn recorder() -> Result<PathBuf, LensError> {
    let mut key = DefaultHasher::new();
    (RECORDER, compiler_version()?).hash(&mut key);
    let name = format!("recorder-{:016x}", key.finish());
    let finished = Path::new(KEPT).join(&name).join("lib__lens.rlib");
    if finished.is_file() {
        return Ok(finished);
    }
    fs::create_dir_all(KEPT)?;
    let folder = tempfile::tempdir_in(KEPT)?;
    for (file, text) in RECORDER {
        fs::write(folder.path().join(file), text)?;
    }
    let output = Command::new(&crate::rustc::Compiler::find()?.path)
        .args([
            "--edition=2024",
            "--crate-type=lib",
            "--crate-name=__lens",
            "-O",
            "lib.rs",
        ])
        .current_dir(folder.path())
        .output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(LensError::Crashed(said));
    }
    // Whoever comes second finds the folder taken, and uses what is there.
    let folder = folder.keep();
    if fs::rename(&folder, Path::new(KEPT).join(&name)).is_err() {
        fs::remove_dir_all(folder)?;
    }
    Ok(finished)
}
