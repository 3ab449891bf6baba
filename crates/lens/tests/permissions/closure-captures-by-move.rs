fn main() {
    let words = vec!["a", "b"];
    let bonus = 3; //~ words: R-O
    let size = move || words.len() + bonus; //~ words: R-O, bonus: R-C
    println!("{}", size()); //~ words: ---, bonus: R-C, size: R-O
    let again = size; //~ words: ---, size: R-O
    println!("{}", again()); //~ size: ---, again: R-O
} //~ words: ---, bonus: R-C, again: R-O
