//! One step of a trace as SVG: frames on the left, other memory on the right, arrows between.
//!
//! ```text
//!   | main          |      | heap 1      |
//!   | s1   moved    |   ,->| "hello"     |
//!   | s2  len 5     |o--'
//! ```
//!
//! Arrows run in three channels in which no text stands: left of the frames (from place to place),
//! between the columns, and right of the other memory (from block to block). So none crosses a
//! text, and each ends at the edge of its target's row. Every text has its length written beside
//! it, so that this holds with any font.

use crate::figures::escape::escaped;
use crate::words::memory as words;
use lens::{Block, Frame, Gone, Held, How, Node, Pointer, State, Step, Value};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The width of a letter and the height of a row, in pixels at the natural size.
const LETTER: f64 = 7.2;
const ROW: f64 = 22.0;
const TITLE: f64 = 20.0;
/// Between the edge of a box and its text.
const PAD: f64 = 8.0;
/// Between two boxes above each other.
const GAP: f64 = 10.0;
/// Between two arrows that run beside each other.
const TRACK: f64 = 9.0;
/// The heap's rows stand lower by this, so that no two arrows run on one line.
const SHIFT: f64 = 7.0;
/// The heading of a column.
const HEADING: f64 = 20.0;
/// Longer texts and lists are cut off.
const MOST_LETTERS: usize = 20;
const MOST_ROWS: usize = 8;

/// A frame, or a block of other memory.
struct Area {
    name: String,
    title: String,
    class: &'static str,
    rows: Vec<Row>,
    x: f64,
    y: f64,
    width: f64,
}

struct Row {
    /// The names of the values in it.
    places: Vec<String>,
    depth: usize,
    label: String,
    text: String,
    class: &'static str,
    pointer: Option<Pointer>,
}

/// Where the columns stand: in all pictures of a listing at one place, so that a reader who goes
/// from one to the next sees what has changed and nothing else move.
#[derive(Clone, Copy, Default)]
pub struct Layout {
    left: f64,
    frames: f64,
    middle: f64,
    blocks: f64,
    right: f64,
}

impl Layout {
    /// The room that every one of these steps needs.
    pub fn of(steps: &[&Step]) -> Layout {
        let widest = |areas: &[Area]| areas.iter().map(Area::natural_width).fold(0.0, f64::max);
        let mut layout = Layout::default();
        for step in steps {
            let (frames, blocks) = areas(step);
            let arrows = arrows(&frames, &blocks);
            let tracks = |channel: Channel, more: f64| {
                let of_channel = arrows.iter().filter(|arrow| arrow.channel == channel);
                match of_channel.count() {
                    0 => 4.0,
                    count => count as f64 * TRACK + more,
                }
            };
            layout.left = layout.left.max(tracks(Channel::Left, 14.0));
            layout.frames = layout.frames.max(widest(&frames));
            layout.middle = layout.middle.max(tracks(Channel::Middle, 26.0)).max(26.0);
            layout.blocks = layout.blocks.max(widest(&blocks));
            layout.right = layout.right.max(tracks(Channel::Right, 14.0));
        }
        layout
    }

    /// How wide a picture is.
    pub fn width(&self) -> f64 {
        self.left + self.frames + self.middle + self.blocks + self.right
    }
}

fn areas(step: &Step) -> (Vec<Area>, Vec<Area>) {
    let mut frames: Vec<Area> = step.frames.iter().map(frame).collect();
    add_what_was_left(&mut frames, step);
    let counts = words::counts(step);
    let blocks = step.blocks.iter().map(|of| block(of, step, &counts));
    let blocks = blocks.collect();
    (frames, blocks)
}

