fn main() {
    let pair = (String::from("a"), String::from("b")); //? nothing
    let (left, right) = pair; //? pair.0: O, pair.1: O
    println!("{left} {right}"); //? left: R, right: R
}
