//! Raw pointers: where they lead is written down, what is there is never read.
//!
//! ```text
//! *p      *__lens::reach(6, "read", p)
//! ```

use crate::look::Look;
use crate::look::out::Out;
use crate::record::record;
use std::ptr::NonNull;

/// A raw pointer.
pub trait Raw: Copy {
    /// The address, the number of elements or bytes if the pointer counts them, and the size of
    /// what it points to.
    fn extent(self) -> (usize, Option<usize>, usize);
}

macro_rules! raw {
    ($($pointer:tt),*) => {$(
        impl<T> Raw for *$pointer T {
            fn extent(self) -> (usize, Option<usize>, usize) {
                (self.addr(), None, size_of::<T>())
            }
        }

        impl<T> Raw for *$pointer [T] {
            fn extent(self) -> (usize, Option<usize>, usize) {
                let bytes = self.len().saturating_mul(size_of::<T>());
                (self.cast::<T>().addr(), Some(self.len()), bytes)
            }
        }

        impl Raw for *$pointer str {
            fn extent(self) -> (usize, Option<usize>, usize) {
                (self as *$pointer [u8]).extent()
            }
        }

        impl<By, T: ?Sized> Look<By> for *$pointer T
        where
            *$pointer T: Raw,
        {
            fn value(&self, out: &mut Out) {
                let (at, length, bytes) = self.extent();
                out.raw_pointer(at, length, bytes);
            }
        }
    )*};
}
raw!(const, mut);

impl<T> Raw for NonNull<T> {
    fn extent(self) -> (usize, Option<usize>, usize) {
        self.as_ptr().extent()
    }
}

impl<By, T> Look<By> for NonNull<T> {
    fn value(&self, out: &mut Out) {
        let (at, length, bytes) = self.extent();
        out.raw_pointer(at, length, bytes);
    }
}

/// Notes that the program is about to read, write or lend what a pointer leads to.
pub fn reach<P: Raw>(line: usize, how: &'static str, pointer: P) -> P {
    let (at, _, bytes) = pointer.extent();
    record(|recorder| recorder.reach(line, how, at, bytes));
    pointer
}
