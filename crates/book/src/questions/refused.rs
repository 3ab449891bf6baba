//! `line`: which line is refused, and which place is that about? rustc's message knows.
//!
//! ```text
//! error[E0382]: borrow of moved value: `s1`       the place
//!  --> tests/compile-fail/….rs:5:16               the line
//! 3 |     let s2 = s1;
//!   |              -- value moved here            what is said of a line that is not refused
//! ```

use crate::figures::escape::escaped;
use crate::figures::inline;
use crate::questions::key::{Complaint, Facts, Key};
use crate::questions::{Choice, Opt};
use crate::words::questions as words;
use lens::Timeline;
use listings::Listing;
use std::collections::BTreeMap;

/// What rustc says of a program that it refuses.
struct Refusal<'m> {
    line: usize,
    /// What stands in backticks in the headline.
    place: Option<&'m str>,
    /// What it says of lines, the refused one too.
    labels: BTreeMap<usize, &'m str>,
}

/// What is to be chosen, and the sentence that answers it.
pub fn key(facts: &Facts<'_>, listing: &Listing) -> Result<Key, Complaint> {
    let message = facts.golden(listing, "stderr");
    let refusal = refusal(message).map_err(|what| {
        let cure = "ask `outcome`, or give the program one fault".to_owned();
        (format!("{what} in \"{}\"", listing.slug), cure)
    })?;
    let mut choices = vec![lines(listing, &refusal)];
    let timeline = facts.timelines.get(&listing.slug);
    if let (Some(Ok(timeline)), Some(place)) = (timeline, refusal.place) {
        choices.extend(places(timeline, place));
    }
    Ok((choices, inline::html(&words::refused(message))))
}

fn refusal(message: &str) -> Result<Refusal<'_>, &'static str> {
    let mut places = message.lines().filter_map(place_of_error);
    let line = places.next().ok_or("rustc names no line")?;
    if places.any(|other| other != line) {
        return Err("rustc refuses several lines");
    }
    let headline = message.lines().find(|line| line.starts_with("error"));
    Ok(Refusal {
        line,
        place: headline.and_then(|line| line.split('`').nth(1)),
        labels: labels(message),
    })
}

/// The line of ` --> tests/compile-fail/a.rs:5:16`; those of notes are indented no less, but stand
/// after them.
fn place_of_error(line: &str) -> Option<usize> {
    let place = line.trim_start().strip_prefix("--> ")?;
    place.split(':').nth(1)?.parse().ok()
}

/// The labels of the first error, by the line that they stand under; of several the last.
fn labels(message: &str) -> BTreeMap<usize, &str> {
    let mut labels = BTreeMap::new();
    let mut current = None;
    let is_help = |line: &&str| line.starts_with("help:") || line.starts_with("note:");
    for line in message.lines().take_while(|line| !is_help(line)) {
        let Some((before, after)) = line.split_once('|') else {
            continue;
        };
        if let Ok(number) = before.trim().parse::<usize>() {
            current = Some(number);
            continue;
        }
        let label = after.trim_start_matches(['|', ' ', '-', '^', '_', '/']);
        if let (Some(number), false) = (current, label.is_empty()) {
            labels.insert(number, label);
        }
    }
    labels
}

/// The lines on which more than a brace stands.
fn lines(listing: &Listing, refusal: &Refusal<'_>) -> Choice {
    let says_something = |line: &str| line.contains(|c: char| c.is_alphanumeric());
    let lines = listing.source.lines().enumerate();
    let lines = lines.map(|(index, line)| (index + 1, line));
    let options = lines.filter(|(number, line)| {
        let comment = line.trim_start().starts_with("//");
        *number == refusal.line || (says_something(line) && !comment)
    });
    let options = options.map(|(number, line)| Opt {
        text: format!(
            "<span class=\"number\">{number}</span> <code>{}</code>",
            escaped(line)
        ),
        right: number == refusal.line,
        because: Some(inline::html(&words::not_this_line(
            refusal.labels.get(&number).copied(),
        ))),
    });
    Choice {
        legend: Some(inline::html(words::LINE)),
        class: "lines",
        ..Choice::one(options.collect())
    }
}

/// The places of the program, where the one that the message names is one of them.
fn places(timeline: &Timeline, place: &str) -> Option<Choice> {
    let mut names: Vec<&str> = Vec::new();
    for column in timeline
        .functions
        .iter()
        .flat_map(|function| &function.places)
    {
        if !names.contains(&column.expression.as_str()) {
            names.push(&column.expression);
        }
    }
    let root = |name: &str| {
        name.trim_start_matches('*').split(['.', '[']).next()
            == place.trim_start_matches('*').split(['.', '[']).next()
    };
    if !names.contains(&place) {
        let at = names.iter().rposition(|name| root(name))?;
        names.insert(at + 1, place);
    }
    let option = |name: &&str| Opt {
        text: format!("<code>{}</code>", escaped(name)),
        right: *name == place,
        because: Some(inline::html(words::NOT_THIS_PLACE)),
    };
    (names.len() > 1).then(|| Choice {
        legend: Some(inline::html(words::PLACE)),
        ..Choice::one(names.iter().map(option).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::refusal;

    const MESSAGE: &str =
        "error[E0502]: cannot borrow `queue` as mutable because it is also borrowed as immutable
 --> tests/compile-fail/a.rs:4:5
  |
3 |     let first = &queue[0];
  |                  ----- immutable borrow occurs here
4 |     queue.push(String::from(\"Edsger\"));
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mutable borrow occurs here
5 |     println!(\"{first} is served\");
  |                ----- immutable borrow later used here
  |
help: try this
  |
5 |     println!();
  |             ++
";

    #[test]
    fn the_line_the_place_and_the_labels_are_read_from_the_message() {
        let read = refusal(MESSAGE).expect("a refusal");
        assert_eq!((read.line, read.place), (4, Some("queue")));
        let labels: Vec<_> = read.labels.into_iter().collect();
        assert_eq!(
            labels,
            [
                (3, "immutable borrow occurs here"),
                (4, "mutable borrow occurs here"),
                (5, "immutable borrow later used here"),
            ]
        );
    }

    #[test]
    fn two_refused_lines_are_no_question() {
        let two = format!("{MESSAGE}\nerror: more\n --> tests/compile-fail/a.rs:7:5\n");
        assert_eq!(refusal(&two).err(), Some("rustc refuses several lines"));
        assert_eq!(refusal("error: none\n").err(), Some("rustc names no line"));
    }
}
