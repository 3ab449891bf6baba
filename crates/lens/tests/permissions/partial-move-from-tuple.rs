fn main() {
    let pair = (String::from("key"), 42);
    let key = pair.0; //~ pair: R-O, pair.0: R-O, pair.1: R-C
    println!("{key} {}", pair.1); //~ pair: ---, pair.0: ---, pair.1: R-C, key: R-O
    let count = pair.1; //~ pair: ---, pair.1: R-C
    println!("{count}"); //~ pair.0: ---, pair.1: R-C, count: R-C
} //~ pair: ---, key: R-O
