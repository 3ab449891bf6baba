//! Small programs that say themselves what each statement needs, and the law that a program which
//! compiles needs nothing that it has not.
//!
//! A comment such as `//? list: W, item: O` states what the statement that begins on its line needs.
//! The expectations were written from the language's rules before the lens was run.

use crate::permissions::programs;
use crate::support::kept_timeline;
use lens::{Permission, Timeline};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// By line: what its statement is said to need.
fn expectations(source: &str) -> Vec<(usize, BTreeSet<String>)> {
    let lines = source.lines().enumerate();
    let commented = lines.filter_map(|(index, line)| Some((index + 1, line.split_once("//?")?.1)));
    commented
        .map(|(line, comment)| {
            let parts = comment.split(", ").map(|part| part.trim().to_owned());
            (line, parts.filter(|part| part != "nothing").collect())
        })
        .collect()
}

fn letter(permission: Permission) -> char {
    match permission {
        Permission::Read => 'R',
        Permission::Write => 'W',
        Permission::Own => 'O',
    }
}

/// What the first statement that begins on a line needs.
fn needed(timeline: &Timeline, line: usize) -> BTreeSet<String> {
    let points = timeline
        .functions
        .iter()
        .flat_map(|function| &function.points);
    let first = points
        .filter(|point| point.line == line)
        .min_by_key(|point| point.column);
    let needs = first.map(|point| point.needs.iter()).unwrap_or_default();
    needs
        .map(|need| format!("{}: {}", need.place, letter(need.permission)))
        .collect()
}

fn disagreements(program: &Path) -> Vec<String> {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let source = fs::read_to_string(program).expect("a program");
    let expectations = expectations(&source);
    assert!(!expectations.is_empty(), "{name} expects something");
    let timeline = match kept_timeline(&source) {
        Ok(timeline) => timeline,
        Err(error) => return vec![format!("{name}: {error}")],
    };
    let wrong = expectations.into_iter().filter_map(|(line, expected)| {
        let needed = needed(&timeline, line);
        (needed != expected)
            .then(|| format!("{name}:{line}: needs {needed:?}, expected {expected:?}"))
    });
    wrong.collect()
}

#[test]
fn every_line_needs_what_its_program_says() {
    let programs = programs("needs");
    assert!(programs.len() >= 60, "{} programs", programs.len());
    let wrong: Vec<String> = programs
        .par_iter()
        .flat_map(|program| disagreements(program))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The needs that a program's places do not grant: line, place and letter.
fn lacking(timeline: &Timeline) -> Vec<(usize, String)> {
    let mut lacking = Vec::new();
    for function in &timeline.functions {
        for point in &function.points {
            for need in &point.needs {
                let cell = need.column.and_then(|column| point.cells[column].as_ref());
                if !need.late && cell.is_some_and(|cell| !cell.may(need.permission)) {
                    let letter = letter(need.permission);
                    lacking.push((point.line, format!("{}: {letter}", need.place)));
                }
            }
        }
    }
    lacking
}

#[test]
fn what_compiles_needs_nothing_that_it_has_not() {
    let mut all: Vec<PathBuf> = ["needs", "permissions"]
        .iter()
        .flat_map(|name| programs(name))
        .collect();
    all.extend(
        programs("../../../examples")
            .into_iter()
            .filter(|path| path.extension().is_some_and(|end| end == "rs")),
    );
    let wrong: Vec<String> = all
        .par_iter()
        .filter_map(|program| {
            let source = fs::read_to_string(program).ok()?;
            let timeline = kept_timeline(&source).ok()?;
            let lacking = lacking(&timeline);
            (timeline.refusals.is_empty() && !lacking.is_empty())
                .then(|| format!("{}: {lacking:?}", program.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
