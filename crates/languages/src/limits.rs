//! What a program of a listing may take.

use runner::Limits;
use std::time::Duration;

/// No compiler and no program of the book runs longer than this, however loaded the machine is.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// Sanitizers and Java reserve more memory than there is, and Java has a thread for everything.
pub(crate) fn limits() -> Limits {
    Limits {
        time: PATIENCE,
        processor: Some(PATIENCE.as_secs()),
        memory: None,
        ..Limits::program()
    }
}
