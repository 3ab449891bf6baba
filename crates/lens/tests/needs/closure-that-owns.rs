fn main() {
    let words = vec!["a", "b"]; //? nothing
    let bonus = 3; //? nothing
    let size = move || words.len() + bonus; //? words: O, bonus: R
    println!("{} {bonus}", size()); //? size: R, bonus: R
}
