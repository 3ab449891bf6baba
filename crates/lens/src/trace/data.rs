//! What pages draw: the steps of a run, as plain data with names in place of addresses.

use super::Ending;
use crate::timeline::Reason;
use serde::{Deserialize, Serialize};

/// The steps of one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The steps, in the order of the run.
    pub steps: Vec<Step>,
    /// Everything that was printed.
    pub output: String,
    /// How the program ended.
    pub ending: Ending,
    /// How many heap blocks it asked for while `main` ran; a block that changes its size is a new
    /// one, wherever it then lies. Of a program that ends elsewhere, those until its last step.
    pub allocations: usize,
    /// How many of them it gave back in that time.
    pub frees: usize,
    /// What happened after the last step to memory that is gone.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub misuses: Vec<Misuse>,
    /// What the reader should know besides: what is not recorded, and why.
    pub notes: Vec<String>,
}

/// The memory before a line runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The line about to run; for the last step, where `main` has returned, its closing line.
    pub line: usize,
    /// The line that ran last.
    pub after: Option<usize>,
    /// The function at work; `None` after `main`.
    pub function: Option<String>,
    /// The calls in progress, from `main` inward.
    pub frames: Vec<Frame>,
    /// The memory outside the frames.
    pub blocks: Vec<Block>,
    /// What was printed since the step before.
    pub printed: String,
    /// The values whose `drop` has begun since, in that order.
    pub dropped: Vec<String>,
    /// The blocks freed since, in that order.
    pub freed: Vec<String>,
    /// What happened since to memory that is gone, in that order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub misuses: Vec<Misuse>,
}

/// Something that unsafe code does to memory that is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misuse {
    /// The line that does it.
    pub line: usize,
    /// What it does.
    pub does: Misdeed,
    /// To how many bytes; of a block that is freed again, its size.
    pub bytes: usize,
    /// The name of the memory, where it is known what lay there.
    pub to: Option<String>,
    /// Why nothing is there any more.
    pub gone: Gone,
}

/// What is done to memory that is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Misdeed {
    /// It is read through a pointer.
    Read,
    /// It is written through a pointer.
    Written,
    /// A reference to it is made.
    Lent,
    /// A method is called on it, or it is handed to an owner.
    Used,
    /// The block is given back a second time.
    FreedAgain,
}

/// Why there is no value where a pointer leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Gone {
    /// The block was freed before this line ran.
    Freed {
        /// The line.
        before: usize,
    },
    /// The call whose variable lay there had returned before this line ran.
    Returned {
        /// The line.
        before: usize,
    },
    /// The block of the program whose variable lay there had ended before this line ran.
    OutOfScope {
        /// The line.
        before: usize,
    },
    /// The value has moved elsewhere.
    Moved {
        /// Its type.
        what: String,
    },
    /// The block is there, but its owner holds no value at these bytes.
    NoValue,
    /// It is not known: the memory may be in use for something else.
    NotFollowed,
}

impl Step {
    /// Every pointer that the step shows, each with the name of its place.
    pub fn pointers(&self) -> impl Iterator<Item = (&str, &Pointer)> {
        let places = self.frames.iter().flat_map(|frame| &frame.places);
        let roots = places
            .filter_map(|held| held.node.as_ref())
            .chain(self.blocks.iter().filter_map(|block| block.node.as_ref()));
        let mut nodes: Vec<&Node> = roots.collect();
        std::iter::from_fn(move || {
            while let Some(node) = nodes.pop() {
                match &node.value {
                    Value::Pointer(pointer) => return Some((node.place.as_str(), pointer)),
                    Value::Parts { parts, .. } => nodes.extend(parts.iter().map(|(_, node)| node)),
                    Value::List { items, .. } => nodes.extend(items),
                    Value::Cell { inside, .. } => nodes.extend(inside.as_deref()),
                    Value::Scalar { .. } | Value::Text { .. } | Value::Unknown { .. } => {}
                }
            }
            None
        })
    }
}

/// A call in progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The function's name; a second call of it within the first is `walk (2)`.
    pub function: String,
    /// The line about to run, or running.
    pub line: usize,
    /// Its variables that are in scope.
    pub places: Vec<Held>,
}

/// A variable, or a field of one that has moved in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// As it is written: `s`, `p.name`.
    pub name: String,
    /// Where it is, as pointers to it say: `main.s`.
    pub place: String,
    /// The line that declares it.
    pub declared: Option<usize>,
    /// Whether it may be used.
    pub state: State,
    /// Why not, if the compiler says so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub why: Option<Reason>,
    /// What it holds, if that was read or is seen through a reference.
    pub node: Option<Node>,
}

