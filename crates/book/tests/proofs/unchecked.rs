//! Beside every rejected program that would have been unsafe stands its unchecked twin: the same
//! program with raw pointers, whose trace shows the memory that is gone.
//!
//! ```text
//! tests/compile-fail/SLUG.rs      let first = &queue[0];              println!("{first} is served");
//! tests/unchecked/SLUG.rs         let first = &raw const queue[0];    println!("{} is served", unsafe { &*first });
//! ```

use crate::support::root;
use lens::{Gone, Trace};
use listings::{Counterfactual, Kind, Sources};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;

/// Rejected programs of the unsafe kind that have no twin, and why.
const WITHOUT: &[(&str, &str)] = &[
    (
        "ownership-uninitialized",
        "no pointer stands for a value that was never written, and with 12 seats it is written",
    ),
    (
        "ownership-copy-and-drop",
        "a gate has no memory: its cleanup prints twice, and another would free twice",
    ),
    (
        "ownership-explicit-drop-call",
        "a ticket has no memory: its cleanup prints twice, and another would free twice",
    ),
    (
        "borrowing-paying-while-the-song-is-lent",
        "paying leaves the song where it is, and another body behind the signature would not",
    ),
    (
        "comparison-pushing-while-walking",
        "what dangles is in the loop's own iterator, where no trace looks",
    ),
    (
        "comparison-giving-the-inner-list-away",
        "an empty list owns no memory that two lists could free",
    ),
    (
        "comparison-counting-without-a-lock",
        "it needs two threads at once, of which no trace can be made",
    ),
    (
        "borrowing-one-name-too-many",
        "the result is a part of the line, and another body behind the signature would return the mark",
    ),
    (
        "deeper-a-cell-in-two-threads",
        "it needs two threads at once, of which no trace can be made",
    ),
    (
        "deeper-a-closure-outlives-its-loan",
        "a capture has no place in the text where a raw pointer could stand",
    ),
    (
        "deeper-a-counting-handle-in-a-thread",
        "it needs two threads at once, of which no trace can be made",
    ),
    (
        "deeper-a-guard-that-assigns",
        "a number owns no memory that could be gone",
    ),
    (
        "deeper-a-handle-moved-in-a-loop",
        "it needs a thread that drops what moved into it, of which no trace can be made",
    ),
    (
        "deeper-a-label-outlives-its-jar",
        "the name is freed before the last step that looks into the label",
    ),
    (
        "deeper-a-line-kept-for-good",
        "what is kept in this call is a literal, which is never freed",
    ),
    (
        "deeper-a-loan-escapes-a-closure",
        "the second star still fits into the buffer, and a third might not",
    ),
    (
        "deeper-a-loan-past-a-destructor",
        "the result is printed at once and no variable keeps it",
    ),
    (
        "deeper-a-reference-into-packed-bytes",
        "the bytes are there, at an address that a reference may not have",
    ),
    (
        "deeper-a-static-that-changes",
        "it needs two threads at once, of which no trace can be made",
    ),
    (
        "deeper-a-task-that-borrows-its-name",
        "a capture has no place in the text where a raw pointer could stand",
    ),
    (
        "deeper-a-thread-that-outlives-its-loan",
        "it needs two threads at once, of which no trace can be made",
    ),
    (
        "deeper-a-thread-with-a-borrowed-line",
        "it needs two threads at once, of which no trace can be made",
    ),
    (
        "deeper-moving-what-is-pinned",
        "the note has a mark where another would have its pointer",
    ),
    (
        "deeper-one-result-lent-one-made",
        "the result is printed at once and no variable keeps it",
    ),
    (
        "deeper-pushing-while-iterating",
        "what dangles is in the loop's own iterator, where no trace looks",
    ),
    (
        "deeper-two-lifetimes-in-a-push",
        "what is kept in this call is a literal, which is never freed",
    ),
    (
        "deeper-writing-through-a-read-guard",
        "it needs two threads at once, of which no trace can be made",
    ),
];

