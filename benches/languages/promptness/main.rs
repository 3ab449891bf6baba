//! Measures how soon memory that is dropped is back with the operating system.
//!
//! Allocates N MiB, touches every page, uses the buffer a last time and drops it. Then it does small
//! work that allocates until the resident set has shrunk by at least 80 % of what the buffer added,
//! for two seconds at most. Then the same once more, with N MiB in boxes of 1 KiB, of which the last
//! is kept. The resident set comes from /proc/self/statm, so this needs Linux.

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs, process};

const STRIDE: usize = 4096;
const BOX: usize = 1024;
const PATIENCE: Duration = Duration::from_secs(2);

struct Random(u64);

impl Random {
    fn next_byte(&mut self) -> u8 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 56) as u8
    }
}

/// The resident set in pages. Only ratios of it are used, so the size of a page does not matter.
fn resident() -> i64 {
    let statm = fs::read_to_string("/proc/self/statm").expect("/proc/self/statm is readable");
    let field = statm.split(' ').nth(1).expect("statm has a second field");
    field.parse().expect("the second field is a number")
}

fn small_work() -> usize {
    let items: Vec<String> = (0..1000).map(|i| format!("item {i}")).collect();
    items.iter().map(String::len).sum()
}

fn main() {
    let size = argument() * 1024 * 1024;
    let before = resident();
    let mut buffer = vec![0_u8; size];
    let mut random = Random(42);
    for byte in buffer.iter_mut().step_by(STRIDE) {
        *byte = random.next_byte();
    }
    let full = resident();
    let checksum: u64 = buffer
        .iter()
        .step_by(STRIDE)
        .map(|byte| u64::from(*byte))
        .sum();

    let start = Instant::now();
    drop(buffer);
    let back = until_back(before, full, start);

    let before = resident();
    let mut boxes: Vec<Box<[u8]>> = (0..size / BOX).map(|_| vec![1; BOX].into()).collect();
    let full = resident();
    let start = Instant::now();
    boxes.drain(..boxes.len() - 1);
    let back_in_boxes = until_back(before, full, start);
    black_box(boxes);

    println!("answer {checksum}");
    println!("back_ns {back}");
    println!("back_in_boxes_ns {back_in_boxes}");
}

/// The nanoseconds until most of what was added is back, or -1.
fn until_back(before: i64, full: i64, start: Instant) -> i128 {
    while start.elapsed() < PATIENCE {
        if (full - resident()) * 10 >= (full - before) * 8 {
            return start.elapsed().as_nanos() as i128;
        }
        black_box(small_work());
    }
    -1
}

fn argument() -> usize {
    let mut arguments = env::args().skip(1);
    match (arguments.next().map(|text| text.parse()), arguments.next()) {
        (Some(Ok(n)), None) if (1..=2000).contains(&n) => n,
        _ => {
            eprintln!("usage: promptness N, with N from 1 to 2000");
            process::exit(2)
        }
    }
}
