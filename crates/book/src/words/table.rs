//! A timeline as text: code left, places right, reasons under it.
//!
//! ```text
//!                                         s1   s2
//!    3      let s2 = s1;                 R-O
//!    5      println!("{}", s1);          ---  R-O
//!       line 5: s1 cannot be read, written or moved: moved to s2 on line 3 (value moved here)
//! ```

use lens::{Cell, Function, Reason, ReasonKind, Timeline};

/// The table as it is kept beside a listing.
pub fn golden(source: &str, timeline: &Timeline) -> String {
    table(source, timeline, false) + "\n"
}

/// The table for a terminal, with or without color.
pub fn table(source: &str, timeline: &Timeline, color: bool) -> String {
    let lines: Vec<&str> = source.lines().collect();
    let mut text = String::from("R may be read, W written, O moved out of, C copied; - may not\n");
    for function in &timeline.functions {
        text += &format!("\n{}\n", function.name);
        text += &function_table(&lines, function, color);
    }
    text += "\n";
    text += &not_looked_into(timeline);
    text.trim_end().to_owned()
}

/// A line for each part of the program that has no table.
pub fn not_looked_into(timeline: &Timeline) -> String {
    let skipped = timeline.not_looked_into.iter();
    skipped
        .map(|skipped| format!("not looked into: line {}, {}\n", skipped.line, skipped.what))
        .collect()
}

fn function_table(lines: &[&str], function: &Function, color: bool) -> String {
    let code = |line: usize| lines.get(line - 1).map_or("", |line| line.trim_end());
    let widths = function
        .points
        .iter()
        .map(|point| code(point.line).chars().count());
    let width = widths.max().unwrap_or(0);
    let mut text = format!("{:4}  {:width$}", "", "");
    for place in &function.places {
        text += &format!("  {:>3}", place.expression);
    }
    text.push('\n');
    let mut last_line = 0;
    for point in &function.points {
        let shown = if point.line == last_line {
            ""
        } else {
            code(point.line)
        };
        last_line = point.line;
        let mut row = format!("{:4}  {shown:width$}", point.line);
        for (place, cell) in function.places.iter().zip(&point.cells) {
            let letters = cell.as_ref().map_or("   ".to_owned(), letters);
            let padding = " ".repeat(2 + place.expression.chars().count().saturating_sub(3));
            row += &padding;
            row += &match (color, cell) {
                (true, Some(cell)) if !cell.read => format!("\x1b[2m{letters}\x1b[0m"),
                _ => letters,
            };
        }
        text += row.trim_end();
        text.push('\n');
    }
    for explanation in explanations(function) {
        text += &format!("      {}\n", explanation.sentence());
    }
    text
}

/// `RW-`, with a C where moving copies.
pub fn letters(cell: &Cell) -> String {
    let own = if cell.copy { 'C' } else { 'O' };
    [(cell.read, 'R'), (cell.write, 'W'), (cell.own, own)]
        .map(|(may, letter)| if may { letter } else { '-' })
        .iter()
        .collect()
}

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

/// What a cell lacks, by reason: `("written or moved", reason)`.
pub fn missing(cell: &Cell) -> Vec<(&'static str, &Reason)> {
    match [&cell.why.read, &cell.why.write, &cell.why.own] {
        [Some(reason), ..] => vec![("read, written or moved", reason)],
        [_, Some(write), Some(own)] if same_cause(write, own) => vec![("written or moved", write)],
        [_, write, own] => {
            let write = write.as_ref().map(|reason| ("written", reason));
            write
                .into_iter()
                .chain(own.as_ref().map(|reason| ("moved", reason)))
                .collect()
        }
    }
}

/// rustc words one loan differently for a write and for a move.
fn same_cause(one: &Reason, other: &Reason) -> bool {
    (one.kind, &one.place, one.line, one.later_use)
        == (other.kind, &other.place, other.line, other.later_use)
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
    if let Some(line) = reason.later_use {
        text += &format!(", used on line {line}");
    }
    let label = &reason.label;
    match (reason.kind, reason.line) {
        // These are the lens's words, not rustc's.
        (ReasonKind::NeededAgain, _) => text + &format!("; {label}"),
        (ReasonKind::PartlyMoved, None) => text + &format!(": {label}"),
        _ => text + &format!(" ({label})"),
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
