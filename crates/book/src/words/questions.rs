//! What a question asks, and what is said of an answer; inline Markdown.

use listings::{Ask, Spot, error_code};

/// Options of `outcome`.
pub const REFUSED: &str = "It does not compile";
/// It ends well.
pub const RUNS: &str = "It compiles and runs to its end";
/// Before the output.
pub const PRINTS: &str = "It compiles and prints";
/// It prints nothing at all.
pub const PRINTS_NOTHING: &str = "It compiles and prints nothing";
/// It does not end well.
pub const PANICS: &str = "It compiles, runs and panics";

/// The answer to whoever takes a program that compiles for one that is refused.
pub const NOT_REFUSED: &str = "`rustc` accepts this program.";
/// The answer to whoever expects something of a program that is refused.
pub const NOT_COMPILED: &str =
    "This program never runs: `rustc` refuses it. Which line could it refuse?";
/// The answer to whoever expects another output.
pub const NOT_PRINTED: &str = "It does not print that. Follow the values line by line.";
/// The answer to whoever expects a panic.
pub const NOT_PANICKED: &str = "Nothing in this run panics.";

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
            format!("How many blocks of the heap are in use just before line {line} runs?")
        }
        Ask::Freed { line } => format!("Which blocks of the heap are freed on line {line}?"),
        Ask::Drops => "In which order are the values dropped?".to_owned(),
        Ask::Why { .. } => "Why is that so?".to_owned(),
        Ask::Repair { prints, .. } => format!(
            "Which of these edits make it compile and print `{}`?",
            prints.trim_end().replace('\n', "`, then `")
        ),
        Ask::Unchecked => {
            "In C++ nothing refuses the same program. What does it do there?".to_owned()
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
