use std::fmt;
use std::io;
use std::time::Duration;

/// Why there is no timeline.
#[derive(Debug)]
pub enum LensError {
    /// The text is not a Rust program: where, and what rustc says.
    NotRust {
        /// The line, from 1.
        line: usize,
        /// rustc's message; the parser's where rustc cannot be asked.
        message: String,
    },
    /// The program uses something the lens does not handle: where, and what.
    NotHandled {
        /// The line, from 1.
        line: usize,
        /// What the program uses, and what to do instead.
        message: String,
    },
    /// rustc refuses the program, and for another reason than its borrows; its own message.
    Stopped(String),
    /// rustc rejects the program, so it cannot run; rustc's message.
    Rejected(String),
    /// rustc needed longer than this.
    TimedOut(Duration),
    /// rustc ended without a message (it crashed, or could not be understood).
    Crashed(String),
    /// The lens lacks what it needs for any program: a stack, or its compiled recorder.
    NotReady(String),
    /// rustc cannot be started, or a temporary file cannot be written.
    Io(io::Error),
}

impl LensError {
    /// Whether another try may be answered: not the program was at fault but the machine, which was
    /// busy or has no compiler.
    pub fn may_pass(&self) -> bool {
        match self {
            LensError::TimedOut(_)
            | LensError::Crashed(_)
            | LensError::NotReady(_)
            | LensError::Io(_) => true,
            LensError::NotRust { .. }
            | LensError::NotHandled { .. }
            | LensError::Stopped(_)
            | LensError::Rejected(_) => false,
        }
    }
}

impl fmt::Display for LensError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LensError::NotRust { line, message } => {
                write!(f, "line {line}: not a Rust program:\n\n{message}")
            }
            LensError::NotHandled { line, message } => write!(f, "line {line}: {message}"),
            LensError::Stopped(message) => {
                write!(
                    f,
                    "rustc refuses the program, and not for its borrows; mend this first:\n\n{message}"
                )
            }
            LensError::Rejected(message) => {
                write!(
                    f,
                    "rustc rejects the program, so it cannot run:\n\n{message}"
                )
            }
            LensError::TimedOut(limit) => write!(
                f,
                "rustc needed longer than {} s; ask about a smaller program",
                limit.as_secs()
            ),
            LensError::Crashed(how) => write!(f, "rustc ended without an answer ({how})"),
            LensError::NotReady(why) => write!(f, "the lens is not ready: {why}; ask again"),
            // The source tells the rest.
            LensError::Io(_) => f.write_str("rustc cannot be asked; is it installed?"),
        }
    }
}

impl std::error::Error for LensError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            LensError::Io(error) => Some(error),
            LensError::NotRust { .. }
            | LensError::NotHandled { .. }
            | LensError::Stopped(_)
            | LensError::Rejected(_)
            | LensError::TimedOut(_)
            | LensError::Crashed(_)
            | LensError::NotReady(_) => None,
        }
    }
}

impl From<io::Error> for LensError {
    fn from(error: io::Error) -> LensError {
        LensError::Io(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error;

    #[test]
    fn what_the_system_said_is_the_source() {
        let error = LensError::from(io::Error::other("no more files"));
        assert_eq!(error.to_string(), "rustc cannot be asked; is it installed?");
        let source = error.source().map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("no more files"));
    }
}
