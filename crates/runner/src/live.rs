//! The commands that run now, so that none of them outlives this program.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What runs, and whether anything more may start.
struct Live {
    is_ending: bool,
    /// By the number of the first process, which is also its group's.
    commands: BTreeSet<u32>,
}

static LIVE: Mutex<Live> = Mutex::new(Live {
    is_ending: false,
    commands: BTreeSet::new(),
});

fn live() -> MutexGuard<'static, Live> {
    LIVE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Stops all commands that run now, and lets none start again: for a program that ends.
///
/// Every [`Command::run`](crate::Command::run) then returns the error `the program is ending`. On
/// Unix what runs has been killed when this returns; on Windows the thread that waits for it stops
/// it within a moment.
pub fn stop_all() {
    let mut live = live();
    live.is_ending = true;
    for command in &live.commands {
        // What has just ended by itself is not there any more, which is as well.
        _ = kill(*command);
    }
}

/// Kills all processes of a group. Whether there were any, dead ones included that nobody has asked
/// for yet.
#[cfg(unix)]
pub(crate) fn kill(group: u32) -> bool {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;

    killpg(Pid::from_raw(group.cast_signed()), Signal::SIGKILL).is_ok()
}

#[cfg(windows)]
fn kill(_command: u32) -> bool {
    false
}

/// The error of a command that [`stop_all`] has stopped, or did not let start.
///
/// # Errors
/// If the program is ending.
pub(crate) fn ensure_going_on() -> io::Result<()> {
    going_on(&live())
}

fn going_on(live: &Live) -> io::Result<()> {
    if live.is_ending {
        return Err(io::Error::other("the program is ending"));
    }
    Ok(())
}

/// A command that [`stop_all`] stops, until this is dropped.
pub(crate) struct Registered(u32);

/// Starts a command, unless the program is ending, and registers it by its number. `stop_all`
/// waits meanwhile, so that it misses none.
pub(crate) fn started<C>(
    start: impl FnOnce() -> io::Result<C>,
    number: impl FnOnce(&C) -> u32,
) -> io::Result<(C, Registered)> {
    let mut live = live();
    going_on(&live)?;
    let child = start()?;
    let number = number(&child);
    live.commands.insert(number);
    Ok((child, Registered(number)))
}

impl Drop for Registered {
    fn drop(&mut self) {
        live().commands.remove(&self.0);
    }
}
