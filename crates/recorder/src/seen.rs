//! Types: whether and how the values of one are looked into is decided where the compiler knows it.
//!
//! In `(&&&&&&Seen::of(&place)).how()` that one of the answers below is given whose method fits with
//! the fewest references taken away: what the compiler does not know leads to the next.

use crate::look::{Found, How, Look, Typed, Within};
use std::marker::PhantomData;

/// The type of a place.
pub struct Seen<T: ?Sized>(PhantomData<*const T>);

impl<T: ?Sized> Seen<T> {
    /// That of this place.
    pub fn of(_: &T) -> Seen<T> {
        Seen(PhantomData)
    }

    /// A type that is named.
    pub fn named() -> Seen<T> {
        Seen(PhantomData)
    }
}

/// Answers for a type.
pub trait Ask {
    /// How its values are looked into.
    fn how(&self) -> How;
}

/// The compiler knows it all through.
impl<T: Look<Typed> + ?Sized> Ask for &&&&&Seen<T> {
    fn how(&self) -> How {
        How::of::<Typed, T>()
    }
}

/// Somewhere in it there is something that the compiler does not know: the deeper, the better.
impl<T: Look<Within<Within<Found>>> + ?Sized> Ask for &&&&Seen<T> {
    fn how(&self) -> How {
        How::of::<Within<Within<Found>>, T>()
    }
}

impl<T: Look<Within<Found>> + ?Sized> Ask for &&&Seen<T> {
    fn how(&self) -> How {
        How::of::<Within<Found>, T>()
    }
}

impl<T: Look<Found> + ?Sized> Ask for &&Seen<T> {
    fn how(&self) -> How {
        How::of::<Found, T>()
    }
}

impl<T: Future + ?Sized> Ask for &Seen<T> {
    fn how(&self) -> How {
        How::future::<T>()
    }
}

impl<T: ?Sized> Ask for Seen<T> {
    fn how(&self) -> How {
        How::found::<T>()
    }
}
