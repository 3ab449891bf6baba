//! What only a compiler can say of the sources: a listing compiles, a rejected program does not.

use crate::figures::measured::{self, Measurements};
use crate::figures::memory;
use crate::pages::contents;
use crate::pages::site::text_if_there;
use crate::questions::key::{self, Answers, Facts};
use crate::questions::repair;
use crate::words::{memory as words, table};
use anyhow::{Context, Result, bail};
use lens::{Cache, LensError};
use lens::{Ending, Options, Patience, Timeline, Trace, Verdict};
use listings::{Ask, Kind, Listing, Page, Problem, Sources};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

/// How long a listing of the book may take, on however busy a machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A book in which nothing is wrong that a machine can find before it is rendered.
pub struct Checked {
    /// The pages and listings.
    pub sources: Sources,
    /// The goldens, by path relative to the root.
    pub goldens: BTreeMap<PathBuf, String>,
    /// The timelines that pages draw or ask about, by slug, or why there is none.
    pub timelines: BTreeMap<String, Result<Timeline, String>>,
    /// The memory traces that pages draw or ask about, by slug, or why there is none.
    pub traces: BTreeMap<String, Result<Trace, String>>,
    /// The memory traces of the runs that rustc prevents, by the slug of the rejected program.
    pub prevented: BTreeMap<String, Trace>,
    /// The questions, each with its answer.
    pub answers: Answers,
    /// The measured comparison.
    pub measurements: Option<Measurements>,
}

/// Reads the book at `root`, or returns every problem in it at once.
pub fn check(root: &Path) -> Result<Result<Checked, Vec<Problem>>> {
    let (sources, mut problems) = Sources::read(root);
    let (goldens, found) = sources.goldens();
    problems.extend(found);
    let cache = Cache::open(root).context("rustc does not start; is it installed?")?;
    let listings: Vec<&Listing> = sources.library.iter().collect();
    let verdicts: Vec<Option<Problem>> = listings
        .par_iter()
        .map(|listing| broken_promise(&cache, listing))
        .collect::<Result<_>>()?;
    problems.extend(verdicts.into_iter().flatten());

    let drawn = sources.with_timeline();
    let asked = sources.asked(Ask::asks_timeline);
    let timelines: BTreeMap<String, Result<Timeline, String>> =
        timelines(&sources, &(&drawn | &asked), &cache)?
            .into_iter()
            .collect();
    for listing in drawn.iter().filter_map(|slug| sources.library.get(slug)) {
        match timelines.get(&listing.slug) {
            Some(Ok(timeline)) => {
                let path = listing.beside("timeline");
                let golden = goldens.get(&path);
                if golden.is_some_and(|golden| *golden != table::kept(&listing.source, timeline)) {
                    problems.push(Problem::at(
                        path,
                        1,
                        "does not say what rustc says now",
                        "run `cargo run -- bless` and read the diff",
                    ));
                }
            }
            Some(Err(error)) => problems.push(Problem::at(
                listing.path(),
                1,
                format!("has no timeline ({error})"),
                "mend it, or take `timeline` out of the directive",
            )),
            None => {}
        }
    }
    let prevented = prevented(&sources, &drawn, &cache, &mut problems)?;
    let drawn = sources.with_memory();
    let asked = sources.asked(Ask::asks_memory);
    let traces: BTreeMap<String, Result<Trace, String>> =
        traces(&sources, &(&drawn | &asked), &cache)?
            .into_iter()
            .collect();
    for listing in drawn.iter().filter_map(|slug| sources.library.get(slug)) {
        let Some(trace) = traces.get(&listing.slug) else {
            continue;
        };
        let path = listing.beside("memory");
        let says = words::kept(&listing.source, trace);
        // Where nothing can be traced, a golden cannot be compared.
        if lens::CAN_TRACE && goldens.get(&path).is_some_and(|golden| *golden != says) {
            problems.push(Problem::at(
                path,
                1,
                "does not say what the program's memory holds now",
                "run `cargo run -- bless` and read the diff",
            ));
        }
    }
    for page in &sources.pages {
        problems.extend(lines_without_a_step(page, &traces));
    }
    let facts = Facts {
        panicking: &sources.panicking(),
        goldens: &goldens,
        timelines: &timelines,
        traces: &traces,
        edited: &repair::edited(&sources, &cache, PATIENCE)?,
    };
    let (answers, found) = key::answers(&sources, &facts);
    problems.extend(found);
    let measurements = Measurements::read(root).unwrap_or_else(|problem| {
        problems.push(problem);
        None
    });
    for page in &sources.pages {
        problems.extend(measured::problems(measurements.as_ref(), page));
    }
    let kept = text_if_there(root, contents::PARTIAL)?;
    if problems.is_empty()
        && let Some(kept) = kept
        && kept != contents::partial(root)?
    {
        problems.push(Problem::at(
            contents::PARTIAL,
            1,
            "is not the contents of src/SUMMARY.md",
            "run `cargo run -- bless` and read the diff",
        ));
    }
    problems.sort();
    Ok(if problems.is_empty() {
        Ok(Checked {
            sources,
            goldens,
            timelines,
            traces,
            prevented,
            answers,
            measurements,
        })
    } else {
        Err(problems)
    })
}

/// The timelines of these listings, by slug, or why there is none.
pub fn timelines(
    sources: &Sources,
    slugs: &BTreeSet<&str>,
    cache: &Cache,
) -> Result<Vec<(String, Result<Timeline, String>)>> {
    each(sources, slugs, |listing| timeline(cache, &listing.source))
}

