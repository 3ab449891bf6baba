//! Every answer is derived once more, by other means than the book's; and what an author gets wrong
//! stops the build.
//!
//! The book takes its answers from goldens, timelines, traces and runs that it keeps. Here rustc and
//! the program are asked again, by programs and by words that this file makes itself.

use crate::support::{SmallBook, root};
use listings::{Ask, Edit, Listing, Question, Sources, Spot};
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
    // The page has fine quotes, but in code.
    let text = |element: ElementRef<'_>| {
        let text: String = element.text().collect();
        spaced(&text.replace('’', "'").replace(['“', '”'], "\""))
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
        let asked: Vec<&Question> = page.questions().collect();
        assert_eq!(sections.len(), asked.len(), "{}", page.path.display());
        for (question, marked) in asked.into_iter().zip(sections) {
            let listing = sources.library.get(&question.about).expect("a listing");
            questions.push((question.clone(), listing.clone(), marked));
        }
    }
    questions
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

/// The messages of errors, each with its line.
fn messages(said: &[serde_json::Value]) -> BTreeSet<(u64, String)> {
    let messages = said.iter().flat_map(|said| {
        let spans = said["spans"].as_array().cloned().unwrap_or_default();
        let primary = spans.into_iter().filter(|span| span["is_primary"] == true);
        let lines = primary.filter_map(|span| span["line_start"].as_u64());
        lines.map(|line| (line, said["message"].to_string()))
    });
    messages.collect()
}

/// The letters that a place has before a line: a probe on a line of its own is refused, or it is not.
/// What the program is refused for without the probe does not count.
fn letters(folder: &Path, source: &str, spot: &Spot) -> BTreeSet<char> {
    let (place, probe_line) = (&spot.place, spot.line as u64);
    let own = messages(&compiled(folder, source).1);
    let probes = [
        ('R', format!("&{place}")),
        ('W', format!("&mut {place}")),
        ('O', place.clone()),
    ];
    let granted = probes.into_iter().filter(|(_, probe)| {
        let program = with_line(source, spot.line, &format!("let _probe = {probe};"));
        let said = messages(&compiled(folder, &program).1);
        // A use of what the probe took away is refused later, and is no answer.
        let mut refused = said.into_iter().filter(|(line, _)| *line <= probe_line);
        refused.all(|error| error.0 < probe_line && own.contains(&error))
    });
    // In a loop, the next turn needs what was moved out.
    let next_turn = |letter: char| {
        let probe =
            format!("if std::env::args().count() > 99 {{ let _probe = {place}; continue; }}");
        let again = || compiled(folder, &with_line(source, spot.line, &probe)).1;
        let known: BTreeSet<&String> = own.iter().map(|(_, message)| message).collect();
        let is_moved = |message: &str| message.contains("moved value");
        letter == 'O'
            && (messages(&again()).iter())
                .any(|(_, message)| is_moved(message) && !known.contains(message))
    };
    let granted = granted.filter(|(letter, _)| !next_turn(*letter));
    granted.map(|(letter, _)| letter).collect()
}

/// What a line of a program that compiles needs of a place: a loan of it is in the way, or it is not.
fn need(folder: &Path, source: &str, spot: &Spot) -> String {
    let in_the_way = |loan: &str| {
        let after = with_line(
            source,
            spot.line + 1,
            "std::convert::identity(&counter_loan);",
        );
        let loan = format!("let counter_loan = {loan}{};", spot.place);
        let program = with_line(&after, spot.line, &loan);
        let (_, said) = compiled(folder, &program);
        let code = said.iter().find_map(|said| said["code"]["code"].as_str());
        code.map(str::to_owned)
    };
    match in_the_way("&").as_deref() {
        Some("E0505" | "E0507" | "E0382") => "O",
        Some(_) => "W",
        None if in_the_way("&mut ").is_some() => "R",
        None => "nothing",
    }
    .to_owned()
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
    spaced(&markdown.replace(['`', '*'], ""))
}

