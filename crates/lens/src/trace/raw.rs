//! What the recorder writes: a line of JSON for each step, with the addresses of that run.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Line {
    Step(Step),
    Ended(Ended),
    Stopped { stopped: String },
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
    /// The addresses between which the stack lies, the top of it first.
    pub stack: (usize, usize),
    pub events: Vec<Event>,
    pub frames: Vec<Frame>,
    /// Number, address and size of each live block.
    pub blocks: Vec<(usize, usize, usize)>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Event {
    Born {
        #[serde(rename = "born")]
        _block: usize,
    },
    Freed {
        freed: usize,
    },
    Dropped {
        dropped: String,
        at: usize,
    },
}

#[derive(Deserialize)]
pub(crate) struct Frame {
    pub call: usize,
    pub function: usize,
    pub site: usize,
    /// The places that could be read, by their number in the function.
    pub places: Vec<(usize, Node)>,
}

#[derive(Deserialize)]
pub(crate) struct Node {
    #[serde(rename = "type")]
    pub ty: String,
    pub size: usize,
    pub at: usize,
    pub value: Value,
}

#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub(crate) enum Value {
    Scalar {
        text: String,
    },
    Text {
        text: String,
        whole: bool,
    },
    Parts {
        name: String,
        parts: Vec<(String, Node)>,
    },
    List {
        items: Vec<Node>,
        len: usize,
    },
    Pointer(Pointer),
    Cell {
        state: String,
        inside: Option<Box<Node>>,
    },
    Unknown,
}

#[derive(Deserialize)]
pub(crate) struct Pointer {
    pub how: super::How,
    pub to: usize,
    pub bytes: Option<usize>,
    pub len: Option<usize>,
    pub cap: Option<usize>,
    pub strong: Option<usize>,
    pub weak: Option<usize>,
    pub target: Option<Box<Node>>,
}

impl Pointer {
    /// Whether it points to memory at all: an empty list owns none, and says so by its capacity.
    pub fn is_dangling(&self) -> bool {
        self.cap == Some(0)
    }
}

impl Node {
    /// The values inside it, each with its name; those behind pointers are not inside.
    pub fn inside(&self) -> Vec<(String, &Node)> {
        match &self.value {
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
