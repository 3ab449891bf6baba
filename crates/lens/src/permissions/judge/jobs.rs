//! Which open questions stand together in one copy, and what a copy leaves out.

use super::{Column, Finding, Job, Judge, PERMISSIONS, Probe, REPORTED_ONCE, without_const};
use crate::LensError;
use crate::permissions::copies::{Copy, Permission, Question, Spot, ask};
use crate::program::{Body, Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

impl<'p> Judge<'p> {
    /// One job for each variable with all open questions of these columns.
    pub(super) fn jobs_by_variable(&mut self, columns: Vec<usize>) -> Vec<Job> {
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

    pub(super) fn open(&self, column: usize) -> Vec<Probe> {
        let states = self.columns[column].states.iter().enumerate();
        states
            .filter_map(|(point, states)| Some((point, states.as_ref()?)))
            .flat_map(|(point, states)| {
                PERMISSIONS
                    .into_iter()
                    .filter(|permission| states[*permission as usize] == Finding::Open)
                    .map(move |permission| (column, point, permission))
            })
            .collect()
    }

    /// Groups jobs so that each copy holds at most one of each outermost function: rustc checks
    /// those one by one. A `const fn` has a copy for itself, for it loses its `const` there, and so
    /// has an async function: what its future holds decides who may send it.
    pub(super) fn pack(&self, jobs: Vec<Job>) -> Vec<Vec<Job>> {
        let mut groups: Vec<Vec<Job>> = Vec::new();
        let apart = |job: &Job| {
            let mut bodies = self.program.functions.iter();
            let is_async =
                |body: &Body| body.owner == job.owner && body.closure.is_none() && body.is_async;
            self.body(job).constant.is_some() || bodies.any(is_async)
        };
        for job in jobs {
            let beside = |other: &Job| {
                other.owner != job.owner
                    && other.stripped == job.stripped
                    && !apart(other)
                    && !apart(&job)
            };
            match groups.iter_mut().find(|group| group.iter().all(beside)) {
                Some(group) => group.push(job),
                None => groups.push(vec![job]),
            }
        }
        groups
    }

    /// The body whose variable a job is about.
    pub(super) fn body(&self, job: &Job) -> &'p Body {
        &self.program.functions[self.columns[job.probes[0].0].body]
    }

    pub(super) fn copy(&self, jobs: &[Job]) -> Copy<'p> {
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
    pub(super) fn culprits(&self, owner: &Range<usize>) -> Vec<(Range<usize>, String)> {
        let mut culprits = Vec::new();
        for error in self
            .baseline
            .iter()
            .filter(|error| REPORTED_ONCE.contains(&error.code.as_str()))
        {
            let Spot::Program(bytes) = &error.primary else {
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
    pub(super) fn type_of(&self, name: &str, statement: &Statement) -> Option<&str> {
        let line = self.program.line_of(statement.bytes.start);
        let column = self.columns.iter().find(|column| {
            let variables = &self.program.functions[column.body].variables;
            let declared = column.variable.map(|variable| variables[variable].declared);
            statement.is_let && column.expression == name && declared == Some(line)
        });
        let ty = column?.ty.as_deref();
        ty.filter(|ty| !ty.contains(['{', '@']))
    }

    pub(super) fn loops_around(&self, at: usize) -> Vec<Range<usize>> {
        let points = self.program.functions.iter().flat_map(|body| &body.points);
        let loops = points
            .flat_map(|site| &site.loops)
            .map(|looping| looping.bytes.clone());
        let mut around: Vec<Range<usize>> = loops.filter(|bytes| bytes.contains(&at)).collect();
        around.sort_by_key(|bytes| bytes.start);
        around.dedup();
        around
    }

    pub(super) fn round(&mut self, jobs: Vec<Job>) -> Result<(), LensError> {
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

    /// What is still open: together where no error reported once can reach, else alone.
    pub(super) fn open_jobs(&mut self) -> Vec<Job> {
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
                    || states.is_some_and(|states| states[0] == Finding::Granted)
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
    pub(super) fn out_of_reach(&self, (column, point, _): Probe) -> bool {
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
                        |state| matches!(state, Finding::Denied(reason) if !reason.kind.is_lasting()),
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
}
