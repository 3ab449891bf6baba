//! What a question asks, and what is said of an answer; inline Markdown.

use listings::{Ask, Spot, error_code};

/// The end of a page, and the ways there and back.
pub const ANSWERS: &str = "Answers";
/// Where no script answers.
pub const TO_ANSWER: &str = "The answer";
/// From the answer.
pub const TO_QUESTION: &str = "Back to the question";
/// From a question that does not stand at its program.
pub const TO_PROGRAM: &str = "The program";
/// For whoever hears the options.
pub const OPTIONS: &str = "Options";
/// An answer of which every option is wrong.
pub const NONE_RIGHT: &str = "None of them";

/// A program of the reader's own in which nothing happens that a question could be about.
pub const NOTHING_TO_ASK: &str =
    "nothing in it moves, is lent or is freed that could be asked about";
/// Where nothing is to be asked again.
pub const NONE_DUE: &str =
    "No question is waiting for you. What you miss on the pages comes back here.";
/// The list at the end of a part.
pub const OF_PART: &str = "From this part, once more";
/// What a reader may do with what was missed.
pub const KEPT_TOOLS: [&str; 3] = ["Save to a file", "Read from a file", "Forget all"];

/// Options of `outcome`.
pub const REFUSED: &str = "It does not compile";
/// It ends well.
pub const RUNS: &str = "It compiles and runs to its end";
/// Before the output.
pub const PRINTS: &str = "It compiles and prints";
/// It prints nothing at all.
pub const PRINTS_NOTHING: &str = "It compiles and prints nothing";
/// It does not end well.
pub const PANICS: &str = "It compiles, and its run ends with a panic: it stops with a message";

/// The answer to whoever takes a program that compiles for one that is refused.
pub const NOT_REFUSED: &str = "`rustc` accepts this program.";
/// The answer to whoever expects something of a program that is refused.
pub const NOT_COMPILED: &str =
    "This program never runs: `rustc` refuses it. Which line could it refuse?";
/// The answer to whoever expects another output.
pub const NOT_PRINTED: &str = "It does not print that. Follow the values line by line.";
/// The answer to whoever expects a panic.
pub const NOT_PANICKED: &str = "Nothing in this run panics.";

/// `line`, where the message names no place of the program.
pub const WHICH_LINE: &str = "`rustc` refuses one line of this program. Which?";

/// What a kind asks, where its author asks nothing else.
pub fn prompt(ask: &Ask) -> String {
    match ask {
        Ask::Outcome { .. } => "Does it compile? If so, what does it print?".to_owned(),
        Ask::Line => {
            "`rustc` refuses one line of this program. Which, and which place is that about?"
                .to_owned()
        }
        Ask::Permission(Spot { place, line }) => {
            format!("What may be done with `{place}` just before line {line} runs?")
        }
        Ask::Need(Spot { place, line }) => format!("What does line {line} need of `{place}`?"),
        Ask::Points(Spot { place, line }) => {
            format!("Where does the pointer in `{place}` lead just before line {line} runs?")
        }
        Ask::Blocks { line } => {
            format!("How many blocks of the heap that the program itself asked for are in use just before line {line} runs?")
        }
        Ask::Freed { line } => format!("Which blocks of the heap are freed on line {line}?"),
        Ask::Drops => "In which order are the values dropped?".to_owned(),
        Ask::Why { .. } => "Why is that so?".to_owned(),
        Ask::Repair { prints, .. } if prints.trim_end().is_empty() => {
            "Which of these edits make it compile and print nothing?".to_owned()
        }
        Ask::Repair { prints, .. } => format!(
            "Which of these edits make it compile and print `{}`?",
            prints.trim_end().replace('\n', "`, then `")
        ),
        Ask::Unchecked => {
            "Suppose nothing refused this program, and a move copied the bytes and left the old place as it is. What would a run do first?".to_owned()
        }
    }
}

/// `rustc refuses it: borrow of moved value: s1 (E0382).`
pub fn refused(message: &str) -> String {
    let headline = message
        .lines()
        .find(|line| line.starts_with("error"))
        .unwrap_or_default();
    let said = headline.split_once(": ").map_or(headline, |(_, said)| said);
    let code = error_code(message).map_or(String::new(), |code| format!(" ({code})"));
    format!("`rustc` refuses it: {said}{code}.")
}

