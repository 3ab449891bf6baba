//! Decides every permission from as few copies as it can.
//!
//! First all questions about one variable stand in one copy. An error at a probe denies that
//! permission; an error elsewhere that names a probe as the later use denies it too, for a
//! reference that has ended. rustc reports some errors once for several places, so a copy with
//! such an error leaves the questions it does not mention open; those are asked again, the ones
//! that the error cannot reach together, the others alone. A copy without errors grants all it
//! asks: fewer uses never make more errors.
//!
//! Whether a place has been moved out of, and whether a variable has a value, is asked apart, in
//! ways that no other error hides, not even one that the program has anyway.

mod absence;
mod answers;
mod awaits;
mod captures;
mod finish;
mod first;
mod jobs;
mod loops;
mod needs;
mod refusals;

use crate::LensError;
use crate::permissions::copies::{Complaint, Part, Spot};
use crate::program::{Body, Loop, Program, Site, root_of};
use crate::rustc::Deadline;
use crate::timeline::{Await, Capture, Cell, Options, Permission, Reason, Skipped, Timeline, Why};
use captures::Pinned;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Errors that the borrow checker reports; any other stops rustc before it.
const BORROW_CHECKER: [&str; 27] = [
    "E0373", "E0381", "E0382", "E0384", "E0499", "E0500", "E0501", "E0502", "E0503", "E0505",
    "E0506", "E0507", "E0508", "E0509", "E0510", "E0515", "E0521", "E0524", "E0594", "E0596",
    "E0597", "E0621", "E0626", "E0712", "E0713", "E0716", "E0700",
];
/// The same, of those that have no code.
const BORROW_CHECKER_WITHOUT_CODE: [&str; 4] = [
    "lifetime may not live long enough",
    "captured variable cannot escape",
    "cannot move out of",
    "returns a",
];
/// Errors about the form of a probe, which say nothing of what its place may do: a packed field
/// may not be lent with `&`, and a union's needs `unsafe`.
const ABOUT_THE_PROBE: [&str; 2] = ["E0133", "E0793"];
/// What a probe makes of a closure that is asked to be `Fn` or `FnMut`: it may not stand there.
const WRONG_FORM: &str = "E0525";
/// The error that a variable has no value, which rustc reports once for each variable.
const NO_VALUE: &str = "E0381";
/// The error that a place has been moved out of, which rustc reports once for the same moves.
const MOVED: &str = "E0382";

#[derive(Debug, Clone, PartialEq)]
enum Finding {
    Open,
    Granted,
    Denied(Reason),
    /// It cannot be asked, in rustc's words: the place does not type-check here.
    Absent(String),
}

/// A column while it is being decided.
struct Column {
    body: usize,
    /// Columns of one variable are asked about together.
    variable: Option<usize>,
    expression: String,
    ty: Option<String>,
    copy: Option<bool>,
    /// By point of the body; `None` where the variable is not in scope.
    states: Vec<Option<[Finding; 3]>>,
    /// How its closure has captured it, and may so use it.
    pinned: Option<Pinned>,
}

/// One question: column, point, permission.
type Probe = (usize, usize, Permission);

/// Questions about one variable, to stand in one copy.
struct Job {
    owner: Range<usize>,
    probes: Vec<Probe>,
    asking: Asking,
}

/// What a job asks of the places of its probes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Asking {
    /// Has it been moved out of?
    Moved,
    /// Has a part of it been moved elsewhere?
    Parted,
    /// Does its variable have no value yet?
    Unset,
    /// Is there another reason that it may not be read, written or moved out of?
    May,
}

/// What if this probe's move is followed by another turn of this loop?
struct Turn<'p> {
    body: usize,
    probe: Probe,
    looping: &'p Loop,
}

