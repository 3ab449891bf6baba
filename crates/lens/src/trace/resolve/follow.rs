//! Follows the pointers of a step, and finds out what has moved.

use super::history::{History, Seen};
use super::{Local, Picture, raw};
use crate::trace::{How, State};
use std::collections::{HashMap, HashSet, VecDeque};

impl<'r> Picture<'r> {
    /// Follows every pointer that was read; owners first, for they know how long their block is.
    pub(super) fn follow_pointers(&mut self, history: &mut History) {
        let mut owning: VecDeque<&raw::Pointer> = VecDeque::new();
        let mut others: VecDeque<&raw::Pointer> = VecDeque::new();
        let mut known = HashSet::new();
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
                    _ => nodes.extend(
                        node.value
                            .inside()
                            .into_iter()
                            .rev()
                            .map(|(_, inside)| inside),
                    ),
                }
            }
        };
        for place in &self.locals {
            if let Some(node) = place.node {
                explore(node, &mut owning, &mut others);
            }
        }
        while let Some(pointer) = owning.pop_front().or_else(|| others.pop_front()) {
            let target = pointer.target();
            if let (Some(target), How::Shared | How::Exclusive) = (target, pointer.how)
                && known.insert((target.at, &target.ty))
            {
                self.pointees.push(target);
                explore(target, &mut owning, &mut others);
            }
            if let Some((number, at, size)) = self.block_at(pointer.to.at) {
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
                    if pointer.how == How::Owns {
                        self.filled.insert(number);
                    }
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
                .locals
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
        let before = self.blocks.partition_point(|(_, start, _)| *start <= at);
        let (number, start, size) = *self.blocks.get(before.checked_sub(1)?)?;
        (at < start + size).then_some((number, start, size))
    }

    /// A place that is in use or has lost its name has moved if what it owned is somebody else's
    /// now.
    pub(super) fn find_out_what_moved(&mut self, history: &mut History) {
        let mut owners: HashMap<usize, usize> = HashMap::new();
        let mut owned: Vec<Vec<usize>> = Vec::new();
        for (number, place) in self.locals.iter().enumerate() {
            let blocks = place.node.map_or(Vec::new(), |node| self.owned_by(node));
            for block in &blocks {
                owners.insert(*block, number);
            }
            owned.push(blocks);
        }
        // A field that is read with its variable is seen as well.
        let fields: Vec<(usize, &raw::Node)> = (0..self.locals.len())
            .filter_map(|number| Some((number, self.field_within(number)?)))
            .collect();
        for (number, node) in fields {
            let place = &self.locals[number];
            let seen = Seen::new(&place.name, node, self.owned_by(node), false);
            history.see((place.call, place.slot), seen);
        }
        for (number, place) in self.locals.iter_mut().enumerate() {
            if let Some(node) = place.node {
                let dropped = place.state == State::Dropped;
                let seen = Seen::new(&place.name, node, owned[number].clone(), dropped);
                place.seen = Some(history.see((place.call, place.slot), seen));
            } else if matches!(
                place.state,
                State::InUse | State::NotReadNow | State::Shadowed
            ) && let Some(seen) = &place.seen
                && seen.owned.iter().any(|block| owners.contains_key(block))
                && place.may_move
            {
                place.state = State::Moved;
            }
            if let Some(seen) = history.places.get_mut(&(place.call, place.slot)) {
                seen.moved = place.has_moved();
            }
        }
    }

    /// The value of a field that was read with its variable, not by itself.
    fn field_within(&self, number: usize) -> Option<&'r raw::Node> {
        let field = &self.locals[number];
        let of_variable = |place: &&Local<'r>| {
            place.call == field.call && field.name.starts_with(&format!("{}.", place.name))
        };
        let variable = self.locals.iter().find(of_variable)?;
        let mut node = variable.node?;
        for part in field.name[variable.name.len() + 1..].split('.') {
            let wanted = format!(".{part}");
            node = node
                .value
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
                    if let Some((block, _, _)) = self.block_at(pointer.to.at)
                        && !owned.contains(&block)
                    {
                        owned.push(block);
                        nodes.extend(pointer.target());
                    }
                }
                raw::Value::Pointer(_) => {}
                _ => nodes.extend(node.value.inside().into_iter().map(|(_, inside)| inside)),
            }
        }
        owned
    }

    /// Notes which blocks are owned by elements that are hashed. A block that nobody shows here
    /// stays what it was.
    pub(super) fn note_hashed(&self, history: &mut History) {
        let mut hashed = HashSet::new();
        let mut nodes: Vec<&raw::Node> =
            self.locals.iter().filter_map(|place| place.node).collect();
        for node in &nodes {
            for block in self.owned_by(node) {
                history.hashed.remove(&block);
            }
        }
        while let Some(node) = nodes.pop() {
            nodes.extend(node.value.inside().into_iter().map(|(_, inside)| inside));
            let raw::Value::Pointer(pointer) = &node.value else {
                continue;
            };
            let owns = matches!(pointer.how, How::Owns | How::Counted);
            let Some(target) = pointer.target().filter(|_| owns) else {
                continue;
            };
            if node.ty.starts_with("std::collections::hash::") {
                let elements = target.value.inside().into_iter();
                hashed.extend(elements.flat_map(|(_, element)| self.owned_by(element)));
            }
            nodes.push(target);
        }
        history.hashed.extend(hashed);
    }
}
