//! Running the compiler on a text, and reading what it says.

use crate::LensError;
pub(crate) use crate::timeline::LIMIT;
use runner::{Command, End, Limit, Limits, Stop};
use serde::{Deserialize, Serialize};
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Where compiled recorders are kept, with which traced programs are linked.
pub(crate) const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/answers");
/// The most bytes of memory that rustc may ask for.
const MEMORY: u64 = 2 << 30;

/// When the time of all runs of rustc for one program is up.
#[derive(Debug, Clone)]
pub(crate) struct Deadline {
    at: Instant,
    limit: Duration,
    /// Whether anybody waits for the answer.
    pub stop: Stop,
}

impl Deadline {
    pub fn after(limit: Duration, stop: &Stop) -> Deadline {
        Deadline {
            at: Instant::now() + limit,
            limit,
            stop: stop.clone(),
        }
    }
}

/// The one compiler that answers every question of this process.
pub(crate) struct Compiler {
    /// The program itself. A `rustc` on `PATH` may be rustup's, which chooses by the folder that
    /// it is asked in.
    pub path: PathBuf,
    /// Where its own files are.
    pub sysroot: PathBuf,
    /// What `rustc -vV` says, which tells two compilers apart.
    pub version: String,
}

impl Compiler {
    /// The compiler of the folder in which this process asks first.
    ///
    /// # Errors
    /// If rustc cannot be started, or does not say where it is.
    pub fn find() -> io::Result<&'static Compiler> {
        static FOUND: OnceLock<Compiler> = OnceLock::new();
        if let Some(found) = FOUND.get() {
            return Ok(found);
        }
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]);
        // rustup reads its settings from the environment.
        let sysroot = sysroot.whole_environment().folder(env::current_dir()?);
        let sysroot = PathBuf::from(said(&sysroot)?.trim_end());
        let path = sysroot
            .join("bin")
            .join(format!("rustc{}", env::consts::EXE_SUFFIX));
        let version = said(&Command::new(&path).arg("-vV"))?;
        Ok(FOUND.get_or_init(|| Compiler {
            path,
            sysroot,
            version,
        }))
    }
}

/// The compiler that answers every question of this process. It reads its own files, what is linked
/// with every traced program, and the folder it works in; it has no network.
///
/// # Errors
/// If rustc cannot be started, or does not say where it is.
pub fn rustc() -> io::Result<Command> {
    let compiler = Compiler::find()?;
    let kept = Path::new(KEPT);
    Ok(Command::new(&compiler.path).confined([&*compiler.sysroot, kept]))
}

/// What a question about the compiler itself is answered with.
fn said(question: &Command) -> io::Result<String> {
    let answer = question.clone().limits(Limits::tool(LIMIT)).run()?;
    if !answer.succeeded() {
        let message = format!("rustc {}: {}", answer.end, answer.stderr().trim_end());
        return Err(io::Error::other(message));
    }
    Ok(answer.stdout().into_owned())
}

/// Whether rustc accepts a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It compiles.
    Accepted,
    /// It does not; rustc's message for a reader.
    Rejected(String),
}

/// Compiles a program of edition 2024 as far as what the compiler looks at before it writes code:
/// borrows, and what would surely panic. That may take so long.
///
/// # Errors
/// If rustc cannot be started, takes too long or crashes.
pub fn check(source: &str, limit: Duration) -> Result<Verdict, LensError> {
    check_by(source, false, &Deadline::after(limit, &Stop::default()))
}

/// The same, perhaps with the program's `tests`, where other questions share the time.
pub(crate) fn check_by(
    source: &str,
    tests: bool,
    deadline: &Deadline,
) -> Result<Verdict, LensError> {
    let mut arguments = vec!["--crate-name=listing", "--emit=metadata,mir"];
    arguments.extend(tests.then_some("--test"));
    let said = run(source, &arguments, deadline)?;
    Ok(if said.success {
        Verdict::Accepted
    } else {
        Verdict::Rejected(said.stderr)
    })
}

/// What `rustc -vV` says, which tells two compilers apart.
///
/// # Errors
/// If rustc cannot be started.
pub fn compiler_version() -> io::Result<&'static str> {
    Ok(&Compiler::find()?.version)
}

/// The errors of a library crate, perhaps with its `tests`, each with its place in the text.
pub(crate) fn errors(
    source: &str,
    tests: bool,
    deadline: &Deadline,
) -> Result<Vec<Diagnostic>, LensError> {
    let mut arguments = vec![
        "--crate-name=copies",
        "--crate-type=lib",
        "--emit=metadata",
        "--error-format=json",
        "--cap-lints=allow",
    ];
    arguments.extend(tests.then_some("--test"));
    run(source, &arguments, deadline)?.errors()
}

/// The errors of a program as it is, perhaps with its `tests`, each with its place in the text.
pub(crate) fn errors_of_program(
    source: &str,
    tests: bool,
    deadline: &Deadline,
) -> Result<Vec<Diagnostic>, LensError> {
    let mut arguments = vec![
        "--crate-name=listing",
        "--emit=metadata",
        "--error-format=json",
    ];
    arguments.extend(tests.then_some("--test"));
    run(source, &arguments, deadline)?.errors()
}

