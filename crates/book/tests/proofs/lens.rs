//! `cargo run -- lens FILE.rs` answers as its help says.

use crate::support::root;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
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
fn the_list_says_of_each_line_what_ended_the_reference_there() {
    let program = "\
fn main() {
    let mut left = vec![1];
    let mut first = &left[0];
    left.push(*first);
    println!(\"pushed\");
    drop(left);
    let right = vec![2];
    first = &right[0];
    println!(\"{first}\");
    drop(right);
}
";
    let output = ask(program, &[]);
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    for said in [
        "lines 5-8: first and *first cannot be read, written or moved: ended, for its referent was used through left on line 4",
        "line 11: first and *first cannot be read, written or moved: ended, for right was moved on line 10",
    ] {
        assert!(table.contains(said), "{said}\n{table}");
    }
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

#[test]
fn without_a_compiler_the_file_and_the_cure_are_said() {
    let program = "examples/ownership-moving-a-string.rs";
    let output = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["lens", program])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .env("PATH", "")
        .output()
        .expect("the binary starts");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    let start = format!("error: {program}: rustc cannot be asked");
    assert!(said.starts_with(&start), "{said}");
    assert!(said.contains("; is it installed?"), "{said}");
}

/// Whether the table explains itself with each of these sentences.
#[track_caller]
pub fn explains(program: &str, sentences: &[&str]) {
    let answer = ask(program, &[]);
    let said = String::from_utf8_lossy(&answer.stderr);
    let table = String::from_utf8_lossy(&answer.stdout);
    for sentence in sentences {
        let mut lines = table.lines();
        assert!(
            lines.any(|line| line.trim() == *sentence),
            "{sentence}\n{table}{said}"
        );
    }
}

#[test]
fn two_variables_of_one_name_are_told_apart() {
    explains(
        "\
fn main() {
    let list = String::from(\"bread\");
    let list = list + \", milk\";
    println!(\"{list}\");
}
",
        &[
            "line 3: list (line 2) cannot be written: not declared mut (cannot borrow as mutable)",
            "lines 4-5: list (line 3) cannot be written: not declared mut (cannot borrow as mutable)",
        ],
    );
}

#[test]
fn a_sentence_says_may_where_a_branch_decides() {
    explains(
        "\
fn main() {
    let (mut a, mut b, many) = (String::new(), String::new(), std::env::args().count());
    let mut kept = &mut a;
    if many > 1 {
        kept = &mut b;
        println!(\"b\");
    }
    kept.push('x');
    let moved;
    if many > 2 {
        moved = a;
    }
    println!(\"end\");
}
",
        &[
            "lines 6-7: b cannot be read, written or moved: lent exclusively to kept on line 5, used on line 8 (mutable borrow occurs here)",
            "line 8: b cannot be read, written or moved: may be lent exclusively to kept on line 5, used on line 8 (mutable borrow occurs here)",
            "line 12: kept and *kept cannot be read, written or moved: ended, for a was moved on line 11 (move out of `a` occurs here)",
            "lines 13-14: kept and *kept cannot be read, written or moved: ended, for a may have been moved on line 11 (move out of `a` occurs here)",
            "lines 13-14: a cannot be read, written or moved: may have been moved to moved on line 11 (value moved here)",
            "lines 13-14: moved cannot be read, written or moved: may not be initialized, declared on line 9 (binding declared here but left uninitialized)",
        ],
    );
}

#[test]
fn a_sentence_says_how_a_reference_ended() {
    explains(
        "\
fn main() {
    let kept;
    {
        let inner = String::new();
        kept = &inner;
    }
    println!(\"out\");
    let mut text = String::new();
    let first = &text;
    println!(\"{first}\");
    text.push('x');
    let second = &text;
    println!(\"{second}\");
    drop(text);
}
",
        &[
            "lines 7-15: kept and *kept cannot be read, written or moved: ended, for inner was dropped on line 6 (`inner` dropped here while still borrowed)",
            "lines 12-15: first and *first cannot be read, written or moved: ended, for its referent was used through text on line 11 (mutable borrow occurs here)",
            "line 15: second and *second cannot be read, written or moved: ended, for text was moved on line 14 (move out of `text` occurs here)",
        ],
    );
}

#[test]
fn a_loop_and_moved_parts_have_one_sentence_each() {
    explains(
        "\
struct Pair { left: String, right: String }
fn main() {
    let pair = Pair { left: String::new(), right: String::new() };
    for _ in 0..2 {
        println!(\"{}\", pair.left);
    }
    drop(pair.left);
    drop(pair.right);
}
",
        &[
            "lines 5-6: pair and pair.left and pair.right cannot be moved: needed in the next iteration; a move here would leave nothing for it",
            "line 9: pair cannot be read, written or moved: partly moved: pair.left on line 7, pair.right on line 8",
        ],
    );
}

#[test]
fn what_is_not_looked_into_is_said_beside_the_json_too() {
    let program =
        "fn main() {\n    let a = 1;\n    let b = const { 1 + 1 };\n    drop((a, b));\n}\n";
    let said = "not looked into: line 3, a const block";
    explains(program, &[said]);
    let output = ask(program, &["--format", "json"]);
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(stderr.trim(), said);
    assert!(serde_json::from_slice::<Vec<Value>>(&output.stdout).is_ok());
}

#[test]
fn what_no_picture_looks_into_is_told_by_the_help_and_by_the_page_alike() {
    let help = ask("", &["--help"]);
    let help = String::from_utf8(help.stdout).expect("UTF-8");
    let page = root().join("src/reference/reading-a-picture.md");
    let page = fs::read_to_string(page).expect("the page");
    for kind in lens::UNSEEN {
        let said = format!("- {}: it {}\n", kind.what, kind.why);
        assert!(help.contains(&said), "the help lacks {said}");
        assert!(page.contains(&said), "the page lacks {said}");
    }
}

#[test]
fn a_page_to_take_along_is_written_or_it_is_said_why_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out.html");
    let write = |program: &str, out: &Path| {
        let answer = ask(program, &["--html", &out.display().to_string()]);
        (
            answer.status.success(),
            String::from_utf8_lossy(&answer.stderr).into_owned(),
        )
    };
    let program = "fn main() {\n    let a = String::from(\"<b>\");\n    let b = a;\n    println!(\"{b}\");\n}\n";
    assert_eq!(write(program, &out), (true, String::new()));
    let page = fs::read_to_string(&out).expect("a page");
    assert!(
        page.contains("<h1>standard input</h1>") && page.contains("<svg"),
        "{page}"
    );
    assert!(
        !page.contains("<b>") && page.len() < 200_000,
        "{} bytes",
        page.len()
    );
    // A refused program and one with another error have their message.
    for (program, message) in [
        (program.replace("{b}", "{a}"), "borrow of moved value"),
        (
            program.replace("let b = a", "let b: u8 = a"),
            "mismatched types",
        ),
    ] {
        assert_eq!(write(&program, &out), (true, String::new()));
        let page = fs::read_to_string(&out).expect("a page");
        assert!(
            page.contains(message) && page.contains("println!"),
            "{page}"
        );
    }
    let (success, said) = write("fn main() { include!(\"/etc/passwd\") }\n", &out);
    assert!(
        !success && said.starts_with("error: standard input: line 1: "),
        "{said}"
    );
    let (success, said) = write(program, &folder.path().join("none/out.html"));
    assert!(
        !success && said.contains("out.html: cannot be written; name another file"),
        "{said}"
    );
}
