// rustc rejects it: E0716
fn main() {
    let count = 2;
    let word = count.to_string().as_str(); //~ count: R-C
    println!("{word}"); //~ count: R-C, word: R-C, *word: R--
    println!("{}", word.len()); //~ word: R-C, *word: R--
} //~ count: R-C, word: R-C
