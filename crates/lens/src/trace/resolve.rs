//! From what the recorder wrote to a trace: addresses become names, and what several pointers show
//! of one block comes together.

use super::raw::{self, Event};
use super::rewrite::{Stop, Traced};
use super::run::Run;
use super::{Block, Frame, Held, How, Node, Pointer, State, Step, Value};
use crate::timeline::{Cell, ReasonKind};
use std::collections::{BTreeMap, HashMap, VecDeque};

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
        let until = raw.printed.min(run.output.len());
        step.printed = run.output.get(printed..until).unwrap_or("").to_owned();
        printed = until;
        step.after = steps.last().map(|before| before.line);
        if step.frames.is_empty() {
            step.line = last_line;
        }
        steps.push(step);
    }
    steps
}

/// What earlier steps told.
#[derive(Default)]
struct History {
    /// The names of heap blocks, by number; only those that something has pointed to.
    heap: HashMap<usize, String>,
    /// The sizes of the blocks that were there at the step before, by number.
    sizes: HashMap<usize, usize>,
    /// The names of other memory, by address.
    others: HashMap<usize, String>,
    /// How many of each kind have been named.
    numbers: HashMap<&'static str, usize>,
    /// The calls in progress at the step before.
    calls: Vec<usize>,
    /// Where places were last seen, by call and number.
    places: BTreeMap<(usize, usize), Seen>,
}

#[derive(Clone)]
struct Seen {
    name: String,
    at: usize,
    size: usize,
    ty: String,
    /// The blocks that it owned.
    owned: Vec<usize>,
    /// Whether its `drop` has begun since.
    dropped: bool,
}

/// A place of a frame.
struct Place<'r> {
    frame: usize,
    slot: usize,
    call: usize,
    name: String,
    state: State,
    node: Option<&'r raw::Node>,
    seen: Option<Seen>,
}

struct Picture<'r> {
    functions: &'r [Traced<'r>],
    stops: &'r [Stop<'r>],
    frame_names: Vec<String>,
    places: Vec<Place<'r>>,
    /// Number, address, size.
    blocks: &'r [(usize, usize, usize)],
    /// What is in a block, and the counts of its `Rc`.
    content: BTreeMap<usize, &'r raw::Node>,
    others: Vec<&'r raw::Node>,
    /// What references point to: of a `RefCell` that is borrowed exclusively, only its guard tells
    /// what is inside.
    pointees: Vec<&'r raw::Node>,
    regions: Vec<Region>,
    stack: (usize, usize),
}

