//! Each permission a timeline grants is real and each it denies is refused: the one probe, alone
//! in a program of its own, says the same.
//!
//! The timeline comes from many probes in few copies; this test shares nothing with that
//! machinery. Of the refused programs it asks those that use what has moved or has no value, mended
//! so that no error of their own hides a probe's. It takes minutes for all listings, so that plain
//! `cargo test` takes every eighth listing and there every tenth probe, and every twenty-fifth of the
//! mended programs; `cargo test -p lens --test proofs alone -- --ignored` takes all.

use crate::support::mended::{Mended, mended};
use crate::support::part::part;
use crate::support::rustc::{Error, errors, errors_of_each};
use lens::Timeline;
use rayon::prelude::*;
use std::collections::BTreeSet;

#[derive(Clone)]
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

/// A program as it is asked about.
struct Asked {
    name: String,
    /// What the timeline is of.
    source: String,
    /// What the probes stand in, and its errors.
    text: String,
    known: Vec<Error>,
    mended: Option<Mended>,
}

impl Asked {
    fn new(name: &str, source: &str) -> Asked {
        Asked {
            name: name.to_owned(),
            source: source.to_owned(),
            text: source.to_owned(),
            known: errors(source).expect("the program parses"),
            mended: None,
        }
    }

    /// The same, where none of its own errors hides a probe's; `None` if it has others.
    fn mended(&self) -> Option<Asked> {
        let mended = mended(&self.source)?;
        let text = mended.text();
        Some(Asked {
            name: self.name.clone(),
            source: self.source.clone(),
            known: errors(&text).expect("the mended program parses"),
            text,
            mended: Some(mended),
        })
    }

    /// The probe where it stands in the text.
    fn moved(&self, probe: &Probe) -> Probe {
        let column = |mended: &Mended| mended.column(probe.line, probe.column);
        Probe {
            column: self.mended.as_ref().map_or(probe.column, column),
            ..probe.clone()
        }
    }

    /// Whether an error of the text with the probe in it is one without the probe: what stands
    /// behind the probe is a line further down.
    fn knows(&self, error: &Error) -> bool {
        self.known.iter().any(|known| {
            (&known.code, &known.message) == (&error.code, &error.message)
                && (error.line == known.line || error.line == known.line + 1)
        })
    }
}

/// Whether an error is about what the mending assigns: the probe uses what is lent from the value
/// that was there before.
fn is_of_mending(text: &str, error: &Error) -> bool {
    let place = error.message.split('`').nth(1).unwrap_or_default();
    let assigned = format!("{{ {place} = __any(); ");
    let line = text.lines().nth(error.line - 1).unwrap_or_default();
    error.code == "E0506" && line.contains(&assigned)
}

/// Whether each of these probes alone is accepted; `None` where a statement cannot stand.
fn accepted(asked: &Asked, probes: &[Probe]) -> Vec<Option<bool>> {
    let with =
        |probe: &Probe| with_lines(&asked.text, probe, std::slice::from_ref(&probe.statement));
    let texts: Vec<String> = probes.iter().map(with).collect();
    let answers = errors_of_each(&texts)
        .into_iter()
        .zip(probes.iter().zip(&texts));
    let mut accepted: Vec<Option<bool>> = answers
        .map(|(errors, (probe, text))| {
            // Using what was moved out of, later on, is the consequence of the move, not its refusal.
            let errors = errors?;
            let mut new = errors
                .iter()
                .filter(|error| !asked.knows(error) && !is_of_mending(text, error));
            Some(!new.any(|error| !probe.moves || error.line <= probe.line))
        })
        .collect();
    let (moves, texts): (Vec<usize>, Vec<String>) = (0..probes.len())
        .filter(|number| probes[*number].moves && accepted[*number] == Some(true))
        .flat_map(|number| {
            let texts = with_a_next_iteration(&asked.text, &probes[number]).into_iter();
            texts.map(move |text| (number, text))
        })
        .unzip();
    for (number, errors) in moves.into_iter().zip(errors_of_each(&texts)) {
        let line = probes[number].line;
        let due_to_both = |error: &Error| {
            let mut moves = [line + 1, line + 2].into_iter();
            error.code == "E0382" && moves.all(|line| error.labels.contains(&line))
        };
        if errors.is_some_and(|errors| errors.iter().any(due_to_both)) {
            accepted[number] = Some(false);
        }
    }
    accepted
}

