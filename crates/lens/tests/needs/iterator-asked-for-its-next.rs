fn main() {
    let letters = String::from("ab"); //? nothing
    let mut rest = letters.chars(); //? letters: R
    let first = rest.next(); //? rest: W
    let others: String = rest.collect(); //? rest: O
    println!("{first:?} {others}"); //? first: R, others: R
}
