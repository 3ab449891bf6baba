//! Counts the words of a text.
//!
//! A generator makes up a vocabulary of 20,000 words of 2 to 9 letters and writes a text of N of them,
//! the words at the front of the vocabulary more often. The text is split into owned strings, which
//! are counted in the hash map of the standard library with its default hash function. The last
//! twelve digits of the answer are a checksum, the digits before them the number of distinct words.

use std::collections::HashMap;
use std::{env, process};

const VOCABULARY: u64 = 20_000;
const CHECKSUM_END: u64 = 1_000_000_000_000;

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

fn made_up_word(random: &mut Random) -> String {
    let length = 2 + random.below(8);
    (0..length)
        .map(|_| char::from(b'a' + random.below(26) as u8))
        .collect()
}

fn text(words: u32) -> String {
    let mut random = Random(42);
    let vocabulary: Vec<String> = (0..VOCABULARY).map(|_| made_up_word(&mut random)).collect();
    let mut text = String::new();
    for i in 0..words {
        if i > 0 {
            text.push(' ');
        }
        let index = random.below(VOCABULARY) * random.below(VOCABULARY) / VOCABULARY;
        text.push_str(&vocabulary[index as usize]);
    }
    text
}

/// A number that depends on the letters only: the word read in base 31.
fn value(word: &str) -> u64 {
    word.bytes()
        .fold(0, |value, letter| value * 31 + u64::from(letter))
}

fn main() {
    let text = text(argument());
    let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let mut counts: HashMap<String, u64> = HashMap::new();
    for word in words {
        *counts.entry(word).or_insert(0) += 1;
    }
    let mut checksum = 0;
    for (word, count) in &counts {
        checksum = (checksum + count * (value(word) % 1_000_003)) % CHECKSUM_END;
    }
    println!("answer {}", counts.len() as u64 * CHECKSUM_END + checksum);
}

fn argument() -> u32 {
    let mut arguments = env::args().skip(1);
    match (arguments.next().map(|text| text.parse()), arguments.next()) {
        (Some(Ok(n)), None) if (1..=20_000_000).contains(&n) => n,
        _ => {
            eprintln!("usage: words N, with N from 1 to 20000000");
            process::exit(2)
        }
    }
}
