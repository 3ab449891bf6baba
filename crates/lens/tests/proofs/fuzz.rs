//! Programs nobody wrote: listings with statements deleted, swapped, doubled or damaged.
//! Each gets a timeline or a clear error, never a panic and never a hang; and a trace that says
//! what the program says of itself, or a clear error.

use crate::support::part::part;
use crate::support::reports::{compare, original, report_of};
use lens::{Ending, LensError, Options, Trace, timeline, trace};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

/// The lens gives up on a program after 10 s; the rest is what a loaded machine may need.
const PATIENCE: Duration = Duration::from_secs(40);

/// Where the program begins on the first line of one that reports on itself.
const END_OF_HELPERS: &str = "/*end*/ ";

fn mutated(source: &str, random: &mut fastrand::Rng) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    for _ in 0..random.usize(1..=3) {
        let at = random.usize(..lines.len());
        let other = random.usize(..lines.len());
        let next = (at + 1) % lines.len();
        // What a line reports of itself stays whole, and each `drop` reports itself once.
        if [at, next, other]
            .iter()
            .any(|line| lines[*line].contains("report!(dropped"))
        {
            continue;
        }
        let (reports, code) = lines[at].split_at(end_of_reports(&lines[at]));
        let changed = match random.u8(..8) {
            0 if lines.len() > 1 => {
                lines.remove(at);
                continue;
            }
            1 => {
                lines.insert(at, lines[at].clone());
                continue;
            }
            2 => {
                lines.swap(at, next);
                continue;
            }
            3 => code.replacen('&', "", 1),
            4 => code.replacen("mut ", "", 1),
            5 => code.replacen('(', "(&", 1),
            6 => {
                lines[at] = lines[other].clone();
                continue;
            }
            _ => {
                let keep = random.usize(..=code.chars().count());
                code.chars().take(keep).collect()
            }
        };
        lines[at] = format!("{reports}{changed}");
    }
    lines.join("\n") + "\n"
}

/// Where the code of a line begins, after what the line reports.
fn end_of_reports(line: &str) -> usize {
    line.rfind("report!(").map_or(0, |last| {
        let length = line[last..].find(");").expect("a whole report");
        last + length + ");".len()
    })
}

fn survive(programs: usize) {
    let mut listings = crate::support::listings("examples");
    listings.extend(crate::support::listings("tests/compile-fail"));
    let mut random = fastrand::Rng::with_seed(7);
    let programs: Vec<String> = (0..programs)
        .map(|number| mutated(&listings[number % listings.len()].1, &mut random))
        .collect();
    let programs = part(programs);
    let outcomes: Vec<&str> = programs
        .par_iter()
        .map(|program| {
            let started = Instant::now();
            let outcome = catch_unwind(|| timeline(program, &Options::default()));
            assert!(
                started.elapsed() < PATIENCE,
                "took {:?}:\n{program}",
                started.elapsed()
            );
            match outcome {
                Err(_) => panic!("panicked on:\n{program}"),
                Ok(Ok(_)) => "timeline",
                Ok(Err(LensError::NotRust { .. })) => "not Rust",
                Ok(Err(LensError::NotHandled { .. })) => "not handled",
                Ok(Err(LensError::Stopped(_) | LensError::Rejected(_))) => {
                    "stopped before borrow checking"
                }
                Ok(Err(LensError::TimedOut(_))) => "timed out",
                Ok(Err(
                    error @ (LensError::Crashed(_) | LensError::NotReady(_) | LensError::Io(_)),
                )) => {
                    panic!("{error} on:\n{program}")
                }
            }
        })
        .collect();
    for kind in [
        "timeline",
        "not Rust",
        "not handled",
        "stopped before borrow checking",
        "timed out",
    ] {
        println!(
            "{kind}: {}",
            outcomes.iter().filter(|outcome| **outcome == kind).count()
        );
    }
    let with_timeline = outcomes
        .iter()
        .filter(|outcome| **outcome == "timeline")
        .count();
    assert!(
        with_timeline * 10 > outcomes.len(),
        "only {with_timeline} of {} have a timeline",
        outcomes.len()
    );
}

