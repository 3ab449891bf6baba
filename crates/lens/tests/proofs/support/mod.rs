//! The book's listings, which these tests take as their programs, and their timelines.
#![allow(dead_code, reason = "each test uses its own part")]

pub mod mended;
pub mod part;
pub mod reports;
pub mod rustc;

use lens::{Cache, LensError, Options, Patience, Timeline, Trace, timeline, trace_within};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The name and text of every program in a folder of the book.
pub fn listings(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(folder);
    let mut listings: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("a listing"))
        })
        .collect();
    listings.sort();
    listings
}

/// The examples whose memory pages draw: those with a golden beside them.
pub fn listings_with_memory() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut listings = listings("examples");
    listings.retain(|(name, _)| folder.join(format!("{name}.memory")).is_file());
    listings
}

/// A program's trace, on a machine that may be busy: one that is stopped for its time would be
/// another each time.
pub fn traced(source: &str) -> Result<Trace, LensError> {
    let patience = Patience {
        compiling: Duration::from_secs(100),
        running: 100,
        ..Patience::default()
    };
    trace_within(source, None, patience)
}

/// The timeline of a program, kept for the next run of the tests: it depends on the program, the
/// compiler and the lens alone.
pub fn kept_timeline(source: &str) -> Result<Timeline, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let cache = Cache::open(&root).expect("rustc starts");
    let options = Options {
        limit: Duration::from_secs(60),
        ..Options::default()
    };
    let answer = cache.get_or_ask("timeline", source, |source| {
        match timeline(source, &options) {
            Err(error) if error.may_pass() => Err::<_, LensError>(error),
            timeline => Ok(timeline.map_err(|error| error.to_string())),
        }
    });
    answer.unwrap_or_else(|error| Err(error.to_string()))
}
