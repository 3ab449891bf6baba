//! Every example prints exactly what the book says it prints.

use languages::observe_example;
use listings::{Kind, Sources};
use std::env::{self, consts::EXE_SUFFIX};
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn sources() -> Sources {
    let (sources, problems) = Sources::read(root());
    assert_eq!(problems, [], "the pages and listings are in order");
    sources
}

#[test]
fn every_example_prints_its_golden() {
    let sources = sources();
    let (goldens, missing) = sources.goldens();
    let mut complaints: Vec<String> = missing.iter().map(ToString::to_string).collect();
    let programs = build_examples();
    let panicking = sources.panicking();
    for listing in sources
        .library
        .iter()
        .filter(|listing| listing.kind == Kind::Runs)
    {
        let program = programs.join(format!("{}{EXE_SUFFIX}", listing.slug));
        let observed = match observe_example(&program) {
            Ok(observed) => observed,
            Err(error) => {
                complaints.push(format!("{}:1: {error:#}", listing.path().display()));
                continue;
            }
        };
        let mut compare = |extension, printed: Option<&String>| {
            let path = listing.beside(extension);
            if goldens.get(&path) != printed {
                complaints.push(format!(
                    "{}:1: does not say what {} shows now; run `cargo run -- bless` and read the diff\n{}",
                    path.display(),
                    listing.slug,
                    printed.map_or("(it ended well)", String::as_str),
                ));
            }
        };
        compare("stdout", Some(&observed.stdout));
        match (&observed.panic, panicking.contains(listing.slug.as_str())) {
            (panic, true) => compare("panic", panic.as_ref()),
            (None, false) => {}
            (Some(panic), false) => complaints.push(format!(
                "{}:1: panics, and its page does not say so; write `{{{{#listing {} panics}}}}`\n{panic}",
                listing.path().display(),
                listing.slug,
            )),
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_listing_is_shown_and_every_golden_belongs_to_a_listing() {
    let complaints: Vec<String> = sources().unused().iter().map(ToString::to_string).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Builds the examples, so that `cargo test --test outputs` alone never runs stale ones,
/// and returns the folder they are in.
fn build_examples() -> PathBuf {
    let release: &[&str] = if cfg!(debug_assertions) {
        &[]
    } else {
        &["--release"]
    };
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--examples"])
        .args(release)
        .current_dir(root())
        .status()
        .expect("cargo starts");
    assert!(status.success(), "the examples build");
    let test = env::current_exe().expect("this test has a path");
    let profile = test.ancestors().nth(2).expect("target/debug/deps/outputs");
    profile.join("examples")
}
