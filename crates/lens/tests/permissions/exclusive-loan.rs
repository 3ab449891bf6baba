fn main() {
    let mut total = 1;
    let adder = &mut total; //~ total: RWC
    *adder += 1; //~ total: ---, adder: R-O, *adder: RWC
    println!("{total}"); //~ total: RWC, adder: R-O, *adder: RWC
    total += 1; //~ total: RWC, adder: ---, *adder: ---
    println!("{total}"); //~ total: RWC, adder: ---
} //~ total: RWC, *adder: ---
