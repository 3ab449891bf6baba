//! What if a move is followed by another turn of the loop around it?

use super::{Finding, Judge, Probe, Turn, without_const};
use crate::LensError;
use crate::permissions::copies::{Complaint, Copy, Part, Question, Spot};
use crate::program::{Loop, Site};
use crate::timeline::{Permission, Reason, ReasonKind};
use std::ops::Range;

impl<'p> Judge<'p> {
    /// A place from outside a loop that is moved out of in the loop is gone in the next
    /// iteration; so far every probe has filled the place again. The move is refused if the place
    /// may still be empty when an iteration ends, and the next one uses it empty.
    pub(super) fn moves_in_loops(&mut self) -> Result<(), LensError> {
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
        let answers = self.ask(&copies)?;
        for (turns, answers) in groups.iter().zip(answers.chunks(2)) {
            for (number, turn) in turns.iter().enumerate() {
                let names = |error: &Complaint, question: usize, part: Part| {
                    let mut labels = error.labels.iter();
                    labels.any(|(place, _)| *place == Spot::Question(question, part))
                };
                // What follows the move in its own iteration, the other move does not reach.
                let empty = |error: &Complaint| {
                    let gone = 2 * number + 1;
                    names(error, gone, Part::Again) && names(error, gone, Part::Probe)
                };
                let needed = |error: &Complaint| {
                    let inside = match &error.primary {
                        Spot::Program(bytes) => turn.looping.bytes.contains(&bytes.start),
                        Spot::Question(..) => true,
                    };
                    inside && names(error, number, Part::Probe)
                };
                if !answers[0].errors.iter().any(empty) || !answers[1].errors.iter().any(needed) {
                    continue;
                }
                let refused = Finding::Denied(Reason::new(
                    ReasonKind::NeededAgain,
                    "a move here would leave nothing for it".into(),
                ));
                if let Some(state) = self.state(turn.probe) {
                    *state = refused;
                }
            }
        }
        Ok(())
    }

    pub(super) fn turns(&self) -> Vec<Turn<'p>> {
        let mut turns = Vec::new();
        for (number, column) in self.columns.iter().enumerate() {
            let sites = &self.program.functions[column.body].points;
            for (point, (states, site)) in column.states.iter().zip(sites).enumerate() {
                let granted = states
                    .as_ref()
                    .is_some_and(|states| states[2] == Finding::Granted);
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
    pub(super) fn apart(&self, turns: Vec<Turn<'p>>) -> Vec<Vec<Turn<'p>>> {
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
    pub(super) fn still_empty(&self, turns: &[Turn<'p>]) -> Copy<'p> {
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
    pub(super) fn begun_again(&self, turns: &[Turn<'p>]) -> Copy<'p> {
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
    pub(super) fn asked(&self, (column, point, _): Probe) -> (&'p Site, &str) {
        let column = &self.columns[column];
        let site = &self.program.functions[column.body].points[point];
        (site, &column.expression)
    }

    /// What gives the loop a label, and fills the place for what follows it.
    pub(super) fn around_loop(&self, turn: &Turn<'p>) -> Vec<(Range<usize>, String)> {
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
}
