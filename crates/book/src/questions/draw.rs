//! A question as HTML: what is asked where it stands, and its answer at the end of the page.
//!
//! All of it stands on one line, so that Markdown, which comes after, sees no line of it.

use crate::figures::escape::escaped;
use crate::figures::inline;
use crate::questions::{Asked, Choice, Opt};
use crate::words::questions as words;
use std::fmt::Write;

/// The question where it stands; `at_figure` says that the program stands before it already.
pub fn question(asked: &Asked, at_figure: bool) -> String {
    let Asked {
        id, about, prompt, ..
    } = asked;
    let program = match at_figure {
        true => String::new(),
        false => format!("<p class=\"about\"><a href=\"#{about}\">The program {about}</a></p>"),
    };
    let line = asked
        .line
        .map_or(String::new(), |line| format!(" data-line=\"{line}\""));
    let choices: String = asked
        .choices
        .iter()
        .enumerate()
        .map(|(number, of)| choice(asked, number, of))
        .collect();
    format!(
        "<section class=\"question\" id=\"{id}\" aria-labelledby=\"{id}-asks\" data-about=\"{about}\"{line}>\
         <p class=\"asks\" id=\"{id}-asks\">{prompt}</p>{program}<form>{choices}</form>\
         <p class=\"to-answer\"><a href=\"#{id}-answer\">The answer</a></p></section>"
    )
}

fn choice(asked: &Asked, number: usize, choice: &Choice) -> String {
    let id = &asked.id;
    let (class, legend) = match &choice.legend {
        Some(legend) => ("", legend.as_str()),
        None => (" class=\"visually-hidden\"", "Options"),
    };
    let kind = if choice.several { "checkbox" } else { "radio" };
    let lay = match choice.class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let mut html = format!("<fieldset{lay}><legend{class}>{legend}</legend>");
    for (option, Opt { text, right, .. }) in choice.options.iter().enumerate() {
        let right = if *right { " data-right" } else { "" };
        _ = write!(
            html,
            "<label><input type=\"{kind}\" name=\"{id}-{number}\" value=\"{option}\" autocomplete=\"off\"{right}> <span>{text}</span></label>"
        );
    }
    html + "</fieldset>"
}

/// The answers of a page, for its end.
pub fn answers<'a>(asked: impl IntoIterator<Item = &'a Asked>) -> String {
    let answers: String = asked.into_iter().map(answer).collect();
    if answers.is_empty() {
        return answers;
    }
    format!(
        "\n\n<section class=\"answers\" aria-label=\"Answers\"><h2>Answers</h2>{answers}</section>\n"
    )
}

fn answer(asked: &Asked) -> String {
    let Asked {
        id,
        prompt,
        choices,
        because,
        ..
    } = asked;
    let mut said = String::new();
    for (number, choice) in choices.iter().enumerate() {
        let right: Vec<&str> = (choice.options.iter().filter(|option| option.right))
            .map(|option| option.text.as_str())
            .collect();
        let right = if right.is_empty() {
            "none of them".to_owned()
        } else {
            right.join("; ")
        };
        _ = write!(said, "<p class=\"right\">{right}</p>");
        let wrong = choice
            .options
            .iter()
            .enumerate()
            .filter(|(_, option)| !option.right);
        let wrong: String = wrong
            .filter_map(|(option, Opt { text, because, .. })| {
                let because = because.as_ref()?;
                Some(format!(
                    "<div data-option=\"{number}-{option}\"><dt>{text}</dt><dd>{because}</dd></div>"
                ))
            })
            .collect();
        if !wrong.is_empty() {
            _ = write!(said, "<dl>{wrong}</dl>");
        }
    }
    format!(
        "<details class=\"answer\"><summary>{prompt}</summary><div id=\"{id}-answer\">{said}<p class=\"because\">{because}</p>\
         <p class=\"to-question\"><a href=\"#{id}\">To the question</a></p></div></details>"
    )
}

/// An option of `outcome`: what is printed.
pub fn prints(output: &str) -> String {
    match output {
        "" => inline::html(words::PRINTS_NOTHING),
        _ => format!(
            "{} <code class=\"printed\">{}</code>",
            inline::html(words::PRINTS),
            escaped(output)
        ),
    }
}
