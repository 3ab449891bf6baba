fn main() {
    let mut pair = (String::from("a"), vec![1]);
    let left = &mut pair.0; //~ pair: RWO, pair.0: RWO, pair.1: RWO
    let right = &mut pair.1; //~ pair: ---, pair.0: ---, pair.1: RWO, left: R-O
    left.push('b'); //~ pair: ---, pair.0: ---, pair.1: ---, *left: RW-
    right.push(2); //~ pair: ---, pair.0: RWO, pair.1: ---, left: R-O, right: R-O
    println!("{pair:?}"); //~ pair: RWO, left: R-O, right: R-O, *right: RW-
} //~ pair: RWO, left: ---, right: ---