/// The picture of a step; `id` tells it from the others of the page.
pub fn svg(id: &str, step: &Step, layout: Layout) -> String {
    let (mut frames, mut blocks) = areas(step);
    let arrows = arrows(&frames, &blocks);
    let left = layout.left;
    let frames_end = left + layout.frames;
    let blocks_start = frames_end + layout.middle;
    let blocks_end = blocks_start + layout.blocks;
    stack_up(&mut frames, left, HEADING, layout.frames);
    stack_up(&mut blocks, blocks_start, HEADING + SHIFT, layout.blocks);
    let width = layout.width();
    let bottom = |areas: &[Area]| areas.last().map_or(HEADING, |area| area.y + area.height());
    let height = bottom(&frames).max(bottom(&blocks)) + 4.0;

    let mut svg = format!(
        "<svg viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" style=\"--width:{width:.1}px\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        escaped(&words::title(step)),
        escaped(&described(step))
    );
    if !frames.is_empty() {
        text(&mut svg, "heading", left, 13.0, "stack");
    }
    if !blocks.is_empty() {
        let all_heap = blocks.iter().all(|area| area.name.starts_with("heap"));
        let heading = if all_heap { "heap" } else { "elsewhere" };
        text(&mut svg, "heading", blocks_start, 13.0, heading);
    }
    for area in frames.iter().chain(&blocks) {
        area.draw(&mut svg);
    }
    let starts = [left, frames_end, blocks_end];
    let mut used: BTreeMap<Channel, f64> = BTreeMap::new();
    let mut ends: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for arrow in &arrows {
        let track = used.entry(arrow.channel).or_default();
        *track += TRACK;
        let x = match arrow.channel {
            Channel::Left => starts[0] - 5.0 - *track,
            Channel::Middle => starts[1] + 4.0 + *track,
            Channel::Right => starts[2] + 5.0 + *track,
        };
        let all = |index: usize| frames.iter().chain(&blocks).nth(index);
        let (Some(from), Some(to)) = (all(arrow.from.0), all(arrow.to.0)) else {
            continue;
        };
        // Several arrows to one row end beside each other.
        let end = ends
            .entry((arrow.to.0, arrow.to.1.unwrap_or(usize::MAX)))
            .or_default();
        let apart = [0.0, 4.0, -4.0, 7.0, -7.0][(*end as usize).min(4)];
        *end += 1.0;
        draw_arrow(&mut svg, arrow, from, to, x, apart);
    }
    svg + "</svg>"
}

fn described(step: &Step) -> String {
    match words::sentences(step).as_slice() {
        [] => words::NOTHING.to_owned(),
        sentences => sentences.join(" "),
    }
}

/// Every pointer of a step, in words that do not change while it points to the same.
pub fn pointers(step: &Step) -> Vec<String> {
    let (frames, blocks) = areas(step);
    let rows = frames.iter().chain(&blocks).flat_map(|area| &area.rows);
    rows.filter_map(|row| {
        let pointer = row.pointer.as_ref()?;
        Some(format!(
            "{} {:?} {:?}",
            row.places.first()?,
            pointer.how,
            pointer.to
        ))
    })
    .collect()
}

fn frame(frame: &Frame) -> Area {
    let mut rows = Vec::new();
    for held in &frame.places {
        add_held(&mut rows, held);
    }
    Area::new(
        frame.function.clone(),
        frame.function.clone(),
        "frame",
        rows,
    )
}

/// Adds the variables that are no more and to which something still points: a row to a call in
/// progress, or a crossed-out frame for one that has returned.
fn add_what_was_left(frames: &mut Vec<Area>, step: &Step) {
    for (_, pointer) in step.pointers() {
        let (Some(place), Some(gone)) = (&pointer.to, &pointer.gone) else {
            continue;
        };
        let Some((function, variable)) = place.split_once('.') else {
            continue;
        };
        let (class, title) = match gone {
            Gone::OutOfScope { .. } => ("frame", function.to_owned()),
            Gone::Returned { .. } => ("frame freed", words::returned(function)),
            _ => continue,
        };
        let row = Row {
            places: vec![place.clone()],
            depth: 0,
            label: variable.to_owned(),
            text: words::left(gone).to_owned(),
            class: "gone",
            pointer: None,
        };
        let there = frames.iter_mut().find(|area| area.title == title);
        match there {
            Some(area) if area.rows.iter().any(|row| row.places.contains(place)) => {}
            Some(area) => area.rows.push(row),
            None => frames.push(Area::new(title.clone(), title, class, vec![row])),
        }
    }
}

