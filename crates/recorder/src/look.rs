//! How a value of each type is written down.

use crate::ground::Ground;
use std::any::type_name;
use std::cell::{Cell, Ref, RefCell, RefMut};
use std::fmt::Write as _;
use std::rc::{self, Rc};
use std::sync::{self, Arc, Mutex, MutexGuard, TryLockError};

/// A longer list or text is cut off.
const MOST_ITEMS: usize = 64;
/// What lies deeper is not looked into.
const MOST_DEPTH: usize = 24;
/// After so many values of one step, no other is looked into.
const MOST_NODES: usize = 4_096;
/// Nor after so many bytes: the name of a type may be as long as a program.
const MOST_BYTES: usize = 1 << 20;

/// A type whose values can be written down.
pub trait Look {
    /// Writes the value down.
    fn value(&self, out: &mut Out);

    /// How many elements or bytes a pointer to it counts.
    fn length(&self) -> Option<usize> {
        None
    }
}

/// A text of JSON in the making.
#[derive(Default)]
pub struct Out {
    pub(crate) text: String,
    /// How many values it holds.
    pub(crate) nodes: usize,
    /// Where its pointers lead.
    pub(crate) pointed_to: Vec<usize>,
    depth: usize,
    /// Where a value may lie, and where none does any more.
    pub(crate) ground: Ground,
}

impl Out {
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A comma, unless something begins here.
    pub(crate) fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['[', '{', ':']) {
            self.push(",");
        }
    }

    pub(crate) fn string(&mut self, text: &str) {
        self.push("\"");
        for c in text.chars() {
            match c {
                '"' => self.push("\\\""),
                '\\' => self.push("\\\\"),
                c if c < ' ' => _ = write!(self.text, "\\u{:04x}", u32::from(c)),
                c => self.text.push(c),
            }
        }
        self.push("\"");
    }

    /// A value with its type, size and address.
    pub(crate) fn node<T: Look + ?Sized>(&mut self, value: &T) {
        self.head::<T>(size_of_val(value), (&raw const *value).addr());
        let is_full = self.nodes >= MOST_NODES || self.text.len() >= MOST_BYTES;
        if self.depth < MOST_DEPTH && !is_full {
            self.depth += 1;
            value.value(self);
            self.depth -= 1;
        } else {
            self.unknown();
        }
        self.push("}");
    }

    pub(crate) fn opaque<T>(&mut self, at: usize) {
        self.head::<T>(size_of::<T>(), at);
        self.unknown();
        self.push("}");
    }

    fn head<T: ?Sized>(&mut self, size: usize, at: usize) {
        self.nodes += 1;
        self.push("{\"type\":");
        self.string(type_name::<T>());
        _ = write!(self.text, ",\"size\":{size},\"at\":{at},\"value\":");
    }

    /// A value that is not looked into.
    pub fn unknown(&mut self) {
        self.push("{\"is\":\"unknown\"}");
    }

    fn scalar(&mut self, value: &dyn std::fmt::Debug) {
        let text = format!("{value:?}");
        self.push("{\"is\":\"scalar\",\"text\":");
        self.string(&text);
        self.push("}");
    }

    /// A struct, a variant or a tuple begins; its name is empty for a tuple.
    pub fn open(&mut self, name: &str) {
        self.push("{\"is\":\"parts\",\"name\":");
        self.string(name);
        self.push(",\"parts\":[");
    }

    /// A part of it, to be followed by the part's value and [`Out::part_ends`].
    pub fn part(&mut self, name: &str) {
        self.comma();
        self.push("[");
        self.string(name);
        self.push(",");
    }

    /// The part's value is written.
    pub fn part_ends(&mut self) {
        self.push("]");
    }

    /// The struct, variant or tuple ends.
    pub fn close(&mut self) {
        self.push("]}");
    }

    fn known_part<T: Look>(&mut self, name: &str, value: &T) {
        self.part(name);
        self.node(value);
        self.part_ends();
    }

    /// A pointer: how it holds what it points to, and facts such as `cap`.
    fn pointer<T: Look + ?Sized>(
        &mut self,
        how: &str,
        to: *const T,
        facts: &[(&str, usize)],
        target: Option<&T>,
    ) {
        let to = to.cast::<()>().addr();
        self.pointed_to.push(to);
        _ = write!(self.text, "{{\"is\":\"pointer\",\"how\":\"{how}\"");
        if let Some(length) = target.and_then(T::length) {
            _ = write!(self.text, ",\"len\":{length}");
        }
        for (name, value) in facts {
            _ = write!(self.text, ",\"{name}\":{value}");
        }
        _ = write!(self.text, ",\"to\":{{\"at\":{to}");
        if let Some(target) = target {
            _ = write!(self.text, ",\"bytes\":{}", size_of_val(target));
        }
        if let Some(target) = target.filter(|target| self.ground.holds(to, size_of_val(*target))) {
            self.push(",\"target\":");
            self.node(target);
        }
        self.push("}}");
    }

    /// A pointer that is not followed.
    pub(crate) fn raw_pointer(&mut self, to: usize, length: Option<usize>, bytes: usize) {
        self.pointed_to.push(to);
        self.push("{\"is\":\"pointer\",\"how\":\"raw\"");
        if let Some(length) = length {
            _ = write!(self.text, ",\"len\":{length}");
        }
        _ = write!(self.text, ",\"to\":{{\"at\":{to},\"bytes\":{bytes}}}}}");
    }

    /// A cell: its state, and what is inside if that may be read.
    fn cell<T: Look + ?Sized>(&mut self, state: &str, inside: Option<&T>) {
        _ = write!(self.text, "{{\"is\":\"cell\",\"state\":\"{state}\"");
        if let Some(inside) = inside {
            self.push(",\"inside\":");
            self.node(inside);
        }
        self.push("}");
    }
}

