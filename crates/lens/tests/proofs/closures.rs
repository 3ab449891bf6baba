//! What closures and async blocks capture, and what is held across an `.await`.

use lens::{Timeline, Verdict, check};
use std::time::Duration;

fn timeline(source: &str) -> Timeline {
    crate::support::kept_timeline(source).expect("a timeline")
}

/// `main::{closure on line 3}: name by shared reference, 5`.
fn captures(source: &str) -> Vec<String> {
    let mut all = Vec::new();
    for function in timeline(source).functions {
        let name = function.name;
        let captures = function.captures.into_iter();
        all.extend(
            captures.map(|lens::Capture { path, how, line }| {
                format!("{name}: {path} by {how}, {line}")
            }),
        );
    }
    all
}

/// `run 6: label, guard`.
fn held(source: &str) -> Vec<String> {
    let mut all = Vec::new();
    for function in timeline(source).functions {
        let name = function.name;
        let awaits = function.awaits.into_iter();
        all.extend(
            awaits.map(|lens::Await { line, held }| format!("{name} {line}: {}", held.join(", "))),
        );
    }
    all
}

#[test]
fn a_closure_captures_what_its_body_uses_and_as_it_uses_it() {
    let program = "\
struct Ticket { name: String, seat: String, row: u8 }
fn main() {
    let mut ticket = Ticket { name: String::new(), seat: String::new(), row: 1 };
    let shown = || println!(\"{}\", ticket.name);
    shown();
    let mut next = |rows: u8| {
        ticket.row += rows;
        println!(\"{}\", ticket.seat);
    };
    next(1);
    let sold = || drop(ticket.name);
    sold();
    let (seat, row, unused) = (ticket.seat, ticket.row, 1);
    let owned = move || println!(\"{seat} {row}\");
    owned();
    println!(\"{unused}\");
    let none = |unused: u8| unused;
    none(2);
}
";
    let expected = [
        "main::{closure on line 4}: ticket.name by shared reference, 4",
        "main::{closure on line 6}: ticket.row by exclusive reference, 7",
        "main::{closure on line 6}: ticket.seat by shared reference, 8",
        "main::{closure on line 11}: ticket.name by move, 11",
        "main::{closure on line 14}: seat by move, 14",
        "main::{closure on line 14}: row by move, 14",
    ];
    let mut found = captures(program);
    let mut expected = expected.to_vec();
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn a_closure_captures_what_a_reference_leads_to() {
    let program = "\
fn add(list: &mut Vec<u8>, names: &[String]) {
    let mut push = |n| list.push(n);
    push(1);
    let count = || names.len();
    let length = count() as u8;
    push(length);
    let taken = move || list.len();
    taken();
}
fn main() {
    add(&mut Vec::new(), &[]);
}
";
    assert_eq!(
        captures(program),
        [
            "add::{closure on line 2}: *list by exclusive reference, 2",
            "add::{closure on line 4}: *names by shared reference, 4",
            "add::{closure on line 7}: list by move, 7",
        ]
    );
}

#[test]
fn a_closure_captures_for_the_closures_in_it() {
    let program = "\
fn main() {
    let mut total = 0;
    let bonus = 2;
    let mut outer = |n: u8| {
        let mut inner = || total += n + bonus;
        inner();
        let other = 1;
        let last = || other + n;
        last()
    };
    outer(1);
    println!(\"{total}\");
}
";
    assert_eq!(
        captures(program),
        [
            "main::{closure on line 4}: total by exclusive reference, 5",
            "main::{closure on line 4}: bonus by shared reference, 5",
            "main::{closure on line 4}::{closure on line 5}: total by exclusive reference, 5",
            "main::{closure on line 4}::{closure on line 5}: n by shared reference, 5",
            "main::{closure on line 4}::{closure on line 5}: bonus by shared reference, 5",
            "main::{closure on line 4}::{closure on line 8}: other by shared reference, 8",
            "main::{closure on line 4}::{closure on line 8}: n by shared reference, 8",
        ]
    );
}

#[test]
fn a_closure_captures_wherever_it_stands() {
    let program = "\
fn main() {
    let (limit, words) = (2, vec![\"a\", \"bcd\"]);
    if let Some(first) = words.first() && words.iter().all(|word| word.len() >= first.len()) {
        println!(\"shortest first\");
    }
    let long = words.iter().filter(|word| word.len() > limit).count();
    match long {
        0 => [1].iter().for_each(|n| println!(\"{n}{limit}\")),
        _ => {}
    }
    fn twice() -> u8 {
        let limit = 3;
        (|| limit * 2)()
    }
    twice();
}
";
    assert_eq!(
        captures(program),
        [
            "main::{closure on line 3}: **first by shared reference, 3",
            "main::{closure on line 6}: limit by shared reference, 6",
            "main::{closure on line 8}: limit by shared reference, 8",
            "main::twice::{closure on line 13}: limit by shared reference, 13",
        ]
    );
}

#[test]
fn an_async_block_captures_as_a_closure_does() {
    let program = "\
async fn run(name: String, mut count: u8) -> u8 {
    let block = async {
        count += 1;
        println!(\"{name}\");
    };
    block.await;
    let owned = async move { name.len() as u8 + count };
    owned.await
}
fn main() {
    drop(run(String::new(), 1));
}
";
    assert_eq!(
        captures(program),
        [
            "run::{async block on line 2}: count by exclusive reference, 3",
            "run::{async block on line 2}: name by shared reference, 4",
            "run::{async block on line 7}: name by move, 7",
            "run::{async block on line 7}: count by move, 7",
        ]
    );
}

#[test]
fn an_await_holds_what_is_used_later_lent_or_dropped() {
    let program = "\
use std::sync::Mutex;
async fn save(text: &str) -> usize { text.len() }
async fn send(text: String) -> usize { text.len() }
async fn run(counts: &Mutex<Vec<u8>>, label: String, n: u8, _unused: u8, mut last: u8) {
    let mut guard = counts.lock().unwrap();
    save(\"a\").await;
    guard.push(n);
    drop(guard);
    last = save(&label).await as u8;
    println!(\"{last}\");
    let sent = send(label);
    save(\"b\").await;
    sent.await;
    let block = async {
        save(\"c\").await;
        println!(\"{last}\");
    };
    block.await;
}
fn main() {
    drop(run(&Mutex::new(Vec::new()), String::new(), 1, 2, 3));
}
";
    assert_eq!(
        held(program),
        [
            "run 6: label, n, guard",
            "run 9: label",
            "run 12: last, sent",
            "run 13: last",
            "run 18: last",
            "run::{async block on line 14} 15: last",
        ]
    );
}

#[test]
fn an_await_holds_what_the_next_turn_of_a_loop_uses() {
    let program = "\
async fn tick() {}
async fn run(limit: u8, label: &str) {
    let mut turn = 0;
    while turn < limit {
        let shown = turn;
        println!(\"{label}{shown}\");
        tick().await;
        turn += 1;
    }
    tick().await;
}
fn main() {
    drop(run(1, \"a\"));
}
";
    assert_eq!(held(program), ["run 7: limit, label, turn", "run 10: "]);
}

/// What is held decides whether the future may be sent to another thread, and that rustc says.
#[test]
fn what_is_held_keeps_a_future_from_being_sent() {
    let bodies = [
        ("let p = Rc::new(1); tick().await;", true),
        ("let p = Rc::new(1); drop(p); tick().await;", false),
        ("let p = Rc::new(1); take(p).await;", true),
        ("{ let p = Rc::new(1); show(&p); } tick().await;", false),
        ("let p = &raw const N; tick().await; show(&p);", true),
        (
            "let p = &raw const N; let n = p.is_null(); tick().await; show(&n);",
            false,
        ),
        ("tick().await; let p = Rc::new(1); show(&p);", false),
        ("let p; tick().await; p = Rc::new(1); show(&p);", false),
        (
            "let p = Rc::new(1); let n = *p; tick().await; show(&n);",
            true,
        ),
        (
            "let mut n = 0; while n < 2 { let p = Rc::new(n); n += 1; drop(p); tick().await; }",
            false,
        ),
        (
            "let mut n = 0; while n < 2 { let p = Rc::new(n); n += 1; tick().await; drop(p); }",
            true,
        ),
        (
            "let mut p = Rc::new(1); drop(p); tick().await; p = Rc::new(2); show(&p);",
            false,
        ),
    ];
    for (body, expected) in bodies {
        let program = format!(
            "\
use std::rc::Rc;
static N: u8 = 1;
async fn tick() {{}}
async fn take<T>(t: T) {{ drop(t); }}
fn show<T>(_: &T) {{}}
async fn run() {{
    {body}
}}
fn main() {{ SEND(run()); }}
fn may_go<T>(_: T) {{}}
fn must_go<T: Send>(_: T) {{}}
"
        );
        let says = held(&program.replace("SEND", "may_go"));
        let says = says.iter().filter(|line| line.starts_with("run"));
        let says = says.filter(|line| line.split([' ', ',']).any(|name| name == "p"));
        let limit = Duration::from_secs(60);
        let sent = check(&program.replace("SEND", "must_go"), limit).expect("an answer");
        let refused = matches!(&sent, Verdict::Rejected(why) if why.contains("cannot be sent"));
        // What is moved into the awaited future is held by that.
        let given = body.contains("take(p)");
        assert_eq!(refused, expected, "{body}: rustc: {sent:?}");
        assert_eq!(says.count() > 0, expected && !given, "{body}");
    }
}

/// `name: R--`, once for each point.
fn letters(source: &str, function: &str) -> Vec<String> {
    let functions = timeline(source).functions;
    let function = functions.iter().find(|found| found.name == function);
    let function = function.expect("a function of that name");
    let letters = function.points.iter().flat_map(|point| {
        let cells = function.places.iter().zip(&point.cells);
        cells.filter_map(|(place, cell)| {
            let cell = cell.as_ref()?;
            let may = [
                (cell.read, 'R'),
                (cell.write, 'W'),
                (cell.own, if cell.copy { 'C' } else { 'O' }),
            ];
            let letters = may.map(|(may, letter)| if may { letter } else { '-' });
            Some(format!(
                "{}: {}",
                place.expression,
                String::from_iter(letters)
            ))
        })
    });
    letters.collect()
}

#[test]
fn what_a_closure_owns_it_may_give_away_only_if_it_runs_once() {
    let closures = [
        ("let f = move || text.len(); f();", "R--"),
        ("let mut f = move || text.push('a'); f();", "RW-"),
        ("let f = move || text; f();", "RWO"),
        ("once(move || text.len());", "RWO"),
        ("again(move || text.len());", "RW-"),
        ("always(move || text.len());", "R--"),
        ("sometimes(Some(move || text.len()));", "R--"),
        (
            "let f: Box<dyn Fn() -> usize> = Box::new(move || text.len()); f();",
            "R--",
        ),
        (
            "let f: Box<dyn FnOnce() -> usize> = Box::new(move || text.len()); f();",
            "RWO",
        ),
    ];
    for (closure, expected) in closures {
        let program = format!(
            "\
fn main() {{
    let mut text = String::new();
    {closure}
}}
fn once<R>(f: impl FnOnce() -> R) {{ f(); }}
fn again<R>(mut f: impl FnMut() -> R) {{ f(); }}
fn always<R>(f: impl Fn() -> R) {{ f(); }}
fn sometimes<R>(f: Option<impl Fn() -> R>) {{ f.map(|f| f()); }}
"
        );
        let found = letters(&program, "main::{closure on line 3}");
        assert_eq!(found, [format!("text: {expected}")], "{closure}");
    }
}

/// A question must not change what a future holds: rustc would refuse to send it.
#[test]
fn a_future_that_is_sent_is_looked_into() {
    let program = "\
use std::rc::Rc;
use std::sync::Arc;
async fn tick() {}
fn spawn<T: Send + 'static>(_: T) {}
async fn run(n: u8) {
    let count = Rc::new(n);
    drop(count);
    tick().await;
}
fn main() {
    let label = Arc::new(1);
    let block = async move {
        let count = Rc::new(1);
        drop(count);
        tick().await;
        println!(\"{label}\");
        for turn in 0..2 {
            let shown = Rc::new(turn);
            drop(shown);
            tick().await;
        }
    };
    spawn(block);
    spawn(run(1));
}
";
    let block = "main::{async block on line 12}";
    let expected = [
        "run 8: ",
        &format!("{block} 15: label"),
        &format!("{block} 20: label"),
    ];
    assert_eq!(held(program), expected);
    let letters = letters(program, block);
    for expected in ["label: R-O", "count: R-O", "shown: R-O", "turn: R-C"] {
        assert!(
            letters.iter().any(|found| found == expected),
            "{expected}: {letters:?}"
        );
    }
    let skipped = timeline(program).not_looked_into;
    assert!(skipped.is_empty(), "{skipped:?}");
}

/// To ask whether a place has moved is to move it, and no more than was captured.
#[test]
fn a_closure_that_runs_once_has_what_it_has_captured_until_it_moves() {
    let program = "\
struct Ticket { name: String, seat: String }
fn main() {
    let ticket = Ticket { name: String::new(), seat: String::new() };
    let sold = || {
        println!(\"{}\", ticket.name);
        drop(ticket.name);
        println!(\"sold\");
    };
    println!(\"{}\", ticket.seat);
    sold();
    drop(ticket.seat);
}
";
    let closure = "main::{closure on line 4}";
    let expected = ["R-O", "R-O", "---", "---"].map(|letters| format!("ticket.name: {letters}"));
    assert_eq!(letters(program, closure), expected);
    let twice = program.replace("\"sold\"", "\"{}\", ticket.name");
    assert_eq!(letters(&twice, closure), expected);
}
