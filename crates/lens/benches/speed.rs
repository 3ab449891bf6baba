//! How long the lens takes for the listings of the book, against the compiler alone.
//!
//! `cargo bench -p lens` prints, for every listing and then for the small programs of the proofs, a
//! timeline's time over that of one plain check of the same program by rustc; then, for every listing whose memory a page draws, the time of a
//! trace, which nobody has kept, over that of one `cargo build --example` of the same listing. What
//! is compared is measured in turn, in one run, and the best of five counts. The drawing, which
//! `crates/book` does, is not in it: it asks no compiler.

#[path = "../tests/proofs/support/mod.rs"]
mod support;

use lens::{Options, check, timeline, trace};
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

/// Where the small programs are.
const SMALL: &str = "crates/lens/tests/needs";

/// A program's name, how long the lens took, and how many times longer than the compiler alone.
struct Measured {
    name: String,
    asked: Duration,
    ratio: f64,
}

fn main() {
    // `cargo bench -p lens -- traces` leaves the timelines out.
    let only_traces = std::env::args().any(|argument| argument == "traces");
    if !only_traces {
        for (what, folder) in [("listings", "examples"), ("small programs", SMALL)] {
            let plain = |_: &str, source: &str| _ = check(source, lens::LIMIT);
            let ask = |source: &str| _ = timeline(source, &Options::default());
            let measured = measure(support::listings(folder), plain, ask);
            print(&format!("timelines of {what}"), measured);
        }
    }
    let listings = support::listings_with_memory();
    for (name, source) in &listings {
        // The first time, cargo builds the book's other crates and the lens its recorder.
        build(name);
        _ = trace(source);
    }
    print(
        "traces",
        measure(listings, |name, _| build(name), |source| _ = trace(source)),
    );
}

fn measure(
    listings: Vec<(String, String)>,
    plain: impl Fn(&str, &str),
    ask: impl Fn(&str),
) -> Vec<Measured> {
    let mut measured = Vec::new();
    for (name, source) in listings {
        let (mut alone, mut asked) = (Duration::MAX, Duration::MAX);
        for _ in 0..5 {
            alone = alone.min(time(|| plain(&name, &source)));
            asked = asked.min(time(|| ask(&source)));
        }
        let ratio = asked.as_secs_f64() / alone.as_secs_f64();
        measured.push(Measured { name, asked, ratio });
    }
    measured
}

fn time(run: impl FnOnce()) -> Duration {
    let started = Instant::now();
    run();
    started.elapsed()
}

/// Builds one listing anew, as its author does after a change.
fn build(name: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = File::options()
        .append(true)
        .open(root.join(format!("examples/{name}.rs")))
        .expect("a listing");
    file.set_modified(SystemTime::now()).expect("touched");
    let built = Command::new("cargo")
        .args(["build", "--quiet", "--example", name])
        .current_dir(root)
        .status();
    assert!(built.expect("cargo starts").success());
}

fn print(what: &str, mut measured: Vec<Measured>) {
    measured.sort_by(|a, b| a.ratio.total_cmp(&b.ratio));
    for Measured { name, asked, ratio } in &measured {
        println!("{ratio:6.2}  {:4} ms  {name}", asked.as_millis());
    }
    let all: Duration = measured.iter().map(|one| one.asked).sum();
    println!(
        "{} {what}: median {:.2}, 95th percentile {:.2}, maximum {:.2}, all {:.1} s on one thread\n",
        measured.len(),
        measured[measured.len() / 2].ratio,
        measured[measured.len() * 95 / 100].ratio,
        measured[measured.len() - 1].ratio,
        all.as_secs_f64()
    );
}
