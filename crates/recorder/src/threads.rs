//! A second thread is where recording ends: whoever asks the system for one, however the program
//! names it, comes through here.

use crate::record::record;
use std::ffi::{CStr, c_char, c_int, c_void};

type Create = unsafe extern "C" fn(*mut c_void, *const c_void, *const c_void, *mut c_void) -> c_int;

unsafe extern "C" {
    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
}

/// The next definition of a name after ours, on Linux and macOS.
const NEXT: *mut c_void = std::ptr::without_provenance_mut(usize::MAX);
const NAME: &CStr = c"pthread_create";

/// Stops a program that is recorded; any other gets the system's thread.
///
/// # Safety
/// As the system's function of this name has it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pthread_create(
    thread: *mut c_void,
    attributes: *const c_void,
    start: *const c_void,
    argument: *mut c_void,
) -> c_int {
    record(|recorder| recorder.stop_for_good("threads"));
    // SAFETY: the name ends with a zero.
    let next = unsafe { dlsym(NEXT, NAME.as_ptr()) };
    // SAFETY: that is the system's function of this name, or none.
    match unsafe { std::mem::transmute::<*mut c_void, Option<Create>>(next) } {
        // SAFETY: the caller's promises are passed on.
        Some(create) => unsafe { create(thread, attributes, start, argument) },
        None => 1,
    }
}
