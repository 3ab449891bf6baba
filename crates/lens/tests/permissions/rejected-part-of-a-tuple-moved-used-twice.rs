// rustc rejects it: E0382
fn main() {
    let pair = (String::from("a"), 1);
    let (text, _) = pair; //~ pair: R-O, pair.0: R-O, pair.1: R-C
    println!("{}", pair.0); //~ pair: ---, pair.0: ---, pair.1: R-C, text: R-O
    let other = pair; //~ pair: ---, pair.0: ---, pair.1: R-C, text: R-O
    println!("{}", pair.1); //~ pair: ---, pair.0: ---, pair.1: ---, text: R-O
    println!("{text}{}", other.1); //~ pair: ---, pair.0: ---, pair.1: ---, text: R-O
} //~ pair: ---, pair.0: ---, pair.1: ---, text: R-O
