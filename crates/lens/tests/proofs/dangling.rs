//! A pointer to memory that is gone is told with the memory that it was.
//!
//! Each program in `tests/dangling` says of its own pointers, by the head that it is compiled with,
//! where they lead: `into` which block, how far, and before which line it was freed. Under it stands
//! everything that its trace must say of memory that is gone, and no more:
//!
//! ```text
//! // before 5: second -> heap 1+8 Freed { before: 5 }
//! // line 5: Read 8 of heap 1 Freed { before: 5 }
//! ```
//!
//! or `// nothing`.

use crate::support::listings;
use crate::support::reports::report_of;
use lens::{Gone, Misdeed, Pointer, Step, Trace, Value};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The program without its reports.
fn original(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some((before, call)) = rest.split_once("report!(") {
        kept += before;
        rest = call.split_once(");").expect("a whole report").1;
    }
    kept + rest
}

/// A program's text and what is expected of its trace.
fn parts(source: &str) -> (&str, Vec<&str>) {
    let end = source.find("\n// ").expect("something is expected") + 1;
    let expected = source[end..].lines();
    let expected = expected.filter_map(|line| line.strip_prefix("// "));
    (
        &source[..end],
        expected.filter(|line| *line != "nothing").collect(),
    )
}

/// Everything that a trace says of memory that is gone.
fn said(trace: &Trace) -> Vec<String> {
    let mut said = Vec::new();
    for step in &trace.steps {
        let main = step.frames.last().map_or("", |frame| &frame.function);
        let mut pointers: Vec<String> = step
            .pointers()
            .filter_map(|(place, pointer)| {
                let is_known = |gone: &&Gone| **gone != Gone::NotFollowed;
                let gone = pointer.gone.as_ref().filter(is_known)?;
                let place = place.strip_prefix(&format!("{main}.")).unwrap_or(place);
                Some(format!(
                    "before {}: {place} -> {} {gone:?}",
                    step.line,
                    target(pointer)
                ))
            })
            .collect();
        pointers.reverse();
        said.extend(pointers);
    }
    let misuses = trace.steps.iter().flat_map(|step| &step.misuses);
    for misuse in misuses.chain(&trace.misuses) {
        said.push(format!(
            "line {}: {:?} {} of {} {:?}",
            misuse.line,
            misuse.does,
            misuse.bytes,
            misuse.to.as_deref().unwrap_or("memory"),
            misuse.gone
        ));
    }
    said
}

/// `heap 1+8`
fn target(pointer: &Pointer) -> String {
    let to = pointer.to.as_deref().unwrap_or("nothing");
    match pointer.offset {
        Some(offset) => format!("{to}+{offset}"),
        None => to.to_owned(),
    }
}

/// The facts that a program reports of one of its places: `at`, `to`, `block` and so on.
type Facts = BTreeMap<String, usize>;

/// Compares what the program reports with its trace, and counts the facts that agree.
fn compare(trace: &Trace, report: &str) -> Result<usize, String> {
    let mut steps = trace.steps.iter();
    let mut step: Option<&Step> = None;
    // Where each variable was said to be, by the trace's name for it.
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let (mut agreed, mut again) = (0, Vec::<usize>::new());
    for line in report.lines() {
        let mut words = line.split(' ');
        let first = words.next().unwrap_or_default();
        if first == "before" {
            let line: usize = words
                .next()
                .and_then(|line| line.parse().ok())
                .expect("a line");
            step = steps.find(|step| step.line == line && step.function.is_some());
            step.ok_or(format!("no step before line {line}"))?;
            continue;
        }
        if first == "again" {
            again.push(
                words
                    .next()
                    .and_then(|size| size.parse().ok())
                    .expect("a size"),
            );
            continue;
        }
        let facts: Facts = words
            .filter_map(|fact| fact.split_once('='))
            .filter_map(|(name, value)| Some((name.to_owned(), value.parse().ok()?)))
            .collect();
        let Some(step) = step else { continue };
        let frame = step.frames.last().ok_or("no frame")?;
        places.insert(format!("{}.{first}", frame.function), facts["at"]);
        let held = frame.places.iter().find(|held| held.name == first);
        let Some(node) = held.and_then(|held| held.node.as_ref()) else {
            continue;
        };
        agreed += usize::from(node.size == facts["size"]);
        if let (Value::Pointer(pointer), Some(to)) = (&node.value, facts.get("to")) {
            leads_there(step, pointer, &facts, *to, &places)
                .map_err(|why| format!("before line {}, {first}: {why}", step.line))?;
            agreed += 1;
        }
    }
    let misuses = trace.steps.iter().flat_map(|step| &step.misuses);
    let misuses = misuses.chain(&trace.misuses);
    let told: Vec<usize> = misuses
        .filter(|misuse| misuse.does == Misdeed::FreedAgain)
        .map(|misuse| misuse.bytes)
        .collect();
    match told == again {
        true => Ok(agreed),
        false => Err(format!("it frees {again:?} again, the trace says {told:?}")),
    }
}

