fn main() {
    let pair = (String::from("left"), String::from("right"));
    let _ = pair; //~ pair: R-O
    let (left, _) = pair; //~ pair: R-O, pair.0: R-O, pair.1: R-O
    println!("{left}"); //~ pair: ---, pair.0: ---, pair.1: R-O, left: R-O
    let right = pair.1; //~ pair: ---, pair.1: R-O
    println!("{right}"); //~ pair.0: ---, pair.1: ---, right: R-O
} //~ pair: ---, left: R-O, right: R-O
