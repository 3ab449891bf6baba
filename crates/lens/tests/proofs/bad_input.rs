//! What cannot have a timeline says why, in one clear error, and leaves nothing behind.

use lens::{LensError, Options, timeline};
use std::time::{Duration, Instant};

fn complaint(source: &str) -> String {
    match timeline(source, &Options::default()) {
        Ok(timeline) => panic!("there is a timeline: {timeline:?}"),
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn says(source: &str, expected: &str) {
    let complaint = complaint(source);
    assert!(complaint.contains(expected), "{complaint}");
}

#[test]
fn what_is_not_rust_is_named_by_its_line() {
    says(
        "fn main() {\n    let = ;\n}\n",
        "line 2: not a Rust program:\n\nerror: expected pattern, found `=`\n --> main.rs:2:9\n",
    );
    says(
        "Dear reader,\nthis is a letter.\n",
        "line 1: not a Rust program:\n\nerror: expected one of `!` or `::`, found `reader`",
    );
    says(
        "fn main() {\n    let a = \"x;\n}\n",
        "line 2: not a Rust program:\n\nerror[E0765]: unterminated double quote string",
    );
    says(
        "fn main() {\n    let a = 1;\n",
        "this file contains an unclosed delimiter",
    );
}

#[test]
fn rustc_is_not_asked_about_a_text_that_may_read_files() {
    let told = "line 2: not a Rust program:\n\ncannot parse string into token stream";
    says("fn main() {\n    include!(\"x);\n}\n", told);
    says("#[path = \"x\"]\nmod a; const A: &str = \"\n", told);
}

#[test]
fn a_program_without_main_is_told_to_add_one() {
    let told = "`main` function not found in crate `listing`";
    says("fn count() {}\n", told);
    says("", told);
    let program = "fn count() {\n    let one = 1;\n}\n";
    says(program, told);
    let options = Options {
        tests: true,
        ..Options::default()
    };
    timeline(program, &options).expect("tests need no `main`");
}

#[test]
fn what_rustc_refuses_for_another_reason_has_no_table() {
    says(
        "async fn main() {\n    let a = 1;\n}\n",
        "`main` function is not allowed to be `async`",
    );
    says(
        "fn main() {\n    let list = [1, 2];\n    let third = list[2];\n}\n",
        "this operation will panic at runtime",
    );
    says(
        "#![deny(unused_variables)]\nfn main() {\n    let a = 1;\n}\n",
        "unused variable: `a`\n --> main.rs:3:9",
    );
}

#[test]
fn a_refused_borrow_has_a_table_whatever_else_is_refused() {
    let program = "#![deny(unused_variables)]
fn main() {
    let a = String::new();
    let b = a;
    println!(\"{a}\");
}
";
    let timeline = timeline(program, &Options::default()).expect("a timeline");
    let refused: Vec<usize> = timeline
        .refusals
        .iter()
        .map(|refusal| refusal.line)
        .collect();
    assert_eq!(refused, [5]);
}

#[test]
fn a_main_that_a_macro_writes_is_told_apart_from_none() {
    says(
        "macro_rules! start { () => { fn main() {} } }\nstart!();\n",
        "no function of the program is written out; write one without a macro",
    );
}

#[test]
fn a_very_long_program_is_refused() {
    let program = format!(
        "fn main() {{\n{}}}\n",
        "    let _ticket = 1;\n".repeat(2_000)
    );
    says(
        &program,
        "has 2002 lines and the lens looks at 1000 at most",
    );
}

#[test]
fn a_program_that_reads_other_files_is_refused() {
    says(
        "include!(\"tickets.rs\");\nfn main() {}\n",
        "line 1: `include!` reads what is not in this file",
    );
    says(
        "fn main() {\n    let text = include_str!(\"a.txt\");\n}\n",
        "line 2: `include_str!`",
    );
}

#[test]
fn a_nightly_feature_is_refused() {
    says(
        "#![feature(never_type)]\nfn main() {}\n",
        "line 1: `#![feature]` needs a nightly compiler",
    );
}

#[test]
fn what_rustc_cannot_resolve_is_said_in_its_own_words() {
    says("use serde::Serialize;\nfn main() {}\n", "--> main.rs:1:5");
    says(
        "#[derive(Serialize)]\nstruct Ticket;\nfn main() {}\n",
        "cannot find derive macro `Serialize`",
    );
    says(
        "extern crate rand;\nfn main() {}\n",
        "can't find crate for `rand`",
    );
    says(
        "fn main() {\n    let seats: u8 = \"two\";\n}\n",
        "mismatched types",
    );
}

#[test]
fn an_endless_macro_recursion_ends() {
    let started = Instant::now();
    says(
        "macro_rules! again { () => { again!() } }\nfn main() {\n    again!();\n}\n",
        "recursion limit",
    );
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn an_unknown_function_is_answered_with_those_there_are() {
    let options = Options {
        function: Some("mian".into()),
        ..Options::default()
    };
    let error =
        timeline("fn main() {\n    let a = 1;\n}\n", &options).expect_err("no such function");
    assert!(matches!(error, LensError::NotHandled { .. }));
    assert_eq!(
        error.to_string(),
        "line 1: there is no function `mian` to look into; there are: main"
    );
}

#[test]
fn nothing_is_left_in_the_temporary_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    // The lens asks the environment where to put its files, and so does this test's child.
    let child = std::process::Command::new(std::env::current_exe().expect("this test"))
        .args([
            "--exact",
            "bad_input::what_rustc_cannot_resolve_is_said_in_its_own_words",
        ])
        .env("TMPDIR", folder.path())
        .output()
        .expect("it runs");
    assert!(child.status.success());
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .expect("readable")
        .flatten()
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn what_is_not_looked_into_is_named() {
    let program = "macro_rules! ticket { () => { 1 } }\nfn later() { let a = ticket!(); drop(a); }\nfn main() {\n    let b = const { 1 };\n    drop(b);\n}\n";
    let timeline = timeline(program, &Options::default()).expect("a timeline");
    let skipped: Vec<&str> = timeline
        .not_looked_into
        .iter()
        .map(|skipped| skipped.what.as_str())
        .collect();
    assert_eq!(skipped, ["the inside of a macro", "a const block"]);
}

/// What is said to be not looked into, with its line.
fn skipped(program: &str, places: &[&str]) -> Vec<String> {
    let options = Options {
        places: places.iter().map(|place| (*place).to_owned()).collect(),
        ..Options::default()
    };
    let timeline = timeline(program, &options).expect("a timeline");
    let skipped = timeline.not_looked_into.iter();
    skipped
        .map(|skipped| format!("{}: {}", skipped.line, skipped.what))
        .collect()
}

#[test]
fn a_place_that_cannot_be_asked_about_is_named_with_the_reason() {
    let program = "mod m {
    #[derive(Default)]
    pub struct P { pub a: String, n: u32 }
}
fn main() {
    let p = m::P::default();
    drop(p.a);
}
";
    assert_eq!(
        skipped(program, &["p.b", "p.n"]),
        [
            "6: the place `p.b` (no field `b` on type `m::P`)",
            "6: the place `p.n` (field `n` of struct `m::P` is private)",
            "6: the private field `p.n`"
        ]
    );
}

#[test]
fn a_variable_inside_a_macro_is_named() {
    let program = "fn main() {
    let list = vec![1, 2];
    assert_eq!(list.iter().filter(|x| **x > 1).count(), { let one = 1; one });
    assert!(matches!(list.first(), Some(n) if *n == 1));
    println!(\"{list:?} {}\", list.len());
}
";
    assert_eq!(
        skipped(program, &[]),
        [
            "3: the variable `one` inside `assert_eq!`",
            "3: the variable `x` inside `assert_eq!`",
            "4: the variable `n` inside `assert!`",
        ]
    );
}

const ONLY_UNDER_TEST: &str = "fn main() {}
#[test]
fn t() {
    let s = String::new();
    println!(\"{s}\");
}
#[cfg(test)]
mod tests {
    #[test]
    fn u() {
        let n = 1;
        let m = n;
    }
}
";

#[test]
fn code_for_tests_is_named_once_for_each_item() {
    assert_eq!(
        skipped(ONLY_UNDER_TEST, &[]),
        [
            "2: the code that `#[test]` leaves out here",
            "7: the code that `#[cfg(test)]` leaves out here"
        ]
    );
}

#[test]
fn code_for_tests_is_looked_into_where_it_is_asked_for() {
    let options = Options {
        tests: true,
        ..Options::default()
    };
    let timeline = timeline(ONLY_UNDER_TEST, &options).expect("a timeline");
    assert_eq!(timeline.not_looked_into, []);
    let names = timeline.functions.iter().map(|table| table.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["t", "tests::u"]);
    let first = timeline.functions[0].points[1].cells[0].as_ref();
    assert!(first.is_some_and(|cell| cell.read && cell.own && !cell.write));
}

#[test]
fn code_for_other_systems_is_told_from_what_is_never_reached() {
    let program = "fn main() {
    #[cfg(any())]
    {
        let a = 1;
        drop(a);
    }
    #[cfg(any())]
    let b = String::new();
    #[cfg(all())]
    let c = String::new();
    return;
    #[cfg(all())]
    {
        let d = 1;
        drop(d);
    }
}
#[cfg(any())]
fn main() {
    let e = 1;
    drop(e);
}
";
    assert_eq!(
        skipped(program, &[]),
        [
            "2: the code that `#[cfg(any())]` leaves out here",
            "7: the code that `#[cfg(any())]` leaves out here",
            "12: a statement that is never reached",
            "14: a statement that is never reached",
            "15: a statement that is never reached",
            "18: the code that `#[cfg(any())]` leaves out here"
        ]
    );
    let trace = lens::trace(program).expect("a trace");
    assert_eq!(trace.steps.last().map(|step| step.line), Some(17));
}

#[test]
fn no_place_vanishes_beside_one_that_has_moved() {
    let programs = [
        "fn main() {
    let s = String::new();
    drop(s);
    if s.is_empty() {
        let n = 1;
        println!(\"{n}\");
    }
}
",
        "fn main() {
    let hay = vec![(1, 2)];
    drop(hay);
    let needle = hay.iter().map(|(a, b)| move || a + b).next().unwrap();
    let [first, ..] = hay.as_slice() else { return };
    println!(\"{} {first:?}\", needle());
}
",
        "fn main() {
    let s: String;
    let n = if s.is_empty() {
        let k = 1;
        k
    } else {
        0
    };
    let needle = match s.find('a') {
        Some(at) => &s[at..],
        None => \"none\",
    };
    println!(\"{n}{needle}{s}\");
}
",
    ];
    for program in programs {
        let skipped = skipped(program, &[]);
        let places: Vec<&String> = skipped
            .iter()
            .filter(|what| what.contains("place"))
            .collect();
        assert!(places.is_empty(), "{places:?}");
    }
}

#[test]
fn the_values_of_constants_are_named() {
    let program = "const A: u8 = 1 + 1;
fn main() {
    struct S;
    impl S {
        const B: u8 = { let one = 1; one };
        const C: u8 = 3;
    }
    println!(\"{}\", A + S::B + S::C);
}
";
    assert_eq!(
        skipped(program, &[]),
        [
            "1: the value of the constant `A`",
            "5: the value of the constant `B`"
        ]
    );
}

#[test]
fn a_compiler_that_needs_too_long_is_stopped() {
    let program = "const fn count() -> u64 {
    let mut n = 0;
    while n < u64::MAX {
        n += 1;
    }
    n
}
const COUNTED: u64 = count();
fn main() {
    println!(\"{COUNTED}\");
}
";
    let options = Options {
        limit: Duration::from_secs(1),
        ..Options::default()
    };
    let started = Instant::now();
    let error = timeline(program, &options).expect_err("it never ends");
    assert_eq!(
        error.to_string(),
        "rustc needed longer than 1 s; ask about a smaller program"
    );
    assert!(started.elapsed() < Duration::from_secs(5));
}
