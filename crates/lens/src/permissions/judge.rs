//! Decides every permission from as few copies as it can.
//!
//! First all questions about one variable stand in one copy. An error at a probe denies that
//! permission; an error elsewhere that names a probe as the later use denies it too, for a
//! reference that has ended. rustc reports some errors once for several places, so a copy with
//! such an error leaves the questions it does not mention open; those are asked again, the ones
//! that the error cannot reach together, the others alone. A copy without errors grants all it
//! asks: fewer uses never make more errors.

use crate::permissions::copies::{Answer, Complaint, Copy, Part, Permission, Place, Question, ask};
use crate::permissions::reason::{self, reason};
use crate::permissions::types::{Reached, reached};
use crate::program::{Body, Loop, Program, Site, Statement, root_of};
use crate::rustc::Deadline;
use crate::timeline::{Cell, Function, Options, Point, Reason, ReasonKind, Skipped, Timeline, Why};
use crate::{LensError, timeline};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

const PERMISSIONS: [Permission; 3] = [Permission::Read, Permission::Write, Permission::Own];

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
/// Errors that rustc reports once for a value, however often it is used.
const REPORTED_ONCE: [&str; 2] = ["E0381", "E0382"];

#[derive(Debug, Clone, PartialEq)]
enum State {
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
    states: Vec<Option<[State; 3]>>,
}

/// One question: column, point, permission.
type Probe = (usize, usize, Permission);

/// Questions about one variable, to stand in one copy.
#[derive(Clone)]
struct Job {
    owner: Range<usize>,
    probes: Vec<Probe>,
    /// Without the statements whose errors may hide the probe's.
    stripped: bool,
}

/// What if this probe's move is followed by another turn of this loop?
struct Turn<'p> {
    body: usize,
    probe: Probe,
    looping: &'p Loop,
}

pub(crate) struct Judge<'p> {
    program: &'p Program,
    /// When the time of all its questions is up.
    deadline: Deadline,
    columns: Vec<Column>,
    reached: Vec<Vec<bool>>,
    baseline: Vec<Complaint>,
    baseline_stripped: Vec<Complaint>,
    /// How often a column's questions have been put together.
    rounds: BTreeMap<usize, usize>,
    /// Lone probes that held in the whole program, or in the stripped one.
    held: BTreeSet<(Probe, bool)>,
    skipped: Vec<Skipped>,
}

