//! Names the memory of a step.

use super::history::History;
use super::step::short_type;
use super::{Picture, raw};
use crate::trace::{Gone, How};
use std::collections::HashMap;

/// A named stretch of memory.
pub(super) struct Region {
    pub at: usize,
    pub size: usize,
    pub name: String,
    pub ty: String,
    /// Why no value is there.
    gone: Option<Gone>,
    /// Of a block whose owner tells what it holds: how many bytes have a value.
    filled: Option<usize>,
}

/// What a pointer leads to.
pub(super) struct Target {
    pub name: Option<String>,
    /// How far into it.
    pub offset: Option<usize>,
    pub gone: Option<Gone>,
}

impl Target {
    fn not_followed() -> Target {
        Target {
            name: None,
            offset: None,
            gone: Some(Gone::NotFollowed),
        }
    }
}

/// Memory that is gone: its name, where it began, and why.
struct Dead {
    name: String,
    at: usize,
    gone: Gone,
}

/// The named stretches of memory of a step.
#[derive(Default)]
pub(super) struct Regions {
    /// By address; those that begin at one in the order in which they were named.
    all: Vec<Region>,
    /// For each of them the furthest end up to it.
    ends: Vec<usize>,
    /// What is gone, by the address of a pointer into it.
    dead: HashMap<usize, Dead>,
    /// The addresses between which the stack lies.
    stack: (usize, usize),
    /// Whether freed memory may be in use again.
    gives_back: bool,
}

impl Regions {
    fn new(mut all: Vec<Region>) -> Regions {
        all.sort_by_key(|region| region.at);
        let mut furthest = 0;
        let mut ends = Vec::new();
        for region in &all {
            furthest = furthest.max(region.at + region.size);
            ends.push(furthest);
        }
        Regions {
            all,
            ends,
            ..Regions::default()
        }
    }

    /// Those that begin at an address.
    pub fn at(&self, at: usize) -> impl Iterator<Item = &Region> {
        let first = self.all.partition_point(|region| region.at < at);
        let regions = self.all[first..].iter();
        regions.take_while(move |region| region.at == at)
    }

    /// Those that hold so many bytes at an address.
    fn around(&self, at: usize, size: usize) -> impl Iterator<Item = &Region> + Clone {
        let first = self
            .ends
            .partition_point(|end| *end < at.saturating_add(size));
        let end = self
            .all
            .partition_point(|region| region.at <= at)
            .max(first);
        let regions = self.all[first..end].iter();
        regions.filter(move |region| at - region.at + size <= region.size)
    }

    /// What a pointer of this type points to.
    pub fn target(&self, pointer: &raw::Pointer, ty: &str) -> Option<Target> {
        if pointer.is_dangling() {
            return None;
        }
        let to = pointer.to.at;
        if let Some(dead) = self.dead.get(&to) {
            return Some(Target {
                name: Some(dead.name.clone()),
                offset: (dead.at != to).then(|| to - dead.at),
                gone: Some(dead.gone.clone()),
            });
        }
        let is_raw = pointer.how == How::Raw;
        let size = pointer.to.bytes.unwrap_or(1).max(1);
        let Some(region) = self.region(pointer, pointee(pointer, ty), size) else {
            let on_stack = (self.stack.0..=self.stack.1).contains(&to);
            return (on_stack || is_raw && self.gives_back).then(Target::not_followed);
        };
        if is_raw && self.gives_back && region.name.starts_with("heap") {
            return Some(Target::not_followed());
        }
        // Before the value of an `Rc` stand its counts.
        let counted = matches!(pointer.how, How::Counted | How::Weak);
        let offset = to - region.at;
        let is_behind = |filled| is_raw && offset + size > filled;
        let gone = match region.filled.is_some_and(is_behind) {
            true => Some(Gone::NoValue),
            false => region.gone.clone(),
        };
        Some(Target {
            name: Some(region.name.clone()),
            offset: (offset != 0 && !counted).then_some(offset),
            gone,
        })
    }

    /// Of the stretches that begin at one address the one that a pointer to this type means: that
    /// of the type, the first element of a slice, or else the shortest that is long enough.
    fn region(&self, pointer: &raw::Pointer, wanted: &str, size: usize) -> Option<&Region> {
        let to = pointer.to.at;
        let around = self.around(to, size);
        let of_type = |ty: &str| self.at(to).find(|region| region.ty == ty);
        let exact = around
            .clone()
            .find(|region| region.at == to && region.ty == wanted);
        let element = wanted
            .strip_prefix('[')
            .and_then(|element| element.strip_suffix(']'));
        exact
            .or_else(|| of_type(element?))
            .or_else(|| around.min_by_key(|region| region.size))
    }
}

