//! What rustc says of a program, asked without the lens.

use rayon::prelude::*;
use serde_json::Value;
use std::fs;
use std::process::Command;

/// How many programs stand in one crate.
const TOGETHER: usize = 48;

/// The errors of the borrow checker, which looks at every function whatever it says of another. The
/// first three messages have no code.
const BORROW_CHECKER: [&str; 26] = [
    "lifetime may not live long enough",
    "captured variable cannot escape `FnMut` closure body",
    "cannot move out of value because it is borrowed",
    "E0373",
    "E0381",
    "E0382",
    "E0384",
    "E0499",
    "E0500",
    "E0501",
    "E0502",
    "E0503",
    "E0505",
    "E0506",
    "E0507",
    "E0508",
    "E0509",
    "E0510",
    "E0515",
    "E0521",
    "E0524",
    "E0594",
    "E0596",
    "E0597",
    "E0713",
    "E0716",
];

/// An error: its code, where it points, and the lines with labels.
#[derive(Debug)]
pub struct Error {
    pub code: String,
    pub message: String,
    /// The byte of a program that it points at; of a crate of several programs if it was asked about
    /// with others.
    pub at: usize,
    pub line: usize,
    pub labels: Vec<usize>,
}

impl Error {
    /// Whether rustc has still looked at everything else.
    fn hides_nothing(&self) -> bool {
        let said = if self.code.is_empty() {
            &self.message
        } else {
            &self.code
        };
        BORROW_CHECKER.contains(&said.as_str())
    }
}

/// The errors of a program, as rustc says them; `None` if it does not parse.
pub fn errors(source: &str) -> Option<Vec<Error>> {
    let errors = said("bin", source);
    let unparsed = |error: &Error| error.code.is_empty() && error.message.contains("expected");
    (!errors.iter().any(unparsed)).then_some(errors)
}

/// The same for many programs. Those that rustc can look at together are modules of one crate: where
/// an error stands says whose it is. A program whose errors keep rustc from looking at the others is
/// asked about alone, and so is one that does not parse.
pub fn errors_of_each(programs: &[String]) -> Vec<Option<Vec<Error>>> {
    let chunks: Vec<Vec<Option<Vec<Error>>>> =
        programs.par_chunks(TOGETHER).map(together).collect();
    chunks.into_iter().flatten().collect()
}

fn together(programs: &[String]) -> Vec<Option<Vec<Error>>> {
    let mut answers: Vec<Option<Option<Vec<Error>>>> = programs.iter().map(|_| None).collect();
    let parses = |number: &usize| syn::parse_file(&programs[*number]).is_ok();
    let mut left: Vec<usize> = (0..programs.len()).filter(parses).collect();
    while left.len() > 1 {
        let Some(found) = in_modules(programs, &left) else {
            break;
        };
        let (clear, hiding): (Vec<_>, Vec<_>) = left
            .into_iter()
            .zip(found)
            .partition(|(_, errors)| errors.iter().all(Error::hides_nothing));
        if hiding.is_empty() {
            for (number, errors) in clear {
                answers[number] = Some(Some(errors));
            }
            break;
        }
        left = clear.into_iter().map(|(number, _)| number).collect();
    }
    let answers = answers.into_iter().zip(programs);
    answers
        .map(|(answer, program)| answer.unwrap_or_else(|| errors(program)))
        .collect()
}

/// The errors of each of these programs as a module of one crate; `None` if one is of none.
fn in_modules(programs: &[String], numbers: &[usize]) -> Option<Vec<Vec<Error>>> {
    let mut text = String::new();
    let mut begins = Vec::new();
    let mut line = 1;
    for number in numbers {
        let path = format!("crate::{}::", name(*number));
        let program = programs[*number].replace("crate::", &path);
        let module = format!("mod {} {{\n{program}\n}}\n", name(*number));
        begins.push(line);
        line += module.lines().count();
        text += &module;
    }
    let mut found: Vec<Vec<Error>> = numbers.iter().map(|_| Vec::new()).collect();
    for mut error in said("lib", &text) {
        let module = begins
            .partition_point(|begins| *begins <= error.line)
            .checked_sub(1)?;
        // What stands in a module is a line further down than alone, and named with its module
        // where another has a type of that name.
        let above = begins[module];
        error.line -= above;
        for line in &mut error.labels {
            *line = line.checked_sub(above)?;
        }
        error.message = error
            .message
            .replace(&format!("{}::", name(numbers[module])), "");
        found[module].push(error);
    }
    Some(found)
}

fn name(number: usize) -> String {
    format!("__{number:02}")
}

/// The errors of a crate of a kind.
fn said(kind: &str, source: &str) -> Vec<Error> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("main.rs"), source).expect("written");
    let output = Command::new("rustc")
        .args([
            "--edition=2024",
            "--crate-name=alone",
            "--crate-type",
            kind,
            "--emit=metadata",
            "--cap-lints=allow",
        ])
        .args(["--error-format=json", "main.rs"])
        .current_dir(&folder)
        .output()
        .expect("rustc starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let mut errors = Vec::new();
    for line in said.lines() {
        let said: Value = serde_json::from_str(line).expect("JSON");
        let spans = said["spans"].as_array().expect("spans");
        let number = |value: &Value| value.as_u64().unwrap_or_default() as usize;
        let line = |span: &Value| number(&span["line_start"]);
        let Some(primary) = spans.iter().find(|span| span["is_primary"] == true) else {
            continue;
        };
        // A packed field may not be lent with `&`, whoever owns it.
        if said["level"] != "error" || said["code"]["code"] == "E0793" {
            continue;
        }
        let labels = spans.iter().filter(|span| !span["label"].is_null());
        errors.push(Error {
            code: said["code"]["code"].as_str().unwrap_or_default().to_owned(),
            message: said["message"].as_str().unwrap_or_default().to_owned(),
            at: number(&primary["byte_start"]),
            line: line(primary),
            labels: labels.map(line).collect(),
        });
    }
    errors
}
