//! Cells and locks, and the guards that give access to what is inside.

use crate::look::out::Out;
use crate::look::{Inside, Look};
use std::cell::{Cell, LazyCell, OnceCell, Ref, RefCell, RefMut};
use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16,
    AtomicU32, AtomicU64, AtomicUsize, Ordering,
};
use std::sync::{
    LazyLock, Mutex, MutexGuard, OnceLock, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError,
};

impl<By: Inside<T>, T: ?Sized> Look<By> for Cell<T> {
    fn value(&self, out: &mut Out) {
        // SAFETY: nobody writes while the recorder is at work, and nobody has a reference to what
        // is inside while the cell may be read.
        By::how().value(unsafe { &*self.as_ptr() }, out);
    }
}

impl<By: Inside<T>, T: ?Sized> Look<By> for RefCell<T> {
    fn value(&self, out: &mut Out) {
        if let Ok(inside) = self.try_borrow_mut() {
            out.cell("not borrowed", Some((&*inside, By::how())));
        } else if let Ok(inside) = self.try_borrow() {
            out.cell("borrowed shared", Some((&*inside, By::how())));
        } else {
            out.cell::<T>("borrowed exclusively", None);
        }
    }
}

impl<By: Inside<T>, T: ?Sized> Look<By> for Mutex<T> {
    fn value(&self, out: &mut Out) {
        match self.try_lock() {
            Ok(inside) => out.cell("unlocked", Some((&*inside, By::how()))),
            Err(TryLockError::Poisoned(inside)) => {
                out.cell("poisoned", Some((&**inside.get_ref(), By::how())));
            }
            Err(TryLockError::WouldBlock) => out.cell::<T>("locked", None),
        }
    }
}

impl<By: Inside<T>, T: ?Sized> Look<By> for RwLock<T> {
    fn value(&self, out: &mut Out) {
        let is_free = !matches!(self.try_write(), Err(TryLockError::WouldBlock));
        match self.try_read() {
            Ok(inside) if is_free => out.cell("unlocked", Some((&*inside, By::how()))),
            Ok(inside) => out.cell("locked for reading", Some((&*inside, By::how()))),
            Err(TryLockError::Poisoned(inside)) => {
                out.cell("poisoned", Some((&**inside.get_ref(), By::how())));
            }
            Err(TryLockError::WouldBlock) => out.cell::<T>("locked for writing", None),
        }
    }
}

/// What is given a value once; asking does not give it one.
macro_rules! once {
    ($($cell:ident, $is:literal, $is_not:literal, |$this:ident| $get:expr);*) => {$(
        impl<By: Inside<T>, T> Look<By> for $cell<T> {
            fn value(&self, out: &mut Out) {
                let $this = self;
                match $get {
                    Some(inside) => out.cell($is, Some((inside, By::how()))),
                    None => out.cell::<T>($is_not, None),
                }
            }
        }
    )*};
}
once!(
    OnceCell, "set", "not set", |cell| cell.get();
    OnceLock, "set", "not set", |cell| cell.get()
);

macro_rules! lazy {
    ($($cell:ident);*) => {$(
        impl<By: Inside<T>, T, F> Look<By> for $cell<T, F> {
            fn value(&self, out: &mut Out) {
                match $cell::get(self) {
                    Some(inside) => out.cell("made", Some((inside, By::how()))),
                    None => out.cell::<T>("not made yet", None),
                }
            }
        }
    )*};
}
lazy!(LazyCell; LazyLock);

/// A guard is drawn as the reference that it gives.
macro_rules! guards {
    ($($holds:literal $guard:ident);*) => {$(
        impl<By: Inside<T>, T: ?Sized> Look<By> for $guard<'_, T> {
            fn value(&self, out: &mut Out) {
                out.pointer($holds, &raw const **self, &[], Some((&**self, By::how())));
            }
        }
    )*};
}
guards!(
    "shared" Ref;
    "exclusive" RefMut;
    "exclusive" MutexGuard;
    "shared" RwLockReadGuard;
    "exclusive" RwLockWriteGuard
);

macro_rules! atomics {
    ($($atomic:ty),*) => {$(
        impl<By> Look<By> for $atomic {
            fn value(&self, out: &mut Out) {
                out.scalar(&self.load(Ordering::Relaxed));
            }
        }
    )*};
}
atomics!(
    AtomicBool,
    AtomicI8,
    AtomicI16,
    AtomicI32,
    AtomicI64,
    AtomicIsize,
    AtomicU8,
    AtomicU16,
    AtomicU32,
    AtomicU64,
    AtomicUsize
);
