//! Runs the programs of listings, and keeps what does not change from run to run.
//!
//! An example in Rust is built by cargo; [`observe_example`] runs it. Programs in C, C++, Java,
//! Python and JavaScript are compiled and run by [`observe`].
//!
//! A C or C++ program is compiled with sanitizers. One that is meant to go wrong says so in its
//! first line, with words that the sanitizer's report must contain:
//!
//! ```text
//! // wrong: heap-use-after-free          in main.c or main.cpp
//! // unsafe: attempting double-free      in the twin of a rejected program
//! // without a meaning: incomplete type  in a twin that the compiler must refuse, in these words
//! ```
//!
//! [`observe`] returns what a program printed, or, of a report, the lines that decide, without
//! addresses, process numbers and frames of the system.

mod example;
mod language;
mod limits;
mod report;
mod steps;

pub use example::{Observed, observe_example};
pub use language::{Language, Sanitizer};
pub use steps::{Steps, steps};

use anyhow::{Context, Result, ensure};
use language::sanitized;
use limits::{PATIENCE, limits};
use runner::{Command, End, Limits, Outcome, Store};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The words of the report that a program is meant to cause, from its first line.
pub fn expected_report(source: &str) -> Option<&str> {
    let first = source.lines().next()?.strip_prefix("// ")?;
    first
        .strip_prefix("wrong: ")
        .or_else(|| first.strip_prefix("unsafe: "))
}

/// Compiles and runs a program: what it printed, or the deciding lines of the report it is meant
/// to cause.
///
/// What is compiled is kept in `store` for the next time.
///
/// # Errors
/// If it does not compile and should, or ends otherwise than its first line says, or does not end.
pub fn observe(path: &Path, store: &Store) -> Result<String> {
    let source = text(path)?;
    if let Some(words) = expected_refusal(&source) {
        return refused(path, words);
    }
    let ran = match language(path)? {
        language @ (Language::C | Language::Cpp) => {
            let sanitizer = Sanitizer::of(&source);
            let mut flags = vec!["-g", "-O0", "-fno-omit-frame-pointer"];
            flags.extend(sanitizer.flags());
            let program = compiled(language, path, &source, &flags, store)?;
            sanitized(&program, sanitizer).run()?
        }
        Language::Java => java(path, &source, store)?.run()?,
        language @ (Language::Python | Language::JavaScript) => script(language, path)?.run()?,
    };
    let (path, stdout, stderr) = (path.display(), ran.stdout(), ran.stderr());
    let Some(words) = expected_report(&source) else {
        ensure!(
            ran.succeeded() && ran.stderr.is_empty(),
            "{path}: must end well, and {}\n{stdout}{stderr}",
            ran.end
        );
        return Ok(stdout.into_owned());
    };
    let name = Path::new(&path.to_string())
        .file_name()
        .map(OsStr::to_owned);
    let report = report::deciding_lines(&stderr, &name.unwrap_or_default().to_string_lossy());
    ensure!(
        !ran.succeeded() && report.contains(words),
        "{path}: the report must contain \"{words}\", and the program {}\n{stdout}{stderr}",
        ran.end
    );
    Ok(stdout.into_owned() + &report)
}

/// The words with which the compiler must refuse the program, from its first line.
fn expected_refusal(source: &str) -> Option<&str> {
    source
        .lines()
        .next()?
        .strip_prefix("// without a meaning: ")
}

/// What the compiler says of a C++ program that it must refuse in these words.
fn refused(path: &Path, words: &str) -> Result<String> {
    // In English, and with quotation marks of ASCII.
    let compile = tool("c++").env("LC_ALL", "C");
    let compile = compile.args(["-std=c++17", "-fsyntax-only"]).arg(path);
    let ran = compile.run()?;
    let (path, stderr) = (path.display(), ran.stderr());
    let report = report::errors(&stderr);
    ensure!(
        !ran.succeeded() && report.contains(words),
        "{path}: the compiler must refuse it and say \"{words}\", and it {}\n{stderr}",
        ran.end
    );
    Ok(report)
}

/// Runs a C or C++ program that is meant to go wrong without a sanitizer; nobody knows what it
/// does, except that it starts and ends.
///
/// # Errors
/// If it does not compile, or is stopped at a limit.
pub fn run_unwatched(path: &Path, store: &Store) -> Result<()> {
    let flags = ["-pthread", "-w"];
    let program = compiled(language(path)?, path, &text(path)?, &flags, store)?;
    let ran = Command::new(program).limits(limits()).run()?;
    ensure!(ends(ran.end), "{}: {}", path.display(), ran.end);
    Ok(())
}

