//! Each permission a timeline grants is real and each it denies is refused: the one probe, alone
//! in a program of its own, says the same.
//!
//! The timeline comes from many probes in few copies; this test shares nothing with that
//! machinery. It takes minutes for all listings, so that plain `cargo test` takes every
//! eighth listing and there every tenth probe; `cargo test -p lens --test proofs alone -- --ignored` takes all.

use lens::Timeline;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

struct Probe {
    listing: String,
    line: usize,
    column: usize,
    place: String,
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
            // A probe that asks more of a captured place than its closure does changes how it is
            // captured; then rustc answers about another closure.
            let captured = place.captured;
            let place = &place.expression;
            let mut ask = |statement: String, moves, granted| {
                probes.push(Probe {
                    listing: name.to_owned(),
                    line: point.line,
                    column: point.column,
                    place: place.clone(),
                    statement,
                    moves,
                    granted,
                });
            };
            ask(format!("let _probe = &{place};"), false, cell.read);
            if !captured || cell.write {
                ask(format!("let _probe = &mut {place};"), false, cell.write);
            }
            if !captured || cell.own {
                ask(format!("let _probe = {place};"), true, cell.own);
            }
        }
    }
    probes
}

/// An error: its code, the line it points at, and the lines with labels.
struct Error {
    code: String,
    message: String,
    line: usize,
    labels: Vec<usize>,
}

/// The errors of a program, as rustc says them; `None` if it does not parse.
fn errors(source: &str) -> Option<Vec<Error>> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("main.rs"), source).expect("written");
    let output = Command::new("rustc")
        .args([
            "--edition=2024",
            "--crate-name=alone",
            "--emit=metadata",
            "--cap-lints=allow",
        ])
        .args(["--error-format=json", "main.rs"])
        .current_dir(&folder)
        .output()
        .expect("rustc starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let mut errors = Vec::new();
    for line in said.lines() {
        let said: Value = serde_json::from_str(line).expect("JSON");
        let spans = said["spans"].as_array().expect("spans");
        let line = |span: &Value| span["line_start"].as_u64().unwrap_or_default() as usize;
        let Some(primary) = spans.iter().find(|span| span["is_primary"] == true) else {
            continue;
        };
        // A packed field may not be lent with `&`, whoever owns it.
        if said["level"] != "error" || said["code"]["code"] == "E0793" {
            continue;
        }
        let labels = spans.iter().filter(|span| !span["label"].is_null());
        errors.push(Error {
            code: said["code"]["code"].as_str().unwrap_or_default().to_owned(),
            message: said["message"].as_str().unwrap_or_default().to_owned(),
            line: line(primary),
            labels: labels.map(line).collect(),
        });
    }
    let unparsed = |error: &Error| error.code.is_empty() && error.message.contains("expected");
    (!errors.iter().any(unparsed)).then_some(errors)
}

/// The program with lines put before the probe's statement.
fn with_lines(source: &str, probe: &Probe, inserted: &[String]) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let line = &mut lines[probe.line - 1];
    let at = line
        .char_indices()
        .nth(probe.column - 1)
        .map_or(line.len(), |(at, _)| at);
    line.insert_str(at, &(inserted.join("\n") + "\n"));
    lines.join("\n")
}

/// Whether the probe alone is accepted; `None` where a statement cannot stand.
fn accepted(source: &str, probe: &Probe) -> Option<bool> {
    let errors = errors(&with_lines(
        source,
        probe,
        std::slice::from_ref(&probe.statement),
    ))?;
    // Using what was moved out of, later on, is the consequence of the move, not its refusal.
    let refused = errors
        .iter()
        .any(|error| !probe.moves || error.line <= probe.line);
    let refused = refused || probe.moves && gone_in_the_next_iteration(source, probe);
    Some(!refused)
}

