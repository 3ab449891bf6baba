//! What earlier steps told: names stay with what they name.

use super::raw::{self, Event};
use crate::trace::{Gone, Misdeed, Misuse};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What earlier steps told.
#[derive(Default)]
pub(super) struct History {
    /// The names of heap blocks, by number; only those that something has pointed to.
    pub heap: HashMap<usize, String>,
    /// The sizes of the blocks that were there at the step before, by number.
    pub sizes: HashMap<usize, usize>,
    /// The names of other memory, by address.
    pub others: HashMap<usize, String>,
    /// How many of each kind have been named.
    numbers: HashMap<&'static str, usize>,
    /// The blocks that a map or set that hashes owned through its elements, by number: in which
    /// order it frees them is another in every run.
    pub hashed: HashSet<usize>,
    /// The calls in progress at the step before.
    pub calls: Vec<usize>,
    /// Where places were last seen, by call and number.
    pub places: BTreeMap<(usize, usize), Seen>,
    /// The places whose call has returned or whose block has ended, in that order.
    left: Vec<Left>,
    /// Since which step something has held an address without a break.
    pub sightings: HashMap<usize, usize>,
    /// The points at which the calls in progress were at the step before.
    pub sites: HashMap<usize, usize>,
    /// The number of the step that is looked at, and the line of every step.
    pub now: usize,
    lines: Vec<usize>,
}

/// A place as it was last seen.
#[derive(Clone)]
pub(super) struct Seen {
    pub name: String,
    pub at: usize,
    pub size: usize,
    pub ty: String,
    /// The blocks that it owned.
    pub owned: Vec<usize>,
    /// Whether its `drop` has begun since.
    pub dropped: bool,
    /// The step at which it was first seen there.
    pub since: usize,
    /// Whether its value had moved elsewhere at the step before.
    pub moved: bool,
    /// Whether it is among the places that were left.
    is_left: bool,
}

impl Seen {
    pub fn new(name: &str, node: &raw::Node, owned: Vec<usize>, dropped: bool) -> Seen {
        Seen {
            name: name.to_owned(),
            at: node.at,
            size: node.size,
            ty: node.ty.clone(),
            owned,
            dropped,
            since: 0,
            moved: false,
            is_left: false,
        }
    }

    fn has(&self, at: usize) -> bool {
        (self.at..self.at + self.size).contains(&at)
    }
}

/// A place that is no more.
pub(super) struct Left {
    pub name: String,
    pub at: usize,
    size: usize,
    /// The first step at which it was no more.
    pub step: usize,
    /// Whether its call had returned; its block had ended otherwise.
    returned: bool,
}

impl History {
    /// The history of a run whose steps are before these lines.
    pub fn of(lines: Vec<usize>) -> History {
        History {
            lines,
            ..History::default()
        }
    }

    /// Notes where a place is now.
    pub fn see(&mut self, place: (usize, usize), mut seen: Seen) -> Seen {
        let before = self.places.get(&place);
        let is_same = |before: &&Seen| before.at == seen.at && !before.is_left;
        seen.since = before
            .filter(is_same)
            .map_or(self.now, |before| before.since);
        self.places.insert(place, seen.clone());
        seen
    }

    /// Whoever owned a block owned what its values are in now.
    pub fn resize(&mut self, from: usize, to: usize) {
        let owned = self.places.values_mut().flat_map(|seen| &mut seen.owned);
        owned
            .filter(|block| **block == from)
            .for_each(|block| *block = to);
    }

    /// Files the places of which it is known that they are no more, and whether their call has
    /// returned.
    pub fn leave(&mut self, has_returned: impl Fn(usize, usize) -> Option<bool>) {
        for ((call, slot), seen) in &mut self.places {
            if let (false, Some(returned)) = (seen.is_left, has_returned(*call, *slot)) {
                seen.is_left = true;
                self.left.push(Left {
                    name: seen.name.clone(),
                    at: seen.at,
                    size: seen.size,
                    step: self.now,
                    returned,
                });
            }
        }
    }

