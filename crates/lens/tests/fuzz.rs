//! Programs nobody wrote: listings with statements deleted, swapped, doubled or damaged.
//! Each gets a timeline or a clear error, never a panic and never a hang.

mod support;

use lens::{LensError, Options, timeline};
use rayon::prelude::*;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

/// The lens gives up on a program after 10 s; the rest is what a loaded machine may need.
const PATIENCE: Duration = Duration::from_secs(40);

fn mutated(source: &str, random: &mut fastrand::Rng) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    for _ in 0..random.usize(1..=3) {
        let at = random.usize(..lines.len());
        match random.u8(..8) {
            0 if lines.len() > 1 => _ = lines.remove(at),
            1 => lines.insert(at, lines[at].clone()),
            2 => {
                let next = (at + 1) % lines.len();
                lines.swap(at, next);
            }
            3 => lines[at] = lines[at].replacen('&', "", 1),
            4 => lines[at] = lines[at].replacen("mut ", "", 1),
            5 => lines[at] = lines[at].replacen('(', "(&", 1),
            6 => {
                let other = random.usize(..lines.len());
                lines[at] = lines[other].clone();
            }
            _ => {
                let keep = random.usize(..=lines[at].chars().count());
                lines[at] = lines[at].chars().take(keep).collect();
            }
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
    }
    lines.join("\n") + "\n"
}

fn survive(programs: usize) {
    let mut listings = support::listings("examples");
    listings.extend(support::listings("tests/compile-fail"));
    let mut random = fastrand::Rng::with_seed(7);
    let programs: Vec<String> = (0..programs)
        .map(|number| mutated(&listings[number % listings.len()].1, &mut random))
        .collect();
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
                Ok(Err(error @ (LensError::Crashed(_) | LensError::Io(_)))) => {
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
#[ignore = "takes minutes; CI runs it"]
fn two_thousand_mutated_programs_are_survived() {
    survive(2_000);
}
