//! What is looked into: values in code for every type, behind `dyn`, in std's collections; and why
//! the others are not.

use lens::{Node, Patience, Step, Trace, UNSEEN, Value, trace_within};
use std::time::Duration;

/// A loaded machine may need more to compile than a reader waits.
fn patience() -> Patience {
    Patience {
        compiling: Duration::from_secs(100),
        ..Patience::default()
    }
}

fn traced(source: &str) -> Trace {
    trace_within(source, None, patience()).unwrap_or_else(|error| panic!("{error}\n{source}"))
}

/// Every value of a step.
fn nodes(step: &Step) -> Vec<&Node> {
    let places = step.frames.iter().flat_map(|frame| &frame.places);
    let mut left: Vec<&Node> = places
        .filter_map(|held| held.node.as_ref())
        .chain(step.blocks.iter().filter_map(|block| block.node.as_ref()))
        .collect();
    let mut nodes = Vec::new();
    while let Some(node) = left.pop() {
        nodes.push(node);
        match &node.value {
            Value::Parts { parts, .. } => left.extend(parts.iter().map(|(_, part)| part)),
            Value::List { items, .. } => left.extend(items),
            Value::Cell { inside, .. } => left.extend(inside.as_deref()),
            _ => {}
        }
    }
    nodes
}

/// The value that has a name, as it was last seen.
fn last<'t>(trace: &'t Trace, place: &str) -> &'t Node {
    let steps = trace.steps.iter().rev();
    let found = steps.flat_map(nodes).find(|node| node.place == place);
    found.unwrap_or_else(|| panic!("nothing shows {place}"))
}

/// The types of what was not looked into, each with the reason.
fn unseen(trace: &Trace) -> Vec<(&str, &str)> {
    let all = trace.steps.iter().flat_map(nodes);
    let mut unseen: Vec<(&str, &str)> = all
        .filter_map(|node| match &node.value {
            Value::Unknown { why } => Some((node.ty.as_str(), why.as_str())),
            _ => None,
        })
        .collect();
    unseen.sort_unstable();
    unseen.dedup();
    unseen
}

#[track_caller]
fn is_all_seen(source: &str) -> Trace {
    let trace = traced(source);
    assert_eq!(unseen(&trace), [], "{source}");
    trace
}

#[track_caller]
fn scalar(trace: &Trace, place: &str, expected: &str) {
    match &last(trace, place).value {
        Value::Scalar { text } => assert_eq!(text, expected, "{place}"),
        other => panic!("{place}: {other:?}"),
    }
}

#[test]
fn a_value_in_code_for_every_type_is_drawn_as_what_it_is() {
    let trace = is_all_seen(include_str!("looking/generic-value.rs"));
    scalar(&trace, "show.x", "5");
    let trace = is_all_seen(
        "struct Pair<T> { left: T, right: T }\nimpl<T: Copy> Pair<T> {\nfn swap(&mut self) {\nlet left = self.left;\nself.left = self.right;\nself.right = left;\n}\n}\nfn main() {\nlet mut pair = Pair { left: Some('a'), right: None };\npair.swap();\nprintln!(\"{:?}\", pair.right);\n}\n",
    );
    scalar(&trace, "Pair::swap.left.0", "'a'");
}

#[test]
fn a_type_is_known_wherever_it_is_declared() {
    let trace = is_all_seen(
        "mod bank {\nmod vault { pub struct Coin { pub worth: u8 } impl Coin { pub fn new() -> Coin { Coin { worth: 5 } } } }\npub struct Bag<T>(pub T);\nfn hold<T>(held: T) -> T {\nlet bag = Bag(held);\nlet Bag(taken) = bag;\ntaken\n}\npub fn run() -> u8 {\nhold(vault::Coin::new()).worth\n}\n}\nfn keep<T>(one: T) -> Vec<T> {\nlet mut all = Vec::new();\nall.push(one);\nall\n}\nfn main() {\nstruct Local { seat: u16 }\nlet all = keep(Local { seat: 7 });\nprintln!(\"{} {}\", bank::run(), all[0].seat);\n}\n",
    );
    scalar(&trace, "bank::hold.taken.worth", "5");
    scalar(&trace, "keep.one.seat", "7");
    assert_eq!(last(&trace, "keep.all").ty, "Vec<Local>");
    assert_eq!(trace.output, "5 7\n");
}

