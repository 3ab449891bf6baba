//! What came of a program in another language.

use listings::Counterfactual;

/// What came of the twin of a rejected program, before its report or output. Its author says
/// why in Markdown's `code` and plain text.
pub fn came_of_it(kind: Counterfactual, detail: &str) -> String {
    match kind {
        Counterfactual::Unsafe => {
            "It compiles. A sanitizer, a checker built into the running program, stops it:"
                .to_owned()
        }
        Counterfactual::Sound | Counterfactual::Intent => format!(
            "It runs, and no sanitizer complains. {}. It prints:",
            capitalized(detail.trim_end_matches('.'))
        ),
    }
}

/// The title of a twin: `In C++: unsafe`.
pub fn title(language: &str, kind: Counterfactual) -> String {
    format!("In {language}: {}", kind.name())
}

/// What stands above a twin.
pub fn introduction(language: &str) -> String {
    format!("What the program would have done, in {language}, where nothing refuses it.")
}

/// What a program that a sanitizer reports, for these words, does without it.
pub fn without_sanitizer(report: &str) -> &'static str {
    if report.contains("leak") {
        "Without the sanitizer it runs to its end, and nothing tells of the leak."
    } else {
        "Without the sanitizer it compiles and runs as well. The language promises nothing about what it then does."
    }
}

pub(super) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