/// What a program printed.
pub fn printed(output: &str) -> String {
    match output.lines().count() {
        0 => "It compiles, and it prints nothing.".to_owned(),
        1 => format!("It compiles and prints ``{output}``."),
        count => format!("It compiles and prints these {count} lines."),
    }
}

/// How a program panicked.
pub fn panicked(message: &str) -> String {
    let said = message.lines().nth(1).or_else(|| message.lines().next());
    format!(
        "It compiles, runs and panics: {}.",
        said.unwrap_or_default().trim_end_matches('.')
    )
}

/// The parts of `line`.
pub const LINE: &str = "The line";
/// The second.
pub const PLACE: &str = "The place that it is about";
/// The answer to another place.
pub const NOT_THIS_PLACE: &str = "The message is about another place. Which one does the line use?";

/// The answer to whoever takes another line for the refused one; rustc may have a word of it.
pub fn not_this_line(label: Option<&str>) -> String {
    match label {
        Some(label) => {
            format!("`rustc` points at this line too, and says: {label}. It refuses another.")
        }
        None => "`rustc` has nothing to say of this line.".to_owned(),
    }
}

/// Above options of which any number may be right.
pub const ANY: &str = "Choose all that are right; there may be none.";
/// Above edits of which several may be right.
pub const ANY_EDIT: &str = "Choose all that do.";

/// The letters, each with what it allows.
pub const READ: &str = "<strong>R</strong> read it, or lend it for reading";
/// Also where it is moved out of and filled again.
pub const WRITE: &str = "<strong>W</strong> change it, or lend it for changing";
/// Which of the two it is would tell whether the type is `Copy`.
pub const TAKE: &str = "<strong>O</strong> move its value out, or <strong>C</strong> copy it";

/// `It cannot be written: not declared mut.`
pub fn cannot_be(verb: &str, reason: &str) -> String {
    format!("It cannot be {verb}: {reason}.")
}

/// The option that a line needs nothing of a place.
pub const NO_NEED: &str = "nothing";

/// The answer to another letter than the one that the line needs.
pub fn not_this_need(too_much: bool) -> &'static str {
    match too_much {
        true => "The line would be content with less.",
        false => "With that alone, the line would be refused.",
    }
}

/// Where a line does not touch a place.
pub fn needs_nothing(line: usize, place: &str) -> String {
    format!("Line {line} needs nothing of `{place}`.")
}

/// The option that a pointer leads to no memory.
pub const NOWHERE: &str = "Nowhere";

/// `the variable s`, of `main.s`; with its function where several are at work.
pub fn variable(place: &str, with_function: bool) -> String {
    let (function, name) = place.split_once('.').unwrap_or(("", place));
    let (name, more) = match name.split_once(' ') {
        Some((name, more)) => (name, format!(" {more}")),
        None => (name, String::new()),
    };
    match with_function {
        true => format!("To the variable `{name}`{more} of `{function}`"),
        false => format!("To the variable `{name}`{more}"),
    }
}

/// `the block that line 2 allocated, which holds "hello"`.
pub fn block(name: &str, born: Option<usize>, holds: Option<&str>) -> String {
    let mut text = match (name.split(' ').next(), born) {
        (Some("static"), _) => "the memory of the program itself".to_owned(),
        (Some("temporary"), _) => "a value that has no name".to_owned(),
        (_, Some(line)) => format!("the block on the heap that line {line} asked for"),
        (_, None) => "the block on the heap that was there at the start".to_owned(),
    };
    if let Some(holds) = holds {
        text += &format!(", with `{holds}`");
    }
    text
}

/// The option that a pointer leads to a block.
pub fn to(block: &str) -> String {
    format!("To {block}")
}