/// All messages about a program, in the terminal's colors, perhaps with its `tests`.
pub(crate) fn messages(
    source: &str,
    tests: bool,
    deadline: &Deadline,
) -> Result<Vec<Diagnostic>, LensError> {
    let mut arguments = vec![
        "--crate-name=listing",
        "--emit=metadata,mir",
        "--error-format=json",
        "--json=diagnostic-rendered-ansi",
    ];
    arguments.extend(tests.then_some("--test"));
    let said = run(source, &arguments, deadline)?;
    let mut messages = said.diagnostics()?;
    // `aborting due to 2 previous errors` is about no spot.
    messages.retain(|message| !message.spans.is_empty());
    if !said.success && messages.is_empty() {
        return Err(LensError::Crashed(said.stderr));
    }
    Ok(messages)
}

/// Compiles a text in `folder` with these arguments, and says whether that went well and what
/// the errors are.
pub(crate) fn link(
    folder: &Path,
    source: &str,
    arguments: &[&str],
    deadline: &Deadline,
) -> Result<(bool, Vec<Diagnostic>), LensError> {
    let said = run_in(folder, source, arguments, deadline)?;
    Ok((said.success, said.errors()?))
}

struct Said {
    success: bool,
    stderr: String,
}

impl Said {
    /// What rustc said as JSON.
    fn diagnostics(&self) -> Result<Vec<Diagnostic>, LensError> {
        let lines = self.stderr.lines().map(|line| {
            serde_json::from_str(line).map_err(|_| LensError::Crashed(line.to_owned()))
        });
        lines.collect()
    }

    /// The errors among what rustc said as JSON.
    fn errors(&self) -> Result<Vec<Diagnostic>, LensError> {
        let mut errors = self.diagnostics()?;
        errors.retain(|said| said.level.starts_with("error") && !said.spans.is_empty());
        if !self.success && errors.is_empty() {
            return Err(LensError::Crashed(self.stderr.clone()));
        }
        Ok(errors)
    }
}

fn run(source: &str, arguments: &[&str], deadline: &Deadline) -> Result<Said, LensError> {
    let folder = tempfile::tempdir()?;
    run_in(folder.path(), source, arguments, deadline)
}

fn run_in(
    folder: &Path,
    source: &str,
    arguments: &[&str],
    deadline: &Deadline,
) -> Result<Said, LensError> {
    fs::write(folder.join("main.rs"), source)?;
    let limits = Limits {
        memory: Some(MEMORY),
        folder: Some(256 << 20),
        processes: Some(64),
        ..Limits::tool(deadline.at.saturating_duration_since(Instant::now()))
    };
    let ran = rustc()?
        .args(["--edition=2024", "main.rs"])
        .args(arguments)
        .folder(folder)
        .limits(limits)
        .stopped_by(&deadline.stop)
        .run()?;
    match ran.end {
        End::Exited(status) if matches!(status.code(), Some(0 | 1)) => Ok(Said {
            success: status.success(),
            stderr: ran.stderr().into_owned(),
        }),
        End::Stopped(Limit::Time) => Err(LensError::TimedOut(deadline.limit)),
        end => Err(LensError::Crashed(end.to_string())),
    }
}

/// One error, as rustc's JSON has it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Diagnostic {
    pub message: String,
    code: Option<Code>,
    pub level: String,
    /// The whole message as a reader sees it.
    pub rendered: Option<String>,
    pub spans: Vec<DiagnosticSpan>,
}

#[derive(Debug, Clone, Deserialize)]
struct Code {
    code: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct DiagnosticSpan {
    file_name: String,
    byte_start: usize,
    byte_end: usize,
    pub is_primary: bool,
    pub label: Option<String>,
    expansion: Option<Box<Expansion>>,
}

#[derive(Debug, Clone, Deserialize)]
struct Expansion {
    span: DiagnosticSpan,
}

impl Diagnostic {
    /// `E0382`, or nothing for the few errors without a code.
    pub fn code(&self) -> &str {
        self.code.as_ref().map_or("", |code| &code.code)
    }

    /// The bytes of the text that the error points at first.
    pub fn primary(&self) -> std::ops::Range<usize> {
        let primary = self.spans.iter().find(|span| span.is_primary);
        primary
            .or(self.spans.first())
            .map_or(0..0, DiagnosticSpan::bytes)
    }
}

impl DiagnosticSpan {
    /// Its bytes in our text; for what a macro wrote, those of the call, unless it is a part of it.
    pub fn bytes(&self) -> std::ops::Range<usize> {
        let own = self.byte_start..self.byte_end;
        let Some(expansion) = &self.expansion else {
            return own;
        };
        let call = expansion.span.bytes();
        let inside = self.file_name == "main.rs" && call.start <= own.start && own.end <= call.end;
        if inside { own } else { call }
    }
}
