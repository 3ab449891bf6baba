fn main() {
    let letters = String::from("abcdef"); //? nothing
    let start = 1; //? nothing
    let middle = start..4; //? start: R
    let part = &letters[middle.clone()]; //? letters: R, middle: R
    let rest = &letters[middle]; //? letters: R, middle: O
    println!("{part} {rest}"); //? part: R, rest: R
}
