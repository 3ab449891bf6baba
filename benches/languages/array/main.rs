//! Passes over one array of N unsigned 64-bit integers: no allocation after the first.
//!
//! The array is filled from a generator; twenty passes replace each number x at index i with
//! 3x + i modulo 2^64. The answer is the sum of all numbers modulo 2^64.

use std::{env, process};

const PASSES: u32 = 20;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        self.0 >> 33
    }
}

fn main() {
    let mut random = Random(42);
    let mut numbers: Vec<u64> = (0..argument()).map(|_| random.next()).collect();
    for _ in 0..PASSES {
        for (i, x) in numbers.iter_mut().enumerate() {
            *x = x.wrapping_mul(3).wrapping_add(i as u64);
        }
    }
    let sum = numbers.iter().fold(0_u64, |sum, x| sum.wrapping_add(*x));
    println!("answer {sum}");
}

fn argument() -> usize {
    let mut arguments = env::args().skip(1);
    match (arguments.next().map(|text| text.parse()), arguments.next()) {
        (Some(Ok(n)), None) if (1..=100_000_000).contains(&n) => n,
        _ => {
            eprintln!("usage: array N, with N from 1 to 100000000");
            process::exit(2)
        }
    }
}
