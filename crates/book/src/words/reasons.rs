//! Why a place may not do what it may not do.
//!
//! ```text
//! lines 8-12: list cannot be read, written or moved: lent exclusively to short on line 7, …
//! ```

use crate::words::cell::missing;
use lens::{Because, Cause, Function, Reason, ReasonKind};

/// Why places lack what they lack, on some lines.
#[derive(Clone)]
pub struct Explanation {
    places: Vec<String>,
    verbs: &'static str,
    lines: Vec<usize>,
    reason: Reason,
}

impl Explanation {
    /// `lines 8-12: list cannot be read, written or moved: lent exclusively to short on line 7, …`
    pub fn sentence(&self) -> String {
        let Explanation {
            places,
            verbs,
            lines,
            reason,
        } = self;
        format!(
            "{}: {} cannot be {verbs}: {}",
            ranges(lines),
            places.join(" and "),
            because(reason)
        )
    }

    /// The lines on which it holds.
    pub fn lines(&self) -> &[usize] {
        &self.lines
    }

    /// Whether the reason lasts, as a missing `mut` does.
    pub fn lasts(&self) -> bool {
        self.reason.kind.is_lasting()
    }

    /// One loan is one reason, whichever use is the next.
    fn continues(&self, verbs: &str, reason: &Reason) -> bool {
        let same_cause = (&self.reason.place, self.reason.line) == (&reason.place, reason.line);
        let same_kind = (self.reason.kind, self.reason.perhaps) == (reason.kind, reason.perhaps);
        self.verbs == verbs && same_kind && same_cause
    }
}

/// The explanations of a function, in the order in which the reasons arise.
pub fn explanations(function: &Function) -> Vec<Explanation> {
    let mut by_place: Vec<(usize, Explanation)> = Vec::new();
    for point in &function.points {
        for (column, cell) in point.cells.iter().enumerate() {
            for (verbs, reason) in cell.iter().flat_map(missing) {
                let known = by_place
                    .iter_mut()
                    .find(|(of, known)| *of == column && known.continues(verbs, reason));
                let Some((_, known)) = known else {
                    let explanation = Explanation {
                        places: vec![name(function, column)],
                        verbs,
                        lines: vec![point.line],
                        reason: reason.clone(),
                    };
                    by_place.push((column, explanation));
                    continue;
                };
                // What explains a later line explains more of why the loan lasts so long.
                if reason.because.is_some() || reason.later_use > known.reason.later_use {
                    known.reason.because.clone_from(&reason.because);
                }
                known.reason.later_use = known.reason.later_use.max(reason.later_use);
                if known.lines.last() != Some(&point.line) {
                    known.lines.push(point.line);
                }
            }
        }
    }
    let mut together: Vec<Explanation> = Vec::new();
    for (_, next) in by_place {
        let same = |known: &&mut Explanation| {
            known.lines == next.lines
                && known.continues(next.verbs, &next.reason)
                && known.reason.label == next.reason.label
        };
        match together.iter_mut().find(same) {
            Some(known) => known.places.extend(next.places),
            None => together.push(next),
        }
    }
    together
}

/// A place's name, with the line that declares it where the function has two of that name.
fn name(function: &Function, column: usize) -> String {
    let place = &function.places[column];
    let namesakes = function.places.iter();
    let mut namesakes = namesakes.filter(|other| other.expression == place.expression);
    match place.declared {
        Some(line) if namesakes.nth(1).is_some() => format!("{} (line {line})", place.expression),
        _ => place.expression.clone(),
    }
}

/// `line 3`, `lines 3-5 and 9`.
fn ranges(lines: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        match ranges.last_mut() {
            Some((_, end)) if *end == *line || *end + 1 == *line => *end = *line,
            _ => ranges.push((*line, *line)),
        }
    }
    let words: Vec<String> = ranges
        .iter()
        .map(|(start, end)| {
            if start == end {
                start.to_string()
            } else {
                format!("{start}-{end}")
            }
        })
        .collect();
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    format!("{noun} {}", words.join(", "))
}

