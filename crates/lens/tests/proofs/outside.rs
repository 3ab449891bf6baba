//! No file but the program's own text is read, nor the environment; and a text that only speaks
//! of that is fine.

use lens::{Options, timeline};

const WAYS: [(&str, &str); 31] = [
    ("include!(\"a.rs\");", "include!"),
    ("include ! (\"a.rs\");", "include!"),
    ("include!{\"a.rs\"}", "include!"),
    ("const A: &str = r#include_str!(\"a\");", "include_str!"),
    ("const A: &str = std::include_str!(\"a\");", "include_str!"),
    (
        "const A: &[u8] = ::core :: include_bytes ! [\"a\"];",
        "include_bytes!",
    ),
    (
        "const A: &str = concat!(\"http://\", env!(\"HOME\"));",
        "env!",
    ),
    (
        "const A: Option<&str> = /* a */ option_env! /* b */ (\"HOME\");",
        "option_env!",
    ),
    ("use std::include_str as text;", "include_str!"),
    ("use std::{env as text, fmt};", "env!"),
    (
        "use std::{fmt, {r#include_bytes as bytes}};",
        "include_bytes!",
    ),
    (
        "macro_rules! a { () => { include_str ! (\"a\") } }",
        "include_str!",
    ),
    (
        "macro_rules! a { ($b:ident) => { $b!(\"a\") } }\nconst A: &str = a!(include_str);",
        "include_str!",
    ),
    (
        "macro_rules! a { ($b:tt $c:tt $d:tt) => { $d $c $b } }\nconst A: &str = a!((\"a\") ! env);",
        "env!",
    ),
    (
        "macro_rules! println { ($b:ident) => { $b!(\"a\") } }\nconst A: &str = println!(env);",
        "env!",
    ),
    (
        "macro_rules! a { ($b:ident) => { $b!(\"a\") } }\nuse a as println;\nconst A: &str = println!(include_str);",
        "include_str!",
    ),
    (
        "macro_rules! a { ($b:ident) => { $b!(\"a\") } }\npub(crate) use a as r#vec;\nconst A: &str = vec!(env);",
        "env!",
    ),
    (
        "mod b {\n    macro_rules! a { ($b:ident) => { $b!(\"a\") } }\n    pub(crate) use {self::a as format};\n}\nuse b::format;\nconst A: &str = format!(env);",
        "env!",
    ),
    (
        "const A: &str = {\n    macro_rules! println { ($b:ident) => { $b!(\"a\") } }\n    println!(env)\n};",
        "env!",
    ),
    (
        "macro_rules! a { ($b:ident) => { $b!(\"a\") } }\nmacro_rules! c { ($d:ident) => { use a as $d; } }\nc!(println);\nconst A: &str = println!(env);",
        "env!",
    ),
    (
        "macro_rules! a { ($b:ident $c:tt) => { macro_rules! $b { ($c d:ident) => { $c d!(\"a\") } } } }\na!(println $);\nconst A: &str = println!(env);",
        "env!",
    ),
    (
        "macro_rules! a { ($b:ident) => { $b!(\"a\") } }\nmacro_rules! c { ($a:tt $b:tt $c:tt $d:tt) => { $d $c $b $a; } }\nc!(println as a use);\nconst A: &str = println!(env);",
        "env!",
    ),
    ("#[doc = include_str!(\"a.md\")]\nstruct A;", "include_str!"),
    ("#![doc = include_str!(\"a.md\")]", "include_str!"),
    (
        "#[cfg_attr(all(), doc = include_str!(\"a.md\"))]\nstruct A;",
        "include_str!",
    ),
    ("#[path = \"a.rs\"]\nmod a;", "path = …"),
    ("#[cfg_attr(all(), path = \"a.rs\")]\nmod a {}", "path = …"),
    (
        "macro_rules! a { ($b:meta) => { #[$b] mod c { } } }\na!(path = \"a.rs\");",
        "path = …",
    ),
    (
        "macro_rules! a { ($b:ident) => { #[$b = \"a.rs\"] mod c { } } }\na!(path);",
        "#[…$…]",
    ),
    ("mod a;", "mod a;"),
    ("mod a { pub mod r#b ; }", "mod b;"),
];

#[test]
fn every_way_to_another_file_is_refused() {
    for (way, named) in WAYS {
        let program = format!("{way}\nfn main() {{}}\n");
        let error = timeline(&program, &Options::default());
        let error = error.map(drop).expect_err(way).to_string();
        let said = format!("`{named}` reads what is not in this file; put its text here");
        assert!(error.ends_with(&said), "{way}: {error}");
    }
}

#[test]
fn what_only_speaks_of_files_is_fine() {
    let program = "//! env!(\"HOME\") and include_str!(\"a\")
/* include!(\"a.rs\") */
use std::env;
/// #[path = \"a.rs\"] mod a;
struct Path { path: u8 }
macro_rules! one { ($(#[$meta:meta])* $name:ident) => { $(#[$meta])* struct $name; } }
one!(#[derive(Debug)] One);
fn main() {
    let text = \"env!(HOME) http://include!(1)\";
    let raw = r#\"option_env!(\"HOME\")\"#;
    let mut place = Path { path: 1 };
    place.path = 2;
    let path = env::args().len();
    let include = path as u8 != 0;
    println!(\"env!({text}) {raw} {} {path} {include} {:?}\", place.path, One);
}
";
    timeline(program, &Options::default()).expect("a timeline");
}

#[test]
fn a_first_line_for_the_shell_and_a_byte_order_mark_are_rust() {
    let programs = [
        "#!/usr/bin/env run-cargo-script\nfn main() {\n    let a = 1;\n}\n",
        "\u{feff}// marked\nfn main() {\n    let a = 1;\n}\n",
        "\u{feff}#!/usr/bin/env run\nfn main() {\n    let a = 1;\n}\n",
        "#![allow(unused)]\n\nfn main() { let b = 0;\n    let a = 1;\n}\n",
    ];
    for program in programs {
        let timeline = timeline(program, &Options::default());
        let timeline = timeline.unwrap_or_else(|error| panic!("{program}: {error}"));
        let points = &timeline.functions[0].points;
        assert!(points.iter().any(|point| point.line == 3), "{program}");
        lens::trace(program).unwrap_or_else(|error| panic!("{program}: {error}"));
    }
}
