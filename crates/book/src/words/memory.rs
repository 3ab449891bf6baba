//! A step of a trace in words: for the terminal, and for whoever cannot see the picture.

use crate::words::reasons::because;
use crate::words::twins::capitalized;
use lens::{
    Block, Ending, Gone, Held, How, Misdeed, Misuse, Node, Pointer, State, Step, Trace, UNSEEN,
    Value,
};
use std::collections::BTreeMap;

/// All steps, each under the line that is about to run.
pub fn steps(source: &str, trace: &Trace) -> String {
    let lines: Vec<&str> = source.lines().collect();
    let mut text = String::new();
    for step in &trace.steps {
        text += &title(step);
        if let (Some(line), true) = (lines.get(step.line - 1), step.function.is_some()) {
            text += &format!("    {}", line.trim());
        }
        text.push('\n');
        for sentence in sentences(step) {
            text += &format!("  {sentence}\n");
        }
        if !step.printed.is_empty() {
            text += &format!("  printed: {:?}\n", step.printed);
        }
    }
    for misuse in &trace.misuses {
        text += &format!("Then {}.\n", of_misuse(misuse));
    }
    for note in &trace.notes {
        text += &format!("Note: {note}\n");
    }
    text + &format!("In the end {}.\n", trace.ending)
}

/// A trace as it is kept beside a listing, or the reason why there is none.
pub fn kept(source: &str, trace: &Result<Trace, String>) -> String {
    match trace {
        Ok(trace) => steps(source, trace),
        Err(why) => format!("{}\n", none(why)),
    }
}

/// What stands where there are no pictures.
pub fn none(why: &str) -> String {
    format!("No memory pictures: {why}")
}

/// What else is to be said of a run: its notes, and how it ended if not well; a sentence each,
/// without its point.
pub fn notes(trace: &Trace) -> Vec<String> {
    let mut notes: Vec<String> = trace.misuses.iter().map(of_misuse).collect();
    notes.extend(trace.notes.iter().cloned());
    if trace.ending != Ending::Returned {
        notes.push(format!("In the end {}", trace.ending));
    }
    notes
}

/// What happened before a step and is not in its picture: `Just now: heap 1 has been freed.`
pub fn just_now(step: &Step) -> Option<String> {
    let dropped = (step.dropped.iter()).map(|what| format!("the drop of {what} has begun"));
    let freed = (step.freed.iter()).map(|block| format!("{block} has been freed"));
    let misused = step.misuses.iter().map(of_misuse);
    let events: Vec<String> = dropped.chain(freed).chain(misused).collect();
    (!events.is_empty()).then(|| format!("Just now: {}.", events.join(", then ")))
}

/// `Before line 4`, or what comes after the last line.
pub fn title(step: &Step) -> String {
    match &step.function {
        Some(function) if step.frames.len() > 1 => {
            format!("Before line {}, in {function}", step.line)
        }
        Some(_) => format!("Before line {}", step.line),
        None => "After main".to_owned(),
    }
}

/// What is to be said of a step that holds nothing.
pub const NOTHING: &str = "nothing is left";

/// `Before lines 4 and 5, in add`: a step whose memory is the same before each of these lines.
pub fn before_lines(step: &Step, lines: &[usize]) -> String {
    if step.frames.is_empty() && step.blocks.is_empty() {
        return format!("{}, {NOTHING}", title(step));
    }
    let [others @ .., last] = lines else {
        return title(step);
    };
    if others.is_empty() || step.function.is_none() {
        return title(step);
    }
    let others: Vec<String> = others.iter().map(usize::to_string).collect();
    let lines = format!("lines {} and {last}", others.join(", "));
    title(step).replacen(&format!("line {}", step.line), &lines, 1)
}

/// What stands over the pictures of a run that rustc prevents.
pub const PREVENTED: &str =
    "A run that rustc prevents: the same lines with raw pointers, which nothing checks.";

