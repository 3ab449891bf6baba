//! What a program's memory holds while it runs, as plain data.

mod data;
mod ending;
mod named;
mod raw;
mod reach;
mod recorder;
mod resolve;
mod rewrite;
mod run;
mod types;
mod unseen;

use crate::permissions;
use crate::program::Program;
use crate::rustc::Deadline;
use crate::timeline::{Options, Timeline};
use crate::{LensError, Verdict, rustc};
use proc_macro2::{TokenStream, TokenTree};
use runner::Stop;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;
use syn::spanned::Spanned;

pub use data::{
    Block, Frame, Gone, Held, How, Misdeed, Misuse, Node, Pointer, State, Step, Trace, Value,
};
pub use ending::Ending;
pub use unseen::{UNSEEN, Unseen};

/// Whether memory can be traced on this system.
pub const CAN_TRACE: bool = cfg!(unix);

/// The most output that a trace keeps, in bytes.
const MOST_OUTPUT: usize = 16 << 10;

/// How long one answer may take: all runs of rustc together, and then the program.
#[derive(Debug, Clone)]
pub struct Patience {
    /// For rustc: the timeline and the rewritten program, however often it is compiled.
    pub compiling: Duration,
    /// For the program, in seconds.
    pub running: u64,
    /// What stops both when nobody waits any longer.
    pub stop: Stop,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience {
            compiling: Duration::from_secs(15),
            running: 5,
            stop: Stop::default(),
        }
    }
}

/// What a program's memory holds at each step; its timeline is asked for, if it is not `known`.
pub(crate) fn trace(
    source: &str,
    known: Option<&Timeline>,
    patience: Patience,
) -> Result<Trace, LensError> {
    if !CAN_TRACE {
        return Err(LensError::NotHandled {
            line: 1,
            message: "memory pictures need Linux or macOS; ask for the timeline here".to_owned(),
        });
    }
    let program = Program::parse(source)?;
    // Before the time of the question begins: the first question would pay for all.
    let recorder = recorder::recorder()?;
    let deadline = Deadline::after(patience.compiling, &patience.stop);
    let (file, timeline) = prepare(source, known, &deadline)?;
    let (functions, stops) = rewrite::functions(&program, &timeline);
    let traced = Rewriting {
        program: &program,
        file: &file,
        functions: &functions,
        stops: &stops,
        recorder: &recorder,
        deadline: &deadline,
    };
    let run_with = |named: &[types::Named]| -> Result<_, LensError> {
        let folder = tempfile::tempdir()?;
        let left_out = traced.build(folder.path(), named)?;
        let run = run::run(folder.path(), &functions, &stops, &patience)?;
        Ok((left_out, run))
    };
    let (mut left_out, mut run) = run_with(&[])?;
    // Code for every type does not say which types it is run for; the run did.
    let named = named::named(&file, &run.unknown);
    if !named.is_empty() {
        (left_out, run) = run_with(&named)?;
    }
    let mut notes = Vec::new();
    for purpose in &left_out {
        if let rewrite::Purpose::Function(function) = purpose {
            let name = functions[*function].name;
            notes.push(format!(
                "`{name}` is not looked into: a recorder cannot stand in it"
            ));
        }
    }
    let first_unsafe = find_word(source, &["unsafe"]);
    if let Some(line) = first_unsafe {
        notes.push(format!(
            "line {line} is unsafe: where a raw pointer reaches memory that is gone is told, what is read later through a reference made of it is not seen"
        ));
    }
    if let Some(line) = find_word(source, &["stdin"]) {
        notes.push(format!(
            "the program reads standard input on line {line}, and it is empty here"
        ));
    }
    if run.cut_off {
        let steps = run.steps.len();
        notes.push(format!("only the first {steps} steps are recorded"));
    }
    if run.too_deep {
        notes.push("no steps are recorded while more than 32 calls are in progress".to_owned());
    }
    let last_line = main_end(&file, &timeline);
    let (steps, misuses) =
        resolve::resolve(&functions, &stops, &run, last_line, first_unsafe.is_some());
    let given_back = run.steps.iter().position(|step| step.gives_back);
    let has_raw = |step: &Step| step.pointers().any(|(_, pointer)| pointer.how == How::Raw);
    if let Some(step) = given_back.and_then(|at| steps.get(at))
        && steps.iter().any(has_raw)
    {
        let line = step.line;
        notes.push(format!("more than 64 MiB were freed before line {line}: freed memory may be in use again, and raw pointers are not followed"));
    }
    let mut output = String::from_utf8_lossy(&run.output).into_owned();
    if output.len() > MOST_OUTPUT {
        let end = (0..=MOST_OUTPUT)
            .rev()
            .find(|at| output.is_char_boundary(*at));
        output.truncate(end.unwrap_or(0));
        notes.push(format!(
            "only the first {MOST_OUTPUT} bytes of the output are kept"
        ));
    }
    Ok(Trace {
        steps,
        output,
        ending: run.ending,
        allocations: run.allocations,
        frees: run.frees,
        misuses,
        notes,
    })
}

