//! Every answer is derived once more, by other means than the book's; and what an author gets wrong
//! stops the build.
//!
//! The book takes its answers from goldens, timelines, traces and runs that it keeps. Here rustc and
//! the program are asked again, by programs and by words that this file makes itself.

use crate::support::{SmallBook, root};
use listings::{Ask, Edit, Listing, Page, Question, Sources, Spot};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// The texts of the options that a page marks as right, by part of the question.
fn marked(section: ElementRef<'_>) -> Vec<BTreeSet<String>> {
    let fieldset = Selector::parse("fieldset").expect("a selector");
    let right = Selector::parse("label:has([data-right]) .text").expect("a selector");
    let text = |element: ElementRef<'_>| {
        let text: String = element.text().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let parts = section.select(&fieldset);
    parts
        .map(|part| part.select(&right).map(text).collect())
        .collect()
}

/// Each question of the book, with its listing and what its page marks as right.
fn questions(book: &Path) -> Vec<(Question, Listing, Vec<BTreeSet<String>>)> {
    let (sources, problems) = Sources::read(root());
    assert_eq!(problems, []);
    let mut questions = Vec::new();
    for page in &sources.pages {
        let from_src = page.path.strip_prefix("src").expect("a page of src/");
        let html = fs::read_to_string(book.join(from_src.with_extension("html")));
        let html = Html::parse_document(&html.expect("the page"));
        let section = Selector::parse(".question").expect("a selector");
        let sections: Vec<_> = html.select(&section).map(marked).collect();
        let asked = in_order_of_page(page);
        assert_eq!(sections.len(), asked.len(), "{}", page.path.display());
        for (question, marked) in asked.into_iter().zip(sections) {
            let listing = sources.library.get(&question.about).expect("a listing");
            questions.push((question.clone(), listing.clone(), marked));
        }
    }
    questions
}

/// Those at a figure stand where the figure does.
fn in_order_of_page(page: &Page) -> Vec<&Question> {
    page.questions().collect()
}

fn built() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let output = Command::new(env!("CARGO_BIN_EXE_book"))
        .arg("build")
        .arg(folder.path().join("book"))
        .current_dir(root())
        .output()
        .expect("the binary starts");
    assert!(output.status.success(), "{}", errors(&output));
    folder
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What rustc says of a program: whether it compiles, and its errors as JSON, a line each.
fn compiled(folder: &Path, program: &str) -> (bool, Vec<serde_json::Value>) {
    fs::write(folder.join("program.rs"), program).expect("written");
    let output = Command::new("rustc")
        .args([
            "--edition=2024",
            "--cap-lints=allow",
            "--error-format=json",
            "-o",
            "program",
        ])
        .arg("program.rs")
        .current_dir(folder)
        .env("RUSTUP_TOOLCHAIN", toolchain())
        .output()
        .expect("rustc starts");
    let said = errors(&output);
    let said = said
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    let said = said.filter(|said: &serde_json::Value| said["level"] == "error");
    (output.status.success(), said.collect())
}

/// The toolchain to which the book is pinned.
fn toolchain() -> String {
    let text = fs::read_to_string(root().join("rust-toolchain.toml")).expect("the toolchain");
    let (_, channel) = text.split_once("channel = \"").expect("a channel");
    channel.split('"').next().expect("its name").to_owned()
}

/// What a program that compiles prints, and whether it ends well.
fn printed(folder: &Path) -> (String, bool) {
    let output = Command::new(folder.join("program"))
        .output()
        .expect("it runs");
    let printed = String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_owned();
    (printed, output.status.success())
}

/// The first line and the message of the errors.
fn first_error(said: &[serde_json::Value]) -> (u64, &str) {
    let error = said
        .iter()
        .find(|said| !said["spans"].as_array().is_none_or(Vec::is_empty));
    let error = error.expect("an error with a place");
    let spans = error["spans"].as_array().expect("spans");
    let primary = spans.iter().find(|span| span["is_primary"] == true);
    let line = primary.expect("a primary span")["line_start"].as_u64();
    (
        line.expect("a line"),
        error["message"].as_str().expect("a message"),
    )
}

/// The source with a line before another.
fn with_line(source: &str, before: usize, line: &str) -> String {
    let mut lines: Vec<&str> = source.lines().collect();
    lines.insert(before - 1, line);
    lines.join("\n")
}

