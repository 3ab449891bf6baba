//! Questions about a program of the reader's own: the same as the pages ask about theirs, at the
//! lines and places where most happens.

use crate::questions::Asked;
use crate::questions::key::{self, Facts};
use crate::questions::repair::Edited;
use lens::{Ending, Timeline, Trace};
use listings::{Ask, Kind, Listing, Question, Spot};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What is asked about a program, the surface first; `name` begins the name of each question and
/// is the name of the figure that shows why. Nothing may be left to ask.
pub fn asked(name: &str, program: &str, timeline: Timeline, trace: Option<Trace>) -> Vec<Asked> {
    let refused: String = timeline
        .refusals
        .iter()
        .map(|of| of.text.as_str())
        .collect();
    let candidates = candidates(&timeline, trace.as_ref());
    let panicked = trace.as_ref().and_then(|trace| match &trace.ending {
        Ending::Panicked { message, .. } => Some(format!("panicked:\n{message}")),
        _ => None,
    });
    let listing = Listing {
        slug: name.to_owned(),
        kind: if refused.is_empty() {
            Kind::Runs
        } else {
            Kind::Rejected
        },
        source: program.to_owned(),
        others: Vec::new(),
        unchecked: None,
        what_ifs: Vec::new(),
    };
    let stdout = trace.as_ref().map_or("", |trace| &trace.output);
    let goldens: BTreeMap<PathBuf, String> = [
        ("stderr", refused.as_str()),
        ("stdout", stdout),
        ("panic", panicked.as_deref().unwrap_or_default()),
    ]
    .map(|(extension, text)| (listing.beside(extension), text.to_owned()))
    .into();
    let no_trace = || Err("it was not run".to_owned());
    let facts = Facts {
        panicking: &panicked.iter().map(|_| name).collect::<BTreeSet<_>>(),
        goldens: &goldens,
        timelines: &[(name.to_owned(), Ok(timeline))].into(),
        traces: &[(name.to_owned(), trace.map_or_else(no_trace, Ok))].into(),
        edited: &Edited::default(),
    };
    let first_of = |(number, candidates): (usize, Vec<Ask>)| {
        candidates.into_iter().find_map(|ask| {
            let question = Question {
                about: name.to_owned(),
                ask,
                prompt: None,
                line: 0,
            };
            key::asked(&facts, &listing, &question, format!("{name}-{number}")).ok()
        })
    };
    candidates
        .into_iter()
        .enumerate()
        .filter_map(first_of)
        .collect()
}

/// An output that is longer is no option of one look.
const LONGEST_OUTPUT: usize = 500;

/// What may be asked: of each list the first that has an answer.
fn candidates(timeline: &Timeline, trace: Option<&Trace>) -> Vec<Vec<Ask>> {
    let mut lists = Vec::new();
    let is_refused = !timeline.refusals.is_empty();
    let ended =
        trace.filter(|trace| matches!(trace.ending, Ending::Returned | Ending::Panicked { .. }));
    if is_refused || ended.is_some_and(|trace| trace.output.len() <= LONGEST_OUTPUT) {
        // Another run may print otherwise, so no other output is offered as wrong.
        lists.push(vec![Ask::Outcome { wrong: Vec::new() }]);
    }
    if is_refused {
        lists.push(vec![Ask::Line]);
    }
    let mut lost = Vec::new();
    let mut strong = Vec::new();
    for function in &timeline.functions {
        let spot = |column: usize, line| Spot {
            place: function.places[column].expression.clone(),
            line,
        };
        for (point, next) in function.points.iter().zip(function.points.iter().skip(1)) {
            for change in point
                .changes
                .iter()
                .filter(|change| !change.lost.is_empty())
            {
                // Most places end at the brace; that is no question.
                if next.cells[change.column].is_some() {
                    lost.push(Ask::Permission(spot(change.column, next.line)));
                }
            }
        }
        for point in &function.points {
            for need in &point.needs {
                if let Some(column) = need.column {
                    strong.push((need.permission, Ask::Need(spot(column, point.line))));
                }
            }
        }
    }
    strong.sort_by_key(|(permission, _)| std::cmp::Reverse(*permission));
    lists.push(lost);
    lists.push(strong.into_iter().map(|(_, ask)| ask).collect());
    // A note says that more happened than is recorded.
    let whole = ended.filter(|trace| trace.notes.is_empty());
    let steps = whole.map_or(&[][..], |trace| &trace.steps);
    let own = || steps.iter().filter(|step| step.function.is_some());
    let points = own().rev().flat_map(|step| {
        let pointers = step.frames.iter().rev().flat_map(|frame| &frame.places);
        pointers.map(|held| {
            Ask::Points(Spot {
                place: held.name.clone(),
                line: step.line,
            })
        })
    });
    lists.push(points.collect());
    let freed = steps
        .iter()
        .filter(|step| !step.freed.is_empty())
        .filter_map(|step| step.after);
    lists.push(freed.map(|line| Ask::Freed { line }).collect());
    lists.extend(whole.map(|_| vec![Ask::Drops]));
    lists
}
