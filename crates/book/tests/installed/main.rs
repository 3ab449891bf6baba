//! Proofs that need something installed: the other languages' compilers, or a browser. Where it is
//! missing they are reported as ignored, with their names; where CI demands it, they fail.

mod browser;
mod languages;

use libtest_mimic::Arguments;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut trials = languages::trials();
    trials.push(browser::trial());
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
