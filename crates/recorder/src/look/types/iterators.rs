//! Iterators that say what remains of what they go through: they are drawn as a reference to it.

use crate::look::out::Out;
use crate::look::{How, Inside, Look};
use std::slice;
use std::str::{CharIndices, Chars};

macro_rules! remaining {
    ($([$($parameter:ident)?] $holds:literal $iterator:ty, $rest:ty, $get:ident);*) => {$(
        impl<By $(: Inside<$parameter>, $parameter)?> Look<By> for $iterator {
            fn value(&self, out: &mut Out) {
                let remaining = self.$get();
                out.pointer($holds, remaining, &[], Some((remaining, How::of::<By, $rest>())));
            }
        }
    )*};
}
remaining!(
    [T] "shared" slice::Iter<'_, T>, [T], as_slice;
    [T] "exclusive" slice::IterMut<'_, T>, [T], as_ref;
    [] "shared" Chars<'_>, str, as_str;
    [] "shared" CharIndices<'_>, str, as_str
);
