//! Compiles a program and runs it here, under limits, and tells what it prints as it comes.

use crate::figures::terminal;
use crate::live::LONGEST;
use crate::live::desk::Desk;
use crate::live::said::{Said, Teller};
use languages::{Language, Steps};
use runner::{Command, End, Limits, Outcome, Stream};
use std::io;
use std::time::{Duration, Instant};
use tokio::task::block_in_place;

/// The longest that a compiler may take.
const COMPILING: Duration = Duration::from_secs(20);

/// What a program that a reader has written may take. Sanitizers and the machines of other
/// languages reserve more memory than there is.
fn limits(language: Option<Language>) -> Limits {
    Limits {
        output: 256 << 10,
        memory: language.is_none().then_some(512 << 20),
        ..Limits::program()
    }
}

/// Compiles a program, in Rust if in no other `language`, runs it with this `input`, and tells all
/// of it.
pub async fn run(
    desk: &Desk,
    language: Option<Language>,
    program: String,
    input: String,
    teller: Teller,
) {
    let _worker = desk.workers(1).await;
    block_in_place(|| {
        let ended = match compiled_and_run(language, &program, input, &teller) {
            Ok(ended) => ended,
            Err(error) => Said::Ended {
                well: false,
                text: format!("It cannot be run: {error}."),
            },
        };
        teller.tell(ended);
    });
}

fn compiled_and_run(
    language: Option<Language>,
    program: &str,
    input: String,
    teller: &Teller,
) -> io::Result<Said> {
    let ended = |text: &str| Said::Ended {
        well: false,
        text: text.to_owned(),
    };
    if program.len() > LONGEST {
        return Ok(ended("It is not run: it is longer than 64 KiB."));
    }
    let folder = tempfile::tempdir()?;
    let steps = match language {
        Some(language) => languages::steps(language, program, folder.path())?,
        None => rust(program, folder.path())?,
    };
    for compile in &steps.compile {
        let limits = Limits {
            memory: Some(2 << 30),
            output: 1 << 20,
            folder: Some(256 << 20),
            processes: Some(64),
            ..Limits::tool(COMPILING)
        };
        let compiled = compile
            .clone()
            .limits(limits)
            .stopped_by(&teller.stop)
            .run()?;
        if !compiled.succeeded() {
            teller.tell(Said::Messages {
                errors: 1,
                problems: Vec::new(),
                html: format!(
                    "<pre class=\"terminal\"><code>{}</code></pre>",
                    terminal::html(compiled.stderr().trim_end())
                ),
            });
            return Ok(match compiled.end {
                End::Exited(_) => ended("It does not compile, so it was not run."),
                End::Stopped(limit) => ended(&format!("The compiler {limit} and was stopped.")),
            });
        }
    }
    teller.tell(Said::Started);
    let began = Instant::now();
    let mut texts = [Text::default(), Text::default()];
    let mut tell = |stream: Stream, bytes: &[u8]| {
        let errors = stream == Stream::Errors;
        let text = texts[usize::from(errors)].more(bytes);
        if !text.is_empty() {
            teller.tell(Said::Output { text, errors });
        }
    };
    let run = steps
        .run
        .limits(limits(language))
        .stopped_by(&teller.stop)
        .input(input);
    let ran = run.run_telling(&mut tell)?;
    Ok(Said::Ended {
        well: ran.succeeded(),
        text: how(&ran, began.elapsed()),
    })
}

/// A program in Rust: its text is compiled as the lens has it compiled.
fn rust(program: &str, folder: &std::path::Path) -> io::Result<Steps> {
    std::fs::write(folder.join("main.rs"), program)?;
    let compile = lens::rustc()?
        .args(["--edition=2024", "--color=always", "--crate-name=program"])
        .args(["-oprogram", "main.rs"])
        .folder(folder);
    let name = format!("program{}", std::env::consts::EXE_SUFFIX);
    let run = Command::new(folder.join(name)).confined([folder]);
    Ok(Steps {
        compile: vec![compile],
        run,
    })
}

/// How a program ended, and after which time.
fn how(ran: &Outcome, took: Duration) -> String {
    let took = match took {
        short if short < Duration::from_secs(1) => format!("{} ms", short.as_millis()),
        long => format!("{:.1} s", long.as_secs_f64()),
    };
    match ran.end {
        End::Exited(status) if status.success() => {
            let silent = ran.stdout.is_empty() && ran.stderr.is_empty();
            let printed = if silent {
                "It printed nothing and ended"
            } else {
                "It ended"
            };
            format!("{printed} well, after {took}.")
        }
        End::Exited(status) => format!("It ended with {status}, after {took}."),
        End::Stopped(limit) => format!("It {limit} and was stopped, after {took}."),
    }
}

/// Bytes that come bit by bit, as text: a character may be cut in two.
#[derive(Default)]
struct Text(Vec<u8>);

impl Text {
    /// The text so far, without what an end may still come of.
    fn more(&mut self, bytes: &[u8]) -> String {
        self.0.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.0) {
            Ok(_) => self.0.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => self.0.len(),
        };
        let rest = self.0.split_off(whole);
        let text = String::from_utf8_lossy(&self.0).into_owned();
        self.0 = rest;
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_character_that_is_cut_in_two_comes_whole() {
        let mut text = Text::default();
        let word = "Zoë".as_bytes();
        assert_eq!(text.more(&word[..3]), "Zo");
        assert_eq!(text.more(&word[3..]), "ë");
        assert_eq!(text.more(b"a\xffb"), "a\u{fffd}b");
    }
}
