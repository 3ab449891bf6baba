fn main() {
    let mut words = vec![String::from("a"), String::from("bcd")];
    let mut longest = &words[0]; //~ words: RWO
    for word in words.iter() { //~ words: R--, longest: RWC
        if word.len() > longest.len() { //~ words: R--, word: R-C, *word: R--, longest: RWC
            longest = word; //~ words: R--, word: R-C, longest: RWC
        } //~ words: R--, word: R-C
    }
    println!("{longest}"); //~ words: R--, longest: RWC, *longest: R--
    words.clear(); //~ words: RWO, longest: RWC
} //~ words: RWO, longest: ---
