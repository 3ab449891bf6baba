//! One command: what it is given, and what came of it.

#[cfg(target_os = "linux")]
use crate::confine::Confine;
#[cfg(unix)]
use crate::live::kill;
use crate::live::{ensure_going_on, started};
use crate::{Limit, Limits, folder};
use process_wrap::std::{ChildWrapper, CommandWrap};
use std::borrow::Cow;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How often it is looked whether a command has ended.
const GLANCE: Duration = Duration::from_millis(1);
/// How often its output and its processes are counted, and told what it has printed.
const COUNT: Duration = Duration::from_millis(20);
/// How often the files in its folders are counted.
const MEASURE: Duration = Duration::from_millis(100);

/// The variables that a command finds although its environment is cleared: without them the
/// system's own tools do not start.
const KEPT: &[&str] = if cfg!(windows) {
    &[
        "PATH",
        "PATHEXT",
        "SystemRoot",
        "SystemDrive",
        "windir",
        "ProgramData",
        "ProgramFiles",
        "ProgramFiles(x86)",
        "LIB",
        "INCLUDE",
    ]
} else {
    &["PATH"]
};

/// A command to be run: a program, what it is given, and what it may take.
#[derive(Debug, Clone)]
pub struct Command {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
    whole_environment: bool,
    folder: Option<PathBuf>,
    input: Vec<u8>,
    limits: Limits,
    /// What it may read; nothing if it is not confined.
    readable: Option<Vec<PathBuf>>,
    /// The file that it may write nevertheless.
    report: Option<PathBuf>,
    stop: Stop,
}

impl Command {
    /// The program of that name on `PATH`, or at that path, with [`Limits::program`].
    pub fn new(program: impl AsRef<OsStr>) -> Command {
        Command {
            program: program.as_ref().to_owned(),
            arguments: Vec::new(),
            variables: Vec::new(),
            whole_environment: false,
            folder: None,
            input: Vec::new(),
            limits: Limits::program(),
            readable: None,
            report: None,
            stop: Stop::default(),
        }
    }

    /// One more argument.
    #[must_use]
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Command {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    /// More arguments.
    #[must_use]
    pub fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Command {
        arguments.into_iter().fold(self, Command::arg)
    }

    /// One more variable of its environment.
    #[must_use]
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Command {
        let variable = (name.as_ref().to_owned(), value.as_ref().to_owned());
        self.variables.push(variable);
        self
    }

    /// With the environment of this process, for a tool that needs its user's settings.
    #[must_use]
    pub fn whole_environment(mut self) -> Command {
        self.whole_environment = true;
        self
    }

    /// In this folder, not in an empty one of its own.
    #[must_use]
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Command {
        self.folder = Some(folder.into());
        self
    }

    /// With this to be read from its standard input, which is empty otherwise.
    #[must_use]
    pub fn input(mut self, input: impl Into<Vec<u8>>) -> Command {
        self.input = input.into();
        self
    }

    /// Under these limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Command {
        self.limits = limits;
        self
    }

    /// Confined to its own files and processes, as far as [`confinement`](crate::confinement) says
    /// that this system can hold it to that; to the rest it is not held. This is for a program that
    /// somebody else wrote. It and all that it starts may
    ///
    /// - read and execute the system's programs, `readable` and what is below it, and the program
    ///   that it is, if that is given as a path;
    /// - read facts about the system, which say what other programs run, and whether a file is
    ///   there whose path it knows;
    /// - do what it likes in its temporary folder, which `TMPDIR` names, and in its working folder,
    ///   where a file is its owner's alone and its mode cannot be changed but to 0700;
    /// - talk to what it has started itself.
    ///
    /// It has the processor after other programs. Everything else is refused by the system: other files, any network, signals to other
    /// processes, and whatever would outlive it. What is refused fails as if a right were lacking
    /// (`EPERM`, `EACCES`), and the command may go on.
    #[must_use]
    pub fn confined(mut self, readable: impl IntoIterator<Item = impl AsRef<Path>>) -> Command {
        let readable = readable.into_iter().map(|path| path.as_ref().to_owned());
        self.readable = Some(readable.collect());
        self
    }

    /// With a file outside of its folders that it may write, though it is confined.
    #[must_use]
    pub fn report(mut self, file: impl Into<PathBuf>) -> Command {
        self.report = Some(file.into());
        self
    }

