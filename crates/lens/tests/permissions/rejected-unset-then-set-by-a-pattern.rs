// rustc rejects it: E0381
fn main() {
    let (a, b): (u8, u8);
    println!("{a} {b}"); //~ a: ---, b: ---
    println!("{a} {b}"); //~ a: ---, b: ---
    (a, (b, _)) = (1, (2, 3)); //~ a: ---, b: ---
    println!("{a} {b}"); //~ a: R-C, b: R-C
} //~ a: R-C, b: R-C