/// What makes a line unchecked, and what may stand in such a line alone.
const MARKS: [&str; 4] = ["unsafe {", "*const ", "*mut ", "&raw "];
/// What a line of the twin has besides its marks: signs that say how a value is reached, and the
/// words that reach it. `Copy` cannot be lied about: the twin reads twice what it would copy.
const SIGNS: [&str; 11] = [
    "&", "*", "(", ")", "{", "}", "unsafe", "raw", "ref", "const", "mut",
];
const WORDS: [&str; 2] = ["std : : ptr : : read", ". cast_mut"];

/// The slugs of the rejected programs of the unsafe kind, with their texts.
fn refused() -> Vec<(String, String)> {
    let (sources, problems) = Sources::read(root());
    assert_eq!(problems, []);
    let is_unsafe = |listing: &&listings::Listing| {
        let kinds = listing
            .others
            .iter()
            .filter_map(|other| other.counterfactual());
        listing.kind == Kind::Rejected
            && kinds
                .into_iter()
                .any(|(kind, _)| kind == Counterfactual::Unsafe)
    };
    let listings = sources.library.iter().filter(is_unsafe);
    listings
        .map(|listing| (listing.slug.clone(), listing.source.clone()))
        .collect()
}

/// The twins that there are.
fn twins() -> BTreeSet<String> {
    let folder = fs::read_dir(root().join("tests/unchecked")).expect("the twins");
    let names = folder.flatten().map(|entry| entry.file_name());
    names
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".rs")?.to_owned()))
        .collect()
}

