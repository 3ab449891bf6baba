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
        false => format!(" <a href=\"#{about}\">{}</a>", words::TO_PROGRAM),
    };
    let line = asked
        .line
        .map_or(String::new(), |line| format!(" data-line=\"{line}\""));
    let choices: String = (asked.choices.iter().enumerate())
        .map(|(number, of)| choice(asked, number, of))
        .collect();
    format!(
        "<div role=\"group\" class=\"question\" id=\"{id}\" aria-labelledby=\"{id}-asks\" data-about=\"{about}\"{line}>\
         <p class=\"asks\"><span id=\"{id}-asks\">{prompt}</span>{program}</p><form>{choices}\
         <p class=\"commit needs-js\"><button>Answer</button></p><div class=\"told\" role=\"status\"></div></form>\
         <p class=\"to-answer\"><a href=\"#{id}-answer\">{}</a></p></div>",
        words::TO_ANSWER
    )
}

fn choice(asked: &Asked, number: usize, choice: &Choice) -> String {
    let id = &asked.id;
    let (hidden, legend) = match &choice.legend {
        Some(legend) => ("", legend.as_str()),
        None => (" class=\"visually-hidden\"", words::OPTIONS),
    };
    let class = match choice.class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let kind = if choice.several { "checkbox" } else { "radio" };
    let mut html = format!("<fieldset{class}><legend{hidden}>{legend}</legend>");
    for (option, Opt { text, right, .. }) in choice.options.iter().enumerate() {
        let right = if *right { " data-right" } else { "" };
        _ = write!(
            html,
            "<label><input type=\"{kind}\" name=\"{id}-{number}\" value=\"{option}\" autocomplete=\"off\"{right}>\
             <span class=\"text\">{text}</span></label>"
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
        "\n\n<div class=\"answers\"><h2>{0}</h2>{answers}</div>\n",
        words::ANSWERS
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
    let mut others = String::new();
    for (number, choice) in choices.iter().enumerate() {
        let right = choice.options.iter().filter(|option| option.right);
        let right: Vec<&str> = right.map(|option| option.text.as_str()).collect();
        let right = match right.is_empty() {
            true => words::NONE_RIGHT.to_owned(),
            false => right.join("; "),
        };
        _ = write!(said, "<p class=\"right\">{right}</p>");
        for (
            option,
            Opt {
                text,
                because,
                right,
            },
        ) in choice.options.iter().enumerate()
        {
            let Some(because) = because else { continue };
            // The sentence of the only right option answers the whole.
            if !*right || choice.several {
                _ = write!(
                    others,
                    "<dt>{text}</dt><dd data-option=\"{number}-{option}\">{because}</dd>"
                );
            }
        }
    }
    if !others.is_empty() {
        others = format!("<dl>{others}</dl>");
    }
    format!(
        "<details class=\"answer\"><summary>{prompt}</summary><div id=\"{id}-answer\">{said}<p class=\"because\">{because}</p>\
         {others}<p class=\"to-question\"><a href=\"#{id}\">{}</a></p></div></details>",
        words::TO_QUESTION
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
