//! How much a command may take.

use std::fmt;
use std::time::Duration;

/// What a command may take before it is stopped.
///
/// `time`, `output`, `folder` and, on Linux, `resident` and `processes` are watched from outside. The
/// others are the
/// system's own limits (`setrlimit`) and hold on Unix for each process by itself; Windows has no
/// counterpart that is set here. Where this program is under a lower limit of the system itself,
/// that one holds. Where a process that the command has started meets one of them, only that
/// process ends, and the command ends as it chooses to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long it may take by the clock on the wall.
    pub time: Duration,
    /// How many bytes it may write to its output, and as many to its errors.
    pub output: u64,
    /// How many bytes any file that it writes may have; at least `output`.
    pub file: u64,
    /// How many bytes the files in its temporary folder and its working folder may have together,
    /// those included that were there before. More than 10,000 files, or folders more than 100
    /// levels deep, are too much as well. It is counted ten times a second.
    pub folder: Option<u64>,
    /// How many seconds of processor time each of its processes may use.
    pub processor: Option<u64>,
    /// How many bytes of data each of its processes may ask for. What asks for more is refused by
    /// the system, and may go on.
    pub memory: Option<u64>,
    /// How many bytes of memory its processes may hold together, those that they share counted for
    /// each. It is counted ten times a second.
    pub resident: Option<u64>,
    /// How many processes it may be at a time, itself included.
    pub processes: Option<usize>,
}

impl Limits {
    /// For a program that somebody else wrote.
    pub fn program() -> Limits {
        Limits {
            time: Duration::from_secs(10),
            output: 2 << 20,
            file: 16 << 20,
            folder: Some(64 << 20),
            processor: Some(10),
            memory: Some(1 << 30),
            resident: Some(1 << 30),
            processes: Some(32),
        }
    }

    /// For a tool such as a compiler: time, and nothing else that a tool might need.
    pub fn tool(time: Duration) -> Limits {
        Limits {
            time,
            output: 64 << 20,
            file: 4 << 30,
            folder: None,
            processor: None,
            memory: None,
            resident: None,
            processes: None,
        }
    }
}

/// The limit at which a command was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// It ran too long.
    Time,
    /// It used too much processor time.
    Processor,
    /// It printed too much.
    Output,
    /// It wrote too large a file.
    File,
    /// It wrote too much into its folders.
    Folder,
    /// It held too much memory.
    Memory,
    /// It was too many processes at a time.
    Processes,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Limit::Time => "ran too long",
            Limit::Processor => "used too much processor time",
            Limit::Output => "printed too much",
            Limit::File => "wrote too large a file",
            Limit::Folder => "wrote too much",
            Limit::Memory => "held too much memory",
            Limit::Processes => "started too many processes",
        })
    }
}