/// Whether it ended without being stopped, however badly.
fn ends(end: End) -> bool {
    matches!(end, End::Exited(_))
}

/// Compiles a benchmark's program, in Rust too, and runs it with one argument: its `answer`.
///
/// # Errors
/// If it does not compile, does not end well, or prints no answer.
pub fn answer(path: &Path, size: &str, store: &Store) -> Result<String> {
    let source = text(path)?;
    let run = match Language::of(path) {
        Some(language @ (Language::C | Language::Cpp)) => {
            let program = compiled(language, path, &source, &["-O2"], store)?;
            Command::new(program).limits(limits())
        }
        Some(Language::Java) => java(path, &source, store)?,
        Some(language @ (Language::Python | Language::JavaScript)) => script(language, path)?,
        None => {
            let version = said(tool("rustc").arg("-vV"))?;
            let flags = ["--edition=2024", "-O"];
            let compile = |to: &Path| tool("rustc").args(flags).arg("-o").arg(to).arg(path);
            let program = kept(store, "rust", (version, flags, &source), compile)?;
            Command::new(program).limits(limits())
        }
    };
    let printed = said(run.arg(size)).with_context(|| path.display().to_string())?;
    let answer = printed
        .lines()
        .find_map(|line| line.strip_prefix("answer "));
    let answer = answer.with_context(|| format!("{}: prints no answer", path.display()))?;
    Ok(answer.to_owned())
}

fn language(path: &Path) -> Result<Language> {
    Language::of(path).with_context(|| format!("{}: no known language", path.display()))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))
}

/// A compiler, which finds its own files by its user's settings.
fn tool(name: &str) -> Command {
    Command::new(name)
        .whole_environment()
        .limits(Limits::tool(PATIENCE))
}

/// The output of a command that must end well.
fn said(command: Command) -> Result<String> {
    let ran: Outcome = command.run()?;
    ensure!(ran.succeeded(), "{}\n{}", ran.end, ran.stderr());
    Ok(ran.stdout().into_owned())
}

/// The program of a C or C++ file, compiled unless `store` has it already from the same text,
/// flags and compiler.
fn compiled(
    language: Language,
    path: &Path,
    source: &str,
    flags: &[&str],
    store: &Store,
) -> Result<PathBuf> {
    let (compiler, standard) = match language {
        Language::C => ("cc", "-std=c11"),
        _ => ("c++", "-std=c++17"),
    };
    let version = said(tool(compiler).arg("--version"))?;
    // The path stands in the program's debugging information, and so in its reports.
    let depends_on = (version, standard, flags, source, path);
    kept(store, language.extension(), depends_on, |to| {
        let compile = tool(compiler).arg(standard).args(flags);
        compile.arg(path).arg("-o").arg(to)
    })
}

/// The program that is kept for what it depends on, or compiled now.
fn kept(
    store: &Store,
    language: &str,
    depends_on: impl std::hash::Hash,
    compile: impl FnOnce(&Path) -> Command,
) -> Result<PathBuf> {
    let program = Path::new("program").with_extension(env::consts::EXE_EXTENSION);
    let folder = store.files(language, depends_on, |folder| {
        let ran = said(compile(&folder.join(&program)));
        ran.map(drop).context("it does not compile")
    })?;
    Ok(folder.join(program))
}

/// Java's first class of a file, as `java main.java` takes it, compiled unless `store` has it
/// already.
fn java(path: &Path, source: &str, store: &Store) -> Result<Command> {
    let version = said(tool("javac").arg("-version"))?;
    let classes = store.files("java", (version, source), |folder| {
        let ran = said(tool("javac").arg("-d").arg(folder).arg(path));
        let not_compiled = || format!("{}: does not compile", path.display());
        ran.map(drop).with_context(not_compiled)
    })?;
    let mut words = source.split("class ").skip(1);
    let first = words.next().and_then(|rest| rest.split_whitespace().next());
    let first = first.with_context(|| format!("{}: no class", path.display()))?;
    let java = Command::new("java").arg("-cp").arg(classes).arg(first);
    Ok(java.limits(limits()))
}

/// What runs a program that needs no compiler.
fn script(language: Language, path: &Path) -> Result<Command> {
    let path = path.canonicalize()?;
    let interpreter = language.tools()[0];
    Ok(Command::new(interpreter).arg(path).limits(limits()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use runner::Limit;
    use std::process::ExitStatus;

    #[test]
    fn what_waits_and_what_computes_without_end_do_not_end() {
        assert!(ends(End::Exited(ExitStatus::default())));
        for limit in [Limit::Time, Limit::Processor] {
            assert!(!ends(End::Stopped(limit)), "it {limit}");
        }
    }
}