impl<'p> Judge<'p> {
    pub fn new(program: &'p Program, options: &Options) -> Result<Judge<'p>, LensError> {
        let wanted = |name: &str| {
            options
                .function
                .as_deref()
                .is_none_or(|function| function == name)
        };
        if !program.functions.iter().any(|body| wanted(&body.name)) {
            let names: Vec<&str> = program
                .functions
                .iter()
                .map(|body| body.name.as_str())
                .collect();
            return Err(LensError::NotHandled {
                line: 1,
                message: format!(
                    "no function of that name with statements; there are: {}",
                    names.join(", ")
                ),
            });
        }
        let mut judge = Judge {
            program,
            deadline: Deadline::after(options.limit),
            columns: Vec::new(),
            reached: program
                .functions
                .iter()
                .map(|body| vec![false; body.points.len()])
                .collect(),
            baseline: Vec::new(),
            baseline_stripped: Vec::new(),
            rounds: BTreeMap::new(),
            held: BTreeSet::new(),
            skipped: program.skipped.clone(),
        };
        for (index, body) in program
            .functions
            .iter()
            .enumerate()
            .filter(|(_, body)| wanted(&body.name))
        {
            for (variable, declared) in body.variables.iter().enumerate() {
                judge.add_column(index, Some(variable), declared.name.clone());
            }
            for place in &options.places {
                let root = root_of(place);
                let variables = body
                    .variables
                    .iter()
                    .enumerate()
                    .filter(|(_, variable)| variable.name == root);
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
            visible.then_some([State::Open, State::Open, State::Open])
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
        self.first_round()?;
        let mut jobs = self.derive_columns();
        jobs.extend(self.open_jobs());
        while !jobs.is_empty() {
            self.round(jobs)?;
            jobs = self.open_jobs();
        }
        self.moves_in_loops()?;
        self.name_borrowers();
        self.date_moves();
        self.name_moved_parts();
        Ok(self.finish())
    }

    /// The program as it is, which points are reached, the types, and each variable by itself.
    fn first_round(&mut self) -> Result<(), LensError> {
        let program = self.program;
        let bodies = self.bodies_apart();
        let points = bodies.iter().map(|bodies| {
            let points = bodies.iter().flat_map(|body| {
                let points = 0..program.functions[*body].points.len();
                points.map(move |point| (*body, point))
            });
            points.collect::<Vec<(usize, usize)>>()
        });
        let points: Vec<_> = points.collect();
        let columns = bodies.iter().map(|bodies| {
            let columns = 0..self.columns.len();
            columns
                .filter(|column| bodies.contains(&self.columns[*column].body))
                .collect::<Vec<usize>>()
        });
        let columns: Vec<_> = columns.collect();
        let mut copies = vec![Copy::default()];
        for ((bodies, points), columns) in bodies.iter().zip(&points).zip(&columns) {
            let without: Vec<_> = without_const(&program.functions[bodies[0]])
                .into_iter()
                .collect();
            let reached = points.iter().map(|(body, point)| {
                let site = &program.functions[*body].points[*point];
                (site, Question::Reached)
            });
            let types = columns.iter().map(|column| {
                let column = &self.columns[*column];
                let first = column.states.iter().position(Option::is_some).unwrap_or(0);
                let site = &program.functions[column.body].points[first];
                (site, Question::Type(column.expression.clone()))
            });
            copies.push(Copy {
                questions: reached.collect(),
                without: without.clone(),
            });
            copies.push(Copy {
                questions: types.collect(),
                without,
            });
        }
        let jobs: Vec<Job> = self.jobs_by_variable((0..self.columns.len()).collect());
        let groups = self.pack(jobs);
        copies.extend(groups.iter().map(|group| self.copy(group)));
        let mut answers = ask(program, &copies, self.deadline)?.into_iter();
        let mut next = || answers.next().unwrap_or_default();

        let baseline = next();
        if let Some(error) = baseline.errors.iter().find(|error| !is_borrow_error(error)) {
            return Err(LensError::Stopped(error.message.clone()));
        }
        self.baseline = baseline.errors;
        for (points, columns) in points.iter().zip(&columns) {
            for error in next().errors {
                if let Place::Question(number, _) = error.primary {
                    let (body, point) = points[number];
                    self.reached[body][point] = true;
                }
            }
            for error in next().errors {
                if let Place::Question(number, _) = error.primary {
                    match error.message.strip_prefix("the trait bound `") {
                        Some(rest) => {
                            let ty = rest.split(": __Named").next();
                            self.columns[columns[number]].ty = ty.map(str::to_owned);
                        }
                        None => self.forget_column(columns[number], &error.message),
                    }
                }
            }
        }
        self.leave_out_what_is_never_reached();
        for group in groups {
            self.judge(&group, &next());
        }
        Ok(())
    }

    /// The bodies that one copy may ask about: all but those of each `const fn`, which a copy of
    /// its own asks about. An error in a `const fn` stops rustc in what uses its value.
    fn bodies_apart(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (number, body) in self.program.functions.iter().enumerate() {
            let like = |group: &&mut Vec<usize>| {
                self.program.functions[group[0]].constant == body.constant
            };
            match groups.iter_mut().find(like) {
                Some(group) => group.push(number),
                None => groups.push(vec![number]),
            }
        }
        groups
    }

    fn leave_out_what_is_never_reached(&mut self) {
        for column in &mut self.columns {
            for (state, reached) in column.states.iter_mut().zip(&self.reached[column.body]) {
                if !reached {
                    *state = None;
                }
            }
        }
        for (body, reached) in self.program.functions.iter().zip(&self.reached) {
            for (site, reached) in body.points.iter().zip(reached) {
                let statement = self
                    .program
                    .statements
                    .iter()
                    .any(|statement| statement.bytes.start == site.at);
                if !reached && statement {
                    self.skipped.push(Skipped {
                        line: site.line,
                        what: "a statement that is never reached".into(),
                    });
                }
            }
        }
    }

    fn forget_column(&mut self, number: usize, message: &str) {
        let column = &mut self.columns[number];
        column.states.fill(None);
        let line = self.program.functions[column.body]
            .points
            .first()
            .map_or(1, |site| site.line);
        let what = format!("the place `{}` ({message})", column.expression);
        self.skipped.push(Skipped { line, what });
    }

    /// Columns for what a variable's type lets a program reach through it.
    fn derive_columns(&mut self) -> Vec<Job> {
        let variables: Vec<(usize, Option<usize>, String, String)> = self
            .columns
            .iter()
            .filter_map(|column| {
                let name = &self.program.functions[column.body].variables[column.variable?].name;
                let plain = *name == column.expression && column.states.iter().any(Option::is_some);
                plain.then(|| {
                    (
                        column.body,
                        column.variable,
                        name.clone(),
                        column.ty.clone().unwrap_or_default(),
                    )
                })
            })
            .collect();
        let first_new = self.columns.len();
        for (body, variable, name, ty) in variables {
            for expression in self.derived(body, &name, &ty) {
                self.add_column(body, variable, expression);
            }
        }
        for column in &mut self.columns[first_new..] {
            for (state, reached) in column.states.iter_mut().zip(&self.reached[column.body]) {
                if !reached {
                    *state = None;
                }
            }
        }
        let new = (first_new..self.columns.len()).collect();
        self.jobs_by_variable(new)
    }

    fn derived(&mut self, body: usize, name: &str, ty: &str) -> Vec<String> {
        let struct_name = match reached(ty) {
            Reached::Referent => return vec![format!("*{name}")],
            Reached::Parts(count) => {
                return (0..count).map(|index| format!("{name}.{index}")).collect();
            }
            Reached::Fields(struct_name) => struct_name,
            Reached::Nothing => return Vec::new(),
        };
        let structs = &self.program.structs;
        let Some(found) = structs.iter().find(|found| found.name == struct_name) else {
            return Vec::new();
        };
        let body = &self.program.functions[body];
        let inside = found.module.is_empty()
            || body.module == found.module
            || body.module.starts_with(&format!("{}::", found.module));
        let (open, private): (Vec<_>, Vec<_>) = found
            .fields
            .iter()
            .map(|field| (format!("{name}.{}", field.name), inside || !field.private))
            .partition(|(_, open)| *open);
        let line = body.points.first().map_or(1, |site| site.line);
        self.skipped
            .extend(private.into_iter().map(|(place, _)| Skipped {
                line,
                what: format!("the private field `{place}`"),
            }));
        open.into_iter().map(|(place, _)| place).collect()
    }

    /// One job for each variable with all open questions of these columns.
    fn jobs_by_variable(&mut self, columns: Vec<usize>) -> Vec<Job> {
        let mut jobs: BTreeMap<(usize, Option<usize>, usize), Job> = BTreeMap::new();
        for column in columns {
            *self.rounds.entry(column).or_default() += 1;
            let Column { body, variable, .. } = self.columns[column];
            // A place that is no variable's stands by itself.
            let alone = if variable.is_none() {
                column
            } else {
                usize::MAX
            };
            let owner = self.program.functions[body].owner.clone();
            let job = jobs.entry((body, variable, alone)).or_insert_with(|| Job {
                owner,
                probes: Vec::new(),
                stripped: false,
            });
            job.probes.extend(self.open(column));
        }
        jobs.into_values()
            .filter(|job| !job.probes.is_empty())
            .collect()
    }

    fn open(&self, column: usize) -> Vec<Probe> {
        let states = self.columns[column].states.iter().enumerate();
        states
            .filter_map(|(point, states)| Some((point, states.as_ref()?)))
            .flat_map(|(point, states)| {
                PERMISSIONS
                    .into_iter()
                    .filter(|permission| states[*permission as usize] == State::Open)
                    .map(move |permission| (column, point, permission))
            })
            .collect()
    }

    /// Groups jobs so that each copy holds at most one of each outermost function: rustc checks
    /// those one by one. A `const fn` has a copy for itself, for it loses its `const` there.
    fn pack(&self, jobs: Vec<Job>) -> Vec<Vec<Job>> {
        let mut groups: Vec<Vec<Job>> = Vec::new();
        let constant = |job: &Job| self.body(job).constant.is_some();
        for job in jobs {
            let beside = |other: &Job| {
                other.owner != job.owner
                    && other.stripped == job.stripped
                    && !constant(other)
                    && !constant(&job)
            };
            match groups.iter_mut().find(|group| group.iter().all(beside)) {
                Some(group) => group.push(job),
                None => groups.push(vec![job]),
            }
        }
        groups
    }

    /// The body whose variable a job is about.
    fn body(&self, job: &Job) -> &'p Body {
        &self.program.functions[self.columns[job.probes[0].0].body]
    }

    fn copy(&self, jobs: &[Job]) -> Copy<'p> {
        let program = self.program;
        let mut copy = Copy::default();
        for job in jobs {
            for (column, point, permission) in &job.probes {
                let Column {
                    body, expression, ..
                } = &self.columns[*column];
                let site = &program.functions[*body].points[*point];
                copy.questions
                    .push((site, Question::May(*permission, expression.clone())));
            }
            if job.stripped {
                copy.without.extend(self.culprits(&job.owner));
            }
        }
        // After all the jobs' own questions, one for each job that must be answered with an error.
        for job in jobs {
            let body = self.body(job);
            copy.questions.push((&body.points[0], Question::Reached));
            copy.without.extend(without_const(body));
        }
        copy
    }

    /// What to change in a function so that the errors it has anyway hide no probe's: a statement
    /// that uses what is gone is taken out, and a loop that moves what it moved before ends
    /// after its first iteration.
    fn culprits(&self, owner: &Range<usize>) -> Vec<(Range<usize>, String)> {
        let mut culprits = Vec::new();
        for error in self
            .baseline
            .iter()
            .filter(|error| REPORTED_ONCE.contains(&error.code.as_str()))
        {
            let Place::Program(bytes) = &error.primary else {
                continue;
            };
            if !owner.contains(&bytes.start) {
                continue;
            }
            if error
                .labels
                .iter()
                .any(|(_, label)| label.contains("previous iteration"))
            {
                let ends = self
                    .loops_around(bytes.start)
                    .into_iter()
                    .map(|looping| looping.end - 1);
                culprits.extend(ends.map(|end| (end..end, "; break;".into())));
            } else if let Some(statement) = self.program.statement_around(bytes) {
                let any = "crate::__any()".to_owned();
                culprits.extend(match &statement.binding {
                    Some(binding) => {
                        let ty = self.type_of(&binding.name, statement);
                        let any = ty.map_or(any, |ty| format!("crate::__any::<{ty}>()"));
                        Some((binding.value.clone(), any))
                    }
                    None if statement.is_let => None,
                    None if statement.is_value => Some((statement.bytes.clone(), any)),
                    None => Some((statement.bytes.clone(), String::new())),
                });
            }
        }
        culprits.sort_by_key(|(bytes, _)| bytes.start);
        culprits.dedup();
        culprits
    }

    /// The type of the variable that a `let` declares, where it can be written.
    fn type_of(&self, name: &str, statement: &Statement) -> Option<&str> {
        let line = self.program.line_of(statement.bytes.start);
        let column = self.columns.iter().find(|column| {
            let variables = &self.program.functions[column.body].variables;
            let declared = column.variable.map(|variable| variables[variable].declared);
            statement.is_let && column.expression == name && declared == Some(line)
        });
        let ty = column?.ty.as_deref();
        ty.filter(|ty| !ty.contains(['{', '@']))
    }

    fn loops_around(&self, at: usize) -> Vec<Range<usize>> {
        let points = self.program.functions.iter().flat_map(|body| &body.points);
        let loops = points
            .flat_map(|site| &site.loops)
            .map(|looping| looping.bytes.clone());
        let mut around: Vec<Range<usize>> = loops.filter(|bytes| bytes.contains(&at)).collect();
        around.sort_by_key(|bytes| bytes.start);
        around.dedup();
        around
    }

    fn round(&mut self, jobs: Vec<Job>) -> Result<(), LensError> {
        let groups = self.pack(jobs);
        let mut copies: Vec<Copy<'p>> = groups.iter().map(|group| self.copy(group)).collect();
        if self.baseline_stripped.is_empty() && groups.iter().flatten().any(|job| job.stripped) {
            let mut bare = Copy::default();
            let owners: BTreeSet<(usize, usize)> = self
                .program
                .functions
                .iter()
                .map(|body| (body.owner.start, body.owner.end))
                .collect();
            bare.without = owners
                .into_iter()
                .flat_map(|(start, end)| self.culprits(&(start..end)))
                .collect();
            copies.push(bare);
        }
        let mut answers = ask(self.program, &copies, self.deadline)?;
        if answers.len() > groups.len() {
            self.baseline_stripped = answers.pop().unwrap_or_default().errors;
        }
        for (group, answer) in groups.iter().zip(&answers) {
            self.judge(group, answer);
        }
        Ok(())
    }

    /// A place from outside a loop that is moved out of in the loop is gone in the next
    /// iteration; so far every probe has filled the place again. The move is refused if the place
    /// may still be empty when an iteration ends, and the next one uses it empty.
    fn moves_in_loops(&mut self) -> Result<(), LensError> {
        let turns = self.turns();
        if turns.is_empty() {
            return Ok(());
        }
        // Both questions of a turn, in two copies that also ask about loops elsewhere.
        let groups = self.apart(turns);
        let copies: Vec<Copy<'p>> = groups
            .iter()
            .flat_map(|turns| [self.still_empty(turns), self.begun_again(turns)])
            .collect();
        let answers = ask(self.program, &copies, self.deadline)?;
        for (turns, answers) in groups.iter().zip(answers.chunks(2)) {
            for (number, turn) in turns.iter().enumerate() {
                let names = |error: &Complaint, question: usize, part: Part| {
                    let mut labels = error.labels.iter();
                    labels.any(|(place, _)| *place == Place::Question(question, part))
                };
                // What follows the move in its own iteration, the other move does not reach.
                let empty = |error: &Complaint| {
                    let gone = 2 * number + 1;
                    names(error, gone, Part::Again) && names(error, gone, Part::Probe)
                };
                let needed = |error: &Complaint| {
                    let inside = match &error.primary {
                        Place::Program(bytes) => turn.looping.bytes.contains(&bytes.start),
                        Place::Question(..) => true,
                    };
                    inside && names(error, number, Part::Probe)
                };
                if !answers[0].errors.iter().any(empty) || !answers[1].errors.iter().any(needed) {
                    continue;
                }
                let refused = State::Denied(Reason {
                    kind: ReasonKind::NeededAgain,
                    place: None,
                    line: None,
                    or_on: Vec::new(),
                    later_use: None,
                    perhaps: false,
                    label: "a move here would leave nothing for it".into(),
                });
                if let Some(state) = self.state(turn.probe) {
                    *state = refused;
                }
            }
        }
        Ok(())
    }

    fn turns(&self) -> Vec<Turn<'p>> {
        let mut turns = Vec::new();
        for (number, column) in self.columns.iter().enumerate() {
            let sites = &self.program.functions[column.body].points;
            for (point, (states, site)) in column.states.iter().zip(sites).enumerate() {
                let granted = states
                    .as_ref()
                    .is_some_and(|states| states[2] == State::Granted);
                if !granted || column.copy == Some(true) {
                    continue;
                }
                let outer = |looping: &&Loop| {
                    column
                        .variable
                        .is_none_or(|variable| variable < looping.outer_variables)
                };
                turns.extend(site.loops.iter().filter(outer).map(|looping| Turn {
                    body: column.body,
                    probe: (number, point, Permission::Own),
                    looping,
                }));
            }
        }
        turns
    }

