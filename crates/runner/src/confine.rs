//! Holds a command to its own files and processes, on Linux.
//!
//! Two parts of the kernel do it, and both hold for all that the command starts: Landlock decides
//! by path which files may be opened, and keeps signals within; a seccomp filter (`filter`)
//! refuses system calls by their number and arguments, whatever they are about.
#![cfg(target_os = "linux")]

use crate::Confinement;
#[cfg(any(
    target_arch = "x86_64",
    target_arch = "aarch64",
    target_arch = "riscv64"
))]
use crate::filter::Filter;
use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr,
    RulesetCreated, RulesetCreatedAttr, RulesetError, Scope, path_beneath_rules,
};
use nix::errno::Errno;
use nix::libc;
use std::fs::File;
use std::io;
use std::net::UdpSocket;
use std::path::{Path, PathBuf};

/// The newest rules that this code was tried with; an older kernel keeps those that it knows.
const RULES: ABI = ABI::V7;

/// The system's own programs and what they need to start: read and executed.
const PROGRAMS: &[&str] = &["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"];

/// What the system's own programs look up: read.
const FACTS: &[&str] = &[
    // Only read: what is mapped from it to be written is memory that counts for no limit.
    "/dev/zero",
    "/etc/alternatives",
    "/etc/crypto-policies",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/localtime",
    "/etc/pki/tls/openssl.cnf",
    "/etc/ssl/openssl.cnf",
    "/proc",
    "/sys",
];

/// Devices that keep nothing: read and written.
const DEVICES: &[&str] = &["/dev/full", "/dev/null", "/dev/random", "/dev/urandom"];

/// What one command is to be held to, made ready before it starts.
pub(crate) struct Confine {
    /// Taken when it is applied.
    rules: Option<RulesetCreated>,
    filter: Filter,
}

impl Confine {
    /// For a command that may read and execute what is at or below the `readable` paths and do as
    /// it likes below the `own` ones. A path that is not there gives it nothing.
    ///
    /// # Errors
    /// If the kernel has Landlock and does not take a rule.
    pub(crate) fn new<'a>(
        readable: impl IntoIterator<Item = &'a Path>,
        own: impl IntoIterator<Item = &'a Path>,
    ) -> io::Result<Confine> {
        Ok(Confine {
            rules: Some(rules(readable, own).map_err(io::Error::other)?),
            filter: Filter::new()?,
        })
    }

    /// Holds this process to it, for good, with all that it starts.
    ///
    /// A tool, such as a compiler, has the processor as all others have it; a program after them.
    ///
    /// It is called between fork and exec: it makes bare system calls (`close_range`, `nice`,
    /// `umask`, `prctl`, `landlock_restrict_self`, `close`, `capset`, `seccomp`) and allocates
    /// nothing.
    ///
    /// # Errors
    /// If the kernel refuses.
    pub(crate) fn hold(&mut self, is_tool: bool) -> io::Result<()> {
        close_others_at_exec();
        if !is_tool {
            yield_to_others();
        }
        // The filter lets a file be made executable for its owner alone (see there), which is what
        // a linker does under this mask.
        nix::sys::stat::umask(nix::sys::stat::Mode::from_bits_truncate(0o077));
        self.hold_thread()
    }

    /// What of it is about the calling thread, and leaves its process alone.
    fn hold_thread(&mut self) -> io::Result<()> {
        // It also forbids to gain rights by `exec`, whatever the kernel knows of Landlock.
        if let Some(rules) = self.rules.take() {
            rules.restrict_self().map_err(|_| Errno::last())?;
        }
        give_up_rights()?;
        self.filter.apply()
    }
}

/// Lets every other program have the processor first. Among a thousand processes of a fork bomb the
/// thread that counts them would have its turn after a second; so it has it at once.
fn yield_to_others() {
    // SAFETY: the call takes a number and touches no memory.
    #[expect(unsafe_code, reason = "neither std nor nix has this call")]
    unsafe {
        libc::nice(10);
    }
}

