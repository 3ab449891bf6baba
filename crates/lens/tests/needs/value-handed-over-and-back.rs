fn stamped(mut letter: String) -> String {
    letter.push('*'); //? letter: W
    letter //? letter: O
}
fn main() {
    let mut letter = String::from("dear"); //? nothing
    letter = stamped(letter); //? letter: O
    println!("{letter}"); //? letter: R
}
