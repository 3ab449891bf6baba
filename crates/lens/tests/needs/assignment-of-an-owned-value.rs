fn main() {
    let mut draft = String::from("v1"); //? nothing
    let edited = String::from("v2"); //? nothing
    println!("{draft}"); //? draft: R
    draft = edited; //? draft: W, edited: O
    println!("{draft}"); //? draft: R
}