/// Gives up root's rights, the capabilities, if it has any. One of them reads other processes'
/// memory past Landlock.
fn give_up_rights() -> io::Result<()> {
    // `_LINUX_CAPABILITY_VERSION_3` and this process; three empty sets of 64 each.
    let (header, sets) = ([0x2008_0522_u32, 0], [0_u32; 6]);
    // SAFETY: the kernel reads the header and six numbers, as this version has them.
    #[expect(unsafe_code, reason = "neither std nor nix has this call")]
    let failed = unsafe { libc::syscall(libc::SYS_capset, header.as_ptr(), sets.as_ptr()) };
    Ok(Errno::result(failed).map(drop)?)
}

/// No filter: for other architectures nobody has written one.
#[cfg(not(any(
    target_arch = "x86_64",
    target_arch = "aarch64",
    target_arch = "riscv64"
)))]
struct Filter;

#[cfg(not(any(
    target_arch = "x86_64",
    target_arch = "aarch64",
    target_arch = "riscv64"
)))]
impl Filter {
    fn new() -> io::Result<Filter> {
        Ok(Filter)
    }

    fn apply(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Lets `exec` close what this process has open beside the three streams: std opens everything
/// so, but whoever started this process may not have. An older kernel does not know the call.
fn close_others_at_exec() {
    // SAFETY: the call takes three numbers and touches no memory.
    #[expect(unsafe_code, reason = "neither std nor nix has this call")]
    unsafe {
        libc::syscall(
            libc::SYS_close_range,
            3,
            libc::c_uint::MAX,
            libc::CLOSE_RANGE_CLOEXEC,
        );
    }
}

fn rules<'a>(
    readable: impl IntoIterator<Item = &'a Path>,
    own: impl IntoIterator<Item = &'a Path>,
) -> Result<RulesetCreated, RulesetError> {
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let all = AccessFs::from_all(RULES);
    let strange = AccessFs::MakeBlock | AccessFs::MakeChar | AccessFs::MakeSock;
    Ruleset::default()
        .handle_access(all)?
        .handle_access(AccessNet::from_all(RULES))?
        .scope(Scope::from_all(RULES))?
        .create()?
        .add_rules(path_beneath_rules(PROGRAMS, read | AccessFs::Execute))?
        .add_rules(path_beneath_rules(FACTS, read))?
        .add_rules(path_beneath_rules(settings_of_languages(), read))?
        .add_rules(path_beneath_rules(DEVICES, read | AccessFs::WriteFile))?
        .add_rules(path_beneath_rules(readable, read | AccessFs::Execute))?
        .add_rules(path_beneath_rules(own, all & !strange))
}

/// Linux distributions keep settings that Java and Python do not start without in folders such as
/// `/etc/java-17-openjdk`.
fn settings_of_languages() -> Vec<PathBuf> {
    let etc = std::fs::read_dir("/etc").into_iter().flatten().flatten();
    let is_of_language = |entry: &std::fs::DirEntry| {
        let name = entry.file_name();
        let names = ["java", "python3"].map(str::as_bytes);
        names
            .iter()
            .any(|language| name.as_encoded_bytes().starts_with(language))
    };
    etc.filter(is_of_language)
        .map(|entry| entry.path())
        .collect()
}

/// What this kernel really holds a command to: a thread is held, and tries to get out.
pub(crate) fn found() -> Confinement {
    // Removed by this thread: the held one could not.
    let Ok(outside) = tempfile::NamedTempFile::new() else {
        return Confinement::default();
    };
    let path = outside.path().to_owned();
    let held = move || {
        Confine::new([], [])?.hold_thread()?;
        let is_refused = |error: io::Error| error.kind() == io::ErrorKind::PermissionDenied;
        let file = File::open(path).is_err_and(is_refused);
        let socket = UdpSocket::bind(("127.0.0.1", 0)).is_err_and(is_refused);
        io::Result::Ok((file, socket))
    };
    // Landlock and seccomp hold a thread, not its process. Where something fails, nothing is held.
    let (file, socket) = std::thread::spawn(held)
        .join()
        .map_or((false, false), |held| held.unwrap_or_default());
    Confinement {
        // Before the third version a file could be emptied without being opened.
        files: file && knows(|rules| rules.handle_access(AccessFs::from_all(ABI::V3))),
        network: socket,
        processes: socket && knows(|rules| rules.scope(Scope::Signal)),
    }
}

/// Whether the kernel takes such rules.
fn knows(ask: impl FnOnce(Ruleset) -> Result<Ruleset, RulesetError>) -> bool {
    let rules = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    ask(rules).and_then(Ruleset::create).is_ok()
}
