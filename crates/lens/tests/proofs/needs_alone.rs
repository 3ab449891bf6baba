//! Each need that a timeline names is real, and no other is: one variable lent before one statement,
//! alone in a program of its own, is refused as the needs say.
//!
//! The lens lends all variables everywhere in two copies of a program. This test lends one at a time,
//! and looks at nothing but the errors on the statement's line. Plain `cargo tools` takes every eighth
//! listing and there every fifth question; `-- --ignored needs_alone` takes all.

use crate::support::part::part;
use crate::support::rustc::{Error, errors_of_each};
use lens::{Permission, Timeline};

/// A variable and a statement, or the head of a loop or an `if`, that is all on one line.
struct Asked {
    line: usize,
    column: usize,
    variable: String,
    /// The places that may not be written. An assignment to one gives it a value, and needs nothing of
    /// it.
    not_writable: Vec<String>,
    /// The strongest need of the variable or of a part of it, in the timeline's words.
    needed: Option<Permission>,
}

fn asked(source: &str, timeline: &Timeline) -> Vec<Asked> {
    let mut asked = Vec::new();
    // What is asked inside a closure would change what it captures.
    let functions = timeline.functions.iter();
    for function in functions.filter(|function| !function.name.contains('{')) {
        for point in &function.points {
            let on_line = function
                .points
                .iter()
                .filter(|other| other.line == point.line);
            let line = source.lines().nth(point.line - 1).unwrap_or_default();
            let code = line.split("//").next().unwrap_or_default().trim();
            let head = ["for ", "while ", "if "]
                .iter()
                .any(|word| code.starts_with(word));
            // Where an assertion reads, rustc points into std.
            let whole = !code.starts_with("assert")
                && !code.starts_with('}')
                && (code.ends_with(';') || head && code.ends_with('{'));
            if !whole || on_line.count() > 1 || function.name.contains("const") {
                continue;
            }
            let cells = || function.places.iter().zip(&point.cells);
            let not_writable = cells().filter_map(|(place, cell)| {
                let is_not = cell.as_ref().is_some_and(|cell| !cell.write);
                is_not.then(|| place.expression.clone())
            });
            let not_writable: Vec<String> = not_writable.collect();
            for (place, cell) in cells() {
                let variable = &place.expression;
                if cell.is_none() || variable.contains(['.', '*', '[']) {
                    continue;
                }
                let needs = point
                    .needs
                    .iter()
                    .filter(|need| root(&need.place) == variable);
                asked.push(Asked {
                    line: point.line,
                    column: point.column,
                    variable: variable.clone(),
                    not_writable: not_writable.clone(),
                    needed: needs.map(|need| need.permission).max(),
                });
            }
        }
    }
    asked
}

fn root(place: &str) -> &str {
    let name = place.trim_start_matches('*');
    name.split(['.', '[']).next().unwrap_or(name)
}

/// The loans that a variable is lent by, one after the other.
const LOANS: [&str; 2] = ["&", "&mut "];

/// The program with the variable lent before the statement.
fn with_loan(source: &str, asked: &Asked, loan: &str) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let line = &mut lines[asked.line - 1];
    let at = line
        .char_indices()
        .nth(asked.column - 1)
        .map_or(line.len(), |(at, _)| at);
    line.insert_str(
        at,
        &format!("let _held = Held({loan}{});\n", asked.variable),
    );
    lines.join("\n") + "\nstruct Held<T>(T);\nimpl<T> Drop for Held<T> { fn drop(&mut self) {} }\n"
}

/// The strongest thing that the statement does to the variable, as rustc refuses it while the variable
/// is lent in either way; nothing where no statement can stand.
fn refused(asked: &Asked, answers: &[Option<Vec<Error>>]) -> Option<Option<Permission>> {
    let mut strongest = None;
    for (loan, errors) in LOANS.iter().zip(answers) {
        for error in errors.as_ref()? {
            let message = &error.message;
            let place = message.split('`').nth(1).unwrap_or_default();
            if error.line != asked.line + 1 || root(place) != asked.variable {
                continue;
            }
            let done = match error.code.as_str() {
                "E0505" => Permission::Own,
                "E0502" if message.contains("as mutable because") => Permission::Write,
                // A compound assignment reads, and that is all that is said of it.
                "E0503" if *loan == "&" => Permission::Write,
                "E0506" if asked.not_writable.iter().any(|other| other == place) => continue,
                "E0499" | "E0500" | "E0506" | "E0524" => Permission::Write,
                "E0502" | "E0503" => Permission::Read,
                _ => continue,
            };
            strongest = strongest.max(Some(done));
        }
    }
    Some(strongest)
}

fn agree(listings: &[(String, String)], every_question: usize) {
    let sample = listings.iter();
    let questions: Vec<(&str, &str, Asked)> = sample
        .flat_map(|(name, source)| {
            let timeline = crate::support::kept_timeline(source)
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            let asked = asked(source, &timeline).into_iter();
            asked.map(move |asked| (name.as_str(), source.as_str(), asked))
        })
        .step_by(every_question)
        .collect();
    assert!(questions.len() > 20, "{} questions", questions.len());
    let texts: Vec<String> = questions
        .iter()
        .flat_map(|(_, source, asked)| LOANS.map(|loan| with_loan(source, asked, loan)))
        .collect();
    let said = errors_of_each(&texts);
    let answers: Vec<Option<String>> = questions
        .iter()
        .zip(said.chunks(LOANS.len()))
        .map(|((name, _, asked), answers)| {
            let refused = refused(asked, answers)?;
            let Asked {
                line,
                variable,
                needed,
                ..
            } = asked;
            Some(if refused == *needed {
                String::new()
            } else {
                format!("{name}:{line}: {variable} needs {needed:?}; rustc refuses {refused:?}")
            })
        })
        .collect();
    let stood = answers.iter().flatten().count();
    println!(
        "{stood} of {} questions about needs could be asked",
        questions.len()
    );
    assert!(
        stood * 20 > questions.len() * 19,
        "{stood} of {}",
        questions.len()
    );
    let wrong: Vec<&String> = answers
        .iter()
        .flatten()
        .filter(|wrong| !wrong.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_sample_of_needs_agrees_with_rustc() {
    let listings = crate::support::listings("examples").into_iter();
    agree(&listings.step_by(8).collect::<Vec<_>>(), 5);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn every_need_of_the_listings_agrees_with_rustc() {
    agree(&part(crate::support::listings("examples")), 1);
}