    /// To be stopped by another thread, through a clone of `stop`.
    #[must_use]
    pub fn stopped_by(mut self, stop: &Stop) -> Command {
        self.stop = stop.clone();
        self
    }

    /// Runs it to its end, or stops it and all that it started where it takes too much. What
    /// leaves its process group (`setsid`) is out of reach and goes on, unless it is confined.
    ///
    /// Where this program is killed, Linux kills the command with it, but not what the command has
    /// started; elsewhere both go on. A program that ends by itself calls
    /// [`stop_all`](crate::stop_all).
    ///
    /// # Errors
    /// If it does not start (the message names it), if a temporary file cannot be made, if the
    /// program is ending, or if its [`Stop`] says so ([`io::ErrorKind::Interrupted`]).
    pub fn run(&self) -> io::Result<Outcome> {
        self.run_telling(&mut |_, _| {})
    }

    /// Runs it as [`run`](Command::run) does, and tells what it prints while it runs: some fifty
    /// times a second `tell` is given what has been added to a stream, wherever a line or a
    /// character ends, and the rest before this returns; in all no more than is in the
    /// [`Outcome`]. Nobody watches the limits while `tell` works: it should not wait.
    ///
    /// # Errors
    /// Those of [`run`](Command::run).
    pub fn run_telling(&self, tell: &mut dyn FnMut(Stream, &[u8])) -> io::Result<Outcome> {
        self.ensure_wanted()?;
        let own = tempfile::tempdir()?;
        let (mut stdout, out) = Printed::new(Stream::Output)?;
        let (mut stderr, err) = Printed::new(Stream::Errors)?;
        let mut command = self.command(own.path());
        command.stdin(self.stdin()?).stdout(out).stderr(err);
        let mut command = self.wrapped(command, own.path())?;
        let (began, used) = (Instant::now(), processor_time());
        let spawn = || {
            command.spawn().map_err(|error| {
                let program = Path::new(&self.program).display();
                io::Error::new(error.kind(), format!("{program} does not start: {error}"))
            })
        };
        let (mut child, _registered) = started(spawn, |child| child.id())?;
        let streams = [&mut stdout, &mut stderr];
        let watched = self.watch(child.as_mut(), began, own.path(), streams, tell);
        // Whatever it left behind ends with it.
        let killed = child.start_kill();
        let end = match watched {
            // It is not waited for again: on Windows that would have no end.
            Ok(End::Exited(status)) => {
                let used = processor_time().saturating_sub(used);
                wait_for_group(child.id());
                self.end(status, used, own.path(), [&stdout, &stderr])?
            }
            stopped => {
                child.wait()?;
                wait_for_group(child.id());
                let stopped = stopped?;
                killed?;
                stopped
            }
        };
        if self.limits.folder.is_some() {
            for folder in self.folders(own.path()) {
                folder::make_shallow(folder);
            }
        }
        ensure_going_on()?;
        for stream in [&mut stdout, &mut stderr] {
            stream.tell(self.limits.output, tell)?;
        }
        Ok(Outcome {
            end,
            stdout: read(&mut stdout.file, self.limits.output)?,
            stderr: read(&mut stderr.file, self.limits.output)?,
        })
    }

    /// # Errors
    /// If its [`Stop`] says so.
    fn ensure_wanted(&self) -> io::Result<()> {
        if self.stop.is_stopped() {
            let error = "nobody waits for it any longer";
            return Err(io::Error::new(io::ErrorKind::Interrupted, error));
        }
        Ok(())
    }

    fn command(&self, own: &Path) -> std::process::Command {
        let mut command = std::process::Command::new(&self.program);
        command.args(&self.arguments);
        if !self.whole_environment {
            command.env_clear();
            let kept = KEPT
                .iter()
                .filter_map(|name| Some((name, env::var_os(name)?)));
            command.envs(kept);
        }
        if !self.whole_environment || self.readable.is_some() {
            // What it writes to the temporary folder is removed with its own.
            let own = ["TMPDIR", "TEMP", "TMP"].map(|name| (name, own));
            command.envs(own);
        }
        let variables = self.variables.iter().map(|(name, value)| (name, value));
        command.envs(variables);
        command.current_dir(self.folder.as_deref().unwrap_or(own));
        command
    }

    fn stdin(&self) -> io::Result<Stdio> {
        if self.input.is_empty() {
            return Ok(Stdio::null());
        }
        let mut file = tempfile::tempfile()?;
        file.write_all(&self.input)?;
        file.rewind()?;
        Ok(file.into())
    }

