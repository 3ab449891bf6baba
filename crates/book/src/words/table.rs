//! A timeline as text: code left, places right, reasons under it.
//!
//! ```text
//!                                    s1   s2   needs     changes
//!    3      let s2 = s1;            R-O       s1: O     s1 -RO, s2 +RO
//!    5 ✗    println!("{}", s1);     ---  R-O  s1: R
//!       line 5: s1 cannot be read, written or moved: moved to s2 on line 3 (value moved here)
//! ```

use crate::words::cell::letters;
use crate::words::needs::{changes, needs, refused};
use crate::words::reasons::explanations;
use lens::{Capture, Function, Refusal, Timeline};

/// The table as it is kept beside a listing.
pub fn kept(source: &str, timeline: &Timeline) -> String {
    table(source, timeline, false) + "\n"
}

/// The table for a terminal, with or without color.
pub fn table(source: &str, timeline: &Timeline, color: bool) -> String {
    let lines: Vec<&str> = source.lines().collect();
    let mut text = String::from("R may be read, W written, O moved out of, C copied; - may not\n");
    for function in &timeline.functions {
        text += &format!("\n{}\n", function.name);
        text += &function_table(&lines, function, &timeline.refusals, color);
    }
    if timeline.functions.is_empty() {
        text += "\nno function has a variable here; declare one, and its letters stand here\n";
    }
    text += "\n";
    let refused: String = timeline
        .refusals
        .iter()
        .filter_map(refused)
        .map(|sentence| sentence + "\n")
        .collect();
    text += &refused;
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

fn function_table(
    lines: &[&str],
    function: &Function,
    refusals: &[Refusal],
    color: bool,
) -> String {
    let code = |line: usize| lines.get(line - 1).map_or("", |line| line.trim_end());
    let widths = function
        .points
        .iter()
        .map(|point| code(point.line).chars().count());
    let width = widths.max().unwrap_or(0);
    let needed: Vec<String> = function.points.iter().map(needs).collect();
    let needed_width = needed.iter().map(|needs| needs.chars().count()).max();
    let needed_width = needed_width.unwrap_or(0).max("needs".len());
    let mut text = format!("{:4}  {:width$}", "", "");
    for place in &function.places {
        text += &format!("  {:>3}", place.expression);
    }
    text += &format!("   {:needed_width$}  changes\n", "needs");
    let mut last_line = 0;
    for (point, needed) in function.points.iter().zip(needed) {
        let (shown, mark) = if point.line == last_line {
            ("", ' ')
        } else if refusals.iter().any(|refusal| refusal.line == point.line) {
            (code(point.line), '✗')
        } else {
            (code(point.line), ' ')
        };
        last_line = point.line;
        let mut row = format!("{:4}{mark} {shown:width$}", point.line);
        for (place, cell) in function.places.iter().zip(&point.cells) {
            let letters = cell.as_ref().map_or("   ".to_owned(), letters);
            let padding = " ".repeat(2 + place.expression.chars().count().saturating_sub(3));
            row += &padding;
            row += &match (color, cell) {
                (true, Some(cell)) if !cell.read => format!("\x1b[2m{letters}\x1b[0m"),
                _ => letters,
            };
        }
        row += &format!("   {needed:needed_width$}  {}", changes(function, point));
        text += row.trim_end();
        text.push('\n');
    }
    for sentence in kept_sentences(function) {
        text += &format!("      {sentence}\n");
    }
    for explanation in explanations(function) {
        text += &format!("      {}\n", explanation.sentence());
    }
    text
}

/// What a closure captures, and what is held across each `.await`.
fn kept_sentences(function: &Function) -> Vec<String> {
    let captures = function.captures.iter().map(|capture| {
        let Capture { path, how, line } = capture;
        format!("captures {path} by {how}, for line {line} uses it")
    });
    let awaits = function.awaits.iter().map(|awaiting| {
        let held = awaiting.held.iter().map(|place| format!("`{place}`"));
        let held = held.collect::<Vec<String>>().join(", ");
        match held.as_str() {
            "" => format!("line {} awaits; nothing is held across it", awaiting.line),
            held => format!("line {} awaits; held across it: {held}", awaiting.line),
        }
    });
    captures.chain(awaits).collect()
}