/// The letters that a place has before a line of a program that compiles: a probe on a line of its
/// own is refused, or it is not.
fn letters(folder: &Path, source: &str, spot: &Spot) -> BTreeSet<char> {
    let Spot { place, line } = spot;
    let probes = [
        ('R', format!("&{place}")),
        ('W', format!("&mut {place}")),
        ('O', place.clone()),
    ];
    let granted = probes.into_iter().filter(|(_, probe)| {
        let program = with_line(source, *line, &format!("let _probe = {probe};"));
        let (_, said) = compiled(folder, &program);
        let spans = said
            .iter()
            .flat_map(|said| said["spans"].as_array().cloned().unwrap_or_default());
        let mut primary = spans.filter(|span| span["is_primary"] == true);
        // A use of what the probe took away is refused later, and is no answer.
        !primary.any(|span| span["line_start"].as_u64() <= Some(*line as u64))
    });
    granted.map(|(letter, _)| letter).collect()
}

/// What `lens --memory` prints of a program, asked anew.
fn memory(folder: &Path, source: &str) -> String {
    let file = folder.join("traced.rs");
    fs::write(&file, source).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["lens", "--memory"])
        .arg(&file)
        .current_dir(folder)
        .output()
        .expect("the binary starts");
    assert!(output.status.success(), "{}", errors(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The steps of what `lens --memory` printed: the line (0 after `main`), how deep in calls it says it
/// is, and its sentences.
fn steps(memory: &str) -> Vec<(usize, bool, Vec<&str>)> {
    let mut steps: Vec<(usize, bool, Vec<&str>)> = Vec::new();
    for line in memory.lines() {
        if let Some(rest) = line.strip_prefix("Before line ") {
            let number = rest.split([' ', ',']).next().expect("a number");
            let in_a_call = rest.starts_with(&format!("{number}, in "));
            steps.push((number.parse().expect("a number"), in_a_call, Vec::new()));
        } else if line.starts_with("After main") {
            steps.push((0, false, Vec::new()));
        } else if let Some((_, _, sentences)) = steps.last_mut() {
            sentences.push(line.trim());
        }
    }
    steps
}

/// The blocks of the heap that a step has: `heap 1` of `heap 1 is 5 bytes: "hello".`
fn blocks<'m>(sentences: &[&'m str]) -> BTreeSet<&'m str> {
    let blocks = sentences
        .iter()
        .filter(|sentence| sentence.starts_with("heap "));
    let blocks = blocks.filter_map(|sentence| sentence.split_once(" is "));
    blocks.map(|(name, _)| name).collect()
}

/// The blocks that have been freed when a line has run.
fn freed<'m>(steps: &[(usize, bool, Vec<&'m str>)], line: usize) -> BTreeSet<&'m str> {
    let at = steps
        .iter()
        .position(|step| step.0 == line)
        .expect("the line runs");
    let inside = steps[at].1;
    let mut freed = BTreeSet::new();
    for (_, in_a_call, sentences) in &steps[at + 1..] {
        let told = sentences
            .iter()
            .filter_map(|said| said.strip_suffix(" has been freed."));
        freed.extend(told);
        if *in_a_call == inside || !in_a_call {
            break;
        }
    }
    freed
}

/// The line that asked for a block: the one before the step that has it first.
fn line_of(steps: &[(usize, bool, Vec<&str>)], block: &str) -> usize {
    let at = steps
        .iter()
        .position(|step| blocks(&step.2).contains(block));
    steps[at.expect("the block") - 1].0
}

/// The lines of an edited program, by hand.
fn edited(source: &str, edit: &Edit) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    for change in &edit.changes {
        lines[change.line - 1] = change.with.clone();
    }
    lines.join("\n")
}