pub(crate) struct Judge<'p> {
    program: &'p Program,
    /// Whether the program's tests are compiled, too.
    tests: bool,
    /// When the time of all its questions is up.
    deadline: &'p Deadline,
    columns: Vec<Column>,
    reached: Vec<Vec<bool>>,
    baseline: Vec<Complaint>,
    /// How often a column's questions have been put together.
    rounds: BTreeMap<usize, usize>,
    /// By column and point: that the place is there, as far as that has been asked.
    present: BTreeSet<(Asking, usize, usize)>,
    /// What moves a part of a variable: the byte at which the function begins, the variable, and a
    /// statement that moves the same part.
    parts_moved: BTreeSet<(usize, String, String)>,
    /// The columns whose questions of a kind have been put together; any more are asked alone.
    put: BTreeSet<(Asking, usize)>,
    /// What each body captures.
    captures: Vec<Vec<Capture>>,
    /// What each body holds while it awaits.
    awaits: Vec<Vec<Await>>,
    skipped: Vec<Skipped>,
}

impl<'p> Judge<'p> {
    pub fn new(
        program: &'p Program,
        options: &Options,
        deadline: &'p Deadline,
    ) -> Result<Judge<'p>, LensError> {
        let wanted = |name: &str| {
            options
                .function
                .as_deref()
                .is_none_or(|function| function == name)
        };
        if let Some(function) = &options.function
            && !program.functions.iter().any(|body| wanted(&body.name))
        {
            let names: Vec<&str> = program
                .functions
                .iter()
                .map(|body| body.name.as_str())
                .collect();
            return Err(LensError::NotHandled {
                line: 1,
                message: format!(
                    "there is no function `{function}` to look into; there are: {}",
                    names.join(", ")
                ),
            });
        }
        let mut judge = Judge {
            program,
            tests: options.tests,
            deadline,
            columns: Vec::new(),
            reached: program
                .functions
                .iter()
                .map(|body| vec![false; body.points.len()])
                .collect(),
            baseline: Vec::new(),
            rounds: BTreeMap::new(),
            present: BTreeSet::new(),
            parts_moved: BTreeSet::new(),
            put: BTreeSet::new(),
            captures: vec![Vec::new(); program.functions.len()],
            awaits: vec![Vec::new(); program.functions.len()],
            skipped: program.skipped.clone(),
        };
        for (index, body) in program
            .functions
            .iter()
            .enumerate()
            .filter(|(_, body)| wanted(&body.name))
        {
            // What of a captured variable the closure has is not yet known.
            let own = || body.variables.iter().enumerate().skip(body.captured());
            for (variable, declared) in own() {
                judge.add_column(index, Some(variable), declared.name.clone());
            }
            for place in &options.places {
                let root = root_of(place);
                let variables = own().filter(|(_, variable)| variable.name == root);
                let variables: Vec<Option<usize>> =
                    variables.map(|(variable, _)| Some(variable)).collect();
                for variable in if variables.is_empty() {
                    vec![None]
                } else {
                    variables
                } {
                    judge.add_column(index, variable, place.clone());
                }
            }
        }
        Ok(judge)
    }

    fn add_column(&mut self, body: usize, variable: Option<usize>, expression: String) {
        let points = &self.program.functions[body].points;
        let states = points.iter().map(|site| {
            let visible = variable.is_none_or(|variable| self.visible(body, site, variable));
            visible.then_some([Finding::Open, Finding::Open, Finding::Open])
        });
        let states: Vec<_> = states.collect();
        if states.iter().any(Option::is_some) {
            self.columns.push(Column {
                body,
                variable,
                expression,
                ty: None,
                copy: None,
                states,
                pinned: None,
            });
        }
    }

    /// Whether the variable's name means it here, and not a later one of that name.
    fn visible(&self, body: usize, site: &Site, variable: usize) -> bool {
        let variables = &self.program.functions[body].variables;
        let mut named = site
            .in_scope
            .iter()
            .filter(|other| variables[**other].name == variables[variable].name);
        named.next_back() == Some(&variable)
    }

    pub fn decide(mut self) -> Result<Timeline, LensError> {
        self.find_captures()?;
        self.first_round()?;
        let mut jobs = self.derive_columns();
        jobs.extend(self.open_jobs());
        self.rounds(jobs)?;
        let needs = self.needs()?;
        let jobs = self.columns_for(&needs);
        self.rounds(jobs)?;
        self.moves_in_loops()?;
        self.copies_of_pinned()?;
        self.find_held()?;
        self.name_borrowers();
        self.date_moves();
        self.name_moved_parts();
        let refusals = self.refusals(&needs)?;
        Ok(self.finish(&needs, refusals))
    }

    /// Asks until nothing is open.
    fn rounds(&mut self, mut jobs: Vec<Job>) -> Result<(), LensError> {
        while !jobs.is_empty() {
            self.round(jobs)?;
            jobs = self.open_jobs();
        }
        Ok(())
    }

    /// What is known so far; nothing where the point is never reached or the place is none.
    fn state(&mut self, (column, point, permission): Probe) -> Option<&mut Finding> {
        let states = self.columns[column].states[point].as_mut()?;
        Some(&mut states[permission as usize])
    }

    /// Draws the conclusions: what cannot be read cannot be written or moved either, for the same
    /// reason; and a lasting reason holds at every point.
    fn settle(&mut self) {
        for column in &mut self.columns {
            let lasting = |permission: Permission| {
                let states = column
                    .states
                    .iter()
                    .flatten()
                    .map(|states| &states[permission as usize]);
                states
                    .clone()
                    .find(
                        |state| matches!(state, Finding::Denied(reason) if reason.kind.is_lasting() && !reason.label.contains("pattern guard")),
                    )
                    .cloned()
            };
            let lasting = Permission::ALL.map(lasting);
            for states in column.states.iter_mut().flatten() {
                if let denied @ (Finding::Denied(_) | Finding::Absent(_)) = states[0].clone() {
                    *states = [denied.clone(), denied.clone(), denied];
                    continue;
                }
                for (state, lasting) in states.iter_mut().zip(&lasting).skip(1) {
                    if *state == Finding::Open
                        && let Some(lasting) = lasting
                    {
                        *state = lasting.clone();
                    }
                }
            }
        }
    }
}