#[test]
fn what_has_the_name_of_another_type_is_not_taken_for_it() {
    let trace = traced(
        "fn keep<T>(one: T) -> T {\nlet kept = one;\nkept\n}\nfn main() {\n{\nstruct Twin { a: u64 }\nlet twin = keep(Twin { a: 1 });\nprintln!(\"{}\", twin.a);\n}\n{\nstruct Twin { b: u8, c: String }\nlet twin = keep(Twin { b: 2, c: String::from(\"c\") });\nprintln!(\"{} {}\", twin.b, twin.c);\n}\n}\n",
    );
    assert_eq!(trace.output, "1\n2 c\n");
    for node in trace.steps.iter().flat_map(nodes) {
        if let ("Twin", Value::Parts { parts, .. }) = (node.ty.as_str(), &node.value) {
            let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
            let expected: &[&str] = if node.size == 8 { &["a"] } else { &["b", "c"] };
            assert_eq!(names, expected);
        }
    }
}

#[test]
fn a_value_behind_dyn_is_drawn_as_what_it_is() {
    let trace = is_all_seen(
        "use std::{any::Any, error::Error, fmt, rc::Rc};\ntrait Shape: fmt::Debug { fn area(&self) -> f64; fn twice(&self) -> f64 {\nlet area = self.area();\narea * 2.0\n} }\n#[derive(Debug)] struct Square { side: f64 }\nimpl Shape for Square { fn area(&self) -> f64 { self.side * self.side } }\n#[derive(Debug)] struct Full { seats: u8 }\nimpl fmt::Display for Full { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, \"full\") } }\nimpl Error for Full {}\nfn main() {\nlet shape: Box<dyn Shape> = Box::new(Square { side: 3.0 });\nlet shared: Rc<dyn Shape> = Rc::new(Square { side: 4.0 });\nlet any: Box<dyn Any> = Box::new(5_u8);\nlet error: Box<dyn Error> = Box::new(Full { seats: 6 });\nlet other: Box<dyn Error + Send + Sync> = Box::new(\"x\".parse::<u8>().unwrap_err());\nprintln!(\"{} {} {} {error} {other}\", shape.twice(), shared.area(), any.is::<u8>());\n}\n",
    );
    scalar(&trace, "heap 1.side", "3.0");
    scalar(&trace, "heap 2.side", "4.0");
    scalar(&trace, "heap 3", "5");
    scalar(&trace, "heap 4.seats", "6");
    scalar(
        &trace,
        "heap 5",
        "ParseIntError: invalid digit found in string",
    );
    assert_eq!(
        trace.output,
        "18 16 true full invalid digit found in string\n"
    );
}

#[test]
fn a_value_that_is_not_looked_into_hides_no_other() {
    let trace = traced(include_str!("looking/vector-of-maps.rs"));
    assert_eq!(unseen(&trace), []);
    let trace = traced(
        "struct Reader<'a, F> { lines: std::str::Lines<'a>, change: F, seen: Vec<usize> }\nfn main() {\nlet more = 2;\nlet mut all = vec![Reader { lines: \"a\\nb\".lines(), change: |n: usize| n + more, seen: vec![1] }];\nlet first = &mut all[0];\nlet length = first.lines.next().map_or(0, str::len);\nlet next = (first.change)(length);\nfirst.seen.push(next);\nprintln!(\"{}\", all[0].seen.len());\n}\n",
    );
    scalar(&trace, "heap 3[1]", "3");
    let Value::Pointer(all) = &last(&trace, "main.all").value else {
        panic!("a list");
    };
    assert_eq!((all.len, all.cap), (Some(1), Some(1)));
    let unseen: Vec<&str> = unseen(&trace).into_iter().map(|(ty, _)| ty).collect();
    assert_eq!(unseen, ["Lines<'_>", "closure"]);
}

#[test]
fn what_hashes_is_the_same_in_every_run() {
    let program = "use std::collections::{HashMap, HashSet};\nfn main() {\nlet mut all: HashMap<String, Vec<String>> = HashMap::new();\nfor name in [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"] {\nall.entry(name.to_owned()).or_default().push(name.repeat(2));\n}\nlet set: HashSet<(u8, Box<u8>)> = [(1, Box::new(2)), (10, Box::new(3)), (9, Box::new(4))].into();\ndrop(set);\nlet two = &all[\"b\"];\nprintln!(\"{two:?}\");\n}\n";
    let traces: Vec<Trace> = (0..3).map(|_| is_all_seen(program)).collect();
    assert_eq!(traces[0], traces[1]);
    assert_eq!(traces[1], traces[2]);
    let step = traces[0].steps.iter().find(|step| step.line == 8);
    let set = step.and_then(|step| {
        nodes(step)
            .into_iter()
            .find(|node| node.ty == "[(u8, Box<u8>)]")
    });
    let Some(Value::List { items, .. }) = set.map(|set| &set.value) else {
        panic!("a set");
    };
    let firsts = items.iter().map(|item| match &item.value {
        Value::Parts { parts, .. } => format!("{:?}", parts[0].1.value),
        other => panic!("{other:?}"),
    });
    let firsts: Vec<String> = firsts.collect();
    let number = |n: u8| {
        format!(
            "{:?}",
            Value::<Node, Option<String>>::Scalar {
                text: n.to_string()
            }
        )
    };
    assert_eq!(firsts, [number(1), number(9), number(10)]);
}

