// rustc rejects it: E0381
fn main() {
    let last;
    for n in 0..3 { //~ last: ---
        println!("{n}"); //~ last: ---
        if n == 2 { //~ last: ---
            last = n; //~ last: ---
            break; //~ last: R-C
        }
    } //~ last: ---
    println!("{last}"); //~ last: ---
    println!("{last}"); //~ last: ---
} //~ last: ---