/// `What would have happened, before line 5`: a step after the line that rustc refuses.
pub fn would_have_been(caption: &str) -> String {
    let caption = caption.replacen("Before", "before", 1);
    format!(
        "What would have happened, {}",
        caption.replacen("After", "after", 1)
    )
}

/// What a step holds and what happened before it, a sentence each.
pub fn sentences(step: &Step) -> Vec<String> {
    let mut sentences: Vec<String> = step
        .dropped
        .iter()
        .map(|what| format!("The drop of {what} has begun."))
        .collect();
    sentences.extend(
        step.freed
            .iter()
            .map(|block| format!("{block} has been freed.")),
    );
    let misused = step.misuses.iter().map(of_misuse);
    sentences.extend(misused.map(|misuse| format!("{}.", capitalized(&misuse))));
    for frame in &step.frames {
        if frame.places.is_empty() {
            sentences.push(format!("{} has no variable here.", frame.function));
        }
        sentences.extend(frame.places.iter().map(of_place));
    }
    let counts = counts(step);
    for block in step.blocks.iter().filter(|block| !block.freed) {
        let mut size = bytes(block.size);
        for (name, count) in counts.get(&*block.name).into_iter().flatten() {
            size += &format!(", {name} {count}");
        }
        sentences.push(match &block.node {
            Some(node) => format!("{} is {size}: {}.", block.name, of_node(node)),
            None => format!("{} is {size}; what it holds was not read.", block.name),
        });
    }
    sentences
}

fn of_place(held: &Held) -> String {
    let name = &held.place;
    let claim = match held.state {
        State::InUse => Some("is in use by the running statement".to_owned()),
        State::NotReadNow => Some("is not read here".to_owned()),
        State::Dropped => Some("is being dropped or has been".to_owned()),
        State::Shadowed => Some("has no name here: a later variable has it".to_owned()),
        State::NotLookedInto => Some("is not looked into".to_owned()),
        State::Moved if held.why.is_none() => Some("has been moved".to_owned()),
        _ => held.why.as_ref().map(|reason| match because(reason) {
            words if words.starts_with("may ") => words,
            words => format!("is {words}"),
        }),
    };
    match (&held.node, claim) {
        (Some(node), Some(claim)) => format!("{name} {claim}: {}.", of_node(node)),
        (Some(node), None) => format!("{name}: {}.", of_node(node)),
        (None, Some(claim)) => format!("{name} {claim}."),
        (None, None) => format!("{name} holds nothing that may be read."),
    }
}

/// `12`, `"hello"`, `Ticket { name: owns heap 1, … }`.
fn of_node(node: &Node) -> String {
    match &node.value {
        Value::Scalar { text } => text.clone(),
        Value::Text { text, whole } => format!("{text:?}{}", if *whole { "" } else { " and more" }),
        Value::Parts { parts, .. } if is_entry(node) => {
            let [key, value] = [0, 1].map(|index| of_node(&parts[index].1));
            format!("{key} => {value}")
        }
        Value::Parts { name, parts } => {
            let parts: Vec<String> = parts
                .iter()
                .map(|(part, node)| match part.parse::<usize>() {
                    Ok(_) => of_node(node),
                    Err(_) => format!("{part}: {}", of_node(node)),
                })
                .collect();
            match (name.is_empty(), parts.is_empty()) {
                (false, true) => name.clone(),
                (false, false) => format!("{name} ({})", parts.join("; ")),
                (true, _) => format!("({})", parts.join("; ")),
            }
        }
        Value::List { items, len } => {
            let more = if items.len() < *len { ", and more" } else { "" };
            let items: Vec<String> = items.iter().map(of_node).collect();
            let between = if items.iter().any(|item| item.contains(", ")) {
                "; "
            } else {
                ", "
            };
            format!("[{}{more}]", items.join(between))
        }
        Value::Pointer(pointer) => of_pointer(pointer),
        Value::Cell { state, inside } => match inside {
            Some(inside) => format!("{state}; inside: {}", of_node(inside)),
            None => state.clone(),
        },
        Value::Unknown { why } => format!(
            "a value of type {}, {}, not looked into: it {why}",
            node.ty,
            bytes(node.size)
        ),
    }
}

