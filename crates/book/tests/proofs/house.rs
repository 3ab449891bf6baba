//! The house stands as CONTRIBUTING.md draws it: which crate uses which, which room of a crate uses
//! which, who starts processes, and what needs Unix.

use crate::support::{files, root};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Who uses whom, by name.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// The Rust files below a folder, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = files(folder);
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files
}

fn tokens(file: &Path) -> TokenStream {
    let text = fs::read_to_string(file).expect("a Rust file");
    text.parse().expect("Rust")
}

/// Every path of crates/*/src, by crate.
fn sources() -> BTreeMap<String, Vec<PathBuf>> {
    let crates = fs::read_dir(root().join("crates")).expect("the crates");
    let crates = crates.flatten().map(|entry| entry.path());
    crates
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (name.into_owned(), rust_files(&path.join("src")))
        })
        .collect()
}

/// The arrows drawn in CONTRIBUTING.md under a heading: lines such as `lens → runner, syn`.
fn drawn(heading: &str) -> Arrows {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("the document");
    let (_, after) = text.split_once(heading).expect("the heading");
    let block = after.split("```").nth(1).expect("a block under it");
    let lines = block.lines().filter_map(|line| line.split_once(" → "));
    lines
        .map(|(from, to)| {
            let to = to.split(',').map(|name| name.trim().to_owned());
            (from.trim().to_owned(), to.collect())
        })
        .collect()
}

/// The arrows between the crates, from cargo.
fn between_crates() -> Arrows {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo starts");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let mut arrows = Arrows::new();
    for package in list(&metadata["packages"]) {
        let own = list(&package["dependencies"]);
        let own = own
            .iter()
            .filter(|dependency| !dependency["path"].is_null());
        let used: BTreeSet<String> = own
            .filter_map(|dependency| Some(dependency["name"].as_str()?.to_owned()))
            .collect();
        if !used.is_empty() {
            let name = package["name"].as_str().expect("a name");
            arrows.insert(name.to_owned(), used);
        }
    }
    arrows
}

/// The way of a file below `crates/NAME/src/` of a book at `root`, as modules: `pages`, `site`.
fn modules(root: &Path, file: &Path) -> Vec<String> {
    let below = file.strip_prefix(root.join("crates")).unwrap_or(file);
    let below = below.with_extension("");
    let parts = below.iter().skip(2);
    let mut parts: Vec<String> = parts.map(|part| part.to_string_lossy().into()).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// The room of a file: its folder directly below `src/`, or the file itself.
fn room(file: &Path) -> String {
    modules(root(), file).swap_remove(0)
}

/// What some tokens, `depth` modules below the root of their crate, name there: `a` and `b` of
/// `use crate::{a::c, b};`, and `a` of `super::a` in a module directly below the root.
fn named_at_root(stream: TokenStream, depth: usize, named: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let is = |at: usize, word: &str| {
        tokens
            .get(at)
            .is_some_and(|token| token.to_string() == word)
    };
    let mut at = 0;
    while at < tokens.len() {
        let mut left = depth;
        let start = at;
        // Past the two colons.
        if is(at, "crate") {
            (left, at) = (0, at + 3);
        }
        while is(at, "super") {
            (left, at) = (left.saturating_sub(1), at + 3);
        }
        let is_path = at > start;
        match tokens.get(at) {
            Some(TokenTree::Ident(name)) if is_path && left == 0 => {
                named.insert(name.to_string());
            }
            Some(TokenTree::Group(group)) if is_path => {
                let mut begins = left == 0;
                for part in group.stream() {
                    match &part {
                        TokenTree::Ident(name) if begins && name != "super" => {
                            named.insert(name.to_string());
                        }
                        _ => {}
                    }
                    let comma = matches!(&part, TokenTree::Punct(comma) if comma.as_char() == ',');
                    begins = left == 0 && comma;
                }
                named_at_root(group.stream(), left, named);
            }
            Some(TokenTree::Group(group)) => {
                let inner = usize::from(at > 1 && is(at - 2, "mod"));
                named_at_root(group.stream(), depth + inner, named);
            }
            _ => {}
        }
        at += 1;
    }
}

/// The rooms that the root of a crate gives names from: `Store` is of `store` after
/// `pub use store::{Store, fingerprint};`.
fn homes(root_file: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root_file).expect("the root of a crate");
    let mut homes = BTreeMap::new();
    for statement in text.split(';') {
        let Some((_, path)) = statement.split_once("use ") else {
            continue;
        };
        let Some((home, names)) = path.split_once("::") else {
            continue;
        };
        let names = names.split(|c: char| !c.is_alphanumeric() && c != '_');
        for name in names.filter(|name| !name.is_empty()) {
            homes.insert(name.to_owned(), home.trim().to_owned());
        }
    }
    homes
}

