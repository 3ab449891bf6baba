//! A program as a table: a row for each line, with its number, its code, and the lanes beside it.
//!
//! ```text
//! 1   fn main() {                          s1    s2
//! 2       let s1 = String::from("hello");  +R+O
//! 3       let s2 = s1;                     R O   +R+O
//! ```
//!
//! A table is read line by line by a screen reader, and stands on paper and in an EPUB as it is. The
//! numbers are attributes, so that no search finds them and no selection copies them.

use crate::figures::colors::Line;
use crate::figures::escape::{escaped, with_code};
use crate::figures::lanes::{Beside, Body, Lane, state};
use crate::words::cell;
use crate::words::needs::{self, letter};
use lens::{Permission, Refusal};
use std::fmt::Write;

/// The most lanes for which a sheet of paper has room.
const LANES_ON_PAPER: usize = 8;

/// What the sign beside the line that rustc refuses means.
const REFUSED: &str = " <span class=\"visually-hidden\">rustc refuses this line</span>";

/// The program with its lanes, if it has any, and with what rustc says at the lines it speaks of.
pub fn table(slug: &str, lines: &[Line], bodies: &[Body], refusals: &[Refusal]) -> String {
    let widest = |counted: &dyn Fn(&&Lane) -> bool| {
        let counts = bodies
            .iter()
            .map(|body| body.lanes.iter().filter(counted).count());
        counts.max().unwrap_or(0)
    };
    // A grid has no use for none.
    let (first, all) = (
        widest(&|lane| lane.at_first).max(1),
        widest(&|_| true).max(1),
    );
    let sign = if refusals.is_empty() { 0 } else { 2 };
    let number = lines.len().to_string().len() + sign;
    let mut html = format!(
        "<table class=\"program{}\" aria-label=\"{slug}, line by line\" style=\"--number:{number};--first:{first};--all:{all}\">",
        if all > LANES_ON_PAPER { " wide" } else { "" }
    );
    for (code, line) in lines.iter().zip(1..) {
        let begins = bodies.iter().find(|body| names_at(body, lines) == line);
        let names = begins.map(names);
        let beside = bodies.iter().find_map(|body| beside(body, line, code));
        if let (Some(names), Some(_)) = (&names, &beside) {
            // A body of one line: its names stand above it.
            _ = write!(html, "<tr class=\"names\"><td></td><td></td>{names}</tr>");
        }
        let refused = refusals.iter().any(|refusal| refusal.line == line);
        let (class, mark) = match (refused, &beside, &names) {
            (true, ..) => (" class=\"refused\"", REFUSED),
            (false, None, Some(_)) => (" class=\"names\"", ""),
            _ => ("", ""),
        };
        // What says nothing is no heading.
        let role = if code.html().is_empty() {
            " role=\"none\""
        } else {
            ""
        };
        _ = write!(
            html,
            "<tr{class} data-line=\"{line}\"><td class=\"number\" data-n=\"{line}\"></td>\
             <th scope=\"row\"{role} style=\"--i:{}\"><code>{}</code>{mark}{}</th>{}</tr>",
            code.indent(),
            code.html(),
            labels(refusals, line),
            beside.or(names).unwrap_or_default(),
        );
    }
    html + "</table>"
}

/// What a line lacks, and what rustc says of spots on it, each under its spot.
fn labels(refusals: &[Refusal], line: usize) -> String {
    let lacks = refusals.iter().filter(|refusal| refusal.line == line);
    let lacks =
        lacks.filter_map(|refusal| Some(label("lack", refusal.column, &needs::lack(refusal)?)));
    let labels = refusals.iter().flat_map(|refusal| &refusal.labels);
    let labels = labels.filter(|label| label.line == line).map(|said| {
        let class = if said.primary { "primary" } else { "" };
        label(class, said.column, &said.text)
    });
    lacks.chain(labels).collect()
}

fn label(class: &str, column: usize, text: &str) -> String {
    format!(
        "<span class=\"{}\" style=\"--c:{}\"><span>{}</span></span>",
        format!("label {class}").trim_end(),
        column - 1,
        with_code(text)
    )
}

