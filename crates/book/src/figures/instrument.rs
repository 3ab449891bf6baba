//! The instrument: a program with its lanes, and beside it one step control, a sentence for each
//! line, and the memory pictures. `theme/instrument.js` moves them together.
//!
//! ```text
//! 3  let s2 = s1;   R O   +R+O   |  Back Next  2 of 4
//! 5  …                           |  Line 3 moves `s1` out. `s1` loses R and O; `s2` gains R and O.
//!                                |  (the memory before line 3)
//! ```

use crate::figures::colors::Line;
use crate::figures::escape::{escaped, with_code};
use crate::figures::lanes::{self, Body};
use crate::figures::memory::Pictures;
use crate::figures::program;
use crate::words::needs::{self, Changed};
use crate::words::reasons::explanations;
use lens::{Refusal, Timeline};
use std::fmt::Write;

/// The pages that explain what a figure's parts mean, from the root of the book.
const ON_LANES: &str = "reference/reading-a-timeline.html";
const ON_PICTURES: &str = "reference/reading-a-picture.html";

/// A longer line of code is broken before a picture leaves its side.
const LONG: usize = 44;

/// What an instrument is made of.
pub struct Instrument<'t> {
    slug: &'t str,
    lines: &'t [Line],
    bodies: Vec<Body<'t>>,
    timeline: Option<&'t Timeline>,
    pictures: Option<Pictures<'t>>,
}

