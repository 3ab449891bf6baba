//! Does the net hold? Breaks listings and goldens on purpose and counts what the tests catch.
//!
//! Each mutant is one file changed in one place. All of them go into a copy of the project,
//! each under a slug of its own (`SLUG--mutant-7`), and the project's own tests run there once:
//! `tests/outputs.rs` and `tests/compile_fail.rs` must complain of every one. Questions are broken too:
//! see [`mutate_questions`].

use crate::pages::check;
use crate::pages::mutate_questions::mutate_questions;
use crate::pages::site::text_if_there;
use anyhow::{Result, bail};
use lens::Verdict;
use listings::{Kind, Listing, Sources};
use rayon::prelude::*;
use runner::{Command, End, Limits};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many mutants: the same number of programs that run, of rejected ones, and of goldens of each.
const MUTANTS: usize = 240;
/// The same seed gives the same mutants.
const SEED: u64 = 2024;
/// Where the result is kept, for the page that shows it.
const REPORT: &str = "tests/reports/mutation.txt";
/// Survivors that make no difference, a line each: `PLACE: CHANGE | why`. Judged by a person.
const EQUIVALENT: &str = "tests/equivalent-mutants.txt";

/// How long the tests may take: some minutes, on a slow computer some more.
const PATIENCE: Duration = Duration::from_secs(3 * 3600);

struct Mutant<'a> {
    listing: &'a Listing,
    /// The listing's own file or one of its goldens.
    extension: &'static str,
    line: usize,
    change: String,
    text: String,
}

/// Mutates, tests, and writes the report of the book at `root`.
pub fn mutate(root: &Path) -> Result<()> {
    let (sources, problems) = Sources::read(root);
    if !problems.is_empty() {
        bail!("{}", check::report(&problems));
    }
    let mutants = mutants(&sources)?;
    println!("Compiling {} mutants …", mutants.len());
    let compiles: Vec<bool> = mutants
        .par_iter()
        .map(|mutant| match mutant.extension {
            "rs" => Ok(lens::check(&mutant.text, lens::LIMIT)? == Verdict::Accepted),
            _ => Ok(mutant.listing.kind == Kind::Runs),
        })
        .collect::<Result<_>>()?;

    let copy = root.join("target/mutate/project");
    copy_project(root, &copy)?;
    let mut page = String::from("# Mutants\n");
    for (number, (mutant, compiles)) in mutants.iter().zip(&compiles).enumerate() {
        // A program that does not compile would keep the others from being built;
        // a listing that does not compile is caught already.
        if mutant.listing.kind == Kind::Rejected || *compiles {
            plant(&sources, &copy, mutant, number, &mut page)?;
        }
    }
    fs::write(copy.join("src/mutants.md"), page)?;
    let summary = copy.join("src/SUMMARY.md");
    fs::write(
        &summary,
        fs::read_to_string(&summary)? + "\n- [Mutants](mutants.md)\n",
    )?;

    println!("Running the tests on them …");
    let said = run_tests(&copy, &root.join("target/mutate/target"))?;
    let survivors: BTreeSet<String> = (mutants.iter().zip(&compiles).enumerate())
        .filter(|(number, (mutant, compiles))| {
            let caught_by_compiler = mutant.listing.kind == Kind::Runs && !**compiles;
            !caught_by_compiler && !complained_of(&said, mutant, *number)
        })
        .map(|(_, (mutant, _))| {
            let path = mutant.listing.beside(mutant.extension);
            format!("{}:{}: {}", path.display(), mutant.line, mutant.change)
        })
        .collect();

    let judged = text_if_there(root, EQUIVALENT)?.unwrap_or_default();
    println!("Breaking questions …");
    let report = report(mutants.len(), &survivors, &judged)
        + "\n"
        + &mutate_questions(root, &sources, SEED)?;
    let path = root.join(REPORT);
    fs::create_dir_all(path.parent().unwrap_or(root))?;
    fs::write(&path, &report)?;
    fs::remove_dir_all(&copy)?;
    println!("\n{report}\nWrote {REPORT}");
    Ok(())
}

