//! Regenerates every golden from real runs: examples run, trybuild compiles.

use crate::pages::{check, contents};
use crate::words::{memory as words, table};
use anyhow::{Context, Result, bail};
use languages::{Language, observe_example};
use lens::Cache;
use listings::{Kind, Other, Problem, Sources};
use rayon::prelude::*;
use runner::{Command, Limits, Store};
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// How long cargo may take: a first build on a slow computer, and all its tests.
const PATIENCE: Duration = Duration::from_secs(3600);

/// Writes every golden of the book at `root` anew and deletes those that belong to nothing.
pub fn bless(root: &Path) -> Result<()> {
    let (sources, problems) = Sources::read(root);
    if !problems.is_empty() {
        bail!("{}", check::report(&problems));
    }
    if root.join("theme").is_dir() {
        write(
            &sources,
            Path::new(contents::PARTIAL),
            &contents::partial(root)?,
        )?;
    }
    println!("Running the examples …");
    cargo(root, &["build", "--quiet", "--examples"], &[]).context("an example does not build")?;
    bless_examples(&sources)?;
    println!("Asking rustc for the timelines …");
    bless_timelines(&sources)?;
    println!("Running the examples again for their memory …");
    bless_memory(&sources)?;
    println!("Running the programs in other languages …");
    bless_other_languages(&sources)?;
    println!("Compiling the rejected programs …");
    cargo(
        root,
        &["test", "--quiet", "--test", "compile_fail"],
        &[("TRYBUILD", "overwrite")],
    )
    .context("a rejected program compiles")?;
    for stray in sources.stray_goldens() {
        println!("Deleted {}", stray.display());
        fs::remove_file(root.join(stray))?;
    }
    println!("Blessed. Now read `git diff`.");
    Ok(())
}

fn bless_examples(sources: &Sources) -> Result<()> {
    let panicking = sources.panicking();
    let mut problems = Vec::new();
    for listing in sources
        .library
        .iter()
        .filter(|listing| listing.kind == Kind::Runs)
    {
        let program = sources
            .root
            .join("target/debug/examples")
            .join(format!("{}{EXE_SUFFIX}", listing.slug));
        let observed =
            observe_example(&program).with_context(|| format!("{} does not run", listing.slug))?;
        write(sources, &listing.beside("stdout"), &observed.stdout)?;
        match (observed.panic, panicking.contains(listing.slug.as_str())) {
            (Some(panic), true) => write(sources, &listing.beside("panic"), &panic)?,
            (None, false) => {}
            (Some(panic), false) => problems.push(Problem::at(
                listing.path(),
                1,
                format!("the program panics: {}", panic.replace('\n', " ")),
                format!(
                    "mend it, or write `{{{{#listing {} panics}}}}`",
                    listing.slug
                ),
            )),
            (None, true) => problems.push(Problem::at(
                listing.path(),
                1,
                "a page says `panics`, and the program ends well",
                "take the word out of the directive",
            )),
        }
    }
    if !problems.is_empty() {
        bail!("{}", check::report(&problems));
    }
    Ok(())
}

fn bless_timelines(sources: &Sources) -> Result<()> {
    for (slug, timeline) in check::timelines(
        sources,
        &sources.with_timeline(),
        &Cache::open(&sources.root)?,
    )? {
        let Some(listing) = sources.library.get(&slug) else {
            continue;
        };
        match timeline {
            Ok(timeline) => write(
                sources,
                &listing.beside("timeline"),
                &table::kept(&listing.source, &timeline),
            )?,
            Err(error) => bail!("{}: {error}", listing.path().display()),
        }
    }
    Ok(())
}

fn bless_memory(sources: &Sources) -> Result<()> {
    if !lens::CAN_TRACE {
        println!("Left every .memory as it was: memory cannot be traced here");
        return Ok(());
    }
    for (slug, trace) in check::traces(
        sources,
        &sources.with_memory(),
        &Cache::open(&sources.root)?,
    )? {
        if let Some(listing) = sources.library.get(&slug) {
            let golden = words::kept(&listing.source, &trace);
            write(sources, &listing.beside("memory"), &golden)?;
        }
    }
    Ok(())
}

fn bless_other_languages(sources: &Sources) -> Result<()> {
    let others: Vec<&Other> = sources
        .library
        .iter()
        .flat_map(|listing| &listing.others)
        .collect();
    let built = Store::open(sources.root.join("target/answers"))?;
    let observed: Vec<Option<String>> = others
        .par_iter()
        .map(
            |other| match Language::of(&other.path).and_then(Language::missing_tool) {
                Some(tool) => {
                    println!(
                        "Left {} as it was: there is no {tool} here",
                        other.golden.display()
                    );
                    Ok(None)
                }
                None => languages::observe(&sources.root.join(&other.path), &built).map(Some),
            },
        )
        .collect::<Result<_>>()?;
    for (other, observed) in others.iter().zip(observed) {
        if let Some(observed) = observed {
            write(sources, &other.golden, &observed)?;
        }
    }
    Ok(())
}

/// Writes a golden if it has changed.
fn write(sources: &Sources, path: &Path, text: &str) -> Result<()> {
    let file = sources.root.join(path);
    if fs::read_to_string(&file).ok().as_deref() != Some(text) {
        fs::write(&file, text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("Wrote {}", path.display());
    }
    Ok(())
}

/// Runs cargo quietly; what it said is shown if it fails.
fn cargo(root: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Result<()> {
    let command = Command::new(env!("CARGO"))
        .args(arguments)
        .whole_environment()
        .folder(root)
        .limits(Limits::tool(PATIENCE));
    let command = environment
        .iter()
        .fold(command, |command, (name, value)| command.env(name, value));
    let ran = command.run()?;
    if !ran.succeeded() {
        bail!(
            "`cargo {}` {}:\n{}{}",
            arguments.join(" "),
            ran.end,
            ran.stdout(),
            ran.stderr()
        );
    }
    Ok(())
}