/// The arrows between the rooms of a crate. Its root, which only puts them together, is none.
fn between_rooms(sources: &[PathBuf]) -> Arrows {
    let is_root = |path: &&PathBuf| ["lib", "main"].contains(&&*room(path));
    let homes = sources.iter().find(is_root).map(|root| homes(root));
    let homes = homes.unwrap_or_default();
    let rooms: BTreeSet<String> = sources.iter().map(|file| room(file)).collect();
    let mut arrows = Arrows::new();
    for file in sources.iter().filter(|file| !is_root(file)) {
        let mut named = BTreeSet::new();
        named_at_root(tokens(file), modules(root(), file).len(), &mut named);
        for name in named {
            let home = homes.get(&name).filter(|home| rooms.contains(*home));
            let home = home.unwrap_or(&name);
            // What is in no room is the root's own.
            let home = if rooms.contains(home) { home } else { "lib" };
            if home != room(file) {
                arrows
                    .entry(room(file))
                    .or_default()
                    .insert(home.to_owned());
            }
        }
    }
    // The root uses every room.
    if arrows.values().any(|to| to.contains("lib")) {
        arrows.insert("lib".to_owned(), arrows.keys().cloned().collect());
    }
    arrows
}

/// A way from somewhere back to itself, if there is one.
fn circle(arrows: &Arrows) -> Option<Vec<String>> {
    fn follow(arrows: &Arrows, way: &mut Vec<String>) -> bool {
        let here = way[way.len() - 1].clone();
        for next in arrows.get(&here).into_iter().flatten() {
            if *next == way[0] {
                return true;
            }
            if !way.contains(next) {
                way.push(next.clone());
                if follow(arrows, way) {
                    return true;
                }
                way.pop();
            }
        }
        false
    }
    arrows.keys().find_map(|start| {
        let mut way = vec![start.clone()];
        follow(arrows, &mut way).then_some(way)
    })
}

#[test]
fn crates_use_one_another_as_contributing_draws_it() {
    let arrows = between_crates();
    assert_eq!(arrows, drawn("Between the crates"));
    assert_eq!(circle(&arrows), None);
}

#[test]
fn rooms_use_one_another_as_contributing_draws_it_and_never_in_a_circle() {
    let mut looked_at = 0;
    for (name, sources) in sources() {
        let arrows = between_rooms(&sources);
        assert_eq!(circle(&arrows), None, "{name}: {arrows:?}");
        if ["book", "lens"].contains(&&*name) {
            assert_eq!(arrows, drawn(&format!("Within `{name}`")), "{name}");
            looked_at += 1;
        }
    }
    assert_eq!(looked_at, 2);
}

#[test]
fn a_circle_is_found() {
    let arrows = |pairs: &[(&str, &str)]| {
        let mut arrows = Arrows::new();
        for (from, to) in pairs {
            arrows
                .entry((*from).to_owned())
                .or_default()
                .insert((*to).to_owned());
        }
        arrows
    };
    assert_eq!(circle(&arrows(&[("a", "b"), ("b", "c"), ("a", "c")])), None);
    assert!(circle(&arrows(&[("a", "b"), ("b", "c"), ("c", "b")])).is_some());
}

/// Whether what an attribute stands before is compiled for Unix alone.
fn is_for_unix(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    let names = |word: &str| text.contains(word);
    text.split('(')
        .next()
        .is_some_and(|name| name.trim() == "cfg")
        && (names("unix") || names("target_os"))
        && !names("not")
        && !names("windows")
}