impl<'t> Instrument<'t> {
    /// An instrument; `named` says which places the page speaks of.
    pub fn new(
        slug: &'t str,
        lines: &'t [Line],
        timeline: Option<&'t Timeline>,
        pictures: Option<Pictures<'t>>,
        named: &dyn Fn(&str) -> bool,
    ) -> Instrument<'t> {
        let bodies = timeline.map(|timeline| lanes::bodies(timeline, named));
        Instrument {
            slug,
            lines,
            bodies: bodies.unwrap_or_default(),
            timeline,
            pictures,
        }
    }

    /// Whether there is more to see than a program.
    pub fn has_parts(&self) -> bool {
        self.timeline.is_some() || self.pictures.is_some()
    }

    /// The classes of a figure that holds it.
    pub fn classes(&self) -> &'static str {
        match (self.has_parts(), &self.pictures) {
            (_, Some(_)) => " instrument with-memory",
            (true, None) => " instrument",
            (false, None) => "",
        }
    }

    /// The program, and what stands beside and under it. `to_root` leads from the page to the root
    /// of the book, if there is one that explains the signs.
    pub fn html(&self, to_root: Option<&str>) -> String {
        let program = program::table(self.slug, self.lines, &self.bodies, self.refusals());
        if !self.has_parts() {
            return program;
        }
        let (picture, reasons) = match &self.pictures {
            Some(pictures) => (pictures.width(), self.reasons()),
            None => (0.0, String::new()),
        };
        format!(
            "<div class=\"stage {}\" style=\"--picture:{picture:.0}px\">{program}{}</div>{reasons}{}",
            self.fits(picture),
            self.side(),
            self.legend(to_root)
        )
    }

    /// From which width on the program and what stands beside it fit next to each other: a class
    /// of `theme/instrument.css`.
    fn fits(&self, picture: f64) -> &'static str {
        let longest = self.lines.iter().map(Line::width).max().unwrap_or(0);
        let lanes = self
            .bodies
            .iter()
            .map(|body| body.lanes.iter().filter(|lane| lane.at_first).count());
        let program =
            64.0 + longest.min(LONG) as f64 * 8.7 + lanes.max().unwrap_or(0) as f64 * 60.0;
        match program + (picture + 32.0).max(320.0) {
            ..=832.0 => "fits-52",
            ..=928.0 => "fits-58",
            ..=1024.0 => "fits-64",
            _ => "fits-70",
        }
    }

    fn refusals(&self) -> &'t [Refusal] {
        self.timeline.map_or(&[], |timeline| &timeline.refusals)
    }

    /// The step control, the sentences and the pictures.
    fn side(&self) -> String {
        let stops = self.stops();
        let first = match &self.pictures {
            Some(pictures) => pictures.first(),
            None => self.first_without_pictures(&stops),
        };
        let words: Vec<String> = stops
            .iter()
            .map(|(line, picture)| match picture {
                Some(picture) => format!("{line}:{picture}"),
                None => line.to_string(),
            })
            .collect();
        let mut html = format!(
            "<div class=\"side\" data-stops=\"{}\" data-first=\"{first}\">",
            words.join(" ")
        );
        html += &control(first, stops.len(), self.more_places());
        html += &self.sentences(stops.get(first).map_or(0, |(line, _)| *line));
        html += &match &self.pictures {
            Some(pictures) => pictures.html(self.slug),
            None => self.reasons(),
        };
        html + "</div>"
    }

    /// How many places have lanes that do not stand there at first.
    fn more_places(&self) -> usize {
        let lanes = self.bodies.iter().flat_map(|body| &body.lanes);
        lanes.filter(|lane| !lane.at_first).count()
    }

    /// The lines through which a reader steps, each with its picture.
    fn stops(&self) -> Vec<(usize, Option<usize>)> {
        match &self.pictures {
            Some(pictures) => {
                let stops = pictures.stops.iter();
                stops.map(|stop| (stop.line, Some(stop.picture))).collect()
            }
            None => self.lines_with_points().map(|line| (line, None)).collect(),
        }
    }

    fn lines_with_points(&self) -> impl Iterator<Item = usize> {
        let has_point = |line: &usize| {
            self.bodies
                .iter()
                .any(|body| !body.points(*line).is_empty())
        };
        (1..=self.lines.len()).filter(has_point)
    }

    /// A refused program is first seen at the line that is refused, another at the first line that
    /// takes something from a place.
    fn first_without_pictures(&self, stops: &[(usize, Option<usize>)]) -> usize {
        let refused = |line: usize| self.refusals().iter().any(|refusal| refusal.line == line);
        let takes = |line: usize| {
            let mut rows = self.bodies.iter().filter_map(|body| body.row(line));
            rows.any(|row| row.iter().any(|beside| !beside.lost.is_empty()))
        };
        let refused = stops.iter().position(|(line, _)| refused(*line));
        let takes = || stops.iter().position(|(line, _)| takes(*line));
        refused.or_else(takes).unwrap_or(0)
    }

    /// What each line does, or why it is refused, and the letters beside the line that is shown.
    fn sentences(&self, shown: usize) -> String {
        if self.bodies.is_empty() {
            return String::new();
        }
        let mut html = "<ul class=\"sentences\">".to_owned();
        for line in self.lines_with_points() {
            let class = if line == shown {
                " class=\"shown\""
            } else {
                ""
            };
            _ = write!(
                html,
                "<li data-line=\"{line}\"{class}>{}</li>",
                with_code(&self.sentence(line))
            );
        }
        let chips: String = (self.bodies.iter())
            .map(|body| program::chips(body, shown))
            .collect();
        html + "</ul><p class=\"chips\" aria-hidden=\"true\">" + &chips + "</p>"
    }

    fn sentence(&self, line: usize) -> String {
        let mut refusals = self.refusals().iter();
        if let Some(refusal) = refusals.find(|refusal| refusal.line == line) {
            return match needs::refused(refusal) {
                Some(why) => format!("Refused: {why}."),
                None => format!("Refused: {}.", refusal.message),
            };
        }
        let of_line = self
            .bodies
            .iter()
            .find_map(|body| Some((body, body.row(line)?)));
        let Some((body, row)) = of_line else {
            return String::new();
        };
        let touched = body.lanes.iter().zip(row);
        let touched =
            touched.filter(|(_, beside)| !beside.gained.is_empty() || !beside.lost.is_empty());
        let changes: Vec<Changed> = touched
            .map(|(lane, beside)| Changed {
                place: &lane.place.expression,
                copy: beside.copy,
                gained: beside.gained,
                lost: beside.lost,
            })
            .collect();
        needs::does(line, &body.needs(line), &changes)
    }

    /// Why places lack what they lack; those of the selected line stand out.
    fn reasons(&self) -> String {
        let functions = self.bodies.iter().flat_map(Body::functions);
        let explanations: Vec<_> = functions.flat_map(explanations).collect();
        if explanations.is_empty() {
            return String::new();
        }
        let mut html = "<ul class=\"reasons\">".to_owned();
        for explanation in explanations {
            let class = if explanation.lasts() {
                " class=\"lasting\""
            } else {
                ""
            };
            let lines: Vec<String> = explanation.lines().iter().map(usize::to_string).collect();
            _ = write!(
                html,
                "<li data-lines=\"{}\"{class}>{}</li>",
                lines.join(" "),
                escaped(&explanation.sentence())
            );
        }
        html + "</ul>"
    }

    /// What the signs mean, until the reader closes it.
    fn legend(&self, to_root: Option<&str>) -> String {
        let link = |to: &str, text: &str| match to_root {
            Some(to_root) => format!("<a href=\"{to_root}{to}\">{text}</a>"),
            None => text.to_owned(),
        };
        let mut html = "<div class=\"legend\">".to_owned();
        if self.timeline.is_some() {
            let lanes = |anchor: &str, text: &str| link(&format!("{ON_LANES}#{anchor}"), text);
            _ = write!(
                html,
                "<p>{} may be read, <strong>W</strong> written, <strong>O</strong> moved out, <strong>C</strong> copied; \
                 {}, <i class=\"gained\">R</i> gained, <i class=\"lost\">R</i> lost</p>\
                 <p>{}, <span class=\"shared\"></span> lent by <code>&amp;</code>, <span class=\"exclusive\"></span> lent by <code>&amp;mut</code>, \
                 <span class=\"gone\"></span> moved, ended or without a value</p>",
                lanes("the-letters", "R"),
                lanes(
                    "what-a-line-needs-and-changes",
                    "<i class=\"needed\">O</i> the line needs it"
                ),
                lanes(
                    "the-line-beside-the-letters",
                    "<span class=\"free\"></span> not lent to anybody"
                ),
            );
        }
        if self.pictures.is_some() {
            _ = write!(
                html,
                "<p>{}: <span class=\"free\"></span> owns, \
                 <span class=\"shared\"></span> <code>&amp;</code>, <span class=\"exclusive\"></span> <code>&amp;mut</code>, \
                 <span class=\"gone\"></span> raw or <code>Weak</code>; a crossed box has been freed</p>",
                link(ON_PICTURES, "Arrows")
            );
        }
        html + "<button type=\"button\" class=\"needs-js\" aria-label=\"Close the legend\">×</button></div>"
    }
}

/// The buttons that `theme/instrument.js` brings to life; they stand in the page so that nothing
/// moves.
fn control(first: usize, stops: usize, more_places: usize) -> String {
    if stops < 2 {
        return String::new();
    }
    let more = match more_places {
        0 => String::new(),
        1 => "<button type=\"button\" class=\"add\" aria-pressed=\"false\">1 more place</button>"
            .into(),
        count => format!(
            "<button type=\"button\" class=\"add\" aria-pressed=\"false\">{count} more places</button>"
        ),
    };
    format!(
        "<div class=\"control needs-js\"><button type=\"button\">Back</button><button type=\"button\">Next</button>\
         <output>{} of {stops}</output>{more}</div>",
        first + 1
    )
}
