//! Compiles and runs programs in C, C++, Java and Python, and keeps what does not change from
//! run to run.
//!
//! A C or C++ program is compiled with sanitizers. One that is meant to go wrong says so in its
//! first line, with words that the sanitizer's report must contain:
//!
//! ```text
//! // wrong: heap-use-after-free          in main.c or main.cpp
//! // unsafe: attempting double-free      in the twin of a rejected program
//! ```
//!
//! [`observe`] returns what a program printed, or, of a report, the lines that decide, without
//! addresses, process numbers and frames of the system.

mod report;

use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use wait_timeout::ChildExt;

/// No program of the book runs longer than this, however loaded the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// A language other than Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// C11, with `cc`.
    C,
    /// C++17, with `c++`.
    Cpp,
    /// Java 17 or later, with `java` and `javac`.
    Java,
    /// Python 3, with `python3`.
    Python,
}

impl Language {
    /// All of them, in the order in which the book shows them.
    pub const ALL: [Language; 4] = [Language::C, Language::Cpp, Language::Java, Language::Python];

    /// As a reader calls it.
    pub fn name(self) -> &'static str {
        match self {
            Language::C => "C",
            Language::Cpp => "C++",
            Language::Java => "Java",
            Language::Python => "Python",
        }
    }

    /// The ending of its files, which is also its word on a code block.
    pub fn extension(self) -> &'static str {
        match self {
            Language::C => "c",
            Language::Cpp => "cpp",
            Language::Java => "java",
            Language::Python => "py",
        }
    }

    /// The language of a file.
    pub fn of(path: &Path) -> Option<Language> {
        let extension = path.extension()?;
        Language::ALL
            .into_iter()
            .find(|language| extension == OsStr::new(language.extension()))
    }

    /// The programs it needs.
    pub fn tools(self) -> &'static [&'static str] {
        match self {
            Language::C => &["cc"],
            Language::Cpp => &["c++"],
            Language::Java => &["javac", "java"],
            Language::Python => &["python3"],
        }
    }

    /// The first of its tools that this machine does not have.
    pub fn missing_tool(self) -> Option<&'static str> {
        let found = |tool: &str| {
            let folders = env::var_os("PATH").unwrap_or_default();
            env::split_paths(&folders).any(|folder| folder.join(tool).is_file())
        };
        self.tools().iter().find(|tool| !found(tool)).copied()
    }

    /// The command a reader types to run `file`.
    pub fn command(self, file: &str, sanitizer: Sanitizer) -> String {
        match self {
            Language::C => format!(
                "cc -std=c11 -g {} {file} && ./a.out",
                sanitizer.flags().join(" ")
            ),
            Language::Cpp => format!(
                "c++ -std=c++17 -g {} {file} && ./a.out",
                sanitizer.flags().join(" ")
            ),
            Language::Java => format!("java {file}"),
            Language::Python => format!("python3 {file}"),
        }
    }
}

/// What watches a C or C++ program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sanitizer {
    /// AddressSanitizer with LeakSanitizer, and UndefinedBehaviorSanitizer.
    Address,
    /// ThreadSanitizer.
    Thread,
}

impl Sanitizer {
    /// The one that finds what the program is meant to do wrong, or has threads to watch.
    pub fn of(source: &str) -> Sanitizer {
        let threads = ["pthread", "std::thread"]
            .iter()
            .any(|word| source.contains(word));
        if threads {
            Sanitizer::Thread
        } else {
            Sanitizer::Address
        }
    }

    /// The compiler's flags.
    pub fn flags(self) -> &'static [&'static str] {
        match self {
            Sanitizer::Address => &["-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
            Sanitizer::Thread => &["-fsanitize=thread", "-pthread"],
        }
    }
}

/// The words of the report that a program is meant to cause, from its first line.
pub fn expected_report(source: &str) -> Option<&str> {
    let first = source.lines().next()?.strip_prefix("// ")?;
    first
        .strip_prefix("wrong: ")
        .or_else(|| first.strip_prefix("unsafe: "))
}

