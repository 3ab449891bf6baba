//! From what the recorder wrote to a trace: addresses become names, and what several pointers show
//! of one block comes together.

mod follow;
mod history;
mod regions;
mod step;

use super::raw::{self, Event};
use super::rewrite::{Stop, Traced};
use super::run::Run;
use super::{Misuse, State, Step};
use crate::timeline::Cell;
use crate::timeline::ReasonKind;
use history::{History, Seen};
use regions::Regions;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The steps of a run, with names in place of addresses.
///
/// With them what happened after the last one to memory that is gone.
pub(crate) fn resolve(
    functions: &[Traced<'_>],
    stops: &[Stop<'_>],
    run: &Run,
    last_line: usize,
    has_unsafe: bool,
) -> (Vec<Step>, Vec<Misuse>) {
    let lines = run.steps.iter().map(|raw| line(stops, raw, last_line));
    let mut history = History::of(lines.collect());
    let mut steps: Vec<Step> = Vec::new();
    let mut printed = 0;
    for (now, raw) in run.steps.iter().enumerate() {
        history.now = now;
        let mut step =
            Picture::of(functions, stops, has_unsafe, raw, &mut history).step(raw, &mut history);
        // Standard output that the program has closed or turned back is as far as it was.
        let until = raw.printed.clamp(printed, run.output.len());
        step.printed = String::from_utf8_lossy(&run.output[printed..until]).into_owned();
        printed = until;
        step.after = steps.last().map(|before| before.line);
        step.line = history.line(now);
        steps.push(step);
    }
    history.now = run.steps.len();
    let misuses = run.misuses.iter();
    let misuses = misuses
        .filter_map(|misuse| history.misuse(misuse))
        .collect();
    (steps, misuses)
}

/// The line about to run at a step.
fn line(stops: &[Stop<'_>], raw: &raw::Step, last_line: usize) -> usize {
    let at_work = raw.frames.last();
    at_work.map_or(last_line, |frame| stops[frame.site].site.line)
}

/// A variable or a field of a frame.
struct Local<'r> {
    frame: usize,
    slot: usize,
    call: usize,
    name: String,
    state: State,
    /// Whether the compiler knows of ways on which its value has not moved.
    perhaps: bool,
    /// Whether another owner of what it owned tells that it has moved: unsafe code makes two.
    may_move: bool,
    node: Option<&'r raw::Node>,
    seen: Option<Seen>,
}

impl Local<'_> {
    fn has_moved(&self) -> bool {
        self.state == State::Moved && !self.perhaps
    }

    /// Whether it lies at an address, and since which step.
    fn lies_at(&self, at: usize) -> Option<usize> {
        let seen = self.seen.as_ref()?;
        (seen.at..seen.at + seen.size)
            .contains(&at)
            .then_some(seen.since)
    }
}

/// What is known of one step.
struct Picture<'r> {
    functions: &'r [Traced<'r>],
    stops: &'r [Stop<'r>],
    /// Whether the compiler leaves a part of the program unchecked.
    has_unsafe: bool,
    frame_names: Vec<String>,
    locals: Vec<Local<'r>>,
    /// Number, address, size.
    blocks: &'r [(usize, usize, usize)],
    /// What is in a block, and the counts of its `Rc`.
    content: BTreeMap<usize, &'r raw::Node>,
    /// The blocks whose content their owner tells: what lies behind it is no value.
    filled: BTreeSet<usize>,
    /// What is neither in a block nor in a place.
    others: Vec<&'r raw::Node>,
    /// What references point to: of a `RefCell` that is borrowed exclusively, only its guard tells
    /// what is inside.
    pointees: Vec<&'r raw::Node>,
    misuses: Vec<Misuse>,
    regions: Regions,
    stack: (usize, usize),
}