macro_rules! scalars {
    ($($scalar:ty),*) => {$(
        impl Look for $scalar {
            fn value(&self, out: &mut Out) {
                out.scalar(self);
            }
        }
    )*};
}
scalars!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64, bool, char
);

impl Look for str {
    fn value(&self, out: &mut Out) {
        out.push("{\"is\":\"text\",\"text\":");
        let end = self.char_indices().nth(MOST_ITEMS).map(|(at, _)| at);
        out.string(&self[..end.unwrap_or(self.len())]);
        _ = write!(out.text, ",\"whole\":{}}}", end.is_none());
    }

    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Look> Look for [T] {
    fn value(&self, out: &mut Out) {
        out.push("{\"is\":\"list\",\"items\":[");
        for item in self.iter().take(MOST_ITEMS) {
            out.comma();
            out.node(item);
        }
        _ = write!(out.text, "],\"len\":{}}}", self.len());
    }

    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T: Look, const N: usize> Look for [T; N] {
    fn value(&self, out: &mut Out) {
        self.as_slice().value(out);
    }
}

impl Look for String {
    fn value(&self, out: &mut Out) {
        out.pointer(
            "owns",
            self.as_str(),
            &[("cap", self.capacity())],
            Some(self.as_str()),
        );
    }
}

impl<T: Look> Look for Vec<T> {
    fn value(&self, out: &mut Out) {
        let room = [("cap", self.capacity())];
        // A list of values without a size has room for every number of them.
        let facts: &[_] = if size_of::<T>() == 0 { &[] } else { &room };
        out.pointer("owns", self.as_slice(), facts, Some(self.as_slice()));
    }
}

impl<T: Look + ?Sized> Look for Box<T> {
    fn value(&self, out: &mut Out) {
        out.pointer("owns", &raw const **self, &[], Some(&**self));
    }
}

impl<T: Look + ?Sized> Look for &T {
    fn value(&self, out: &mut Out) {
        out.pointer("shared", &raw const **self, &[], Some(*self));
    }
}

impl<T: Look + ?Sized> Look for &mut T {
    fn value(&self, out: &mut Out) {
        out.pointer("exclusive", &raw const **self, &[], Some(&**self));
    }
}

macro_rules! counted {
    ($($counted:ident, $weak:path);*) => {$(
        impl<T: Look + ?Sized> Look for $counted<T> {
            fn value(&self, out: &mut Out) {
                let to = $counted::as_ptr(self);
                if !out.ground.holds(to.cast::<()>().addr(), 0) {
                    return out.pointer("counted", to, &[], None);
                }
                let counts = [
                    ("strong", $counted::strong_count(self)),
                    ("weak", $counted::weak_count(self)),
                ];
                out.pointer("counted", $counted::as_ptr(self), &counts, Some(&**self));
            }
        }

        impl<T: Look> Look for $weak {
            fn value(&self, out: &mut Out) {
                let to = self.as_ptr();
                if !out.ground.holds(to.addr(), 0) {
                    return out.pointer("weak", to, &[], None);
                }
                let counts = [("strong", self.strong_count()), ("weak", self.weak_count())];
                out.pointer("weak", to, &counts, None);
            }
        }
    )*};
}
counted!(Rc, rc::Weak<T>; Arc, sync::Weak<T>);

impl<T: Look + Copy> Look for Cell<T> {
    fn value(&self, out: &mut Out) {
        self.get().value(out);
    }
}

impl<T: Look + ?Sized> Look for RefCell<T> {
    fn value(&self, out: &mut Out) {
        if let Ok(inside) = self.try_borrow_mut() {
            out.cell("not borrowed", Some(&*inside));
        } else if let Ok(inside) = self.try_borrow() {
            out.cell("borrowed shared", Some(&*inside));
        } else {
            out.cell::<T>("borrowed exclusively", None);
        }
    }
}

impl<T: Look + ?Sized> Look for Mutex<T> {
    fn value(&self, out: &mut Out) {
        match self.try_lock() {
            Ok(inside) => out.cell("unlocked", Some(&*inside)),
            Err(TryLockError::Poisoned(inside)) => out.cell("poisoned", Some(&**inside.get_ref())),
            Err(TryLockError::WouldBlock) => out.cell::<T>("locked", None),
        }
    }
}

impl<T: Look + ?Sized> Look for Ref<'_, T> {
    fn value(&self, out: &mut Out) {
        out.pointer("shared", &raw const **self, &[], Some(&**self));
    }
}

impl<T: Look + ?Sized> Look for RefMut<'_, T> {
    fn value(&self, out: &mut Out) {
        out.pointer("exclusive", &raw const **self, &[], Some(&**self));
    }
}