#[test]
fn a_few_mutated_programs_are_survived() {
    survive(40);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn two_thousand_mutated_programs_are_survived() {
    survive(2_000);
}

/// What became of a mutated program that was traced.
enum Traced {
    /// No trace, and why.
    Not(&'static str),
    /// A trace, and nothing to compare it with.
    Alone(&'static str),
    /// A trace with so many facts that the program itself reports.
    Compared {
        agreed: usize,
        /// Reports on lines that a mutation has left without code, where there is no step.
        without_code: usize,
    },
    /// A trace with facts that the program contradicts.
    False(String),
}

fn patiently_traced(program: &str) -> Result<Trace, &'static str> {
    let started = Instant::now();
    let outcome = catch_unwind(|| trace(program));
    assert!(
        started.elapsed() < PATIENCE,
        "took {:?}:\n{program}",
        started.elapsed()
    );
    match outcome {
        Err(_) => panic!("panicked on:\n{program}"),
        Ok(Ok(trace)) => Ok(trace),
        Ok(Err(LensError::NotRust { .. })) => Err("not Rust"),
        Ok(Err(LensError::NotHandled { .. })) => Err("not handled"),
        Ok(Err(LensError::Stopped(_) | LensError::Rejected(_))) => Err("rejected by rustc"),
        Ok(Err(LensError::TimedOut(_))) => Err("timed out"),
        Ok(Err(error @ (LensError::Crashed(_) | LensError::NotReady(_) | LensError::Io(_)))) => {
            panic!("{error} on:\n{program}")
        }
    }
}

fn traced_alone(program: &str) -> Traced {
    match patiently_traced(program) {
        Ok(_) => Traced::Alone("traced"),
        Err(why) => Traced::Not(why),
    }
}

/// Traces a self-reporting program without its reports, and compares.
fn traced_and_reported(program: &str) -> Traced {
    let original = original(program);
    let trace = match patiently_traced(&original) {
        Ok(trace) => trace,
        Err(why) => return Traced::Not(why),
    };
    // A report may read what may not be read where a mutation has put it.
    let Some(report) = report_of(program) else {
        return Traced::Alone("traced, no report");
    };
    // `report!(Box, boxes[2])` where a mutation has made the list shorter.
    if panicked_in_a_report(program, &report.said) {
        return Traced::Alone("traced, the report panicked");
    }
    if !matches!(trace.ending, Ending::Returned | Ending::Panicked { .. })
        || !trace.notes.is_empty()
    {
        return Traced::Alone("traced in part");
    }
    let mut comparison = compare(&original, &trace, &report.said);
    comparison.expect(|| "output".into(), &report.printed, &trace.output);
    match comparison.disagreements.is_empty() {
        true => Traced::Compared {
            agreed: comparison.agreed,
            without_code: comparison.without_code,
        },
        false => Traced::False(format!(
            "{}\n{original}",
            comparison.disagreements.join("\n")
        )),
    }
}

/// Whether what panicked is no part of the program without its reports.
fn panicked_in_a_report(program: &str, said: &str) -> bool {
    // thread 'main' (4711) panicked at main.rs:5:13:
    let Some((_, place)) = said.rsplit_once(" panicked at main.rs:") else {
        return false;
    };
    let mut numbers = place
        .split(':')
        .map_while(|number| number.parse::<usize>().ok());
    let (Some(line), Some(column)) = (numbers.next(), numbers.next()) else {
        return false;
    };
    let line: Option<&str> = program.lines().nth(line - 1);
    line.is_some_and(|line| column <= end_of_reports(line))
}

/// Traces so many mutated listings, and as many mutated self-reporting programs.
fn show_nothing_false(each: usize) {
    let mut random = fastrand::Rng::with_seed(11);
    let listings = crate::support::listings("examples");
    let reports = crate::support::listings("crates/lens/tests/reports");
    let mut pairs = Vec::new();
    for number in 0..each {
        let (_, listing) = &listings[number % listings.len()];
        let listing = mutated(listing, &mut random);
        let (head, code) = reports[number % reports.len()]
            .1
            .split_once(END_OF_HELPERS)
            .expect("a head with helpers");
        let code = mutated(code, &mut random);
        let report = format!("{head}{END_OF_HELPERS}{code}");
        pairs.push([(false, listing), (true, report)]);
    }
    let programs: Vec<(bool, String)> = part(pairs).into_iter().flatten().collect();
    let outcomes: Vec<Traced> = programs
        .par_iter()
        .map(|(reports, program)| match reports {
            true => traced_and_reported(program),
            false => traced_alone(program),
        })
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut facts, mut lines_without_code) = (0, 0);
    let mut wrong = Vec::new();
    for outcome in outcomes {
        let kind = match outcome {
            Traced::Not(kind) | Traced::Alone(kind) => kind,
            Traced::Compared {
                agreed,
                without_code,
            } => {
                facts += agreed;
                lines_without_code += without_code;
                "traced and compared"
            }
            Traced::False(what) => {
                wrong.push(what);
                "traced and contradicted"
            }
        };
        *counts.entry(kind).or_default() += 1;
    }
    println!("{counts:?}");
    println!("{facts} facts agree; {lines_without_code} lines report where no code is left");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let compared = counts.get("traced and compared").copied().unwrap_or(0);
    // A sample in which hardly anything compiles would prove nothing.
    assert!(
        compared * 20 > programs.len(),
        "only {compared} are compared"
    );
}

#[test]
fn a_few_mutated_programs_are_traced_truly() {
    show_nothing_false(60);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn two_thousand_mutated_programs_are_traced_truly() {
    show_nothing_false(1_000);
}
