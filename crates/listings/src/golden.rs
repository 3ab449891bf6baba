//! What a program really printed, in the form in which it is kept beside the program.

use std::io;
use std::path::Path;
use std::process::Command;

/// What one run of an example showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// Standard output.
    pub stdout: String,
    /// The panic's message and the exit status, if the program did not end well.
    pub panic: Option<String>,
}

/// Runs an example and keeps what does not change from run to run.
///
/// # Errors
/// If the program cannot be started or prints what is not UTF-8.
pub fn observe(program: &Path) -> io::Result<Observed> {
    let output = Command::new(program).env("RUST_BACKTRACE", "0").output()?;
    let text = |bytes| String::from_utf8(bytes).map_err(io::Error::other);
    let panic = (!output.status.success()).then(|| {
        let stderr = String::from_utf8_lossy(&output.stderr);
        format!("{}{}\n", without_thread_numbers(&stderr), output.status)
    });
    Ok(Observed {
        stdout: text(output.stdout)?,
        panic,
    })
}

/// `thread 'main' (4711) panicked at …` without the number, which differs from run to run,
/// and without the hint about backtraces.
fn without_thread_numbers(stderr: &str) -> String {
    stderr
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("note: run with `RUST_BACKTRACE"))
        .map(|line| match line.split_once("' (") {
            Some((thread, rest)) if line.starts_with("thread '") => {
                let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                format!("{thread}'{}\n", rest.trim_start_matches(')'))
            }
            _ => format!("{line}\n"),
        })
        .collect()
}

/// The error code of a message of rustc: `E0382` of `error[E0382]: borrow of moved value`.
pub fn error_code(message: &str) -> Option<&str> {
    let line = message.lines().find(|line| line.starts_with("error"))?;
    Some(line.strip_prefix("error[")?.split_once(']')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_kept_without_its_thread_number() {
        let message = "\nthread 'main' (4711) panicked at examples/a.rs:3:5:\nno ticket left\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
        assert_eq!(
            without_thread_numbers(message),
            "thread 'main' panicked at examples/a.rs:3:5:\nno ticket left\n"
        );
    }

    #[test]
    fn the_code_is_read_from_the_message() {
        assert_eq!(
            error_code("error[E0382]: borrow of moved value"),
            Some("E0382")
        );
        assert_eq!(error_code("error: lifetime may not live long enough"), None);
    }
}
