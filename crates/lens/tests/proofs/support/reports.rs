//! Programs that report facts about their own memory, and the comparison of a report with a trace.

use lens::{Held, How, Node, Pointer, Step, Trace, Value};
use runner::{Command, End, Limits};
use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

/// The longest that a self-reporting program may run.
const LIMIT: Duration = Duration::from_secs(10);

/// What a self-reporting program printed, and said of itself.
pub struct Report {
    pub printed: String,
    pub said: String,
}

/// Compiles and runs a self-reporting program; `None` if rustc rejects it or it does not end.
pub fn report_of(source: &str) -> Option<Report> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("main.rs"), source).expect("written");
    let rustc = Command::new("rustc")
        .args([
            "--edition=2024",
            "--cap-lints=allow",
            "--crate-name=listing",
            "main.rs",
        ])
        .whole_environment()
        .folder(folder.path())
        .limits(Limits::tool(Duration::from_secs(60)));
    if !rustc.run().expect("rustc").succeeded() {
        return None;
    }
    let program = Command::new(folder.path().join("listing")).limits(Limits {
        time: LIMIT,
        ..Limits::program()
    });
    let ran = program.run().expect("it starts");
    matches!(ran.end, End::Exited(_)).then(|| Report {
        printed: ran.stdout().into_owned(),
        said: ran.stderr().into_owned(),
    })
}

/// What a program reports before one line.
struct Moment {
    line: usize,
    live: usize,
    /// Each place with its facts: `len`, `cap`, `ptr` and so on.
    places: Vec<(String, BTreeMap<String, String>)>,
}

/// The program without its reports.
pub fn original(source: &str) -> String {
    let (_, code) = source.split_once("/*end*/ ").expect("a head with helpers");
    let mut kept = String::new();
    let mut rest = code;
    while let Some((before, call)) = rest.split_once("report!(") {
        kept += before;
        rest = call.split_once(");").expect("a whole report").1;
    }
    kept + rest
}

fn moments(said: &str) -> (Vec<Moment>, Vec<String>) {
    let (mut moments, mut dropped) = (Vec::<Moment>::new(), Vec::new());
    for line in said.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["dropped", ty] => dropped.push(ty.to_owned()),
            ["before", line, "heap", live] => moments.push(Moment {
                line: line.parse().expect("a line"),
                live: live[5..].parse().expect("a number"),
                places: Vec::new(),
            }),
            ["before", _, place, ..] => {
                let facts = words[3..].iter().filter_map(|fact| fact.split_once('='));
                let facts = facts
                    .map(|(key, value)| (key.to_owned(), value.to_owned()))
                    .collect();
                let moment = moments.last_mut().expect("a heap line first");
                moment.places.push((place.to_owned(), facts));
            }
            _ => {}
        }
    }
    (moments, dropped)
}

/// The value at a path such as `ticket.name`, `*node` or `v[0]`, in the function at work.
fn find<'t>(step: &'t Step, path: &str) -> Option<&'t Node> {
    if let Some(pointer) = path.strip_prefix('*') {
        let Value::Pointer(pointer) = &find(step, pointer)?.value else {
            return None;
        };
        return at(step, pointer.to.as_deref()?);
    }
    let name = path.split(['.', '[']).next()?;
    let places = &step.frames.last()?.places;
    let named = |wanted: &str| {
        places
            .iter()
            .rfind(|held| held.name == wanted)
            .and_then(|held| held.node.as_ref())
    };
    named(path).or_else(|| {
        let mut node = named(name)?;
        for part in path[name.len()..]
            .split(['.', '['])
            .filter(|part| !part.is_empty())
        {
            node = part_of(step, node, part.trim_end_matches(']'))?;
        }
        Some(node)
    })
}

fn part_of<'t>(step: &'t Step, node: &'t Node, part: &str) -> Option<&'t Node> {
    match &node.value {
        Value::Parts { parts, .. } => parts
            .iter()
            .find(|(name, _)| name == part)
            .map(|(_, node)| node),
        Value::List { items, .. } => items.get(part.parse::<usize>().ok()?),
        // A path goes through references and boxes.
        Value::Pointer(pointer) => {
            let to = pointer.to.as_deref()?;
            match (part.parse::<usize>(), to.rsplit_once('[')) {
                // A slice begins with an element, `numbers[1]`.
                (Ok(index), Some((list, first))) if pointer.len.is_some() => {
                    let first: usize = first.trim_end_matches(']').parse().ok()?;
                    at(step, &format!("{list}[{}]", first + index))
                }
                _ => part_of(step, at(step, to)?, part),
            }
        }
        _ => None,
    }
}

/// The value that has a name of the trace.
fn at<'t>(step: &'t Step, name: &str) -> Option<&'t Node> {
    let held = step.frames.iter().flat_map(|frame| &frame.places);
    let roots = held
        .filter_map(|held: &Held| held.node.as_ref())
        .chain(step.blocks.iter().filter_map(|block| block.node.as_ref()));
    let mut nodes: Vec<&Node> = roots.collect();
    while let Some(node) = nodes.pop() {
        if node.place == name {
            return Some(node);
        }
        match &node.value {
            Value::Parts { parts, .. } => nodes.extend(parts.iter().map(|(_, node)| node)),
            Value::List { items, .. } => nodes.extend(items),
            Value::Cell {
                inside: Some(inside),
                ..
            } => nodes.push(inside),
            _ => {}
        }
    }
    None
}