/// An equal share of each kind of file, chosen at random from all one-place changes.
fn mutants(sources: &Sources) -> Result<Vec<Mutant<'_>>> {
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut chosen = Vec::new();
    for (kind, extensions) in [
        (Kind::Runs, &["rs"][..]),
        (Kind::Rejected, &["rs"]),
        (Kind::Runs, &["stdout", "panic"]),
        (Kind::Rejected, &["stderr"]),
    ] {
        let mut possible = Vec::new();
        for listing in sources
            .library
            .iter()
            .filter(|listing| listing.kind == kind)
        {
            for extension in extensions {
                let Ok(text) = fs::read_to_string(sources.root.join(listing.beside(extension)))
                else {
                    continue;
                };
                possible.extend(
                    changes(&text, *extension == "rs")
                        .into_iter()
                        .map(|change| Mutant {
                            listing,
                            extension,
                            line: change.line,
                            change: change.what,
                            text: change.text,
                        }),
                );
            }
        }
        if possible.len() < MUTANTS / 4 {
            bail!(
                "only {} changes are possible to {extensions:?}",
                possible.len()
            );
        }
        random.shuffle(&mut possible);
        chosen.extend(possible.into_iter().take(MUTANTS / 4));
    }
    Ok(chosen)
}

/// A text that is changed in one place.
pub(crate) struct Change {
    pub line: usize,
    pub what: String,
    pub text: String,
}

/// Every one-place change of a text: a literal, a removed `&` or `mut`, a removed or swapped
/// line, an edited word.
pub(crate) fn changes(text: &str, program: bool) -> Vec<Change> {
    let lines: Vec<&str> = text.lines().collect();
    let mut changes = Vec::new();
    let mut change = |index: usize, what: String, new: Vec<String>| {
        let text = new.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        changes.push(Change {
            line: index + 1,
            what,
            text,
        });
    };
    let with = |index: usize, line: String| {
        let mut new: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        new[index] = line;
        new
    };
    for (index, line) in lines.iter().enumerate() {
        if line.trim().is_empty() || line.trim_start().starts_with("//") {
            continue;
        }
        let mut removed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        removed.remove(index);
        change(index, "removed the line".into(), removed);
        if let Some(next) = lines
            .get(index + 1)
            .filter(|next| next != &line && !next.trim().is_empty())
        {
            let mut swapped = with(index, (*next).to_owned());
            swapped[index + 1] = (*line).to_owned();
            change(index, "swapped the line with the next".into(), swapped);
        }
        if let Some(at) = line.find(|c: char| c.is_ascii_digit()) {
            let digit = line.as_bytes()[at] - b'0';
            let other = (digit + 1) % 10;
            let new = format!("{}{other}{}", &line[..at], &line[at + 1..]);
            change(
                index,
                format!("changed the digit {digit} to {other}"),
                with(index, new),
            );
        }
        let removable: &[&str] = if program {
            &["&mut ", "&", "mut ", ".clone()", "move "]
        } else {
            &[]
        };
        for word in removable {
            if let Some(at) = line.find(word) {
                let new = format!("{}{}", &line[..at], &line[at + word.len()..]);
                change(
                    index,
                    format!("removed \"{}\"", word.trim()),
                    with(index, new),
                );
            }
        }
        let words = if program {
            line.find('"').map(|at| at + 1)
        } else {
            Some(0)
        };
        if let Some(from) = words
            && let Some(at) = line[from..].find(|c: char| c.is_ascii_lowercase())
        {
            let at = from + at;
            let other = if &line[at..=at] == "x" { "y" } else { "x" };
            let new = format!("{}{other}{}", &line[..at], &line[at + 1..]);
            change(
                index,
                format!("edited a word at column {}", at + 1),
                with(index, new),
            );
        }
    }
    changes
}

/// Writes a mutant and the untouched files beside it into the copy.
fn plant(
    sources: &Sources,
    copy: &Path,
    mutant: &Mutant<'_>,
    number: usize,
    page: &mut String,
) -> Result<()> {
    let listing = mutant.listing;
    let panics = sources.panicking().contains(listing.slug.as_str());
    let renamed = slug(mutant, number);
    let goldens = sources.expected_goldens();
    let beside = goldens
        .iter()
        .filter(|(_, owner)| owner.slug == listing.slug)
        .map(|(path, _)| path.clone());
    for path in beside.chain([listing.path()]) {
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let text = if extension == mutant.extension {
            mutant.text.clone()
        } else {
            fs::read_to_string(sources.root.join(&path))?
        };
        let text = text.replace(&format!("{}.rs", listing.slug), &format!("{renamed}.rs"));
        fs::write(
            copy.join(path.with_file_name(format!("{renamed}.{extension}"))),
            text,
        )?;
    }
    if listing.kind == Kind::Runs {
        let option = if panics { " panics" } else { "" };
        writeln!(page, "\n{{{{#listing {renamed}{option}}}}}")?;
    }
    Ok(())
}

