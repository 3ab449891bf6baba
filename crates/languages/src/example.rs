//! What an example of the book really printed, in the form in which it is kept beside it.

use crate::limits::PATIENCE;
use anyhow::{Context, Result};
use runner::{Command, End, Limits};
use std::path::Path;

/// What one run of an example showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// Standard output.
    pub stdout: String,
    /// The panic's message and the exit status, if the program did not end well.
    pub panic: Option<String>,
}

/// Runs an example that cargo has built, and keeps what does not change from run to run.
///
/// # Errors
/// If the program cannot be started, does not end, or prints what is not UTF-8.
pub fn observe_example(program: &Path) -> Result<Observed> {
    observe_within(
        program,
        Limits {
            time: PATIENCE,
            ..Limits::program()
        },
    )
}

fn observe_within(program: &Path, limits: Limits) -> Result<Observed> {
    let command = Command::new(program).limits(limits);
    let ran = command.env("RUST_BACKTRACE", "0").run()?;
    let end = match ran.end {
        End::Exited(status) => status,
        End::Stopped(_) => anyhow::bail!("{} {}; let it end", program.display(), ran.end),
    };
    let panic = (!end.success()).then(|| {
        // As Linux says it, on every system.
        let status = match end.code() {
            Some(code) => format!("exit status: {code}"),
            None => end.to_string(),
        };
        format!("{}{status}\n", as_on_every_machine(&ran.stderr()))
    });
    let stdout = String::from_utf8(ran.stdout);
    Ok(Observed {
        stdout: stdout.with_context(|| {
            format!(
                "{} prints what is not UTF-8; let it print text",
                program.display()
            )
        })?,
        panic,
    })
}

/// `thread 'main' (4711) panicked at …` without the number, which differs from run to run, with
/// Unix's slashes, and without the hint about backtraces.
fn as_on_every_machine(stderr: &str) -> String {
    stderr
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("note: run with `RUST_BACKTRACE"))
        .map(|line| match line.split_once("' (") {
            Some((thread, rest)) if line.starts_with("thread '") => {
                let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                let place = rest.trim_start_matches(')').replace('\\', "/");
                format!("{thread}'{place}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_kept_without_its_thread_number() {
        let message = "\nthread 'main' (4711) panicked at examples\\a.rs:3:5:\nno ticket left\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
        assert_eq!(
            as_on_every_machine(message),
            "thread 'main' panicked at examples/a.rs:3:5:\nno ticket left\n"
        );
    }

    #[cfg(unix)]
    #[test]
    fn an_endless_example_is_stopped_and_named() {
        use std::os::unix::fs::PermissionsExt;
        use std::time::Duration;

        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("endless");
        std::fs::write(&program, "#!/bin/sh\nsleep 60\n").expect("written");
        let executable = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&program, executable).expect("made executable");
        let limits = Limits {
            time: Duration::from_millis(200),
            ..Limits::program()
        };
        let error = observe_within(&program, limits).expect_err("it does not end");
        assert!(
            error
                .to_string()
                .ends_with("endless ran too long and was stopped; let it end"),
            "{error}"
        );
    }
}