/// What cannot be read cannot be written or moved either, for the same reason.
fn denied(reason: Reason) -> [Finding; 3] {
    std::array::from_fn(|_| Finding::Denied(reason.clone()))
}

impl Column {
    fn is_shown(&self) -> bool {
        (0..self.states.len()).any(|point| self.cell(point).is_some())
    }

    /// Why the place is gone at a point, if it is because of a move.
    fn moved(&self, point: usize) -> Option<&Reason> {
        self.denied_read(point)
            .filter(|reason| reason.kind.is_move())
    }

    /// Why the place may not be read at a point.
    fn denied_read(&self, point: usize) -> Option<&Reason> {
        match self.states[point].as_ref()? {
            [Finding::Denied(reason), ..] => Some(reason),
            _ => None,
        }
    }

    fn cell(&self, point: usize) -> Option<Cell> {
        let states = self.states[point].as_ref()?;
        if states
            .iter()
            .any(|state| matches!(state, Finding::Absent(_)))
        {
            return None;
        }
        let [read, write, own] = states;
        let why = |state: &Finding| match state {
            Finding::Denied(reason) => Some(reason.clone()),
            _ => None,
        };
        Some(Cell {
            read: *read == Finding::Granted,
            write: *write == Finding::Granted,
            own: *own == Finding::Granted,
            copy: self.copy == Some(true),
            why: Why {
                read: why(read),
                write: why(write),
                own: why(own),
            },
        })
    }
}

/// The word `const` of a function, to be taken out: there nothing with a destructor may be dropped,
/// not even by a probe.
fn without_const(body: &Body) -> Option<(Range<usize>, String)> {
    let word = body.constant.clone()?;
    Some((word, String::new()))
}

/// Whether what is gone at a second move was moved by the probe's own first one.
fn moved_by_probe(error: &Complaint, question: usize) -> bool {
    error
        .labels
        .iter()
        .any(|(place, _)| *place == Spot::Question(question, Part::Probe))
}

fn is_borrow_error(error: &Complaint) -> bool {
    BORROW_CHECKER.contains(&error.code.as_str())
        || error.code.is_empty()
            && BORROW_CHECKER_WITHOUT_CODE
                .iter()
                .any(|message| error.message.starts_with(message))
}
