fn main() {
    let mut words = vec![String::from("a"), String::from("b")];
    let mut rest = words.iter(); //~ words: RWO
    while let Some(word) = rest.next() { //~ words: R--, rest: RWO
        println!("{word}"); //~ words: R--, word: R-C, *word: R--
    } //~ words: R--, word: R-C
    println!("{}", rest.len()); //~ words: R--, rest: RWO
    words.clear(); //~ words: RWO, rest: RWO
} //~ words: RWO, rest: ---