    /// Waits until it has ended by itself, or has reached a limit that is watched here.
    fn watch(
        &self,
        child: &mut dyn ChildWrapper,
        began: Instant,
        own: &Path,
        mut streams: [&mut Printed; 2],
        tell: &mut dyn FnMut(Stream, &[u8]),
    ) -> io::Result<End> {
        let (mut counted, mut measured) = (began, began);
        let most = self.limits.processes.unwrap_or(usize::MAX);
        let newest_process = || (most < usize::MAX).then(newest_process).unwrap_or(0);
        let mut newest = newest_process();
        loop {
            ensure_going_on()?;
            self.ensure_wanted()?;
            if let Some(status) = child.try_wait()? {
                return Ok(End::Exited(status));
            }
            if began.elapsed() > self.limits.time {
                return Ok(End::Stopped(Limit::Time));
            }
            // A command that starts processes ever faster is counted as soon as it can have too many.
            let new = newest_process().saturating_sub(newest);
            if counted.elapsed() > COUNT || new >= most {
                (counted, newest) = (Instant::now(), newest_process());
                for stream in &mut streams {
                    stream.tell(self.limits.output, tell)?;
                }
                if self.has_printed_too_much(streams.each_ref().map(|stream| &**stream))? {
                    return Ok(End::Stopped(Limit::Output));
                }
                if most < usize::MAX && has_more_processes(child.id(), most) {
                    return Ok(End::Stopped(Limit::Processes));
                }
            }
            if measured.elapsed() > MEASURE {
                if self.has_written_too_much(own) {
                    return Ok(End::Stopped(Limit::Folder));
                }
                let most = self.limits.resident;
                if most.is_some_and(|most| resident(child.id()) > most) {
                    return Ok(End::Stopped(Limit::Memory));
                }
                measured = Instant::now();
            }
            thread::sleep(GLANCE);
        }
    }

    fn has_printed_too_much(&self, streams: [&Printed; 2]) -> io::Result<bool> {
        for stream in streams {
            if stream.file.metadata()?.len() > self.limits.output {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn has_written_too_much(&self, own: &Path) -> bool {
        let most = self.limits.folder;
        most.is_some_and(|most| folder::holds_more(self.folders(own), most))
    }

    /// The folders that it writes to.
    fn folders<'a>(&'a self, own: &'a Path) -> impl Iterator<Item = &'a Path> {
        self.folder.as_deref().into_iter().chain([own])
    }

    /// What ended it that we did not end: itself, or a limit of the system.
    fn end(
        &self,
        status: ExitStatus,
        used: Duration,
        own: &Path,
        streams: [&Printed; 2],
    ) -> io::Result<End> {
        if self.has_printed_too_much(streams)? {
            return Ok(End::Stopped(Limit::Output));
        }
        let most = self.limits.processor.map(Duration::from_secs);
        let has_used_too_much = most.is_some_and(|most| used >= most);
        Ok(match limit_of_the_system(status, has_used_too_much) {
            Some(limit) => End::Stopped(limit),
            None if self.has_written_too_much(own) => End::Stopped(Limit::Folder),
            None => End::Exited(status),
        })
    }

    #[cfg(unix)]
    fn wrapped(&self, mut command: std::process::Command, own: &Path) -> io::Result<CommandWrap> {
        use nix::sys::resource::{Resource, getrlimit, setrlimit};
        use std::os::unix::process::CommandExt;

        // This program may be under a lower limit itself, which nobody can raise.
        let limit = |resource, soft: u64, hard: u64| {
            let (_, most) = getrlimit(resource)?;
            setrlimit(resource, soft.min(most), hard.min(most))
        };
        #[cfg(target_os = "linux")]
        let parent = nix::unistd::Pid::this();
        #[cfg(target_os = "linux")]
        let mut confine = self.confine(own)?;
        #[cfg(not(target_os = "linux"))]
        let _ = own;
        let limits = self.limits;
        let set = move || {
            // The thread that starts it is the one that waits for it: it does not end before.
            #[cfg(target_os = "linux")]
            {
                nix::sys::prctl::set_pdeathsig(nix::sys::signal::Signal::SIGKILL)?;
                if nix::unistd::getppid() != parent {
                    return Err(nix::errno::Errno::ESRCH.into());
                }
            }
            limit(Resource::RLIMIT_CORE, 0, 0)?;
            limit(Resource::RLIMIT_FSIZE, limits.file, limits.file)?;
            if let Some(seconds) = limits.processor {
                // The first signal can be caught, the second cannot.
                limit(Resource::RLIMIT_CPU, seconds, seconds + 1)?;
            }
            if let Some(bytes) = limits.memory {
                limit(Resource::RLIMIT_DATA, bytes, bytes)?;
            }
            #[cfg(target_os = "linux")]
            if let Some(confine) = &mut confine {
                confine.hold(limits.processor.is_none())?;
            }
            Ok(())
        };
        // SAFETY: between fork and exec only `prctl`, `getppid`, `getrlimit` and `setrlimit` are
        // called, which are bare system calls, and those that `hold` names.
        #[expect(
            unsafe_code,
            reason = "std has no other way to set the limits of a child"
        )]
        unsafe {
            command.pre_exec(set);
        }
        let mut wrapped = CommandWrap::from(command);
        wrapped.wrap(process_wrap::std::ProcessGroup::leader());
        Ok(wrapped)
    }

    #[cfg(windows)]
    fn wrapped(&self, command: std::process::Command, _own: &Path) -> io::Result<CommandWrap> {
        let mut wrapped = CommandWrap::from(command);
        wrapped.wrap(process_wrap::std::JobObject);
        Ok(wrapped)
    }

    /// What it is held to, if it is confined.
    #[cfg(target_os = "linux")]
    fn confine(&self, own: &Path) -> io::Result<Option<Confine>> {
        let Some(readable) = &self.readable else {
            return Ok(None);
        };
        let program = Path::new(&self.program);
        // A name without a folder is looked for on `PATH`.
        let program = (program.components().count() > 1).then_some(program);
        let readable = readable.iter().map(PathBuf::as_path).chain(program);
        let own = self.folders(own).chain(self.report.as_deref());
        Confine::new(readable, own).map(Some)
    }
}

/// Stops commands from another thread: clones of it stop what any of them was given to
/// ([`Command::stopped_by`]).
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Stops the commands that run, within some milliseconds, and lets none start any more: their
    /// [`Command::run`] returns an error of the kind [`io::ErrorKind::Interrupted`].
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether they are stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Which of the two streams a command prints to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Its standard output.
    Output,
    /// Its standard errors.
    Errors,
}

