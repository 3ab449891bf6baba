// rustc rejects it: E0381
fn main() {
    let mut n: i32;
    println!("{n}"); //~ n: ---
    println!("{}", n + 1); //~ n: ---
    let double = n * 2; //~ n: ---
    n = 3; //~ n: ---, double: R-C
    println!("{n}"); //~ n: RWC, double: R-C
    n += double; //~ n: RWC, double: R-C
} //~ n: RWC, double: R-C
