//! Where a value may lie, and where none does any more: unsafe code may lead a pointer to memory
//! that was freed or left behind, and nobody may read there.

use std::collections::BTreeMap;
use std::ops::Range;

/// What is known of the memory under a step's values.
#[derive(Default)]
pub(crate) struct Ground {
    freed: BTreeMap<usize, Grave>,
    /// In a program that has unsafe code, the stack and what of it holds values.
    pub stack: Option<(Range<usize>, Vec<Range<usize>>)>,
}

/// A block that was freed.
#[derive(Clone, Copy)]
pub(crate) struct Grave {
    /// The block's number.
    pub number: usize,
    pub at: usize,
    pub size: usize,
    /// How many steps had been written then.
    pub step: usize,
}

impl Grave {
    /// As JSON.
    pub fn line(&self) -> String {
        format!("[{},{},{},{}]", self.number, self.at, self.size, self.step)
    }
}

impl Ground {
    /// Whether so many bytes there may be read as a value.
    pub fn holds(&self, at: usize, size: usize) -> bool {
        let bytes = at..at.saturating_add(size.max(1));
        let is_freed = self.freed_before(bytes.end).is_some_and(|grave| {
            // No two graves overlap.
            grave.at + grave.size > bytes.start
        });
        let is_left = self.stack.as_ref().is_some_and(|(stack, values)| {
            let within = |value: &Range<usize>| value.start <= at && at + size <= value.end;
            size > 0 && stack.contains(&at) && !values.iter().any(within)
        });
        !is_freed && !is_left
    }

    pub fn is_freed(&mut self, grave: Grave) {
        self.freed.insert(grave.at, grave);
    }

    /// Memory is in use again, freed before or not.
    pub fn is_taken(&mut self, at: usize, size: usize) {
        while let Some(grave) = self.freed_before(at + size)
            && grave.at + grave.size > at
        {
            self.freed.remove(&grave.at);
        }
    }

    /// The freed block that an address is in.
    pub fn grave(&self, at: usize) -> Option<Grave> {
        let grave = self.freed_before(at.saturating_add(1))?;
        (at < grave.at + grave.size).then_some(grave)
    }

    /// The last freed block that begins before an address.
    fn freed_before(&self, end: usize) -> Option<Grave> {
        self.freed.range(..end).next_back().map(|(_, grave)| *grave)
    }
}