fn add_held(rows: &mut Vec<Row>, held: &Held) {
    let class = match held.state {
        State::Free => "free",
        State::LentShared => "shared",
        State::LentExclusively => "exclusive",
        _ => "gone",
    };
    // A field stands below its variable.
    let depth = held.name.matches('.').count();
    let label = held.name.rsplit('.').next().unwrap_or(&held.name);
    let Some(node) = &held.node else {
        rows.push(Row {
            places: vec![held.place.clone()],
            depth,
            label: label.to_owned(),
            text: words::without_value(held.state).to_owned(),
            class,
            pointer: None,
        });
        return;
    };
    let from = rows.len();
    add_node(rows, label, node, depth);
    for row in &mut rows[from..] {
        row.class = class;
    }
}

/// `block` as it is at a step.
fn block(block: &Block, step: &Step, counts: &words::Counts<'_>) -> Area {
    let title = words::block_title(block);
    if block.freed {
        let row = Row::plain(String::new(), String::new());
        return Area::new(block.name.clone(), title, "block freed", vec![row]);
    }
    let counts = counts.get(&*block.name).into_iter().flatten();
    let mut rows: Vec<Row> = counts
        .map(|(name, count)| Row::plain((*name).to_owned(), count.to_string()))
        .collect();
    match &block.node {
        Some(node) => add_node(&mut rows, "", node, 0),
        None => rows.push(Row::plain(String::new(), words::unread(step).to_owned())),
    }
    Area::new(block.name.clone(), title, "block", rows)
}

