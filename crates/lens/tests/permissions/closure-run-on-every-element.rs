fn main() {
    let words = vec!["to", "be"];
    let mut letters = 0; //~ words: R-O
    words.iter().for_each(|word| { //~ words: R-O, letters: RWC
        letters += word.len(); //~ letters: RWC, word: R-C
        println!("{letters}"); //~ letters: RWC, word: R-C
    });
    println!("{letters}"); //~ words: R-O, letters: RWC
} //~ words: R-O, letters: RWC
