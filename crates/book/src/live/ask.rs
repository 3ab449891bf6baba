//! `cargo run -- lens FILE.rs`: the ownership timeline of any program, in the terminal or as JSON.

use crate::live::page;
use crate::words::{codes, memory as words, table};
use anyhow::{Context, Result};
use lens::{LensError, Options, Patience, Timeline};
use listings::Sources;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// The longest that rustc may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// What to ask about.
#[derive(clap::Args)]
pub struct LensArguments {
    /// The program; `-` reads standard input
    file: PathBuf,
    /// A table for a reader, or one JSON row for each function, point and place
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// What the memory holds at each step of a real run, instead of what each variable may do
    #[arg(long, conflicts_with_all = ["places", "function", "test"])]
    memory: bool,
    /// Write a page with the program, its lanes and its memory, which needs nothing else
    #[arg(long, value_name = "OUT.html", conflicts_with_all = ["memory", "places", "function", "test", "format"])]
    html: Option<PathBuf>,
    /// Serve the book and open its workbench with the program
    #[arg(long, conflicts_with_all = ["html", "memory", "places", "function", "test", "format"])]
    pub open: bool,
    /// Another place to look at, such as `v[0]` or `*left` (may be given again)
    #[arg(long = "place", value_name = "EXPR")]
    places: Vec<String>,
    /// Only the function of that name, such as `main` or `Playlist::add`
    #[arg(long, value_name = "NAME")]
    function: Option<String>,
    /// As `rustc --test` compiles it: with what is compiled for tests alone, and without a `main`
    #[arg(long)]
    test: bool,
}

impl LensArguments {
    fn is_stdin(&self) -> bool {
        self.file.as_os_str() == "-"
    }

    fn name(&self) -> String {
        match self.is_stdin() {
            true => "standard input".to_owned(),
            false => self.file.display().to_string(),
        }
    }

    /// The text of the program.
    pub fn program(&self) -> Result<String> {
        let mut source = String::new();
        let read = match self.is_stdin() {
            true => io::stdin().read_to_string(&mut source).map(drop),
            false => fs::read_to_string(&self.file).map(|text| source = text),
        };
        read.with_context(|| {
            let name = self.name();
            format!(
                "{name}: cannot be read as UTF-8 text; name a Rust file, or - for standard input"
            )
        })?;
        Ok(source)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Json,
}

/// Prints the timeline, with the sections of the book at `root` that teach its errors; exit status 1 where there is none.
pub fn ask(arguments: LensArguments, root: Option<&Path>) -> Result<ExitCode> {
    let name = arguments.name();
    let source = arguments.program()?;
    if let Some(out) = arguments.html {
        return save(&name, &source, &out);
    }
    if arguments.memory {
        return memory(&name, &source, arguments.format);
    }
    let options = Options {
        places: arguments.places,
        function: arguments.function,
        tests: arguments.test,
        ..patient()
    };
    match lens::timeline(&source, &options) {
        Ok(timeline) => {
            let mut skipped = timeline.not_looked_into.iter();
            if skipped
                .any(|part| part.what.contains("`#[test]`") || part.what.contains("cfg(test)"))
            {
                eprintln!("`--test` looks into what is compiled for tests alone");
            }
            let mut text = match arguments.format {
                Format::Json => {
                    eprint!("{}", table::not_looked_into(&timeline));
                    serde_json::to_string_pretty(&rows(&timeline))?
                }
                Format::Table => {
                    let table = table::table(&source, &timeline, io::stdout().is_terminal());
                    refusals(&timeline, root) + &table
                }
            };
            text.push('\n');
            say(&text)
        }
        Err(error) => fail(&name, error),
    }
}

/// By error code, the address of the section of the book at `root` that teaches it.
pub fn sections(root: Option<&Path>) -> BTreeMap<String, String> {
    let sources = root.map(|root| Sources::read(root).0);
    let pages = sources.iter().flat_map(|sources| &sources.pages);
    let pages = pages.filter_map(|page| {
        let path = page.path.strip_prefix("src").ok()?;
        Some((path, page.text.as_str()))
    });
    codes::sections(pages)
}

/// rustc's words for each error, and where the book teaches it.
fn refusals(timeline: &Timeline, root: Option<&Path>) -> String {
    let sections = sections(root);
    let refusals = timeline.refusals.iter().map(|refusal| {
        let section = refusal.code.as_ref().and_then(|code| sections.get(code));
        let section = section.map_or(String::new(), |section| {
            format!("  = in this book: {section}\n")
        });
        format!(
            "{}{section}\n",
            refusal.text.trim_end_matches('\n').to_owned() + "\n"
        )
    });
    refusals.collect()
}

/// For one who waits in a terminal, on a machine that may be busy.
fn patient() -> Options {
    Options {
        limit: PATIENCE,
        ..Options::default()
    }
}

/// Writes a page with the program that needs nothing else.
fn save(name: &str, source: &str, out: &Path) -> Result<ExitCode> {
    let title = Path::new(name).file_name().unwrap_or_default();
    match page::page(&title.to_string_lossy(), source, &patient()) {
        Ok(html) => {
            fs::write(out, html).with_context(|| {
                format!("{}: cannot be written; name another file", out.display())
            })?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => fail(name, error),
    }
}

/// Prints the trace of a run.
fn memory(name: &str, source: &str, format: Format) -> Result<ExitCode> {
    let patience = Patience {
        compiling: PATIENCE,
        ..Patience::default()
    };
    match lens::trace_within(source, None, patience) {
        Ok(trace) => match format {
            Format::Json => say(&(serde_json::to_string_pretty(&trace)? + "\n")),
            Format::Table => say(&words::steps(source, &trace)),
        },
        Err(error) => fail(name, error),
    }
}

fn say(text: &str) -> Result<ExitCode> {
    match io::stdout().write_all(text.as_bytes()) {
        // Whoever reads has seen enough, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written?,
    }
    Ok(ExitCode::SUCCESS)
}

fn fail(name: &str, error: LensError) -> Result<ExitCode> {
    // What the system said follows.
    if let LensError::Io(_) = error {
        return Err(error).with_context(|| name.to_owned());
    }
    eprintln!("error: {name}: {error}");
    Ok(ExitCode::FAILURE)
}

#[derive(Serialize)]
struct Row<'a> {
    function: &'a str,
    line: usize,
    place: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    declared: Option<usize>,
    read: bool,
    write: bool,
    own: bool,
    copy: bool,
    why: &'a lens::Why,
    /// What the line needs of the place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    needs: Vec<&'a lens::Need>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<&'a lens::Change>,
}

fn rows(timeline: &Timeline) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for function in &timeline.functions {
        for point in &function.points {
            for (column, (place, cell)) in function.places.iter().zip(&point.cells).enumerate() {
                let Some(cell) = cell else { continue };
                let needs = point.needs.iter();
                let mut changes = point.changes.iter();
                rows.push(Row {
                    function: &function.name,
                    line: point.line,
                    place: &place.expression,
                    declared: place.declared,
                    read: cell.read,
                    write: cell.write,
                    own: cell.own,
                    copy: cell.copy,
                    why: &cell.why,
                    needs: needs.filter(|need| need.column == Some(column)).collect(),
                    changes: changes.find(|change| change.column == column),
                });
            }
        }
    }
    rows
}