impl<T: Look + ?Sized> Look for MutexGuard<'_, T> {
    fn value(&self, out: &mut Out) {
        out.pointer("exclusive", &raw const **self, &[], Some(&**self));
    }
}

impl<T: Look> Look for Option<T> {
    fn value(&self, out: &mut Out) {
        match self {
            Some(value) => {
                out.open("Some");
                out.known_part("0", value);
            }
            None => out.open("None"),
        }
        out.close();
    }
}

impl<T: Look, E: Look> Look for Result<T, E> {
    fn value(&self, out: &mut Out) {
        match self {
            Ok(value) => {
                out.open("Ok");
                out.known_part("0", value);
            }
            Err(error) => {
                out.open("Err");
                out.known_part("0", error);
            }
        }
        out.close();
    }
}

macro_rules! tuples {
    ($(($($name:ident $number:tt),*)),*) => {$(
        impl<$($name: Look),*> Look for ($($name,)*) {
            fn value(&self, out: &mut Out) {
                out.open("");
                $(out.known_part(stringify!($number), &self.$number);)*
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

macro_rules! opaque_objects {
    ($([$($generics:ident),*] $object:ty);* $(;)?) => {$(
        impl<'a $(, $generics)*> Look for $object {
            fn value(&self, out: &mut Out) {
                out.unknown();
            }
        }
    )*};
}
opaque_objects!(
    [] dyn std::any::Any + 'a;
    [] dyn std::fmt::Debug + 'a;
    [] dyn std::fmt::Display + 'a;
    [] dyn std::error::Error + 'a;
    [R] dyn Fn() -> R + 'a;
    [R] dyn FnMut() -> R + 'a;
    [R] dyn FnOnce() -> R + 'a;
    [A, R] dyn Fn(A) -> R + 'a;
    [A, R] dyn FnMut(A) -> R + 'a;
    [A, R] dyn FnOnce(A) -> R + 'a;
);
