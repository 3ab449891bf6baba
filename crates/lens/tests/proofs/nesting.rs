//! However deep a program is nested, and by whatever form, the lens answers and never aborts.
//!
//! A test runs on a thread with 2 MiB of stack, which a parser overflows first.

use lens::{LensError, Options, timeline, trace};
use std::time::Duration;

/// How each form nests that many times: a program.
type Form = (&'static str, fn(usize) -> String);

fn main_with(statement: &str) -> String {
    format!("fn main() {{\n    {statement}\n}}\n")
}

fn around(before: &str, middle: &str, after: &str, n: usize) -> String {
    format!("{}{middle}{}", before.repeat(n), after.repeat(n))
}

fn value(expression: &str) -> String {
    main_with(&format!("let a = {expression};"))
}

fn of_type(ty: &str) -> String {
    format!("type T = {ty};\nfn main() {{}}\n")
}

const FORMS: [Form; 32] = [
    ("(a)", |n| value(&around("(", "1", ")", n))),
    ("[a]", |n| value(&around("[", "1", "]", n))),
    ("{ a }", |n| value(&around("{", "1", "}", n))),
    ("!a", |n| value(&around("!", "true", "", n))),
    ("&a", |n| value(&around("& ", "1", "", n))),
    ("-a", |n| value(&around("-", "1", "", n))),
    ("*a", |n| value(&around("*", "b", "", n))),
    ("a.b", |n| value(&around("", "b", ".b", n))),
    ("a.0.0", |n| value(&around("", "b", ".0", n))),
    ("a.b::<u8, u8>()", |n| {
        value(&around("", "b", ".b::<u8, u8>()", n))
    }),
    ("a()", |n| value(&around("", "b", "()", n))),
    ("a[0]", |n| value(&around("", "b", "[0]", n))),
    ("a?", |n| value(&around("", "b", "?", n))),
    ("a as u8", |n| value(&around("", "1", " as u8", n))),
    ("a + a", |n| value(&around("1 + ", "1", "", n))),
    ("a = a", |n| value(&around("b = ", "1", "", n))),
    ("|a| a", |n| value(&around("|b| ", "1", "", n))),
    ("|a, b| a", |n| value(&around("|b, c| ", "1", "", n))),
    ("a | |b, c| a", |n| {
        value(&around("a | |b, c| ", "1", "", n))
    }),
    ("move || a", |n| value(&around("move || ", "1", "", n))),
    ("return a", |n| value(&around("return ", "1", "", n))),
    ("if a else if a", |n| {
        value(&around("if b { 1 } else ", "{ 1 }", "", n))
    }),
    ("if { if { a } }", |n| {
        main_with(&around("if true { ", "", " }", n))
    }),
    ("if if a", |n| {
        main_with(&around("if ", "true", " { true } else { true }", n))
    }),
    ("match match a", |n| {
        main_with(&around("match ", "1", " { _ => 1 }", n))
    }),
    ("match { match a }", |n| {
        value(&around("match 1 { _ => ", "1", " }", n))
    }),
    ("for in for", |n| {
        main_with(&around("for P { .. } in ", "b", " {}", n))
    }),
    ("&T", |n| of_type(&around("&'static ", "u8", "", n))),
    ("A<A>", |n| of_type(&around("Option<", "u8", ">", n))),
    ("A<u8, A>", |n| {
        of_type(&around("Result<u8, ", "u8", ">", n))
    }),
    ("fn() -> fn()", |n| {
        of_type(&around("fn() -> ", "u8", "", n))
    }),
    ("macro!(a)", |n| value(&around("vec![", "1", "]", n))),
];

fn both(program: &str) -> (Result<(), LensError>, Result<(), LensError>) {
    let timeline = timeline(program, &Options::default());
    (timeline.map(drop), trace(program).map(drop))
}

/// What both say who refuse a program.
fn refusal(name: &str, program: &str) -> String {
    let (timeline, trace) = both(program);
    let errors = [timeline, trace].map(|answer| answer.expect_err(name).to_string());
    assert_eq!(errors[0], errors[1], "{name}");
    errors[0].clone()
}

#[test]
fn what_is_nested_too_deep_is_named_by_its_line() {
    for (name, form) in FORMS {
        for n in [1_000, 4_000] {
            let error = refusal(name, &form(n));
            let deep = error.contains(": nested more than 256 deep; give a part of it a name");
            let long = error.contains("bytes and the lens looks at 65536 at most");
            assert!(
                deep && error.starts_with("line ") || long,
                "{name}: {error}"
            );
        }
    }
    let error = refusal(
        "lines",
        &value(&around("\n\n", &around("(", "1", ")", 999), "", 1)),
    );
    assert!(error.starts_with("line 4: nested"), "{error}");
}

/// As deep as may be, with no time left for rustc: the lens's own part alone.
#[test]
fn what_may_be_nested_has_room() {
    let options = Options {
        limit: Duration::ZERO,
        ..Options::default()
    };
    for (name, form) in FORMS {
        let fits = |n: &usize| match timeline(&form(*n), &options) {
            Ok(_) => true,
            Err(error) => !error.to_string().contains("nested more than"),
        };
        let deepest = (1..=256).rev().find(fits);
        let deepest = deepest.unwrap_or(0);
        assert!(deepest >= 25, "{name}: {deepest}");
    }
}

/// What rustc does with it is rustc's to say; it does not take the lens down.
#[test]
fn what_is_nested_deep_is_asked_of_rustc() {
    for (name, form) in FORMS.iter().step_by(5) {
        let (timeline, trace) = both(&form(60));
        assert_eq!(
            timeline.is_err(),
            trace.is_err(),
            "{name}: {timeline:?} {trace:?}"
        );
    }
    let error = both(&value(&around("(", "1", ")", 250))).0;
    assert!(error.is_ok(), "{error:?}");
}

#[test]
fn brackets_in_texts_and_comments_nest_nothing() {
    let many = "(".repeat(1_000);
    let program = format!(
        "// {many}\n/* {many} */\nfn main() {{\n    let a = \"{many}\";\n    let b = r#\"{many}\"#;\n    println!(\"{{a}}{{b}}{{}}\", '(');\n}}\n"
    );
    timeline(&program, &Options::default()).expect("a timeline");
}

#[test]
fn what_stands_side_by_side_is_not_nested() {
    let functions: String = (0..90)
        .map(|n| format!("/// The {n}th.\nfn f{n}(a: &u8, b: Option<Vec<u8>>) -> u8 {{ a + b.map_or(0, |c| c[0]) }}\n"))
        .collect();
    let arms: String = (0..90)
        .map(|n| format!("({n}, _) => {{ drop(1 + 1); }}\n"))
        .collect();
    let program = format!("{functions}fn main() {{\nmatch (1, 2) {{\n{arms}_ => {{}}\n}}\n}}\n");
    timeline(&program, &Options::default()).expect("a timeline");
}

#[test]
fn a_program_of_many_bytes_is_refused() {
    let program = format!(
        "fn main() {{\n    let a = \"{}\";\n}}\n",
        "a".repeat(70_000)
    );
    let error = timeline(&program, &Options::default())
        .expect_err("too large")
        .to_string();
    assert_eq!(
        error,
        "line 2: the program has 70030 bytes and the lens looks at 65536 at most; take out what the question does not need"
    );
}
