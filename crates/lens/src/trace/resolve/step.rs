//! Writes a step down with the names of its memory.

use super::history::History;
use super::raw::Event;
use super::{Local, Picture, raw};
use crate::timeline::ReasonKind;
use crate::trace::rewrite::Stop;
use crate::trace::unseen::{FUTURE, Unseen};
use crate::trace::{Block, Frame, Held, How, Node, Pointer, State, Step, Value};

impl Picture<'_> {
    pub(super) fn step(mut self, raw: &raw::Step, history: &mut History) -> Step {
        let mut dropped = Vec::new();
        for event in &raw.events {
            if let Event::Dropped(ty, at) = event {
                let ty = short_type(ty);
                let mut places = history.places.values();
                let place = places.rfind(|seen| seen.at == *at && short_type(&seen.ty) == ty);
                dropped.push(match place {
                    Some(seen) => format!("{ty} in {}", seen.name),
                    None => ty,
                });
            }
        }
        let mut freed = Vec::new();
        let mut blocks: Vec<Block> = Vec::new();
        for block in history.freed(&raw.events) {
            if let Some(name) = history.heap.get(&block) {
                freed.push(name.clone());
                blocks.push(Block {
                    name: name.clone(),
                    size: history.sizes.get(&block).copied().unwrap_or_default(),
                    freed: true,
                    node: None,
                });
            }
        }
        for raw::Grave(number, _, size, _) in &raw.graves {
            let name = history.name_block(*number);
            if !blocks.iter().any(|block| block.name == name) {
                blocks.push(Block {
                    name,
                    size: *size,
                    freed: true,
                    node: None,
                });
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
        let misuses = std::mem::take(&mut self.misuses);
        self.note_hashed(history);
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
            misuses,
        }
    }

    fn frame(&self, number: usize, raw: &raw::Frame) -> Frame {
        let stop = &self.stops[raw.site];
        let table = &self.functions[raw.function];
        let mut places: Vec<Held> = Vec::new();
        for place in self.locals.iter().filter(|place| place.frame == number) {
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
    fn closure(&self, closure: &Local<'_>, stop: &Stop<'_>) -> Value {
        let table = &self.functions[stop.function];
        let name = &table.places[closure.slot].expression;
        let captured = self.locals.iter().filter_map(|place| {
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
                    gone: None,
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
    fn block_left_by(&self, place: &Local<'_>) -> Option<String> {
        let block = place.seen.as_ref()?.owned.first()?;
        let (_, at, _) = self.blocks.iter().find(|(live, _, _)| live == block)?;
        let mut regions = self.regions.at(*at);
        let region = regions.find(|region| region.ty.is_empty());
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
                let target = self.regions.target(pointer, &raw.ty);
                Value::Pointer(Pointer {
                    how: pointer.how,
                    offset: target.as_ref().and_then(|target| target.offset),
                    gone: target.as_ref().and_then(|target| target.gone.clone()),
                    to: target.and_then(|target| target.name),
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
            // The recorder calls it something if its type's name does not.
            raw::Value::Unknown { why: called } if !called.is_empty() => Value::Unknown {
                why: Unseen::reason(called),
            },
            raw::Value::Unknown { .. } => Value::Unknown {
                why: Unseen::reason(&raw.ty),
            },
        };
        let ty = match &raw.value {
            raw::Value::Unknown { why: called } if called == FUTURE => called.clone(),
            _ => short_type(&raw.ty),
        };
        Node {
            place: name.to_owned(),
            ty,
            size: raw.size,
            value,
        }
    }
}

impl Block {
    /// 2 of `heap 2`.
    fn number(&self) -> usize {
        let number = self.name.rsplit(' ').next();
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

/// A type's name without the paths: `Vec<String>` for `alloc::vec::Vec<alloc::string::String>`.
pub(super) fn short_type(name: &str) -> String {
    let name = name.replace("{{closure}}", "closure");
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
        assert_eq!(
            short_type("listing::Cacher<listing::main::{{closure}}>"),
            "Cacher<closure>"
        );
    }
}
