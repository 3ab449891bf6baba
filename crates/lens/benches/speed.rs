//! How long a timeline takes, against one plain check of the same program by rustc.
//!
//! `cargo bench -p lens` prints the ratio for every listing of the book, their median and their
//! maximum. Both are measured in turn, in one run, and the best of five counts.

#[path = "../tests/support/mod.rs"]
mod support;

use lens::{Options, check, timeline};
use std::time::{Duration, Instant};

fn best_of_five(mut run: impl FnMut()) -> Duration {
    let times = (0..5).map(|_| {
        let started = Instant::now();
        run();
        started.elapsed()
    });
    times.min().unwrap_or_default()
}

fn main() {
    let mut ratios = Vec::new();
    let mut all = Duration::ZERO;
    for (name, source) in support::listings("examples") {
        let plain = best_of_five(|| _ = check(&source));
        let asked = best_of_five(|| _ = timeline(&source, &Options::default()));
        all += asked;
        ratios.push((asked.as_secs_f64() / plain.as_secs_f64(), name, asked));
    }
    ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (ratio, name, asked) in &ratios {
        println!("{ratio:6.2}  {:4} ms  {name}", asked.as_millis());
    }
    let (median, ..) = ratios[ratios.len() / 2];
    let (maximum, ..) = ratios[ratios.len() - 1];
    println!(
        "{} listings: median {median:.2}, maximum {maximum:.2}, all {:.1} s on one thread",
        ratios.len(),
        all.as_secs_f64()
    );
}