fn leads_there(
    step: &Step,
    pointer: &Pointer,
    facts: &Facts,
    to: usize,
    places: &BTreeMap<String, usize>,
) -> Result<(), String> {
    let target = target(pointer);
    let Some(name) = &pointer.to else {
        return match pointer.gone.is_none() && !facts.contains_key("block") {
            true => Ok(()),
            false => Err(format!("it leads to {target}")),
        };
    };
    let Some(size) = facts.get("block") else {
        // On the stack: where the program has said that the variable is.
        let root = places.iter().find(|(place, _)| *place == name);
        return match root {
            Some((_, at)) if at + pointer.offset.unwrap_or(0) != to => {
                Err(format!("{target} lies elsewhere"))
            }
            None if name.starts_with("heap") => Err(format!("{target} is on the heap")),
            _ => Ok(()),
        };
    };
    let root = name.split(['[', '.']).next().unwrap_or_default();
    let block = step.blocks.iter().find(|block| block.name == root);
    let block = block.ok_or(format!("{target} is not shown"))?;
    let freed = match pointer.gone {
        Some(Gone::Freed { before }) => before,
        _ => 0,
    };
    // What is there is named by its value, which begins behind the counts of an `Rc`.
    let offset = match pointer.gone {
        Some(_) => pointer.offset.unwrap_or(0),
        None => facts["offset"],
    };
    let shown = (block.size, block.freed, freed, offset);
    let reported = (*size, facts["freed"] != 0, facts["freed"], facts["offset"]);
    match shown == reported {
        true => Ok(()),
        false => Err(format!(
            "{target} is {shown:?}, the program says {reported:?}"
        )),
    }
}

/// Every how many programs the quick test takes one.
const SAMPLE: usize = 5;

fn check(every: usize) {
    let mut programs = listings("crates/lens/tests/dangling");
    programs.retain(|(name, _)| name != "head");
    assert!(programs.len() >= 14);
    let head = include_str!("../dangling/head.rs");
    let lines = head.lines().count();
    let wrong: Vec<String> = programs
        .par_iter()
        .step_by(every)
        .flat_map_iter(|(name, source)| {
            let (program, expected) = parts(source);
            let whole = format!("{head}{program}const HEAD_LINES: u32 = {lines};\n");
            let report = report_of(&whole).unwrap_or_else(|| panic!("{name} has no report"));
            let original = original(program);
            let trace =
                crate::support::traced(&original).unwrap_or_else(|error| panic!("{name}: {error}"));
            let mut wrong = Vec::new();
            if report.printed != trace.output {
                wrong.push(format!(
                    "{name} prints {:?}, and {:?} when traced",
                    report.printed, trace.output
                ));
            }
            match compare(&trace, &report.said) {
                Ok(0) => wrong.push(format!("{name} reports nothing")),
                Ok(_) => {}
                Err(why) => wrong.push(format!("{name}: {why}")),
            }
            let said = said(&trace);
            if said != expected {
                wrong.push(format!("{name} says\n  {}", said.join("\n  ")));
            }
            wrong
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn some_pointers_to_memory_that_is_gone_are_told_with_what_it_was() {
    check(SAMPLE);
}

#[test]
#[ignore = "takes a minute; CI runs it"]
fn every_pointer_to_memory_that_is_gone_is_told_with_what_it_was() {
    check(1);
}