/// Compiles and runs a program: what it printed, or the deciding lines of the report it is meant
/// to cause.
///
/// What is compiled is kept in the folder `built` for the next time.
///
/// # Errors
/// If it does not compile, ends otherwise than its first line says, or does not end.
pub fn observe(path: &Path, built: &Path) -> Result<String> {
    let language =
        Language::of(path).with_context(|| format!("{}: no known language", path.display()))?;
    let source =
        fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let folder = tempfile::tempdir()?;
    let mut run = match language {
        Language::C | Language::Cpp => {
            let sanitizer = Sanitizer::of(&source);
            let mut flags = vec!["-g", "-O0", "-fno-omit-frame-pointer"];
            flags.extend(sanitizer.flags());
            sanitized(
                &compiled(language, path, &source, &flags, built)?,
                sanitizer,
            )
        }
        Language::Java => java(path, &source, built)?,
        Language::Python => {
            let mut python = Command::new("python3");
            python.arg(path);
            python
        }
    };
    let ran = said(&mut run, folder.path())?;
    match expected_report(&source) {
        Some(words) => {
            let report = report::deciding_lines(&ran.stderr, &name);
            ensure!(
                !ran.success && report.contains(words),
                "{}: the report must contain \"{words}\", and the program ended with {}\n{}{}",
                path.display(),
                ran.status,
                ran.stdout,
                ran.stderr
            );
            Ok(ran.stdout + &report)
        }
        None => {
            ensure!(
                ran.success && ran.stderr.is_empty(),
                "{}: must end well, and ended with {}\n{}{}",
                path.display(),
                ran.status,
                ran.stdout,
                ran.stderr
            );
            Ok(ran.stdout)
        }
    }
}

/// Runs a C or C++ program that is meant to go wrong without a sanitizer; nobody knows what it
/// does, except that it starts and stops.
///
/// # Errors
/// If it does not compile or does not end.
pub fn run_unwatched(path: &Path, built: &Path) -> Result<()> {
    let language =
        Language::of(path).with_context(|| format!("{}: no known language", path.display()))?;
    let source =
        fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let program = compiled(language, path, &source, &["-pthread", "-w"], built)?;
    let folder = tempfile::tempdir()?;
    said(&mut Command::new(&program), folder.path()).map(|_| ())
}

/// Compiles a benchmark's program, in Rust too, and runs it with one argument: its `answer`.
///
/// # Errors
/// If it does not compile, does not end well, or prints no answer.
pub fn answer(path: &Path, size: &str, built: &Path) -> Result<String> {
    let source =
        fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let folder = tempfile::tempdir()?;
    let mut run = match Language::of(path) {
        Some(language @ (Language::C | Language::Cpp)) => {
            Command::new(compiled(language, path, &source, &["-O2"], built)?)
        }
        Some(Language::Java) => java(path, &source, built)?,
        Some(Language::Python) => {
            let mut python = Command::new("python3");
            python.arg(path);
            python
        }
        None => {
            let version = said(Command::new("rustc").arg("-vV"), folder.path())?.stdout;
            let program = kept(built, (version, &source), |half| {
                let mut rustc = Command::new("rustc");
                rustc
                    .args(["--edition=2024", "-O", "-o"])
                    .arg(half)
                    .arg(path);
                rustc
            })?;
            Command::new(program)
        }
    };
    let ran = said(run.arg(size), folder.path())?;
    ensure!(
        ran.success,
        "{}: ended with {}\n{}",
        path.display(),
        ran.status,
        ran.stderr
    );
    let answer = ran
        .stdout
        .lines()
        .find_map(|line| line.strip_prefix("answer "));
    answer
        .map(str::to_owned)
        .with_context(|| format!("{}: prints no answer", path.display()))
}

/// The program of a C or C++ file, compiled unless `built` has it already from the same text,
/// flags and compiler.
fn compiled(
    language: Language,
    path: &Path,
    source: &str,
    flags: &[&str],
    built: &Path,
) -> Result<PathBuf> {
    let compiler = language.tools()[0];
    let standard = if language == Language::C {
        "-std=c11"
    } else {
        "-std=c++17"
    };
    let folder = tempfile::tempdir()?;
    let version = said(Command::new(compiler).arg("--version"), folder.path())?.stdout;
    // The path stands in the program's debugging information, and so in its reports.
    kept(built, (version, standard, flags, source, path), |half| {
        let mut compile = Command::new(compiler);
        compile
            .arg(standard)
            .args(flags)
            .arg(path)
            .arg("-o")
            .arg(half);
        compile
    })
}

