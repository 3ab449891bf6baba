//! Decides every permission from as few copies as it can.
//!
//! First all questions about one variable stand in one copy. An error at a probe denies that
//! permission; an error elsewhere that names a probe as the later use denies it too, for a
//! reference that has ended. rustc reports some errors once for several places, so a copy with
//! such an error leaves the questions it does not mention open; those are asked again, the ones
//! that the error cannot reach together, the others alone. A copy without errors grants all it
//! asks: fewer uses never make more errors.

use crate::copies::{Answer, Complaint, Copy, Part, Permission, Place, Question, ask};
use crate::program::{Loop, Program, Site};
use crate::reason::{Reason, ReasonKind, reason};
use crate::timeline::{Cell, Function, Options, Point, Skipped, Timeline, Why};
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
/// Errors that rustc reports once for a value, however often it is used.
const REPORTED_ONCE: [&str; 2] = ["E0381", "E0382"];

#[derive(Debug, Clone, PartialEq)]
enum State {
    Open,
    Granted,
    Denied(Reason),
    /// The place has no such permission to ask for: it does not type-check here.
    Absent,
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

pub(crate) struct Judge<'p> {
    program: &'p Program,
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
        Ok(self.finish())
    }

    /// The program as it is, which points are reached, the types, and each variable by itself.
    fn first_round(&mut self) -> Result<(), LensError> {
        let program = self.program;
        let mut reached = Copy::default();
        let mut types = Copy::default();
        let mut sites = Vec::new();
        for (body, function) in program.functions.iter().enumerate() {
            for (point, site) in function.points.iter().enumerate() {
                reached.questions.push((site, Question::Reached));
                sites.push((body, point));
            }
        }
        for column in &self.columns {
            let first = column.states.iter().position(Option::is_some).unwrap_or(0);
            let site = &program.functions[column.body].points[first];
            types
                .questions
                .push((site, Question::Type(column.expression.clone())));
        }
        let jobs: Vec<Job> = self.jobs_by_variable((0..self.columns.len()).collect());
        let groups = pack(jobs);
        let mut copies = vec![Copy::default(), reached, types];
        copies.extend(groups.iter().map(|group| self.copy(group)));
        let mut answers = ask(program, &copies)?.into_iter();
        let mut next = || answers.next().unwrap_or_default();

        let baseline = next();
        if let Some(error) = baseline.errors.iter().find(|error| !is_borrow_error(error)) {
            return Err(LensError::Stopped(error.message.clone()));
        }
        self.baseline = baseline.errors;
        for error in next().errors {
            if let Place::Question(number, _) = error.primary {
                let (body, point) = sites[number];
                self.reached[body][point] = true;
            }
        }
        self.leave_out_what_is_never_reached();
        for error in next().errors {
            if let Place::Question(number, _) = error.primary {
                match error.message.strip_prefix("the trait bound `") {
                    Some(rest) => {
                        self.columns[number].ty = rest.split(": __Named").next().map(str::to_owned)
                    }
                    None => self.forget_column(number, &error.message),
                }
            }
        }
        for group in groups {
            self.judge(&group, &next());
        }
        Ok(())
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
            for expression in self.derived(&name, &ty) {
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

    fn derived(&self, name: &str, ty: &str) -> Vec<String> {
        if ty.starts_with('&') || ty.starts_with("Box<") {
            return vec![format!("*{name}")];
        }
        if let Some(elements) = ty.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            return (0..top_level_parts(elements))
                .map(|index| format!("{name}.{index}"))
                .collect();
        }
        let struct_name = ty.split('<').next().unwrap_or_default();
        let found = self
            .program
            .structs
            .iter()
            .find(|found| found.name == struct_name);
        found.map_or(Vec::new(), |found| {
            found
                .fields
                .iter()
                .map(|field| format!("{name}.{field}"))
                .collect()
        })
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
        copy
    }

    /// What to change in a function so that the errors it has anyway hide no probe's: a statement
    /// that uses what is gone is taken out, and a loop that moves what it moved before ends
    /// after its first iteration.
    fn culprits(&self, owner: &Range<usize>) -> Vec<(Range<usize>, &'static str)> {
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
                culprits.extend(ends.map(|end| (end..end, "; break;")));
            } else if let Some(statement) = self.program.statement_around(bytes) {
                culprits.extend(match &statement.binding {
                    Some((_, value)) => Some((value.clone(), "crate::__any()")),
                    None if statement.is_let => None,
                    None if statement.is_value => Some((statement.bytes.clone(), "crate::__any()")),
                    None => Some((statement.bytes.clone(), "")),
                });
            }
        }
        culprits.sort_by_key(|(bytes, _)| bytes.start);
        culprits.dedup();
        culprits
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
        let groups = pack(jobs);
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
        let mut answers = ask(self.program, &copies)?;
        if answers.len() > groups.len() {
            self.baseline_stripped = answers.pop().unwrap_or_default().errors;
        }
        for (group, answer) in groups.iter().zip(&answers) {
            self.judge(group, answer);
        }
        Ok(())
    }

    /// A place from outside a loop that is moved out of in the loop is gone in the next
    /// iteration; so far every probe has filled the place again.
    fn moves_in_loops(&mut self) -> Result<(), LensError> {
        let mut probes = Vec::new();
        for (number, column) in self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.copy != Some(true))
        {
            let sites = &self.program.functions[column.body].points;
            for (point, (states, site)) in column.states.iter().zip(sites).enumerate() {
                let granted = states
                    .as_ref()
                    .is_some_and(|states| states[2] == State::Granted);
                let outer = |looping: &Loop| {
                    column
                        .variable
                        .is_none_or(|variable| variable < looping.outer_variables)
                };
                if granted && site.loops.iter().any(outer) {
                    probes.push((number, point, Permission::Own));
                }
            }
        }
        if probes.is_empty() {
            return Ok(());
        }
        let jobs = probes.into_iter().map(|probe| Job {
            owner: self.program.functions[self.columns[probe.0].body]
                .owner
                .clone(),
            probes: vec![probe],
            stripped: false,
        });
        let groups = pack(jobs.collect());
        let copies: Vec<Copy<'p>> = groups
            .iter()
            .map(|group| {
                let mut copy = self.copy(group);
                for (_, question) in &mut copy.questions {
                    if let Question::May(_, place) = question {
                        *question = Question::Gone(place.clone());
                    }
                }
                copy
            })
            .collect();
        let answers = ask(self.program, &copies)?;
        for (group, answer) in groups.iter().zip(&answers) {
            for (number, job) in group.iter().enumerate() {
                let probe = job.probes[0];
                let site = &self.program.functions[self.columns[probe.0].body].points[probe.1];
                // What follows the move breaks because of it; what comes before it, or the move
                // itself, breaks in the next iteration.
                let broken = answer.errors.iter().find(|error| match &error.primary {
                    Place::Question(question, _) => *question == number,
                    Place::Program(bytes) => {
                        job.owner.contains(&bytes.start)
                            && bytes.start < site.at
                            && !self
                                .baseline
                                .iter()
                                .any(|old| old.code == error.code && old.primary == error.primary)
                    }
                });
                if let Some(error) = broken {
                    let reason = Reason {
                        kind: ReasonKind::NotMovable,
                        place: None,
                        line: Some(site.line),
                        later_use: None,
                        label: previous_iteration(error),
                    };
                    *self.state(probe) = State::Denied(reason);
                }
            }
        }
        Ok(())
    }

    /// Reads the answer to a copy, job by job.
    fn judge(&mut self, group: &[Job], answer: &Answer) {
        let mut first = 0;
        for job in group {
            let questions = first..first + job.probes.len();
            first = questions.end;
            self.judge_job(job, questions, answer);
        }
        self.settle();
    }

    fn judge_job(&mut self, job: &Job, questions: Range<usize>, answer: &Answer) {
        let known = if job.stripped {
            &self.baseline_stripped
        } else {
            &self.baseline
        };
        let mut masks = !job.stripped && !self.culprits(&job.owner).is_empty();
        let mut not_copy = BTreeSet::new();
        let mut denied: Vec<(usize, State)> = Vec::new();
        for error in &answer.errors {
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
                    denied.extend(
                        named
                            .into_iter()
                            .map(|(number, _)| (number, self.denial(job.probes[number], error))),
                    );
                    continue;
                }
            }
            match (&error.primary, asked(&error.primary)) {
                (_, Some((_, Part::Refill))) => {
                    masks |= REPORTED_ONCE.contains(&error.code.as_str())
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
                    masks |= REPORTED_ONCE.contains(&error.code.as_str());
                    denied.push((number, self.denial(job.probes[number], error)));
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
                        denied.extend(lone.map(|(number, _)| (number, State::Absent)));
                    } else if let Some((number, _)) = named.or(lone) {
                        denied.push((number, self.denial(job.probes[number], error)));
                    }
                }
                _ => {}
            }
        }
        for (number, state) in denied {
            let slot = self.state(job.probes[number]);
            if *slot == State::Open {
                *slot = state;
            }
        }
        // rustc counts only ten places that lack a `mut`; the others lack it too.
        self.settle();
        self.grant(job, masks, &not_copy);
    }

    /// Grants what a copy has not denied, as far as it can tell.
    fn grant(&mut self, job: &Job, masks: bool, not_copy: &BTreeSet<usize>) {
        let lone = job.probes.len() == 1;
        for (number, probe) in job.probes.iter().enumerate() {
            if *self.state(*probe) != State::Open {
                continue;
            }
            if probe.2 == Permission::Own && (lone || !masks || not_copy.contains(&number)) {
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
            *self.state(*probe) = State::Granted;
        }
    }

    fn denial(&self, probe: Probe, error: &Complaint) -> State {
        State::Denied(reason(self.program, error, probe.2))
    }

    /// A probe that does not even type-check: moving out of what has no known size is denied,
    /// anything else cannot be asked.
    fn not_typed(&self, probe: Probe, error: &Complaint) -> State {
        if probe.2 == Permission::Own && matches!(error.code.as_str(), "E0277" | "E0161") {
            State::Denied(Reason {
                kind: ReasonKind::NotMovable,
                place: None,
                line: None,
                later_use: None,
                label: error.message.clone(),
            })
        } else {
            State::Absent
        }
    }

    fn state(&mut self, (column, point, permission): Probe) -> &mut State {
        let states = self.columns[column].states[point].get_or_insert([
            State::Absent,
            State::Absent,
            State::Absent,
        ]);
        &mut states[permission as usize]
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
                if let denied @ (State::Denied(_) | State::Absent) = states[0].clone() {
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

    fn finish(self) -> Timeline {
        let program = self.program;
        let mut functions = Vec::new();
        for (index, body) in program.functions.iter().enumerate() {
            let mut columns: Vec<&Column> = self
                .columns
                .iter()
                .filter(|column| column.body == index && column.states.iter().any(Option::is_some))
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
        let mut not_looked_into = self.skipped;
        not_looked_into.sort();
        not_looked_into.dedup();
        Timeline {
            functions,
            not_looked_into,
        }
    }
}

impl Column {
    fn cell(&self, point: usize) -> Option<Cell> {
        let [read, write, own] = self.states[point].as_ref()?;
        if *read == State::Absent {
            return None;
        }
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

/// Whether what is gone at a second move was moved by the probe's own first one.
fn moved_by_probe(error: &Complaint, question: usize) -> bool {
    error
        .labels
        .iter()
        .any(|(place, _)| *place == Place::Question(question, Part::Probe))
}

/// rustc's words for a move that an earlier iteration has made.
fn previous_iteration(error: &Complaint) -> String {
    let label = error
        .labels
        .iter()
        .find(|(_, label)| label.contains("previous iteration"));
    label.map_or_else(|| error.message.clone(), |(_, label)| label.clone())
}

/// Groups jobs so that each copy holds at most one of each outermost function: rustc checks
/// those one by one.
fn pack(jobs: Vec<Job>) -> Vec<Vec<Job>> {
    let mut groups: Vec<Vec<Job>> = Vec::new();
    for job in jobs {
        let free = |group: &&mut Vec<Job>| {
            group
                .iter()
                .all(|other| other.owner != job.owner && other.stripped == job.stripped)
        };
        match groups.iter_mut().find(free) {
            Some(group) => group.push(job),
            None => groups.push(vec![job]),
        }
    }
    groups
}

fn is_borrow_error(error: &Complaint) -> bool {
    BORROW_CHECKER.contains(&error.code.as_str())
        || error.code.is_empty()
            && BORROW_CHECKER_WITHOUT_CODE
                .iter()
                .any(|message| error.message.starts_with(message))
}

/// The variable or static that a place begins with: `v` of `*v[0].name`.
fn root_of(place: &str) -> &str {
    let name = |c: char| c.is_alphanumeric() || c == '_';
    let start = place.find(name).unwrap_or(0);
    let end = place[start..]
        .find(|c| !name(c))
        .map_or(place.len(), |end| start + end);
    &place[start..end]
}

/// How many parts `String, (u8, u8)` has.
fn top_level_parts(elements: &str) -> usize {
    let mut depth = 0;
    let mut parts = 1;
    for c in elements.trim_end_matches([',', ' ']).chars() {
        match c {
            '(' | '<' | '[' | '{' => depth += 1,
            ')' | '>' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => parts += 1,
            _ => {}
        }
    }
    if elements.trim().is_empty() { 0 } else { parts }
}