fn slug(mutant: &Mutant<'_>, number: usize) -> String {
    format!("{}--mutant-{number}", mutant.listing.slug)
}

/// The project without what is built from it.
pub(crate) fn copy_project(root: &Path, copy: &Path) -> Result<()> {
    if copy.exists() {
        fs::remove_dir_all(copy)?;
    }
    let built = ["target", "book", ".git", "wip"].map(|name| root.join(name));
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        fs::create_dir_all(copy.join(&folder))?;
        for entry in fs::read_dir(root.join(&folder))? {
            let path = folder.join(entry?.file_name());
            let from = root.join(&path);
            if built.contains(&from) {
                continue;
            }
            if from.is_dir() {
                folders.push(path);
            } else {
                fs::copy(&from, copy.join(&path))?;
            }
        }
    }
    Ok(())
}

/// What the project's own tests say of the copy.
fn run_tests(copy: &Path, target: &Path) -> Result<String> {
    let ran = Command::new(env!("CARGO"))
        .args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--test",
            "outputs",
            "--test",
            "compile_fail",
        ])
        .whole_environment()
        .env("CARGO_TARGET_DIR", target)
        .env("RUST_BACKTRACE", "0")
        .folder(copy)
        .limits(Limits::tool(PATIENCE))
        .run()?;
    let said = ran.stdout().into_owned() + &ran.stderr();
    // Half of what they say would let the other half of the mutants pass.
    if let End::Stopped(limit) = ran.end {
        bail!("`cargo test` {limit} and was stopped:\n{said}");
    }
    let said = without_colors(&said);
    if !said.contains("--mutant-") {
        bail!("the tests did not get as far as the mutants:\n{said}");
    }
    Ok(said)
}

/// trybuild colors what it says.
fn without_colors(said: &str) -> String {
    let mut parts = said.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        plain + part.split_once('m').map_or(part, |(_, rest)| rest)
    })
}

/// trybuild writes `test PATH ... ok` for what it lets pass; `tests/outputs.rs` names what it does not.
fn complained_of(said: &str, mutant: &Mutant<'_>, number: usize) -> bool {
    let slug = slug(mutant, number);
    match mutant.listing.kind {
        Kind::Runs => {
            said.contains(&format!("{slug}.stdout:1:"))
                || said.contains(&format!("{slug}.panic:1:"))
                || said.contains(&format!("{slug}.rs:1:"))
        }
        Kind::Report => false,
        Kind::Rejected => said
            .lines()
            .find(|line| line.contains(&format!("{slug}.rs ...")))
            .is_some_and(|line| !line.contains("... ok")),
    }
}

/// How many mutants were caught, of those that make a difference; and the others by name.
fn report(mutants: usize, survivors: &BTreeSet<String>, judged: &str) -> String {
    let judged: BTreeMap<&str, &str> = judged
        .lines()
        .filter_map(|line| line.split_once(" | "))
        .collect();
    let (equivalent, missed): (Vec<&String>, Vec<&String>) = survivors
        .iter()
        .partition(|survivor| judged.contains_key(survivor.as_str()));
    let different = mutants - equivalent.len();
    let caught = different - missed.len();
    let percent = 100.0 * caught as f64 / different as f64;
    let mut report = format!(
        "{mutants} one-place changes, seed {SEED}; {} of them make no difference\n{caught} of the other {different} caught ({percent:.1}%)\n",
        equivalent.len()
    );
    let mut list = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            report += &format!("\n{title}:\n{}\n", lines.join("\n"));
        }
    };
    list("Not caught", missed.into_iter().cloned().collect());
    let reasons = equivalent
        .iter()
        .map(|survivor| format!("{survivor}: {}", judged[survivor.as_str()]));
    list("No difference", reasons.collect());
    report
}
