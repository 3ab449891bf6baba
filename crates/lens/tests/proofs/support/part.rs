//! The part of a slow proof that is done now.

use std::env;

/// All of it, or what `PROOFS_PART=2/8` asks for: every eighth, from the second on. CI proves another
/// eighth at each commit, and all of it once a week.
pub fn part<T>(all: Vec<T>) -> Vec<T> {
    let Ok(part) = env::var("PROOFS_PART") else {
        return all;
    };
    let numbers = part.split_once('/').and_then(|(part, of)| {
        let part: usize = part.parse().ok()?;
        Some((part.checked_sub(1)?, of.parse().ok()?))
    });
    let Some((part, of)) = numbers.filter(|(part, of)| part < of) else {
        panic!("PROOFS_PART={part} is no part such as 2/8");
    };
    all.into_iter().skip(part).step_by(of).collect()
}
