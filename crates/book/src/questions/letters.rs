//! `permission` and `need`: what may a place do before a line, and what does the line need of it? The
//! timeline knows.

use crate::figures::escape::escaped;
use crate::figures::inline;
use crate::questions::key::{Complaint, Facts, Key};
use crate::questions::{Choice, Opt};
use crate::words::cell::sentence;
use crate::words::needs::does;
use crate::words::questions as words;
use crate::words::reasons::because;
use lens::{Cell, Need, Permission, Place, Reason, Timeline};
use listings::{Listing, Spot};

/// What the line needs of the place: the strongest of R, W and O, or nothing.
pub fn need(facts: &Facts<'_>, listing: &Listing, spot: &Spot) -> Result<Key, Complaint> {
    let timeline = facts.timeline(listing)?;
    let Spot { place, line } = spot;
    if found(timeline, spot).is_none() {
        return Err(no_letters(timeline, spot));
    }
    let functions = timeline.functions.iter();
    let points = functions.flat_map(|function| &function.points);
    let needs: Vec<&Need> = points
        .filter(|point| point.line == *line)
        .flat_map(|point| &point.needs)
        .collect();
    let part = needs.iter().find(|need| {
        let rest = need
            .place
            .trim_start_matches('*')
            .strip_prefix(place.as_str());
        need.place != *place && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    if let Some(Need { place: part, .. }) = part {
        let what =
            format!("line {line} needs something of `{part}`, which is reached by `{place}`");
        return Err((what, format!("ask of `{part}`")));
    }
    let need = needs.into_iter().filter(|need| need.place == *place);
    let need = need.max_by_key(|need| need.permission);
    let permission = need.map(|need| need.permission);
    let option = |(text, of): (&str, Option<Permission>)| Opt {
        text: text.to_owned(),
        right: of == permission,
        because: Some(inline::html(words::not_this_need(of > permission))),
    };
    let options = [
        (words::NO_NEED, None),
        (words::READ, Some(Permission::Read)),
        (words::WRITE, Some(Permission::Write)),
        (words::TAKE, Some(Permission::Own)),
    ];
    let because = match need {
        Some(need) => does(*line, &[need], &[]),
        None => words::needs_nothing(*line, place),
    };
    let options = options.map(option).into();
    Ok((vec![Choice::one(options)], inline::html(&because)))
}

/// What is to be chosen, and the sentence that answers it.
pub fn key(facts: &Facts<'_>, listing: &Listing, spot: &Spot) -> Result<Key, Complaint> {
    let timeline = facts.timeline(listing)?;
    let Some((place, cell)) = found(timeline, spot) else {
        return Err(no_letters(timeline, spot));
    };
    let option = |(text, verb, may, reason): (&str, &str, bool, &Option<Reason>)| Opt {
        text: text.to_owned(),
        right: may,
        because: match reason {
            _ if may => None,
            Some(reason) => Some(escaped(&words::cannot_be(verb, &because(reason)))),
            None => None,
        },
    };
    let options = [
        (words::READ, "read", cell.read, &cell.why.read),
        (words::WRITE, "written", cell.write, &cell.why.write),
        (words::TAKE, "moved out", cell.own, &cell.why.own),
    ];
    let choice = Choice {
        legend: Some(words::ANY.to_owned()),
        several: true,
        ..Choice::one(options.map(option).into())
    };
    Ok((vec![choice], escaped(&sentence(place, cell))))
}

/// The place and what it may do; of two with one name the later, which hides the other.
fn found<'t>(timeline: &'t Timeline, spot: &Spot) -> Option<(&'t Place, &'t Cell)> {
    let mut at_line = timeline.functions.iter().flat_map(|function| {
        let points = function
            .points
            .iter()
            .filter(|point| point.line == spot.line);
        points.map(move |point| (function, point))
    });
    at_line.find_map(|(function, point)| {
        let places = function.places.iter().zip(&point.cells);
        let mut places = places.filter_map(|(place, cell)| Some((place, cell.as_ref()?)));
        places.rfind(|(place, _)| place.expression == spot.place)
    })
}

fn no_letters(timeline: &Timeline, spot: &Spot) -> Complaint {
    let there = named(timeline, spot.line);
    let cure = match there.is_empty() {
        true => "name a line before which places have letters".to_owned(),
        false => format!("name one of {}", there.join(", ")),
    };
    let what = format!("`{}` has no letters before line {}", spot.place, spot.line);
    (what, cure)
}

/// The places that have letters before a line.
fn named(timeline: &Timeline, line: usize) -> Vec<&str> {
    let functions = timeline.functions.iter();
    let mut names: Vec<&str> = functions
        .flat_map(|function| {
            let points = function.points.iter().filter(|point| point.line == line);
            points.flat_map(|point| {
                let places = function.places.iter().zip(&point.cells);
                places.filter_map(|(place, cell)| cell.as_ref().map(|_| place.expression.as_str()))
            })
        })
        .collect();
    names.dedup();
    names
}
