//! The memory pictures of a listing: which steps are drawn, and the HTML around the drawings.
//!
//! Without JavaScript and on paper all steps stand under each other; `theme/memory.js` makes them
//! one picture with a slider.

use crate::figures::drawing::{self, Layout};
use crate::figures::escape::escaped;
use crate::words::memory as words;
use lens::{Step, Trace};
use std::fmt::Write;

/// A listing has this many pictures at most.
const MOST: usize = 8;

/// The figure's part for a listing, as HTML; `lines` are the author's choice, if there is one, and
/// `how` stands beside the title.
pub fn figure(
    slug: &str,
    source: &str,
    trace: &Result<Trace, String>,
    lines: &[usize],
    how: &str,
    open: bool,
) -> String {
    let open = if open { " open" } else { "" };
    let trace = match trace {
        Ok(trace) => trace,
        Err(why) => {
            return format!(
                "<p class=\"no-memory\">{}.</p>\n",
                escaped(&words::none(why))
            );
        }
    };
    let code: Vec<&str> = source.lines().collect();
    let steps = chosen(trace, lines);
    let layout = Layout::of(&steps);
    let mut html =
        format!("<details class=\"memory\"{open}><summary>Memory, step by step</summary>{how}\n");
    html += &control(steps.len());
    _ = write!(
        html,
        "<div class=\"steps\" role=\"region\" tabindex=\"0\" aria-label=\"Memory of {slug}\">"
    );
    for (number, step) in steps.iter().enumerate() {
        let line = code.get(step.line - 1).map_or("", |line| line.trim());
        let line = match &step.function {
            Some(_) => format!(" <code>{}</code>", escaped(line)),
            None => String::new(),
        };
        let title = words::title(step);
        _ = write!(
            html,
            "<figure class=\"step{}\" data-line=\"{}\"><figcaption>{}{line}</figcaption>\
             {}{}</figure>",
            if number == 0 { " shown" } else { "" },
            if step.function.is_some() {
                step.line
            } else {
                0
            },
            escaped(&title),
            drawing::svg(&format!("{slug}-memory-{number}"), step, layout),
            events(step),
        );
    }
    html += "</div>";
    for note in words::notes(trace) {
        _ = write!(html, "<p class=\"note\">{}.</p>", escaped(&note));
    }
    html + "\n</details>\n"
}

/// The slider that `theme/memory.js` brings to life; it stands in the page so that nothing moves.
fn control(steps: usize) -> String {
    if steps < 2 {
        return String::new();
    }
    format!(
        "<div class=\"memory-control needs-js\"><button type=\"button\" aria-disabled=\"true\">Back</button>\
         <input type=\"range\" autocomplete=\"off\" min=\"1\" max=\"{steps}\" value=\"1\" aria-label=\"Step of the memory pictures\">\
         <button type=\"button\">Next</button><output>1 of {steps}</output></div>"
    )
}

/// What happened before the step and is not in the picture.
fn events(step: &Step) -> String {
    words::just_now(step).map_or(String::new(), |events| {
        format!("<p class=\"events\">{}</p>", escaped(&events))
    })
}

/// The lines before which a step was recorded.
pub fn lines(trace: &Trace) -> Vec<usize> {
    let mut lines: Vec<usize> = trace.steps.iter().map(|step| step.line).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// The steps before the author's lines, or those that change something.
fn chosen<'t>(trace: &'t Trace, lines: &[usize]) -> Vec<&'t Step> {
    let mut steps: Vec<&Step> = match lines {
        [] => {
            let shows = |step: &&Step| {
                !step.blocks.is_empty() || step.frames.iter().any(|frame| !frame.places.is_empty())
            };
            trace.steps.iter().filter(shows).collect()
        }
        lines => {
            let wanted = |step: &&Step| lines.contains(&step.line);
            trace.steps.iter().filter(wanted).collect()
        }
    };
    if lines.is_empty() {
        steps.dedup_by(|step, before| looks_like(before, step, false));
    }
    if steps.len() > MOST {
        steps.dedup_by(|step, before| looks_like(before, step, true));
    }
    if let (true, Some(last)) = (steps.len() > MOST, steps.last().copied()) {
        steps.truncate(MOST - 1);
        steps.push(last);
    }
    steps
}

/// Whether a step shows what the one before shows: the same in all, or the same but for the
/// numbers and texts that places hold.
fn looks_like(before: &Step, step: &Step, ownership_alone: bool) -> bool {
    if !step.freed.is_empty()
        || !step.dropped.is_empty()
        || !step.misuses.is_empty()
        || !before.freed.is_empty()
    {
        return false;
    }
    if ownership_alone {
        return ownership(before) == ownership(step);
    }
    // The reason may name another line each time.
    let places = |step: &Step| -> Vec<_> {
        let frames = step.frames.iter();
        let held = frames.flat_map(|frame| {
            let places = frame.places.iter();
            places.map(|held| {
                (
                    frame.function.clone(),
                    held.name.clone(),
                    held.state,
                    held.node.clone(),
                )
            })
        });
        held.collect()
    };
    places(before) == places(step) && before.blocks == step.blocks
}

/// Who has what, and who may use it.
fn ownership(step: &Step) -> Vec<String> {
    let frames = step.frames.iter();
    let places = frames.flat_map(|frame| {
        let of_frame = frame.places.iter();
        of_frame.map(|held| format!("{}.{} {:?}", frame.function, held.name, held.state))
    });
    let blocks = step.blocks.iter().map(|block| block.name.clone());
    places
        .chain(blocks)
        .chain(drawing::pointers(step))
        .collect()
}