/// The type that a pointer of a type points to.
fn pointee<'t>(pointer: &'t raw::Pointer, ty: &'t str) -> &'t str {
    if let Some(target) = pointer.target() {
        return &target.ty;
    }
    let generic = |name: &str| ty.strip_prefix(name)?.strip_suffix('>');
    ["*const ", "*mut ", "&mut ", "&"]
        .iter()
        .find_map(|pointer| ty.strip_prefix(pointer))
        .or_else(|| generic("alloc::rc::Weak<"))
        .or_else(|| generic("alloc::sync::Weak<"))
        .unwrap_or_default()
}

impl<'r> Picture<'r> {
    pub(super) fn name_regions(&mut self, raw: &raw::Step, history: &mut History) {
        let mut regions = Vec::new();
        for place in &self.locals {
            match (place.node, &place.seen) {
                (Some(node), _) => self.add_regions(&mut regions, &place.name, node),
                (None, Some(seen)) => regions.push(Region {
                    at: seen.at,
                    size: seen.size,
                    name: place.name.clone(),
                    ty: seen.ty.clone(),
                    gone: place.has_moved().then(|| Gone::Moved {
                        what: short_type(&seen.ty),
                    }),
                    filled: None,
                }),
                (None, None) => {}
            }
        }
        for (number, at, size) in self.blocks {
            if let Some(name) = history.heap.get(number) {
                if let Some(node) = self.content.get(number) {
                    self.add_regions(&mut regions, name, node);
                }
                let content = self.content.get(number);
                let content = content.filter(|_| self.filled.contains(number));
                regions.push(Region {
                    at: *at,
                    size: *size,
                    name: name.clone(),
                    ty: String::new(),
                    gone: None,
                    filled: content.map(|node| node.size),
                });
            }
        }
        for node in &self.others {
            let on_stack = (self.stack.0..=self.stack.1).contains(&node.at);
            let name = history.name_other(node.at, if on_stack { "temporary" } else { "static" });
            self.add_regions(&mut regions, &name, node);
        }
        self.regions = Regions {
            dead: self.dead(raw, history),
            stack: self.stack,
            gives_back: raw.gives_back,
            ..Regions::new(regions)
        };
        history.forget_temporaries(&self.others);
    }

    /// What is gone that something points to.
    fn dead(&self, raw: &raw::Step, history: &mut History) -> HashMap<usize, Dead> {
        let mut dead = HashMap::new();
        for grave in &raw.graves {
            history.name_block(grave.0);
        }
        for (to, since) in &history.sightings {
            let grave = raw
                .graves
                .iter()
                .find(|raw::Grave(_, at, size, _)| (*at..at + size).contains(to));
            if let Some(raw::Grave(number, at, _, step)) = grave {
                let gone = Gone::Freed {
                    before: history.line(*step),
                };
                let name = history.heap[number].clone();
                dead.insert(
                    *to,
                    Dead {
                        name,
                        at: *at,
                        gone,
                    },
                );
            } else if let Some(left) = history.left_at(*to, *since) {
                // Whatever has come to lie there since, the pointer was made before.
                let lives = self.locals.iter().filter_map(|place| place.lies_at(*to));
                if lives.into_iter().all(|since| since >= left.step) {
                    let (name, at, gone) = (left.name.clone(), left.at, history.gone(left));
                    dead.insert(*to, Dead { name, at, gone });
                }
            }
        }
        dead
    }

    fn add_regions(&self, regions: &mut Vec<Region>, name: &str, node: &raw::Node) {
        regions.push(Region {
            at: node.at,
            size: node.size,
            name: name.to_owned(),
            ty: node.ty.clone(),
            gone: None,
            filled: None,
        });
        for (suffix, inside) in node.value.inside() {
            self.add_regions(regions, &format!("{name}{suffix}"), inside);
        }
        if let Some(inside) = self.inside_cell(node) {
            self.add_regions(regions, &format!("{name}.inside"), inside);
        }
    }

    /// What is inside a cell that is borrowed exclusively, as its guard shows it.
    pub(super) fn inside_cell(&self, cell: &raw::Node) -> Option<&'r raw::Node> {
        let raw::Value::Cell { inside: None, .. } = &cell.value else {
            return None;
        };
        let within = |node: &&&raw::Node| {
            cell.at <= node.at && node.at + node.size <= cell.at + cell.size && node.ty != cell.ty
        };
        let found = self.pointees.iter().filter(within);
        found.max_by_key(|node| node.size).copied()
    }
}
