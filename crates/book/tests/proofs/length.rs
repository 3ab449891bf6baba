//! The core is read in an afternoon, and each of its pages in one sitting.
//!
//! What counts is what a reader reads on the way: prose, tables and boxes. What is folded away does not
//! count, nor programs, figures and questions. A part's inventory is made of questions, and is left out.

use crate::terms::{core, read};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

const OF_A_PAGE: usize = 900;
const OF_THE_CORE: usize = 20_000;

/// How many words a reader meets on a page.
fn words(markdown: &str) -> usize {
    let mut text = String::new();
    let mut in_boxes = 0;
    let mut fence = None;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => fence = Some(info),
            Event::End(TagEnd::CodeBlock) => fence = None,
            Event::Text(inside) => match &fence {
                None => text += &inside,
                Some(info) if info.starts_with("admonish") && !info.contains("collapsible") => {
                    in_boxes += words(&inside);
                }
                Some(_) => {}
            },
            Event::Code(code) => text += &code,
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
            ) => text.push(' '),
            _ => {}
        }
    }
    let text = without_directives(&text);
    let has_a_letter = |word: &&str| word.contains(char::is_alphanumeric);
    text.split_whitespace().filter(has_a_letter).count() + in_boxes
}

/// A number where one is measured, and nothing where a figure stands.
fn without_directives(text: &str) -> String {
    let mut pieces = text.split("{{#");
    let mut without = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (directive, after) = piece.split_once("}}").unwrap_or((piece, ""));
        without += if directive.starts_with("measured") {
            "1"
        } else {
            ""
        };
        without += after;
    }
    without
}

#[test]
fn the_core_and_each_of_its_pages_are_short_enough() {
    let pages = core().into_iter();
    let pages = pages.filter(|page| page.file_stem().is_some_and(|stem| stem != "inventory"));
    let lengths: Vec<_> = pages
        .map(|page| {
            let count = words(&read(&page));
            (page, count)
        })
        .collect();
    let long = lengths.iter().filter(|(_, count)| *count > OF_A_PAGE);
    let mut complaints: Vec<String> = long
        .map(|(page, count)| {
            let page = page.display();
            format!("src/{page}: {count} words; cut it to {OF_A_PAGE}")
        })
        .collect();
    let all: usize = lengths.iter().map(|(_, count)| count).sum();
    if all > OF_THE_CORE {
        complaints.push(format!(
            "the core: {all} words; cut it to {OF_THE_CORE}, the longest pages first"
        ));
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    assert!(lengths.len() >= 25, "{} pages", lengths.len());
}

#[test]
fn what_a_reader_meets_is_counted_and_nothing_else() {
    for (markdown, count) in [
        ("# A title\n\nTwo `words`, and\nthree more.", 7),
        ("| a | b |\n| --- | --- |\n| one two | `three` |", 5),
        ("- [a link](to/a/page.md)\n- more", 3),
        ("```rust\nfn main() {}\n```\n\none", 1),
        (
            "```question\nabout = \"sold\"\n```\n\n{{#listing sold predict}}",
            0,
        ),
        ("```admonish tip title=\"Look\"\nIt counts.\n```", 2),
        (
            "```admonish question title=\"Which?\" collapsible=true\nThis one.\n```",
            0,
        ),
        (
            "It takes {{#measured ratio trees rust c}} times as long.",
            6,
        ),
    ] {
        assert_eq!(words(markdown), count, "{markdown}");
    }
}
