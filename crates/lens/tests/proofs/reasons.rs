//! Small programs, and why their places lack what they lack.
//!
//! A comment such as `//~ r: moved to t, line 4` states the reason before the statement on its
//! line, one of those there are. `perhaps` stands before the kind of
//! what happens on some ways alone, `used 7` at the end names the line of the later use, and what follows
//! it is why the loan lasts so long: `returned 4 &mut self`.

use lens::{Cell, Options, Reason, timeline};
use serde_json::Value;

/// `perhaps moved to t, line 4, used 7`.
fn words(reason: &Reason) -> String {
    let reason = serde_json::to_value(reason).expect("JSON");
    let mut words = String::new();
    if reason["perhaps"] == true {
        words += "perhaps ";
    }
    words += reason["kind"].as_str().expect("a kind");
    if let Value::String(place) = &reason["place"] {
        words += &format!(" to {place}");
    }
    if let Value::Number(line) = &reason["line"] {
        words += &format!(", line {line}");
    }
    for line in reason["or_on"].as_array().into_iter().flatten() {
        words += &format!(" or {line}");
    }
    if let Value::Number(line) = &reason["later_use"] {
        words += &format!(", used {line}");
    }
    let because = &reason["because"];
    if let (Value::String(cause), Value::Number(line)) = (&because["cause"], &because["line"]) {
        words += &format!(", {cause} {line}");
    }
    if let Value::String(name) = &because["name"] {
        words += &format!(" {name}");
    }
    words
}

/// The reasons for what a cell lacks.
fn reasons(cell: &Cell) -> Vec<String> {
    let why = [&cell.why.read, &cell.why.write, &cell.why.own];
    let mut reasons: Vec<String> = why.into_iter().flatten().map(words).collect();
    if reasons.is_empty() {
        reasons.push("nothing is missing".into());
    }
    reasons
}

