fn main() {
    let mut pair = [1, 2];
    let [left, right] = &mut pair; //~ pair: RWC
    *left += 1; //~ pair: ---, left: R-O, *left: RWC, right: R-O, *right: RWC
    std::mem::swap(left, right); //~ pair: ---, left: R-O, right: R-O
    println!("{pair:?}"); //~ pair: RWC, left: R-O, *right: RWC
} //~ pair: RWC, left: ---, right: ---
