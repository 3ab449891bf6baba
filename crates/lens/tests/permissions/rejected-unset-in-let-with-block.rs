// rustc rejects it: E0381
fn main() {
    let s: String;
    let n = if s.is_empty() { //~ s: ---
        let k = 1; //~ s: ---
        k //~ s: ---, k: R-C
    } else {
        0 //~ s: ---
    };
    println!("{n}"); //~ s: ---, n: R-C
    println!("{s}"); //~ s: ---, n: R-C
    println!("{s}"); //~ s: ---, n: R-C
} //~ s: ---, n: R-C
