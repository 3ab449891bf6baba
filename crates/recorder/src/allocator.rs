//! The allocator of the program that is recorded.

use crate::arena::ARENA;
use crate::record::{Worker, at_work, record};
use std::alloc::{GlobalAlloc, Layout, System};

/// The system's allocator, with each block's birth and death written down. No block that the
/// program has freed is given out again, as long as there is room to keep it.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every block comes from the system's allocator or from the arena, and goes back there.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if at_work() == Worker::Recorder {
            return ARENA.take(layout);
        }
        // SAFETY: the caller's promises are passed on.
        let block = unsafe { System.alloc(layout) };
        if !block.is_null() {
            record(|recorder| recorder.birth(block.addr(), layout.size()));
        }
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if ARENA.has(block) {
            return ARENA.give_back(block, layout);
        }
        let mut is_kept = false;
        record(|recorder| is_kept = recorder.death(block.addr()));
        if !is_kept {
            // SAFETY: the block is neither the arena's nor kept, so it is the system's.
            unsafe { System.dealloc(block, layout) }
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: `size` is what the caller promises to be a valid size for this alignment.
        let larger = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        let copy = |new: *mut u8| {
            // SAFETY: both blocks are that long, and the new one is nobody else's.
            unsafe { std::ptr::copy_nonoverlapping(block, new, size.min(layout.size())) }
        };
        if at_work() == Worker::Recorder || ARENA.has(block) {
            // SAFETY: the caller's promises are passed on.
            let new = unsafe { self.alloc(larger) };
            if !new.is_null() {
                copy(new);
                // SAFETY: as above.
                unsafe { self.dealloc(block, layout) }
            }
            return new;
        }
        if at_work() == Worker::Outside {
            // SAFETY: the caller's promises are passed on.
            return unsafe { System.realloc(block, layout, size) };
        }
        // SAFETY: the caller's promises are passed on.
        let new = unsafe { System.alloc(larger) };
        if !new.is_null() {
            copy(new);
            let mut is_kept = false;
            // The death comes first: the program does not hold both.
            record(|recorder| is_kept = recorder.resize(block.addr(), new.addr(), size));
            if !is_kept {
                // SAFETY: the block is neither the arena's nor kept, so it is the system's.
                unsafe { System.dealloc(block, layout) }
            }
        }
        new
    }
}
