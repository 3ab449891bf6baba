//! Every listing of the book can be traced or says why not; its trace is the same in every run, and
//! it prints what the listing prints.

use crate::support::part::part;
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// Every how many listings the quick test takes one.
const SAMPLE: usize = 12;

/// The listings that are not traced, and the reason that their reader is given.
const NOT_TRACED: &[(&str, &str)] = &[
    ("comparison-counting-in-two-threads", THREADS),
    ("deeper-a-handle-for-each-thread", THREADS),
    ("deeper-a-poisoned-lock", THREADS),
    ("deeper-a-race-that-rust-lets-pass", THREADS),
    ("deeper-a-shared-lock", THREADS),
    ("deeper-a-thread-that-borrows-in-a-scope", THREADS),
    ("deeper-a-thread-that-owns-its-list", THREADS),
    ("deeper-counting-with-an-atomic", THREADS),
    ("deeper-looking-and-selling-in-one-step", THREADS),
    ("deeper-messages-between-threads", THREADS),
    ("deeper-two-clerks-one-list", THREADS),
    ("deeper-two-locks-in-two-orders", THREADS),
    ("deeper-waiting-for-oneself", THREADS),
];

/// Why a program that starts threads is not traced.
const THREADS: &str = "the program starts a thread, and then several run at once: there is no one order of steps to draw";

/// The listings whose own values differ from run to run: the name of a file has the process id.
const DIFFERENT_EACH_TIME: &[&str] = &[
    "comparison-closing-a-file-on-time",
    "ownership-a-file-is-unlocked",
];

/// A listing's trace as JSON and what the traced program printed, or why there is none.
fn traced(source: &str) -> Result<(String, String), String> {
    let trace = crate::support::traced(source).map_err(|error| error.to_string())?;
    let json = serde_json::to_string(&trace).expect("plain data");
    Ok((json, trace.output))
}

fn listings() -> Vec<(String, String)> {
    crate::support::listings("examples")
}

fn check(sample: &[(String, String)]) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let problems: Vec<String> = sample
        .par_iter()
        .filter_map(|(name, source)| {
            let reason = NOT_TRACED.iter().find(|(slug, _)| slug == name);
            let (first, second) = (traced(source), traced(source));
            let may_differ = DIFFERENT_EACH_TIME.contains(&name.as_str());
            match (first, reason) {
                (first, _) if first == second && may_differ => {
                    Some(format!("{name} is the same twice; take it off the list"))
                }
                (first, _) if first != second && !may_differ => {
                    Some(format!("{name}: two runs, two traces"))
                }
                (Err(why), None) => Some(format!("{name}: {why}")),
                (Err(why), Some((_, reason))) if !why.contains(reason) => {
                    Some(format!("{name}: not \"{reason}\" but {why}"))
                }
                (Err(_), Some(_)) => None,
                (Ok(_), Some(_)) => Some(format!("{name} is traced; take it off the list")),
                (Ok((_, output)), None) => {
                    let golden = fs::read_to_string(examples.join(format!("{name}.stdout")));
                    let golden = golden.expect("a golden");
                    (output != golden).then(|| format!("{name} prints {output:?}, not {golden:?}"))
                }
            }
        })
        .collect();
    println!("{} listings", sample.len());
    for (slug, _) in NOT_TRACED {
        assert!(listings().iter().any(|(name, _)| name == slug), "{slug}");
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn some_listings_are_traced_the_same_twice_and_print_what_they_print() {
    let sample: Vec<_> = listings().into_iter().step_by(SAMPLE).collect();
    check(&sample);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn every_listing_is_traced_the_same_twice_and_prints_what_it_prints() {
    check(&part(listings()));
}