/// How many facts agree, and every one that does not.
#[derive(Default)]
pub struct Comparison {
    pub agreed: usize,
    pub not_seen: Vec<String>,
    /// Moments on lines that have only reports, where a trace has no step.
    pub without_code: usize,
    pub disagreements: Vec<String>,
}

impl Comparison {
    pub fn expect(&mut self, what: impl Fn() -> String, reported: &str, traced: &str) {
        if reported == traced {
            self.agreed += 1;
        } else {
            self.disagreements.push(format!(
                "{}: the program says {reported}, the trace {traced}",
                what()
            ));
        }
    }

    fn moment(&mut self, moment: &Moment, step: &Step) {
        let line = moment.line;
        let shown = step
            .blocks
            .iter()
            .filter(|block| block.name.starts_with("heap") && !block.freed);
        if shown.count() > moment.live {
            let live = moment.live;
            self.disagreements
                .push(format!("line {line}: only {live} blocks are live"));
        }
        // Each address with what the trace calls it, and whether that is a place's own.
        let mut addresses: Vec<(&str, String, bool)> = Vec::new();
        for (place, facts) in &moment.places {
            let Some(node) = find(step, place) else {
                self.not_seen.push(format!("line {line}, {place}"));
                continue;
            };
            let what = |fact: &str| format!("line {line}, {place}, {fact}");
            for (fact, reported) in facts {
                let traced = match (&node.value, fact.as_str()) {
                    (_, "size") => Some(node.size.to_string()),
                    (_, "addr") => {
                        addresses.push((reported, node.place.clone(), true));
                        None
                    }
                    (Value::Pointer(pointer), "ptr") => {
                        if let Some(to) = named(pointer) {
                            addresses.push((reported, to, false));
                        }
                        None
                    }
                    (Value::Pointer(pointer), fact) => fact_of(step, pointer, fact),
                    (Value::Scalar { text }, "value") => Some(text.clone()),
                    (Value::Cell { state, .. }, "borrow") => Some(
                        state
                            .replace("not borrowed", "none")
                            .replace("borrowed ", "")
                            .replace("exclusively", "exclusive"),
                    ),
                    _ => None,
                };
                match traced {
                    Some(traced) => self.expect(|| what(fact), reported, &traced),
                    None if ["addr", "ptr"].contains(&fact.as_str()) => {}
                    None => self.not_seen.push(what(fact)),
                }
            }
        }
        for (index, (address, name, own)) in addresses.iter().enumerate() {
            for (other_address, other, other_own) in &addresses[..index] {
                let same = address == other_address;
                // A value and its first part have one address and two names.
                let related = name.starts_with(other.as_str()) || other.starts_with(name.as_str());
                let agrees = match (same, name == other) {
                    (true, false) => related || (*own && *other_own),
                    (false, true) => false,
                    _ => true,
                };
                if agrees {
                    self.agreed += 1;
                } else {
                    self.disagreements.push(format!(
                        "line {line}: {other} and {name} have {} address",
                        if same { "one" } else { "no common" }
                    ));
                }
            }
        }
    }
}

/// `heap 1`, or `heap 1+6` for the middle of it.
fn named(pointer: &Pointer) -> Option<String> {
    let to = pointer.to.clone()?;
    Some(match pointer.offset {
        Some(offset) => format!("{to}+{offset}"),
        None => to,
    })
}

fn fact_of(step: &Step, pointer: &Pointer, fact: &str) -> Option<String> {
    // A reference to a list tells the list's facts.
    let behind = || match &at(step, pointer.to.as_deref()?)?.value {
        Value::Pointer(behind) => fact_of(step, behind, fact),
        _ => None,
    };
    let number = |number: Option<usize>| number.map(|number| number.to_string());
    match fact {
        "len" => number(pointer.len).or_else(behind),
        "cap" => number(pointer.cap).or_else(behind),
        "strong" => number(pointer.strong).or_else(behind),
        "weak" => number(pointer.weak).or_else(behind),
        "value" if pointer.offset.is_none() && pointer.how != How::Raw => {
            let node = at(step, pointer.to.as_deref()?)?;
            match &node.value {
                Value::Text { text, whole: true } => {
                    // A slice may end before the text does.
                    let text = text.get(..pointer.len?.min(text.len()))?;
                    Some(format!("{text:?}").replace(' ', "␠"))
                }
                Value::Scalar { text } => Some(text.clone()),
                Value::Pointer(behind) => fact_of(step, behind, fact),
                _ => None,
            }
        }
        _ => None,
    }
}

fn is_blank(source: &str, line: usize) -> bool {
    let text = source.lines().nth(line - 1);
    text.is_none_or(|text| text.trim().is_empty())
}

pub fn compare(source: &str, trace: &Trace, said: &str) -> Comparison {
    let (moments, dropped) = moments(said);
    let mut comparison = Comparison::default();
    let mut steps = trace.steps.iter();
    for moment in &moments {
        let mut ahead = steps.clone();
        match ahead.find(|step| step.line == moment.line && step.function.is_some()) {
            Some(step) => {
                comparison.moment(moment, step);
                steps = ahead;
            }
            None if is_blank(source, moment.line) => comparison.without_code += 1,
            None => comparison
                .disagreements
                .push(format!("line {}: no step", moment.line)),
        }
    }
    let traced: Vec<&str> = trace
        .steps
        .iter()
        .flat_map(|step| &step.dropped)
        .map(|what| what.split(' ').next().unwrap_or_default())
        .collect();
    if !dropped.is_empty() || source.contains("Drop for") {
        comparison.expect(|| "drops".into(), &dropped.join(" "), &traced.join(" "));
    }
    comparison
}
