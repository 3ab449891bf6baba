//! valgrind's memcheck finds no error in the programs that record their memory, and counts as many
//! allocations and frees in those originals that return as their traces do.
//!
//! Where valgrind is missing the tests are reported as ignored, with their names; where
//! `BOOK_REQUIRE_VALGRIND=1` is set, as in CI, they fail instead.

use libtest_mimic::{Arguments, Failed, Trial};
use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Output};

#[path = "proofs/support/mod.rs"]
mod support;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let required = env::var("BOOK_REQUIRE_VALGRIND").is_ok_and(|value| value == "1");
    let is_missing = Command::new("valgrind").arg("--version").output().is_err();
    let runtime = Runtime::measured();
    let mut trials = Vec::new();
    for (name, source) in support::listings_with_memory() {
        let runtime = runtime.clone();
        let trial = Trial::test(name, move || is_sound_and_counted(&source, &runtime?));
        trials.push(trial.with_ignored_flag(is_missing && !required));
    }
    assert!(trials.len() >= 25, "{} listings", trials.len());
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Blocks asked for and given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    allocations: usize,
    frees: usize,
}

/// What a program does before and after its `main`.
#[derive(Debug, Clone)]
struct Runtime {
    always: Counts,
    /// After a `main` that has printed, the buffer of standard output is freed.
    frees_after_printing: usize,
}

impl Runtime {
    fn measured() -> Result<Runtime, String> {
        let always = counts_of_original("fn main() {}\n")?;
        let printing = counts_of_original("fn main() {\n    println!();\n}\n")?;
        Ok(Runtime {
            always,
            frees_after_printing: printing.frees - always.frees,
        })
    }
}

fn is_sound_and_counted(source: &str, runtime: &Runtime) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    lens::build_traced(source, folder.path()).map_err(|error| error.to_string())?;
    memcheck(folder.path())?;
    let steps = fs::read_to_string(folder.path().join("trace"))?;
    if !steps.ends_with("}\n") || steps.lines().count() < 3 {
        return Err("it recorded nothing under valgrind".into());
    }

    let trace = lens::trace(source).map_err(|error| error.to_string())?;
    if trace.ending != lens::Ending::Returned {
        // What the panic itself allocates is counted, too.
        return Ok(());
    }
    let counted = counts_of_original(source)?;
    let after_main = match trace.output.is_empty() {
        true => 0,
        false => runtime.frees_after_printing,
    };
    let counted = Counts {
        allocations: counted.allocations - runtime.always.allocations,
        frees: counted.frees - runtime.always.frees - after_main,
    };
    let traced = Counts {
        allocations: trace.allocations,
        frees: trace.frees,
    };
    if counted != traced {
        return Err(format!("valgrind counts {counted:?}, the trace {traced:?}").into());
    }
    Ok(())
}

/// What valgrind counts over a whole run of a program as it is written.
fn counts_of_original(source: &str) -> Result<Counts, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = folder.path().join("main.rs");
    fs::write(file, source).map_err(|error| error.to_string())?;
    let rustc = Command::new("rustc")
        .args([
            "--edition=2024",
            "--cap-lints=allow",
            "-oprogram",
            "main.rs",
        ])
        .current_dir(folder.path())
        .output();
    let rustc = rustc.map_err(|error| error.to_string())?;
    if !rustc.status.success() {
        return Err(String::from_utf8_lossy(&rustc.stderr).into_owned());
    }
    let said = memcheck(folder.path())?;
    counts(&said).ok_or(format!("no heap summary in:\n{said}"))
}

/// `total heap usage: 1,024 allocs, 1,023 frees, 9,000 bytes allocated`
fn counts(said: &str) -> Option<Counts> {
    let (_, usage) = said.split_once("total heap usage: ")?;
    let mut words = usage.split(' ');
    let mut number = || words.find_map(|word| word.replace(',', "").parse().ok());
    Some(Counts {
        allocations: number()?,
        frees: number()?,
    })
}

/// Runs `folder/program` under memcheck; an error if memcheck finds one.
fn memcheck(folder: &Path) -> Result<String, String> {
    let run: Output = Command::new("valgrind")
        .args(["--error-exitcode=99", "--leak-check=no", "./program"])
        .env("LENS_TRACE", "trace")
        // As the trace is run: a backtrace that is asked for allocates 95,000 blocks.
        .env("RUST_BACKTRACE", "0")
        .current_dir(folder)
        .output()
        .map_err(|error| format!("valgrind: {error}"))?;
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    // A program may panic.
    match run.status.code() {
        Some(0 | 101) => Ok(said),
        _ => Err(format!("{}:\n{said}", run.status)),
    }
}