/// A sentence of Markdown without its marks.
fn plain(markdown: &str) -> String {
    let text = markdown.replace(['`', '*'], "").replace('\'', "’");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_answer_is_derived_once_more() {
    let book = built();
    let folder = TempDir::new().expect("a temporary folder");
    let folder = folder.path();
    let mut kinds = BTreeSet::new();
    for (question, listing, marked) in questions(&book.path().join("book")) {
        let source = listing.source.as_str();
        let at = format!("{} of {}", question.ask.name(), question.about);
        kinds.insert(question.ask.name());
        let only = || {
            let [right] = &marked[..] else {
                panic!("{at}: {marked:?}")
            };
            right
        };
        let one = || only().iter().next().expect("a right option").clone();
        match &question.ask {
            Ask::Outcome { .. } => {
                let expected = match compiled(folder, source).0 {
                    false => "It does not compile".to_owned(),
                    true => match printed(folder) {
                        (_, false) => "It compiles, runs and panics".to_owned(),
                        (output, true) => {
                            let words: Vec<&str> = output.split_whitespace().collect();
                            format!("It compiles and prints {}", words.join(" "))
                        }
                    },
                };
                assert_eq!((only().len(), one()), (1, expected), "{at}");
            }
            Ask::Line => {
                let (success, said) = compiled(folder, source);
                assert!(!success, "{at}");
                let (line, message) = first_error(&said);
                let text = source.lines().nth(line as usize - 1).expect("the line");
                let words: Vec<&str> = text.split_whitespace().collect();
                let lines: Vec<&String> = marked[0].iter().collect();
                assert_eq!(lines, [&format!("{line} {}", words.join(" "))], "{at}");
                if let Some(places) = marked.get(1) {
                    let place = message.split('`').nth(1).expect("a place");
                    assert_eq!(places.iter().collect::<Vec<_>>(), [place], "{at}");
                }
            }
            Ask::Permission(spot) => {
                assert!(
                    compiled(folder, source).0,
                    "{at}: this test asks programs that compile"
                );
                let marked = only().iter().filter_map(|text| text.chars().next());
                let marked: BTreeSet<char> = marked
                    .map(|letter| if letter == 'C' { 'O' } else { letter })
                    .collect();
                assert_eq!(marked, letters(folder, source, spot), "{at}");
            }
            Ask::Points(spot) => {
                let said = memory(folder, source);
                let steps = steps(&said);
                let step = steps
                    .iter()
                    .find(|step| step.0 == spot.line)
                    .expect("the line runs");
                let held = step.2.iter().find(|said| {
                    said.contains(&format!(".{}: ", spot.place))
                        || said.contains(&format!(".{} ", spot.place))
                });
                let held = held.expect("the place");
                let target = [
                    "owns ",
                    "refers to ",
                    "refers exclusively to ",
                    "is one owner of ",
                ]
                .iter()
                .find_map(|verb| held.split_once(verb));
                let (_, target) = target.expect("a pointer");
                let target = target.split([',', '.', '[']).next().expect("a target");
                let expected = match target.split_once(' ') {
                    Some(("heap", _)) => format!("line {} asked for", line_of(&steps, target)),
                    _ => format!("the variable {target}"),
                };
                assert!(
                    one().contains(&expected),
                    "{at}: {:?} is not {expected}",
                    one()
                );
            }
            Ask::Blocks { line } => {
                let said = memory(folder, source);
                let steps = steps(&said);
                let step = steps
                    .iter()
                    .find(|step| step.0 == *line)
                    .expect("the line runs");
                assert_eq!(one(), blocks(&step.2).len().to_string(), "{at}");
            }
            Ask::Freed { line } => {
                let said = memory(folder, source);
                let steps = steps(&said);
                let mut expected: Vec<usize> = freed(&steps, *line)
                    .iter()
                    .map(|block| line_of(&steps, block))
                    .collect();
                expected.sort_unstable();
                let asked = only().iter().map(|text| {
                    let (_, rest) = text
                        .split_once("line ")
                        .expect("the line that asked for it");
                    rest.split(' ')
                        .next()
                        .expect("a number")
                        .parse()
                        .expect("a number")
                });
                let mut asked: Vec<usize> = asked.collect();
                asked.sort_unstable();
                assert_eq!(asked, expected, "{at}");
            }
            Ask::Drops => {
                let said = memory(folder, source);
                let drops = said
                    .lines()
                    .filter_map(|line| line.trim().strip_prefix("The drop of "));
                let names =
                    drops.filter_map(|drop| drop.strip_suffix(" has begun.")?.split_once('.'));
                let names: Vec<&str> = names.map(|(_, name)| name).collect();
                assert_eq!(one(), names.join(", then "), "{at}");
            }
            Ask::Why { reasons } => {
                let right: Vec<String> = reasons
                    .iter()
                    .filter(|reason| reason.belief.is_none())
                    .map(|reason| plain(&reason.text))
                    .collect();
                assert_eq!(right, [plain(&one())], "{at}");
            }
            Ask::Repair { prints, edits } => {
                let right = edits.iter().filter(|edit| {
                    compiled(folder, &edited(source, edit)).0
                        && printed(folder) == (prints.clone(), true)
                });
                let right: BTreeSet<String> = right.map(|edit| plain(&edit.text)).collect();
                assert_eq!(*only(), right, "{at}");
            }
            Ask::Unchecked => {
                let report =
                    fs::read_to_string(root().join(listing.beside("report"))).expect("the report");
                let fault = [
                    ("heap-use-after-free", "has been freed"),
                    ("attempting double-free", "twice"),
                    ("stack-use-after-return", "has returned"),
                    ("stack-use-after-scope", "has ended"),
                    ("not a valid value for type", "no value"),
                ];
                let fault = fault.iter().find(|(words, _)| report.contains(words));
                let expected = fault.map_or("Nothing goes wrong", |(_, said)| said);
                assert!(
                    one().contains(expected),
                    "{at}: {} is not {expected}",
                    one()
                );
            }
            Ask::Need(_) => panic!("{at}: no key is derived yet"),
        }
    }
    let all = [
        "blocks",
        "drops",
        "freed",
        "line",
        "outcome",
        "permission",
        "points",
        "repair",
        "unchecked",
        "why",
    ];
    assert_eq!(kinds, BTreeSet::from(all), "each kind is asked somewhere");
}
