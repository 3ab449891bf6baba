//! The languages other than Rust, and what watches their programs.

use crate::limits::limits;
use runner::Command;
use std::env;
use std::ffi::OsStr;
use std::path::Path;

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
    /// JavaScript, with `node`.
    JavaScript,
}

impl Language {
    /// All of them, in the order in which the book shows them.
    pub const ALL: [Language; 5] = [
        Language::C,
        Language::Cpp,
        Language::Java,
        Language::Python,
        Language::JavaScript,
    ];

    /// As a reader calls it.
    pub fn name(self) -> &'static str {
        match self {
            Language::C => "C",
            Language::Cpp => "C++",
            Language::Java => "Java",
            Language::Python => "Python",
            Language::JavaScript => "JavaScript",
        }
    }

    /// The ending of its files, which is also its word on a code block.
    pub fn extension(self) -> &'static str {
        match self {
            Language::C => "c",
            Language::Cpp => "cpp",
            Language::Java => "java",
            Language::Python => "py",
            Language::JavaScript => "js",
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
            Language::JavaScript => &["node"],
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
            Language::JavaScript => format!("node {file}"),
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

/// The sanitizer's settings; without address randomization, which ThreadSanitizer of older
/// compilers does not get on with.
pub(crate) fn sanitized(program: &Path, sanitizer: Sanitizer) -> Command {
    let run = match sanitizer {
        Sanitizer::Thread if Path::new("/usr/bin/setarch").exists() => {
            Command::new("/usr/bin/setarch").arg("-R").arg(program)
        }
        _ => Command::new(program),
    };
    let options = "detect_stack_use_after_return=1:color=never";
    run.limits(limits())
        .env("ASAN_OPTIONS", options)
        .env("UBSAN_OPTIONS", "print_stacktrace=0:color=never")
        .env("TSAN_OPTIONS", "color=never")
}
