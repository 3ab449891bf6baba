fn main() {
    let mut words = vec!["a", "b"];
    let first = &words; //~ words: RWO
    let second = &words; //~ words: R--, first: R-C
    println!("{}", first.len()); //~ words: R--, first: R-C, second: R-C, *second: R--
    println!("{}", second.len()); //~ words: R--, first: R-C, second: R-C
    words.push("c"); //~ words: RWO, first: R-C, second: R-C
    println!("{}", words.len()); //~ words: RWO, first: ---, second: ---
} //~ words: RWO
