//! What earlier steps told: names stay with what they name.

use super::raw;
use std::collections::{BTreeMap, HashMap};

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
    /// The calls in progress at the step before.
    pub calls: Vec<usize>,
    /// Where places were last seen, by call and number.
    pub places: BTreeMap<(usize, usize), Seen>,
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
}

impl History {
    pub fn name_block(&mut self, number: usize) {
        let next = self.heap.len() + 1;
        self.heap
            .entry(number)
            .or_insert_with(|| format!("heap {next}"));
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
