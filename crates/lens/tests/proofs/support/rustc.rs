//! What rustc says of a program, asked without the lens.

use serde_json::Value;
use std::fs;
use std::process::Command;

/// An error: its code, where it points, and the lines with labels.
#[derive(Debug)]
pub struct Error {
    pub code: String,
    pub message: String,
    /// The byte that it points at.
    pub at: usize,
    pub line: usize,
    pub labels: Vec<usize>,
}

/// The errors of a program, as rustc says them; `None` if it does not parse.
pub fn errors(source: &str) -> Option<Vec<Error>> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("main.rs"), source).expect("written");
    let output = Command::new("rustc")
        .args([
            "--edition=2024",
            "--crate-name=alone",
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
    let unparsed = |error: &Error| error.code.is_empty() && error.message.contains("expected");
    (!errors.iter().any(unparsed)).then_some(errors)
}
