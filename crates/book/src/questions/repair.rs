//! `repair`: which edits make the program compile and print what is wanted? Each is compiled and run.

use crate::figures::inline;
use crate::questions::key::{Complaint, Facts, Key};
use crate::questions::{Choice, Opt};
use crate::words::questions as words;
use anyhow::{Context, Result, ensure};
use languages::observe_example;
use lens::{Cache, Patience, Verdict};
use listings::{Ask, Edit, Listing, Sources};
use rayon::prelude::*;
use runner::Limits;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::time::Duration;

/// What came of an edited program.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Came {
    /// rustc's message.
    Refused(String),
    /// It ran.
    Ran {
        /// What it printed.
        printed: String,
        /// Whether it ended well.
        well: bool,
        /// How many heap blocks it asked for, where that can be counted.
        blocks: Option<usize>,
    },
}

/// What came of each edited program, by its text.
pub type Edited = BTreeMap<String, Came>;

/// Compiles and runs every edit of every question.
pub fn edited(sources: &Sources, cache: &Cache, patience: Duration) -> Result<Edited> {
    let mut programs = Vec::new();
    for question in sources.questions() {
        if let (Ask::Repair { edits, .. }, Some(listing)) =
            (&question.ask, sources.library.get(&question.about))
        {
            let edited = edits.iter().map(|edit| edit.applied(&listing.source));
            programs.extend(edited.map(|program| (&question.about, program)));
        }
    }
    let run = |(slug, program): (&String, String)| {
        let came = cache.get_or_ask("edit", &program, |program| came_of(program, patience));
        Ok((program, came.with_context(|| format!("an edit of {slug}"))?))
    };
    programs.into_par_iter().map(run).collect()
}

fn came_of(program: &str, patience: Duration) -> Result<Came> {
    if let Verdict::Rejected(message) = lens::check(program, patience)? {
        return Ok(Came::Refused(message));
    }
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("edit.rs"), program)?;
    let built = folder.path().join(format!("edit{EXE_SUFFIX}"));
    let rustc = lens::rustc()?
        .args(["--edition=2024", "--cap-lints=allow", "edit.rs", "-o"])
        .arg(&built)
        .folder(folder.path())
        .limits(Limits::tool(patience))
        .run()?;
    ensure!(rustc.succeeded(), "rustc {}: {}", rustc.end, rustc.stderr());
    let observed = observe_example(&built)?;
    let traced = lens::trace_within(
        program,
        None,
        Patience {
            compiling: patience,
            running: patience.as_secs(),
            ..Patience::default()
        },
    );
    Ok(Came::Ran {
        printed: observed.stdout,
        well: observed.panic.is_none(),
        blocks: traced.ok().map(|trace| trace.allocations),
    })
}

/// What is to be chosen, and the sentence that answers it.
pub fn key(
    facts: &Facts<'_>,
    listing: &Listing,
    prints: &str,
    edits: &[Edit],
) -> Result<Key, Complaint> {
    let mut options = Vec::new();
    let mut costs = Vec::new();
    for edit in edits {
        let program = edit.applied(&listing.source);
        let Some(came) = facts.edited.get(&program) else {
            return Err(("an edit was not run".to_owned(), "build again".to_owned()));
        };
        let (right, found) = match came {
            Came::Refused(message) => (false, words::refused(message)),
            Came::Ran {
                printed,
                well,
                blocks,
            } => {
                let right = *well && printed.trim_end() == prints.trim_end();
                if right {
                    costs.extend(words::cost(&edit.text, *blocks));
                }
                (right, words::ran(printed.trim_end(), *well, right))
            }
        };
        options.push(Opt {
            text: inline::label(&edit.text),
            right,
            because: Some(inline::html(&format!("{found} {}", edit.because))),
        });
    }
    let right = options.iter().filter(|option| option.right).count();
    if right == 0 || right == options.len() {
        let found: Vec<String> = edits
            .iter()
            .map(|edit| found(facts, listing, edit))
            .collect();
        let what = match right {
            0 => format!(
                "no edit makes \"{}\" print {prints:?}: {}",
                listing.slug,
                found.join("; ")
            ),
            _ => format!("every edit makes \"{}\" print {prints:?}", listing.slug),
        };
        return Err((what, "offer edits that do and edits that do not".to_owned()));
    }
    // Where blocks cannot be counted, what came of the right edits answers it.
    let because = match costs.is_empty() {
        false => inline::html(&costs.join(" ")),
        true => {
            let right = options.iter().filter(|option| option.right);
            let sentences: Vec<&str> = right
                .filter_map(|option| option.because.as_deref())
                .collect();
            sentences.join(" ")
        }
    };
    let choice = Choice {
        legend: Some(words::ANY_EDIT.to_owned()),
        several: true,
        ..Choice::one(options)
    };
    Ok((vec![choice], because))
}

/// What came of an edit, for its author.
fn found(facts: &Facts<'_>, listing: &Listing, edit: &Edit) -> String {
    match facts.edited.get(&edit.applied(&listing.source)) {
        Some(Came::Refused(message)) => {
            let first = message.lines().find(|line| line.starts_with("error"));
            format!("`{}` is refused ({})", edit.text, first.unwrap_or("error"))
        }
        Some(Came::Ran { printed, .. }) => format!("`{}` prints {printed:?}", edit.text),
        None => format!("`{}` was not run", edit.text),
    }
}