/// A text with one space wherever it has some.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is right by other means: of each part of the question, the texts of the right options as far
/// as they tell one from another.
fn derived(folder: &Path, question: &Question, listing: &Listing) -> Vec<BTreeSet<String>> {
    let source = listing.source.as_str();
    let one = |text: String| vec![BTreeSet::from([text])];
    match &question.ask {
        Ask::Outcome { .. } => one(match compiled(folder, source).0 {
            false => "It does not compile".to_owned(),
            true => match printed(folder) {
                (_, false) => {
                    "It compiles, and its run ends with a panic: it stops with a message".to_owned()
                }
                (output, true) => format!("It compiles and prints {}", spaced(&output)),
            },
        }),
        Ask::Line => {
            let (_, said) = compiled(folder, source);
            let (line, message) = first_error(&said);
            let text = source.lines().nth(line as usize - 1).expect("the line");
            let mut parts = one(format!("{line} {}", spaced(text)));
            parts.extend(
                message
                    .split('`')
                    .nth(1)
                    .map(|place| BTreeSet::from([place.to_owned()])),
            );
            parts
        }
        Ask::Permission(spot) => {
            let letters = letters(folder, source, spot);
            vec![letters.into_iter().map(String::from).collect()]
        }
        Ask::Points(spot) => {
            let said = memory(folder, source);
            one(target(&steps(&said), spot))
        }
        Ask::Blocks { line } => {
            let said = memory(folder, source);
            let steps = steps(&said);
            let step = steps.iter().find(|step| step.0 == *line);
            one(blocks(&step.expect("the line runs").2).len().to_string())
        }
        Ask::Freed { line } => {
            let said = memory(folder, source);
            let steps = steps(&said);
            let freed = freed(&steps, *line).into_iter();
            vec![
                freed
                    .map(|block| format!("line {}", line_of(&steps, block)))
                    .collect(),
            ]
        }
        Ask::Drops => {
            let said = memory(folder, source);
            let drops = said
                .lines()
                .filter_map(|line| line.trim().strip_prefix("The drop of "));
            let names = drops.filter_map(|drop| drop.strip_suffix(" has begun.")?.split_once('.'));
            let names: Vec<&str> = names.map(|(_, name)| name).collect();
            one(names.join(", then "))
        }
        Ask::Why { reasons } => {
            let right = reasons.iter().filter(|reason| reason.belief.is_none());
            vec![right.map(|reason| plain(&reason.text)).collect()]
        }
        Ask::Repair { prints, edits } => {
            let right = edits.iter().filter(|edit| {
                compiled(folder, &edited(source, edit)).0
                    && printed(folder) == (prints.clone(), true)
            });
            vec![right.map(|edit| plain(&edit.text)).collect()]
        }
        Ask::Unchecked => {
            let report = fs::read_to_string(root().join(listing.beside("report")));
            let report = report.expect("the report");
            let faults = [
                (
                    "heap-use-after-free",
                    "It uses a block of the heap that has been freed",
                ),
                ("attempting double-free", "It frees one block twice"),
                (
                    "stack-use-after-return",
                    "It uses a variable of a function that has returned",
                ),
                (
                    "stack-use-after-scope",
                    "It uses a variable whose scope has ended",
                ),
                (
                    "not a valid value for type",
                    "It reads a variable that was given no value",
                ),
            ];
            let fault = faults.iter().find(|(words, _)| report.contains(words));
            one(fault
                .map_or("Nothing goes wrong: it runs to its end", |(_, said)| said)
                .to_owned())
        }
        Ask::Need(spot) => one(need(folder, source, spot)),
    }
}

/// What of an option's text tells it from the others in [`derived`].
fn told_apart(ask: &Ask, text: &str) -> String {
    let line = || {
        let (_, rest) = text.split_once("line ").unwrap_or(("", text));
        format!("line {}", rest.split(' ').next().unwrap_or_default())
    };
    match ask {
        // A copy is what a move is, of a type that is `Copy`.
        Ask::Permission(_) => text[..1].replace('C', "O"),
        Ask::Need(_) if text != "nothing" => text[..1].to_owned(),
        Ask::Freed { .. } => line(),
        Ask::Points(_) if text.contains("heap") => line(),
        // Where several functions are at work, the text names the one whose variable it is.
        Ask::Points(_) => text.split(" of ").next().unwrap_or(text).to_owned(),
        _ => text.to_owned(),
    }
}

/// Where a pointer leads, as `lens --memory` says it: the line that asked for the block, or a variable.
fn target(steps: &[(usize, bool, Vec<&str>)], spot: &Spot) -> String {
    let step = steps
        .iter()
        .find(|step| step.0 == spot.line)
        .expect("the line runs");
    let [held, lent] = [": ", " "].map(|after| format!(".{}{after}", spot.place));
    // The innermost call stands last.
    let mut told = step.2.iter();
    let said = told.rfind(|said| said.contains(&held) || said.contains(&lent));
    let said = said.expect("the place");
    let verbs = [
        "owns ",
        "refers to ",
        "refers exclusively to ",
        "is one owner of ",
    ];
    let target = verbs
        .iter()
        .find_map(|verb| said.split_once(verb))
        .expect("a pointer")
        .1;
    let target = target.trim_end_matches('.').split([',', '[']);
    let target = target.flat_map(|part| part.split(" from ")).next();
    let target = target.expect("a target");
    match target.split_once('.') {
        Some((_, variable)) => format!("To the variable {variable}"),
        None => format!("line {}", line_of(steps, target)),
    }
}