/// `lent exclusively to r on line 3, used on line 5 (mutable borrow occurs here)`.
pub fn because(reason: &Reason) -> String {
    let mut text = match (reason.kind, reason.perhaps) {
        (ReasonKind::Ended, _) => ended(reason),
        (ReasonKind::Moved | ReasonKind::PartlyMoved, true) => {
            format!("may have been {}", reason.kind)
        }
        (ReasonKind::LentShared | ReasonKind::LentExclusively, true) => {
            format!("may be {}", reason.kind)
        }
        (ReasonKind::NotInitialized, true) => "may not be initialized".into(),
        _ => reason.kind.to_string(),
    };
    if let (Some(place), false) = (&reason.place, reason.kind == ReasonKind::Ended) {
        text += &format!(" to {place}");
    }
    if let Some(line) = reason.line {
        text += match reason.kind {
            ReasonKind::NotInitialized => ", declared on line ",
            _ => " on line ",
        };
        text += &line.to_string();
        text.extend(reason.or_on.iter().map(|line| format!(" or {line}")));
    }
    if let (Some(line), None) = (reason.later_use, &reason.because) {
        text += &format!(", used on line {line}");
    }
    let label = &reason.label;
    match (reason.kind, reason.line) {
        // These are the lens's words, not rustc's.
        (ReasonKind::NeededAgain, _) => text + &format!("; {label}"),
        (ReasonKind::PartlyMoved, None) => text + &format!(": {label}"),
        (ReasonKind::Captured, _) => text + &format!(" {label}"),
        _ => {
            text + &format!(" ({label})")
                + &reason.because.as_ref().map_or(String::new(), why_so_long)
        }
    }
}

/// `; shown is dropped on line 9, and its destructor may use it`.
fn why_so_long(because: &Because) -> String {
    let Because { cause, line, name } = because;
    let name = name.as_deref().unwrap_or_default();
    match cause {
        Cause::Returned => format!("; returned on line {line}: {}", good_for(name)),
        Cause::Required => format!("; line {line} asks for it: {}", good_for(name)),
        Cause::Temporary => format!("; {} is dropped on line {line}", temporary(name)),
        Cause::Destructor => {
            format!("; {name} is dropped on line {line}, and its destructor may use it")
        }
        Cause::Captured => format!("; a closure on line {line} captures it"),
        Cause::NextTurn => format!("; the next turn of the loop uses it on line {line}"),
    }
}

/// How long a loan must last for a lifetime, or for a reference of the caller.
fn good_for(lifetime: &str) -> String {
    match lifetime {
        "'static" => "it must stay good for `'static`, as long as the program may run".into(),
        named if named.starts_with('\'') => {
            format!("it must stay good for as long as `{named}`, which the caller chooses")
        }
        reference => format!("it must stay good for as long as the caller's `{reference}`"),
    }
}

/// `the guard of table.read()`, `the temporary Tail(&mut list)`.
fn temporary(text: &str) -> String {
    let guards = [
        "borrow",
        "borrow_mut",
        "lock",
        "read",
        "write",
        "try_lock",
        "try_read",
        "try_write",
    ];
    let source = text.strip_suffix(".unwrap()").unwrap_or(text);
    let guards = guards.map(|name| format!(".{name}()"));
    if guards.iter().any(|call| source.ends_with(call)) {
        format!("the guard of `{source}`")
    } else {
        format!("the temporary `{text}`")
    }
}

/// What happened to the referent of a reference that has ended.
fn ended(reason: &Reason) -> String {
    let Some(place) = &reason.place else {
        return "ended".into();
    };
    let was = if reason.perhaps {
        "may have been"
    } else {
        "was"
    };
    let label = &reason.label;
    if label.contains("dropped here") {
        format!("ended, for {place} {was} dropped")
    } else if label.contains("move out of") {
        format!("ended, for {place} {was} moved")
    } else {
        format!("ended, for its referent {was} used through {place}")
    }
}
