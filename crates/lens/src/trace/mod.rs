//! What a program's memory holds while it runs, as plain data.

mod raw;
mod resolve;
mod rewrite;
mod run;

use crate::permissions::timeline;
use crate::program::Program;
use crate::timeline::{Options, Reason, Timeline};
use crate::{LensError, Verdict, rustc};
use proc_macro2::{TokenStream, TokenTree};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

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
}

impl Step {
    /// Every pointer that the step shows, each with the name of its place.
    pub fn pointers(&self) -> Vec<(&str, &Pointer)> {
        let places = self.frames.iter().flat_map(|frame| &frame.places);
        let roots = places
            .filter_map(|held| held.node.as_ref())
            .chain(self.blocks.iter().filter_map(|block| block.node.as_ref()));
        let mut nodes: Vec<&Node> = roots.collect();
        let mut pointers = Vec::new();
        while let Some(node) = nodes.pop() {
            match &node.value {
                Value::Pointer(pointer) => pointers.push((node.place.as_str(), pointer)),
                Value::Parts { parts, .. } => nodes.extend(parts.iter().map(|(_, node)| node)),
                Value::List { items, .. } => nodes.extend(items),
                Value::Cell { inside, .. } => nodes.extend(inside.as_deref()),
                Value::Scalar { .. } | Value::Text { .. } | Value::Unknown => {}
            }
        }
        pointers
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

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Value {
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
        parts: Vec<(String, Node)>,
    },
    /// An array or the elements of a list or slice.
    List {
        /// The first elements.
        items: Vec<Node>,
        /// How many there are.
        len: usize,
    },
    /// A pointer of any kind.
    Pointer(Pointer),
    /// A `RefCell` or a `Mutex`.
    Cell {
        /// `not borrowed`, `locked` and so on.
        state: String,
        /// What is inside, if that may be read.
        inside: Option<Box<Node>>,
    },
    /// Not looked into.
    Unknown,
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
pub struct Pointer {
    /// How it holds what it points to.
    pub how: How,
    /// The name of what it points to; `None` where there is no such memory.
    pub to: Option<String>,
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
    /// Whether it has been freed since the step before.
    pub freed: bool,
    /// What it holds, where that was read.
    pub node: Option<Node>,
}

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
    /// It was stopped after five seconds.
    TimedOut,
    /// It was stopped when it asked for more than 64 MiB in all.
    TooMuchMemory,
    /// It was stopped when it had printed more than 1 MiB.
    TooMuchOutput,
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
            Ending::TimedOut => write!(f, "the program ran for 5 s and was stopped"),
            Ending::TooMuchMemory => {
                write!(f, "the program asked for more than 64 MiB and was stopped")
            }
            Ending::TooMuchOutput => {
                write!(f, "the program printed more than 1 MiB and was stopped")
            }
        }
    }
}

/// The most output that a trace keeps, in bytes.
const MOST_OUTPUT: usize = 16 << 10;

/// Compiles a program, runs it without input, and tells what its memory held at each step.
///
/// The program is rewritten so that it writes down every place that the [`timeline()`] says may be
/// read; it prints what it would have printed.
///
/// # Errors
/// If there is no timeline, if rustc rejects the program, or if it uses what cannot be followed,
/// such as threads.
pub fn trace(source: &str) -> Result<Trace, LensError> {
    let folder = tempfile::tempdir()?;
    let program = Program::parse(source)?;
    let (file, timeline) = prepare(source)?;
    let (functions, stops) = rewrite::functions(&program, &timeline);
    let left_out = build(folder.path(), &program, &file, &functions, &stops)?;
    let run = run::run(folder.path(), &stops)?;
    let mut notes = Vec::new();
    for purpose in &left_out {
        if let rewrite::Purpose::Function(function) = purpose {
            let name = functions[*function].name;
            notes.push(format!(
                "`{name}` is not looked into: a recorder cannot stand in it"
            ));
        }
    }
    if let Some(line) = find_word(source, &["unsafe"]) {
        notes.push(format!(
            "line {line} is unsafe: the compiler does not check it, and the recorder has to trust it"
        ));
    }
    if let Some(line) = find_word(source, &["stdin"]) {
        notes.push(format!(
            "the program reads standard input on line {line}, and it is empty here"
        ));
    }
    if run.cut_off {
        let steps = run.steps.len();
        notes.push(format!("only the first {steps} steps are recorded"));
    }
    if run.too_deep {
        notes.push("no steps are recorded while more than 32 calls are in progress".to_owned());
    }
    let last_line = main_end(&file);
    let steps = resolve::resolve(&functions, &stops, &run, last_line);
    let mut output = run.output;
    if output.len() > MOST_OUTPUT {
        let end = (0..=MOST_OUTPUT)
            .rev()
            .find(|at| output.is_char_boundary(*at));
        output.truncate(end.unwrap_or(0));
        notes.push(format!(
            "only the first {MOST_OUTPUT} bytes of the output are kept"
        ));
    }
    Ok(Trace {
        steps,
        output,
        ending: run.ending,
        allocations: run.allocations,
        frees: run.frees,
        notes,
    })
}