fn twin(slug: &str) -> String {
    let path = root().join(format!("tests/unchecked/{slug}.rs"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_rejected_program_of_the_unsafe_kind_has_a_twin_and_no_other() {
    let mut expected: BTreeSet<String> = refused().into_iter().map(|(slug, _)| slug).collect();
    for (slug, _) in WITHOUT {
        assert!(expected.remove(*slug), "{slug} is not of that kind");
    }
    assert_eq!(twins(), expected);
}

#[test]
fn a_twin_is_the_rejected_program_but_for_what_makes_it_unchecked() {
    let mut wrong = Vec::new();
    for (slug, refused) in refused() {
        if twins().contains(&slug) {
            let complaints = differences(&refused, &twin(&slug)).into_iter();
            wrong.extend(complaints.map(|line| format!("tests/unchecked/{slug}.rs:{line}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_line_that_differs_otherwise_is_found() {
    let refused = "fn main() {\n    let a = &b[0];\n    println!(\"{a}, {} {a:?}\", b.len());\n}\n";
    let right = "fn main() {\n    let a = &raw const b[0];\n    println!(\"{}, {} {:?}\", unsafe { &*a }, b.len(), unsafe { &*a });\n}\n";
    assert_eq!(differences(refused, right), [""; 0]);
    for (from, to) in [
        ("b[0]", "b[1]"),
        ("let a = &raw const", "let c = &raw const"),
        ("{:?}", "{}"),
        ("&*a }, b", "&*c }, b"),
        ("fn main", "fn  other"),
        ("&raw const b[0]", "&mut b[0]"),
    ] {
        let wrong = right.replace(from, to);
        assert_eq!(differences(refused, &wrong).len(), 1, "{wrong}");
    }
    let longer = right.replace("}\n", "    drop(b);\n}\n");
    assert_eq!(
        differences(refused, &longer),
        ["1: it has another number of lines"]
    );
}

/// The lines of a twin that differ in more than what makes them unchecked.
fn differences(refused: &str, twin: &str) -> Vec<String> {
    if refused.lines().count() != twin.lines().count() {
        return vec!["1: it has another number of lines".to_owned()];
    }
    let lines = refused.lines().zip(twin.lines()).enumerate();
    let mut wrong = Vec::new();
    for (number, (refused, twin)) in lines {
        let is_marked = MARKS.iter().any(|mark| twin.contains(mark));
        // A copy that unsafe code makes needs no `Copy`, and may not have it.
        let is_copy = refused.replace(", Copy", "") == twin;
        let is_same = is_marked && without_marks(refused) == without_marks(twin);
        if refused != twin && !is_same && !is_copy {
            let line = number + 1;
            wrong.push(format!(
                "{line}: {twin:?} is more than {refused:?} unchecked"
            ));
        }
    }
    wrong
}

/// The tokens of a line without the signs and words of unchecked code, the type of a variable that
/// is a raw pointer, and with the values of a text behind it.
fn without_marks(line: &str) -> String {
    // A block may begin or end on the line.
    let line = line.trim_end_matches(" {").trim_start_matches('}');
    let tokens: TokenStream = line.parse().expect("tokens");
    let mut words = Vec::new();
    flatten(tokens, &mut words);
    let mut text = words.join(" ");
    for pointer in [": * const ", ": * mut "] {
        while let (true, Some((before, after))) =
            (text.starts_with("let "), text.split_once(pointer))
        {
            let end = after.find([';', '=']).unwrap_or(after.len());
            text = format!("{before}{}", &after[end..]);
        }
    }
    for word in WORDS {
        text = text.replace(word, "");
    }
    let kept = text.split_whitespace().filter(|word| !SIGNS.contains(word));
    kept.collect::<Vec<_>>().join(" ")
}

fn flatten(tokens: TokenStream, words: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                words.push(open.to_owned());
                flatten(group.stream(), words);
                words.push(close.to_owned());
            }
            TokenTree::Literal(text) if text.to_string().contains('{') => {
                let mut values = Vec::new();
                let mut value = Vec::new();
                // Behind the text's comma.
                tokens.next();
                for token in tokens.by_ref() {
                    match token {
                        TokenTree::Punct(comma) if comma.as_char() == ',' => {
                            values.push(std::mem::take(&mut value));
                        }
                        token => flatten(token.into(), &mut value),
                    }
                }
                values.push(value);
                words.extend(with_values(&text.to_string(), values));
            }
            token => words.push(token.to_string()),
        }
    }
}

/// A text without the names in its braces, and behind it the values of the braces in their order.
fn with_values(text: &str, given: Vec<Vec<String>>) -> Vec<String> {
    let mut given = given.into_iter();
    let mut pieces = text.split('{');
    let mut without = pieces.next().unwrap_or_default().to_owned();
    let mut values = Vec::new();
    for piece in pieces {
        let (inside, after) = piece.split_once('}').unwrap_or((piece, ""));
        let (name, how) = inside.split_at(inside.find(':').unwrap_or(inside.len()));
        without += &format!("{{{how}}}{after}");
        match name {
            "" => values.extend(given.next().unwrap_or_default()),
            name => values.push(name.to_owned()),
        }
    }
    std::iter::once(without).chain(values).collect()
}

/// Whether a trace says of some memory that it is gone, at its last step with a variable or by what
/// happened to it.
fn shows_what_is_gone(trace: &Trace) -> bool {
    let is_known = |gone: &Gone| *gone != Gone::NotFollowed;
    let steps = || trace.steps.iter();
    let is_misused = !trace.misuses.is_empty() || steps().any(|step| !step.misuses.is_empty());
    let last = steps().rfind(|step| step.function.is_some());
    let mut pointers = last.into_iter().flat_map(|step| step.pointers());
    is_misused || pointers.any(|(_, pointer)| pointer.gone.as_ref().is_some_and(is_known))
}

#[test]
fn the_trace_of_a_twin_ends_with_a_pointer_to_what_is_gone_or_with_its_misuse() {
    let twins: Vec<String> = twins().into_iter().collect();
    let wrong: Vec<String> = (twins.par_iter())
        .filter_map(|slug| match lens::trace(&twin(slug)) {
            Ok(trace) if shows_what_is_gone(&trace) => None,
            Ok(_) => Some(format!("{slug} shows nothing that is gone")),
            Err(error) => Some(format!("{slug}: {error}")),
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
