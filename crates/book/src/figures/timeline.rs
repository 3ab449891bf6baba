//! A timeline as a figure: an HTML table that works without JavaScript, on paper and for a
//! screen reader.
//!
//! Each cell has letters, a line whose style tells the state, and the reason in words, which
//! shows under the table on hover and on focus.

use crate::figures::colors::Line;
use crate::figures::escape::escaped;
use crate::words::cell::{letters, sentence};
use crate::words::reasons::explanations;
use lens::{Cell, Function, Place, ReasonKind, Refusal, Timeline};
use std::fmt::Write;

/// What stands beside the line that rustc refuses.
const REFUSED: &str = " <span class=\"refusal\" aria-hidden=\"true\">✗</span> \
     <span class=\"visually-hidden\">rustc refuses this line</span>";

/// The figure's part for a listing, as HTML. `lines` is the program in color; `how` stands beside
/// the title.
pub fn figure(slug: &str, lines: &[Line], timeline: &Timeline, how: &str, open: bool) -> String {
    let open = if open { " open" } else { "" };
    let tables: String = shown(timeline)
        .into_iter()
        .map(|function| table(lines, function, &timeline.refusals))
        .collect();
    format!(
        "<details class=\"timeline\"{open}><summary>Ownership, line by line</summary>{how}\n\
         <div class=\"timeline-box\"><div class=\"timeline-scroll\" role=\"region\" tabindex=\"0\" \
         aria-label=\"Ownership timeline of {slug}\">{tables}</div></div>\n</details>\n"
    )
}

/// The functions in which something happens or is refused, or `main` if nothing is.
fn shown(timeline: &Timeline) -> Vec<&Function> {
    let eventful = |function: &&Function| {
        let mut cells = function
            .points
            .iter()
            .flat_map(|point| &point.cells)
            .flatten();
        let mut lines = function.points.iter().map(|point| point.line);
        cells.any(|cell| state(cell) != State::Free)
            || lines.any(|line| is_refused(&timeline.refusals, line))
    };
    let eventful: Vec<&Function> = timeline.functions.iter().filter(eventful).collect();
    if eventful.is_empty() {
        return timeline
            .functions
            .iter()
            .filter(|function| function.name == "main")
            .collect();
    }
    eventful
}

fn is_refused(refusals: &[Refusal], line: usize) -> bool {
    refusals.iter().any(|refusal| refusal.line == line)
}

fn table(lines: &[Line], function: &Function, refusals: &[Refusal]) -> String {
    let columns: Vec<usize> = (0..function.places.len())
        .filter(|column| tells_more(function, *column))
        .collect();
    let mut html = format!(
        "<table><caption>{}</caption><thead><tr><th scope=\"col\"><span class=\"visually-hidden\">Line</span></th>\
         <th scope=\"col\">Before this line runs</th>",
        code(&function.name)
    );
    for column in &columns {
        _ = write!(
            html,
            "<th scope=\"col\">{}</th>",
            code(&function.places[*column].expression)
        );
    }
    html += "</tr></thead><tbody>";
    let first = function.points.first().map_or(1, |point| point.line);
    let last = function.points.last().map_or(0, |point| point.line);
    for line in first..=last {
        let code = lines.get(line - 1);
        let point = function.points.iter().find(|point| point.line == line);
        if point.is_none() && code.is_none_or(Line::says_nothing) {
            continue;
        }
        let text = code.map_or(String::new(), Line::html);
        let (class, mark) = if is_refused(refusals, line) {
            (" class=\"refused\"", REFUSED)
        } else {
            ("", "")
        };
        _ = write!(
            html,
            "<tr{class}><td class=\"line\">{line}</td><th scope=\"row\"><code>{text}</code>{mark}</th>"
        );
        for column in &columns {
            let cell = point.and_then(|point| point.cells[*column].as_ref());
            match cell {
                Some(cell) => html += &drawn(&function.places[*column], cell),
                None => html += "<td></td>",
            }
        }
        html += "</tr>";
    }
    html += "</tbody></table><ul class=\"reasons\">";
    for explanation in explanations(function) {
        let class = if explanation.lasts() {
            " class=\"lasting\""
        } else {
            ""
        };
        _ = write!(html, "<li{class}>{}</li>", escaped(&explanation.sentence()));
    }
    html + "</ul>"
}

/// Whether a column says something that the column of its variable does not: a field says what
/// its struct does until a part has moved or been lent.
fn tells_more(function: &Function, column: usize) -> bool {
    let place = &function.places[column];
    let Some((variable, _)) = place.expression.split_once('.') else {
        return true;
    };
    let of_variable =
        |other: &Place| other.expression == variable && other.declared == place.declared;
    let Some(parent) = function.places.iter().position(of_variable) else {
        return true;
    };
    function.points.iter().any(|point| {
        let states = [parent, column].map(|column| point.cells[column].as_ref().map(state));
        states[0] != states[1]
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// May do all it may ever do.
    Free,
    Shared,
    Exclusive,
    Gone,
    Ended,
}

fn state(cell: &Cell) -> State {
    if let Some(reason) = &cell.why.read {
        return match reason.kind {
            ReasonKind::LentExclusively => State::Exclusive,
            ReasonKind::Ended => State::Ended,
            _ => State::Gone,
        };
    }
    let lent = |reason: &Option<lens::Reason>| {
        reason
            .as_ref()
            .is_some_and(|reason| reason.kind == ReasonKind::LentShared)
    };
    if lent(&cell.why.write) || lent(&cell.why.own) {
        State::Shared
    } else {
        State::Free
    }
}

fn drawn(place: &Place, cell: &Cell) -> String {
    let class = match state(cell) {
        State::Free => "free",
        State::Shared => "shared",
        State::Exclusive => "exclusive",
        State::Gone => "gone",
        State::Ended => "ended",
    };
    format!(
        "<td class=\"{class}\"><span tabindex=\"0\"><span aria-hidden=\"true\">{}</span>\
         <span class=\"why\">{}</span></span></td>",
        letters(cell).replace('-', "–"),
        escaped(&sentence(place, cell))
    )
}

fn code(text: &str) -> String {
    format!("<code>{}</code>", escaped(text))
}

#[cfg(test)]
mod tests {
    use super::figure;
    use crate::figures::colors::Colors;
    use lens::Options;
    use scraper::{Html, Selector};
    use std::path::Path;

    /// The rows of the timeline of a program, as `line code mark`.
    fn rows(program: &str) -> Vec<String> {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let colors = Colors::open(root).expect("a folder of answers");
        let lines = colors.lines("rust", program).expect("Rust");
        let timeline = lens::timeline(program, &Options::default()).expect("a timeline");
        let html = Html::parse_fragment(&figure("program", &lines, &timeline, "", true));
        let row = Selector::parse("tbody tr").expect("a selector");
        let cell = Selector::parse(".line, th").expect("a selector");
        html.select(&row)
            .map(|row| {
                let cells = row.select(&cell);
                let texts = cells.map(|cell| cell.text().collect::<String>().trim().to_owned());
                texts.collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    #[test]
    fn a_line_of_comment_alone_has_no_row() {
        let program = "fn main() {
    let list = vec![
        1, // a comment after code
    ];

    /* Of two
       lines. */
    // And of one.
    println!(\"{list:?}\");
}
";
        assert_eq!(
            rows(program),
            [
                "2 let list = vec![",
                "3 1, // a comment after code",
                "4 ];",
                "9 println!(\"{list:?}\");",
                "10 }",
            ]
        );
    }
}
