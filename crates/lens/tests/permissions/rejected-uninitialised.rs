// rustc rejects it: E0381
fn main() {
    let mut total: i32;
    let bonus: i32; //~ total: ---
    bonus = 2; //~ total: ---, bonus: ---
    println!("{total}"); //~ total: ---, bonus: R-C
    total = 3; //~ total: ---, bonus: R-C
    total += bonus; //~ total: RWC, bonus: R-C
} //~ total: RWC