#[test]
fn a_map_whose_keys_look_alike_is_drawn_without_its_entries() {
    let program = "use std::collections::HashMap;\nfn main() {\nlet long = \"a\".repeat(70);\nlet all = HashMap::from([(format!(\"{long}1\"), 0), (format!(\"{long}2\"), 0)]);\nprintln!(\"{}\", all.len());\n}\n";
    let (one, other) = (traced(program), traced(program));
    assert_eq!(one, other);
    let Value::Pointer(all) = &last(&one, "main.all").value else {
        panic!("a map");
    };
    assert_eq!((all.len, &all.to), (Some(2), &None));
}

#[test]
fn nothing_of_the_program_runs_to_be_looked_at() {
    let trace = traced(
        "use std::{cell::{Cell, LazyCell}, collections::{BTreeSet, HashSet}, fmt, hash::{Hash, Hasher}, ops::Deref, sync::{LazyLock, Mutex}};\nstatic TABLE: LazyLock<u8> = LazyLock::new(|| { println!(\"made table\"); 1 });\n#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)] struct Loud(u8);\nimpl fmt::Debug for Loud { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { println!(\"debug\"); write!(f, \"loud\") } }\nimpl Deref for Loud { type Target = u8; fn deref(&self) -> &u8 { println!(\"deref\"); &self.0 } }\nimpl Hash for Loud { fn hash<H: Hasher>(&self, h: &mut H) { println!(\"hash\"); self.0.hash(h) } }\nfn main() {\nlet one = Loud(1);\nlet lazy = LazyCell::new(|| { println!(\"made cell\"); 2 });\nlet set: HashSet<Loud> = [one.clone()].into();\nlet tree: BTreeSet<Loud> = [one.clone()].into();\nlet cell = Cell::new(Some(Box::new(3)));\nlet lock = Mutex::new(4);\nlet held = lock.lock().unwrap();\nprintln!(\"{} {}\", set.len() + tree.len(), *held);\ndrop(held);\nprintln!(\"{:?} {} {}\", cell.take(), lock.is_poisoned(), *TABLE + *lazy);\n}\n",
    );
    assert_eq!(
        trace.output,
        "hash\n2 4\nmade table\nmade cell\nSome(3) false 3\n"
    );
}

/// A program for each kind that is not looked into, with the type of the place `it`.
const KINDS: [(&str, &str); 9] = [
    ("let it = async { 1 };", "future"),
    ("let it = vec![[[[1_u8; 64]; 64]; 2]; 1];", "u8"),
    ("let n = 2; let it = (|a: u8| a + n,);", "closure"),
    (
        "fn long(_: &str, _: &str) {} let it: fn(&str, &str) = long;",
        "fn(&'_ str, &'_ str)",
    ),
    (
        "let it: Box<dyn std::fmt::Display> = Box::new(1);",
        "dyn Display",
    ),
    (
        "let it = [1].iter().map(|n: &u8| *n).peekable();",
        "Peekable<Map<Iter<'_, u8>, closure>>",
    ),
    (
        "let (it, _) = std::sync::mpsc::channel::<u8>();",
        "Sender<u8>",
    ),
    (
        "let it = std::mem::MaybeUninit::<u8>::uninit();",
        "MaybeUninit<u8>",
    ),
    (
        "union Both { a: u8, b: i8 } let it = Both { a: 1 };",
        "Both",
    ),
];

#[test]
fn each_kind_that_is_not_looked_into_says_why() {
    assert_eq!(KINDS.len(), UNSEEN.len());
    for ((program, ty), kind) in KINDS.into_iter().zip(UNSEEN) {
        let trace = traced(&format!("fn main() {{\n{program}\nprintln!(\"on\");\n}}\n"));
        let unseen = unseen(&trace);
        assert!(
            unseen.contains(&(ty, kind.why)),
            "{}: {unseen:?}",
            kind.what
        );
    }
}
