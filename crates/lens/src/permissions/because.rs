//! Why a loan lasts as long as it does, read from rustc's labels.
//!
//! ```text
//! returning this value requires that `self.list` is borrowed for `'1`    returned
//! borrow might be used here, when `g` is dropped and runs the …          destructor
//! a use that stands before the probe                                     next turn of the loop
//! ```

use crate::program::Program;
use crate::timeline::{Because, Cause};
use std::ops::Range;

/// What rustc says of the program at some bytes.
type Label<'c> = (&'c Range<usize>, &'c String);

/// The cause among the labels of an error about a probe at `asked`.
pub(crate) fn because(program: &Program, labels: &[Label<'_>], asked: usize) -> Option<Because> {
    let find = |words: &str| {
        let mut labels = labels.iter();
        labels.find(|(_, label)| label.contains(words)).copied()
    };
    let line = |bytes: &Range<usize>| program.line_of(bytes.start);
    let text = |bytes: &Range<usize>| program.source.get(bytes.clone()).map(str::to_owned);
    if let Some((bytes, label)) = find(" requires that ") {
        let lifetime = label.rsplit('`').nth(1)?;
        let anonymous = find("let's call the lifetime of this reference");
        let returned = label.starts_with("returning") || label.starts_with("opaque type");
        return Some(Because {
            cause: if returned {
                Cause::Returned
            } else {
                Cause::Required
            },
            line: line(bytes),
            name: match anonymous {
                Some((reference, _)) => Some(reference_at(&program.source, reference.start)),
                None => Some(lifetime.to_owned()),
            },
        });
    }
    if let Some((created, _)) = find("a temporary with access to") {
        let (dropped, _) = find("when that temporary is dropped")?;
        return Some(Because {
            cause: Cause::Temporary,
            line: line(dropped),
            name: text(created),
        });
    }
    if let Some((dropped, label)) = find("might be used here, when `") {
        return Some(Because {
            cause: Cause::Destructor,
            line: line(dropped),
            name: label.split('`').nth(1).map(str::to_owned),
        });
    }
    let used = find("borrow later").or(find("in later iteration of loop"));
    let (bytes, label) = used.or(find("later use"))?;
    // Text runs forward, but for loops.
    let again = bytes.start < asked && program.is_one_loop(bytes.start, asked);
    let cause = match label {
        label if again || label.contains("in later iteration of loop") => Cause::NextTurn,
        label if label.contains("captured here by closure") => Cause::Captured,
        _ => return None,
    };
    Some(Because {
        cause,
        line: line(bytes),
        name: None,
    })
}

/// The type of a reference as it is written: `&mut self`, `&mut Vec<u8>`.
fn reference_at(source: &str, start: usize) -> String {
    let rest = &source[start..];
    let mut depth = 0_usize;
    let end = rest.char_indices().find(|(at, c)| {
        match c {
            '>' if rest[..*at].ends_with('-') => {}
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' if depth > 0 => depth -= 1,
            ',' | ')' | '{' | '>' => return depth == 0,
            _ => {}
        }
        false
    });
    let end = end.map_or(rest.len(), |(at, _)| at);
    rest[..end].trim_end().to_owned()
}
