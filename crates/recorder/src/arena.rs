//! The recorder's own memory.

use std::alloc::Layout;
use std::cell::UnsafeCell;
use std::sync::Mutex;

/// Memory for the recorder, in pieces whose sizes are powers of two.
pub(crate) struct Arena {
    bytes: UnsafeCell<[u8; Arena::SIZE]>,
    pieces: Mutex<Pieces>,
}

struct Pieces {
    /// The first byte that nobody has had.
    unused: usize,
    /// For each power of two, the address of the last piece given back, which holds that of the
    /// one before.
    free: [usize; Arena::SIZE.ilog2() as usize],
}

pub(crate) static ARENA: Arena = Arena {
    bytes: UnsafeCell::new([0; Arena::SIZE]),
    pieces: Mutex::new(Pieces {
        unused: 0,
        free: [0; Arena::SIZE.ilog2() as usize],
    }),
};

// SAFETY: no two callers of `take` have the same bytes at a time.
unsafe impl Sync for Arena {}

impl Arena {
    const SIZE: usize = 256 << 20;

    /// The size of the piece that a layout gets; it lies at a multiple of that.
    fn size(layout: Layout) -> usize {
        let size = layout.size().max(layout.align()).max(size_of::<usize>());
        size.next_power_of_two()
    }

    pub fn take(&self, layout: Layout) -> *mut u8 {
        let size = Arena::size(layout);
        let mut pieces = self
            .pieces
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        let start = self.bytes.get().cast::<u8>();
        if let Some(free) = pieces.free.get_mut(size.ilog2() as usize)
            && *free != 0
        {
            let piece = start.with_addr(*free);
            // SAFETY: a piece that was given back holds an address, and nobody uses it.
            *free = unsafe { piece.cast::<usize>().read() };
            return piece;
        }
        let from = (start.addr() + pieces.unused).next_multiple_of(size) - start.addr();
        if from + size > Arena::SIZE {
            return std::ptr::null_mut();
        }
        pieces.unused = from + size;
        // SAFETY: the piece ends within the arena.
        unsafe { start.add(from) }
    }

    pub fn give_back(&self, piece: *mut u8, layout: Layout) {
        let mut pieces = self
            .pieces
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        let free = &mut pieces.free[Arena::size(layout).ilog2() as usize];
        // SAFETY: the piece has room for an address, and nobody uses it any more.
        unsafe { piece.cast::<usize>().write(*free) };
        *free = piece.addr();
    }

    pub fn has(&self, block: *mut u8) -> bool {
        let start = self.bytes.get().addr();
        (start..start + Arena::SIZE).contains(&block.addr())
    }
}