/// The line beside which the names of a body's places stand: the last one with code before its
/// first statement.
fn names_at(body: &Body, lines: &[Line]) -> usize {
    let first = body.first_line();
    let above = lines.iter().take(first - 1);
    let above = above.rev().position(|code| !code.says_nothing());
    above.map_or(first, |above| first - 1 - above)
}

fn names(body: &Body) -> String {
    let lanes = body.lanes.iter().map(|lane| {
        let line = match lane.place.declared {
            Some(line) if lane.has_namesake => format!(" <small>line {line}</small>"),
            _ => String::new(),
        };
        let name = escaped(&lane.place.expression);
        let class = class(lane, "name");
        format!("<th scope=\"col\" class=\"{class}\"><code>{name}</code>{line}</th>")
    });
    lanes.collect()
}

fn class(lane: &Lane, class: &str) -> String {
    let more = if lane.at_first { "" } else { " more" };
    format!("lane{more} {class}").trim_end().to_owned()
}

/// The cells of a body's lanes beside a line. Beside one that has no point the lines run on: where
/// it says nothing, as they are before the next point, and else as before the statement it is in.
fn beside(body: &Body, line: usize, code: &Line) -> Option<String> {
    if let Some(row) = body.row(line) {
        let cells = body.lanes.iter().zip(&row);
        return Some(cells.map(|(lane, beside)| drawn(lane, beside)).collect());
    }
    let points = body.functions().flat_map(|function| &function.points);
    let lines = points.map(|point| point.line);
    let (before, after): (Vec<usize>, Vec<usize>) = lines.partition(|other| *other < line);
    let (before, after) = (before.into_iter().max()?, after.into_iter().min()?);
    let row = body.row(if code.says_nothing() { after } else { before })?;
    let cells = body.lanes.iter().zip(&row).map(|(lane, beside)| {
        let state = beside.cell.map_or("", |cell| state(cell).class());
        format!("<td class=\"{}\"></td>", class(lane, state))
    });
    Some(cells.collect())
}

/// The cell of a lane beside a line. Its words are for who does not see the letters.
fn drawn(lane: &Lane, beside: &Beside) -> String {
    let class = class(lane, beside.cell.map_or("", |cell| state(cell).class()));
    if beside.is_empty() {
        return format!("<td class=\"{class}\"></td>");
    }
    let said = beside.cell.map(|cell| cell::sentence(lane.place, cell));
    let touched = needs::touched(&beside.needs, &beside.gained, &beside.lost, beside.copy);
    let said: Vec<String> = said.into_iter().chain(touched).collect();
    format!(
        "<td class=\"{class}\" aria-label=\"{}\"><span>{}</span></td>",
        escaped(&said.join(" ")),
        letters(beside)
    )
}

/// The letters beside a line once more, each with its place, where a screen is too narrow for lanes.
/// `theme/instrument.js` follows the selected line with them.
pub fn chips(body: &Body, line: usize) -> String {
    let Some(row) = body.row(line) else {
        return String::new();
    };
    let cells = body.lanes.iter().zip(&row);
    let said = cells.filter(|(lane, beside)| lane.at_first && !beside.is_empty());
    let chips = said.map(|(lane, beside)| {
        let name = escaped(&lane.place.expression);
        format!("<span>{name} {}</span>", letters(beside))
    });
    chips.collect()
}

fn letters(beside: &Beside) -> String {
    let slots = Permission::ALL.map(|permission| slot(beside, permission));
    slots.concat()
}

