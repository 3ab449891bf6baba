//! Every memory picture of the book, read back from its SVG: no arrow crosses a text, each begins
//! and ends at the row it says, and the arrows are the pointers of the trace.

use crate::figures::{drawing, memory};
use crate::words::memory as words;
use lens::{Cache, LensError, Step, Trace};
use listings::Sources;
use rayon::prelude::*;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::path::Path;

#[derive(Debug, Clone, Copy)]
struct Rect {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Rect {
    fn of(element: ElementRef<'_>) -> Rect {
        let (left, top) = (number(element, "x"), number(element, "y"));
        Rect {
            left,
            top,
            right: left + number(element, "width"),
            bottom: top + number(element, "height"),
        }
    }

    /// A text of 12 pixels: its letters rise 10 above the line and hang 3 below it.
    fn of_text(element: ElementRef<'_>) -> Rect {
        let (left, line) = (number(element, "x"), number(element, "y"));
        Rect {
            left,
            top: line - 10.0,
            right: left + number(element, "textLength"),
            bottom: line + 3.0,
        }
    }

    fn meets(self, other: Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn has_inside(self, other: Rect) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

fn number(element: ElementRef<'_>, attribute: &str) -> f64 {
    let value = element.attr(attribute).unwrap_or_default();
    value
        .parse()
        .unwrap_or_else(|_| panic!("{attribute}=\"{value}\" is no number"))
}

fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    within.select(&selector).collect()
}

/// The corners of `M1 2H3V4H5`.
fn corners(path: &str) -> Vec<(f64, f64)> {
    let mut corners = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let body = &rest[1..];
        let end = body.find(|c: char| c.is_alphabetic()).unwrap_or(body.len());
        let numbers: Vec<f64> = body[..end]
            .split_whitespace()
            .map(|number| number.parse().expect("a number"))
            .collect();
        match (command, numbers.as_slice()) {
            ('M', [to_x, to_y]) => (x, y) = (*to_x, *to_y),
            ('H', [to_x]) => x = *to_x,
            ('V', [to_y]) => y = *to_y,
            _ => panic!("{path} is not drawn with straight lines"),
        }
        corners.push((x, y));
        rest = &body[end..];
    }
    corners
}

/// What is wrong with a picture.
fn faults(svg: &str, step: &Step) -> Vec<String> {
    let html = Html::parse_fragment(svg);
    let svg = all(html.root_element(), "svg")[0];
    let mut faults = Vec::new();
    let page = Rect {
        left: 0.0,
        top: 0.0,
        right: number(svg, "width"),
        bottom: number(svg, "height"),
    };
    let texts: Vec<(String, Rect)> = all(svg, "text")
        .into_iter()
        .map(|text| (text.text().collect(), Rect::of_text(text)))
        .collect();
    for (index, (text, rect)) in texts.iter().enumerate() {
        if !page.has_inside(*rect) {
            faults.push(format!("{text:?} leaves the picture"));
        }
        for (other, other_rect) in &texts[..index] {
            if rect.meets(*other_rect) {
                faults.push(format!("{text:?} lies on {other:?}"));
            }
        }
    }
    let mut edges: Vec<(String, Rect)> = Vec::new();
    let mut outlines: Vec<(String, Rect)> = Vec::new();
    for area in all(svg, "g.area") {
        let outline = Rect::of(all(area, "rect.outline")[0]);
        for text in all(area, "text") {
            if !outline.has_inside(Rect::of_text(text)) {
                faults.push(format!(
                    "{:?} leaves its box",
                    text.text().collect::<String>()
                ));
            }
        }
        let name = area.attr("data-name").unwrap_or_default();
        let title = Rect {
            bottom: outline.top + 20.0,
            ..outline
        };
        edges.push((name.to_owned(), title));
        outlines.push((name.to_owned(), outline));
        for row in all(area, "g.row") {
            let rect = Rect::of(all(row, "rect")[0]);
            let places = row.attr("data-place").unwrap_or_default();
            // An arrow begins and ends at the edge of the box, beside the row.
            let beside = Rect {
                left: outline.left,
                right: outline.right,
                ..rect
            };
            edges.push((places.to_owned(), beside));
        }
    }
    let mut drawn: BTreeSet<(String, String)> = BTreeSet::new();
    for arrow in all(svg, "g.arrow") {
        let attribute = |name: &str| arrow.attr(name).unwrap_or_default().to_owned();
        let (from, to) = (attribute("data-from"), attribute("data-to"));
        let path = all(arrow, "path.line")[0].attr("d").unwrap_or_default();
        let corners = corners(path);
        for pair in corners.windows(2) {
            let [(x1, y1), (x2, y2)] = [pair[0], pair[1]];
            let line = Rect {
                left: x1.min(x2) - 1.0,
                top: y1.min(y2) - 1.0,
                right: x1.max(x2) + 1.0,
                bottom: y1.max(y2) + 1.0,
            };
            for (text, rect) in &texts {
                if line.meets(*rect) {
                    faults.push(format!("the arrow from {from} to {to} crosses {text:?}"));
                }
            }
            for (name, outline) in &outlines {
                let inside = Rect {
                    left: outline.left + 1.0,
                    top: outline.top + 1.0,
                    right: outline.right - 1.0,
                    bottom: outline.bottom - 1.0,
                };
                if line.meets(inside) {
                    faults.push(format!("the arrow from {from} to {to} runs through {name}"));
                }
            }
            if !page.has_inside(line) {
                faults.push(format!("the arrow from {from} to {to} leaves the picture"));
            }
        }
        let head = all(arrow, "path.head")[0].attr("d").unwrap_or_default();
        let tip: Vec<f64> = head[1..head.find('l').unwrap_or(1)]
            .split_whitespace()
            .filter_map(|number| number.parse().ok())
            .collect();
        for (what, name, (x, y)) in [
            ("begins", &from, corners[0]),
            ("ends", &to, (tip[0], tip[1])),
        ] {
            let at_edge = edges.iter().any(|(places, rect)| {
                places == name
                    && (x == rect.left || x == rect.right)
                    && (rect.top..=rect.bottom).contains(&y)
            });
            if !at_edge {
                faults.push(format!("the arrow from {from} to {to} {what} elsewhere"));
            }
        }
        drawn.insert((from, to));
    }
    for (from, pointer) in step.pointers() {
        let Some(to) = &pointer.to else { continue };
        let named = |places: &str, name: &str| places.lines().any(|place| place == name);
        let shown = edges.iter().any(|(places, _)| named(places, from));
        let exact = drawn.iter().any(|(a, b)| named(a, from) && named(b, to));
        // What is not drawn by itself stands in something that is.
        let around = drawn
            .iter()
            .any(|(a, b)| named(a, from) && b.lines().any(|place| to.starts_with(place)));
        let target_shown = edges.iter().any(|(places, _)| named(places, to));
        if shown && !exact && (target_shown || !around) {
            faults.push(format!("no arrow from {from} to {to}"));
        }
    }
    faults
}

#[test]
fn every_picture_is_drawn_as_its_step_is() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let (sources, _) = Sources::read(root);
    let cache = Cache::open(root).expect("rustc starts");
    let slugs: Vec<&str> = sources.with_memory().into_iter().collect();
    let traces: Vec<(&str, Result<Trace, String>)> = (slugs.par_iter())
        .map(|slug| {
            let source = &sources.library.get(slug).expect("a listing").source;
            let trace = cache.get_or_ask("picture", source, |source| match lens::trace(source) {
                Err(error) if error.may_pass() => Err::<_, LensError>(error),
                trace => Ok(trace.map_err(|error| error.to_string())),
            });
            (*slug, trace.expect("the cache"))
        })
        .collect();
    let mut pictures = 0;
    let mut found = Vec::new();
    for (slug, trace) in traces {
        let Ok(trace) = trace else { continue };
        pictures += trace.steps.len();
        found.extend(faults_of(slug, &trace));
        assert!(!memory::lines(&trace).is_empty(), "{slug} has no step");
    }
    assert!(pictures > 100, "only {pictures} pictures");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What is wrong with the pictures of a trace.
fn faults_of(slug: &str, trace: &Trace) -> Vec<String> {
    let steps: Vec<&Step> = trace.steps.iter().collect();
    let layout = drawing::Layout::of(&steps);
    let of_step = |step: &&Step| {
        let svg = drawing::svg("picture", step, layout);
        let line = step.line;
        let faults = faults(&svg, step).into_iter();
        faults
            .map(move |fault| format!("{slug}, line {line}: {fault}"))
            .collect::<Vec<_>>()
    };
    steps.iter().flat_map(of_step).collect()
}

#[test]
fn an_arrow_leads_to_what_is_gone_and_that_is_crossed_out() {
    let twins = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/unchecked");
    let drawn = |slug: &str, line: usize| {
        let source = std::fs::read_to_string(format!("{twins}/{slug}.rs")).expect("a twin");
        let trace = lens::trace(&source).expect("a trace");
        assert_eq!(faults_of(slug, &trace), [""; 0]);
        let step = trace.steps.iter().rfind(|step| step.line == line);
        let step = step.expect("a step");
        drawing::svg("picture", step, drawing::Layout::of(&[step]))
    };
    let attribute = |svg: &str, selector: &str, name: &str| {
        let html = Html::parse_fragment(svg);
        let all = all(html.root_element(), selector);
        let found = all.into_iter().filter_map(|element| element.attr(name));
        found.map(str::to_owned).collect::<Vec<_>>()
    };
    let pushed = drawn("borrowing-shared-then-exclusive", 5);
    assert_eq!(attribute(&pushed, ".freed", "data-name"), ["heap 1"]);
    assert_eq!(attribute(&pushed, ".raw", "data-to"), ["heap 1"]);
    let left = drawn("borrowing-move-out-while-borrowed", 9);
    assert_eq!(rows(&left, ".frame"), ["ticket moved", "seat"]);
    assert_eq!(attribute(&left, ".raw", "data-to"), ["main.ticket"]);
}

#[test]
fn a_frame_that_is_no_more_stands_crossed_out_while_something_points_there() {
    let source = "fn price() -> *const u64 {
    let local = 8;
    &raw const local
}
fn main() {
    let seat: *const u64;
    {
        let inner = 7;
        seat = &raw const inner;
    }
    let price = price();
    println!(\"{} {}\", seat.is_null(), price.is_null());
}";
    let trace = lens::trace(source).expect("a trace");
    assert_eq!(faults_of("frames", &trace), [""; 0]);
    let step = trace.steps.iter().find(|step| step.line == 12);
    let step = step.expect("a step");
    let svg = drawing::svg("picture", step, drawing::Layout::of(&[step]));
    assert_eq!(
        rows(&svg, ".frame"),
        ["seat", "price", "inner out of scope", "local gone"]
    );
    assert_eq!(rows(&svg, ".frame.freed"), ["local gone"]);
}

/// The texts of each row of the areas that the selector finds, as `label value`.
fn rows(svg: &str, areas: &str) -> Vec<String> {
    let html = Html::parse_fragment(svg);
    all(html.root_element(), &format!("{areas} g.row"))
        .into_iter()
        .map(|row| {
            let texts = all(row, "text").into_iter().flat_map(|text| text.text());
            texts.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn the_counts_of_handles_stand_in_their_block_and_only_while_a_handle_tells_them() {
    let source = "use std::rc::Rc;
fn main() {
    let a = Rc::new(7);
    let b = Rc::clone(&a);
    let w = Rc::downgrade(&a);
    drop(a);
    drop(b);
    drop(w);
    println!();
}";
    let trace = lens::trace(source).expect("a trace");
    let drawn = |line: usize| {
        let step = trace.steps.iter().find(|step| step.line == line);
        let step = step.expect("a step");
        let svg = drawing::svg("picture", step, drawing::Layout::of(&[step]));
        (
            rows(&svg, ".frame").join(", "),
            rows(&svg, ".block").join(", "),
        )
    };
    let [both, one, none, freed] = [6, 7, 8, 9].map(drawn);
    assert_eq!(both.0, "a handle, b handle, w weak handle");
    assert_eq!(both.1, "strong 2, weak 1, 7");
    assert_eq!(one.0, "a moved, b handle, w weak handle");
    assert_eq!(one.1, "strong 1, weak 1, 7");
    assert_eq!(none.0, "a moved, b moved, w weak handle");
    assert_eq!(none.1, "strong 0, not read");
    assert_eq!(freed.0, "a moved, b moved, w moved");
    assert_eq!(freed.1, "");
    assert!(
        words::steps(source, &trace).contains("heap 1 is 24 bytes, strong 2, weak 1: 7."),
        "{}",
        words::steps(source, &trace)
    );
}
