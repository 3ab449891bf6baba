//! Places: whether and how one is looked into is decided by its type.

use crate::look::{Look, Out};
use crate::record::{LookAt, Remembered, remember};

/// A place to look at; which of the two traits below answers depends on its type.
pub struct Seen<'a, T: ?Sized>(pub &'a T);

/// Answers for a type that can be looked into.
pub trait Known {
    /// Writes the place down.
    fn look(&self, out: &mut Out);
    /// Notes its address under that number.
    fn remember(&self, slot: usize) -> Remembered;
}

/// Answers for every other type, one reference further away.
pub trait Unknown {
    /// Writes down its type and size.
    fn look(&self, out: &mut Out);
    /// Notes its address under that number.
    fn remember(&self, slot: usize) -> Remembered;
}

impl<T: Look> Known for Seen<'_, T> {
    fn look(&self, out: &mut Out) {
        out.node(self.0);
    }

    fn remember(&self, slot: usize) -> Remembered {
        unsafe fn look<T: Look>(at: *const (), out: &mut Out) {
            // SAFETY: the caller promises that a `T` which may be read is there.
            out.node(unsafe { &*at.cast::<T>() });
        }
        remember(
            slot,
            (&raw const *self.0).cast(),
            size_of::<T>(),
            look::<T> as LookAt,
        )
    }
}

impl<T> Unknown for &Seen<'_, T> {
    fn look(&self, out: &mut Out) {
        out.opaque::<T>((&raw const *self.0).addr());
    }

    fn remember(&self, slot: usize) -> Remembered {
        unsafe fn look<T>(at: *const (), out: &mut Out) {
            out.opaque::<T>(at.addr());
        }
        remember(
            slot,
            (&raw const *self.0).cast(),
            size_of::<T>(),
            look::<T> as LookAt,
        )
    }
}
