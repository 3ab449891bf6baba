// rustc rejects it: E0382
fn main() {
    let s = String::new();
    drop(s); //~ s: R-O
    if s.is_empty() { //~ s: ---
        let n = 1; //~ s: ---
        println!("{n}"); //~ s: ---, n: R-C
    } //~ s: ---, n: R-C
    println!("{s}"); //~ s: ---
} //~ s: ---
