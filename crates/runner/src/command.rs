//! One command: what it is given, and what came of it.

use crate::live::{ensure_going_on, started};
use crate::{Limit, Limits};
use process_wrap::std::{ChildWrapper, CommandWrap};
use std::borrow::Cow;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often it is looked whether a command has ended.
const GLANCE: Duration = Duration::from_millis(1);
/// How often its output and its processes are counted.
const COUNT: Duration = Duration::from_millis(20);

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

    /// Runs it to its end, or stops it and all that it started where it takes too much. What
    /// leaves its process group (`setsid`) is out of reach and goes on.
    ///
    /// Where this program is killed, Linux kills the command with it, but not what the command has
    /// started; elsewhere both go on. A program that ends by itself calls
    /// [`stop_all`](crate::stop_all).
    ///
    /// # Errors
    /// If it does not start (the message names it), if a temporary file cannot be made, or if the
    /// program is ending.
    pub fn run(&self) -> io::Result<Outcome> {
        let own = tempfile::tempdir()?;
        let (mut stdout, mut stderr) = (tempfile::tempfile()?, tempfile::tempfile()?);
        let mut command = self.command(own.path());
        let streams = [stdout.try_clone()?, stderr.try_clone()?];
        let [out, err] = streams.map(Stdio::from);
        command.stdin(self.stdin()?).stdout(out).stderr(err);
        let (began, used) = (Instant::now(), processor_time());
        let spawn = || {
            wrapped(command, self.limits).spawn().map_err(|error| {
                let program = Path::new(&self.program).display();
                io::Error::new(error.kind(), format!("{program} does not start: {error}"))
            })
        };
        let (mut child, _registered) = started(spawn, |child| child.id())?;
        let watched = self.watch(child.as_mut(), began, [&stdout, &stderr]);
        // Whatever it left behind ends with it.
        let killed = child.start_kill();
        let end = match watched {
            // It is not waited for again: on Windows that would have no end.
            Ok(End::Exited(status)) => {
                let used = processor_time().saturating_sub(used);
                self.end(status, used, [&stdout, &stderr])?
            }
            stopped => {
                child.wait()?;
                let stopped = stopped?;
                killed?;
                stopped
            }
        };
        ensure_going_on()?;
        Ok(Outcome {
            end,
            stdout: read(&mut stdout, self.limits.output)?,
            stderr: read(&mut stderr, self.limits.output)?,
        })
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
        streams: [&File; 2],
    ) -> io::Result<End> {
        let mut counted = began;
        loop {
            ensure_going_on()?;
            if let Some(status) = child.try_wait()? {
                return Ok(End::Exited(status));
            }
            if began.elapsed() > self.limits.time {
                return Ok(End::Stopped(Limit::Time));
            }
            if counted.elapsed() > COUNT {
                counted = Instant::now();
                if self.has_printed_too_much(streams)? {
                    return Ok(End::Stopped(Limit::Output));
                }
                let most = self.limits.processes.unwrap_or(usize::MAX);
                if most < usize::MAX && processes_in_group(child.id()) > most {
                    return Ok(End::Stopped(Limit::Processes));
                }
            }
            thread::sleep(GLANCE);
        }
    }

    fn has_printed_too_much(&self, streams: [&File; 2]) -> io::Result<bool> {
        for stream in streams {
            if stream.metadata()?.len() > self.limits.output {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What ended it that we did not end: itself, or a limit of the system.
    fn end(&self, status: ExitStatus, used: Duration, streams: [&File; 2]) -> io::Result<End> {
        if self.has_printed_too_much(streams)? {
            return Ok(End::Stopped(Limit::Output));
        }
        let most = self.limits.processor.map(Duration::from_secs);
        let has_used_too_much = most.is_some_and(|most| used >= most);
        Ok(match limit_of_the_system(status, has_used_too_much) {
            Some(limit) => End::Stopped(limit),
            None => End::Exited(status),
        })
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

#[cfg(unix)]
fn wrapped(mut command: std::process::Command, limits: Limits) -> CommandWrap {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};
    use std::os::unix::process::CommandExt;

    // This program may be under a lower limit itself, which nobody can raise.
    let limit = |resource, soft: u64, hard: u64| {
        let (_, most) = getrlimit(resource)?;
        setrlimit(resource, soft.min(most), hard.min(most))
    };
    #[cfg(target_os = "linux")]
    let parent = nix::unistd::Pid::this();
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
        Ok(())
    };
    // SAFETY: between fork and exec only `prctl`, `getppid`, `getrlimit` and `setrlimit` are called,
    // which are bare system calls.
    #[expect(
        unsafe_code,
        reason = "std has no other way to set the limits of a child"
    )]
    unsafe {
        command.pre_exec(set);
    }
    let mut wrapped = CommandWrap::from(command);
    wrapped.wrap(process_wrap::std::ProcessGroup::leader());
    wrapped
}

#[cfg(windows)]
fn wrapped(command: std::process::Command, _limits: Limits) -> CommandWrap {
    let mut wrapped = CommandWrap::from(command);
    wrapped.wrap(process_wrap::std::JobObject);
    wrapped
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

/// How many processes belong to the group of that number.
#[cfg(target_os = "linux")]
fn processes_in_group(group: u32) -> usize {
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return 0;
    };
    let belongs = |process: &std::fs::DirEntry| {
        let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
        // `4711 (its name) S 4710 4711 …`: state, parent, group.
        let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        after_name.split_whitespace().nth(2) == Some(&group.to_string())
    };
    processes.flatten().filter(belongs).count()
}

/// Nothing else tells which processes there are without a library for it.
#[cfg(not(target_os = "linux"))]
fn processes_in_group(_group: u32) -> usize {
    1
}
