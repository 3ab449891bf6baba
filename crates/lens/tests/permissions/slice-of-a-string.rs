fn first_word(text: &str) -> &str {
    return text.split(' ').next().unwrap_or(text); //~ text: R-C, *text: R--
}

fn main() {
    let mut text = String::from("hello world");
    let word = first_word(&text); //~ text: RWO
    println!("{word}"); //~ text: R--, word: R-C, *word: R--
    text.clear(); //~ text: RWO, word: R-C, *word: R--
    println!("{text}"); //~ text: RWO, word: ---, *word: ---
} //~ text: RWO
