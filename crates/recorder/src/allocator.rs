//! The allocator of the program that is recorded.

use crate::arena::ARENA;
use crate::record::{Worker, at_work, record};
use std::alloc::{GlobalAlloc, Layout, System};

/// The system's allocator, with each block's birth and death written down.
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
        record(|recorder| recorder.death(block.addr()));
        // SAFETY: the block is not the arena's, so it is the system's.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if at_work() == Worker::Recorder || ARENA.has(block) {
            // SAFETY: `size` is what the caller promises to be a valid size for this alignment.
            let new =
                unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
            if !new.is_null() {
                // SAFETY: both blocks are that long, and the new one is nobody else's.
                unsafe {
                    std::ptr::copy_nonoverlapping(block, new, size.min(layout.size()));
                    self.dealloc(block, layout);
                }
            }
            return new;
        }
        // SAFETY: the caller's promises are passed on.
        let new = unsafe { System.realloc(block, layout, size) };
        if new == block {
            record(|recorder| recorder.resize(block.addr(), size));
        } else if !new.is_null() {
            record(|recorder| {
                recorder.death(block.addr());
                recorder.birth(new.addr(), size);
            });
        }
        new
    }
}
