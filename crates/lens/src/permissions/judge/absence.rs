//! Is a place there at all? It is not where it has been moved out of, nor before its variable has
//! a value.
//!
//! rustc says once what the same moves lead to, and once that a variable has no value. So a probe
//! after `drop(s); s.len();` is answered with silence: the program's own error has said it. Where
//! the copy moves too, the moves that lead to the probe are others, and rustc speaks. Its labels
//! name the program's own move, if there is one. Moves that lead to a use through another turn of a
//! loop it names only where no other does; so there are two probes, one for each kind:
//!
//! ```text
//! if crate::__lens() { if crate::__lens() { let __gone = s; } let __probe = &s; s = …; };
//! if crate::__lens() { while crate::__lens() { let __probe = &s; let __gone = s; } s = …; };
//! ```
//!
//! Where the variable is moved as a whole, rustc says nothing of its parts. So where an error speaks of
//! a part, the copy moves that part again, as the program does, and asks about it, too.
//!
//! A variable that the program uses without a value has a stand-in. It is moved out of where the
//! variable is declared, given a value wherever the variable is, and asked about in the same way:
//!
//! ```text
//! let mut __set = …; let __unset = __set; let s;
//! { s = read(); __set = …; };
//! ```

use super::answers::not_checked;
use super::captures::Pinned;
use super::{Asking, Column, Finding, Job, Judge, MOVED, NO_VALUE, Probe, WRONG_FORM};
use crate::permissions::copies::{Answer, Complaint, Copy, Part, Question, Spot};
use crate::permissions::reason::{moves, says_moved};
use crate::program::{Variable, root_of};
use crate::timeline::Permission;
use std::collections::BTreeMap;
use std::ops::Range;

/// The name of the stand-in.
pub(super) const STAND_IN: &str = "__set";

