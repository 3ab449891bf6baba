//! `points`, `blocks`, `freed` and `drops`: what a run of the program recorded.

use crate::figures::escape::escaped;
use crate::figures::inline;
use crate::questions::key::{Complaint, Facts, Key};
use crate::questions::{Choice, Opt};
use crate::words::memory as pictures;
use crate::words::questions as words;
use lens::{Block, Pointer, Step, Trace};
use listings::{Listing, Spot};
use std::collections::BTreeSet;

/// More blocks than these are no question of one look.
const MOST: usize = 8;

/// Where does the pointer in a place lead?
pub fn points(facts: &Facts<'_>, listing: &Listing, spot: &Spot) -> Result<Key, Complaint> {
    let trace = facts.trace(listing)?;
    let (step, (place, pointer)) =
        the_same_each_time(trace, spot.line, |step| pointer(step, &spot.place))?;
    let Some((place, pointer)) = place.zip(pointer) else {
        let what = format!(
            "`{}` holds no pointer before line {}",
            spot.place, spot.line
        );
        let there: Vec<&str> = step.pointers().map(|(place, _)| place).collect();
        let cure = match there.is_empty() {
            true => "name a line before which there is one".to_owned(),
            false => format!("name one of {}", there.join(", ")),
        };
        return Err((what, cure));
    };
    let right = pointer.to.as_deref().map(|to| base(step, to));
    let mut targets: Vec<(Option<&str>, String)> = Vec::new();
    for frame in &step.frames {
        for held in &frame.places {
            let own = place == held.place || place.starts_with(&format!("{}.", held.place));
            if !held.name.contains('.') && (!own || right == Some(&held.place)) {
                let text = words::variable(&held.place, step.frames.len() > 1);
                targets.push((Some(&held.place), inline::html(&text)));
            }
        }
    }
    for block in step.blocks.iter().filter(|block| !block.freed) {
        targets.push((Some(&block.name), words::to(&described(trace, step, block))));
    }
    targets.push((None, inline::html(words::NOWHERE)));
    let option = |(target, text): (Option<&str>, String)| Opt {
        text,
        right: target == right,
        because: None,
    };
    let options: Vec<Opt> = targets.into_iter().map(option).collect();
    if options.iter().filter(|option| option.right).count() != 1 {
        let what = format!("`{}` leads to what has no name", spot.place);
        return Err((what, "ask of another place".to_owned()));
    }
    let because = words::leads(spot.line, place, &pictures::of_pointer(&pointer));
    Ok((vec![Choice::one(options)], escaped(&because)))
}

/// How many heap blocks are live?
pub fn blocks(facts: &Facts<'_>, listing: &Listing, line: usize) -> Result<Key, Complaint> {
    let trace = facts.trace(listing)?;
    let (step, count) = the_same_each_time(trace, line, |step| live(step).count())?;
    let most = trace.steps.iter().map(|step| live(step).count()).max();
    let most = most.unwrap_or(0);
    if most > MOST {
        let what = format!("\"{}\" has {most} blocks at a time", listing.slug);
        return Err((what, format!("ask of a program with {MOST} at most")));
    }
    let option = |number: usize| Opt {
        text: number.to_string(),
        right: number == count,
        because: Some(inline::html(words::count(number > count))),
    };
    let choice = Choice {
        class: "counts",
        ..Choice::one((0..=most.max(2) + 1).map(option).collect())
    };
    let named: Vec<String> = live(step)
        .map(|block| described(trace, step, block))
        .collect();
    Ok((vec![choice], words::in_use(line, &named)))
}

