//! Reads rustc's answer to a copy: what it denies, and what it grants.

use super::{
    ABOUT_THE_PROBE, Asking, Finding, Job, Judge, NO_VALUE, Probe, WRONG_FORM, is_borrow_error,
    moved_by_probe,
};
use crate::permissions::copies::{Answer, Complaint, Part, Spot};
use crate::permissions::reason::{self, reason};
use crate::timeline::{Permission, Reason, ReasonKind};
use std::collections::BTreeSet;
use std::ops::Range;

impl Judge<'_> {
    /// Reads the answer to a copy, job by job.
    pub(super) fn judge(&mut self, group: &[Job], answer: &Answer) {
        let mut first = 0;
        let all = group.iter().map(|job| job.probes.len()).sum::<usize>();
        for (number, job) in group.iter().enumerate() {
            let questions = first..first + job.probes.len();
            first = questions.end;
            let place = Spot::Question(all + number, Part::Probe);
            let unchecked = !answer.errors.iter().any(|error| error.primary == place);
            match job.asking {
                Asking::May => self.judge_job(job, questions, answer, unchecked),
                _ => self.judge_absence(job, questions, answer, unchecked),
            }
        }
        self.settle();
    }

    /// `unchecked` says that rustc has not checked the borrows of the function: what it did not
    /// deny is not granted.
    pub(super) fn judge_job(
        &mut self,
        job: &Job,
        questions: Range<usize>,
        answer: &Answer,
        unchecked: bool,
    ) {
        let of_job = |error: &&Complaint| matches!(&error.primary, Spot::Question(number, _) if questions.contains(number));
        let mut reported_once = false;
        for error in answer.errors.iter().filter(of_job) {
            reported_once |= error.code == NO_VALUE || self.learn_of_parts(error);
        }
        let mut masks = unchecked || reported_once;
        let mut not_copy = BTreeSet::new();
        let mut denied: Vec<(usize, Finding)> = Vec::new();
        for error in &answer.errors {
            if ABOUT_THE_PROBE.contains(&error.code.as_str()) {
                continue;
            }
            let denial =
                |number: usize| self.denial(job.probes[number], questions.start + number, error);
            let asked = |place: &Spot| match place {
                Spot::Question(number, half) if questions.contains(number) => {
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
            match (&error.primary, asked(&error.primary)) {
                (_, Some((_, Part::Refill))) => {}
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
                    denied.push((number, denial(number)));
                }
                (Spot::Program(bytes), None) if job.owner.contains(&bytes.start) => {
                    let mut known = self.baseline.iter();
                    if known.any(|old| old.code == error.code && old.primary == error.primary) {
                        continue;
                    }
                    masks = true;
                    let named = error.labels.iter().find_map(|(place, _)| asked(place));
                    let lone = (job.probes.len() == 1).then_some((0, Part::Probe));
                    // `let best;` has no type yet where `*best` asks for it.
                    if !is_borrow_error(error) && error.code != WRONG_FORM {
                        let absent = Finding::Absent(error.message.clone());
                        denied.extend(lone.map(|(number, _)| (number, absent)));
                    } else if let Some((number, _)) = named.or(lone) {
                        denied.push((number, denial(number)));
                    }
                }
                _ => {}
            }
        }
        // What is not there has not ended. rustc reports that once, so that it may stay hidden where
        // several questions are asked. And what has ended has ended by the first action: of several
        // questions rustc names one for each action, not each action for every question.
        let ended_on = |state: &Finding| match state {
            Finding::Denied(reason) if reason.kind == ReasonKind::Ended => Some(reason.line),
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
        if job.probes.len() == 1 && unchecked {
            denied.push((0, not_checked(answer)));
        }
        for (number, state) in denied {
            if let Some(slot @ Finding::Open) = self.state(job.probes[number]) {
                *slot = state;
            }
        }
        // rustc counts only ten places that lack a `mut`; the others lack it too.
        self.settle();
        self.grant(job, masks, unchecked, &not_copy);
    }

    /// Grants what a copy has not denied, as far as it can tell.
    pub(super) fn grant(
        &mut self,
        job: &Job,
        masks: bool,
        unchecked: bool,
        not_copy: &BTreeSet<usize>,
    ) {
        let lone = job.probes.len() == 1;
        for (number, probe) in job.probes.iter().enumerate() {
            if self
                .state(*probe)
                .is_none_or(|state| *state != Finding::Open)
            {
                continue;
            }
            let sure = !unchecked && (lone || !masks) || not_copy.contains(&number);
            if probe.2 == Permission::Own && sure {
                let copy = !not_copy.contains(&number);
                self.columns[probe.0].copy.get_or_insert(copy);
            }
            let hidden = masks && !lone || !self.absence_to_ask(*probe).is_empty();
            if !hidden && let Some(state) = self.state(*probe) {
                *state = Finding::Granted;
            }
        }
    }

    pub(super) fn denial(&self, probe: Probe, question: usize, error: &Complaint) -> Finding {
        let (column, point, permission) = probe;
        let asked = reason::Asked {
            permission,
            at: self.program.functions[self.columns[column].body].points[point].at,
            question,
        };
        Finding::Denied(reason(self.program, error, &asked))
    }

    /// A probe that does not even type-check: moving out of what has no known size is denied,
    /// anything else cannot be asked.
    pub(super) fn not_typed(&self, probe: Probe, error: &Complaint) -> Finding {
        if probe.2 == Permission::Own && matches!(error.code.as_str(), "E0277" | "E0161") {
            Finding::Denied(Reason::new(ReasonKind::NotMovable, error.message.clone()))
        } else {
            Finding::Absent(error.message.clone())
        }
    }
}

/// Why nothing is known of the only probe of a copy: rustc has not checked borrows.
pub(super) fn not_checked(answer: &Answer) -> Finding {
    let message = answer.errors.iter().find(|error| !is_borrow_error(error));
    let message = message.map_or("rustc does not look into it", |error| &error.message);
    Finding::Absent(message.to_owned())
}
