//! `cargo run -- lens FILE.rs` answers as its help says.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = "\
fn main() {
    let mut both = (String::from(\"left\"), vec![1, 2]);
    let left = &mut both.0;
    left.push('!');
    println!(\"{}\", both.0);
    let moved = both;
    println!(\"{}\", moved.0);
}
";

/// Asks about a program on standard input.
fn ask(program: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["lens", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut input = child.stdin.take().expect("a pipe");
    // Wrong arguments end it before it reads.
    _ = input.write_all(program.as_bytes());
    drop(input);
    child.wait_with_output().expect("it ends")
}

fn rows(arguments: &[&str]) -> Vec<Value> {
    let output = ask(PROGRAM, &[&["--format", "json"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("a JSON array")
}

fn row(rows: &[Value], line: u64, place: &str) -> Value {
    let found = rows
        .iter()
        .find(|row| row["line"] == line && row["place"] == place);
    found
        .unwrap_or_else(|| panic!("no row for {place} on line {line} in {rows:?}"))
        .clone()
}

#[test]
fn the_table_has_code_letters_and_reasons() {
    let output = ask(PROGRAM, &[]);
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0));
    assert!(
        table.contains("   7      println!(\"{}\", moved.0);"),
        "{table}"
    );
    assert!(
        table.contains("moved to moved on line 6 (value moved here)"),
        "{table}"
    );
    assert!(!table.contains('\x1b'), "no color where no terminal is");
}

#[test]
fn the_json_has_a_row_for_each_function_point_and_place() {
    let rows = rows(&[]);
    let lent = row(&rows, 4, "both");
    assert_eq!(lent["function"], "main");
    assert_eq!(
        (&lent["read"], &lent["write"], &lent["own"], &lent["copy"]),
        (&false.into(), &false.into(), &false.into(), &false.into())
    );
    let why = &lent["why"]["read"];
    assert_eq!(
        (&why["kind"], &why["place"], &why["line"], &why["later_use"]),
        (
            &"lent exclusively".into(),
            &"left".into(),
            &3.into(),
            &4.into()
        )
    );
    let moved = row(&rows, 8, "both");
    assert_eq!(moved["why"]["own"]["kind"], "moved");
    assert_eq!(row(&rows, 4, "both.1")["read"], true);
}

#[test]
fn more_places_can_be_named() {
    let rows = rows(&["--place", "both.1[0]", "--place", "*left"]);
    assert_eq!(row(&rows, 3, "both.1[0]")["copy"], true);
    assert_eq!(row(&rows, 4, "*left")["write"], true);
}

#[test]
fn one_function_can_be_named() {
    let program = format!("fn other() {{\n    let a = 1;\n    drop(a);\n}}\n{PROGRAM}");
    let output = ask(&program, &["--format", "json", "--function", "other"]);
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a JSON array");
    assert!(
        !rows.is_empty() && rows.iter().all(|row| row["function"] == "other"),
        "{rows:?}"
    );
}

#[test]
fn the_exit_status_tells_what_went_wrong() {
    let stopped = ask("fn main() { let a: u8 = \"\"; }", &[]);
    assert_eq!(stopped.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&stopped.stderr).contains("mismatched types"));
    assert_eq!(ask(PROGRAM, &["--format", "xml"]).status.code(), Some(2));
    let unknown = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["lens", "no-such-file.rs"])
        .output();
    let unknown = unknown.expect("the binary starts");
    assert_eq!(unknown.status.code(), Some(1));
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(said.contains("no-such-file.rs: cannot be read"), "{said}");
}
