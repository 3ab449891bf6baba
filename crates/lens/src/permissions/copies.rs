//! Copies of a program with probes in them, and the way back from a spot in a copy to the
//! program.
//!
//! A probe at the point before `drop(s);` for the place `s`:
//!
//! ```text
//! if crate::__lens() { let __probe = &s; }; drop(s);
//! ```
//!
//! It stands on the line of the statement, so no line moves. Lending has no consequence for what
//! follows, and a place that a probe has moved out of is filled again, so many probes of one
//! variable fit into one copy. Probes of different variables do not: using a reference later
//! keeps its loan alive.

use crate::LensError;
use crate::program::{Program, Site, blank, root_of};
use crate::rustc::{self, Deadline, Diagnostic};
use crate::timeline::Permission;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

/// What the copies share: a condition that the compiler does not look into, and a question
/// that it answers with the name of a type.
const PRELUDE: &str = "\
pub const fn __lens() -> bool { true }
pub trait __Named {}
pub struct __Value;
pub const fn __any<T>() -> T { loop {} }
pub const fn __name<T: __Named + ?Sized>(_: &T) {}
pub struct __Held<T>(pub T);
impl<T> Drop for __Held<T> { fn drop(&mut self) {} }
pub const fn __copies<T: Copy>(_: &T) {}
pub const fn __forever<T>(_: &'static mut T) {}
pub struct __Sent<F>(F);
unsafe impl<F> Send for __Sent<F> {}
unsafe impl<F> Sync for __Sent<F> {}
impl<F: Future> Future for __Sent<F> {
    type Output = F::Output;
    fn poll(self: core::pin::Pin<&mut Self>, _: &mut core::task::Context<'_>) -> core::task::Poll<F::Output> { loop {} }
}
pub const fn __of<T>(_: &T) -> core::marker::PhantomData<T> { core::marker::PhantomData }
pub const fn __alike<T>(_: &T, _: core::marker::PhantomData<T>) {}
";

/// How rustc's message begins where a future may not be sent to, or shared with, another thread.
const NOT_SENT: &str = "future cannot be ";

/// What is asked at one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// May the place be read, written, or moved out of?
    May(Permission, String),
    /// Has the place been moved out of? The copy moves it, too: first on a way straight to the place,
    /// then through another turn of a loop. rustc reports moves of the second kind only where there
    /// is none of the first.
    Moved {
        place: String,
        /// What moves it, or a part of it.
        moving: Vec<String>,
    },
    /// What if the place is moved out of, and the loop of that label begins again at once?
    Again(String, String),
    /// What if the place is moved out of and stays empty? Another move, after which the loop of
    /// that label begins again at once, tells what is reached through the next iteration.
    Gone(String, String),
    /// Is the place empty? From here on it is full.
    Empty(String),
    /// Not a question: the place is full from here on.
    Fill(String),
    /// What is the type of the place?
    Type(String),
    /// Is the point ever reached? Answered by an error if it is.
    Reached,
    /// What follows in the block that touches one of these variables? Each is lent, `&mut` if
    /// so asked, until the block ends.
    Lent(bool, Vec<String>),
    /// Is the place copied where it would be moved?
    Copies(String),
    /// Who uses the place after this point, if it is lent exclusively for ever?
    Forever(String),
    /// Does the place have a destructor to run? Answered by an error if it does: a constant may
    /// drop nothing of its type.
    Drops(String),
}

/// A copy to be compiled: questions and where each stands.
#[derive(Default)]
pub(crate) struct Copy<'p> {
    pub questions: Vec<(&'p Site, Question)>,
    /// Bytes to be taken out, and what stands there instead.
    pub without: Vec<(Range<usize>, String)>,
    /// Bytes that something stands before and after.
    pub around: Vec<(Range<usize>, [String; 2])>,
}

/// What rustc says of one copy, with every spot mapped back.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub errors: Vec<Complaint>,
}

#[derive(Debug, Clone)]
pub(crate) struct Complaint {
    pub code: String,
    pub message: String,
    pub primary: Spot,
    pub labels: Vec<(Spot, String)>,
}

/// A spot in a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spot {
    /// In the program's own text.
    Program(Range<usize>),
    /// In the question with that number.
    Question(usize, Part),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The probe itself.
    Probe,
    /// A move that only a copy makes.
    Again,
    /// The filling of a place that was moved out of; whether that is allowed says nothing.
    Refill,
}

