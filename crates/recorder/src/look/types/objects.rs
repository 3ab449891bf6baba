//! Values behind `dyn`: which type one has is known at run time alone.

use crate::look::out::Out;
use crate::look::{How, Look};
use std::any::Any;
use std::mem::transmute;

/// Stands behind each trait of the program, so that a value behind `dyn` can be asked for its type.
pub trait Object {
    /// Writes the value down.
    fn __lens_value(&self, out: &mut Out);
}

impl<T> Object for T {
    fn __lens_value(&self, out: &mut Out) {
        How::found::<T>().value(self, out);
    }
}

macro_rules! any {
    ($($object:ty),*) => {$(
        impl<'a, By> Look<By> for $object {
            fn value(&self, out: &mut Out) {
                let any: &(dyn Any + 'a) = self;
                // SAFETY: the value is asked for its type alone, and that does not hang on lifetimes.
                let any = unsafe { transmute::<&(dyn Any + 'a), &(dyn Any + 'static)>(any) };
                match out.seen_before(any.type_id()) {
                    // SAFETY: it is for values of the type that is there.
                    Some(how) => unsafe { how.value_at((&raw const *any).cast(), out) },
                    None => out.opaque(),
                }
            }
        }
    )*};
}
any!(
    dyn Any + 'a,
    dyn Any + Send + 'a,
    dyn Any + Send + Sync + 'a
);

/// Traits of std that do not tell what type a value has.
macro_rules! opaque {
    ($([$($generics:ident),*] $($object:path)|+;)*) => {$(
        opaque!(@ [$($generics),*] $($object)|+);
    )*};
    (@ [$($generics:ident),*] $object:path) => {
        opaque!(= [$($generics),*] dyn $object + 'a);
        opaque!(= [$($generics),*] dyn $object + Send + 'a);
        opaque!(= [$($generics),*] dyn $object + Send + Sync + 'a);
    };
    (= [$($generics:ident),*] $object:ty) => {
        impl<'a, By $(, $generics)*> Look<By> for $object {
            fn value(&self, out: &mut Out) {
                out.opaque();
            }
        }
    };
}
opaque!(
    [] std::fmt::Debug;
    [] std::fmt::Display;
    [] std::io::Read;
    [] std::io::Write;
    [I] Iterator<Item = I>;
    [I] DoubleEndedIterator<Item = I>;
    [O] Future<Output = O>;
    [R] Fn() -> R;
    [R] FnMut() -> R;
    [R] FnOnce() -> R;
    [A, R] Fn(A) -> R;
    [A, R] FnMut(A) -> R;
    [A, R] FnOnce(A) -> R;
    [A, B, R] Fn(A, B) -> R;
    [A, B, R] FnMut(A, B) -> R;
    [A, B, R] FnOnce(A, B) -> R;
);
