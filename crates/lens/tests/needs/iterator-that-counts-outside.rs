fn main() {
    let words = ["to", "be"]; //? nothing
    let mut letters = 0; //? nothing
    words.iter().for_each(|word| letters += word.len()); //? words: R, letters: W
    println!("{letters}"); //? letters: R
}