/// Java's first class of a file, as `java main.java` takes it, compiled unless `built` has it
/// already.
fn java(path: &Path, source: &str, built: &Path) -> Result<Command> {
    let folder = tempfile::tempdir()?;
    let version = said(Command::new("javac").arg("-version"), folder.path())?.stdout;
    let mut hasher = DefaultHasher::new();
    (version, source).hash(&mut hasher);
    let classes = built.join(format!("{:016x}-classes", hasher.finish()));
    if !classes.is_dir() {
        fs::create_dir_all(built).with_context(|| format!("cannot create {}", built.display()))?;
        let half = tempfile::tempdir_in(built)?;
        let compiled = said(
            Command::new("javac").arg("-d").arg(half.path()).arg(path),
            folder.path(),
        )?;
        ensure!(
            compiled.success,
            "{}: does not compile\n{}",
            path.display(),
            compiled.stderr
        );
        // Another test may have been faster; its classes are the same.
        if fs::rename(half.path(), &classes).is_err() && !classes.is_dir() {
            bail!("cannot write {}", classes.display());
        }
    }
    let first = source
        .split("class ")
        .nth(1)
        .and_then(|rest| rest.split_whitespace().next());
    let mut java = Command::new("java");
    java.arg("-cp")
        .arg(classes)
        .arg(first.with_context(|| format!("{}: no class", path.display()))?);
    Ok(java)
}

/// The program that is kept in `built` for that key, or compiled now.
fn kept(built: &Path, key: impl Hash, compile: impl FnOnce(&Path) -> Command) -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    let program = built.join(format!("{:016x}", hasher.finish()));
    if program.is_file() {
        return Ok(program);
    }
    fs::create_dir_all(built).with_context(|| format!("cannot create {}", built.display()))?;
    let half = tempfile::NamedTempFile::new_in(built)?.into_temp_path();
    let folder = tempfile::tempdir()?;
    let compiled = said(&mut compile(&half), folder.path())?;
    ensure!(compiled.success, "it does not compile\n{}", compiled.stderr);
    half.persist(&program)?;
    Ok(program)
}

/// The sanitizer's settings; without address randomization, which ThreadSanitizer of older
/// compilers does not get on with.
fn sanitized(program: &Path, sanitizer: Sanitizer) -> Command {
    let mut run = match sanitizer {
        Sanitizer::Thread if Path::new("/usr/bin/setarch").exists() => {
            let mut run = Command::new("/usr/bin/setarch");
            run.arg("-R").arg(program);
            run
        }
        _ => Command::new(program),
    };
    run.env(
        "ASAN_OPTIONS",
        "detect_stack_use_after_return=1:color=never",
    )
    .env("UBSAN_OPTIONS", "print_stacktrace=0:color=never")
    .env("TSAN_OPTIONS", "color=never");
    run
}

struct Said {
    success: bool,
    status: String,
    stdout: String,
    stderr: String,
}

/// Runs a command to its end, or kills it when patience is over.
fn said(command: &mut Command, folder: &Path) -> Result<Said> {
    let name = command.get_program().to_string_lossy().into_owned();
    let (out, err) = (folder.join("stdout"), folder.join("stderr"));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(File::create(&out)?)
        .stderr(File::create(&err)?)
        .spawn()
        .with_context(|| format!("{name} does not start"))?;
    let Some(status) = child.wait_timeout(PATIENCE)? else {
        child.kill()?;
        child.wait()?;
        bail!("{name} ran longer than {} s", PATIENCE.as_secs());
    };
    let text =
        |path| Ok::<_, std::io::Error>(String::from_utf8_lossy(&fs::read(path)?).into_owned());
    Ok(Said {
        success: status.success(),
        status: status.to_string(),
        stdout: text(out)?,
        stderr: text(err)?,
    })
}
