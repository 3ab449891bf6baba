//! Runs a command under limits and keeps answers: the only place that starts a process.
//!
//! ```no_run
//! # use runner::{Command, End, Limits};
//! # use std::time::Duration;
//! let limits = Limits { time: Duration::from_secs(5), ..Limits::program() };
//! let ran = Command::new("./program").limits(limits).run()?;
//! match ran.end {
//!     End::Exited(status) => println!("{status}: {}", ran.stdout()),
//!     End::Stopped(limit) => println!("it {limit} and was stopped"),
//! }
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! What runs has an environment of its own, which holds little more than `PATH`, and an empty
//! working folder that is removed afterwards. When it ends or is stopped, so does everything that
//! it started, unless it leaves its process group.
//!
//! A command that runs what somebody else wrote is [`confined`](Command::confined) as well: to its
//! own files and processes, without a network, as far as [`confinement`] says that the system can.
//!
//! [`Store`] keeps answers by what was asked, so that nobody asks a compiler twice.

mod command;
mod confine;
mod confinement;
mod filter;
mod fingerprint;
mod folder;
mod limits;
mod live;
mod store;

pub use command::{Command, End, Outcome, Stop, Stream};
pub use confinement::Confinement;
pub use fingerprint::fingerprint;
pub use limits::{Limit, Limits};
pub use live::stop_all;
pub use store::Store;

/// What this system can hold a [`confined`](Command::confined) command to: tried out at the first
/// call, which takes some milliseconds, and remembered. Only Linux holds it to anything.
pub fn confinement() -> Confinement {
    #[cfg(target_os = "linux")]
    {
        static FOUND: std::sync::OnceLock<Confinement> = std::sync::OnceLock::new();
        *FOUND.get_or_init(confine::found)
    }
    #[cfg(not(target_os = "linux"))]
    Confinement::default()
}
