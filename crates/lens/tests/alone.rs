//! Each permission a timeline grants is real and each it denies is refused: the one probe, alone
//! in a program of its own, says the same.
//!
//! The timeline comes from many probes in few copies; this test shares nothing with that
//! machinery. It takes minutes for all listings, so that plain `cargo test` takes every
//! eighth listing and there every tenth probe; `cargo test -p lens --test alone -- --ignored` takes all.

mod support;

use lens::Timeline;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

struct Probe {
    listing: String,
    line: usize,
    column: usize,
    statement: String,
    moves: bool,
    granted: bool,
}

fn probes(name: &str, timeline: &Timeline) -> Vec<Probe> {
    let mut probes = Vec::new();
    for point in timeline.functions.iter().flat_map(|function| {
        let places = &function.places;
        function.points.iter().map(move |point| (places, point))
    }) {
        let (places, point) = point;
        for (place, cell) in places.iter().zip(&point.cells) {
            let Some(cell) = cell else { continue };
            let place = &place.expression;
            let mut ask = |statement: String, moves, granted| {
                probes.push(Probe {
                    listing: name.to_owned(),
                    line: point.line,
                    column: point.column,
                    statement,
                    moves,
                    granted,
                });
            };
            ask(format!("let _probe = &{place};"), false, cell.read);
            ask(format!("let _probe = &mut {place};"), false, cell.write);
            ask(format!("let _probe = {place};"), true, cell.own);
        }
    }
    probes
}

/// The lines of the errors of a program, as rustc says them; `None` if it does not parse.
fn error_lines(source: &str) -> Option<Vec<usize>> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("main.rs"), source).expect("written");
    let output = Command::new("rustc")
        .args([
            "--edition=2024",
            "--crate-name=alone",
            "--emit=metadata",
            "--cap-lints=allow",
        ])
        .args(["--error-format=short", "main.rs"])
        .current_dir(&folder)
        .output()
        .expect("rustc starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let errors: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("main.rs:") && line.contains(": error"))
        .collect();
    if errors
        .iter()
        .any(|error| error.contains(": error: ") && error.contains("expected"))
    {
        return None;
    }
    Some(
        errors
            .iter()
            .filter_map(|error| error.split(':').nth(1)?.parse().ok())
            .collect(),
    )
}

/// Whether the probe alone is accepted; `None` where a statement cannot stand.
fn accepted(source: &str, probe: &Probe) -> Option<bool> {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let line = &mut lines[probe.line - 1];
    let at = line
        .char_indices()
        .nth(probe.column - 1)
        .map_or(line.len(), |(at, _)| at);
    line.insert_str(at, &format!("{}\n", probe.statement));
    let errors = error_lines(&lines.join("\n"))?;
    // Using what was moved out of, later on, is the consequence of the move, not its refusal.
    Some(
        !errors
            .iter()
            .any(|error| !probe.moves || *error <= probe.line),
    )
}

fn disagreements(every_listing: usize, every_probe: usize) -> (usize, usize, Vec<String>) {
    let listings = support::listings("examples");
    assert!(listings.len() >= 35);
    let sample: Vec<_> = listings.iter().step_by(every_listing).collect();
    let probes: Vec<Probe> = sample
        .par_iter()
        .flat_map(|(name, source)| {
            let timeline =
                support::kept_timeline(source).unwrap_or_else(|error| panic!("{name}: {error}"));
            probes(name, &timeline)
        })
        .collect();
    let asked: Vec<&Probe> = probes.iter().step_by(every_probe).collect();
    let answers: Vec<Option<Option<String>>> = asked
        .par_iter()
        .map(|probe| {
            let (_, source) = listings.iter().find(|(name, _)| *name == probe.listing).expect("its listing");
            let accepted = accepted(source, probe)?;
            Some((accepted != probe.granted).then(|| {
                let Probe { listing, line, statement, granted, .. } = probe;
                format!("{listing}:{line}: `{statement}` is accepted: {accepted}, the timeline says {granted}")
            }))
        })
        .collect();
    let could_not_stand = answers.iter().filter(|answer| answer.is_none()).count();
    let wrong: BTreeSet<String> = answers.into_iter().flatten().flatten().collect();
    (asked.len(), could_not_stand, wrong.into_iter().collect())
}

fn agree(every_listing: usize, every_probe: usize) {
    let (asked, could_not_stand, wrong) = disagreements(every_listing, every_probe);
    println!("{asked} probes, {could_not_stand} of them where no statement can stand");
    assert!(asked > 50, "{asked} probes");
    assert!(
        could_not_stand * 20 < asked,
        "{could_not_stand} of {asked} probes could not be asked"
    );
    assert!(
        wrong.is_empty(),
        "{} of {asked} disagree\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_sample_of_permissions_agrees_with_rustc() {
    agree(8, 10);
}

#[test]
#[ignore = "takes minutes; CI runs it"]
fn every_permission_agrees_with_rustc() {
    agree(1, 1);
}