    /// Groups turns so that the loops of a group do not contain one another.
    fn apart(&self, turns: Vec<Turn<'p>>) -> Vec<Vec<Turn<'p>>> {
        let mut groups: Vec<Vec<Turn<'p>>> = Vec::new();
        for turn in turns {
            let bytes = &turn.looping.bytes;
            let constant = |turn: &Turn| self.program.functions[turn.body].constant.is_some();
            let beside = |other: &Turn| {
                let other_bytes = &other.looping.bytes;
                let disjoint = other_bytes.end < bytes.start || bytes.end < other_bytes.start;
                disjoint && !constant(other) && !constant(&turn)
            };
            match groups.iter_mut().find(|group| group.iter().all(beside)) {
                Some(group) => group.push(turn),
                None => groups.push(vec![turn]),
            }
        }
        groups
    }

    /// Asks at each loop's first point whether the probe's move has left the place empty.
    fn still_empty(&self, turns: &[Turn<'p>]) -> Copy<'p> {
        let mut copy = Copy::default();
        for turn in turns {
            let (site, place) = self.asked(turn.probe);
            let inside = |site: &&Site| {
                let mut loops = site.loops.iter();
                loops.any(|looping| looping.bytes == turn.looping.bytes)
            };
            let points = &self.program.functions[turn.body].points;
            let first = points.iter().find(inside).unwrap_or(site);
            let gone = Question::Gone(place.to_owned(), turn.looping.label_to_use());
            copy.questions
                .push((first, Question::Empty(place.to_owned())));
            copy.questions.push((site, gone));
            copy.without.extend(self.around_loop(turn));
        }
        copy
    }

    /// Moves and begins the loop again at once, so that nothing later in the same iteration
    /// complains; nor does what a jump out of the loop leads to.
    fn begun_again(&self, turns: &[Turn<'p>]) -> Copy<'p> {
        let mut copy = Copy::default();
        for turn in turns {
            let (site, place) = self.asked(turn.probe);
            let again = Question::Again(place.to_owned(), turn.looping.label_to_use());
            copy.questions.push((site, again));
            copy.without.extend(self.around_loop(turn));
        }
        for turn in turns {
            let (_, place) = self.asked(turn.probe);
            let leaves = |site: &&Site| {
                let inside = turn.looping.bytes.contains(&site.at);
                let outward = |label: &String| !turn.looping.has_label(label, &self.program.source);
                inside && site.jump.as_ref().is_some_and(outward)
            };
            let points = &self.program.functions[turn.body].points;
            let fill = |site| (site, Question::Fill(place.to_owned()));
            copy.questions
                .extend(points.iter().filter(leaves).map(fill));
        }
        copy
    }

    /// Where a probe stands, and for which place.
    fn asked(&self, (column, point, _): Probe) -> (&'p Site, &str) {
        let column = &self.columns[column];
        let site = &self.program.functions[column.body].points[point];
        (site, &column.expression)
    }

    /// What gives the loop a label, and fills the place for what follows it.
    fn around_loop(&self, turn: &Turn<'p>) -> Vec<(Range<usize>, String)> {
        let (_, place) = self.asked(turn.probe);
        let looping = turn.looping;
        let label = match &looping.label {
            Some(_) => String::new(),
            None => format!("{}: ", looping.label_to_use()),
        };
        let (keep, value) = if looping.has_value {
            ("let __value = ", " __value ")
        } else {
            ("", "")
        };
        let (start, end) = (looping.bytes.start, looping.bytes.end);
        let mut changes = vec![
            (start..start, format!("{{ {keep}{label}")),
            (end..end, format!("; {place} = crate::__any();{value}}}")),
        ];
        changes.extend(without_const(&self.program.functions[turn.body]));
        changes
    }

    /// Reads the answer to a copy, job by job.
    fn judge(&mut self, group: &[Job], answer: &Answer) {
        let mut first = 0;
        let all = group.iter().map(|job| job.probes.len()).sum::<usize>();
        for (number, job) in group.iter().enumerate() {
            let questions = first..first + job.probes.len();
            first = questions.end;
            let place = Place::Question(all + number, Part::Probe);
            let unchecked = !answer.errors.iter().any(|error| error.primary == place);
            self.judge_job(job, questions, answer, unchecked);
        }
        self.settle();
    }

    /// `unchecked` says that rustc has not checked the borrows of the function: what it did not
    /// deny is not granted.
    fn judge_job(&mut self, job: &Job, questions: Range<usize>, answer: &Answer, unchecked: bool) {
        let known = if job.stripped {
            &self.baseline_stripped
        } else {
            &self.baseline
        };
        let mut masks = unchecked || !job.stripped && !self.culprits(&job.owner).is_empty();
        let mut reported_once = false;
        let mut not_copy = BTreeSet::new();
        let mut denied: Vec<(usize, State)> = Vec::new();
        for error in &answer.errors {
            if ABOUT_THE_PROBE.contains(&error.code.as_str()) {
                continue;
            }
            let denial =
                |number: usize| self.denial(job.probes[number], questions.start + number, error);
            let asked = |place: &Place| match place {
                Place::Question(number, half) if questions.contains(number) => {
                    Some((number - questions.start, *half))
                }
                _ => None,
            };
            // rustc gathers some errors of a place into one message with many labels.
            if error.code == "E0596" {
                let named: Vec<_> = error
                    .labels
                    .iter()
                    .filter_map(|(place, _)| asked(place))
                    .collect();
                if !named.is_empty() {
                    denied.extend(named.iter().map(|(number, _)| (*number, denial(*number))));
                    continue;
                }
            }
            let once = REPORTED_ONCE.contains(&error.code.as_str());
            match (&error.primary, asked(&error.primary)) {
                (_, Some((_, Part::Refill))) => {
                    masks |= once;
                }
                (_, Some((number, Part::Again)))
                    if moved_by_probe(error, questions.start + number) =>
                {
                    not_copy.insert(number);
                }
                (_, Some((number, _))) if !is_borrow_error(error) => {
                    masks = true;
                    denied.push((number, self.not_typed(job.probes[number], error)));
                }
                (_, Some((number, Part::Probe | Part::Again))) => {
                    masks |= once;
                    reported_once |= once;
                    denied.push((number, denial(number)));
                }
                (Place::Program(bytes), None) if job.owner.contains(&bytes.start) => {
                    if known
                        .iter()
                        .any(|old| old.code == error.code && old.primary == error.primary)
                    {
                        continue;
                    }
                    masks = true;
                    let named = error.labels.iter().find_map(|(place, _)| asked(place));
                    let lone = (job.probes.len() == 1).then_some((0, Part::Probe));
                    // `let best;` has no type yet where `*best` asks for it.
                    if !is_borrow_error(error) {
                        let absent = State::Absent(error.message.clone());
                        denied.extend(lone.map(|(number, _)| (number, absent)));
                    } else if let Some((number, _)) = named.or(lone) {
                        denied.push((number, denial(number)));
                    }
                }
                _ => {}
            }
        }
        // What has moved has not ended. rustc reports a move once, so that it may stay hidden
        // where several questions are asked. And what has ended has ended by the first action: of
        // several questions rustc names one for each action, not each action for every question.
        let ended_on = |state: &State| match state {
            State::Denied(reason) if reason.kind == ReasonKind::Ended => Some(reason.line),
            _ => None,
        };
        denied.sort_by_key(|(_, state)| ended_on(state));
        if job.probes.len() > 1 {
            let first = denied.iter().find_map(|(_, state)| ended_on(state));
            denied.retain(|(_, state)| match ended_on(state) {
                Some(line) => Some(line) == first && !reported_once,
                None => true,
            });
        }
        if job.probes.len() == 1 && unchecked && !job.stripped {
            let message = answer.errors.iter().find(|error| !is_borrow_error(error));
            let message = message.map_or("rustc does not look into it", |error| &error.message);
            denied.push((0, State::Absent(message.to_owned())));
        }
        for (number, state) in denied {
            if let Some(slot @ State::Open) = self.state(job.probes[number]) {
                *slot = state;
            }
        }
        // rustc counts only ten places that lack a `mut`; the others lack it too.
        self.settle();
        self.grant(job, masks, unchecked, &not_copy);
    }

    /// Grants what a copy has not denied, as far as it can tell.
    fn grant(&mut self, job: &Job, masks: bool, unchecked: bool, not_copy: &BTreeSet<usize>) {
        let lone = job.probes.len() == 1;
        for (number, probe) in job.probes.iter().enumerate() {
            if self.state(*probe).is_none_or(|state| *state != State::Open) {
                continue;
            }
            let sure = !unchecked && (lone || !masks) || not_copy.contains(&number);
            if probe.2 == Permission::Own && sure {
                let copy = !not_copy.contains(&number);
                self.columns[probe.0].copy.get_or_insert(copy);
            }
            if lone {
                self.held.insert((*probe, job.stripped));
                let may_be_hidden = !self.culprits(&job.owner).is_empty();
                if may_be_hidden
                    && !(self.held.contains(&(*probe, true))
                        && self.held.contains(&(*probe, false)))
                {
                    continue;
                }
            } else if masks {
                continue;
            }
            if let Some(state) = self.state(*probe) {
                *state = State::Granted;
            }
        }
    }

    fn denial(&self, probe: Probe, question: usize, error: &Complaint) -> State {
        let (column, point, permission) = probe;
        let asked = reason::Asked {
            permission,
            at: self.program.functions[self.columns[column].body].points[point].at,
            question,
        };
        State::Denied(reason(self.program, error, &asked))
    }

    /// A probe that does not even type-check: moving out of what has no known size is denied,
    /// anything else cannot be asked.
    fn not_typed(&self, probe: Probe, error: &Complaint) -> State {
        if probe.2 == Permission::Own && matches!(error.code.as_str(), "E0277" | "E0161") {
            State::Denied(Reason {
                kind: ReasonKind::NotMovable,
                place: None,
                line: None,
                or_on: Vec::new(),
                later_use: None,
                perhaps: false,
                label: error.message.clone(),
            })
        } else {
            State::Absent(error.message.clone())
        }
    }

    /// What is known so far; nothing where the point is never reached or the place is none.
    fn state(&mut self, (column, point, permission): Probe) -> Option<&mut State> {
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
                        |state| matches!(state, State::Denied(reason) if reason.kind.is_lasting() && !reason.label.contains("pattern guard")),
                    )
                    .cloned()
            };
            let lasting = PERMISSIONS.map(lasting);
            for states in column.states.iter_mut().flatten() {
                if let denied @ (State::Denied(_) | State::Absent(_)) = states[0].clone() {
                    *states = [denied.clone(), denied.clone(), denied];
                    continue;
                }
                for (state, lasting) in states.iter_mut().zip(&lasting).skip(1) {
                    if *state == State::Open
                        && let Some(lasting) = lasting
                    {
                        *state = lasting.clone();
                    }
                }
            }
        }
    }

    /// What is still open: together where no error reported once can reach, else alone.
    fn open_jobs(&mut self) -> Vec<Job> {
        let mut jobs = Vec::new();
        for column in 0..self.columns.len() {
            let open = self.open(column);
            if open.is_empty() {
                continue;
            }
            let rounds = self.rounds.entry(column).or_default();
            *rounds += 1;
            let rounds = *rounds;
            let owner = self.program.functions[self.columns[column].body]
                .owner
                .clone();
            let job = |probes: Vec<Probe>| Job {
                owner: owner.clone(),
                probes,
                stripped: false,
            };
            let (clear, rest): (Vec<Probe>, Vec<Probe>) = match rounds {
                2 => open
                    .into_iter()
                    .partition(|probe| self.out_of_reach(*probe)),
                3 => open
                    .into_iter()
                    .partition(|probe| probe.2 != Permission::Read),
                _ => (Vec::new(), open),
            };
            if clear.len() > 1 {
                jobs.push(job(clear));
            } else {
                jobs.extend(clear.into_iter().map(|probe| job(vec![probe])));
            }
            // What can be read decides whether there is more to ask.
            let readable = |probe: &Probe| {
                let states = self.columns[probe.0].states[probe.1].as_ref();
                probe.2 == Permission::Read
                    || states.is_some_and(|states| states[0] == State::Granted)
            };
            jobs.extend(
                rest.into_iter()
                    .filter(readable)
                    .map(|probe| job(vec![probe])),
            );
        }
        // A lone question is asked of the stripped program too, where there is one.
        let stripped: Vec<Job> = jobs
            .iter()
            .filter(|job| job.probes.len() == 1 && !self.culprits(&job.owner).is_empty())
            .map(|job| Job {
                stripped: true,
                ..job.clone()
            })
            .collect();
        jobs.extend(stripped);
        jobs
    }

    /// Whether no error that is reported once lies before this probe or in a loop around it.
    fn out_of_reach(&self, (column, point, _): Probe) -> bool {
        let Column { body, variable, .. } = self.columns[column];
        let sites = &self.program.functions[body].points;
        let site = &sites[point];
        let of_variable = self
            .columns
            .iter()
            .filter(|other| other.body == body && other.variable == variable);
        let mut masks = of_variable.flat_map(|other| {
            let denied = other.states.iter().zip(sites).filter(|(states, _)| {
                let states = states.as_ref().map(|states| states.iter());
                states.is_some_and(|mut states| {
                    states.any(
                        |state| matches!(state, State::Denied(reason) if !reason.kind.is_lasting()),
                    )
                })
            });
            denied.map(|(_, site)| site.at)
        });
        let owner = &self.program.functions[body].owner;
        self.culprits(owner).is_empty()
            && masks.all(|mask| {
                site.at < mask
                    && !site
                        .loops
                        .iter()
                        .any(|looping| looping.bytes.contains(&mask))
            })
    }

    /// A loan has one borrower, whichever use comes next: what is named where the borrower is used
    /// is named where another uses the loan through it.
    fn name_borrowers(&mut self) {
        for column in &mut self.columns {
            let states = column.states.iter_mut().flatten().flatten();
            let mut loans: Vec<&mut Reason> = states
                .filter_map(|state| match state {
                    State::Denied(reason) if reason.kind.is_loan() => Some(reason),
                    _ => None,
                })
                .collect();
            let named: Vec<Reason> = loans.iter().map(|loan| (**loan).clone()).collect();
            for loan in &mut loans {
                let mut borrowers = named
                    .iter()
                    .filter(|other| (other.kind, other.line) == (loan.kind, loan.line))
                    .filter_map(|other| other.place.as_ref());
                let borrower = borrowers.next();
                if loan.place.is_none() && borrowers.all(|other| Some(other) == borrower) {
                    loan.place = borrower.cloned();
                }
            }
        }
    }

    /// A move has one line and one reason: what was gone before a line has not moved on it. rustc
    /// takes a call through the new owner for the move.
    fn date_moves(&mut self) {
        for column in &mut self.columns {
            let sites = &self.program.functions[column.body].points;
            for point in 0..sites.len() {
                let Some(reason) = column.moved(point).cloned() else {
                    continue;
                };
                let before = sites
                    .iter()
                    .rposition(|site| Some(site.line) == reason.line);
                let Some(first) = before.and_then(|before| column.moved(before)) else {
                    continue;
                };
                if first.line != reason.line && first.kind == reason.kind {
                    let first = Reason {
                        perhaps: first.perhaps || reason.perhaps,
                        ..first.clone()
                    };
                    column.states[point] = Some(denied(first));
                }
            }
        }
    }

    /// rustc names one part that has moved out of a place; here are all.
    fn name_moved_parts(&mut self) {
        for whole in 0..self.columns.len() {
            let column = &self.columns[whole];
            let parts: Vec<&Column> = self
                .columns
                .iter()
                .filter(|part| {
                    let rest = part.expression.strip_prefix(&column.expression);
                    (part.body, part.variable) == (column.body, column.variable)
                        && rest.is_some_and(|rest| rest.starts_with('.'))
                })
                .collect();
            let mut named = Vec::new();
            for point in 0..column.states.len() {
                let moved: Vec<String> = parts
                    .iter()
                    .filter_map(|part| {
                        let line = part.moved(point)?.line?;
                        Some(format!("{} on line {line}", part.expression))
                    })
                    .collect();
                if let Some(reason) = column.moved(point)
                    && reason.kind == ReasonKind::PartlyMoved
                    && moved.len() > 1
                {
                    let reason = Reason {
                        place: None,
                        line: None,
                        or_on: Vec::new(),
                        label: moved.join(", "),
                        ..reason.clone()
                    };
                    named.push((point, reason));
                }
            }
            for (point, reason) in named {
                self.columns[whole].states[point] = Some(denied(reason));
            }
        }
    }

    /// A place of which nothing could be asked, and why.
    fn unasked(&self, column: &Column) -> Option<Skipped> {
        let states = || column.states.iter().flatten();
        let partly = |states: &&[State; 3]| {
            !matches!(states[0], State::Absent(_))
                && states.iter().any(|state| matches!(state, State::Absent(_)))
        };
        if column.is_shown() && states().find(partly).is_none() {
            return None;
        }
        let message = states().flatten().find_map(|state| match state {
            State::Absent(message) => Some(message),
            _ => None,
        })?;
        let sites = self.program.functions[column.body].points.iter();
        let first = sites
            .zip(&column.states)
            .find(|(_, states)| states.is_some());
        Some(Skipped {
            line: first.map_or(1, |(site, _)| site.line),
            what: format!("the place `{}` ({message})", column.expression),
        })
    }

    fn finish(self) -> Timeline {
        let program = self.program;
        let mut not_looked_into = self.skipped.clone();
        not_looked_into.extend(
            self.columns
                .iter()
                .filter_map(|column| self.unasked(column)),
        );
        let mut functions = Vec::new();
        for (index, body) in program.functions.iter().enumerate() {
            let mut columns: Vec<&Column> = self
                .columns
                .iter()
                .filter(|column| column.body == index && column.is_shown())
                .collect();
            columns.sort_by_key(|column| {
                (
                    column.variable.unwrap_or(usize::MAX),
                    column.expression.starts_with('*'),
                )
            });
            if columns.is_empty() {
                continue;
            }
            let points = body
                .points
                .iter()
                .enumerate()
                .filter(|(point, _)| self.reached[index][*point]);
            let points = points.map(|(point, site)| Point {
                line: site.line,
                column: site.column,
                cells: columns.iter().map(|column| column.cell(point)).collect(),
            });
            let mut points: Vec<Point> = points.collect();
            // `if full { 4 } else { 3 }` has three points and one thing to say.
            points.dedup_by(|next, point| next.line == point.line && next.cells == point.cells);
            functions.push(Function {
                name: body.name.clone(),
                points,
                places: columns
                    .iter()
                    .map(|column| timeline::Place {
                        expression: column.expression.clone(),
                        declared: column
                            .variable
                            .map(|variable| body.variables[variable].declared),
                        ty: column.ty.clone(),
                    })
                    .collect(),
            });
        }
        not_looked_into.sort();
        not_looked_into.dedup();
        let refused = match self.baseline.first().map(|error| &error.primary) {
            Some(Place::Program(bytes)) => Some(program.line_of(bytes.start)),
            _ => None,
        };
        Timeline {
            functions,
            not_looked_into,
            refused,
        }
    }
}

/// What cannot be read cannot be written or moved either, for the same reason.
fn denied(reason: Reason) -> [State; 3] {
    std::array::from_fn(|_| State::Denied(reason.clone()))
}

impl Column {
    fn is_shown(&self) -> bool {
        (0..self.states.len()).any(|point| self.cell(point).is_some())
    }

    /// Why the place is gone at a point, if it is because of a move.
    fn moved(&self, point: usize) -> Option<&Reason> {
        match self.states[point].as_ref()? {
            [State::Denied(reason), ..] if reason.kind.is_move() => Some(reason),
            _ => None,
        }
    }

    fn cell(&self, point: usize) -> Option<Cell> {
        let states = self.states[point].as_ref()?;
        if states.iter().any(|state| matches!(state, State::Absent(_))) {
            return None;
        }
        let [read, write, own] = states;
        let why = |state: &State| match state {
            State::Denied(reason) => Some(reason.clone()),
            _ => None,
        };
        Some(Cell {
            read: *read == State::Granted,
            write: *write == State::Granted,
            own: *own == State::Granted,
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
        .any(|(place, _)| *place == Place::Question(question, Part::Probe))
}

fn is_borrow_error(error: &Complaint) -> bool {
    BORROW_CHECKER.contains(&error.code.as_str())
        || error.code.is_empty()
            && BORROW_CHECKER_WITHOUT_CODE
                .iter()
                .any(|message| error.message.starts_with(message))
}
