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

    /// One loan is one reason, whichever use is the next, and so is the end of a reference,
    /// whichever action follows it.
    fn continues(&self, verbs: &str, reason: &Reason) -> bool {
        let ended = reason.kind == ReasonKind::Ended;
        let same_cause = (&self.reason.place, self.reason.line) == (&reason.place, reason.line);
        self.verbs == verbs && self.reason.kind == reason.kind && (ended || same_cause)
    }
}

/// The explanations of a function, in the order in which the reasons arise.
pub fn explanations(function: &Function) -> Vec<Explanation> {
    let mut by_place: Vec<Explanation> = Vec::new();
    for point in &function.points {
        for (place, cell) in function.places.iter().zip(&point.cells) {
            let place = &place.expression;
            for (verbs, reason) in cell.iter().flat_map(missing) {
                let known = by_place
                    .iter_mut()
                    .find(|known| known.places[0] == *place && known.continues(verbs, reason));
                let Some(known) = known else {
                    let (places, lines) = (vec![place.clone()], vec![point.line]);
                    by_place.push(Explanation {
                        places,
                        verbs,
                        lines,
                        reason: reason.clone(),
                    });
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
    for next in by_place {
        let same = |known: &&mut Explanation| {
            let same_label =
                next.reason.kind == ReasonKind::Ended || known.reason.label == next.reason.label;
            known.lines == next.lines && known.continues(next.verbs, &next.reason) && same_label
        };
        match together.iter_mut().find(same) {
            Some(known) => known.places.extend(next.places),
            None => together.push(next),
        }
    }
    together
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
