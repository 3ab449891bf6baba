fn main() {
    let pair = (String::from("a"), String::from("b")); //? nothing
    let (name, _) = pair; //? pair.0: O
    println!("{name} {}", pair.1); //? name: R, pair.1: R
    let _ = pair; //? nothing
}