impl<'r> Picture<'r> {
    fn of(
        functions: &'r [Traced<'r>],
        stops: &'r [Stop<'r>],
        has_unsafe: bool,
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
            has_unsafe,
            frame_names: Vec::new(),
            locals: Vec::new(),
            blocks: &raw.blocks,
            content: BTreeMap::new(),
            filled: BTreeSet::new(),
            others: Vec::new(),
            pointees: Vec::new(),
            misuses: Vec::new(),
            regions: Regions::default(),
            stack: raw.stack,
        };
        history.leave(|call, slot| {
            let Some(frame) = raw.frames.iter().find(|frame| frame.call == call) else {
                return Some(true);
            };
            let stop = &stops[frame.site];
            let place = &functions[frame.function].places[slot];
            let is_left = stop.function == frame.function && !stop.has_in_scope(place);
            is_left.then_some(false)
        });
        picture.misuses = (raw.misuses.iter())
            .filter_map(|misuse| history.misuse(misuse))
            .collect();
        for event in &raw.events {
            if let Event::Resized(from, to) = event {
                history.resize(*from, *to);
            }
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
        history.sightings = picture.sightings(raw, history);
        picture.name_regions(raw, history);
        history.sites = sites(raw);
        picture
    }

    /// Since which step something has held each address that something holds now.
    fn sightings(&self, raw: &raw::Step, history: &History) -> HashMap<usize, usize> {
        let mut sightings = HashMap::new();
        let places = raw.frames.iter().flat_map(|frame| &frame.places);
        let mut nodes: Vec<&raw::Node> = places.map(|(_, node)| node).collect();
        while let Some(node) = nodes.pop() {
            if let raw::Value::Pointer(pointer) = &node.value {
                let at = pointer.to.at;
                let before = history.sightings.get(&at).copied();
                let since = before.filter(|_| !self.may_be_anew(at, history));
                // Where no call is in progress nothing has come to lie since.
                let is_left = (raw.stack.0.min(raw.low)..raw.low).contains(&at);
                let now = history.now.saturating_sub(usize::from(is_left));
                sightings.insert(at, since.unwrap_or(now));
                nodes.extend(pointer.target());
            }
            nodes.extend(node.value.inside().into_iter().map(|(_, inside)| inside));
        }
        sightings
    }

    /// Whether what has run since the step before may have made a pointer to that address: a
    /// variable lies there, had been seen there before, and is named.
    fn may_be_anew(&self, at: usize, history: &History) -> bool {
        self.locals.iter().any(|place| {
            let Some(since) = place.lies_at(at) else {
                return false;
            };
            let site = history.sites.get(&place.call);
            since < history.now
                && site.is_some_and(|site| {
                    let stop = &self.stops[*site];
                    let column = &self.functions[stop.function].places[place.slot];
                    stop.running.is_none() || stop.uses(column)
                })
        })
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
            let why = cell.as_ref().and_then(|cell| cell.why.read.as_ref());
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
                perhaps: why.is_some_and(|why| why.perhaps),
                may_move: !self.has_unsafe || self.moves(frame, slot),
                node,
                seen,
            });
        }
        self.frame_names.push(name);
    }

    /// Whether the compiler says that what runs at a frame's point moves a place.
    fn moves(&self, frame: &raw::Frame, slot: usize) -> bool {
        let here = &self.stops[frame.site];
        let running = here.running.as_deref().unwrap_or_default();
        let lines = here.site.line..=here.site.line + running.matches('\n').count();
        self.stops.iter().any(|stop| {
            let cell = stop.cells.get(slot).and_then(Option::as_ref);
            let why = cell.and_then(|cell| cell.why.read.as_ref());
            stop.function == frame.function
                && why.is_some_and(|why| {
                    why.kind == ReasonKind::Moved
                        && why.line.is_some_and(|line| lines.contains(&line))
                })
        })
    }
}

/// Where the calls in progress are.
fn sites(raw: &raw::Step) -> HashMap<usize, usize> {
    let frames = raw.frames.iter();
    frames.map(|frame| (frame.call, frame.site)).collect()
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
