//! The timeline of a program, as plain data.

use crate::permissions::Judge;
use crate::permissions::Reason;
use crate::program::Program;
use crate::{LensError, Verdict, rustc};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What to look at beside the variables, and for how long.
#[derive(Debug, Clone)]
pub struct Options {
    /// More places: `v[0]`, `*left`, `GREETING`.
    pub places: Vec<String>,
    /// Only the function of that name.
    pub function: Option<String>,
    /// The longest that all runs of rustc may take; 10 s by default.
    pub limit: Duration,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            places: Vec::new(),
            function: None,
            limit: rustc::LIMIT,
        }
    }
}

/// What each place of a program may do at each point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// The functions, methods and closures, in the order of the text.
    pub functions: Vec<Function>,
    /// What was not looked into.
    pub not_looked_into: Vec<Skipped>,
    /// The line that rustc refuses first, if it rejects the program.
    pub refused: Option<usize>,
}

/// The table of one function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Function {
    /// `main`, `Playlist::add`, `main::{closure on line 3}`.
    pub name: String,
    /// The columns.
    pub places: Vec<Place>,
    /// The rows.
    pub points: Vec<Point>,
}

/// A column: a variable, or a place reached through one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// As it is written: `s`, `*r`, `p.name`.
    pub expression: String,
    /// The line that declares its variable, which tells two of one name apart.
    pub declared: Option<usize>,
    /// Its type in rustc's words, where it could be asked for.
    pub ty: Option<String>,
}

/// A row: the point before a statement, or at the end of a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The line of the statement about to run, or of the closing brace.
    pub line: usize,
    /// Where on that line the statement begins, in characters from 1.
    pub column: usize,
    /// One for each place; `None` where the place cannot be named.
    pub cells: Vec<Option<Cell>>,
}

/// What a place may do at a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// It may be read, or lent with `&`.
    pub read: bool,
    /// It may be changed, or lent with `&mut`.
    pub write: bool,
    /// Its value may be moved out, or copied if `copy`.
    pub own: bool,
    /// Its type is `Copy`.
    pub copy: bool,
    /// Why it may not, for each that it may not.
    pub why: Why,
}

/// The reasons for what is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Why it may not be read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub read: Option<Reason>,
    /// Why it may not be written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub write: Option<Reason>,
    /// Why its value may not be moved out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub own: Option<Reason>,
}

/// A part of the program that has no table, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skipped {
    /// The line where it begins.
    pub line: usize,
    /// What it is.
    pub what: String,
}

/// Asks rustc what every place of a program may do at every point.
///
/// Works on a program that rustc rejects, too: its own errors are subtracted.
///
/// # Errors
/// If the text is no Rust program, uses what the lens does not handle, or rustc stops before it
/// checks borrows.
pub fn timeline(source: &str, options: &Options) -> Result<Timeline, LensError> {
    let program = Program::parse(source)?;
    match Judge::new(&program, options)?.decide() {
        // rustc's own message has the lines of this program, not of a copy.
        Err(LensError::Stopped(message)) => Err(match rustc::check(source)? {
            Verdict::Rejected(message) => LensError::Stopped(message),
            Verdict::Accepted => LensError::Stopped(message),
        }),
        decided => decided,
    }
}
