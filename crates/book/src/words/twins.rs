//! What came of a program in another language.

use listings::Counterfactual;

/// Marks a line of a twin that the rejected program lacks.
const ADDED: &str = "// added";

/// What came of the twin of a rejected program, before its report or output. Its author says
/// why in Markdown's `code` and plain text.
pub fn came_of_it(kind: Counterfactual, detail: &str) -> String {
    match kind {
        Counterfactual::Meaningless => "It does not compile. The compiler says:".to_owned(),
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

/// What stands above a twin, of which a comment `added` marks what the rejected program lacks.
pub fn introduction(language: &str, kind: Counterfactual, twin: &str) -> String {
    let fault = match kind {
        Counterfactual::Meaningless => format!("The same in {language}, which refuses it too."),
        Counterfactual::Unsafe => {
            format!("The same fault in {language}, where nothing refuses it.")
        }
        Counterfactual::Intent | Counterfactual::Sound => {
            format!("The same in {language}, where nothing refuses it.")
        }
    };
    if twin.contains(ADDED) {
        format!("{fault} What is marked `added` is not in the program above.")
    } else {
        fault
    }
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
