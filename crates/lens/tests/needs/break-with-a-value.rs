fn main() {
    let mut tries = vec![String::from("a"), String::from("bc")]; //? nothing
    let found = loop { //? nothing
        let word = tries.pop().unwrap_or_default(); //? tries: W
        if word.len() != 1 { //? word: R
            break word; //? word: O
        }
    };
    println!("{found}"); //? found: R
}