/// Compiles the program that [`trace`] runs to `folder/program`.
pub(crate) fn build_traced(source: &str, folder: &Path) -> Result<(), LensError> {
    let program = Program::parse(source)?;
    let recorder = recorder::recorder()?;
    let deadline = Deadline::after(Patience::default().compiling, &Stop::default());
    let (file, timeline) = prepare(source, None, &deadline)?;
    let (functions, stops) = rewrite::functions(&program, &timeline);
    let traced = Rewriting {
        program: &program,
        file: &file,
        functions: &functions,
        stops: &stops,
        recorder: &recorder,
        deadline: &deadline,
    };
    traced.build(folder, &[]).map(drop)
}

fn prepare<'t>(
    source: &str,
    known: Option<&'t Timeline>,
    deadline: &Deadline,
) -> Result<(syn::File, Cow<'t, Timeline>), LensError> {
    if let Err(refusal) = refuse_what_cannot_be_followed(source) {
        // The program's own fault is told first.
        return Err(match rustc::check_by(source, false, deadline)? {
            Verdict::Rejected(message) => LensError::Rejected(message),
            Verdict::Accepted => refusal,
        });
    }
    let file = syn::parse_file(source).map_err(|error| LensError::NotRust {
        line: error.span().start().line,
        message: error.to_string(),
    })?;
    let timeline = match known {
        Some(known) => Cow::Borrowed(known),
        None => {
            let options = Options::default();
            Cow::Owned(permissions::timeline_by(source, &options, deadline)?)
        }
    };
    Ok((file, timeline))
}

/// A program that is about to be rewritten, and what it takes to compile it.
struct Rewriting<'p> {
    program: &'p Program,
    file: &'p syn::File,
    functions: &'p [rewrite::Traced<'p>],
    stops: &'p [rewrite::Stop<'p>],
    recorder: &'p Path,
    deadline: &'p Deadline,
}

impl Rewriting<'_> {
    /// Compiles the rewritten program to `folder/program`, where these types are known besides its
    /// own, and says which insertions rustc does not accept.
    fn build(
        &self,
        folder: &Path,
        named: &[types::Named],
    ) -> Result<BTreeSet<rewrite::Purpose>, LensError> {
        let mut left_out = BTreeSet::new();
        loop {
            let rewritten = rewrite::rewrite(
                self.program,
                self.file,
                self.functions,
                self.stops,
                named,
                &left_out,
            );
            match run::compile(folder, &rewritten, self.recorder, self.deadline) {
                Ok(run::Compiled::Program) => return Ok(left_out),
                Ok(run::Compiled::Refused(purposes)) => left_out.extend(purposes),
                Err(LensError::Stopped(message)) => {
                    // The program's own fault is told in rustc's words about the program itself.
                    let verdict = rustc::check_by(&self.program.source, false, self.deadline)?;
                    return Err(match verdict {
                        Verdict::Rejected(message) => LensError::Rejected(message),
                        Verdict::Accepted => LensError::Stopped(message),
                    });
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// The last line of `main`; of several, the one that is compiled.
fn main_end(file: &syn::File, timeline: &Timeline) -> usize {
    let ends = file.items.iter().filter_map(|item| match item {
        syn::Item::Fn(main) if main.sig.ident == "main" => {
            let first = main.span().start().line;
            let last = main.block.brace_token.span.close().start().line;
            let mut points = timeline.functions.iter().flat_map(|table| &table.points);
            let is_compiled = points.any(|point| (first..=last).contains(&point.line));
            Some((is_compiled, last))
        }
        _ => None,
    });
    let ends: Vec<(bool, usize)> = ends.collect();
    let compiled = ends.iter().find(|(is_compiled, _)| *is_compiled);
    compiled.or(ends.first()).map_or(1, |(_, last)| *last)
}

/// Refuses a program in which the recorder cannot stand.
fn refuse_what_cannot_be_followed(source: &str) -> Result<(), LensError> {
    let names = ["global_allocator", "no_std", "no_main"];
    if let Some(line) = find_word(source, &names) {
        return Err(LensError::NotHandled {
            line,
            message:
                "the program chooses its own allocator or start, where the recorder has to stand"
                    .to_owned(),
        });
    }
    Ok(())
}

/// The first line whose code, not its comments or texts, has one of these words.
fn find_word(source: &str, words: &[&str]) -> Option<usize> {
    let mut streams = vec![TokenStream::from_str(source).ok()?];
    let mut lines = Vec::new();
    while let Some(stream) = streams.pop() {
        for token in stream {
            match token {
                TokenTree::Ident(word) if words.iter().any(|wanted| word == wanted) => {
                    lines.push(word.span().start().line);
                }
                TokenTree::Group(group) => streams.push(group.stream()),
                _ => {}
            }
        }
    }
    lines.into_iter().min()
}