/// Compiles the program that [`trace`] runs to `folder/program`; it records its memory in the file
/// that the variable `LENS_TRACE` names.
#[doc(hidden)]
pub fn build_traced(source: &str, folder: &Path) -> Result<(), LensError> {
    let program = Program::parse(source)?;
    let (file, timeline) = prepare(source)?;
    let (functions, stops) = rewrite::functions(&program, &timeline);
    build(folder, &program, &file, &functions, &stops).map(drop)
}

fn prepare(source: &str) -> Result<(syn::File, Timeline), LensError> {
    refuse_what_cannot_be_followed(source)?;
    let file = syn::parse_file(source).map_err(|error| LensError::NotRust {
        line: error.span().start().line,
        message: error.to_string(),
    })?;
    let timeline = timeline(source, &Options::default())?;
    Ok((file, timeline))
}

/// Compiles the rewritten program, and says which insertions rustc does not accept.
fn build(
    folder: &Path,
    program: &Program,
    file: &syn::File,
    functions: &[rewrite::Traced<'_>],
    stops: &[rewrite::Stop<'_>],
) -> Result<BTreeSet<rewrite::Purpose>, LensError> {
    let deadline = rustc::Deadline::after(rustc::LIMIT);
    let mut left_out = BTreeSet::new();
    loop {
        let rewritten = rewrite::rewrite(program, file, functions, stops, &left_out);
        match run::compile(folder, &rewritten, deadline) {
            Ok(run::Compiled::Program) => return Ok(left_out),
            Ok(run::Compiled::Refused(purposes)) => left_out.extend(purposes),
            Err(LensError::Stopped(message)) => {
                // The program's own fault is told in rustc's words about the program itself.
                return Err(match rustc::check(&program.source)? {
                    Verdict::Rejected(message) => LensError::Rejected(message),
                    Verdict::Accepted => LensError::Stopped(message),
                });
            }
            Err(error) => return Err(error),
        }
    }
}

fn main_end(file: &syn::File) -> usize {
    let end = file.items.iter().find_map(|item| match item {
        syn::Item::Fn(main) if main.sig.ident == "main" => {
            Some(main.block.brace_token.span.close().start().line)
        }
        _ => None,
    });
    end.unwrap_or(1)
}

/// Refuses a program whose memory has no single story.
fn refuse_what_cannot_be_followed(source: &str) -> Result<(), LensError> {
    let refusals = [
        (
            &["thread"][..],
            "starts threads, and several run at once: there is no one order of steps to draw",
        ),
        (
            &["global_allocator", "no_std", "no_main"][..],
            "chooses its own allocator or start, where the recorder has to stand",
        ),
    ];
    for (names, why) in refusals {
        if let Some(line) = find_word(source, names) {
            let message = format!("the program {why}");
            return Err(LensError::NotHandled { line, message });
        }
    }
    Ok(())
}

/// The first line whose code, not its comments or texts, has one of these words.
fn find_word(source: &str, words: &[&str]) -> Option<usize> {
    let mut streams = vec![TokenStream::from_str(source).ok()?];
    let mut lines = Vec::new();
    while let Some(stream) = streams.pop() {
        for token in stream {
            match token {
                TokenTree::Ident(word) if words.iter().any(|wanted| word == wanted) => {
                    lines.push(word.span().start().line);
                }
                TokenTree::Group(group) => streams.push(group.stream()),
                _ => {}
            }
        }
    }
    lines.into_iter().min()
}