/// Whether a move comes upon the place that it has left empty in the iteration before. rustc
/// shows one error for a move, and a use that follows hides this one; so another move begins the
/// next iteration at once, and an error that is due to both moves is about what comes then.
fn gone_in_the_next_iteration(source: &str, probe: &Probe) -> bool {
    let place = &probe.place;
    let fill = format!("{place} = crate::__any();");
    let sometimes = "if crate::__any::<bool>()";
    let lines: Vec<&str> = source.lines().collect();
    loops_around(&lines, probe.line)
        .iter()
        .any(|(first, last)| {
            let mut lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            // What follows the loop finds the place full.
            let end = &mut lines[*last];
            let brace = end
                .find("};")
                .map(|at| at + 2)
                .or(end.find('}').map(|at| at + 1));
            end.insert_str(brace.unwrap_or(end.len()), &fill);
            let header = &mut lines[*first];
            let word = header.trim_start();
            let label = match word
                .strip_prefix('\'')
                .and_then(|rest| rest.split_once(':'))
            {
                Some((label, _)) => format!("'{label}"),
                None => {
                    let at = LOOPS.iter().find_map(|word| header.find(word));
                    let at = at.expect("the word of the loop");
                    // Only the lines matter below, so that the columns may move, but on this line.
                    header.insert_str(at, "'again: ");
                    "'again".to_owned()
                }
            };
            let inserted = [
                format!("let _again = &{place}; {fill}"),
                format!("{sometimes} {{ let _other = {place}; continue {label}; }}"),
                format!("{sometimes} {{ let _probe = {place}; }}"),
            ];
            let program = with_lines(&lines.join("\n"), probe, &inserted);
            let program = program + "\nconst fn __any<T>() -> T { loop {} }\n";
            let due_to_both = |error: &Error| {
                let mut moves = [probe.line + 1, probe.line + 2].into_iter();
                error.code == "E0382" && moves.all(|line| error.labels.contains(&line))
            };
            errors(&program).is_some_and(|errors| errors.iter().any(due_to_both))
        })
}

const LOOPS: [&str; 3] = ["for ", "while ", "loop {"];

/// The first and last lines of the loops around a line, from 0, read from how far the lines are
/// indented.
fn loops_around(lines: &[&str], line: usize) -> Vec<(usize, usize)> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = lines[line - 1];
    let mut limit = indent(own) + usize::from(own.trim_start().starts_with('}'));
    let mut loops = Vec::new();
    for first in (0..line - 1).rev() {
        let header = lines[first]
            .split("//")
            .next()
            .unwrap_or_default()
            .trim_end();
        if header.trim().is_empty() || indent(header) >= limit {
            continue;
        }
        limit = indent(header);
        let ends = |line: &&str| indent(line) == limit && line.trim_start().starts_with('}');
        let last = lines[line - 1..].iter().position(ends);
        let is_loop = LOOPS.iter().any(|word| header.contains(word)) && header.ends_with('{');
        if let (true, Some(last)) = (is_loop && !header.contains("impl"), last) {
            loops.push((first, line - 1 + last));
        }
    }
    loops
}

fn disagreements(
    listings: &[(String, String)],
    every_listing: usize,
    every_probe: usize,
) -> (usize, usize, Vec<String>) {
    assert!(listings.len() >= 35);
    let sample: Vec<_> = listings.iter().step_by(every_listing).collect();
    let probes: Vec<Probe> = sample
        .par_iter()
        .flat_map(|(name, source)| {
            let timeline = crate::support::kept_timeline(source)
                .unwrap_or_else(|error| panic!("{name}: {error}"));
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

fn agree(listings: &[(String, String)], every_listing: usize, every_probe: usize) {
    let (asked, could_not_stand, wrong) = disagreements(listings, every_listing, every_probe);
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
    agree(&crate::support::listings("examples"), 8, 10);
}

#[test]
#[ignore = "takes minutes; CI runs it"]
fn every_permission_agrees_with_rustc() {
    agree(&crate::support::listings("examples"), 1, 1);
}

#[test]
#[ignore = "takes minutes; CI runs it"]
fn every_permission_of_the_small_programs_agrees_with_rustc() {
    let mut programs = crate::support::listings("crates/lens/tests/permissions");
    // Their own errors, and those of a destructor in a `const fn`, would be taken for the probes'.
    programs.retain(|(name, _)| !name.starts_with("rejected-") && name != "const-function");
    agree(&programs, 1, 1);
}
