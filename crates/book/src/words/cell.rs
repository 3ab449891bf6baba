//! What a place may do at a point: in letters, and in a sentence.
//!
//! ```text
//! R--    s may be read. It cannot be written or moved: lent shared to r on line 3 (…).
//! ```

use crate::words::reasons::because;
use lens::{Cell, Place, Reason};
use std::fmt::Write;

/// `RW-`, with a C where moving copies.
pub fn letters(cell: &Cell) -> String {
    let own = if cell.copy { 'C' } else { 'O' };
    [(cell.read, 'R'), (cell.write, 'W'), (cell.own, own)]
        .map(|(may, letter)| if may { letter } else { '-' })
        .iter()
        .collect()
}

/// `s may be read. It cannot be written or moved: lent shared to r on line 3, used on line 5 (…).`
pub fn sentence(place: &Place, cell: &Cell) -> String {
    let own = if cell.copy { "copied" } else { "moved" };
    let may: Vec<&str> = [
        (cell.read, "read"),
        (cell.write, "written"),
        (cell.own, own),
    ]
    .into_iter()
    .filter(|(may, _)| *may)
    .map(|(_, verb)| verb)
    .collect();
    let mut text = match may.split_last() {
        None => format!("{} may do nothing here.", place.expression),
        Some((last, [])) => format!("{} may be {last}.", place.expression),
        Some((last, others)) => format!(
            "{} may be {} and {last}.",
            place.expression,
            others.join(", ")
        ),
    };
    for (verbs, reason) in missing(cell) {
        _ = write!(text, " It cannot be {verbs}: {}.", because(reason));
    }
    text
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
