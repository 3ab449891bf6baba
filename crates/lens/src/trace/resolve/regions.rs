//! Names the memory of a step.

use super::history::History;
use super::{Picture, raw};
use crate::trace::How;

/// A named stretch of memory.
pub(super) struct Region {
    pub at: usize,
    pub size: usize,
    pub name: String,
    pub ty: String,
}

/// The named stretches of memory of a step.
#[derive(Default)]
pub(super) struct Regions {
    /// By address; those that begin at one in the order in which they were named.
    all: Vec<Region>,
    /// For each of them the furthest end up to it.
    ends: Vec<usize>,
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
        Regions { all, ends }
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

    /// The name of what a pointer of this type points to, and how far into it.
    pub fn target(&self, pointer: &raw::Pointer, ty: &str) -> Option<(String, Option<usize>)> {
        if pointer.is_dangling() {
            return None;
        }
        let to = pointer.to.at;
        let size = pointer.to.bytes.unwrap_or(1).max(1);
        let wanted = match pointer.target() {
            Some(target) => target.ty.as_str(),
            None => ty
                .strip_prefix("*const ")
                .or(ty.strip_prefix("*mut "))
                .unwrap_or_default(),
        };
        let around = self.around(to, size);
        let exact = around
            .clone()
            .find(|region| region.at == to && region.ty == wanted);
        // A slice begins with an element.
        let first = match pointer.target().map(|target| &target.value) {
            Some(raw::Value::List { items, .. }) => items.first(),
            _ => None,
        };
        let begins = first.and_then(|first| self.at(to).find(|region| region.ty == first.ty));
        let region = exact
            .or(begins)
            .or_else(|| around.min_by_key(|region| region.size))?;
        // Before the value of an `Rc` stand its counts.
        let counted = matches!(pointer.how, How::Counted | How::Weak);
        let offset = (region.at != to && !counted).then(|| to - region.at);
        Some((region.name.clone(), offset))
    }
}

impl<'r> Picture<'r> {
    pub(super) fn name_regions(&mut self, history: &mut History) {
        let mut regions = Vec::new();
        for place in &self.locals {
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
        self.regions = Regions::new(regions);
        history.forget_temporaries(&self.others);
    }

    fn add_regions(&self, regions: &mut Vec<Region>, name: &str, node: &raw::Node) {
        regions.push(Region {
            at: node.at,
            size: node.size,
            name: name.to_owned(),
            ty: node.ty.clone(),
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
