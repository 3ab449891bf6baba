//! `cargo run -- lens FILE.rs`: the ownership timeline of any program, in the terminal or as JSON.

use anyhow::{Context, Result};
use lens::{Cell, Function, LensError, Options, Reason, Timeline};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What to ask about.
#[derive(clap::Args)]
pub struct LensArguments {
    /// The program; `-` reads standard input
    file: PathBuf,
    /// A table for a reader, or one JSON row for each function, point and place
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Another place to look at, such as `v[0]` or `*left` (may be given again)
    #[arg(long = "place", value_name = "EXPR")]
    places: Vec<String>,
    /// Only the function of that name, such as `main` or `Playlist::add`
    #[arg(long, value_name = "NAME")]
    function: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Json,
}

/// Prints the timeline; exit status 1 where rustc does not get as far as borrow checking.
pub fn ask(arguments: LensArguments) -> Result<ExitCode> {
    let from_stdin = arguments.file.as_os_str() == "-";
    let name = if from_stdin {
        "standard input".into()
    } else {
        arguments.file.display().to_string()
    };
    let source = if from_stdin {
        let mut source = String::new();
        io::stdin().read_to_string(&mut source).map(|_| source)
    } else {
        fs::read_to_string(&arguments.file)
    };
    let source = source.with_context(|| {
        format!("{name}: cannot be read as UTF-8 text; name a Rust file, or - for standard input")
    })?;
    let options = Options {
        places: arguments.places,
        function: arguments.function,
    };
    match lens::timeline(&source, &options) {
        Ok(timeline) => {
            let mut out = io::stdout().lock();
            match arguments.format {
                Format::Json => serde_json::to_writer_pretty(&mut out, &rows(&timeline))?,
                Format::Table => {
                    out.write_all(table(&source, &timeline, io::stdout().is_terminal()).as_bytes())?
                }
            }
            writeln!(out)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(LensError::Io(error)) => Err(error.into()),
        Err(error) => {
            eprintln!("error: {name}: {error}");
            Ok(ExitCode::FAILURE)
        }
    }
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
}

fn rows(timeline: &Timeline) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for function in &timeline.functions {
        for point in &function.points {
            for (place, cell) in function.places.iter().zip(&point.cells) {
                let Some(cell) = cell else { continue };
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
                });
            }
        }
    }
    rows
}

/// Code left, places right, reasons under it.
fn table(source: &str, timeline: &Timeline, color: bool) -> String {
    let lines: Vec<&str> = source.lines().collect();
    let mut text = String::from(
        "R may be read · W may be written · O may be moved out · C may be copied · - may not\n",
    );
    for function in &timeline.functions {
        text += &format!("\n{}\n", function.name);
        text += &function_table(&lines, function, color);
    }
    for skipped in &timeline.not_looked_into {
        text += &format!("\nnot looked into: line {}, {}", skipped.line, skipped.what);
    }
    text.trim_end().to_owned()
}

fn function_table(lines: &[&str], function: &Function, color: bool) -> String {
    let code = |line: usize| lines.get(line - 1).map_or("", |line| line.trim_end());
    let width = function
        .points
        .iter()
        .map(|point| code(point.line).chars().count())
        .max()
        .unwrap_or(0);
    let names: Vec<String> = function
        .places
        .iter()
        .map(|place| place.expression.clone())
        .collect();
    let mut text = format!("{:4}  {:width$}", "", "");
    for name in &names {
        text += &format!("  {name:>3}");
    }
    text.push('\n');
    let mut reasons = BTreeSet::new();
    let mut last_line = 0;
    for point in &function.points {
        let shown = if point.line == last_line {
            ""
        } else {
            code(point.line)
        };
        last_line = point.line;
        text += &format!("{:4}  {shown:width$}", point.line);
        for (name, cell) in names.iter().zip(&point.cells) {
            let letters = cell.as_ref().map_or("   ".to_owned(), letters);
            let tone = cell
                .as_ref()
                .map_or("", |cell| if cell.read { "" } else { "\x1b[2m" });
            let padding = " ".repeat(2 + name.chars().count().saturating_sub(3));
            if color && !tone.is_empty() {
                text += &format!("{padding}{tone}{letters}\x1b[0m");
            } else {
                text += &format!("{padding}{letters}");
            }
            if let Some(cell) = cell {
                reasons.extend(explanations(point.line, name, cell));
            }
        }
        text = text.trim_end().to_owned();
        text.push('\n');
    }
    for (line, reason) in reasons {
        text += &format!("      line {line}: {reason}\n");
    }
    text
}

/// `RW-`, with a C where moving copies.
pub fn letters(cell: &Cell) -> String {
    let own = if cell.copy { 'C' } else { 'O' };
    [(cell.read, 'R'), (cell.write, 'W'), (cell.own, own)]
        .map(|(may, letter)| if may { letter } else { '-' })
        .iter()
        .collect()
}

/// Why a cell lacks what it lacks, one sentence for each reason.
pub fn explanations(line: usize, place: &str, cell: &Cell) -> Vec<(usize, String)> {
    let missing = [
        ("read", &cell.why.read),
        ("written", &cell.why.write),
        ("moved out of", &cell.why.own),
    ];
    let mut said: Vec<(Vec<&str>, &Reason)> = Vec::new();
    for (verb, reason) in missing {
        let Some(reason) = reason else { continue };
        match said.iter_mut().find(|(_, other)| *other == reason) {
            Some((verbs, _)) => verbs.push(verb),
            None => said.push((vec![verb], reason)),
        }
    }
    said.into_iter()
        .map(|(verbs, reason)| {
            (
                line,
                format!(
                    "`{place}` cannot be {}: {}",
                    verbs.join(" or "),
                    because(reason)
                ),
            )
        })
        .collect()
}

/// `lent exclusively to r on line 3, used on line 5`.
pub fn because(reason: &Reason) -> String {
    let mut text = reason.kind.to_string();
    if let Some(place) = &reason.place {
        text += &format!(" to `{place}`");
    }
    if let Some(line) = reason.line {
        text += &format!(" on line {line}");
    }
    if let Some(line) = reason.later_use {
        text += &format!(", used on line {line}");
    }
    text + &format!(" (rustc: {})", reason.label)
}