/// What the unchecked twins of these rejected programs do; one that cannot be followed is a problem.
fn prevented(
    sources: &Sources,
    slugs: &BTreeSet<&str>,
    cache: &Cache,
    problems: &mut Vec<Problem>,
) -> Result<BTreeMap<String, Trace>> {
    let mut prevented = BTreeMap::new();
    if !lens::CAN_TRACE {
        return Ok(prevented);
    }
    let traced = each(sources, slugs, |listing| {
        let twin = listing.unchecked.as_ref();
        twin.map(|twin| trace(cache, twin)).transpose()
    })?;
    for (slug, trace) in traced {
        match trace {
            Some(Ok(trace)) => _ = prevented.insert(slug, trace),
            Some(Err(why)) => problems.push(Problem::at(
                Path::new("tests/unchecked").join(format!("{slug}.rs")),
                1,
                format!("cannot be followed ({why})"),
                "mend it",
            )),
            None => {}
        }
    }
    Ok(prevented)
}

/// The memory traces of these listings, by slug, or why there is none.
pub fn traces(
    sources: &Sources,
    slugs: &BTreeSet<&str>,
    cache: &Cache,
) -> Result<Vec<(String, Result<Trace, String>)>> {
    each(sources, slugs, |listing| trace(cache, &listing.source))
}

/// A program's memory trace, or why there is none; an error that may pass is not kept.
fn trace(cache: &Cache, source: &str) -> Result<Result<Trace, String>> {
    cache.get_or_ask("memory", source, |source| {
        let timeline = match timeline(cache, source)? {
            Ok(timeline) => timeline,
            Err(message) => return Ok(Err(message)),
        };
        let patience = Patience {
            compiling: PATIENCE,
            running: PATIENCE.as_secs(),
            ..Patience::default()
        };
        match lens::trace_within(source, Some(&timeline), patience) {
            // What took too long here may end in time on the next try.
            Ok(Trace {
                ending: ending @ Ending::TimedOut { .. },
                ..
            }) => bail!("{ending}"),
            Err(error) if error.may_pass() => Err(error.into()),
            // The line helps who writes the program, not who reads the page.
            Err(LensError::NotHandled { message, .. }) => Ok(Err(message)),
            trace => Ok(trace.map_err(|error| error.to_string())),
        }
    })
}

/// The answer for each listing of these slugs.
fn each<T: Send>(
    sources: &Sources,
    slugs: &BTreeSet<&str>,
    ask: impl Fn(&Listing) -> Result<T> + Sync,
) -> Result<Vec<(String, T)>> {
    let slugs: Vec<&str> = slugs.iter().copied().collect();
    slugs
        .par_iter()
        .filter_map(|slug| sources.library.get(slug))
        .map(|listing| {
            let answer = ask(listing).with_context(|| listing.path().display().to_string())?;
            Ok((listing.slug.clone(), answer))
        })
        .collect()
}

/// A program's timeline, or why it has none; an error that may pass is not kept.
fn timeline(cache: &Cache, source: &str) -> Result<Result<Timeline, String>> {
    cache.get_or_ask("timeline", source, |source| {
        let options = Options {
            limit: PATIENCE,
            ..Options::default()
        };
        match lens::timeline(source, &options) {
            Err(error) if error.may_pass() => Err(error.into()),
            timeline => Ok(timeline.map_err(|error| error.to_string())),
        }
    })
}

/// Lines that a directive names and the program never comes to.
fn lines_without_a_step(
    page: &Page,
    traces: &BTreeMap<String, Result<Trace, String>>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for directive in page.directives() {
        let Some(Ok(trace)) = traces.get(&directive.slug) else {
            continue;
        };
        let there = memory::lines(trace);
        for line in directive.memory.iter().flatten() {
            if !there.contains(line) {
                let lines: Vec<String> = there.iter().map(usize::to_string).collect();
                problems.push(Problem::at(
                    &page.path,
                    directive.line,
                    format!("\"{}\" has no step before line {line}", directive.slug),
                    format!("name one of {}", lines.join(", ")),
                ));
            }
        }
    }
    problems
}

fn broken_promise(cache: &Cache, listing: &Listing) -> Result<Option<Problem>> {
    if listing.kind == Kind::Report {
        return Ok(None);
    }
    let verdict = cache
        .get_or_ask("check", &listing.source, |source| {
            lens::check(source, PATIENCE)
        })
        .with_context(|| listing.path().display().to_string())?;
    Ok(match (listing.kind, verdict) {
        (Kind::Runs, Verdict::Accepted)
        | (Kind::Rejected, Verdict::Rejected(_))
        | (Kind::Report, _) => None,
        (Kind::Runs, Verdict::Rejected(message)) => {
            let (line, error) = first_error(&message);
            Some(Problem::at(
                listing.path(),
                line,
                format!("the listing does not compile ({error})"),
                format!(
                    "mend it; `cargo build --example {}` shows the whole message",
                    listing.slug
                ),
            ))
        }
        (Kind::Rejected, Verdict::Accepted) => Some(Problem::at(
            listing.path(),
            1,
            "the rejected program compiles",
            "give it back its fault, or move it to examples/",
        )),
    })
}

/// The line and the headline of the first error in a message of rustc.
fn first_error(message: &str) -> (usize, &str) {
    let mut lines = message
        .lines()
        .skip_while(|line| !line.starts_with("error"));
    let headline = lines.next().unwrap_or("error");
    let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
    let line = place.and_then(|place| place.split(':').nth(1)?.parse().ok());
    (line.unwrap_or(1), headline)
}

/// All problems of a book in one text, a line each.
pub fn report(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems
        .iter()
        .map(|problem| format!("\n{problem}"))
        .collect();
    lines.concat()
}
