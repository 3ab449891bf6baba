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
        "line 2: not a Rust program",
    );
    says(
        "Dear reader,\nthis is a letter.\n",
        "line 1: not a Rust program",
    );
    says("", "no `fn main`");
}

#[test]
fn a_program_without_main_is_told_to_add_one() {
    says("fn count() {}\n", "the program has no `fn main`; add one");
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
    assert!(error.to_string().contains("there are: main"), "{error}");
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