/// For each loop around a move, a program that says whether the move comes upon the place that it
/// has left empty in the iteration before. rustc shows one error for a move, and a use that follows
/// hides this one; so another move begins the next iteration at once, and an error that is due to
/// both moves is about what comes then.
fn with_a_next_iteration(source: &str, probe: &Probe) -> Vec<String> {
    let place = &probe.place;
    let fill = format!("{place} = crate::__any();");
    let sometimes = "if crate::__any::<bool>()";
    let lines: Vec<&str> = source.lines().collect();
    let loops = loops_around(&lines, probe.line).into_iter();
    loops
        .map(|(first, last)| {
            let mut lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            // What follows the loop finds the place full.
            let end = &mut lines[last];
            let brace = end
                .find("};")
                .map(|at| at + 2)
                .or(end.find('}').map(|at| at + 1));
            end.insert_str(brace.unwrap_or(end.len()), &fill);
            let header = &mut lines[first];
            let word = header.trim_start();
            let label = match word
                .strip_prefix('\'')
                .and_then(|rest| rest.split_once(':'))
            {
                Some((label, _)) => format!("'{label}"),
                None => {
                    let at = LOOPS.iter().find_map(|word| header.find(word));
                    let at = at.expect("the word of the loop");
                    // Only the lines matter, so that the columns may move, but on this line.
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
            program + "\nconst fn __any<T>() -> T { loop {} }\n"
        })
        .collect()
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

fn disagreements(programs: &[Asked], every_probe: usize) -> (usize, usize, Vec<String>) {
    let probes: Vec<Vec<Probe>> = programs
        .par_iter()
        .map(|program| {
            let name = &program.name;
            let timeline = crate::support::kept_timeline(&program.source)
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            probes(name, &timeline)
        })
        .collect();
    let all = programs.iter().zip(probes);
    let all =
        all.flat_map(|(program, probes)| probes.into_iter().map(move |probe| (program, probe)));
    let sample: Vec<(&Asked, Probe)> = all.step_by(every_probe).collect();
    let by_program: Vec<&[(&Asked, Probe)]> = sample
        .chunk_by(|(one, _), (other, _)| std::ptr::eq(*one, *other))
        .collect();
    let answers: Vec<Option<Option<String>>> = by_program
        .par_iter()
        .flat_map(|asked| {
            let program = asked[0].0;
            let moved: Vec<Probe> = asked.iter().map(|(_, probe)| program.moved(probe)).collect();
            let accepted = accepted(program, &moved).into_iter().zip(*asked);
            let answers = accepted.map(|(accepted, (_, probe))| {
                let accepted = accepted?;
                let Probe { listing, line, statement, granted, .. } = probe;
                Some((accepted != *granted).then(|| {
                    format!("{listing}:{line}: `{statement}` is accepted: {accepted}, the timeline says {granted}")
                }))
            });
            answers.collect::<Vec<_>>()
        })
        .collect();
    let could_not_stand = answers.iter().filter(|answer| answer.is_none()).count();
    let wrong: BTreeSet<String> = answers.into_iter().flatten().flatten().collect();
    (sample.len(), could_not_stand, wrong.into_iter().collect())
}

fn agree(programs: &[Asked], every_probe: usize) {
    let (asked, could_not_stand, wrong) = disagreements(programs, every_probe);
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

/// The programs of a folder, as they are.
fn programs(folder: &str) -> Vec<Asked> {
    let listings = crate::support::listings(folder);
    assert!(listings.len() >= 35);
    let asked = listings.par_iter();
    asked
        .map(|(name, source)| Asked::new(name, source))
        .collect()
}

/// The refused programs that use what has moved or has no value, mended.
fn mended_programs() -> Vec<Asked> {
    let mut listings = crate::support::listings("crates/lens/tests/permissions");
    listings.extend(crate::support::listings("tests/compile-fail"));
    let mended = listings.par_iter().filter_map(|(name, source)| {
        let asked = Asked::new(name, source);
        (!asked.known.is_empty()).then(|| asked.mended()).flatten()
    });
    let mended: Vec<Asked> = mended.collect();
    assert!(mended.len() >= 40, "{} programs", mended.len());
    mended
}

#[test]
fn programs_asked_together_are_answered_as_alone() {
    let listings = crate::support::listings("tests/compile-fail");
    let programs: Vec<String> = listings.into_iter().map(|(_, source)| source).collect();
    let said = |errors: Option<Vec<Error>>| {
        let errors = errors.expect("it parses").into_iter();
        let said = errors.map(|error| (error.line, error.code, error.message, error.labels));
        said.collect::<BTreeSet<_>>()
    };
    let together = errors_of_each(&programs).into_iter();
    for (program, together) in programs.iter().zip(together) {
        assert_eq!(said(together), said(errors(program)), "{program}");
    }
}

#[test]
fn a_sample_of_permissions_agrees_with_rustc() {
    let examples = programs("examples").into_iter().step_by(8);
    agree(&examples.collect::<Vec<Asked>>(), 10);
}

#[test]
fn a_sample_of_permissions_after_a_refused_use_agrees_with_rustc() {
    agree(&mended_programs(), 25);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn every_permission_agrees_with_rustc() {
    agree(&part(programs("examples")), 1);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn every_permission_of_the_small_programs_agrees_with_rustc() {
    let mut programs = programs("crates/lens/tests/permissions");
    // Their own errors, and those of a destructor in a `const fn`, would be taken for the probes'.
    programs
        .retain(|program| !program.name.contains("rejected-") && program.name != "const-function");
    agree(&part(programs), 1);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn every_permission_after_a_refused_use_agrees_with_rustc() {
    agree(&part(mended_programs()), 1);
}
