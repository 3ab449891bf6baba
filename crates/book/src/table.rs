//! A timeline as text: code left, places right, reasons under it.
//!
//! ```text
//!                                         s1   s2
//!    3      let s2 = s1;                 R-O
//!    5      println!("{}", s1);          ---  R-O
//!       s1 cannot be read, written or moved on line 5: moved to s2 on line 3 (value moved here)
//! ```

use lens::{Cell, Function, Reason, ReasonKind, Timeline};
use std::collections::BTreeMap;

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
    for skipped in &timeline.not_looked_into {
        text += &format!("\nnot looked into: line {}, {}", skipped.line, skipped.what);
    }
    text.trim_end().to_owned()
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
    for (explanation, _) in explanations(function) {
        text += &format!("      {explanation}\n");
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

/// Why the places of a function lack what they lack: a sentence for each place and reason, with
/// all the lines it holds on, in the order in which the reasons arise; with each, whether the
/// reason lasts, as a missing `mut` does.
pub fn explanations(function: &Function) -> Vec<(String, bool)> {
    let mut order = Vec::new();
    let mut lines: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for point in &function.points {
        for (place, cell) in function.places.iter().zip(&point.cells) {
            for (verbs, reason) in cell.iter().flat_map(missing) {
                let said = (place.expression.as_str(), verbs, reason);
                let index = order
                    .iter()
                    .position(|other| *other == said)
                    .unwrap_or(order.len());
                if index == order.len() {
                    order.push(said);
                }
                let lines = lines.entry(index).or_default();
                if lines.last() != Some(&point.line) {
                    lines.push(point.line);
                }
            }
        }
    }
    let sentences = order
        .iter()
        .enumerate()
        .map(|(index, (place, verbs, reason))| {
            let lines = lines.get(&index).map_or(&[][..], Vec::as_slice);
            let sentence = format!(
                "{place} cannot be {verbs} on {}: {}",
                ranges(lines),
                because(reason)
            );
            (sentence, reason.kind.is_lasting())
        });
    sentences.collect()
}

/// What a cell lacks, by reason: `("written or moved", reason)`.
pub fn missing(cell: &Cell) -> Vec<(&'static str, &Reason)> {
    match [&cell.why.read, &cell.why.write, &cell.why.own] {
        [Some(reason), ..] => vec![("read, written or moved", reason)],
        [_, Some(write), Some(own)] if write == own => vec![("written or moved", write)],
        [_, write, own] => {
            let write = write.as_ref().map(|reason| ("written", reason));
            write
                .into_iter()
                .chain(own.as_ref().map(|reason| ("moved", reason)))
                .collect()
        }
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

/// `lent exclusively to r on line 3, which is used on line 5 (mutable borrow occurs here)`.
pub fn because(reason: &Reason) -> String {
    let mut text = reason.kind.to_string();
    if let Some(place) = &reason.place {
        text += match reason.kind {
            ReasonKind::Ended => ", for its referent was used through ",
            _ => " to ",
        };
        text += place;
    }
    if let Some(line) = reason.line {
        text += &format!(" on line {line}");
    }
    if let Some(line) = reason.later_use {
        text += &format!(", used on line {line}");
    }
    text + &format!(" ({})", reason.label)
}