/// What the timeline allows a place at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It may be read, and nobody else has a claim on it.
    Free,
    /// A shared reference to it is live.
    LentShared,
    /// An exclusive reference to it is live; it is not read.
    LentExclusively,
    /// Its value has moved elsewhere.
    Moved,
    /// A part of its value has moved elsewhere.
    PartlyMoved,
    /// It has not been given a value.
    NotInitialized,
    /// It is a reference that is not used again.
    Ended,
    /// The statement that is running uses it; it is not read meanwhile.
    InUse,
    /// What runs before the next point is not known, as where a macro of the program is called or a
    /// panic unwinds; it is not read meanwhile.
    NotReadNow,
    /// Its `drop` has begun.
    Dropped,
    /// A later variable has its name.
    Shadowed,
    /// It cannot be looked into.
    NotLookedInto,
}

/// A value in memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Where it is, by a name that is the same in every run: `main.s`, `heap 1[0]`.
    pub place: String,
    /// Its type.
    pub ty: String,
    /// Its size in bytes.
    pub size: usize,
    /// What it is.
    pub value: Value,
}

/// What a value is: of values `N`, whose pointers lead to a `T`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Value<N = Node, T = Option<String>> {
    /// A number, a `bool` or a `char`, as `{:?}` prints it.
    Scalar {
        /// As printed.
        text: String,
    },
    /// Text; `whole` unless it was cut off.
    Text {
        /// Its beginning.
        text: String,
        /// Whether that is all.
        whole: bool,
    },
    /// A struct, a variant or a tuple (without a name).
    Parts {
        /// `Ticket`, `Some`, or nothing.
        name: String,
        /// The fields, each with its name.
        parts: Vec<(String, N)>,
    },
    /// An array or the elements of a list or slice.
    List {
        /// The first elements.
        items: Vec<N>,
        /// How many there are.
        len: usize,
    },
    /// A pointer of any kind.
    Pointer(Pointer<T>),
    /// A `RefCell`, a lock or a cell that is given its value once.
    Cell {
        /// `not borrowed`, `locked` and so on.
        state: String,
        /// What is inside, if that may be read.
        inside: Option<Box<N>>,
    },
    /// Not looked into.
    Unknown {
        /// Why not, as the rest of a sentence: `keeps to itself where it stands`.
        #[serde(default)]
        why: String,
    },
}

impl<N, T> Value<N, T> {
    /// The values inside it, each with what its name adds; those behind pointers are not inside.
    pub(crate) fn inside(&self) -> Vec<(String, &N)> {
        match self {
            Value::Parts { parts, .. } => parts
                .iter()
                .map(|(name, node)| (format!(".{name}"), node))
                .collect(),
            Value::List { items, .. } => items
                .iter()
                .enumerate()
                .map(|(index, node)| (format!("[{index}]"), node))
                .collect(),
            Value::Cell {
                inside: Some(inside),
                ..
            } => vec![(".inside".to_owned(), inside)],
            _ => Vec::new(),
        }
    }
}

/// How a pointer holds what it points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It alone frees the block: `Box`, `String`, `Vec`.
    Owns,
    /// It shares the ownership: `Rc`, `Arc`.
    Counted,
    /// It keeps nothing alive: `Weak`.
    Weak,
    /// `&`, or a guard that gives one.
    Shared,
    /// `&mut`, or a guard that gives one.
    Exclusive,
    /// `*const` or `*mut`.
    Raw,
}

/// A pointer of any kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointer<T = Option<String>> {
    /// How it holds what it points to.
    pub how: How,
    /// The name of what it points to, or pointed to; `None` where there is no such memory.
    pub to: T,
    /// Why no value is there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gone: Option<Gone>,
    /// How many bytes into it, where no part of that name begins.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub offset: Option<usize>,
    /// Elements, or bytes of text.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub len: Option<usize>,
    /// For how many there is room.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cap: Option<usize>,
    /// Handles that keep the value alive.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub strong: Option<usize>,
    /// `Weak` handles.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub weak: Option<usize>,
}

/// Memory outside the frames.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// `heap 1`, `static 1`, `temporary 1`.
    pub name: String,
    /// Its size in bytes.
    pub size: usize,
    /// Whether it has been freed, since the step before or earlier where something still points to
    /// it.
    pub freed: bool,
    /// What it holds, where that was read.
    pub node: Option<Node>,
}
