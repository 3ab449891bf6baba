//! Which open questions stand together in one copy, and what a copy leaves out.

use super::{Asking, Column, Finding, Job, Judge, Probe, without_const};
use crate::LensError;
use crate::permissions::copies::{Answer, Copy, Question, ask};
use crate::program::Body;
use crate::timeline::Permission;
use std::collections::BTreeMap;

impl<'p> Judge<'p> {
    /// A job of each kind for each variable, with all open questions of these columns.
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
                asking: Asking::May,
            });
            job.probes.extend(self.open(column));
        }
        let jobs = jobs.into_values().filter(|job| !job.probes.is_empty());
        let jobs: Vec<Job> = jobs.collect();
        let open = jobs.iter().flat_map(|job| job.probes.clone()).collect();
        self.absence_jobs(open).into_iter().chain(jobs).collect()
    }

    pub(super) fn open(&self, column: usize) -> Vec<Probe> {
        let states = self.columns[column].states.iter().enumerate();
        states
            .filter_map(|(point, states)| Some((point, states.as_ref()?)))
            .flat_map(|(point, states)| {
                Permission::ALL
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
            let beside = |other: &Job| other.owner != job.owner && !apart(other) && !apart(&job);
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
                let question = match job.asking {
                    Asking::May => Question::May(*permission, expression.clone()),
                    asking => self.absence_question(asking, *column),
                };
                copy.questions.push((site, question));
            }
            if job.asking == Asking::Unset {
                self.stand_in(job, &mut copy);
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

    /// What rustc says of each copy.
    pub(super) fn ask(&self, copies: &[Copy<'p>]) -> Result<Vec<Answer>, LensError> {
        ask(self.program, copies, self.tests, self.deadline)
    }

    pub(super) fn round(&mut self, jobs: Vec<Job>) -> Result<(), LensError> {
        let groups = self.pack(jobs);
        let copies: Vec<Copy<'p>> = groups.iter().map(|group| self.copy(group)).collect();
        let answers = self.ask(&copies)?;
        for (group, answer) in groups.iter().zip(&answers) {
            self.judge(group, answer);
        }
        Ok(())
    }

    /// What is still open: whether the place is there, else what it may; together where no error that
    /// is reported once can reach, else alone.
    pub(super) fn open_jobs(&mut self) -> Vec<Job> {
        let mut jobs = Vec::new();
        let mut unknown = Vec::new();
        for column in 0..self.columns.len() {
            let open = self.open(column).into_iter();
            let (open, not_asked): (Vec<Probe>, Vec<Probe>) =
                open.partition(|probe| self.absence_to_ask(*probe).is_empty());
            unknown.extend(not_asked);
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
                asking: Asking::May,
            };
            let (clear, rest): (Vec<Probe>, Vec<Probe>) = match rounds {
                1 => (open, Vec::new()),
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
        jobs.extend(self.absence_jobs(unknown));
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
        masks.all(|mask| {
            site.at < mask
                && !site
                    .loops
                    .iter()
                    .any(|looping| looping.bytes.contains(&mask))
        })
    }
}
