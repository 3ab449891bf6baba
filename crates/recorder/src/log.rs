//! The file that the recorder writes.

use std::env;
use std::fs::File;
use std::io::Write as _;
use std::mem::ManuallyDrop;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process;

/// The file is not longer than this, but for its last lines.
const MOST_BYTES: usize = 12 << 20;

/// The file that `LENS_TRACE` names, written by the process that opened it alone.
pub(crate) struct Log {
    path: PathBuf,
    /// Never closed by us where the program has put something else in its place.
    file: ManuallyDrop<File>,
    identity: (u64, u64),
    process: u32,
    bytes: usize,
}

impl Log {
    /// The file, if one is asked for; the program does not see the variable.
    pub fn open() -> Option<Log> {
        let path = PathBuf::from(env::var_os("LENS_TRACE")?);
        // SAFETY: the program has not begun, so there is no other thread.
        unsafe { env::remove_var("LENS_TRACE") };
        let file = File::options().append(true).create(true).open(&path).ok()?;
        let mut log = Log {
            path,
            identity: identity(&file)?,
            file: ManuallyDrop::new(file),
            process: process::id(),
            bytes: 0,
        };
        log.write("\"begun\"\n");
        Some(log)
    }

    /// Whether there is no room for so many bytes more.
    pub fn is_full(&self, more: usize) -> bool {
        self.bytes + more > MOST_BYTES
    }

    /// Adds a line.
    pub fn write(&mut self, line: &str) {
        // A fork of the program has the same file.
        if process::id() == self.process && self.is_there() {
            self.bytes += line.len();
            _ = self.file.write_all(line.as_bytes());
        }
    }

    /// Whether the file is still open: a program may close what it has not opened, and open a file
    /// of its own in that place.
    fn is_there(&mut self) -> bool {
        if identity(&self.file) == Some(self.identity) {
            return true;
        }
        let Ok(again) = File::options().append(true).open(&self.path) else {
            return false;
        };
        let is_the_same = identity(&again) == Some(self.identity);
        if is_the_same {
            self.file = ManuallyDrop::new(again);
        }
        is_the_same
    }
}

fn identity(file: &File) -> Option<(u64, u64)> {
    let facts = file.metadata().ok()?;
    Some((facts.dev(), facts.ino()))
}