/// Whether a value is an entry of a map: a key and a value that need not lie beside each other.
pub fn is_entry(node: &Node) -> bool {
    let Value::Parts { name, parts } = &node.value else {
        return false;
    };
    let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    name.is_empty() && names == ["key", "value"]
}

/// `owns heap 1, len 5, cap 5`.
pub fn of_pointer(pointer: &Pointer) -> String {
    let verb = match pointer.how {
        How::Owns => "owns",
        How::Counted => "is one owner of",
        How::Weak => "points weakly to",
        How::Shared => "refers to",
        How::Exclusive => "refers exclusively to",
        How::Raw => "points to",
    };
    let mut text = match (&pointer.to, &pointer.gone) {
        (Some(name), _) => format!("{verb} {name}"),
        (None, Some(_)) => format!("{verb} memory of which nothing is known"),
        // Where the memory of an empty map is, std does not say.
        (None, None)
            if pointer.how == How::Owns && pointer.len == Some(0) && pointer.cap != Some(0) =>
        {
            "is empty".to_owned()
        }
        (None, None) => format!("{verb} no memory"),
    };
    if let Some(offset) = pointer.offset {
        text += &format!(" from byte {offset}");
    }
    if let Some(gone) = pointer.gone.as_ref().and_then(of_gone) {
        text += &format!(", {gone}");
    }
    for (name, fact) in facts(pointer) {
        text += &format!(", {name} {fact}");
    }
    text
}

/// Why there is no value where a pointer leads, if that is known: `freed before line 5`.
fn of_gone(gone: &Gone) -> Option<String> {
    Some(match gone {
        Gone::Freed { before } => format!("freed before line {before}"),
        Gone::Returned { before } => format!("gone since its call returned, before line {before}"),
        Gone::OutOfScope { before } => format!("gone since its block ended, before line {before}"),
        Gone::Moved { what } => format!("whose {what} has moved elsewhere"),
        Gone::NoValue => "where its owner keeps no value".to_owned(),
        Gone::NotFollowed => return None,
    })
}

/// The title of a frame whose call is over.
pub fn returned(function: &str) -> String {
    format!("{function}, returned")
}

/// The word for a variable that is no more, where something still points to it.
pub fn left(gone: &Gone) -> &'static str {
    match gone {
        Gone::OutOfScope { .. } => "out of scope",
        _ => "gone",
    }
}

/// `line 6 read 24 bytes of heap 1, freed before line 5`
fn of_misuse(misuse: &Misuse) -> String {
    let line = misuse.line;
    let to = misuse.to.as_deref().unwrap_or("memory");
    let size = bytes(misuse.bytes);
    let done = match misuse.does {
        Misdeed::Read => format!("read {size} of {to}"),
        Misdeed::Written => format!("wrote {size} of {to}"),
        Misdeed::Lent => format!("made a reference to {size} of {to}"),
        Misdeed::Used => format!("used {size} of {to}"),
        Misdeed::FreedAgain => format!("gave {to} back a second time"),
    };
    let gone = of_gone(&misuse.gone).map_or(String::new(), |gone| format!(", {gone}"));
    format!("line {line} {done}{gone}")
}

/// The word for a place in whose row no value stands.
pub fn without_value(state: State) -> &'static str {
    match state {
        State::Moved => "moved",
        State::PartlyMoved => "partly moved",
        State::LentExclusively => "lent",
        State::NotInitialized => "no value yet",
        State::Ended => "ended",
        State::InUse => "in use",
        State::NotReadNow => "not read here",
        State::Dropped => "dropped",
        State::Shadowed => "no name here",
        _ => "not looked into",
    }
}

/// A block that is not read: one that is there after `main` has not been freed by its end.
pub fn unread(step: &Step) -> &'static str {
    match step.function {
        Some(_) => "not read",
        None => "not freed",
    }
}