#[test]
fn every_answer_is_derived_once_more() {
    let book = built();
    let folder = TempDir::new().expect("a temporary folder");
    let mut kinds = BTreeSet::new();
    let mut complaints = Vec::new();
    for (question, listing, marked) in questions(&book.path().join("book")) {
        let (about, name) = (&question.about, question.ask.name());
        let part = |part: BTreeSet<String>| -> BTreeSet<String> {
            part.iter()
                .map(|text| told_apart(&question.ask, text))
                .collect()
        };
        let marked: Vec<BTreeSet<String>> = marked.into_iter().map(part).collect();
        let mut derived = derived(folder.path(), &question, &listing);
        // Where the program has one place or the message names none, the line alone is asked.
        if matches!(question.ask, Ask::Line) {
            derived.truncate(marked.len());
        }
        if marked != derived {
            complaints.push(format!(
                "`{name}` of {about}: marked {marked:?}, and right is {derived:?}"
            ));
        }
        kinds.insert(name);
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    let all = [
        "blocks",
        "drops",
        "freed",
        "line",
        "need",
        "outcome",
        "permission",
        "points",
        "repair",
        "unchecked",
        "why",
    ];
    assert_eq!(kinds, BTreeSet::from(all), "each kind is asked somewhere");
}

/// A small book with a program that runs, and one that is refused.
fn small() -> SmallBook {
    let book = SmallBook::built();
    book.write(
        "examples/tickets-sold.rs",
        "fn main() {\n    let seat = String::from(\"hall\");\n    let kept = seat;\n    println!(\"{kept}\");\n}\n",
    );
    book.write("examples/tickets-sold.stdout", "hall\n");
    book.write(
        "tests/compile-fail/tickets-gone.rs",
        "fn main() {\n    let seat = String::from(\"hall\");\n    drop(seat);\n    println!(\"{seat}\");\n}\n",
    );
    book.write(
        "tests/compile-fail/tickets-gone.stderr",
        "error[E0382]: borrow of moved value: `seat`\n --> tests/compile-fail/tickets-gone.rs:4:16\n",
    );
    book
}

/// Its page: a question that begins on line 3, and the figures after it.
fn asks(book: &SmallBook, question: &str) {
    let figures = "{{#listing tickets-counting}}\n\n{{#listing tickets-sold}}\n\n{{#rejected tickets-lost}}\n\n{{#rejected tickets-gone}}\n";
    let page = format!("# Tickets\n\n```question\n{question}\n```\n\n{figures}");
    book.write("src/tickets.md", page);
}

#[test]
fn a_question_that_has_no_one_answer_stops_the_build() {
    let book = small();
    let complains = |about: &str, rest: &str, expected: &str| {
        asks(&book, &format!("about = \"tickets-{about}\"\nask = {rest}"));
        book.complains(&[&format!("src/tickets.md:3: {expected}")]);
    };
    complains(
        "sold",
        "\"outcome\"\nwrong = [\"hall\"]",
        "the wrong output \"hall\" is what \"tickets-sold\" prints; take it out of `wrong`",
    );
    complains(
        "sold",
        "\"outcome\"\nwrong = [\"a\", \"a\"]",
        "the output \"a\" is offered twice; take it out of `wrong`",
    );
    complains(
        "sold",
        "\"permission\"\nplace = \"row\"\nline = 4",
        "`row` has no letters before line 4; name one of seat, kept",
    );
    complains(
        "lost",
        "\"line\"",
        "rustc names no line in \"tickets-lost\"; ask `outcome`, or give the program one fault",
    );
    complains(
        "gone",
        "\"unchecked\"",
        "\"tickets-gone\" has no twin; write tests/compile-fail/tickets-gone.cpp",
    );
    complains(
        "sold",
        "\"need\"\nplace = \"row\"\nline = 3",
        "`row` has no letters before line 3; name one of seat",
    );
}

/// What the run of a program answers.
#[cfg(unix)]
#[test]
fn a_question_that_no_run_answers_stops_the_build() {
    let book = small();
    let complains = |about: &str, rest: &str, expected: &str| {
        asks(&book, &format!("about = \"tickets-{about}\"\nask = {rest}"));
        book.complains(&[&format!("src/tickets.md:3: {expected}")]);
    };
    complains(
        "sold",
        "\"points\"\nplace = \"seat\"\nline = 4",
        "`seat` holds no pointer before line 4; name one of main.kept",
    );
    complains(
        "sold",
        "\"blocks\"\nline = 1",
        "the run has no step before line 1; name one of 2, 3, 4, 5",
    );
    complains(
        "counting",
        "\"freed\"\nline = 2",
        "0 blocks are live before line 2; ask where there are 1 to 8",
    );
    complains(
        "sold",
        "\"drops\"",
        "the run of \"tickets-sold\" drops 0 values that can be told apart; ask of a program that drops two values or more whose type has a `drop`",
    );
}

#[test]
fn edits_are_run_and_some_are_right_and_some_wrong() {
    let book = small();
    let repair = |prints: &str, with: [&str; 2]| {
        let edit = |with: &str| {
            format!(
                "[[option]]\ntext = \"say {with}\"\nbecause = \"so\"\n[[option.change]]\nline = 3\nwith = \"{with}\"\n"
            )
        };
        let edits = with.map(edit).concat();
        asks(
            &book,
            &format!("about = \"tickets-gone\"\nask = \"repair\"\nprints = \"{prints}\"\n{edits}"),
        );
    };
    repair("hall", ["drop(&seat);", "drop(seat.len());"]);
    book.complains(&[
        "src/tickets.md:3: every edit makes \"tickets-gone\" print \"hall\"; offer edits that do and edits that do not",
    ]);
    repair("row", ["drop(seat.clone());", "drop(seat); let seat = 7;"]);
    book.complains(&[
        "src/tickets.md:3: no edit makes \"tickets-gone\" print \"row\": `say drop(seat.clone());` prints \"hall\\n\"; `say drop(seat); let seat = 7;` prints \"7\\n\"; offer edits that do and edits that do not",
    ]);
    repair("hall", ["drop(seat.clone());", "drop(&seat); drop(seat);"]);
    let (success, complaint) = book.build();
    assert!(success, "{complaint}");
    let html = fs::read_to_string(book.folder.path().join("book/tickets.html"));
    let html = Html::parse_document(&html.expect("the page"));
    let section = Selector::parse(".question").expect("a selector");
    let right: Vec<_> = html.select(&section).flat_map(marked).collect();
    assert_eq!(
        right,
        [BTreeSet::from(["say drop(seat.clone());".to_owned()])]
    );
}

#[test]
fn a_figure_that_is_asked_about_tells_nothing_until_it_is_opened() {
    let book = small();
    asks(&book, "about = \"tickets-gone\"\nask = \"outcome\"");
    let (success, complaint) = book.build();
    assert!(success, "{complaint}");
    let html = fs::read_to_string(book.folder.path().join("book/tickets.html"));
    let html = Html::parse_document(&html.expect("the page"));
    let texts = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector)
            .map(|of| of.text().collect())
            .collect()
    };
    assert_eq!(texts("#tickets-gone > figcaption > code"), ["tickets-gone"]);
    assert_eq!(texts("#tickets-gone > figcaption .verdict"), [""; 0]);
    assert_eq!(texts("#tickets-gone > details[open]"), [""; 0]);
    let outcome = texts("#tickets-gone > .outcome").concat();
    assert!(
        outcome.contains("Does not compile") && outcome.contains("E0382"),
        "{outcome}"
    );
    assert_eq!(
        texts("#tickets-lost > figcaption .verdict"),
        ["Does not compile"]
    );
    // Without JavaScript and on paper, the answer stands at the end of the page.
    let answer = texts(".answers > .answer #tickets-gone-outcome-answer").concat();
    assert!(
        answer.contains("rustc refuses it: borrow of moved value: seat (E0382)."),
        "{answer}"
    );
    let links = Selector::parse(".to-answer a, .to-question a").expect("a selector");
    let links: Vec<_> = html
        .select(&links)
        .filter_map(|link| link.attr("href"))
        .collect();
    assert_eq!(
        links,
        ["#tickets-gone-outcome-answer", "#tickets-gone-outcome"]
    );
}

/// What a reader may try, and whether rustc takes it.
#[test]
fn what_comes_of_every_proposed_change_is_what_is_written() {
    let (sources, problems) = Sources::read(root());
    assert_eq!(problems, []);
    let listings = sources.library.iter();
    let tries = listings.flat_map(|listing| {
        listing
            .what_ifs
            .iter()
            .map(move |what_if| (listing, what_if))
    });
    let mut tried = 0;
    for (listing, what_if) in tries {
        let program = what_if.applied(&listing.source);
        let messages = lens::messages(&program, &lens::Options::default()).expect("rustc answers");
        let first = messages.iter().find(|message| message.level == "error");
        let comes = first.map_or("compiles", |error| {
            error.code.as_deref().unwrap_or("no code")
        });
        assert_eq!(comes, what_if.comes, "{}: {}", listing.slug, what_if.text);
        tried += 1;
    }
    assert!(tried >= 12, "{tried} changes");
}
