//! Errors of std, by their text: it is made from what they hold, by std.

use crate::look::out::Out;
use crate::look::{Look, short_name};
use std::error::Error;
use std::io;
use std::mem::transmute;

/// Writes an error behind `dyn Error` down, if it is of one type.
pub(crate) type ErrorOfType = fn(&(dyn Error + 'static), &mut Out) -> bool;

fn of_type<E: Error + Look<()> + 'static>(error: &(dyn Error + 'static), out: &mut Out) -> bool {
    let error = error.downcast_ref::<E>();
    if let Some(error) = error {
        error.value(out);
    }
    error.is_some()
}

macro_rules! errors {
    ($($error:ty),* $(,)?) => {
        $(impl<By> Look<By> for $error {
            fn value(&self, out: &mut Out) {
                out.scalar_text(&format!("{}: {self}", short_name::<$error>()));
            }
        })*

        const OF_STD: &[ErrorOfType] = &[of_type::<io::Error>, $(of_type::<$error>),*];
    };
}
errors!(
    std::alloc::LayoutError,
    std::array::TryFromSliceError,
    std::cell::BorrowError,
    std::cell::BorrowMutError,
    std::char::CharTryFromError,
    std::char::ParseCharError,
    std::collections::TryReserveError,
    std::env::VarError,
    std::ffi::NulError,
    std::fmt::Error,
    std::net::AddrParseError,
    std::num::ParseFloatError,
    std::num::ParseIntError,
    std::num::TryFromIntError,
    std::path::StripPrefixError,
    std::str::ParseBoolError,
    std::str::Utf8Error,
    std::string::FromUtf8Error,
    std::string::FromUtf16Error,
    std::sync::mpsc::RecvError,
    std::sync::mpsc::TryRecvError,
    std::time::SystemTimeError,
);

impl<By> Look<By> for io::Error {
    fn value(&self, out: &mut Out) {
        match self.get_ref() {
            // Its text would be made by the error of the program that is inside.
            Some(_) => out.scalar_text(&format!("Error: {:?}", self.kind())),
            None => out.scalar_text(&format!("Error: {self}")),
        }
    }
}

macro_rules! objects {
    ($($object:ty),*) => {$(
        impl<'a, By> Look<By> for $object {
            fn value(&self, out: &mut Out) {
                let error: &(dyn Error + 'a) = self;
                // SAFETY: it is asked for types without lifetimes alone.
                let error = unsafe { transmute::<&(dyn Error + 'a), &(dyn Error + 'static)>(error) };
                let is_known = OF_STD.iter().any(|write| write(error, out));
                if !is_known && !out.error(error) {
                    out.opaque();
                }
            }
        }
    )*};
}
objects!(
    dyn Error + 'a,
    dyn Error + Send + 'a,
    dyn Error + Send + Sync + 'a
);

impl Out {
    /// Notes an error of the program, so that it is known behind `dyn Error`.
    pub fn sees_error<E: Error + Look<crate::Typed> + 'static>(&mut self) {
        self.errors.push(|error, out| {
            let error = error.downcast_ref::<E>();
            if let Some(error) = error {
                error.value(out);
            }
            error.is_some()
        });
    }

    fn error(&mut self, error: &(dyn Error + 'static)) -> bool {
        let of_program = self.errors.clone();
        of_program.iter().any(|write| write(error, self))
    }
}
