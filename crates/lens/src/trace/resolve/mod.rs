//! From what the recorder wrote to a trace: addresses become names, and what several pointers show
//! of one block comes together.

mod follow;
mod history;
mod regions;
mod step;

use super::raw::{self, Event};
use super::rewrite::{Stop, Traced};
use super::run::Run;
use super::{State, Step};
use crate::timeline::Cell;
use crate::timeline::ReasonKind;
use history::{History, Seen};
use regions::Regions;
use std::collections::BTreeMap;

/// The steps of a run, with names in place of addresses.
pub(crate) fn resolve(
    functions: &[Traced<'_>],
    stops: &[Stop<'_>],
    run: &Run,
    last_line: usize,
) -> Vec<Step> {
    let mut history = History::default();
    let mut steps: Vec<Step> = Vec::new();
    let mut printed = 0;
    for raw in &run.steps {
        let mut step = Picture::of(functions, stops, raw, &mut history).step(raw, &mut history);
        // Standard output that the program has closed or turned back is as far as it was.
        let until = raw.printed.clamp(printed, run.output.len());
        step.printed = String::from_utf8_lossy(&run.output[printed..until]).into_owned();
        printed = until;
        step.after = steps.last().map(|before| before.line);
        if step.frames.is_empty() {
            step.line = last_line;
        }
        steps.push(step);
    }
    steps
}

/// A variable or a field of a frame.
struct Local<'r> {
    frame: usize,
    slot: usize,
    call: usize,
    name: String,
    state: State,
    node: Option<&'r raw::Node>,
    seen: Option<Seen>,
}

/// What is known of one step.
struct Picture<'r> {
    functions: &'r [Traced<'r>],
    stops: &'r [Stop<'r>],
    frame_names: Vec<String>,
    locals: Vec<Local<'r>>,
    /// Number, address, size.
    blocks: &'r [(usize, usize, usize)],
    /// What is in a block, and the counts of its `Rc`.
    content: BTreeMap<usize, &'r raw::Node>,
    /// What is neither in a block nor in a place.
    others: Vec<&'r raw::Node>,
    /// What references point to: of a `RefCell` that is borrowed exclusively, only its guard tells
    /// what is inside.
    pointees: Vec<&'r raw::Node>,
    regions: Regions,
    stack: (usize, usize),
}

impl<'r> Picture<'r> {
    fn of(
        functions: &'r [Traced<'r>],
        stops: &'r [Stop<'r>],
        raw: &'r raw::Step,
        history: &mut History,
    ) -> Picture<'r> {
        // What ended calls had where is no news.
        let calls: Vec<usize> = raw.frames.iter().map(|frame| frame.call).collect();
        let (in_progress, before) = (&calls, std::mem::replace(&mut history.calls, calls.clone()));
        history
            .places
            .retain(|(call, _), _| in_progress.contains(call) || before.contains(call));
        let mut picture = Picture {
            functions,
            stops,
            frame_names: Vec::new(),
            locals: Vec::new(),
            blocks: &raw.blocks,
            content: BTreeMap::new(),
            others: Vec::new(),
            pointees: Vec::new(),
            regions: Regions::default(),
            stack: raw.stack,
        };
        for event in &raw.events {
            if let Event::Dropped(dropped, at) = event {
                let mut places = history.places.values_mut();
                // The latest call that had a place there is the one that still has it.
                let place = places.rfind(|seen| seen.at == *at && seen.ty == *dropped);
                if let Some(seen) = place {
                    seen.dropped = true;
                }
            }
        }
        for (number, frame) in raw.frames.iter().enumerate() {
            let on_top = number + 1 == raw.frames.len();
            picture.add_frame(number, frame, on_top, raw.unwinding, history);
        }
        picture.follow_pointers(history);
        picture.find_out_what_moved(history);
        picture.name_regions(history);
        picture
    }

    fn add_frame(
        &mut self,
        number: usize,
        frame: &'r raw::Frame,
        on_top: bool,
        unwinding: bool,
        history: &History,
    ) {
        let table = &self.functions[frame.function];
        let same = |other: &&String| other.split(" (").next() == Some(table.name);
        let before = self.frame_names.iter().filter(same).count();
        let name = match before {
            0 => table.name.to_owned(),
            _ => format!("{} ({})", table.name, before + 1),
        };
        let stop = &self.stops[frame.site];
        // A frame that has not come to its first point has nothing to show.
        let stop = (stop.function == frame.function).then_some(stop);
        let in_scope = stop.map_or(&[][..], |stop| stop.cells);
        for (slot, cell) in in_scope.iter().enumerate() {
            let place = &table.places[slot];
            if place.expression.contains(['*', '[']) {
                continue;
            }
            let read = frame.places.iter().find(|(read, _)| *read == slot);
            let node = read.map(|(_, node)| node);
            let seen = history.places.get(&(frame.call, slot)).cloned();
            if !stop.is_some_and(|stop| stop.has_in_scope(place)) {
                continue;
            }
            let Some(mut state) = state(cell.as_ref(), node.is_some(), on_top, seen.is_some())
            else {
                continue;
            };
            if let (State::InUse, Some(stop)) = (state, stop)
                && !stop.uses(place)
            {
                // It would have been read, were its scope not coming to its end.
                let is_forgotten = stop.running.is_some() && !unwinding && seen.is_some();
                state = match is_forgotten {
                    true => State::Dropped,
                    false => State::NotReadNow,
                };
            }
            if node.is_none() && seen.as_ref().is_some_and(|seen| seen.dropped) {
                state = State::Dropped;
            }
            let twice = (0..table.places.len())
                .any(|other| other != slot && table.places[other].expression == place.expression);
            let line = place.declared.filter(|_| twice);
            let line = line.map_or(String::new(), |line| format!(" (line {line})"));
            self.locals.push(Local {
                frame: number,
                slot,
                call: frame.call,
                name: format!("{name}.{}{line}", place.expression),
                state,
                node,
                seen,
            });
        }
        self.frame_names.push(name);
    }
}

/// What the timeline says of a place, or nothing if it is not there yet.
fn state(cell: Option<&Cell>, was_read: bool, on_top: bool, known: bool) -> Option<State> {
    let Some(cell) = cell else {
        // It is in scope and has no name: another variable has it now.
        return known.then_some(State::Shadowed);
    };
    let Some(reason) = &cell.why.read else {
        let lent = |reason: &Option<crate::Reason>| matches!(reason, Some(reason) if reason.kind == ReasonKind::LentShared);
        return Some(if !was_read && on_top {
            State::NotLookedInto
        } else if !was_read {
            State::InUse
        } else if lent(&cell.why.write) || lent(&cell.why.own) {
            State::LentShared
        } else {
            State::Free
        });
    };
    Some(match reason.kind {
        ReasonKind::Moved => State::Moved,
        ReasonKind::PartlyMoved => State::PartlyMoved,
        ReasonKind::LentExclusively => State::LentExclusively,
        ReasonKind::NotInitialized => State::NotInitialized,
        ReasonKind::Ended => State::Ended,
        _ => State::NotLookedInto,
    })
}
