fn main() {
    let first = String::from("a"); //? nothing
    let second = String::from("b"); //? nothing
    let both = vec![first, second.clone()]; //? first: O, second: R
    let pair = (both, second); //? both: O, second: O
    println!("{pair:?}"); //? pair: R
}