/// The lines of some tokens at which something wanted begins, but for what stands behind an
/// attribute that guards it.
fn found(
    stream: TokenStream,
    guards: &dyn Fn(&Group) -> bool,
    wanted: &dyn Fn(&[TokenTree]) -> bool,
) -> Vec<usize> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut lines = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let [TokenTree::Punct(hash), rest @ ..] = &tokens[at..]
            && hash.as_char() == '#'
        {
            let inner =
                matches!(rest.first(), Some(TokenTree::Punct(bang)) if bang.as_char() == '!');
            let Some(TokenTree::Group(attribute)) = rest.get(usize::from(inner)) else {
                at += 1;
                continue;
            };
            at += 2 + usize::from(inner);
            let guarded = guards(attribute);
            if guarded && inner {
                return lines;
            }
            if guarded {
                // To the end of what it stands before.
                while at < tokens.len() {
                    let ends = match &tokens[at] {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(end) => end.as_char() == ';',
                        _ => false,
                    };
                    at += 1;
                    if ends {
                        break;
                    }
                }
            }
            continue;
        }
        if wanted(&tokens[at..]) {
            lines.push(tokens[at].span().start().line);
        }
        if let TokenTree::Group(group) = &tokens[at] {
            lines.extend(found(group.stream(), guards, wanted));
        }
        at += 1;
    }
    lines
}

/// Whether tokens begin with this path, as it is written without spaces.
fn begin_with(tokens: &[TokenTree], path: &str) -> bool {
    let parts = path.replace("::", " : : ");
    let mut parts = parts.split_whitespace();
    let mut tokens = tokens.iter();
    parts.all(|part| tokens.next().is_some_and(|token| token.to_string() == part))
}

fn complaints(
    files: &[PathBuf],
    guards: &dyn Fn(&Group) -> bool,
    wanted: &dyn Fn(&[TokenTree]) -> bool,
) -> Vec<String> {
    let of_file = |file: &PathBuf| {
        let lines = found(tokens(file), guards, wanted).into_iter();
        let name = file
            .strip_prefix(root())
            .unwrap_or(file)
            .display()
            .to_string();
        lines
            .map(move |line| format!("{name}:{line}"))
            .collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).collect()
}

/// Whether tokens begin with what starts a process.
fn starts_a_process(tokens: &[TokenTree]) -> bool {
    match tokens.get(3) {
        Some(TokenTree::Group(names)) if begin_with(tokens, "process::") => names
            .stream()
            .into_iter()
            .any(|name| name.to_string() == "Command"),
        _ => begin_with(tokens, "process::Command"),
    }
}

/// Nothing guards a process: it is seen on every system.
fn never(_: &Group) -> bool {
    false
}

#[test]
fn no_process_is_started_outside_the_runner() {
    let mut checked = 0;
    for (name, sources) in sources() {
        let lines = complaints(&sources, &never, &starts_a_process);
        if name == "runner" {
            checked += lines.len();
        } else {
            assert_eq!(lines, Vec::<String>::new(), "use `runner::Command`");
        }
    }
    assert!(checked > 0, "it would be seen: the runner does");
}

/// Whether tokens begin with what only Unix has.
fn needs_unix(tokens: &[TokenTree]) -> bool {
    let folder = match tokens.first() {
        Some(TokenTree::Literal(text)) => {
            let text = text.to_string();
            // Looked for before it is used, on whatever system.
            text != "\"/usr/bin/setarch\""
                && ["\"/proc", "\"/dev/", "\"/bin/", "\"/usr/"]
                    .iter()
                    .any(|begin| text.starts_with(begin))
        }
        _ => false,
    };
    let shell = match tokens {
        [TokenTree::Ident(new), TokenTree::Group(arguments), ..] if new == "new" => {
            let program = arguments.to_string();
            ["(\"sh\")", "(\"bash\")", "(\"kill\")", "(\"ps\")"].contains(&&*program)
        }
        _ => false,
    };
    folder
        || shell
        || ["os::unix", "os::fd", "os::linux"]
            .iter()
            .any(|path| begin_with(tokens, path))
}

