fn main() {
    let mut words = vec![String::from("a"), String::from("bc")];
    let lengths = words.iter().map(|word| word.len()); //~ words: RWO
    let longest = lengths.max(); //~ words: R--, lengths: R-O
    println!("{longest:?}"); //~ words: RWO, lengths: ---, longest: R-C
    words.clear(); //~ words: RWO, longest: R-C
} //~ words: RWO, lengths: ---, longest: R-C
