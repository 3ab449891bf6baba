//! Pointers: references, boxes, counted handles, and what owns a text or a list.

use crate::look::out::{MOST_ITEMS, Out};
use crate::look::{How, Inside, Look};
use std::borrow::Cow;
use std::ffi::{CStr, CString, OsStr, OsString};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::rc::{self, Rc};
use std::sync::{self, Arc};

impl<By> Look<By> for str {
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

impl<By: Inside<T>, T> Look<By> for [T] {
    fn value(&self, out: &mut Out) {
        out.list(self.iter(), self.len(), By::how());
    }

    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<By: Inside<T>, T, const N: usize> Look<By> for [T; N] {
    fn value(&self, out: &mut Out) {
        out.list(self.iter(), N, By::how());
    }
}

/// Texts of the system: what is no UTF-8 is shown as it prints.
macro_rules! texts {
    ($($text:ty, $bytes:ident);*) => {$(
        impl<By> Look<By> for $text {
            fn value(&self, out: &mut Out) {
                let text = String::from_utf8_lossy(self.$bytes());
                <str as Look<By>>::value(&text, out);
            }

            fn length(&self) -> Option<usize> {
                Some(self.$bytes().len())
            }
        }
    )*};
}
texts!(OsStr, as_encoded_bytes; CStr, to_bytes);

impl<By> Look<By> for Path {
    fn value(&self, out: &mut Out) {
        <OsStr as Look<By>>::value(self.as_os_str(), out);
    }

    fn length(&self) -> Option<usize> {
        Some(self.as_os_str().len())
    }
}

/// What owns a text and has room for more of it.
macro_rules! growing_texts {
    ($($owner:ty, $text:ty, $as_text:ident);*) => {$(
        impl<By> Look<By> for $owner {
            fn value(&self, out: &mut Out) {
                let text = self.$as_text();
                let room = [("cap", self.capacity())];
                out.pointer("owns", text, &room, Some((text, How::of::<By, $text>())));
            }
        }
    )*};
}
growing_texts!(String, str, as_str; OsString, OsStr, as_os_str; PathBuf, Path, as_path);

impl<By> Look<By> for CString {
    fn value(&self, out: &mut Out) {
        let text = self.as_c_str();
        out.pointer("owns", text, &[], Some((text, How::of::<By, CStr>())));
    }
}

impl<By: Inside<T>, T> Look<By> for Vec<T> {
    fn value(&self, out: &mut Out) {
        let room = [("cap", self.capacity())];
        // A list of values without a size has room for every number of them.
        let facts: &[_] = if size_of::<T>() == 0 { &[] } else { &room };
        let items = self.as_slice();
        out.pointer("owns", items, facts, Some((items, How::of::<By, [T]>())));
    }
}

/// What leads to one value that may be read.
macro_rules! pointers {
    ($($holds:literal $pointer:ty);*) => {$(
        impl<By: Inside<T>, T: ?Sized> Look<By> for $pointer {
            fn value(&self, out: &mut Out) {
                out.pointer($holds, &raw const **self, &[], Some((&**self, By::how())));
            }
        }
    )*};
}
pointers!("owns" Box<T>; "shared" &T; "exclusive" &mut T);

macro_rules! counted {
    ($($counted:ident, $weak:path);*) => {$(
        impl<By: Inside<T>, T: ?Sized> Look<By> for $counted<T> {
            fn value(&self, out: &mut Out) {
                let to = $counted::as_ptr(self);
                if !out.ground.holds(to.cast::<()>().addr(), 0) {
                    return out.pointer("counted", to, &[], None);
                }
                let counts = [
                    ("strong", $counted::strong_count(self)),
                    ("weak", $counted::weak_count(self)),
                ];
                out.pointer("counted", to, &counts, Some((&**self, By::how())));
            }
        }

        impl<By, T: ?Sized> Look<By> for $weak {
            fn value(&self, out: &mut Out) {
                let to = self.as_ptr();
                if !out.ground.holds(to.cast::<()>().addr(), 0) {
                    return out.pointer("weak", to, &[], None);
                }
                let counts = [("strong", self.strong_count()), ("weak", self.weak_count())];
                out.pointer("weak", to, &counts, None);
            }
        }
    )*};
}
counted!(Rc, rc::Weak<T>; Arc, sync::Weak<T>);

/// A pinned pointer is the pointer. Those of the program may run code where they are followed.
macro_rules! pinned {
    ($($pointer:ty);*) => {$(
        impl<By: Inside<T>, T: ?Sized> Look<By> for Pin<$pointer> {
            fn value(&self, out: &mut Out) {
                out.pinned::<By, T>(stringify!($pointer), &self.as_ref());
            }
        }
    )*};
}
pinned!(Box<T>; &T; &mut T; Rc<T>; Arc<T>);

impl Out {
    fn pinned<By: Inside<T>, T: ?Sized>(&mut self, pointer: &str, target: &Pin<&T>) {
        let holds = match pointer.split(['<', ' ']).next() {
            Some("Box") => "owns",
            Some("Rc" | "Arc") => "counted",
            Some("&mut") => "exclusive",
            _ => "shared",
        };
        let target = target.get_ref();
        self.pointer(holds, target, &[], Some((target, By::how())));
    }
}

impl<By: Inside<B> + Inside<B::Owned>, B: ToOwned + ?Sized> Look<By> for Cow<'_, B> {
    fn value(&self, out: &mut Out) {
        match self {
            Cow::Borrowed(borrowed) => {
                out.open("Borrowed");
                out.part("0", borrowed, How::of::<By, &B>());
            }
            Cow::Owned(owned) => {
                out.open("Owned");
                out.part("0", owned, <By as Inside<B::Owned>>::how());
            }
        }
        out.close();
    }
}
