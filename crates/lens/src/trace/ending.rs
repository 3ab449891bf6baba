//! How a run ended, in one sentence.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum Ending {
    /// `main` returned.
    Returned,
    /// `main` returned an error, or an exit status other than 0.
    Failed {
        /// The exit status.
        code: i32,
    },
    /// It panicked.
    Panicked {
        /// The line of the program.
        line: usize,
        /// The panic's message.
        message: String,
    },
    /// It panicked where nothing can unwind, as in a `drop` during another panic, and aborted.
    CouldNotUnwind {
        /// The line of the program.
        line: usize,
        /// The panic's message.
        message: String,
    },
    /// It called `exit`, so nothing that was still in scope has been dropped.
    Exited {
        /// The exit status.
        code: i32,
    },
    /// It was ended by a signal, such as 6 for `abort`.
    Killed {
        /// The signal's number.
        signal: i32,
    },
    /// Its stack overflowed.
    StackOverflow,
    /// It was stopped where it followed a pointer into the frame of a call that had returned: other
    /// calls have written there since, in every run something else.
    ReturnedFrame {
        /// The line that followed the pointer.
        line: usize,
    },
    /// It was stopped after so many seconds.
    TimedOut {
        /// Five, but where a test has less patience.
        seconds: u64,
    },
    /// It was stopped when it asked for more than 64 MiB in all; a block counts with what the
    /// allocator needs for it.
    TooMuchMemory,
    /// It was stopped when it had printed more than 1 MiB.
    TooMuchOutput,
    /// It was stopped when a file of it grew longer than 32 MiB.
    TooLargeFile,
    /// It was stopped when it was more than 32 processes.
    TooManyProcesses,
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ending::Returned => write!(f, "`main` returned"),
            Ending::Failed { code } => write!(f, "`main` returned a failure (exit status {code})"),
            Ending::Panicked { line, message } => {
                write!(f, "the program panicked on line {line}: {message}")
            }
            Ending::CouldNotUnwind { line, message } => write!(
                f,
                "a panic on line {line} could not unwind and aborted the program: {message}"
            ),
            Ending::Exited { code } => write!(
                f,
                "the program ended itself with exit status {code}; what was in scope was not dropped"
            ),
            Ending::Killed { signal: 6 } => write!(f, "the program aborted"),
            Ending::Killed { signal } => write!(f, "signal {signal} ended the program"),
            Ending::StackOverflow => write!(f, "the stack overflowed"),
            Ending::ReturnedFrame { line } => write!(
                f,
                "the program was stopped on line {line}: where a call has returned other calls write, and no two runs find the same there"
            ),
            Ending::TimedOut { seconds } => {
                write!(f, "the program ran for {seconds} s and was stopped")
            }
            Ending::TooMuchMemory => {
                write!(f, "the program asked for more than 64 MiB and was stopped")
            }
            Ending::TooMuchOutput => {
                write!(f, "the program printed more than 1 MiB and was stopped")
            }
            Ending::TooLargeFile => {
                write!(
                    f,
                    "the program wrote a file of more than 32 MiB and was stopped"
                )
            }
            Ending::TooManyProcesses => {
                write!(f, "the program was more than 32 processes and was stopped")
            }
        }
    }
}