impl Judge<'_> {
    /// What is not known yet of whether the place of a probe is there.
    pub(super) fn absence_to_ask(&self, (column, point, _): Probe) -> Vec<Asking> {
        // What is captured so that it stays is there, and a move would capture it otherwise.
        let pinned = self.columns[column].pinned.as_ref();
        if pinned.is_some_and(Pinned::stays) {
            return Vec::new();
        }
        let moved = self.may_move(column).then_some(Asking::Moved);
        let parted = (!self.partings(column).is_empty()).then_some(Asking::Parted);
        let unset = self.used_unset(column).map(|_| Asking::Unset);
        let mut asking: Vec<Asking> = moved.into_iter().chain(parted).chain(unset).collect();
        asking.retain(|asking| !self.present.contains(&(*asking, column, point)));
        asking
    }

    /// Asks whether the places of these probes are there: once together for each variable, then
    /// alone.
    pub(super) fn absence_jobs(&mut self, probes: Vec<Probe>) -> Vec<Job> {
        let mut jobs: BTreeMap<(Asking, usize, Option<usize>, Option<Probe>), Job> =
            BTreeMap::new();
        for probe in probes.iter().filter(|probe| probe.2 == Permission::Read) {
            for asking in self.absence_to_ask(*probe) {
                let Column { body, variable, .. } = self.columns[probe.0];
                let alone = self.put.contains(&(asking, probe.0)).then_some(*probe);
                let new = || Job {
                    owner: self.program.functions[body].owner.clone(),
                    probes: Vec::new(),
                    asking,
                };
                let job = jobs
                    .entry((asking, body, variable, alone))
                    .or_insert_with(new);
                job.probes.push(*probe);
            }
        }
        let jobs: Vec<Job> = jobs.into_values().collect();
        for job in &jobs {
            self.put
                .extend(job.probes.iter().map(|probe| (job.asking, probe.0)));
        }
        jobs
    }

    /// What asks of the place of a column whether it is there.
    pub(super) fn absence_question(&self, asking: Asking, column: usize) -> Question {
        let place = &self.columns[column].expression;
        let (place, moving) = match asking {
            Asking::Unset => (STAND_IN, vec![format!("let __gone = {STAND_IN};")]),
            Asking::Parted => (place.as_str(), self.partings(column)),
            _ => (
                place.as_str(),
                vec![format!("let __gone = {};", self.whole(column))],
            ),
        };
        Question::Moved {
            place: place.to_owned(),
            moving,
        }
    }

    /// The variable of a column, or what its closure has captured of it.
    fn whole(&self, column: usize) -> &str {
        let Column {
            body,
            ref expression,
            ..
        } = self.columns[column];
        let mut captures = self.captures[body].iter();
        let captured = captures.find(|capture| {
            let rest = expression.strip_prefix(&capture.path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        captured.map_or(root_of(expression), |capture| &capture.path)
    }

    /// Gives the variable of a job its stand-in.
    pub(super) fn stand_in(&self, job: &Job, copy: &mut Copy<'_>) {
        let Some((variable, late)) = self
            .variable(job.probes[0].0)
            .and_then(|variable| Some((variable, variable.late?)))
        else {
            return;
        };
        let declared = format!(
            "let mut {STAND_IN} = crate::__any::<crate::__Value>(); let __unset = {STAND_IN}; "
        );
        copy.without.push((late..late, declared));
        for assigned in &self.program.assigned {
            if assigned.declared == Some(variable.at) {
                let after = format!("; {STAND_IN} = crate::__any(); }}");
                copy.around
                    .push((assigned.bytes.clone(), ["{ ".into(), after]));
            }
        }
    }

    /// Reads the answer to whether the places of a job are there.
    pub(super) fn judge_absence(
        &mut self,
        job: &Job,
        questions: Range<usize>,
        answer: &Answer,
        unchecked: bool,
    ) {
        // Where a closure may not move what it holds, the program has not moved it there either.
        let forbidden = answer.errors.iter().any(|error| {
            let here =
                matches!(&error.primary, Spot::Program(bytes) if job.owner.contains(&bytes.start));
            here && error.code == WRONG_FORM
        });
        let unchecked = unchecked && !forbidden;
        for (number, probe) in questions.zip(&job.probes) {
            let absent = answer.errors.iter().find(|error| {
                error.primary == Spot::Question(number, Part::Probe)
                    && error.code == MOVED
                    && !moves(error).is_empty()
            });
            let finding = match (absent, job.asking) {
                (Some(_), Asking::Unset) => self
                    .used_unset(probe.0)
                    .map(|error| self.denial(*probe, number, &error)),
                (Some(error), _) => Some(self.denial(*probe, number, error)),
                (None, asking) if !unchecked => {
                    self.present.insert((asking, probe.0, probe.1));
                    None
                }
                (None, _) if job.probes.len() == 1 => Some(not_checked(answer)),
                (None, _) => None,
            };
            if let (Some(finding), Some(state @ Finding::Open)) = (finding, self.state(*probe)) {
                *state = finding;
            }
        }
        self.settle();
    }

    /// Whether the place may be moved out of: its variable is not known to be `Copy`.
    fn may_move(&self, column: usize) -> bool {
        let Column {
            body,
            variable,
            ref expression,
            ..
        } = self.columns[column];
        let is_copy = |other: &Column| {
            (other.body, other.variable) == (body, variable)
                && other.expression == root_of(expression)
                && other.copy == Some(true)
        };
        variable.is_some() && !self.columns.iter().any(is_copy)
    }

    /// What moves a part of a column's variable, as far as rustc has said.
    fn partings(&self, column: usize) -> Vec<String> {
        let Column {
            body,
            variable: Some(_),
            ref expression,
            ..
        } = self.columns[column]
        else {
            return Vec::new();
        };
        let start = self.program.functions[body].owner.start;
        let parts = self.parts_moved.iter();
        let parts = parts.filter(|(owner, root, _)| *owner == start && root == root_of(expression));
        parts.map(|(_, _, again)| again.clone()).collect()
    }

    /// Notes the parts that an error says have moved. Whether it speaks of one that has not been asked
    /// about: it may hide that the same part is missing elsewhere.
    pub(super) fn learn_of_parts(&mut self, error: &Complaint) -> bool {
        if error.code != MOVED {
            return false;
        }
        // borrow of partially moved value: `user`
        let root = root_of(error.message.split('`').nth(1).unwrap_or_default());
        let whole = format!("let __gone = {root};");
        let mut new = false;
        for (spot, label) in &error.labels {
            let Spot::Program(bytes) = spot else {
                continue;
            };
            // What a closure moves has a label of its own.
            if !says_moved(label) || label.contains("moved into") {
                continue;
            }
            let mut bodies = self.program.functions.iter();
            let body = bodies.find(|body| body.owner.contains(&bytes.start));
            let owner = body.map_or(0, |body| body.owner.start);
            let again = self.program.move_again(bytes, label);
            let can_be_said = syn::parse_str::<syn::Stmt>(&again).is_ok();
            let part = (owner, root.to_owned(), again);
            if part.2 == whole || self.parts_moved.contains(&part) {
                continue;
            }
            new = true;
            if can_be_said {
                self.parts_moved.insert(part);
                self.ask_again_of_parts(owner, root);
            }
        }
        new
    }

    /// What has been said of the parts of a variable was said too early.
    fn ask_again_of_parts(&mut self, owner: usize, root: &str) {
        for (number, column) in self.columns.iter().enumerate() {
            let start = self.program.functions[column.body].owner.start;
            if start == owner && root_of(&column.expression) == root {
                self.put.remove(&(Asking::Parted, number));
                self.rounds.insert(number, 0);
            }
        }
        let is_of = |column: usize| root_of(&self.columns[column].expression) == root;
        self.present
            .retain(|(asking, column, _)| *asking != Asking::Parted || !is_of(*column));
    }

    /// What the program is told anyway, as if of a probe: that the variable of a column is used
    /// without a value. rustc will not say it again.
    fn used_unset(&self, column: usize) -> Option<Complaint> {
        let variable = self
            .variable(column)
            .filter(|variable| variable.late.is_some())?;
        let is_declared = |(spot, label): &(Spot, String)| match spot {
            Spot::Program(bytes) => label.contains("declared here") && bytes.contains(&variable.at),
            Spot::Question(..) => false,
        };
        let mut known = self.baseline.iter();
        let known =
            known.find(|error| error.code == NO_VALUE && error.labels.iter().any(is_declared))?;
        Some(Complaint {
            primary: Spot::Question(0, Part::Probe),
            ..known.clone()
        })
    }

    fn variable(&self, column: usize) -> Option<&Variable> {
        let Column { body, variable, .. } = self.columns[column];
        Some(&self.program.functions[body].variables[variable?])
    }
}
