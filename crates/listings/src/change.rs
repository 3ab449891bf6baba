//! A change of a listing: lines, and what stands in their place.

use serde::Deserialize;

/// A line of the listing and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The line, from 1.
    pub line: usize,
    /// Nothing, a line, or several.
    pub with: String,
}

/// A program with these changes.
pub(crate) fn changed(source: &str, changes: &[Change]) -> String {
    let lines = source.lines().enumerate().map(|(number, line)| {
        let change = changes.iter().find(|change| change.line == number + 1);
        match change.map(|change| change.with.trim_end_matches('\n')) {
            Some("") => String::new(),
            Some(with) => format!("{with}\n"),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}
