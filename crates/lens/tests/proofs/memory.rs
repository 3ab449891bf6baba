//! What a trace says of a run is what the program says of itself.
//!
//! Each program in `tests/reports` prints facts about its own memory with plain calls: `as_ptr`,
//! `len`, `capacity`, `strong_count`, and a printing `drop`. Without its report calls it is traced.
//! Addresses differ between two runs; which of them are equal at a moment must not.

use crate::support::reports::{Comparison, compare, original, report_of};
use rayon::prelude::*;

/// Every how many programs the quick test takes one.
const SAMPLE: usize = 9;

/// The comparisons of every so many of the programs whose names begin so, by name.
fn compared(prefix: &str, every: usize) -> Vec<(String, Comparison)> {
    let mut reports = crate::support::listings("crates/lens/tests/reports");
    reports.retain(|(name, _)| name.starts_with(prefix));
    let compared: Vec<(String, Comparison)> = reports
        .par_iter()
        .step_by(every)
        .map(|(name, source)| {
            let original = original(source);
            let trace =
                crate::support::traced(&original).unwrap_or_else(|error| panic!("{name}: {error}"));
            let report = report_of(source).unwrap_or_else(|| panic!("{name} has no report"));
            assert_eq!(report.printed, trace.output, "{name} prints something else");
            (name.clone(), compare(&original, &trace, &report.said))
        })
        .collect();
    let sum = |count: fn(&Comparison) -> usize| -> usize {
        compared
            .iter()
            .map(|(_, comparison)| count(comparison))
            .sum()
    };
    println!(
        "{} programs: {} facts agree, {} are not seen",
        compared.len(),
        sum(|comparison| comparison.agreed),
        sum(|comparison| comparison.not_seen.len())
    );
    let disagreements: Vec<String> = compared
        .iter()
        .flat_map(|(name, comparison)| {
            let lines = comparison.disagreements.iter();
            lines.map(move |line| format!("{name}: {line}"))
        })
        .collect();
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
    compared
}

#[test]
fn a_trace_says_what_some_programs_say_of_themselves() {
    compared("", SAMPLE);
}

#[test]
#[ignore = "takes a minute; CI runs it"]
fn a_trace_says_what_every_program_says_of_itself() {
    compared("", 1);
}

#[test]
fn what_values_of_std_say_of_themselves_is_seen_to_the_last_fact() {
    for (name, comparison) in compared("std-", 1) {
        assert!(comparison.agreed >= 5, "{name}: {}", comparison.agreed);
        assert!(
            comparison.not_seen.is_empty(),
            "{name}: {:?}",
            comparison.not_seen
        );
    }
}
