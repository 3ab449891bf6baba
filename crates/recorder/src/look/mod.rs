//! How a value of each type is written down, and how that is found for one type or another.
//!
//! A type says by [`Look`] what is to be written. What is inside a value is looked into by what the
//! compiler knows of its type ([`Typed`]), or, where it does not know enough, as in the code of an
//! `impl<T> Stack<T>`, by what has been seen of that type before ([`Found`]).

pub(crate) mod out;
pub(crate) mod types;

use self::out::Out;
use std::any::{TypeId, type_name};
use std::marker::PhantomData;
use std::mem::transmute;

/// A type whose values can be written down; what is inside them is looked into `By`.
pub trait Look<By> {
    /// Writes the value down.
    fn value(&self, out: &mut Out);

    /// How many elements or bytes a pointer to it counts.
    fn length(&self) -> Option<usize> {
        None
    }
}

/// By what the compiler knows of a type.
pub enum Typed {}
/// By what has been seen of a type before, at run time.
pub enum Found {}

/// By what the compiler knows of a type, and what is inside that `By`.
pub struct Within<By>(PhantomData<By>);

/// A way to look into a `T` inside another value.
pub trait Inside<T: ?Sized> {
    /// How it is written down.
    fn how() -> How;
}

impl<T: Look<Typed> + ?Sized> Inside<T> for Typed {
    fn how() -> How {
        How::of::<Typed, T>()
    }
}

impl<By, T: Look<By> + ?Sized> Inside<T> for Within<By> {
    fn how() -> How {
        How::of::<By, T>()
    }
}

impl<T: ?Sized> Inside<T> for Found {
    fn how() -> How {
        How::found::<T>()
    }
}

/// How values of one type are written down. Both functions take the address of a reference to one:
/// so they are alike for all types, those without a size included.
#[derive(Clone, Copy)]
pub struct How {
    value: unsafe fn(*const (), &mut Out),
    length: unsafe fn(*const (), &Out) -> Option<usize>,
    /// Whether it is what the type says, not what is found at run time.
    pub(crate) is_known: bool,
}

impl How {
    /// What the type says.
    pub(crate) fn of<By, T: Look<By> + ?Sized>() -> How {
        unsafe fn value<By, T: Look<By> + ?Sized>(at: *const (), out: &mut Out) {
            // SAFETY: the caller promises that a reference to a `T` which may be read is there.
            unsafe { *at.cast::<&T>() }.value(out);
        }
        unsafe fn length<By, T: Look<By> + ?Sized>(at: *const (), _: &Out) -> Option<usize> {
            // SAFETY: as above.
            unsafe { *at.cast::<&T>() }.length()
        }
        How {
            value: value::<By, T>,
            length: length::<By, T>,
            is_known: true,
        }
    }

    /// What has been seen of a value's type by the time that it is asked.
    pub fn found_of<T: ?Sized>(_: &T) -> How {
        How::found::<T>()
    }

    /// What has been seen of the type by the time that it is asked.
    pub(crate) fn found<T: ?Sized>() -> How {
        unsafe fn value<T: ?Sized>(at: *const (), out: &mut Out) {
            match out.seen_before(type_id::<T>()) {
                // SAFETY: the caller promises it of a `T`, and it is of the same type.
                Some(how) => unsafe { (how.value)(at, out) },
                // SAFETY: as above.
                None => out.unknown(unsafe { *at.cast::<&T>() }),
            }
        }
        unsafe fn length<T: ?Sized>(at: *const (), out: &Out) -> Option<usize> {
            let how = out.seen_before(type_id::<T>())?;
            // SAFETY: as above.
            unsafe { (how.length)(at, out) }
        }
        How {
            value: value::<T>,
            length: length::<T>,
            is_known: false,
        }
    }

    /// What is said of a future that is of no type that has been seen.
    pub(crate) fn future<T: ?Sized>() -> How {
        unsafe fn value<T: ?Sized>(at: *const (), out: &mut Out) {
            match out.seen_before(type_id::<T>()) {
                // SAFETY: the caller promises it of a `T`, and it is of the same type.
                Some(how) => unsafe { (how.value)(at, out) },
                None => out.push("{\"is\":\"unknown\",\"why\":\"future\"}"),
            }
        }
        How {
            value: value::<T>,
            ..How::found::<T>()
        }
    }

    /// Writes a value down, of a type that it is for.
    pub(crate) fn value<T: ?Sized>(self, value: &T, out: &mut Out) {
        // SAFETY: here is a reference to it.
        unsafe { (self.value)((&raw const value).cast(), out) };
    }

    /// Writes the value at an address down.
    ///
    /// # Safety
    /// A value of the type that it is for, which has a size, must be there and may be read.
    pub(crate) unsafe fn value_at(self, at: *const (), out: &mut Out) {
        // SAFETY: the address of a value with a size is a reference to it.
        unsafe { (self.value)((&raw const at).cast(), out) };
    }

    /// How many elements or bytes a pointer to a value counts, of a type that it is for.
    pub(crate) fn length<T: ?Sized>(self, value: &T, out: &Out) -> Option<usize> {
        // SAFETY: here is a reference to it.
        unsafe { (self.length)((&raw const value).cast(), out) }
    }
}

/// What tells two types apart, but for their lifetimes. How a type is written down does not depend
/// on these.
pub(crate) fn type_id<T: ?Sized>() -> TypeId {
    trait OfType {
        fn id(&self) -> TypeId
        where
            Self: 'static;
    }
    impl<T: ?Sized> OfType for PhantomData<T> {
        fn id(&self) -> TypeId
        where
            Self: 'static,
        {
            TypeId::of::<T>()
        }
    }
    let marker = PhantomData::<T>;
    let marker: &dyn OfType = &marker;
    // SAFETY: only the lifetime of what the marker speaks of changes, and there is nothing of it.
    let marker = unsafe { transmute::<&dyn OfType, &(dyn OfType + 'static)>(marker) };
    marker.id()
}

/// `Vec` of `alloc::vec::Vec<alloc::string::String>`.
pub(crate) fn short_name<T: ?Sized>() -> &'static str {
    let path = type_name::<T>().split('<').next().unwrap_or_default();
    path.rsplit("::").next().unwrap_or_default()
}
