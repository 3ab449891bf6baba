//! Looks at a program: what rustc says of it first, then its lanes, then its memory.

use crate::figures::colors;
use crate::figures::escape::{escaped, with_code};
use crate::figures::figure::disclosure;
use crate::figures::instrument::Instrument;
use crate::figures::memory::Pictures;
use crate::figures::terminal;
use crate::live::desk::{Desk, WORKERS};
use crate::live::page;
use crate::live::said::{Problem, Said, Teller};
use crate::words::{memory as words, table};
use lens::{LensError, Message, Options, Patience, Timeline, Trace};
use std::collections::BTreeMap;
use std::fmt::Write;
use tokio::task::block_in_place;

/// Looks at a program, as far as it can be looked at. `sections` are the addresses that teach each
/// error code, below the root of the book, which is `to_root`.
pub async fn look(
    desk: &Desk,
    sections: &BTreeMap<String, String>,
    program: String,
    to_root: String,
    teller: Teller,
) {
    let to_root = escaped(&to_root);
    let options = Options {
        stop: teller.stop.clone(),
        ..Options::default()
    };
    let worker = desk.workers(1).await;
    let messages = match block_in_place(|| lens::messages(&program, &options)) {
        Ok(messages) => messages,
        Err(error) => return block_in_place(|| teller.tell(missing(&error.to_string()))),
    };
    block_in_place(|| teller.tell(told(&messages, sections, &to_root)));
    drop(worker);

    // It compiles the program beside its copies.
    let workers = desk.workers(WORKERS).await;
    let timeline = match block_in_place(|| lens::timeline(&program, &options)) {
        Ok(timeline) => timeline,
        // rustc's words stand there already.
        Err(LensError::Stopped(_) | LensError::NotRust { .. }) if !messages.is_empty() => {
            let html = "Mend this first: rustc has not looked at borrows yet, so there is nothing to draw.".to_owned();
            return block_in_place(|| teller.tell(Said::Missing { html }));
        }
        Err(error) => return block_in_place(|| teller.tell(missing(&error.to_string()))),
    };
    let is_refused = !timeline.refusals.is_empty();
    let figure = |trace: Option<&Trace>| {
        let (html, classes) = drawn(&program, &timeline, trace, Some(&to_root));
        Said::Figure { html, classes }
    };
    block_in_place(|| teller.tell(figure(None)));
    drop(workers);
    if is_refused {
        return;
    }

    let _worker = desk.workers(1).await;
    let patience = Patience {
        stop: teller.stop.clone(),
        ..Patience::default()
    };
    let traced = block_in_place(|| lens::trace_within(&program, Some(&timeline), patience));
    block_in_place(|| match traced {
        Ok(trace) => teller.tell(figure(Some(&trace))),
        Err(error) => teller.tell(missing(&words::none(&error.to_string()))),
    });
}

/// Makes a page of a program that needs nothing else.
pub async fn save(desk: &Desk, program: String, teller: Teller) {
    let options = Options {
        stop: teller.stop.clone(),
        ..Options::default()
    };
    let _workers = desk.workers(WORKERS).await;
    block_in_place(
        || match page::page("A program, step by step", &program, &options) {
            Ok(html) => teller.tell(Said::Page { html }),
            Err(error) => teller.tell(missing(&error.to_string())),
        },
    );
}

/// Why something is not there, in words that end without a point.
pub fn missing(why: &str) -> Said {
    Said::Missing {
        html: with_code(why) + ".",
    }
}

/// rustc's messages: where they are, what they say, and where the book teaches it.
fn told(messages: &[Message], sections: &BTreeMap<String, String>, to_root: &str) -> Said {
    let problems = messages.iter().map(|message| Problem {
        level: message.level.clone(),
        message: message.text.clone(),
        line: message.from.line,
        column: message.from.column,
        end_line: message.to.line,
        end_column: message.to.column,
    });
    let errors = messages.iter().filter(|message| message.level == "error");
    Said::Messages {
        errors: errors.count(),
        problems: problems.collect(),
        html: rendered(messages, |code| {
            let section = sections.get(code)?;
            Some(format!("{to_root}{section}"))
        }),
    }
}

/// rustc's messages in the colors of a terminal, each with the `section` that teaches its code.
pub fn rendered(messages: &[Message], section: impl Fn(&str) -> Option<String>) -> String {
    let (errors, warnings): (Vec<_>, Vec<_>) = messages
        .iter()
        .partition(|message| message.level == "error");
    let mut html = in_color(&errors, &section);
    if !warnings.is_empty() {
        let count = match warnings.len() {
            1 => "1 warning".to_owned(),
            count => format!("{count} warnings"),
        };
        let warnings = in_color(&warnings, &section);
        _ = write!(
            html,
            "<details><summary>{count}</summary>{warnings}</details>"
        );
    }
    html
}

fn in_color(messages: &[&Message], section: &impl Fn(&str) -> Option<String>) -> String {
    let mut html = String::new();
    for message in messages {
        let shown = terminal::html(message.rendered.trim_end());
        _ = write!(html, "<pre class=\"terminal\"><code>{shown}</code></pre>");
        let code = message.code.as_deref().unwrap_or_default();
        if let Some(section) = section(code) {
            let section = escaped(&section);
            _ = write!(
                html,
                "<p><a href=\"{section}\">What {code} means, and what mends it</a></p>"
            );
        }
    }
    html
}

/// The instrument of a program with what is known of it, and the classes of the figure around it.
/// `to_root` leads to the root of the book, if there is a book around it.
pub fn drawn(
    program: &str,
    timeline: &Timeline,
    trace: Option<&Trace>,
    to_root: Option<&str>,
) -> (String, &'static str) {
    // syntect knows Rust, and no program makes it fail.
    let lines = colors::lines("rust", program).unwrap_or_default();
    let pictures = trace.map(|trace| Pictures::of(trace, &[]));
    let instrument = Instrument::new("your-program", &lines, Some(timeline), pictures, &|_| false);
    let mut html = instrument.html(to_root);
    if let Some(trace) = trace {
        html += &disclosure("output", "Output", &trace.output);
    }
    let skipped = table::not_looked_into(timeline);
    let notes = trace.map(words::notes).unwrap_or_default();
    for note in skipped.lines().chain(notes.iter().map(String::as_str)) {
        _ = write!(html, "<p class=\"note\">{}</p>", with_code(note));
    }
    (html, instrument.classes())
}
