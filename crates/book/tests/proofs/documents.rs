//! README and CONTRIBUTING name nothing that does not exist.

use crate::support::root;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::fs;
use std::process::Command;

const DOCUMENTS: [&str; 3] = ["README.md", "CONTRIBUTING.md", "STYLE.md"];

/// What the documents set in code, links and pictures, each with its document.
fn named() -> Vec<(&'static str, String)> {
    let mut named = Vec::new();
    for document in DOCUMENTS {
        let text = fs::read_to_string(root().join(document)).expect("the document");
        let mut console = false;
        for event in Parser::new_ext(&text, pulldown_cmark::Options::all()) {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    console = &*info == "console"
                }
                Event::End(TagEnd::CodeBlock) => console = false,
                Event::Text(text) if console => {
                    named.extend(text.lines().map(|line| (document, line.to_owned())))
                }
                Event::Code(code) => named.push((document, code.into_string())),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    named.push((document, dest_url.into_string()));
                }
                _ => {}
            }
        }
    }
    named
}

/// The commands that cargo has here besides its own.
fn aliases() -> String {
    let text = fs::read_to_string(root().join(".cargo/config.toml")).unwrap_or_default();
    let (_, aliases) = text.split_once("[alias]").unwrap_or_default();
    let lines = aliases.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The commands of this binary, from its own help.
fn commands() -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_book"))
        .arg("--help")
        .output()
        .expect("the binary starts");
    let help = String::from_utf8(output.stdout).expect("UTF-8");
    let list = help
        .split("Commands:")
        .nth(1)
        .and_then(|rest| rest.split("Options:").next())
        .expect("a list");
    list.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

fn complaint(name: &str, commands: &[String]) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let exists =
        |path: String| (!root().join(&path).exists()).then(|| format!("{path} does not exist"));
    match words.as_slice() {
        // A placeholder stands for a name of the reader's own.
        _ if name.contains("SLUG") || name.contains("FILE") => None,
        ["cargo", "run", "--example", slug] => exists(format!("examples/{slug}.rs")),
        ["cargo", "run", "-q", "--", command, ..] | ["cargo", "run", "--", command, ..] => {
            (!commands.iter().any(|known| known == command))
                .then(|| format!("there is no command `{command}`"))
        }
        ["cargo", "test", "--test", test] => exists(format!("tests/{test}.rs")),
        ["cargo", "bench", "--bench", bench] => exists(format!("benches/{bench}.rs")),
        ["cargo", "test", "-p", package, "--", "--ignored"] => {
            exists(format!("crates/{package}/Cargo.toml"))
        }
        [
            "cargo",
            "test",
            "-p",
            package,
            "--test",
            test,
            "--",
            "--ignored",
        ] => exists(format!("crates/{package}/tests/{test}/main.rs")),
        ["cargo", "test", "-p", package, "--test", test] => {
            exists(format!("crates/{package}/tests/{test}.rs"))
        }
        ["cargo", "test", "--doc", packages @ ..] => {
            let mut packages = packages.iter().filter(|word| **word != "-p");
            packages.find_map(|package| exists(format!("crates/{package}/Cargo.toml")))
        }
        ["cargo", "bench", "-p", package] => exists(format!("crates/{package}/benches")),
        ["cargo", "tools"] => (!aliases().contains("\ntools = "))
            .then(|| "there is no such alias in .cargo/config.toml".to_owned()),
        ["cargo", "run" | "test"] | ["mdbook", "serve" | "build" | "test"] => None,
        ["cargo" | "mdbook", ..] => Some(format!("`{name}` is not a command this test knows")),
        ["{{#measured", ..] => None,
        [directive, slug] if directive.starts_with("{{#") => {
            exists(format!("examples/{}.rs", slug.trim_end_matches("}}")))
        }
        [path]
            if !path.contains("://")
                && (path.contains('/')
                    || [".md", ".rs", ".toml"]
                        .iter()
                        .any(|end| path.ends_with(end))) =>
        {
            exists((*path).to_owned())
        }
        _ => None,
    }
}

#[test]
fn every_command_and_path_they_name_exists() {
    let commands = commands();
    let named = named();
    assert!(named.len() > 40, "{named:?}");
    let complaints: Vec<String> = named
        .iter()
        .filter_map(|(document, name)| {
            Some(format!(
                "{document}: `{name}`: {}",
                complaint(name, &commands)?
            ))
        })
        // These are made by the commands that the sentence is about.
        .filter(|complaint| !complaint.contains("`book/`"))
        .collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn a_name_that_does_not_exist_is_found() {
    let commands = commands();
    for wrong in [
        "cargo run --example trains",
        "cargo run -- trains",
        "src/trains.md",
        "cargo test --test trains",
        "{{#listing trains}}",
    ] {
        assert!(complaint(wrong, &commands).is_some(), "{wrong}");
    }
}