/// The option that a block is freed.
pub fn one(block: &str) -> String {
    let mut letters = block.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A block, where another looks alike.
pub fn told_apart(block: &str, name: &str) -> String {
    format!("{block} ({name})")
}

/// `Before line 4, main.b owns heap 1, len 5, cap 5.`
pub fn leads(line: usize, place: &str, pointer: &str) -> String {
    format!("Before line {line}, {place} {pointer}.")
}

/// The answer to a wrong number of blocks.
pub fn count(too_many: bool) -> &'static str {
    match too_many {
        true => {
            "There are fewer. A variable that holds a number has no block, and a moved value has one owner."
        }
        false => {
            "There are more. Each `String`, `Vec` or `Box` with something in it has a block of its own."
        }
    }
}

/// The blocks in use before a line, each as HTML.
pub fn in_use(line: usize, blocks: &[String]) -> String {
    match blocks {
        [] => format!("None is in use before line {line}."),
        [block] => format!("One is in use before line {line}: {block}."),
        blocks => format!(
            "{} are in use before line {line}: {}.",
            blocks.len(),
            blocks.join("; ")
        ),
    }
}

/// The answer to a block that stays.
pub const NOT_FREED: &str = "This block has an owner after that line.";
/// A block that is not yet there before the line.
pub const ITS_OWN: &str = "A block that this line itself asks for";

/// What a line frees.
pub fn freed(line: usize, blocks: &[&str]) -> String {
    match blocks {
        [] => format!("Line {line} frees nothing."),
        blocks => format!("Line {line} frees {}.", blocks.join(" and ")),
    }
}

/// `_balcony, then _hall`, of values as a trace names them.
pub fn order(values: &[&str]) -> String {
    let values: Vec<String> = values.iter().map(|value| value_dropped(value)).collect();
    values.join(", then ")
}

/// The answer to another order.
pub const NOT_THIS_ORDER: &str = "The run drops them in another order.";

/// The order in which values were dropped.
pub fn dropped(values: &[&str]) -> String {
    format!("The run drops {}.", order(values))
}

/// `` `seat` (line 10) `` of `Ticket in main.seat (line 10)`.
fn value_dropped(value: &str) -> String {
    let place = value.split_once(" in ").map_or(value, |(_, place)| place);
    let name = place.split_once('.').map_or(place, |(_, name)| name);
    match name.split_once(' ') {
        Some((name, more)) if more.starts_with('(') => format!("`{name}` {more}"),
        _ => format!("`{name}`"),
    }
}

/// What came of an edited program that compiles.
pub fn ran(printed: &str, well: bool, right: bool) -> String {
    match (printed, well, right) {
        (_, _, true) => "It compiles and prints that.".to_owned(),
        (_, false, _) => "It compiles, runs and does not end well.".to_owned(),
        ("", ..) => "It compiles and prints nothing.".to_owned(),
        _ => format!(
            "It compiles and prints `{}`.",
            printed.replace('\n', "`, then `")
        ),
    }
}

/// What an edit costs, where the recorder counted it.
pub fn cost(edit: &str, blocks: Option<usize>) -> Option<String> {
    let edit = edit.trim_end_matches('.');
    Some(match blocks? {
        1 => format!("“{edit}”: the run asks for 1 block of the heap."),
        blocks => format!("“{edit}”: the run asks for {blocks} blocks of the heap."),
    })
}

/// What a sanitizer's words mean.
const FAULTS: [(&str, &str); 7] = [
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
        "heap-buffer-overflow",
        "It reads or writes past the end of a block",
    ),
    (
        "not a valid value for type 'bool'",
        "It reads a variable that was given no value",
    ),
    (
        "data race",
        "Two threads use the same memory at once, and one of them writes",
    ),
];

/// The fault that a sanitizer reports with these words, in plain ones.
pub fn fault(report: &str) -> Option<&'static str> {
    let found = FAULTS.iter().find(|(words, _)| *words == report);
    found.map(|(_, said)| *said)
}

/// The program without the rule runs to its end.
pub const NOTHING_WRONG: &str = "Nothing goes wrong: it runs to its end";

/// What a sanitizer said of the twin.
pub fn reported(report: &str) -> String {
    format!("A sanitizer, a checker built into the running C++ program, stops it: `{report}`.")
}

/// Why the twin runs clean.
pub fn ran_clean(why: &str) -> String {
    format!(
        "It runs, and no sanitizer complains. {}.",
        why.trim_end_matches('.')
    )
}
