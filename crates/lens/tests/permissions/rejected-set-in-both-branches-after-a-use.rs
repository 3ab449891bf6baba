// rustc rejects it: E0381
fn main() {
    let size: usize;
    println!("{size}"); //~ size: ---
    match std::env::args().count() { //~ size: ---
        1 => size = 1, //~ size: ---
        n => {
            println!("{size}"); //~ size: ---, n: R-C
            size = n; //~ size: ---, n: R-C
        } //~ size: R-C, n: R-C
    }
    println!("{size}"); //~ size: R-C
    println!("{size}"); //~ size: R-C
} //~ size: R-C
