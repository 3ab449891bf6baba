//! The memory pictures of a listing: which steps are drawn, and before which lines each one shows
//! what memory holds.
//!
//! ```text
//! 2:0 3:1 5:2 6:2 7:3      before line 2 the first picture, before lines 5 and 6 the third
//! ```
//!
//! Without JavaScript all of them stand under each other, and on paper those that matter.

use crate::figures::drawing::{self, Layout};
use crate::figures::escape::escaped;
use crate::words::memory as words;
use lens::{Step, Trace};
use std::fmt::Write;

/// A listing has this many pictures at most.
const MOST: usize = 12;

/// A picture, and the lines before which it is true.
struct Picture<'t> {
    step: &'t Step,
    lines: Vec<usize>,
    /// Whether it shows who owns what, or who lends, otherwise than the one before.
    matters: bool,
}

/// A stop: a line, and the number of the picture before it.
pub struct Stop {
    /// The line; 0 after `main`.
    pub line: usize,
    /// The picture's number from 0.
    pub picture: usize,
}

/// The pictures of a listing as HTML.
pub struct Pictures<'t> {
    trace: &'t Trace,
    pictures: Vec<Picture<'t>>,
    layout: Layout,
    /// The line that rustc refuses, if it prevents the run.
    refused: Option<usize>,
    /// The stops in the order of the run.
    pub stops: Vec<Stop>,
}

impl<'t> Pictures<'t> {
    /// The pictures before the author's `lines`, or else of every step that changes something.
    pub fn of(trace: &'t Trace, lines: &[usize]) -> Pictures<'t> {
        let chosen = chosen(trace, lines);
        let mut pictures: Vec<Picture> = Vec::new();
        let mut stops = Vec::new();
        let mut shown: Option<&Step> = None;
        for step in &trace.steps {
            let line = step.function.as_ref().map_or(0, |_| step.line);
            if chosen.iter().any(|chosen| std::ptr::eq(*chosen, step)) {
                let before = pictures.last().map(|picture| picture.step);
                let same = before.is_some_and(|before| looks_like(before, step, true));
                pictures.push(Picture {
                    step,
                    lines: Vec::new(),
                    matters: !same && !is_empty(step),
                });
                shown = Some(step);
            } else if !shown.is_some_and(|shown| looks_like(shown, step, false)) {
                shown = None;
            }
            if let (Some(_), Some(picture)) = (shown, pictures.last_mut()) {
                picture.lines.push(line);
                stops.push(Stop {
                    line,
                    picture: pictures.len() - 1,
                });
            }
        }
        let steps: Vec<&Step> = pictures.iter().map(|picture| picture.step).collect();
        let layout = Layout::of(&steps);
        Pictures {
            trace,
            pictures,
            layout,
            refused: None,
            stops,
        }
    }

    /// The pictures of a run that rustc prevents, since it refuses a line.
    pub fn prevented(trace: &'t Trace, refused: usize) -> Pictures<'t> {
        Pictures {
            refused: Some(refused),
            ..Pictures::of(trace, &[])
        }
    }

    /// The number of the stop at which a reader begins: the first one with something to see.
    pub fn first(&self) -> usize {
        let seen = |stop: &Stop| match self.refused {
            Some(refused) => stop.line == refused,
            None => !is_empty(self.pictures[stop.picture].step),
        };
        self.stops.iter().position(seen).unwrap_or(0)
    }

    /// How wide the pictures are, in pixels.
    pub fn width(&self) -> f64 {
        self.layout.width()
    }

    fn caption(&self, step: &Step, lines: &[usize], after_first: bool) -> String {
        let caption = words::before_lines(step, lines);
        match self.refused {
            Some(_) if after_first => words::would_have_been(&caption),
            _ => caption,
        }
    }

    /// The pictures, with the one of the first stop shown.
    pub fn html(&self, slug: &str) -> String {
        let mut html = match self.refused {
            Some(_) => format!("<p class=\"prevented\">{}</p>", words::PREVENTED),
            None => String::new(),
        };
        _ = write!(
            html,
            "<div class=\"memory\" role=\"group\" aria-label=\"Memory of {slug}\">"
        );
        let first = self.stops.get(self.first()).map(|stop| stop.picture);
        for (number, picture) in self.pictures.iter().enumerate() {
            let step = picture.step;
            let minor = if picture.matters { "" } else { " minor" };
            let shown = if first == Some(number) { " shown" } else { "" };
            let mut lines = picture.lines.clone();
            lines.dedup();
            _ = write!(
                html,
                "<figure class=\"step{minor}{shown}\"><figcaption>{}</figcaption>{}",
                escaped(&self.caption(step, &lines, first < Some(number))),
                drawing::svg(&format!("{slug}-memory-{number}"), step, self.layout),
            );
            if let Some(events) = words::just_now(step) {
                _ = write!(html, "<p class=\"events\">{}</p>", escaped(&events));
            }
            html += "</figure>";
        }
        html += "</div>";
        for note in words::notes(self.trace) {
            _ = write!(html, "<p class=\"note\">{}.</p>", escaped(&note));
        }
        html
    }
}

/// Whether there is nothing to see yet.
fn is_empty(step: &Step) -> bool {
    step.blocks.is_empty() && step.frames.iter().all(|frame| frame.places.is_empty())
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
    let wanted = |step: &&Step| lines.is_empty() || lines.contains(&step.line);
    let mut steps: Vec<&Step> = trace.steps.iter().filter(wanted).collect();
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
        || before.blocks.iter().any(|block| block.freed)
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
