//! Running the compiler on a text, and reading what it says.

use crate::LensError;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use wait_timeout::ChildExt;

/// The longest that all runs of rustc for one program may take.
pub(crate) const LIMIT: Duration = Duration::from_secs(10);

/// Whether rustc accepts a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It compiles.
    Accepted,
    /// It does not; rustc's message for a reader.
    Rejected(String),
}

/// Compiles a program of edition 2024 as far as metadata, which includes borrow checking.
///
/// # Errors
/// If rustc cannot be started, takes too long or crashes.
pub fn check(source: &str) -> Result<Verdict, LensError> {
    let said = run(
        source,
        &["--crate-name=listing", "--emit=metadata"],
        Instant::now() + LIMIT,
    )?;
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
    static VERSION: OnceLock<String> = OnceLock::new();
    if let Some(version) = VERSION.get() {
        return Ok(version);
    }
    let output = Command::new("rustc").arg("-vV").output()?;
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(VERSION.get_or_init(|| version))
}

/// The errors of a library crate, each with its place in the text.
pub(crate) fn errors(source: &str, deadline: Instant) -> Result<Vec<Diagnostic>, LensError> {
    let said = run(
        source,
        &[
            "--crate-name=copies",
            "--crate-type=lib",
            "--emit=metadata",
            "--error-format=json",
            "--cap-lints=allow",
        ],
        deadline,
    )?;
    said.errors()
}

/// Compiles a text in `folder` with these arguments, and says whether that went well and what
/// the errors are.
pub(crate) fn link(
    folder: &Path,
    source: &str,
    arguments: &[&str],
    deadline: Instant,
) -> Result<(bool, Vec<Diagnostic>), LensError> {
    let said = run_in(folder, source, arguments, deadline)?;
    Ok((said.success, said.errors()?))
}

struct Said {
    success: bool,
    stderr: String,
}

impl Said {
    /// The errors among what rustc said as JSON.
    fn errors(&self) -> Result<Vec<Diagnostic>, LensError> {
        let mut errors = Vec::new();
        for line in self.stderr.lines() {
            let Ok(diagnostic) = serde_json::from_str::<Diagnostic>(line) else {
                return Err(LensError::Crashed(line.to_owned()));
            };
            if diagnostic.level.starts_with("error") && !diagnostic.spans.is_empty() {
                errors.push(diagnostic);
            }
        }
        if !self.success && errors.is_empty() {
            return Err(LensError::Crashed(self.stderr.clone()));
        }
        Ok(errors)
    }
}

fn run(source: &str, arguments: &[&str], deadline: Instant) -> Result<Said, LensError> {
    let folder = tempfile::tempdir()?;
    run_in(folder.path(), source, arguments, deadline)
}

fn run_in(
    folder: &Path,
    source: &str,
    arguments: &[&str],
    deadline: Instant,
) -> Result<Said, LensError> {
    fs::write(folder.join("main.rs"), source)?;
    let stderr = folder.join("stderr");
    let mut child = rustc(folder)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&stderr)?)
        .spawn()?;
    let Some(status) = child.wait_timeout(deadline.saturating_duration_since(Instant::now()))?
    else {
        child.kill()?;
        child.wait()?;
        return Err(LensError::TimedOut(LIMIT));
    };
    let stderr = String::from_utf8_lossy(&fs::read(stderr)?).into_owned();
    match status.code() {
        Some(0 | 1) => Ok(Said {
            success: status.success(),
            stderr,
        }),
        _ => Err(LensError::Crashed(status.to_string())),
    }
}

fn rustc(folder: &Path) -> Command {
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--edition=2024", "main.rs"])
        .env_remove("RUST_BACKTRACE")
        .current_dir(folder);
    rustc
}

/// One error, as rustc's JSON has it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Diagnostic {
    pub message: String,
    code: Option<Code>,
    level: String,
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