/// A named stretch of memory.
struct Region {
    at: usize,
    size: usize,
    name: String,
    ty: String,
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
            places: Vec::new(),
            blocks: &raw.blocks,
            content: BTreeMap::new(),
            others: Vec::new(),
            pointees: Vec::new(),
            regions: Vec::new(),
            stack: raw.stack,
        };
        for event in &raw.events {
            if let Event::Dropped { dropped, at } = event {
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
            self.places.push(Place {
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

    /// Follows every pointer that was read; owners first, for they know how long their block is.
    fn follow_pointers(&mut self, history: &mut History) {
        let mut owning: VecDeque<&raw::Pointer> = VecDeque::new();
        let mut others: VecDeque<&raw::Pointer> = VecDeque::new();
        let explore = |node: &'r raw::Node,
                       owning: &mut VecDeque<&'r raw::Pointer>,
                       others: &mut VecDeque<&'r raw::Pointer>| {
            let mut nodes = vec![node];
            while let Some(node) = nodes.pop() {
                match &node.value {
                    raw::Value::Pointer(pointer) if !pointer.is_dangling() => match pointer.how {
                        How::Owns | How::Counted => owning.push_back(pointer),
                        _ => others.push_back(pointer),
                    },
                    _ => nodes.extend(node.inside().into_iter().rev().map(|(_, inside)| inside)),
                }
            }
        };
        for place in &self.places {
            if let Some(node) = place.node {
                explore(node, &mut owning, &mut others);
            }
        }
        while let Some(pointer) = owning.pop_front().or_else(|| others.pop_front()) {
            let target = pointer.target.as_deref();
            if let (Some(target), How::Shared | How::Exclusive) = (target, pointer.how) {
                let known = |other: &&raw::Node| (other.at, &other.ty) == (target.at, &target.ty);
                if !self.pointees.iter().any(known) {
                    self.pointees.push(target);
                    explore(target, &mut owning, &mut others);
                }
            }
            if let Some((number, at, size)) = self.block_at(pointer.to) {
                history.name_block(number);
                // A reference to one value of several is not the content of the block.
                let fills = |target: &raw::Node| match target.value {
                    raw::Value::Text { .. } | raw::Value::List { .. } => target.at == at,
                    _ => target.at == at && target.size == size,
                };
                if let Some(target) = target
                    && !self.content.contains_key(&number)
                    && (fills(target) || pointer.how == How::Counted)
                {
                    self.content.insert(number, target);
                    explore(target, &mut owning, &mut others);
                }
                continue;
            }
            let Some(target) = target.filter(|target| target.size > 0) else {
                continue;
            };
            let within =
                |at: usize, size: usize| at <= target.at && target.at + target.size <= at + size;
            let in_frame = self
                .places
                .iter_mut()
                .find(|place| match (place.node, &place.seen) {
                    (Some(node), _) => within(node.at, node.size),
                    (None, Some(seen)) => within(seen.at, seen.size),
                    (None, None) => false,
                });
            if let Some(place) = in_frame {
                // The running call has borrowed it.
                match pointer.how {
                    How::Exclusive if place.state == State::InUse => {
                        place.state = State::LentExclusively;
                    }
                    How::Shared if place.state == State::InUse => place.state = State::LentShared,
                    _ => {}
                }
                let whole = place
                    .seen
                    .as_ref()
                    .is_some_and(|seen| (seen.at, &seen.ty) == (target.at, &target.ty));
                if place.node.is_none() && whole {
                    place.node = Some(target);
                    explore(target, &mut owning, &mut others);
                }
            } else if !self.others.iter().any(|other| within(other.at, other.size)) {
                self.others.push(target);
                explore(target, &mut owning, &mut others);
            }
        }
    }

    fn block_at(&self, at: usize) -> Option<(usize, usize, usize)> {
        let within =
            |(_, start, size): &&(usize, usize, usize)| (*start..start + size).contains(&at);
        self.blocks.iter().find(within).copied()
    }

    /// A place that is in use or has lost its name has moved if what it owned is somebody else's
    /// now.
    fn find_out_what_moved(&mut self, history: &mut History) {
        let mut owners: HashMap<usize, usize> = HashMap::new();
        let mut owned: Vec<Vec<usize>> = Vec::new();
        for (number, place) in self.places.iter().enumerate() {
            let blocks = place.node.map_or(Vec::new(), |node| self.owned_by(node));
            for block in &blocks {
                owners.insert(*block, number);
            }
            owned.push(blocks);
        }
        // A field that is read with its variable is seen as well.
        let fields: Vec<(usize, &raw::Node)> = (0..self.places.len())
            .filter_map(|number| Some((number, self.field_within(number)?)))
            .collect();
        for (number, node) in fields {
            let place = &self.places[number];
            let seen = Seen {
                name: place.name.clone(),
                at: node.at,
                size: node.size,
                ty: node.ty.clone(),
                owned: self.owned_by(node),
                dropped: false,
            };
            history.places.insert((place.call, place.slot), seen);
        }
        for (number, place) in self.places.iter_mut().enumerate() {
            if let Some(node) = place.node {
                let seen = Seen {
                    name: place.name.clone(),
                    at: node.at,
                    size: node.size,
                    ty: node.ty.clone(),
                    owned: owned[number].clone(),
                    dropped: place.state == State::Dropped,
                };
                history
                    .places
                    .insert((place.call, place.slot), seen.clone());
                place.seen = Some(seen);
            } else if matches!(
                place.state,
                State::InUse | State::NotReadNow | State::Shadowed
            ) && let Some(seen) = &place.seen
                && seen.owned.iter().any(|block| owners.contains_key(block))
            {
                place.state = State::Moved;
            }
        }
    }

    /// The value of a field that was read with its variable, not by itself.
    fn field_within(&self, number: usize) -> Option<&'r raw::Node> {
        let field = &self.places[number];
        let of_variable = |place: &&Place<'r>| {
            place.call == field.call && field.name.starts_with(&format!("{}.", place.name))
        };
        let variable = self.places.iter().find(of_variable)?;
        let mut node = variable.node?;
        for part in field.name[variable.name.len() + 1..].split('.') {
            let wanted = format!(".{part}");
            node = node
                .inside()
                .into_iter()
                .find(|(name, _)| *name == wanted)?
                .1;
        }
        Some(node)
    }

    /// The blocks that a value alone owns, those that they own included.
    fn owned_by(&self, node: &raw::Node) -> Vec<usize> {
        let mut owned = Vec::new();
        let mut nodes = vec![node];
        while let Some(node) = nodes.pop() {
            match &node.value {
                raw::Value::Pointer(pointer)
                    if pointer.how == How::Owns && !pointer.is_dangling() =>
                {
                    if let Some((block, _, _)) = self.block_at(pointer.to)
                        && !owned.contains(&block)
                    {
                        owned.push(block);
                        nodes.extend(pointer.target.as_deref());
                    }
                }
                raw::Value::Pointer(_) => {}
                _ => nodes.extend(node.inside().into_iter().map(|(_, inside)| inside)),
            }
        }
        owned
    }

    fn name_regions(&mut self, history: &mut History) {
        let mut regions = Vec::new();
        for place in &self.places {
            match (place.node, &place.seen) {
                (Some(node), _) => self.add_regions(&mut regions, &place.name, node),
                (None, Some(seen)) => regions.push(Region {
                    at: seen.at,
                    size: seen.size,
                    name: place.name.clone(),
                    ty: seen.ty.clone(),
                }),
                (None, None) => {}
            }
        }
        for (number, at, size) in self.blocks {
            if let Some(name) = history.heap.get(number) {
                if let Some(node) = self.content.get(number) {
                    self.add_regions(&mut regions, name, node);
                }
                regions.push(Region {
                    at: *at,
                    size: *size,
                    name: name.clone(),
                    ty: String::new(),
                });
            }
        }
        for node in &self.others {
            let on_stack = (self.stack.0..=self.stack.1).contains(&node.at);
            let name = history.name_other(node.at, if on_stack { "temporary" } else { "static" });
            self.add_regions(&mut regions, &name, node);
        }
        self.regions = regions;
        history.forget_temporaries(&self.others);
    }

    fn add_regions(&self, regions: &mut Vec<Region>, name: &str, node: &raw::Node) {
        regions.push(Region {
            at: node.at,
            size: node.size,
            name: name.to_owned(),
            ty: node.ty.clone(),
        });
        for (suffix, inside) in node.inside() {
            self.add_regions(regions, &format!("{name}{suffix}"), inside);
        }
        if let Some(inside) = self.inside_cell(node) {
            self.add_regions(regions, &format!("{name}.inside"), inside);
        }
    }

    /// What is inside a cell that is borrowed exclusively, as its guard shows it.
    fn inside_cell(&self, cell: &raw::Node) -> Option<&'r raw::Node> {
        let raw::Value::Cell { inside: None, .. } = &cell.value else {
            return None;
        };
        let within = |node: &&&raw::Node| {
            cell.at <= node.at && node.at + node.size <= cell.at + cell.size && node.ty != cell.ty
        };
        let found = self.pointees.iter().filter(within);
        found.max_by_key(|node| node.size).copied()
    }

    /// The name of what a pointer points to, and how far into it.
    fn target(&self, pointer: &raw::Pointer, ty: &str) -> Option<(String, Option<usize>)> {
        if pointer.is_dangling() {
            return None;
        }
        let to = pointer.to;
        let size = pointer.bytes.unwrap_or(1).max(1);
        let wanted = match &pointer.target {
            Some(target) => target.ty.as_str(),
            None => ty
                .strip_prefix("*const ")
                .or(ty.strip_prefix("*mut "))
                .unwrap_or_default(),
        };
        let around = self.regions.iter().filter(|region| {
            let within = to.checked_sub(region.at);
            within.is_some_and(|within| within + size <= region.size)
        });
        let exact = around
            .clone()
            .find(|region| region.at == to && region.ty == wanted);
        // A slice begins with an element.
        let first = match pointer.target.as_deref().map(|target| &target.value) {
            Some(raw::Value::List { items, .. }) => items.first(),
            _ => None,
        };
        let begins = first.and_then(|first| {
            let mut regions = self.regions.iter();
            regions.find(|region| region.at == to && region.ty == first.ty)
        });
        let region = exact
            .or(begins)
            .or_else(|| around.min_by_key(|region| region.size))?;
        // Before the value of an `Rc` stand its counts.
        let counted = matches!(pointer.how, How::Counted | How::Weak);
        let offset = (region.at != to && !counted).then(|| to - region.at);
        Some((region.name.clone(), offset))
    }

    fn step(self, raw: &raw::Step, history: &mut History) -> Step {
        let (mut dropped, mut freed) = (Vec::new(), Vec::new());
        let mut blocks: Vec<Block> = Vec::new();
        for event in &raw.events {
            match event {
                Event::Dropped { dropped: ty, at } => {
                    let ty = short_type(ty);
                    let mut places = history.places.values();
                    let place = places.rfind(|seen| seen.at == *at && short_type(&seen.ty) == ty);
                    dropped.push(match place {
                        Some(seen) => format!("{ty} in {}", seen.name),
                        None => ty,
                    });
                }
                Event::Freed { freed: block } => {
                    if let Some(name) = history.heap.get(block) {
                        freed.push(name.clone());
                        blocks.push(Block {
                            name: name.clone(),
                            size: history.sizes.get(block).copied().unwrap_or_default(),
                            freed: true,
                            node: None,
                        });
                    }
                }
                Event::Born { .. } => {}
            }
        }
        for (number, _, size) in self.blocks {
            history.sizes.insert(*number, *size);
            if let Some(name) = history.heap.get(number) {
                blocks.push(Block {
                    name: name.clone(),
                    size: *size,
                    freed: false,
                    node: self.content.get(number).map(|node| self.node(name, node)),
                });
            }
        }
        blocks.sort_by_key(Block::number);
        let mut others: Vec<Block> = self
            .others
            .iter()
            .map(|node| {
                let name = history.others[&node.at].clone();
                Block {
                    size: node.size,
                    freed: false,
                    node: Some(self.node(&name, node)),
                    name,
                }
            })
            .collect();
        others.sort_by_key(Block::number);
        blocks.extend(others);
        let frames: Vec<Frame> = raw
            .frames
            .iter()
            .enumerate()
            .map(|(number, frame)| self.frame(number, frame))
            .collect();
        Step {
            line: frames.last().map_or(0, |frame| frame.line),
            after: None,
            function: frames.last().map(|frame| frame.function.clone()),
            frames,
            blocks,
            printed: String::new(),
            dropped,
            freed,
        }
    }

    fn frame(&self, number: usize, raw: &raw::Frame) -> Frame {
        let stop = &self.stops[raw.site];
        let table = &self.functions[raw.function];
        let mut places: Vec<Held> = Vec::new();
        for place in self.places.iter().filter(|place| place.frame == number) {
            let column = &table.places[place.slot];
            let outer = places.iter().rfind(|held| {
                held.declared == column.declared
                    && column
                        .expression
                        .strip_prefix(&held.name)
                        .is_some_and(|rest| rest.starts_with('.'))
            });
            // A field says more than its variable only where the variable is not whole.
            if outer.is_some_and(|outer| outer.state != State::PartlyMoved) {
                continue;
            }
            let cell = stop.cells.get(place.slot).and_then(Option::as_ref);
            let reason = cell.and_then(|cell| match place.state {
                State::Free
                | State::InUse
                | State::NotReadNow
                | State::Dropped
                | State::Shadowed => None,
                State::LentShared => [&cell.why.write, &cell.why.own]
                    .into_iter()
                    .flatten()
                    .find(|reason| reason.kind == ReasonKind::LentShared),
                _ => cell.why.read.as_ref(),
            });
            let mut node = place.node.map(|node| self.node(&place.name, node));
            if let Some(node) = node.as_mut().filter(|node| node.ty == "closure") {
                node.value = self.closure(place, stop);
            }
            places.push(Held {
                name: column.expression.clone(),
                place: place.name.clone(),
                declared: column.declared,
                state: place.state,
                why: reason.cloned(),
                node,
            });
        }
        Frame {
            function: self.frame_names[number].clone(),
            line: stop.site.line,
            places,
        }
    }

    /// What a closure has captured, as far as the reasons of the timeline name it: a value that has
    /// moved into it, or one that is lent to it.
    fn closure(&self, closure: &Place<'_>, stop: &Stop<'_>) -> Value {
        let table = &self.functions[stop.function];
        let name = &table.places[closure.slot].expression;
        let captured = self.places.iter().filter_map(|place| {
            let cell = stop.cells.get(place.slot)?.as_ref()?;
            let because_of_it = [&cell.why.read, &cell.why.write, &cell.why.own]
                .into_iter()
                .flatten()
                .find(|reason| reason.place.as_ref() == Some(name))?;
            if place.frame != closure.frame {
                return None;
            }
            let expression = &table.places[place.slot].expression;
            let (how, to) = match because_of_it.kind {
                ReasonKind::Moved => (How::Owns, self.block_left_by(place)?),
                ReasonKind::LentShared => (How::Shared, place.name.clone()),
                ReasonKind::LentExclusively => (How::Exclusive, place.name.clone()),
                _ => return None,
            };
            let node = Node {
                place: format!("{}.{expression}", closure.name),
                ty: place
                    .seen
                    .as_ref()
                    .map_or(String::new(), |seen| short_type(&seen.ty)),
                size: place.seen.as_ref().map_or(0, |seen| seen.size),
                value: Value::Pointer(Pointer {
                    how,
                    to: Some(to),
                    offset: None,
                    len: None,
                    cap: None,
                    strong: None,
                    weak: None,
                }),
            };
            Some((expression.clone(), node))
        });
        Value::Parts {
            name: "closure".to_owned(),
            parts: captured.collect(),
        }
    }

    /// The block that a place owned before its value moved, if it lives and no place owns it.
    fn block_left_by(&self, place: &Place<'_>) -> Option<String> {
        let block = place.seen.as_ref()?.owned.first()?;
        let (_, at, _) = self.blocks.iter().find(|(live, _, _)| live == block)?;
        let region = self
            .regions
            .iter()
            .find(|region| region.at == *at && region.ty.is_empty());
        let seen = self.content.contains_key(block);
        region.filter(|_| !seen).map(|region| region.name.clone())
    }

    fn node(&self, name: &str, raw: &raw::Node) -> Node {
        let inside = |suffix: &str, node: &raw::Node| self.node(&format!("{name}{suffix}"), node);
        let value = match &raw.value {
            raw::Value::Scalar { text } => Value::Scalar { text: text.clone() },
            raw::Value::Text { text, whole } => Value::Text {
                text: text.clone(),
                whole: *whole,
            },
            raw::Value::Parts { name, parts } => Value::Parts {
                name: name.clone(),
                parts: parts
                    .iter()
                    .map(|(part, node)| (part.clone(), inside(&format!(".{part}"), node)))
                    .collect(),
            },
            raw::Value::List { items, len } => Value::List {
                items: items
                    .iter()
                    .enumerate()
                    .map(|(index, node)| inside(&format!("[{index}]"), node))
                    .collect(),
                len: *len,
            },
            raw::Value::Pointer(pointer) => {
                let target = self.target(pointer, &raw.ty);
                Value::Pointer(Pointer {
                    how: pointer.how,
                    offset: target.as_ref().and_then(|(_, offset)| *offset),
                    to: target.map(|(name, _)| name),
                    len: pointer.len,
                    cap: pointer.cap,
                    strong: pointer.strong,
                    weak: pointer.weak,
                })
            }
            raw::Value::Cell {
                state,
                inside: held,
            } => Value::Cell {
                state: state.clone(),
                inside: held
                    .as_deref()
                    .or_else(|| self.inside_cell(raw))
                    .map(|node| Box::new(inside(".inside", node))),
            },
            raw::Value::Unknown => Value::Unknown,
        };
        Node {
            place: name.to_owned(),
            ty: short_type(&raw.ty),
            size: raw.size,
            value,
        }
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

impl Block {
    /// 2 of `heap 2`.
    fn number(&self) -> usize {
        let number = self.name.rsplit(' ').next();
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

impl History {
    fn name_block(&mut self, number: usize) {
        let next = self.heap.len() + 1;
        self.heap
            .entry(number)
            .or_insert_with(|| format!("heap {next}"));
    }

    fn name_other(&mut self, at: usize, kind: &'static str) -> String {
        if let Some(name) = self.others.get(&at) {
            return name.clone();
        }
        let number = self.numbers.entry(kind).or_default();
        *number += 1;
        let name = format!("{kind} {number}");
        self.others.insert(at, name.clone());
        name
    }

    /// Another temporary may come to lie where one was.
    fn forget_temporaries(&mut self, there: &[&raw::Node]) {
        self.others.retain(|at, name| {
            !name.starts_with("temporary") || there.iter().any(|node| node.at == *at)
        });
    }
}

/// A type's name without the paths: `Vec<String>` for `alloc::vec::Vec<alloc::string::String>`.
fn short_type(name: &str) -> String {
    if name.contains("{{closure}}") {
        return "closure".to_owned();
    }
    let mut short = String::new();
    let mut word = String::new();
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ':' if chars.peek() == Some(&':') => {
                chars.next();
                word.clear();
            }
            c if c.is_alphanumeric() || c == '_' => word.push(c),
            c => {
                short += &word;
                word.clear();
                short.push(c);
            }
        }
    }
    short + &word
}

#[cfg(test)]
mod tests {
    use super::short_type;

    #[test]
    fn a_type_is_named_without_paths() {
        assert_eq!(
            short_type("alloc::vec::Vec<(alloc::string::String, u8)>"),
            "Vec<(String, u8)>"
        );
        assert_eq!(short_type("&mut listing::Ticket"), "&mut Ticket");
        assert_eq!(short_type("listing::main::{{closure}}"), "closure");
    }
}