/// Compiles all copies in one run of rustc, perhaps with the program's `tests`. What a question
/// lends, an async block may hold from then on, so that it may not be sent to another thread; then
/// those copies are compiled again, with async blocks that may.
pub(crate) fn ask(
    program: &Program,
    copies: &[Copy<'_>],
    tests: bool,
    deadline: &Deadline,
) -> Result<Vec<Answer>, LensError> {
    let mut answers = compile(program, copies, &BTreeSet::new(), tests, deadline)?;
    let kept = |(copy, answer): (&Copy<'_>, &Answer)| {
        let mut errors = answer.errors.iter();
        !copy.questions.is_empty() && errors.any(|error| error.message.starts_with(NOT_SENT))
    };
    let numbers = copies.iter().zip(&answers).enumerate();
    let kept: BTreeSet<usize> = numbers
        .filter(|(_, both)| kept(*both))
        .map(|(number, _)| number)
        .collect();
    if !kept.is_empty() {
        answers = compile(program, copies, &kept, tests, deadline)?;
    }
    Ok(answers)
}

/// Compiles all copies; in those with these numbers async blocks may be sent to another thread.
fn compile(
    program: &Program,
    copies: &[Copy<'_>],
    sent: &BTreeSet<usize>,
    tests: bool,
    deadline: &Deadline,
) -> Result<Vec<Answer>, LensError> {
    let mut text = String::from(PRELUDE);
    let crates = crate_paths(&program.source);
    let mut layouts = Vec::new();
    for (number, copy) in copies.iter().enumerate() {
        let blocks = match sent.contains(&number) {
            true => program.async_blocks(),
            false => Vec::new(),
        };
        layouts.push(write_copy(
            &mut text, program, copy, number, &crates, &blocks,
        ));
    }
    let mut answers: Vec<Answer> = copies.iter().map(|_| Answer::default()).collect();
    for error in rustc::errors(&text, tests, deadline)? {
        let at = error.primary().start;
        let Some(number) = layouts.iter().position(|layout| layout.range.contains(&at)) else {
            return Err(LensError::Stopped(error.message));
        };
        answers[number]
            .errors
            .push(layouts[number].complaint(&error));
    }
    Ok(answers)
}

/// Where the pieces of a copy came to stand.
struct Layout {
    range: Range<usize>,
    inserted: Vec<Inserted>,
}

/// A piece that the program does not have.
struct Inserted {
    /// Its bytes in the text of all copies.
    bytes: Range<usize>,
    /// The question it belongs to.
    question: Option<(usize, Part)>,
}

impl Layout {
    fn complaint(&self, error: &Diagnostic) -> Complaint {
        Complaint {
            code: error.code().to_owned(),
            message: without_module(&error.message),
            primary: self.spot(error.primary()),
            labels: error
                .spans
                .iter()
                .filter_map(|span| {
                    Some((
                        self.spot(span.bytes()),
                        without_module(span.label.as_ref()?),
                    ))
                })
                .collect(),
        }
    }

    fn spot(&self, bytes: Range<usize>) -> Spot {
        let around = self
            .inserted
            .iter()
            .find(|piece| piece.bytes.contains(&bytes.start));
        if let Some((question, part)) = around.and_then(|piece| piece.question) {
            return Spot::Question(question, part);
        }
        let back = |at: usize| {
            let before = self.inserted.iter().filter(|piece| piece.bytes.end <= at);
            let inserted: usize = before.map(|piece| piece.bytes.len()).sum();
            at.saturating_sub(self.range.start + inserted)
        };
        Spot::Program(back(bytes.start)..back(bytes.end))
    }
}

fn write_copy(
    text: &mut String,
    program: &Program,
    copy: &Copy<'_>,
    number: usize,
    crates: &[usize],
    sent: &[Range<usize>],
) -> Layout {
    let mut source = program.source.clone();
    for (bytes, _) in &copy.without {
        blank(&mut source, bytes.clone());
    }
    // (byte, order at that byte, text with the question it belongs to)
    let mut insertions: Vec<(usize, usize, Vec<Piece>)> = Vec::new();
    for at in crates {
        insertions.push((*at, 0, vec![Piece::plain(format!("::__copy{number}"))]));
    }
    for (bytes, [before, after]) in &copy.around {
        insertions.push((bytes.start, usize::MAX, vec![Piece::plain(before.clone())]));
        insertions.push((bytes.end, 0, vec![Piece::plain(after.clone())]));
    }
    for block in sent {
        insertions.push((
            block.start,
            usize::MAX,
            vec![Piece::plain("crate::__Sent(".into())],
        ));
        insertions.push((block.end, 0, vec![Piece::plain(")".into())]));
    }
    for (bytes, instead) in &copy.without {
        insertions.push((bytes.start, usize::MAX, vec![Piece::plain(instead.clone())]));
    }
    for (index, (site, question)) in copy.questions.iter().enumerate() {
        let first_here = !copy.questions[..index]
            .iter()
            .any(|(other, _)| other.at == site.at);
        let mut pieces = Vec::new();
        if first_here {
            pieces.push(Piece::plain(site.before.to_owned()));
        }
        pieces.extend(question.pieces(index));
        insertions.push((site.at, 1 + index, pieces));
        if let Some((at, open)) = site.open.filter(|_| first_here) {
            insertions.push((at, 0, vec![Piece::plain(open.to_owned())]));
        }
        if let Some((at, after)) = site.after.filter(|_| first_here) {
            // What ends an expression stands before what asks after it, and the other way round.
            let order = if at == site.at { usize::MAX } else { 0 };
            insertions.push((at, order, vec![Piece::plain(after.to_owned())]));
        }
    }
    insertions.sort_by_key(|(at, order, _)| (*at, *order));

    // Writing to a String cannot fail.
    _ = writeln!(text, "mod __copy{number} {{");
    let start = text.len();
    let mut inserted = Vec::new();
    let mut done = 0;
    for (at, _, pieces) in insertions {
        text.push_str(&source[done..at]);
        done = at;
        for piece in pieces {
            let from = text.len();
            text.push_str(&piece.text);
            inserted.push(Inserted {
                bytes: from..text.len(),
                question: piece.question,
            });
        }
    }
    text.push_str(&source[done..]);
    let range = start..text.len();
    text.push_str("\n}\n");
    Layout { range, inserted }
}

struct Piece {
    text: String,
    question: Option<(usize, Part)>,
}

impl Piece {
    fn plain(text: String) -> Piece {
        Piece {
            text,
            question: None,
        }
    }
}

impl Question {
    fn pieces(&self, number: usize) -> Vec<Piece> {
        let asked = |part, text: String| Piece {
            text,
            question: Some((number, part)),
        };
        let asking = match self {
            Question::May(Permission::Read, place) => {
                vec![asked(Part::Probe, format!("let __probe = &{place};"))]
            }
            Question::May(Permission::Write, place) => {
                vec![asked(Part::Probe, format!("let __probe = &mut {place};"))]
            }
            Question::May(Permission::Own, place) => vec![
                asked(Part::Probe, format!("let __probe = {place};")),
                asked(Part::Again, format!("let __again = {place};")),
                asked(Part::Refill, format!("{place} = crate::__any();")),
            ],
            Question::Moved { place, moving } => {
                let probe = || asked(Part::Probe, format!("let __probe = &{place};"));
                let plain = |text: &str| Piece::plain(text.to_owned());
                let refill = format!("{} = crate::__any();", root_of(place));
                let both = moving.iter().flat_map(|again| {
                    let again = || asked(Part::Again, again.clone());
                    let refill = || asked(Part::Refill, refill.clone());
                    [
                        plain("if crate::__lens() { if crate::__lens() { "),
                        again(),
                        plain(" } "),
                        probe(),
                        refill(),
                        plain(" }; if crate::__lens() { while crate::__lens() { "),
                        probe(),
                        again(),
                        plain(" } "),
                        refill(),
                        plain(" }; "),
                    ]
                });
                return both.collect();
            }
            Question::Again(place, label) => vec![
                asked(Part::Probe, format!("let __probe = {place};")),
                Piece::plain(format!("continue {label};")),
            ],
            Question::Gone(place, label) => vec![
                asked(Part::Again, format!("let __again = {place};")),
                Piece::plain(format!("continue {label}; }}; if crate::__lens() {{ ")),
                asked(Part::Probe, format!("let __probe = {place};")),
            ],
            Question::Empty(place) => vec![
                asked(Part::Probe, format!("let __probe = &{place};")),
                Piece::plain(" }; {".into()),
                asked(Part::Refill, format!("{place} = crate::__any();")),
            ],
            Question::Fill(place) => {
                let fill = format!("{place} = crate::__any();");
                return vec![asked(Part::Refill, fill)];
            }
            Question::Lent(exclusively, variables) => {
                let word = if *exclusively { "&mut " } else { "&" };
                let loans: String = variables
                    .iter()
                    .map(|name| format!("{word}{name}, "))
                    .collect();
                let held = format!("let __held = crate::__Held(({loans}));");
                return vec![asked(Part::Probe, held)];
            }
            Question::Type(place) => vec![asked(Part::Probe, format!("crate::__name(&{place});"))],
            Question::Reached => vec![asked(
                Part::Probe,
                "let __never: u8; let __probe = &__never;".into(),
            )],
            Question::Copies(place) => {
                vec![asked(Part::Probe, format!("crate::__copies(&{place});"))]
            }
            Question::Forever(place) => {
                vec![asked(
                    Part::Probe,
                    format!("crate::__forever(&mut {place});"),
                )]
            }
            Question::Drops(place) => {
                let constant = "const { let __v = crate::__any(); crate::__of(&__v) }";
                let alike = format!("crate::__alike(&{place}, {constant});");
                vec![asked(Part::Probe, alike)]
            }
        };
        let mut pieces = vec![Piece::plain("if crate::__lens() { ".into())];
        pieces.extend(asking);
        pieces.push(Piece::plain(" };".into()));
        pieces
    }
}

/// rustc's words without the names of the modules that the copies stand in.
fn without_module(text: &str) -> String {
    let mut parts = text.split("__copy");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain += part
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .trim_start_matches("::");
    }
    plain
}

/// The bytes after each `crate` that begins a path: in a copy the path leads into its module.
fn crate_paths(source: &str) -> Vec<usize> {
    let name = |c: char| c.is_alphanumeric() || c == '_';
    source
        .match_indices("crate::")
        .filter(|(at, _)| !source[..*at].ends_with(|c: char| name(c) || c == '$'))
        .map(|(at, _)| at + "crate".len())
        .collect()
}
