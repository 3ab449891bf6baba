//! The timeline of a program, as plain data.

use runner::Stop;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// The longest that all runs of rustc for one program may take, if nothing else is said.
pub const LIMIT: Duration = Duration::from_secs(10);

/// What to look at beside the variables, and for how long.
#[derive(Debug, Clone)]
pub struct Options {
    /// More places: `v[0]`, `*left`, `GREETING`.
    pub places: Vec<String>,
    /// Only the function of that name.
    pub function: Option<String>,
    /// As `rustc --test` compiles the program: with its `#[test]` functions, and without need of a
    /// `main`.
    pub tests: bool,
    /// The longest that all runs of rustc may take; 10 s by default.
    pub limit: Duration,
    /// What stops all runs when nobody waits any longer.
    pub stop: Stop,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            places: Vec::new(),
            function: None,
            tests: false,
            limit: LIMIT,
            stop: Stop::default(),
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
    /// What rustc refuses, in its order; nothing if it accepts the program.
    pub refusals: Vec<Refusal>,
}

/// An error of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The line that it is about.
    pub line: usize,
    /// Where on that line, in characters from 1.
    pub column: usize,
    /// `E0382`; a few have no code.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// rustc's words in one line.
    pub message: String,
    /// rustc's words as a reader sees them, with the lines of the program.
    pub text: String,
    /// What it says of which spot.
    pub labels: Vec<Label>,
    /// What the line needs and has not; nothing where something must only live longer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lack: Option<Lack>,
}

/// What an error says of one spot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The line, from 1.
    pub line: usize,
    /// Where on that line, in characters from 1.
    pub column: usize,
    /// rustc's words.
    pub text: String,
    /// Whether the error is about this spot.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub primary: bool,
}

/// A need that is not met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lack {
    /// The place.
    pub place: String,
    /// What the line needs of it.
    pub permission: Permission,
    /// What it may do before the line.
    pub has: Vec<Permission>,
    /// Why no more.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub why: Option<Reason>,
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
    /// What it captures, if it is a closure or an async block.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub captures: Vec<Capture>,
    /// Where it awaits, if it is async.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub awaits: Vec<Await>,
}

/// What a closure or an async block captures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capture {
    /// The place, and no more of its variable: `ticket.seat`, `*list`.
    pub path: String,
    /// How it is captured.
    pub how: CapturedBy,
    /// The line of the use that makes it so.
    pub line: usize,
}

/// How a place is captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CapturedBy {
    /// By `&`: the closure lends it.
    #[serde(rename = "shared reference")]
    Shared,
    /// By `&mut`: the closure lends it exclusively.
    #[serde(rename = "exclusive reference")]
    Exclusive,
    /// By value: it is moved into the closure, or copied.
    #[serde(rename = "move")]
    Move,
}

impl fmt::Display for CapturedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CapturedBy::Shared => "shared reference",
            CapturedBy::Exclusive => "exclusive reference",
            CapturedBy::Move => "move",
        })
    }
}

/// An `.await`, and what is kept while it waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Await {
    /// Its line.
    pub line: usize,
    /// The variables that hold a value there which is used later, lent, or has a destructor to
    /// run; and what an async block has captured. Temporaries are not among them, nor is what
    /// may have been moved. The future may have room for more: rustc keeps a variable that was
    /// ever lent.
    pub held: Vec<String>,
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
    /// Whether it belongs to a body around this closure or async block, which captures it.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub captured: bool,
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
    /// What the statement needs; nothing at the end of a block.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub needs: Vec<Need>,
    /// What is otherwise at the next point of the same block.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub changes: Vec<Change>,
}

/// What a statement must be allowed to do with a place. An assignment to a place that holds
/// nothing needs nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The place in rustc's words: `s`, `*r`, `self.items`, `a[_]`.
    pub place: String,
    /// The column that shows it: the place's own, or that of the nearest place around it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub column: Option<usize>,
    /// The strongest permission that the statement needs.
    pub permission: Permission,
    /// Only when its arguments have been evaluated, as a two-phase borrow does: what is in the way
    /// at the point before it ends with them.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub late: bool,
}

/// What a statement changes for a place: between the point before it and the point after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The column of the place.
    pub column: usize,
    /// What it may do afterwards and might not before.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub gained: Vec<Permission>,
    /// What it might do before and may not afterwards.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub lost: Vec<Permission>,
}

/// What may be done with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Permission {
    /// It may be read, or lent with `&`.
    #[serde(rename = "R")]
    Read,
    /// It may be changed, or lent with `&mut`.
    #[serde(rename = "W")]
    Write,
    /// Its value may be moved out.
    #[serde(rename = "O")]
    Own,
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

impl Permission {
    /// All, from the weakest.
    pub const ALL: [Permission; 3] = [Permission::Read, Permission::Write, Permission::Own];
}

impl Cell {
    /// Whether the place may do so.
    pub fn may(&self, permission: Permission) -> bool {
        match permission {
            Permission::Read => self.read,
            Permission::Write => self.write,
            Permission::Own => self.own,
        }
    }

