//! Compiles a rewritten program, runs it under limits, and reads what it wrote down.

use super::Ending;
use super::raw::{Line, Step};
use super::rewrite::{Purpose, Rewritten};
use crate::{LensError, compiler_version};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use wait_timeout::ChildExt;

/// The longest that a program may run.
const LIMIT: Duration = Duration::from_secs(5);

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
    /// Whether more happened than was recorded.
    pub cut_off: bool,
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
    deadline: Instant,
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
pub(crate) fn run(folder: &Path) -> Result<Run, LensError> {
    let [trace, stdout, stderr] = ["trace", "stdout", "stderr"].map(|name| folder.join(name));
    let mut child = Command::new(folder.join("program"))
        .env("LENS_TRACE", &trace)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(File::create(&stdout)?)
        .stderr(File::create(&stderr)?)
        .current_dir(folder)
        .spawn()?;
    let status = child.wait_timeout(LIMIT)?;
    if status.is_none() {
        child.kill()?;
        child.wait()?;
    }
    let mut steps = Vec::new();
    let mut stopped = None;
    // The last line may be cut off, where the program was.
    for line in fs::read_to_string(&trace).unwrap_or_default().lines() {
        match serde_json::from_str(line) {
            Ok(Line::Step(step)) => steps.push(step),
            Ok(Line::Stopped { stopped: why }) => stopped = Some(why),
            Err(_) => break,
        }
    }
    let said = String::from_utf8_lossy(&fs::read(stderr)?).into_owned();
    let came_to_its_end = steps.last().is_some_and(|step| step.frames.is_empty());
    Ok(Run {
        ending: ending(status, stopped.as_deref(), &said, came_to_its_end),
        output: String::from_utf8_lossy(&fs::read(stdout)?).into_owned(),
        cut_off: stopped.as_deref() == Some("steps"),
        steps,
    })
}

fn ending(
    status: Option<ExitStatus>,
    stopped: Option<&str>,
    said: &str,
    came_to_its_end: bool,
) -> Ending {
    let Some(status) = status else {
        return Ending::TimedOut;
    };
    match stopped {
        Some("memory") => return Ending::TooMuchMemory,
        Some("output") => return Ending::TooMuchOutput,
        _ => {}
    }
    if said.contains("has overflowed its stack") {
        return Ending::StackOverflow;
    }
    // thread 'main' (4711) panicked at main.rs:5:13:
    // index out of bounds: …
    let mut lines = said
        .lines()
        .skip_while(|line| !line.contains("' panicked at ") && !line.contains(") panicked at "));
    let panicked = lines.next().and_then(|head| {
        let (_, place) = head.split_once("main.rs:")?;
        place.split(':').next()?.parse().ok()
    });
    if let Some(line) = panicked {
        let message = lines.next().unwrap_or_default().to_owned();
        return Ending::Panicked { line, message };
    }
    match (status.code(), status.signal()) {
        (Some(0), _) if came_to_its_end => Ending::Returned,
        (Some(code), _) if came_to_its_end => Ending::Failed { code },
        (Some(code), _) => Ending::Exited { code },
        (None, signal) => Ending::Killed {
            signal: signal.unwrap_or_default(),
        },
    }
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
    let output = Command::new("rustc")
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