/// Which blocks does a line free?
pub fn freed(facts: &Facts<'_>, listing: &Listing, line: usize) -> Result<Key, Complaint> {
    let trace = facts.trace(listing)?;
    let mut before = Vec::new();
    for (index, step) in trace.steps.iter().enumerate() {
        if step.line == line && step.function.is_some() {
            before.push((step, freed_after(trace, index)));
        }
    }
    let Some((step, freed)) = before.first() else {
        return Err(never(trace, line));
    };
    if before.iter().any(|(_, other)| other != freed) {
        return Err(differs(line));
    }
    let mut options: Vec<Opt> = live(step)
        .map(|block| Opt {
            text: words::one(&described(trace, step, block)),
            right: freed.contains(block.name.as_str()),
            because: Some(inline::html(words::NOT_FREED)),
        })
        .collect();
    let known: BTreeSet<&str> = live(step).map(|block| block.name.as_str()).collect();
    if freed.iter().any(|name| !known.contains(name)) {
        options.push(Opt {
            text: inline::html(words::ITS_OWN),
            right: true,
            because: None,
        });
    }
    if options.is_empty() || options.len() > MOST {
        let what = format!("{} blocks are live before line {line}", options.len());
        return Err((what, format!("ask where there are 1 to {MOST}")));
    }
    let because = words::freed(line, &freed.iter().copied().collect::<Vec<_>>());
    let choice = Choice {
        legend: Some(words::ANY.to_owned()),
        several: true,
        ..Choice::one(options)
    };
    Ok((vec![choice], escaped(&because)))
}

/// In which order are the values dropped?
pub fn drops(facts: &Facts<'_>, listing: &Listing) -> Result<Key, Complaint> {
    let trace = facts.trace(listing)?;
    let order: Vec<&str> = trace
        .steps
        .iter()
        .flat_map(|step| &step.dropped)
        .map(String::as_str)
        .collect();
    let distinct: BTreeSet<&&str> = order.iter().collect();
    if order.len() < 2 || distinct.len() < order.len() || order.len() > MOST {
        let what = format!(
            "the run of \"{}\" drops {} values that can be told apart",
            listing.slug,
            distinct.len()
        );
        let cure = "ask of a program that drops two values or more whose type has a `drop`";
        return Err((what, cure.to_owned()));
    }
    let mut orders = vec![order.clone()];
    let reversed: Vec<&str> = order.iter().rev().copied().collect();
    let mut turned = order.clone();
    turned.rotate_left(1);
    let mut exchanged = order.clone();
    exchanged.swap(0, 1);
    for offered in [reversed, turned, exchanged] {
        if !orders.contains(&offered) {
            orders.push(offered);
        }
    }
    // In an order that tells nothing: that of the text.
    orders.sort_unstable();
    let option = |offered: Vec<&str>| Opt {
        text: inline::html(&words::order(&offered)),
        right: offered == order,
        because: Some(inline::html(words::NOT_THIS_ORDER)),
    };
    let because = inline::html(&words::dropped(&order));
    let options = orders.into_iter().map(option).collect();
    Ok((vec![Choice::one(options)], because))
}

/// The line of the step after a line has run, where what it freed is told; 0 after `main`.
pub fn line_after(trace: &Trace, line: usize) -> Option<usize> {
    let steps = &trace.steps;
    let index = steps.iter().position(|step| step.line == line)?;
    let depth = steps[index].frames.len();
    let mut after = steps[index + 1..].iter();
    after
        .find(|step| step.frames.len() <= depth)
        .map(line_of_picture)
}

/// The line of the first step that tells of a drop; 0 after `main`.
pub fn line_of_first_drop(trace: &Trace) -> Option<usize> {
    let mut steps = trace.steps.iter();
    steps
        .find(|step| !step.dropped.is_empty())
        .map(line_of_picture)
}

/// As the figure's pictures name their lines.
fn line_of_picture(step: &Step) -> usize {
    step.function.as_ref().map_or(0, |_| step.line)
}