/// A permission in its place: `R`, `–`, boxed where the line needs it, `+R`, struck out. The letter is
/// an attribute, as the numbers are.
fn slot(beside: &Beside, permission: Permission) -> String {
    let may = beside.cell.is_some_and(|cell| cell.may(permission));
    let needed = beside.needs.contains(&permission);
    let gained = beside.gained.contains(&permission);
    let classes = [
        (needed, "needed"),
        (needed && !may, "lacking"),
        (gained, "gained"),
        (beside.lost.contains(&permission), "lost"),
    ];
    let classes: Vec<&str> = (classes.into_iter())
        .filter_map(|(holds, class)| holds.then_some(class))
        .collect();
    let sign = match may || needed || gained {
        true => letter(permission, beside.copy),
        false => '–',
    };
    match classes.as_slice() {
        [] => format!("<i data-l=\"{sign}\"></i>"),
        classes => format!("<i class=\"{}\" data-l=\"{sign}\"></i>", classes.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::figures::colors::Colors;
    use crate::figures::lanes;
    use lens::Options;
    use scraper::{ElementRef, Html, Selector};
    use std::path::Path;

    fn drawn(program: &str) -> Html {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let colors = Colors::open(root).expect("a folder of answers");
        let lines = colors.lines("rust", program).expect("Rust");
        let timeline = lens::timeline(program, &Options::default()).expect("a timeline");
        let bodies = lanes::bodies(&timeline, &|_| false);
        Html::parse_fragment(&table("program", &lines, &bodies, &timeline.refusals))
    }

    fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector).collect()
    }

    fn text(element: &ElementRef<'_>) -> String {
        element.text().collect::<String>().trim().to_owned()
    }

    #[test]
    fn the_program_stands_there_once_and_whole() {
        let program = "fn main() {
    // A comment.

    let list = vec![
        1, // a comment after code
    ];
    println!(\"{list:?}\");
}
";
        let html = drawn(program);
        let code = all(&html, "tr[data-line] > th[scope=row] > code");
        let lines: Vec<String> = code.iter().map(|code| code.text().collect()).collect();
        assert_eq!(lines.join("\n") + "\n", program);
    }

    #[test]
    fn a_cell_has_what_the_line_needs_and_changes() {
        let html = drawn(
            "fn main() {
    let s1 = String::from(\"hello\");
    let s2 = s1;
    println!(\"{s2}\");
}
",
        );
        let [moved, made] = all(&html, "tr[data-line='3'] > td.lane")[..] else {
            panic!("two lanes: {}", html.html())
        };
        assert_eq!(moved.attr("class"), Some("lane free"));
        assert_eq!(
            moved.attr("aria-label"),
            Some(
                "s1 may be read and moved. It cannot be written: not declared mut (cannot borrow as mutable). \
                 The line needs O, takes R and O."
            )
        );
        assert!(
            moved
                .inner_html()
                .contains("<i class=\"needed lost\" data-l=\"O\"></i>")
        );
        assert_eq!(made.attr("aria-label"), Some("The line gives R and O."));
        let names = all(&html, "tr[data-line='1'] > .name");
        assert_eq!(names.iter().map(text).collect::<Vec<_>>(), ["s1", "s2"]);
    }

    #[test]
    fn a_refused_line_has_the_words_of_rustc_under_it_and_a_letter_that_is_lacking() {
        let html = drawn(
            "fn main() {
    let s1 = String::from(\"hello\");
    let s2 = s1;
    println!(\"{s1}{s2}\");
}
",
        );
        let refused = all(&html, "tr.refused[data-line='4'] i.lacking");
        let letters: Vec<_> = refused.iter().map(|letter| letter.attr("data-l")).collect();
        assert_eq!(letters, [Some("R")]);
        let labels = all(&html, ".label");
        let labels: Vec<String> = labels.iter().map(text).collect();
        assert!(
            labels.contains(&"value borrowed here after move".to_owned()),
            "{labels:?}"
        );
    }

    #[test]
    fn places_of_one_name_are_told_apart_and_a_closure_has_the_lanes_around_it() {
        let html = drawn(
            "fn main() {
    let list = vec![1];
    let list = list.len();
    let count = || {
        println!(\"{list}\");
    };
    count();
}
",
        );
        let names = all(&html, ".name");
        assert_eq!(
            names.iter().map(text).collect::<Vec<_>>(),
            ["list line 2", "list line 3", "count"]
        );
    }
}