/// What a command has printed to one stream.
struct Printed {
    stream: Stream,
    /// Read as far as it has been told.
    file: File,
    told: u64,
}

impl Printed {
    /// Nothing yet, and what the command prints to. It has the same file, but not the same place
    /// in it, so that reading does not disturb it.
    fn new(stream: Stream) -> io::Result<(Printed, Stdio)> {
        let file = tempfile::NamedTempFile::new()?;
        let out = Stdio::from(file.reopen()?);
        let file = file.into_file();
        let printed = Printed {
            stream,
            file,
            told: 0,
        };
        Ok((printed, out))
    }

    /// Tells what has been added, up to `most` bytes in all.
    fn tell(&mut self, most: u64, tell: &mut dyn FnMut(Stream, &[u8])) -> io::Result<()> {
        let mut added = [0; 64 << 10];
        loop {
            let rest = usize::try_from(most - self.told).unwrap_or(usize::MAX);
            let room = added.len().min(rest);
            let length = self.file.read(&mut added[..room])?;
            if length == 0 {
                return Ok(());
            }
            self.told += length as u64;
            tell(self.stream, &added[..length]);
        }
    }
}

/// What came of a command.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// How it ended.
    pub end: End,
    /// What it wrote to its output, as far as it was allowed to.
    pub stdout: Vec<u8>,
    /// What it wrote to its errors, as far as it was allowed to.
    pub stderr: Vec<u8>,
}

impl Outcome {
    /// Whether it ended by itself, with exit status 0.
    pub fn succeeded(&self) -> bool {
        matches!(self.end, End::Exited(status) if status.success())
    }

    /// Its output as text.
    pub fn stdout(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.stdout)
    }

    /// Its errors as text.
    pub fn stderr(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.stderr)
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// By itself, or by a signal that nobody here sent.
    Exited(ExitStatus),
    /// It was stopped at a limit.
    Stopped(Limit),
}

impl std::fmt::Display for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            End::Exited(status) => write!(f, "ended with {status}"),
            End::Stopped(limit) => write!(f, "{limit} and was stopped"),
        }
    }
}

