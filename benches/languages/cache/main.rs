//! Answers N requests from a long-lived cache and records how long each one takes.
//!
//! The cache maps keys to owned strings of 100 to 1,000 bytes. It holds at most 50,000 of them and
//! evicts the oldest, whose key a ring remembers. The 100,000 keys are equally likely, so that once
//! the cache is full about every second request is a hit. The answer sums what the requests returned.

use std::collections::HashMap;
use std::time::Instant;
use std::{env, fs, process};

const CAPACITY: usize = 50_000;
const KEYS: u64 = 100_000;
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) % bound
    }
}

struct Cache {
    texts: HashMap<u64, String>,
    ring: Vec<u64>,
    oldest: usize,
}

impl Cache {
    fn new() -> Cache {
        Cache {
            texts: HashMap::with_capacity(CAPACITY),
            ring: Vec::with_capacity(CAPACITY),
            oldest: 0,
        }
    }

    /// Returns the text of the key; on a miss, makes a text of that length and stores it.
    fn request(&mut self, key: u64, length: usize) -> u64 {
        if let Some(text) = self.texts.get(&key) {
            return summary(text);
        }
        let letter = (key % 26) as usize;
        let text = LETTERS[letter..=letter].repeat(length);
        let result = summary(&text);
        if self.ring.len() < CAPACITY {
            self.ring.push(key);
        } else {
            self.texts.remove(&self.ring[self.oldest]);
            self.ring[self.oldest] = key;
            self.oldest = (self.oldest + 1) % CAPACITY;
        }
        self.texts.insert(key, text);
        result
    }
}

/// The largest resident set so far, as Linux says it.
fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("/proc/self/status is readable");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = peak.and_then(|peak| peak.split_whitespace().next()?.parse().ok());
    number.expect("/proc/self/status has a peak")
}

fn summary(text: &str) -> u64 {
    text.len() as u64 + u64::from(text.as_bytes()[text.len() - 1])
}

fn main() {
    let requests = argument();
    let mut times = vec![0; requests];
    let mut random = Random(42);
    let mut cache = Cache::new();
    let mut checksum = 0;
    let started = Instant::now();
    for time in &mut times {
        let key = random.below(KEYS);
        let length = 100 + random.below(901) as usize;
        let start = Instant::now();
        checksum += cache.request(key, length);
        *time = start.elapsed().as_nanos() as u64;
    }
    println!("answer {checksum}");
    println!("work_ns {}", started.elapsed().as_nanos());
    println!("work_peak_kib {}", peak_kib());
    // What follows is no part of the task.
    times.sort_unstable();
    println!("p50 {}", times[requests * 500 / 1000]);
    println!("p99 {}", times[requests * 990 / 1000]);
    println!("p999 {}", times[requests * 999 / 1000]);
    println!("worst {}", times[requests - 1]);
}

fn argument() -> usize {
    let mut arguments = env::args().skip(1);
    match (arguments.next().map(|text| text.parse()), arguments.next()) {
        (Some(Ok(n)), None) if (1..=100_000_000).contains(&n) => n,
        _ => {
            eprintln!("usage: cache N, with N from 1 to 100000000");
            process::exit(2)
        }
    }
}