    /// Why the place may not do so.
    pub fn why_not(&self, permission: Permission) -> Option<&Reason> {
        match permission {
            Permission::Read => self.why.read.as_ref(),
            Permission::Write => self.why.write.as_ref(),
            Permission::Own => self.why.own.as_ref(),
        }
    }
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

/// Why a place may not be read, written or moved out of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The kind of reason.
    pub kind: ReasonKind,
    /// The other variable concerned: who got the value, or who borrowed it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub place: Option<String>,
    /// Where that happened: a line of the program, from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<usize>,
    /// The other lines where it may have happened instead.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub or_on: Vec<usize>,
    /// The line of the later use that keeps the loan alive.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub later_use: Option<usize>,
    /// Why the loan lasts as long as it does, where no use further on in the text says so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub because: Option<Because>,
    /// Whether that happened on some of the ways to this point alone.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub perhaps: bool,
    /// rustc's own words; the lens's where rustc has none.
    pub label: String,
}

impl Reason {
    /// A reason that no line of the program explains.
    pub(crate) fn new(kind: ReasonKind, label: String) -> Reason {
        Reason {
            kind,
            place: None,
            line: None,
            or_on: Vec::new(),
            later_use: None,
            because: None,
            perhaps: false,
            label,
        }
    }
}

/// Why a loan lasts as long as it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// The kind of cause.
    pub cause: Cause,
    /// The line of the cause, or where it ends.
    pub line: usize,
    /// What it is about: a lifetime, a temporary's text, or a variable.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
}

/// The kinds of causes for a loan that lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cause {
    /// It is returned, for the lifetime, or for the reference of the caller, of that name.
    #[serde(rename = "returned")]
    Returned,
    /// An argument, an assignment or a type asks for it for the lifetime of that name.
    #[serde(rename = "required")]
    Required,
    /// The temporary of that text is dropped on that line.
    #[serde(rename = "temporary")]
    Temporary,
    /// The variable of that name is dropped on that line, and its destructor may use the loan.
    #[serde(rename = "destructor")]
    Destructor,
    /// A closure captures it.
    #[serde(rename = "captured by a closure")]
    Captured,
    /// The next turn of the loop around it uses it.
    #[serde(rename = "next turn of the loop")]
    NextTurn,
}

/// The kinds of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ReasonKind {
    /// The value has moved elsewhere.
    #[serde(rename = "moved")]
    Moved,
    /// A part of the value has moved elsewhere.
    #[serde(rename = "partly moved")]
    PartlyMoved,
    /// A shared reference to it is live.
    #[serde(rename = "lent shared")]
    LentShared,
    /// An exclusive reference to it is live.
    #[serde(rename = "lent exclusively")]
    LentExclusively,
    /// It has not been given a value.
    #[serde(rename = "not initialized")]
    NotInitialized,
    /// It was declared without `mut`.
    #[serde(rename = "not declared mut")]
    NotDeclaredMut,
    /// It is reached through a shared reference.
    #[serde(rename = "behind a shared reference")]
    BehindSharedReference,
    /// It can be moved, but the next iteration of a loop needs it.
    #[serde(rename = "needed in the next iteration")]
    NeededAgain,
    /// It is a reference whose referent has since been changed, moved or dropped.
    #[serde(rename = "ended")]
    Ended,
    /// Its value cannot be moved out from where it is.
    #[serde(rename = "not movable from here")]
    NotMovable,
    /// The closure has captured it by a reference, or may run again.
    #[serde(rename = "captured")]
    Captured,
}

impl fmt::Display for ReasonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ReasonKind::Moved => "moved",
            ReasonKind::PartlyMoved => "partly moved",
            ReasonKind::LentShared => "lent shared",
            ReasonKind::LentExclusively => "lent exclusively",
            ReasonKind::NotInitialized => "not initialized",
            ReasonKind::NotDeclaredMut => "not declared mut",
            ReasonKind::BehindSharedReference => "behind a shared reference",
            ReasonKind::NeededAgain => "needed in the next iteration",
            ReasonKind::Ended => "ended",
            ReasonKind::NotMovable => "not movable from here",
            ReasonKind::Captured => "captured",
        })
    }
}

impl ReasonKind {
    /// Whether the value, or a part of it, is elsewhere.
    pub fn is_move(self) -> bool {
        matches!(self, ReasonKind::Moved | ReasonKind::PartlyMoved)
    }

    /// Whether a live reference is the reason.
    pub fn is_loan(self) -> bool {
        matches!(self, ReasonKind::LentShared | ReasonKind::LentExclusively)
    }

    /// Whether the reason holds wherever the place has a value, not at this point alone.
    pub fn is_lasting(self) -> bool {
        matches!(
            self,
            ReasonKind::NotDeclaredMut
                | ReasonKind::BehindSharedReference
                | ReasonKind::NotMovable
                | ReasonKind::Captured
        )
    }
}