/// `heap 1, 12 bytes`, `heap 1, freed`.
pub fn block_title(block: &Block) -> String {
    match block.freed {
        true => format!("{}, freed", block.name),
        false => format!("{}, {}", block.name, bytes(block.size)),
    }
}

/// What stands in a value's own row: `12`, `"hello"`, `len 5 cap 8`, `3 of i32`. What it points to
/// an arrow shows, and its parts have rows of their own.
pub fn in_row(node: &Node) -> String {
    match &node.value {
        Value::Scalar { text } => text.clone(),
        Value::Text { text, whole } => format!("{text:?}{}", if *whole { "" } else { "…" }),
        Value::Unknown { .. } => node.ty.clone(),
        Value::Pointer(pointer) => pointer_in_row(pointer),
        Value::Parts { name, .. } if name.is_empty() => "tuple".to_owned(),
        Value::Parts { name, .. } => name.clone(),
        Value::List { len, .. } => format!("{len} of {}", element(&node.ty)),
        Value::Cell { state, .. } => state.clone(),
    }
}

fn pointer_in_row(pointer: &Pointer) -> String {
    let what = match (pointer.how, &pointer.to) {
        (How::Counted, _) => Some("handle".to_owned()),
        (How::Weak, Some(_)) => Some("weak handle".to_owned()),
        _ => None,
    };
    let facts = facts(pointer).map(|(name, fact)| format!("{name} {fact}"));
    let no_value = (pointer.gone == Some(Gone::NoValue)).then(|| "no value there".to_owned());
    let facts: Vec<String> = what.into_iter().chain(facts).chain(no_value).collect();
    let text = match (&pointer.to, facts.is_empty()) {
        (None, true) if pointer.gone.is_some() => "not followed".to_owned(),
        (None, true) => "to nothing".to_owned(),
        _ => facts.join(" "),
    };
    match pointer.offset {
        Some(offset) => format!("+{offset} {text}"),
        None => text,
    }
}

/// The row that stands for the items of a list that have none.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}

/// `i32` of `[i32]` and of `[i32; 3]`.
fn element(list: &str) -> &str {
    let inside = list.trim_start_matches('[').trim_end_matches(']');
    inside
        .rsplit_once("; ")
        .map_or(inside, |(element, _)| element)
}

/// What a pointer tells beside its target: `len 5`, `cap 8`.
fn facts(pointer: &Pointer) -> impl Iterator<Item = (&'static str, usize)> {
    told([("len", pointer.len), ("cap", pointer.cap)])
}

/// The counts that stand in each block beside its value, by the block's name, as any handle to it
/// tells them: `strong 2`, `weak 0`.
pub type Counts<'s> = BTreeMap<&'s str, Vec<(&'static str, usize)>>;

/// The counts of all blocks of a step.
pub fn counts(step: &Step) -> Counts<'_> {
    let mut counts = Counts::new();
    for (_, handle) in step.pointers() {
        if let (Some(block), Some(strong)) = (&handle.to, handle.strong) {
            // Where no strong handle is left, std counts no weak ones.
            let weak = handle.weak.filter(|_| strong != 0);
            let told = told([("strong", Some(strong)), ("weak", weak)]);
            counts.entry(block).or_insert_with(|| told.collect());
        }
    }
    counts
}

fn told(facts: [(&'static str, Option<usize>); 2]) -> impl Iterator<Item = (&'static str, usize)> {
    facts
        .into_iter()
        .filter_map(|(name, fact)| Some((name, fact?)))
}

/// What no memory picture looks into, a line for each kind.
pub fn unseen() -> String {
    let kinds = UNSEEN.iter();
    let kinds = kinds.map(|kind| format!("\n- {}: it {}", kind.what, kind.why));
    format!(
        "Memory pictures do not look into:{}",
        kinds.collect::<String>()
    )
}

fn bytes(size: usize) -> String {
    match size {
        1 => "1 byte".to_owned(),
        size => format!("{size} bytes"),
    }
}
