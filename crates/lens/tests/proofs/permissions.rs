//! Small programs that say themselves what each place may do.
//!
//! A comment such as `//~ s: -W-, t: R-C` states the permissions before the statement on its
//! line; where a closure stands in that statement, before it and not in the closure. The expectations were written from the language's rules before the lens was run.

use lens::{Cell, Function};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

struct Expectation {
    line: usize,
    place: String,
    letters: String,
}

fn expectations(source: &str) -> Vec<Expectation> {
    let lines = source.lines().enumerate();
    lines
        .filter_map(|(index, line)| Some((index + 1, line.split_once("//~")?.1)))
        .flat_map(|(line, comment)| {
            comment.split(", ").map(move |part| {
                let (place, letters) = part.trim().rsplit_once(": ").expect("PLACE: LETTERS");
                Expectation {
                    line,
                    place: place.to_owned(),
                    letters: letters.trim().to_owned(),
                }
            })
        })
        .collect()
}

fn letters(cell: &Cell) -> String {
    let own = if cell.copy { 'C' } else { 'O' };
    let may = [(cell.read, 'R'), (cell.write, 'W'), (cell.own, own)];
    may.map(|(may, letter)| if may { letter } else { '-' })
        .iter()
        .collect()
}

/// The cells of that place on that line, in the outermost body that has it there.
fn found<'t>(functions: &'t [Function], line: usize, place: &str) -> Vec<&'t Cell> {
    let mut cells = Vec::new();
    for function in functions {
        for point in function.points.iter().filter(|point| point.line == line) {
            let named = function
                .places
                .iter()
                .zip(&point.cells)
                .filter(|(found, _)| found.expression == place);
            cells.extend(named.filter_map(|(_, cell)| cell.as_ref()));
        }
        if !cells.is_empty() {
            break;
        }
    }
    cells
}

/// The programs in a folder beside this one.
pub fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    let entries = fs::read_dir(folder).expect("the folder").flatten();
    let mut programs: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    programs.sort();
    programs
}

/// What the lens says otherwise than the program's comments.
fn disagreements(program: &Path) -> Vec<String> {
    let name = program
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let source = fs::read_to_string(program).expect("a program");
    let expectations = expectations(&source);
    assert!(expectations.len() >= 2, "{name} expects something");
    let timeline = match crate::support::kept_timeline(&source) {
        Ok(timeline) => timeline,
        Err(error) => return vec![format!("{name}: {error}")],
    };
    let mut wrong = Vec::new();
    for Expectation {
        line,
        place,
        letters: expected,
    } in expectations
    {
        let cells = found(&timeline.functions, line, &place);
        if cells.is_empty() {
            wrong.push(format!(
                "{name}:{line}: {place} is not in the timeline; expected {expected}"
            ));
        }
        for cell in cells {
            let actual = letters(cell);
            if actual != expected {
                wrong.push(format!(
                    "{name}:{line}: {place} is {actual}, expected {expected}: {:?}",
                    cell.why
                ));
            }
        }
    }
    wrong
}

#[test]
fn every_place_may_do_what_its_program_says() {
    let programs = programs("permissions");
    assert!(programs.len() >= 60, "{} programs", programs.len());
    let wrong: Vec<String> = programs
        .par_iter()
        .flat_map(|program| disagreements(program))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
