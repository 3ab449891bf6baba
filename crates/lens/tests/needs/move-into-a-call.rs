fn file(letter: String) -> usize {
    letter.len() //? letter: R
}
fn main() {
    let letter = String::from("dear"); //? nothing
    let size = file(letter); //? letter: O
    println!("{size}"); //? size: R
}