    /// The place that lay at an address which something has held since that step: a pointer to it
    /// was made before it was left. Made meanwhile, it may lead to what came to lie there next,
    /// unless that is the frame of a call that goes on.
    pub fn left_at(&self, at: usize, since: usize) -> Option<&Left> {
        let lay_there = |left: &&Left| left.at <= at && at < left.at + left.size;
        let was_before = |left: &&Left| left.step > since || left.step == since && !left.returned;
        let mut left = self.left.iter().rev();
        left.find(|left| lay_there(left) && was_before(left))
    }

    pub fn gone(&self, left: &Left) -> Gone {
        let before = self.line(left.step);
        match left.returned {
            true => Gone::Returned { before },
            false => Gone::OutOfScope { before },
        }
    }

    /// The line about to run at a step.
    pub fn line(&self, step: usize) -> usize {
        let last = self.lines.last().copied().unwrap_or_default();
        self.lines.get(step).copied().unwrap_or(last)
    }

    /// What happened to memory that is gone, if it is known what lay there.
    pub fn misuse(&mut self, misuse: &raw::Misuse) -> Option<Misuse> {
        let (line, does, bytes, grave) = match misuse {
            raw::Misuse::FreedAgain(grave) => {
                let line = self.line(self.now.saturating_sub(1));
                (line, Misdeed::FreedAgain, grave.2, Some(*grave))
            }
            raw::Misuse::Reached(reached) => {
                (reached.line, reached.how, reached.bytes, reached.grave)
            }
        };
        let (to, gone) = match (grave, misuse) {
            (Some(grave), _) => {
                let to = self.name_block(grave.0);
                // What was freed since the step before was so by this line.
                let before = if grave.3 < self.now {
                    self.line(grave.3)
                } else {
                    line
                };
                (to, Gone::Freed { before })
            }
            (None, raw::Misuse::Reached(reached)) => self.what_lay_at(reached.at, line)?,
            (None, raw::Misuse::FreedAgain(_)) => return None,
        };
        Some(Misuse {
            line,
            does,
            bytes,
            to: Some(to),
            gone,
        })
    }

    /// The place on the stack that was at an address, where the recorder knows of no value.
    fn what_lay_at(&self, at: usize, line: usize) -> Option<(String, Gone)> {
        let places = self.places.values().rev();
        let mut there = places.filter(|seen| !seen.is_left && seen.has(at));
        if let Some(seen) = there.clone().find(|seen| seen.moved) {
            let what = super::step::short_type(&seen.ty);
            return Some((seen.name.clone(), Gone::Moved { what }));
        }
        let since = self.sightings.get(&at).copied().unwrap_or(self.now);
        if let Some(left) = self.left_at(at, since) {
            return Some((left.name.clone(), self.gone(left)));
        }
        // After the last step: its call has returned without another step.
        let is_over = self.now >= self.lines.len();
        let seen = there.next().filter(|_| is_over)?;
        Some((seen.name.clone(), Gone::Returned { before: line }))
    }

    /// The blocks freed since the step before, those of elements that are hashed by their numbers.
    pub fn freed(&self, events: &[Event]) -> Vec<usize> {
        let blocks = events.iter().filter_map(|event| match event {
            Event::Freed(block) => Some(*block),
            Event::Dropped(..) | Event::Resized(..) => None,
        });
        let mut blocks: Vec<usize> = blocks.collect();
        let is_hashed = |block: &&mut usize| self.hashed.contains(*block);
        let mut sorted: Vec<usize> = blocks.iter_mut().filter(is_hashed).map(|it| *it).collect();
        sorted.sort_unstable();
        for (block, of_order) in blocks.iter_mut().filter(is_hashed).zip(sorted) {
            *block = of_order;
        }
        blocks
    }

    pub fn name_block(&mut self, number: usize) -> String {
        let next = self.heap.len() + 1;
        let name = self.heap.entry(number);
        name.or_insert_with(|| format!("heap {next}")).clone()
    }

    pub fn name_other(&mut self, at: usize, kind: &'static str) -> String {
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
    pub fn forget_temporaries(&mut self, there: &[&raw::Node]) {
        self.others.retain(|at, name| {
            !name.starts_with("temporary") || there.iter().any(|node| node.at == *at)
        });
    }
}
