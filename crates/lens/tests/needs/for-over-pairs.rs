fn main() {
    let words = vec!["a", "b"]; //? nothing
    let skipped = 1; //? nothing
    for (at, word) in words.iter().enumerate().skip(skipped) { //? words: R, skipped: R
        println!("{at} {word}"); //? at: R, word: R
    }
}