/// A value as rows: its own, and below it those of its parts.
fn add_node(rows: &mut Vec<Row>, label: &str, node: &Node, depth: usize) {
    if let Value::Parts { name, parts } = &node.value
        && let [(part, inside)] = parts.as_slice()
        && part == "0"
        && !name.is_empty()
    {
        // `Some` and its value share a row.
        let from = rows.len();
        add_node(rows, label, inside, depth);
        if let Some(first) = rows.get_mut(from) {
            first.places.insert(0, node.place.clone());
            first.text = format!("{name} {}", first.text).trim_end().to_owned();
        }
        return;
    }
    let text = words::in_row(node);
    rows.push(Row {
        places: vec![node.place.clone()],
        depth,
        label: label.to_owned(),
        text: match &node.value {
            Value::Scalar { .. } | Value::Text { .. } | Value::Unknown { .. } => cut(&text),
            _ => text,
        },
        class: "free",
        pointer: match &node.value {
            Value::Pointer(pointer) => Some(pointer.clone()),
            _ => None,
        },
    });
    match &node.value {
        Value::Parts { parts, .. } => {
            for (part, inside) in parts {
                add_node(rows, part, inside, depth + 1);
            }
        }
        Value::List { items, len } => {
            for (index, item) in items.iter().enumerate().take(MOST_ROWS) {
                add_node(rows, &format!("[{index}]"), item, depth + 1);
            }
            if *len > MOST_ROWS {
                rows.push(Row::plain(String::new(), words::more(len - MOST_ROWS)));
            }
        }
        Value::Cell {
            inside: Some(inside),
            ..
        } => add_node(rows, "inside", inside, depth + 1),
        _ => {}
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= MOST_LETTERS {
        return text.to_owned();
    }
    text.chars().take(MOST_LETTERS - 1).chain(['…']).collect()
}

impl Row {
    fn plain(label: String, text: String) -> Row {
        Row {
            places: Vec::new(),
            depth: 0,
            label,
            text,
            class: "free",
            pointer: None,
        }
    }

    fn indent(&self) -> f64 {
        self.depth as f64 * 10.0
    }
}

impl Area {
    fn new(name: String, title: String, class: &'static str, rows: Vec<Row>) -> Area {
        Area {
            name,
            title,
            class,
            rows,
            x: 0.0,
            y: 0.0,
            width: 0.0,
        }
    }

    fn height(&self) -> f64 {
        TITLE + ROW * self.rows.len() as f64
    }

    /// Where the texts of the rows begin, after the longest label.
    fn text_start(&self) -> f64 {
        let labels = self.rows.iter().map(|row| match row.label.as_str() {
            "" => row.indent(),
            label => row.indent() + length(label) + LETTER,
        });
        PAD + labels.fold(0.0, f64::max)
    }

    fn natural_width(&self) -> f64 {
        let texts = self
            .rows
            .iter()
            .map(|row| self.text_start() + length(&row.text));
        (texts.fold(PAD + length(&self.title), f64::max).max(70.0) + PAD).ceil()
    }

    fn row_middle(&self, row: Option<usize>) -> f64 {
        match row {
            Some(row) => self.y + TITLE + ROW * (row as f64 + 0.5),
            None => self.y + TITLE / 2.0,
        }
    }

    fn draw(&self, svg: &mut String) {
        let (x, y, width) = (self.x, self.y, self.width);
        _ = write!(
            svg,
            "<g class=\"area {}\" data-name=\"{}\"><rect class=\"outline\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{:.1}\" rx=\"3\"/>",
            self.class,
            escaped(&self.name),
            self.height()
        );
        text(svg, "title", x + PAD, y + 14.0, &self.title);
        for (number, row) in self.rows.iter().enumerate() {
            let top = y + TITLE + ROW * number as f64;
            _ = write!(
                svg,
                "<g class=\"row {}\" data-place=\"{}\"><rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                row.class,
                escaped(&row.places.join("\n")),
                x + 2.5,
                top + 1.5,
                width - 5.0,
                ROW - 3.0
            );
            if row.class == "shared" {
                _ = write!(
                    svg,
                    "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                    x + 5.0,
                    top + 4.0,
                    width - 10.0,
                    ROW - 8.0
                );
            }
            text(svg, "label", x + PAD + row.indent(), top + 15.0, &row.label);
            text(svg, "value", x + self.text_start(), top + 15.0, &row.text);
            *svg += "</g>";
        }
        if self.class.ends_with("freed") {
            let (top, bottom) = (y + TITLE + 2.0, y + self.height() - 2.0);
            _ = write!(
                svg,
                "<path class=\"cross\" d=\"M{:.1} {top:.1}L{:.1} {bottom:.1}M{:.1} {top:.1}L{:.1} {bottom:.1}\"/>",
                x + 2.0,
                x + width - 2.0,
                x + width - 2.0,
                x + 2.0
            );
        }
        *svg += "</g>";
    }
}

/// Places areas under each other.
fn stack_up(areas: &mut [Area], x: f64, mut y: f64, width: f64) {
    for area in areas {
        (area.x, area.y, area.width) = (x, y, width);
        y += area.height() + GAP;
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Channel {
    Left,
    Middle,
    Right,
}

/// From a row to a row, or to the title of an area.
struct Arrow {
    how: How,
    channel: Channel,
    from: (usize, usize),
    to: (usize, Option<usize>),
}

fn arrows(frames: &[Area], blocks: &[Area]) -> Vec<Arrow> {
    let areas: Vec<&Area> = frames.iter().chain(blocks).collect();
    let is_block = |area: usize| area >= frames.len();
    let mut arrows = Vec::new();
    for (area, of_area) in areas.iter().enumerate() {
        for (number, row) in of_area.rows.iter().enumerate() {
            let Some(pointer) = &row.pointer else {
                continue;
            };
            let Some(to) = pointer.to.as_ref().and_then(|to| find(&areas, to)) else {
                continue;
            };
            arrows.push(Arrow {
                how: pointer.how,
                channel: match (is_block(area), is_block(to.0)) {
                    (false, false) => Channel::Left,
                    (true, true) => Channel::Right,
                    _ => Channel::Middle,
                },
                from: (area, number),
                to,
            });
        }
    }
    arrows.sort_by_key(|arrow| order(arrow, &areas, frames.len()));
    arrows
}

/// The order of the tracks, the first next to the frames, in which the fewest arrows cross: of
/// those that lead up the uppermost is first, of those that lead down the lowest.
fn order(arrow: &Arrow, areas: &[&Area], frames: usize) -> (Channel, bool, isize) {
    // Both columns begin on one height, so a row's height is the number of rows above it.
    let height = |area: usize, row: Option<usize>| -> isize {
        let first = if area < frames { 0 } else { frames };
        let above = areas[first..area].iter().map(|area| area.rows.len() + 2);
        above.sum::<usize>() as isize + row.map_or(0, |row| row as isize + 1)
    };
    let from = height(arrow.from.0, Some(arrow.from.1));
    let to = height(arrow.to.0, arrow.to.1);
    let leads_up = to <= from;
    match arrow.channel {
        Channel::Middle if leads_up => (Channel::Middle, true, from),
        Channel::Middle => (Channel::Middle, false, -from),
        // Where both ends are on one side, the shorter runs inside the longer.
        channel => (channel, false, (from - to).abs()),
    }
}

/// The row with a name, or the nearest thing around it that is drawn.
fn find(areas: &[&Area], name: &str) -> Option<(usize, Option<usize>)> {
    if let Some(area) = areas.iter().position(|area| area.name == name) {
        return Some((area, None));
    }
    for (area, of_area) in areas.iter().enumerate() {
        let row = of_area
            .rows
            .iter()
            .position(|row| row.places.iter().any(|place| place == name));
        if row.is_some() {
            return Some((area, row));
        }
    }
    let (around, _) = name.rsplit_once(['.', '['])?;
    find(areas, around)
}

fn draw_arrow(svg: &mut String, arrow: &Arrow, from: &Area, to: &Area, x: f64, apart: f64) {
    let (start_y, end_y) = (
        from.row_middle(Some(arrow.from.1)),
        to.row_middle(arrow.to.1) + apart,
    );
    let edge = |area: &Area| match arrow.channel {
        Channel::Left => area.x,
        Channel::Right => area.x + area.width,
        Channel::Middle if area.class.starts_with("frame") => area.x + area.width,
        Channel::Middle => area.x,
    };
    let (start, end) = (edge(from), edge(to));
    let back = if end > x { -6.0 } else { 6.0 };
    let how = match arrow.how {
        How::Owns => "owns",
        How::Counted => "counted",
        How::Weak => "weak",
        How::Shared => "shared",
        How::Exclusive => "exclusive",
        How::Raw => "raw",
    };
    let path = format!(
        "M{start:.1} {start_y:.1}H{x:.1}V{end_y:.1}H{:.1}",
        end + back
    );
    let to_name = match arrow.to.1 {
        Some(row) => to.rows[row].places.join("\n"),
        None => to.name.clone(),
    };
    _ = write!(
        svg,
        "<g class=\"arrow {how}\" data-from=\"{}\" data-to=\"{}\"><path class=\"line\" d=\"{path}\"/>",
        escaped(&from.rows[arrow.from.1].places.join("\n")),
        escaped(&to_name)
    );
    if how == "shared" {
        _ = write!(svg, "<path class=\"inner\" d=\"{path}\"/>");
    }
    _ = write!(
        svg,
        "<circle cx=\"{start:.1}\" cy=\"{start_y:.1}\" r=\"3\"/>\
         <path class=\"head\" d=\"M{end:.1} {end_y:.1}l{back:.1} -4v8z\"/></g>"
    );
}

/// How long a text is drawn.
fn length(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER
}

fn text(svg: &mut String, class: &str, x: f64, y: f64, text: &str) {
    if !text.is_empty() {
        _ = write!(
            svg,
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
            length(text),
            escaped(text)
        );
    }
}
