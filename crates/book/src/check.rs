//! What only a compiler can say of the sources: a listing compiles, a rejected program does not.

use crate::cache::Cache;
use anyhow::Result;
use lens::Verdict;
use listings::{Kind, Listing, Problem, Sources};
use rayon::prelude::*;
use std::path::PathBuf;
use std::{collections::BTreeMap, path::Path};

/// A book in which nothing is wrong that a machine can find before it is rendered.
pub struct Checked {
    /// The pages and listings.
    pub sources: Sources,
    /// The goldens, by path relative to the root.
    pub goldens: BTreeMap<PathBuf, String>,
}

/// Reads the book at `root`, or returns every problem in it at once.
pub fn check(root: &Path) -> Result<Result<Checked, Vec<Problem>>> {
    let (sources, mut problems) = Sources::read(root);
    let (goldens, found) = sources.goldens();
    problems.extend(found);
    let cache = Cache::open(root)?;
    let listings: Vec<&Listing> = sources.library.iter().collect();
    let verdicts: Vec<Option<Problem>> = listings
        .par_iter()
        .map(|listing| broken_promise(&cache, listing))
        .collect::<Result<_>>()?;
    problems.extend(verdicts.into_iter().flatten());
    problems.sort();
    Ok(if problems.is_empty() {
        Ok(Checked { sources, goldens })
    } else {
        Err(problems)
    })
}

fn broken_promise(cache: &Cache, listing: &Listing) -> Result<Option<Problem>> {
    if listing.kind == Kind::Report {
        return Ok(None);
    }
    let verdict = cache.get_or_ask("check", &listing.source, |source| Ok(lens::check(source)?))?;
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
