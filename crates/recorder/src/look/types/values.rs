//! Values that lie where they are: numbers, tuples, variants, ranges, times.

use crate::look::out::Out;
use crate::look::{How, Inside, Look, Typed, short_name};
use std::cmp::{Ordering, Reverse};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::{NonZero, Saturating, Wrapping};
use std::ops::{
    Bound, ControlFlow, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use std::process::ExitCode;
use std::task::Poll;
use std::time::{Duration, Instant, SystemTime};

/// What `{:?}` tells in a word.
macro_rules! scalars {
    ($($scalar:ty),* $(,)?) => {$(
        impl<By> Look<By> for $scalar {
            fn value(&self, out: &mut Out) {
                out.scalar(self);
            }
        }
    )*};
}
scalars!(
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    f32,
    f64,
    bool,
    char,
    NonZero<i8>,
    NonZero<i16>,
    NonZero<i32>,
    NonZero<i64>,
    NonZero<i128>,
    NonZero<isize>,
    NonZero<u8>,
    NonZero<u16>,
    NonZero<u32>,
    NonZero<u64>,
    NonZero<u128>,
    NonZero<usize>,
    Ordering,
    Duration,
    RangeFull,
    IpAddr,
    Ipv4Addr,
    Ipv6Addr,
    SocketAddr,
    std::io::ErrorKind,
    std::num::IntErrorKind,
    std::sync::atomic::Ordering,
);

/// What tells no more than what it is; a time is another in every run.
macro_rules! named {
    ($($named:ty),* $(,)?) => {$(
        impl<By> Look<By> for $named {
            fn value(&self, out: &mut Out) {
                out.open(short_name::<$named>());
                out.close();
            }
        }
    )*};
}
named!(
    Instant,
    SystemTime,
    std::fmt::Arguments<'_>,
    std::fmt::Formatter<'_>,
    ExitCode,
    std::any::TypeId,
    std::hash::RandomState,
    std::hash::DefaultHasher,
    std::io::Stdin,
    std::io::Stdout,
    std::io::Stderr,
);

impl<By, T: ?Sized> Look<By> for PhantomData<T> {
    fn value(&self, out: &mut Out) {
        out.open("PhantomData");
        out.close();
    }
}

/// What is around one value and shows it.
macro_rules! wrappers {
    ($($wrapper:ident, $field:tt);*) => {$(
        impl<By: Inside<T>, T> Look<By> for $wrapper<T> {
            fn value(&self, out: &mut Out) {
                out.open(stringify!($wrapper));
                out.part(stringify!($field), &self.$field, By::how());
                out.close();
            }
        }
    )*};
}
wrappers!(Reverse, 0; Wrapping, 0; Saturating, 0; RangeFrom, start; RangeTo, end; RangeToInclusive, end);

impl<By: Inside<T>, T> Look<By> for Range<T> {
    fn value(&self, out: &mut Out) {
        out.open("Range");
        out.part("start", &self.start, By::how());
        out.part("end", &self.end, By::how());
        out.close();
    }
}

impl<By: Inside<T>, T> Look<By> for RangeInclusive<T> {
    fn value(&self, out: &mut Out) {
        out.open("RangeInclusive");
        out.part("start", self.start(), By::how());
        out.part("end", self.end(), By::how());
        out.close();
    }
}

impl<By: Inside<T>, T: ?Sized> Look<By> for ManuallyDrop<T> {
    fn value(&self, out: &mut Out) {
        out.open("ManuallyDrop");
        out.part("0", &**self, By::how());
        out.close();
    }
}

/// A variant with a value or without.
macro_rules! variants {
    ($([$($parameter:ident),*] $enum:ty { $($variant:ident $(($inside:ident: $ty:ident))?),* })*) => {$(
        impl<By: $(Inside<$parameter> +)* Sized $(, $parameter)*> Look<By> for $enum {
            fn value(&self, out: &mut Out) {
                match self {
                    $(Self::$variant $(($inside))? => {
                        out.open(stringify!($variant));
                        $(out.part("0", $inside, <By as Inside<$ty>>::how());)?
                    })*
                }
                out.close();
            }
        }
    )*};
}
variants!(
    [T] Option<T> { Some(value: T), None }
    [T] Poll<T> { Ready(value: T), Pending }
    [T] Bound<T> { Included(value: T), Excluded(value: T), Unbounded }
);

impl<By: Inside<T> + Inside<E>, T, E> Look<By> for Result<T, E> {
    fn value(&self, out: &mut Out) {
        match self {
            Ok(value) => {
                out.open("Ok");
                out.part("0", value, <By as Inside<T>>::how());
            }
            Err(error) => {
                out.open("Err");
                out.part("0", error, <By as Inside<E>>::how());
            }
        }
        out.close();
    }
}

impl<By: Inside<B> + Inside<C>, B, C> Look<By> for ControlFlow<B, C> {
    fn value(&self, out: &mut Out) {
        match self {
            ControlFlow::Continue(value) => {
                out.open("Continue");
                out.part("0", value, <By as Inside<C>>::how());
            }
            ControlFlow::Break(value) => {
                out.open("Break");
                out.part("0", value, <By as Inside<B>>::how());
            }
        }
        out.close();
    }
}

macro_rules! tuples {
    ($(($($name:ident $number:tt),*)),*) => {$(
        impl<By: $(Inside<$name> +)* Sized, $($name),*> Look<By> for ($($name,)*) {
            fn value(&self, out: &mut Out) {
                out.open("");
                $(out.part(stringify!($number), &self.$number, <By as Inside<$name>>::how());)*
                out.close();
            }
        }
    )*};
}
tuples!(
    (),
    (A 0),
    (A 0, B 1),
    (A 0, B 1, C 2),
    (A 0, B 1, C 2, D 3),
    (A 0, B 1, C 2, D 3, E 4),
    (A 0, B 1, C 2, D 3, E 4, F 5)
);

/// A function by its pointer: which one it is has another address in every run.
macro_rules! functions {
    ($(($($argument:ident),*)),*) => {$(
        impl<By, R $(, $argument)*> Look<By> for fn($($argument),*) -> R {
            fn value(&self, out: &mut Out) {
                out.open("function");
                out.close();
            }
        }
    )*};
}
functions!((), (A), (A, B), (A, B, C));

/// Notes the types that programs use most: where a value of one is found in code that is for every
/// type, it is known without a second run.
pub(crate) fn see_common(out: &mut Out) {
    macro_rules! see {
        ($($ty:ty),* $(,)?) => {
            $(out.see::<$ty>(How::of::<Typed, $ty>());)*
        };
    }
    see!(
        i8,
        i16,
        i32,
        i64,
        i128,
        isize,
        u8,
        u16,
        u32,
        u64,
        u128,
        usize,
        f32,
        f64,
        bool,
        char,
        (),
        &i32,
        &mut i32,
        Option<i32>,
        Vec<i32>,
        [i32],
        &[i32],
        str,
        &str,
        String,
        &String,
        &mut String,
        Option<String>,
        Vec<String>,
        [String],
        &[String],
    );
}
