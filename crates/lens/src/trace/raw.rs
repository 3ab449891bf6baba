//! What the recorder writes: a line of JSON for each step, with the addresses of that run.

use super::Misdeed;
use serde::{Deserialize, Serialize};

/// `"begun"`, which is the first line, `{"step":{…}}`, `{"unknown":"listing::Ticket"}`,
/// `{"ended":{…}}` or `{"stopped":"memory"}`; between two steps what happened to memory that is gone.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Line {
    Begun,
    Step(Step),
    Reached(Reached),
    FreedAgain(Grave),
    /// A type that nobody knew how to look into, by its name.
    Unknown(String),
    Ended(Ended),
    Stopped(String),
}

/// `main` has returned or unwound.
#[derive(Deserialize)]
pub(crate) struct Ended {
    pub panicked: bool,
    pub allocations: usize,
    pub frees: usize,
}

#[derive(Deserialize)]
pub(crate) struct Step {
    /// How many bytes have been printed.
    pub printed: usize,
    /// Whether a panic is unwinding the calls.
    pub unwinding: bool,
    /// How many blocks the program has asked for and given back.
    pub allocations: usize,
    pub frees: usize,
    /// Whether freed memory may be in use again.
    pub gives_back: bool,
    /// The addresses between which the stack lies, the top of it first.
    pub stack: (usize, usize),
    /// Below this address no variable of a call in progress lies.
    pub low: usize,
    pub events: Vec<Event>,
    pub frames: Vec<Frame>,
    /// Number, address and size of each live block that something has pointed to, by address.
    pub blocks: Vec<(usize, usize, usize)>,
    /// The freed blocks that something points to, by number.
    pub graves: Vec<Grave>,
    /// What happened to memory that is gone since the step before.
    #[serde(skip)]
    pub misuses: Vec<Misuse>,
}

/// A freed block: its number, address and size, and how many steps had been written then.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Grave(pub usize, pub usize, pub usize, pub usize);

/// A line follows a pointer to memory that may be gone.
#[derive(Deserialize)]
pub(crate) struct Reached {
    pub line: usize,
    pub how: Misdeed,
    pub at: usize,
    pub bytes: usize,
    /// The freed block there; what is on the stack has none.
    pub grave: Option<Grave>,
}

/// What happened to memory that is gone.
pub(crate) enum Misuse {
    Reached(Reached),
    FreedAgain(Grave),
}

impl Misuse {
    /// The line that follows a pointer.
    pub fn line(&self) -> Option<usize> {
        match self {
            Misuse::Reached(reached) => Some(reached.line),
            Misuse::FreedAgain(_) => None,
        }
    }
}

/// `{"freed":3}`, `{"resized":[3,4]}` or `{"dropped":["listing::Ticket",4711]}`.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Event {
    /// The number of a block.
    Freed(usize),
    /// The type and address of a value whose `drop` begins.
    Dropped(String, usize),
    /// The numbers of a block and of the one of another size that holds its values now.
    Resized(usize, usize),
}

#[derive(Deserialize)]
pub(crate) struct Frame {
    pub call: usize,
    pub function: usize,
    pub site: usize,
    /// The places that could be read, by their number in the function.
    pub places: Vec<(usize, Node)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Node {
    #[serde(rename = "type")]
    pub ty: String,
    pub size: usize,
    pub at: usize,
    pub value: Value,
}

pub(crate) type Value = super::Value<Node, Target>;
pub(crate) type Pointer = super::Pointer<Target>;

/// What a pointer points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Target {
    pub at: usize,
    /// How many bytes of it, where that is known.
    pub bytes: Option<usize>,
    /// What is there, if it may be read.
    #[serde(rename = "target")]
    pub node: Option<Box<Node>>,
}

impl Pointer {
    /// Whether it points to memory at all: an empty list owns none, and says so by its capacity.
    pub fn is_dangling(&self) -> bool {
        self.cap == Some(0)
    }

    /// What it points to, if that was read.
    pub fn target(&self) -> Option<&Node> {
        self.to.node.as_deref()
    }
}
