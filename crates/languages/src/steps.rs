//! A program that a reader has written: the commands that compile and run it, confined to its folder.

use crate::language::{Language, Sanitizer, sanitized};
use runner::Command;
use std::path::Path;
use std::{fs, io};

/// What is done with a program, in this order.
#[derive(Debug, Clone)]
pub struct Steps {
    /// The commands that compile it, if it is compiled.
    pub compile: Vec<Command>,
    /// The command that runs it.
    pub run: Command,
}

/// Writes a program to an empty `folder`, and says how it is compiled and run there: C and C++
/// with sanitizers, as the book's own programs are.
///
/// # Errors
/// If the program cannot be written.
pub fn steps(language: Language, source: &str, folder: &Path) -> io::Result<Steps> {
    let file = format!("main.{}", language.extension());
    fs::write(folder.join(&file), source)?;
    let none: [&Path; 0] = [];
    let tool = |name: &str| Command::new(name).folder(folder).confined(none);
    let sanitizer = Sanitizer::of(source);
    let with_sanitizer = |compiler, standard| {
        let flags = [standard, "-g", "-fno-omit-frame-pointer", "-oprogram"];
        let compile = tool(compiler)
            .args(flags)
            .args(sanitizer.flags())
            .arg(&file);
        let program = folder.join("program");
        let run = sanitized(&program, sanitizer).folder(folder).confined(none);
        Steps {
            compile: vec![compile],
            run,
        }
    };
    Ok(match language {
        Language::C => with_sanitizer("cc", "-std=c11"),
        Language::Cpp => with_sanitizer("c++", "-std=c++17"),
        Language::Java => Steps {
            compile: Vec::new(),
            run: tool("java").arg(&file),
        },
        Language::Python => Steps {
            compile: Vec::new(),
            run: tool("python3").args(["-u", &file]),
        },
        Language::JavaScript => Steps {
            compile: Vec::new(),
            run: tool("node").arg(&file),
        },
    })
}