#[test]
fn what_needs_unix_stands_behind_cfg() {
    let is_unix_alone = |sources: &Vec<PathBuf>| {
        let mut roots = sources.iter().filter(|file| room(file) == "lib");
        roots
            .any(|root| fs::read_to_string(root).is_ok_and(|text| text.contains("\n#![cfg(unix)]")))
    };
    let crates = sources().into_values();
    let crates = crates.filter(|sources| !is_unix_alone(sources));
    let mut files: Vec<PathBuf> = crates.flatten().collect();
    let tests = root().join("tests");
    let of_reader = ["build.rs", "compile_fail.rs", "outputs.rs", "skeptic.rs"];
    files.extend(of_reader.map(|file| tests.join(file)));
    let benches = ["growth.rs", "languages.rs"];
    files.extend(benches.map(|file| root().join("benches").join(file)));
    for name in sources().keys() {
        let of_crate = root().join("crates").join(name);
        files.extend(
            [of_crate.join("build.rs")]
                .into_iter()
                .filter(|file| file.is_file()),
        );
        let benches = of_crate.join("benches");
        files.extend(
            benches
                .is_dir()
                .then(|| rust_files(&benches))
                .into_iter()
                .flatten(),
        );
    }
    assert_eq!(
        complaints(&files, &is_for_unix, &needs_unix),
        Vec::<String>::new(),
        "put it behind `#[cfg(unix)]`"
    );
}

#[test]
fn a_use_of_unix_is_found_unless_it_is_guarded() {
    let lines = |text: &str| found(text.parse().expect("Rust"), &is_for_unix, &needs_unix);
    assert_eq!(lines("use std::os::unix::fs::PermissionsExt;"), [1]);
    assert_eq!(
        lines("#[cfg(unix)]\nuse std::os::unix::fs::PermissionsExt;\nfn f() {}"),
        [0; 0]
    );
    assert_eq!(
        lines("#[cfg(unix)]\nfn f() { read(\"/proc/self\") }\nfn g() { read(\"/dev/null\") }"),
        [3]
    );
    assert_eq!(lines("fn f() {\n Command::new(\"sh\");\n}"), [2]);
    assert_eq!(lines("#![cfg(unix)]\nuse std::os::fd::FromRawFd;"), [0; 0]);
    assert_eq!(lines("#[cfg(test)]\nuse std::os::fd::FromRawFd;"), [2]);
    let not_unix = ["windows", "not(unix)", "target_os = \"windows\""];
    for system in not_unix {
        let text = format!("#[cfg({system})]\nuse std::os::fd::FromRawFd;");
        assert_eq!(lines(&text), [2], "{system}");
    }
    assert_eq!(
        lines("#[cfg_attr(unix, inline)]\nfn f() { read(\"/proc\") }"),
        [2]
    );
    assert_eq!(lines("fn f() { is_there(\"/usr/bin/setarch\"); }"), [0; 0]);
}

#[test]
fn a_process_is_seen_behind_every_cfg() {
    let lines = |text: &str| found(text.parse().expect("Rust"), &never, &starts_a_process);
    assert_eq!(lines("#[cfg(unix)]\nuse std::process::Command;"), [2]);
    assert_eq!(
        lines("#![cfg(windows)]\nuse std::process::{Child, Command};"),
        [2]
    );
    assert_eq!(lines("use std::process::ExitCode;"), [0; 0]);
}

#[test]
fn a_room_is_found_wherever_the_book_stands() {
    let book = Path::new("/home/me/src/book");
    let of = |file: &str| modules(book, &book.join("crates").join(file));
    assert_eq!(of("book/src/pages/site.rs"), ["pages", "site"]);
    assert_eq!(of("lens/src/trace/mod.rs"), ["trace"]);
    assert_eq!(of("lens/src/cache.rs"), ["cache"]);
}

#[test]
fn an_arrow_is_seen_however_it_is_written() {
    let named = |text: &str, depth| {
        let mut named = BTreeSet::new();
        named_at_root(text.parse().expect("Rust"), depth, &mut named);
        named.into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(named("use crate::{a::c, b};", 2), "a b");
    assert_eq!(named("fn f() { crate::a::g() }", 2), "a");
    assert_eq!(named("use super::a::c;", 1), "a");
    assert_eq!(named("use super::a::c;", 2), "");
    assert_eq!(named("fn f() { super::super::a::g() }", 2), "a");
    assert_eq!(named("use super::super::{a, b::c};", 2), "a b");
    assert_eq!(named("use super::{super::a, b};", 2), "a");
    assert_eq!(
        named("mod tests { use super::b; use super::super::a; }", 1),
        "a"
    );
}