/// Compares the reasons of a program with its comments.
#[track_caller]
fn gives(source: &str) {
    let timeline = crate::support::kept_timeline(source).expect("a timeline");
    let mut wrong = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let Some((_, comment)) = line.split_once("//~ ") else {
            continue;
        };
        for expected in comment.split("; ") {
            let (place, expected) = expected.split_once(": ").expect("PLACE: REASON");
            let mut found = Vec::new();
            for function in &timeline.functions {
                for point in function
                    .points
                    .iter()
                    .filter(|point| point.line == index + 1)
                {
                    let cells = function.places.iter().zip(&point.cells);
                    let cells = cells.filter(|(column, _)| column.expression == place);
                    found.extend(
                        cells
                            .filter_map(|(_, cell)| cell.as_ref())
                            .flat_map(reasons),
                    );
                }
            }
            if !found.iter().any(|found| found == expected) {
                wrong.push(format!(
                    "line {}: {place}: {found:?}, expected {expected}",
                    index + 1
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The words of the first reason of a place on a line.
#[track_caller]
fn label(source: &str, line: usize, place: &str) -> String {
    let timeline = crate::support::kept_timeline(source).expect("a timeline");
    for function in &timeline.functions {
        for point in function.points.iter().filter(|point| point.line == line) {
            for (column, cell) in function.places.iter().zip(&point.cells) {
                let Some(cell) = cell else { continue };
                let why = &cell.why;
                let reason = why
                    .read
                    .as_ref()
                    .or(why.write.as_ref())
                    .or(why.own.as_ref());
                if column.expression == place {
                    return reason.map_or("nothing is missing".into(), |why| why.label.clone());
                }
            }
        }
    }
    panic!("no {place} on line {line}");
}

#[test]
fn a_value_goes_to_the_variable_that_holds_it() {
    gives(
        "\
struct Pair { left: String, right: String }
fn count(list: Vec<u8>) -> usize { list.len() }
fn main() {
    let (a, b, c, d) = (String::new(), String::new(), String::new(), String::new());
    let list = vec![1];
    let whole = a; //~ a: not declared mut
    let pair = Pair { left: b, right: c }; //~ a: moved to whole, line 6
    let some = Some((d, 1)); //~ b: moved to pair, line 7; c: moved to pair, line 7
    let n = count(list); //~ d: moved to some, line 8
    println!(\"{n}\"); //~ list: moved, line 9
    drop((whole, pair.left, pair.right, some));
    let (e, f) = (String::new(), String::new());
    let shelf = vec![e];
    let kept = Box::new(f); //~ e: moved to shelf, line 13
    println!(\"{shelf:?}{kept}\"); //~ f: moved to kept, line 14
}
",
    );
}

#[test]
fn a_name_that_speaks_of_moves_is_none() {
    gives(
        "\
fn main() {
    let moved = vec![1];
    let removed = moved;
    println!(\"{removed:?}{moved:?}\"); //~ moved: moved to removed, line 3
    drop(removed); //~ moved: moved to removed, line 3; removed: not declared mut
    println!(\"{removed:?}\"); //~ removed: moved, line 5
}
",
    );
}

#[test]
fn what_has_moved_twice_over_names_its_own_move() {
    gives(
        "\
fn main() {
    let a = String::new();
    let n = a.len();
    if n > 1 { //~ a: not declared mut
        drop(a);
        println!(\"{a}\"); //~ a: moved, line 5
    } //~ a: moved, line 5
    println!(\"{a}\"); //~ a: perhaps moved, line 5
    println!(\"{a}\"); //~ a: perhaps moved, line 5
    let b: u8;
    println!(\"{b}\"); //~ b: not initialized, line 10
    if n > 2 { //~ b: not initialized, line 10
        b = 1; //~ b: not initialized, line 10
    } //~ b: not declared mut
    println!(\"{b}\"); //~ b: perhaps not initialized, line 10
    println!(\"{b}\"); //~ b: perhaps not initialized, line 10
} //~ b: perhaps not initialized, line 10
",
    );
}

#[test]
fn a_closure_holds_what_it_captures_and_a_thread_does_not_hold_the_closure() {
    gives(
        "\
fn main() {
    let (a, b, mut n) = (String::new(), String::new(), 0);
    let thread = std::thread::spawn(move || println!(\"{a}\"));
    let once = move || b; //~ a: moved, line 3
    let back = once(); //~ b: moved to once, line 4
    let mut more = || n += 1; //~ once: moved, line 5
    more(); //~ n: lent exclusively to more, line 6, used 7
    println!(\"{back}{n}\");
    thread.join().unwrap();
}
",
    );
}

#[test]
fn a_loan_goes_to_the_variable_that_holds_it() {
    gives(
        "\
fn main() {
    let mut list = vec![String::new()];
    let found = match list.first_mut() {
        Some(first) => {
            first.push('a'); //~ list: lent exclusively, line 3, used 5
            first.len()
        }
        None => 0,
    };
    let first = list.first_mut().unwrap(); //~ list: nothing is missing
    first.push('b'); //~ list: lent exclusively to first, line 10, used 11
    let both = (&list, found);
    println!(\"{}\", both.0.len()); //~ list: lent shared to both, line 12, used 13
    let last = &list[list.len() - 1];
    println!( //~ list: lent shared to last, line 14, used 16
        \"{last}\"
    );
    println!(\"end\");
    let view = list.as_slice();
    let part = &view[1..];
    println!(\"{view:?}\"); //~ list: lent shared to view, line 19, used 21
    println!(\"{part:?}\"); //~ list: lent shared to view, line 19, used 22
}
",
    );
}

#[test]
fn what_has_moved_has_not_ended() {
    gives(
        "\
use std::cell::RefCell;
fn main() {
    let cell = RefCell::new(1);
    let guard = cell.borrow_mut();
    drop(guard); //~ cell: lent shared to guard, line 4, used 5
    println!(\"dropped\"); //~ guard: moved, line 5
    let other = cell; //~ guard: moved, line 5
    println!(\"{other:?}\"); //~ guard: moved, line 5
    let mut queue = vec![1];
    let drain = queue.drain(..);
    drop(drain);
    queue.push(2); //~ drain: moved, line 11
    queue.push(3); //~ drain: moved, line 11
}
",
    );
}

#[test]
fn a_reference_ends_where_its_referent_is_dropped() {
    let program = "\
fn main() {
    let outer = String::from(\"long\");
    let kept;
    {
        let inner = String::from(\"b\");
        kept = if outer.len() > 3 { &outer } else { &inner };
        println!(\"{kept}\"); //~ outer: perhaps lent shared, line 6, used 7
    }
    println!(\"{outer}\"); //~ kept: ended to inner, line 8
}
";
    gives(program);
    assert_eq!(
        label(program, 9, "kept"),
        "`inner` dropped here while still borrowed"
    );
}

#[test]
fn a_reference_ends_by_the_first_action_and_by_another_once_it_has_been_set_anew() {
    gives(
        "\
fn main() {
    let mut title = String::from(\"River\");
    let mut reader = &title;
    println!(\"{reader}\");
    title.push('s');
    let shelf = vec![title]; //~ reader: ended to title, line 5; *reader: ended to title, line 5
    println!(\"{shelf:?}\"); //~ reader: ended to title, line 5; *reader: ended to title, line 5
    println!(\"shown\"); //~ reader: ended to title, line 5; *reader: ended to title, line 5
    reader = &shelf[0]; //~ reader: ended to title, line 5; *reader: ended to title, line 5
    println!(\"{reader}\");
    drop(shelf);
    println!(\"dropped\"); //~ reader: ended to shelf, line 11; *reader: ended to shelf, line 11
}
",
    );
}

#[test]
fn a_reference_ends_on_each_path_by_the_action_there() {
    gives(
        "\
fn main() {
    let mut list = vec![1];
    let first = &list[0];
    if *first > 1 {
        list.push(2);
        println!(\"greater\"); //~ first: ended to list, line 5
    } else {
        list.push(3);
        println!(\"not greater\"); //~ first: ended to list, line 8
    }
    list.push(4); //~ first: perhaps ended to list, line 5
    println!(\"end\"); //~ first: perhaps ended to list, line 5
}
",
    );
}

#[test]
fn what_has_no_value_is_dated_to_its_declaration() {
    gives(
        "\
fn price(seats: u32) -> u32 {
    let each;
    if seats >= 10 { //~ each: not initialized, line 2
        each = 8; //~ each: not initialized, line 2
        println!(\"group\"); //~ each: not declared mut
    } else {
        each = 11; //~ each: not initialized, line 2
    }
    let late;
    if seats > 3 {
        late = 1; //~ late: not initialized, line 9
    }
    println!(\"open\"); //~ late: perhaps not initialized, line 9
    let found;
    loop { //~ found: not initialized, line 14
        found = 1; //~ found: not initialized, line 14
        break;
    }
    let mut latest;
    loop { //~ latest: not initialized, line 19
        println!(\"{found}\"); //~ latest: perhaps not initialized, line 19
        latest = 1;
        if latest > seats { break; }
    }
    let (early, only);
    match seats {
        0 => (early, only) = (1, 2),
        1 => early = 3, //~ early: not initialized, line 25
        _ => {}
    }
    println!(\"end\"); //~ early: perhaps not initialized, line 25; only: perhaps not initialized, line 25
    seats * each
}
fn main() {
    price(3);
}
",
    );
}

#[test]
fn a_loop_needs_its_place_again() {
    let program = "\
fn main() {
    let name = String::from(\"Ada\");
    for _ in 0..2 {
        println!(\"{name}\");
    }
    let mut list = vec![name];
    loop {
        println!(\"{}\", list.len()); //~ list: needed in the next iteration
        list.push(String::new()); //~ list: needed in the next iteration
        if list.len() > 3 {
            break; //~ list: nothing is missing
        }
    } //~ list: needed in the next iteration
}
";
    gives(program);
    assert_eq!(
        label(program, 8, "list"),
        "a move here would leave nothing for it"
    );
}

#[test]
fn a_move_on_some_ways_is_no_fact() {
    gives(
        "\
fn main() {
    let full = std::env::args().count() > 1;
    let (a, b, c, d) = (String::new(), String::new(), Some(String::new()), String::new());
    if full {
        drop(a);
        println!(\"moved\"); //~ a: moved, line 5
    }
    let kept = if full { b } else { let other = b; other }; //~ a: perhaps moved, line 5
    match c { //~ b: perhaps moved, line 8
        Some(text) => println!(\"{text}\"), //~ c: partly moved, line 10
        None => println!(\"none\"),
    }
    if full && take(d) { //~ c: perhaps partly moved, line 10
        println!(\"{kept}\"); //~ d: moved, line 13
    }
    println!(\"end\"); //~ d: perhaps moved, line 13
    let e = Some(String::new());
    let f = String::new();
    let Some(text) = e else { return };
    match f { //~ e: partly moved, line 19
        f2 => drop((f2, text)),
    }
    println!(\"end\"); //~ f: moved, line 21
    let g = String::new();
    let h = match kept.len() {
        0 => g,
        1 => String::new(),
        _ => {
            let other = g;
            other
        }
    };
    println!(\"{h}\"); //~ g: perhaps moved, line 26 or 29
}
fn take(text: String) -> bool { text.is_empty() }
",
    );
}

#[test]
fn a_place_is_explained_with_words_about_itself() {
    let program = "\
struct Ticket { name: String, seat: String }
fn main() {
    let ticket = Ticket { name: String::new(), seat: String::new() };
    let greet = move || println!(\"{}\", ticket.name);
    let seat = ticket.seat; //~ ticket: partly moved to greet, line 4
    greet(); //~ ticket: partly moved; ticket.name: moved to greet, line 4; ticket.seat: moved to seat, line 5
    println!(\"{seat}\");
}
";
    gives(program);
    assert_eq!(label(program, 4, "ticket.seat"), "cannot borrow as mutable");
    assert_eq!(
        label(program, 7, "ticket"),
        "ticket.name on line 4, ticket.seat on line 5"
    );
}

#[test]
fn a_move_inside_a_macro_is_dated_to_the_call() {
    gives(
        "\
macro_rules! give {
    ($text:ident) => {
        drop($text)
    };
}
fn main() {
    let text = String::new();
    give!(text);
    println!(\"given\"); //~ text: moved, line 8
}
",
    );
}

#[test]
fn a_move_has_one_line() {
    gives(
        "\
fn main() {
    let mut text = String::from(\"a\");
    let first = &mut text;
    let second = first;
    second.push('b'); //~ first: moved to second, line 4
    second.push('c'); //~ first: moved to second, line 4
    println!(\"{text}\"); //~ first: moved to second, line 4
}
",
    );
}

#[test]
fn a_union_field_is_asked_about_though_reading_it_needs_unsafe() {
    let program = "\
union Bits { number: u32, float: f32 }
fn main() {
    let mut bits = Bits { number: 1 };
    bits.float = 1.5;
    let taken = bits;
    println!(\"{}\", unsafe { taken.number });
}
";
    let options = Options {
        places: vec!["bits.number".into()],
        ..Options::default()
    };
    let timeline = timeline(program, &options).expect("a timeline");
    let main = &timeline.functions[0];
    let mut columns = main.places.iter();
    let column = columns.position(|place| place.expression == "bits.number");
    let cells = main.points.iter().map(|point| {
        let cell = point.cells[column.expect("a column")].as_ref()?;
        Some((cell.read, cell.write, cell.own, cell.copy))
    });
    let (free, gone) = (
        Some((true, true, true, true)),
        Some((false, false, false, true)),
    );
    assert_eq!(cells.collect::<Vec<_>>(), [None, free, free, gone, gone]);
}

#[test]
fn a_tuple_that_holds_a_function_has_its_parts() {
    let program = "fn double(n: u8) -> u8 {
    2 * n
}
fn main() {
    let t: (fn(u8) -> u8, String) = (double, String::new());
    drop(t.1);
    println!(\"{}\", (t.0)(1));
}
";
    let timeline = timeline(program, &Options::default()).expect("a timeline");
    let main = &timeline.functions[1];
    let places: Vec<&str> = main
        .places
        .iter()
        .map(|place| place.expression.as_str())
        .collect();
    assert_eq!(places, ["t", "t.0", "t.1"]);
}

#[test]
fn a_loan_that_is_returned_lasts_for_the_caller() {
    gives(
        "\
struct Item { value: i32 }
struct Stock { list: Vec<Item> }
impl Stock {
    fn get_or_push(&mut self, ni: Item) -> &mut Item {
        for i in self.list.iter_mut() {
            if i.value == ni.value {
                return i;
            }
        }
        self.list.push(ni); //~ *self: lent exclusively, line 5, returned 7 &mut self
        self.list.last_mut().unwrap()
    }
}
fn longest<'a>(names: &'a mut Vec<String>) -> &'a str {
    let longest = names.iter().max().unwrap();
    println!(\"found\"); //~ *names: lent shared to longest, line 15, returned 17 'a
    longest
}
fn shortest(names: &mut Vec<String>, _: u8) -> Box<dyn Iterator<Item = &String> + '_> {
    let found = names.iter();
    println!(\"found\"); //~ *names: lent shared, line 20, returned 22 &mut Vec<String>
    Box::new(found)
}
fn every(names: &mut [Box<dyn Fn() -> u8>]) -> impl Iterator<Item = &Box<dyn Fn() -> u8>> {
    let found = names.iter();
    println!(\"found\"); //~ *names: lent shared to found, line 25, returned 27 &mut [Box<dyn Fn() -> u8>]
    found
}
fn main() {
    Stock { list: Vec::new() }.get_or_push(Item { value: 1 });
    longest(&mut vec![String::new()]);
    shortest(&mut Vec::new(), 1);
    every(&mut []);
}
",
    );
}

#[test]
fn a_loan_lasts_as_long_as_is_asked_of_it() {
    gives(
        "\
use std::thread;
fn keep(_: &'static str) {}
fn add<'a>(list: &mut Vec<&'a str>, last: &mut &'a str, mut names: [&'a mut String; 2]) {
    list.push(&*names[0]);
    println!(\"{}\", list.len()); //~ names: lent shared, line 4, required 4 'a
    *last = &*names[1];
    println!(\"{}\", list.len()); //~ last: not declared mut
}
fn main() {
    let mut counts = vec![1];
    let worker = thread::spawn(|| counts.push(2));
    println!(\"waiting\"); //~ counts: lent exclusively, line 11, required 11 'static
    worker.join().unwrap();
    let mut text = String::new();
    keep(&text);
    println!(\"kept\"); //~ text: lent shared, line 15, required 15 'static
    let mut title = String::new();
    let forever: &'static str = &title;
    println!(\"{forever}\"); //~ title: lent shared to forever, line 18, required 18 'static
}
",
    );
}

#[test]
fn a_loan_lasts_as_long_as_a_temporary_with_access_to_it() {
    gives(
        "\
use std::cell::RefCell;
use std::sync::RwLock;
struct Tail<'a>(&'a mut Vec<u8>);
impl Drop for Tail<'_> {
    fn drop(&mut self) {}
}
impl Tail<'_> {
    fn len(&self) -> usize { self.0.len() }
}
fn main() {
    let mut table = RwLock::new(vec![1]);
    match table.read().unwrap().first().copied() {
        Some(n) => {
            println!(\"{n}\"); //~ table: lent shared, line 12, used 17, temporary 17 table.read().unwrap()
        }
        None => println!(\"none\"),
    }
    let mut names = RefCell::new(vec![1]);
    if let Some(name) = names.borrow().first() {
        println!(\"{name}\"); //~ names: lent shared, line 19, used 21, temporary 21 names.borrow()
    }
    while let Some(name) = names.borrow_mut().pop() {
        println!(\"{name}\"); //~ names: lent shared, line 22, used 24, temporary 24 names.borrow_mut()
    }
    let mut list = vec![1];
    match Tail(&mut list).len() {
        0 => println!(\"none\"),
        _ => println!(\"some\"), //~ list: lent exclusively, line 26, used 29, temporary 29 Tail(&mut list)
    }
    println!(\"{table:?}{names:?}\"); //~ table: nothing is missing
    let view = &*names.borrow();
    println!(\"{view:?}\"); //~ names: lent shared, line 31, used 33, temporary 33 names.borrow()
}
",
    );
}

#[test]
fn a_loan_lasts_as_long_as_what_may_use_it_in_its_destructor() {
    gives(
        "\
use std::cell::RefCell;
struct Entry<'a>(&'a mut String);
impl Drop for Entry<'_> {
    fn drop(&mut self) {}
}
fn main() {
    let mut text = String::new();
    {
        let entry = Entry(&mut text);
        println!(\"{}\", entry.0); //~ text: lent exclusively to entry, line 9, used 10
        println!(\"shown\"); //~ text: lent exclusively to entry, line 9, used 12, destructor 12 entry
    }
    let all = vec![Entry(&mut text)];
    println!(\"{}\", all.len());
    println!(\"counted\"); //~ text: lent exclusively to all, line 13, used 22, destructor 22 all
    let mut names = RefCell::new(1);
    let guard = names.borrow_mut();
    println!(\"locked\"); //~ names: lent shared to guard, line 17, used 22, destructor 22 guard
    let mut title = String::new();
    let shown: Box<dyn Fn() + '_> = Box::new(|| println!(\"{title}\"));
    println!(\"boxed\"); //~ title: lent shared to shown, line 20, used 22, destructor 22 shown
}
",
    );
}

#[test]
fn a_loan_lasts_until_a_closure_captures_it() {
    gives(
        "\
fn main() {
    let mut list = vec![1];
    let first = &mut list;
    println!(\"lent\"); //~ list: lent exclusively to first, line 3, used 5, captured by a closure 5
    let mut more = || first.push(2);
    more(); //~ list: lent exclusively to first, line 3, used 6
    let view = &list;
    println!(\"seen\"); //~ list: lent shared to view, line 7, used 9, captured by a closure 9
    let count = move || view.len();
    println!(\"{}\", count());
    let last = &mut list;
    println!(\"again\"); //~ list: lent exclusively to last, line 11, used 13, captured by a closure 13
    let later = async { last.push(3) };
    drop(later);
}
",
    );
}

#[test]
fn a_loan_lasts_for_the_next_turn_of_a_loop() {
    gives(
        "\
fn main() {
    let mut list = vec![1, 2];
    for n in list.iter() {
        println!(\"{n}\");
        println!(\"shown\"); //~ list: lent shared, line 3, used 3, next turn of the loop 3
    }
    let mut rest = list.iter();
    while let Some(n) = rest.next() {
        println!(\"{n}\"); //~ list: lent shared to rest, line 7, used 8, next turn of the loop 8
    }
    let mut more = list.iter_mut();
    loop { //~ list: lent exclusively to more, line 11, used 13
        let Some(n) = more.next() else { break };
        *n += 1; //~ list: lent exclusively to more, line 11, used 13, next turn of the loop 13
        if *n > 1 {
            println!(\"enough\"); //~ list: nothing is missing
            break; //~ list: nothing is missing
        }
    }
    let writer = &mut list;
    for n in 0..2 {
        let mut push = || writer.push(n); //~ list: lent exclusively to writer, line 20, used 22, captured by a closure 22
        push();
        println!(\"pushed\"); //~ list: lent exclusively to writer, line 20, used 22, next turn of the loop 22
    }
}
",
    );
}