/// What holds before a line, at every step that has it.
fn the_same_each_time<'t, T: PartialEq>(
    trace: &'t Trace,
    line: usize,
    of: impl Fn(&'t Step) -> T,
) -> Result<(&'t Step, T), Complaint> {
    let steps = trace.steps.iter();
    let mut steps = steps.filter(|step| step.line == line && step.function.is_some());
    let first = steps.next().ok_or_else(|| never(trace, line))?;
    let found = of(first);
    if steps.any(|step| of(step) != found) {
        return Err(differs(line));
    }
    Ok((first, found))
}

fn never(trace: &Trace, line: usize) -> Complaint {
    let lines = trace.steps.iter().filter(|step| step.function.is_some());
    let lines: BTreeSet<usize> = lines.map(|step| step.line).collect();
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    (
        format!("the run has no step before line {line}"),
        format!("name one of {}", lines.join(", ")),
    )
}

fn differs(line: usize) -> Complaint {
    (
        format!("the run comes to line {line} more than once, and the answer differs"),
        "name a line that runs once".to_owned(),
    )
}

/// The pointer in a place of the innermost call that has it, and the place of the pointer itself.
fn pointer<'s>(step: &'s Step, name: &str) -> (Option<&'s str>, Option<Pointer>) {
    let root = name.split(['.', '[']).next().unwrap_or(name);
    let held = step.frames.iter().rev().find_map(|frame| {
        let mut places = frame.places.iter();
        places.rfind(|held| held.name == root || held.name == name)
    });
    let Some(held) = held else {
        return (None, None);
    };
    let wanted = format!("{}{}", held.place, &name[held.name.len().min(name.len())..]);
    let within = |place: &str| {
        place
            .strip_prefix(&wanted)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let mut found: Vec<(&str, &Pointer)> =
        step.pointers().filter(|(place, _)| within(place)).collect();
    if let Some(exact) = found.iter().position(|(place, _)| *place == wanted) {
        found = vec![found[exact]];
    }
    match found[..] {
        [(place, pointer)] => (Some(place), Some(pointer.clone())),
        _ => (None, None),
    }
}

/// The variable or block in which a place is: `heap 1` of `heap 1[0]`.
fn base<'n>(step: &'n Step, place: &'n str) -> &'n str {
    let variables = step.frames.iter().flat_map(|frame| &frame.places);
    let variables = variables
        .filter(|held| !held.name.contains('.'))
        .map(|held| held.place.as_str());
    let blocks = step.blocks.iter().map(|block| block.name.as_str());
    let holds = |base: &&str| {
        let rest = place.strip_prefix(base);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    variables.chain(blocks).find(holds).unwrap_or(place)
}

fn live(step: &Step) -> impl Iterator<Item = &Block> {
    let blocks = step.blocks.iter();
    blocks.filter(|block| !block.freed && block.name.starts_with("heap "))
}

/// What is freed from the step before a statement to the one after it.
fn freed_after(trace: &Trace, index: usize) -> BTreeSet<&str> {
    let depth = trace.steps[index].frames.len();
    let mut freed = BTreeSet::new();
    for step in &trace.steps[index + 1..] {
        freed.extend(step.freed.iter().map(String::as_str));
        if step.frames.len() <= depth {
            break;
        }
    }
    freed
}

/// A block as a reader knows it who has not seen the picture: by the line that asked for it and by
/// what it holds.
fn described(trace: &Trace, step: &Step, block: &Block) -> String {
    let text = |block: &Block| {
        let born = trace.steps.iter().find(|step| {
            let mut blocks = step.blocks.iter();
            blocks.any(|other| other.name == block.name)
        });
        let holds = block.node.as_ref().map(pictures::in_row);
        words::block(
            &block.name,
            born.and_then(|step| step.after),
            holds.as_deref(),
        )
    };
    let own = text(block);
    let alike = step
        .blocks
        .iter()
        .filter(|other| text(other) == own)
        .count();
    match alike {
        1 => inline::html(&own),
        _ => inline::html(&words::told_apart(&own, &block.name)),
    }
}