fn read(stream: &mut File, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.rewind()?;
    stream.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// How much processor time the commands that have ended have used. Those that run at the same time
/// as another count for it too, so what it says of one is the most that this one can have used.
#[cfg(unix)]
fn processor_time() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else {
        return Duration::ZERO;
    };
    let used = usage.user_time() + usage.system_time();
    Duration::from_micros(used.num_microseconds().cast_unsigned())
}

#[cfg(windows)]
fn processor_time() -> Duration {
    Duration::ZERO
}

/// The limit of the system that has ended a command by its signal. Nobody here has sent one: a
/// command that has used too much processor time and was killed was killed for that.
#[cfg(unix)]
fn limit_of_the_system(status: ExitStatus, has_used_too_much: bool) -> Option<Limit> {
    use nix::sys::signal::Signal;
    use std::os::unix::process::ExitStatusExt;

    match Signal::try_from(status.signal()?).ok()? {
        Signal::SIGXCPU => Some(Limit::Processor),
        Signal::SIGKILL if has_used_too_much => Some(Limit::Processor),
        Signal::SIGXFSZ => Some(Limit::File),
        _ => None,
    }
}

#[cfg(windows)]
fn limit_of_the_system(_status: ExitStatus, _has_used_too_much: bool) -> Option<Limit> {
    None
}

/// Waits until nothing of a killed group is left, so that nothing writes to a folder that is
/// removed: at most some seconds, for what the kernel does not let go.
#[cfg(unix)]
fn wait_for_group(group: u32) {
    let began = Instant::now();
    while kill(group) && is_alive(group) && began.elapsed() < Duration::from_secs(5) {
        thread::sleep(GLANCE);
    }
}

/// A job's processes have ended when it is closed.
#[cfg(windows)]
fn wait_for_group(_group: u32) {}

/// The processes that belong to the group of that number, each with its state, as `ps` names it, and
/// how many pages of memory it holds.
#[cfg(target_os = "linux")]
fn of_group(group: u32) -> impl Iterator<Item = (String, u64)> {
    let group = group.to_string();
    let facts = move |process: std::fs::DirEntry| {
        let stat = std::fs::read_to_string(process.path().join("stat")).ok()?;
        // `4711 (its name) S 4710 4711 …`: state, parent, group, and 18 more before the pages.
        let (_, after_name) = stat.rsplit_once(')')?;
        let mut facts = after_name.split_whitespace();
        let state = facts.next()?.to_owned();
        let is_in_group = facts.nth(1)? == group;
        let pages = facts.nth(18)?.parse().ok()?;
        is_in_group.then_some((state, pages))
    };
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.filter_map(facts)
}

/// How many bytes of memory a group's processes hold.
#[cfg(target_os = "linux")]
fn resident(group: u32) -> u64 {
    let page = nix::unistd::sysconf(nix::unistd::SysconfVar::PAGE_SIZE);
    let page = page.ok().flatten().unwrap_or(4096).cast_unsigned();
    of_group(group).map(|(_, pages)| pages * page).sum()
}

/// Whether a group has more processes than `most`. It stops counting there: a fork bomb starts
/// them faster than they can be looked at.
#[cfg(target_os = "linux")]
fn has_more_processes(group: u32, most: usize) -> bool {
    of_group(group).nth(most).is_some()
}

/// Whether one of a group's processes still runs: what has ended stays until somebody asks how.
#[cfg(target_os = "linux")]
fn is_alive(group: u32) -> bool {
    of_group(group).any(|(state, _)| !matches!(&*state, "Z" | "X"))
}

/// The number of the process or thread that the system has started last. Numbers go up until they
/// begin again.
#[cfg(target_os = "linux")]
fn newest_process() -> usize {
    // `0.20 0.18 0.12 1/80 11206`
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let newest = load.split_whitespace().last();
    newest.and_then(|newest| newest.parse().ok()).unwrap_or(0)
}

#[cfg(not(target_os = "linux"))]
fn newest_process() -> usize {
    0
}

/// Nothing else tells which processes there are without a library for it.
#[cfg(not(target_os = "linux"))]
fn has_more_processes(_group: u32, _most: usize) -> bool {
    false
}

/// Neither how much memory they hold.
#[cfg(not(target_os = "linux"))]
fn resident(_group: u32) -> u64 {
    0
}

/// They are found by killing them.
#[cfg(all(unix, not(target_os = "linux")))]
fn is_alive(_group: u32) -> bool {
    true
}
