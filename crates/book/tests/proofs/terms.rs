//! No page of the core uses a term before the page that teaches it, unless it links that page; what its
//! questions say counts.
//!
//! The glossary says which page teaches a term: `**Loan**: … [References](../borrowing/index.md)`.
//! The core is what `src/SUMMARY.md` names before *Going deeper*. The introduction is the book's
//! door: it names what is to come.

use crate::support::root;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Terms that are common words as well; no machine can tell which is meant.
const COMMON_WORDS: [&str; 6] = ["Length", "Live", "Place", "Sound", "Static", "Value"];

struct Term {
    /// As the glossary has it: `Loan`, or with the signs of code.
    name: String,
    page: PathBuf,
}

/// A paragraph, a cell or a heading: its text, the code within it, and where its links lead.
#[derive(Default)]
struct Block {
    text: String,
    code: Vec<String>,
    links: Vec<PathBuf>,
}

/// A page of `src/` as the blocks of its prose, what stands in boxes included.
fn blocks(page: &Path, markdown: &str) -> Vec<Block> {
    let mut blocks = vec![Block::default()];
    let mut code_block = None;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        let Some(block) = blocks.last_mut() else {
            continue;
        };
        match event {
            Event::Start(Tag::CodeBlock(kind)) => code_block = Some(format!("{kind:?}")),
            Event::End(TagEnd::CodeBlock) => code_block = None,
            Event::Text(text) => match &code_block {
                Some(kind) if kind.contains("admonish") => {
                    blocks.extend(self::blocks(page, &text));
                    blocks.push(Block::default());
                }
                Some(kind) if kind.contains("\"question") => block.text += &text.to_lowercase(),
                Some(_) => {}
                None if text.trim_start().starts_with("{{#") => {}
                None => block.text += &text.to_lowercase(),
            },
            Event::Code(code) => block.code.push(code.to_string()),
            Event::SoftBreak => block.text.push(' '),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let path = dest_url.split('#').next().unwrap_or_default();
                block.links.push(joined(page, path));
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell) => {
                blocks.push(Block::default());
            }
            Event::Start(Tag::Item) => blocks.push(Block::default()),
            _ => {}
        }
    }
    blocks
}

/// Where a link on a page leads, from the root of the book.
fn joined(page: &Path, link: &str) -> PathBuf {
    let mut path = page.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => _ = path.pop(),
            part => path.push(part),
        }
    }
    path
}

impl Block {
    fn uses(&self, term: &str) -> bool {
        match term.strip_prefix('`') {
            Some(code) => self.code.iter().any(|c| c == code.trim_end_matches('`')),
            None => says(&self.text, &term.to_lowercase()),
        }
    }
}

/// Whether a text has the term as a word, in one of its forms: `drop`, `drops`, `dropped`.
fn says(text: &str, term: &str) -> bool {
    let stem = term.strip_suffix('e').unwrap_or(term);
    let double = stem.chars().last().map(String::from).unwrap_or_default();
    let endings = ["", "s", "ed", "ing"].map(str::to_owned);
    let doubled = ["ed", "ing"].map(|ending| format!("{double}{ending}"));
    let forms: BTreeSet<String> = (endings.iter().chain(&doubled))
        .map(|ending| format!("{stem}{ending}"))
        .chain(["", "s"].map(|ending| format!("{term}{ending}")))
        .filter(|form| form.as_str() != stem || stem == term)
        .collect();
    let is_word = |c: char| c.is_alphanumeric() || c == '-';
    forms.iter().any(|form| {
        text.match_indices(form.as_str()).any(|(at, found)| {
            !text[..at].ends_with(is_word) && !text[at + found.len()..].starts_with(is_word)
        })
    })
}

pub fn read(page: &Path) -> String {
    fs::read_to_string(root().join("src").join(page)).expect("a page of the book")
}

/// The pages before *Going deeper*, in order.
pub fn core() -> Vec<PathBuf> {
    let summary = read(Path::new("SUMMARY.md"));
    let core = summary.split("- [Going deeper]").next().unwrap_or_default();
    let blocks = blocks(Path::new("SUMMARY.md"), core);
    let links = blocks.into_iter().flat_map(|block| block.links);
    links.collect()
}

fn terms() -> Vec<Term> {
    let glossary = read(Path::new("reference/glossary.md"));
    let entries = glossary.lines().filter(|line| line.starts_with("**"));
    let terms = entries.map(|entry| {
        let name = entry.split("**").nth(1).expect("a name between stars");
        let (_, link) = entry.rsplit_once("](").expect("a link at the end");
        let page = link.split(['#', ')']).next().expect("an address");
        Term {
            name: name.to_owned(),
            page: joined(Path::new("reference/glossary.md"), page),
        }
    });
    terms.collect()
}

#[test]
fn no_page_of_the_core_uses_a_term_before_it_is_taught_without_a_link() {
    let core = core();
    let pages: Vec<(&PathBuf, Vec<Block>)> = (core.iter().skip(1))
        .map(|page| (page, blocks(page, &read(page))))
        .collect();
    let mut checked = 0;
    let mut early = Vec::new();
    for term in terms() {
        if COMMON_WORDS.contains(&term.name.as_str()) {
            continue;
        }
        let Some(taught) = pages.iter().position(|(page, _)| **page == term.page) else {
            continue;
        };
        checked += 1;
        for (page, blocks) in &pages[..taught] {
            let Some(first) = blocks.iter().position(|block| block.uses(&term.name)) else {
                continue;
            };
            let linked = (blocks[..=first].iter()).any(|block| block.links.contains(&term.page));
            if !linked {
                early.push(format!(
                    "src/{}: \"{}\" is taught later, in src/{}; link it where it first stands: {}",
                    page.display(),
                    term.name,
                    term.page.display(),
                    blocks[first].text
                ));
            }
        }
    }
    assert!(early.is_empty(), "\n{}", early.join("\n"));
    assert!(checked >= 35, "{checked} terms of the core");
}

#[test]
fn the_page_that_teaches_a_term_says_it() {
    let silent = terms().into_iter().filter_map(|term| {
        let page = read(&term.page);
        let said = blocks(&term.page, &page)
            .iter()
            .any(|block| block.uses(&term.name));
        (!said).then(|| {
            format!(
                "src/reference/glossary.md: \"{}\" leads to src/{}, which does not say it",
                term.name,
                term.page.display()
            )
        })
    });
    let silent: Vec<String> = silent.collect();
    assert!(silent.is_empty(), "\n{}", silent.join("\n"));
}

#[test]
fn a_term_is_found_in_its_forms_and_in_no_other_word() {
    for text in ["a move", "it moves", "moved out", "while moving"] {
        assert!(says(text, "move"), "{text}");
    }
    assert!(says("what is dropped", "drop"));
    assert!(!says("a movement, removed", "move"));
    assert!(!says("non-lexical scopeless", "scope"));
}
