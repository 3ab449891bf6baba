// rustc rejects it: E0382
fn main() {
    let s = String::new();
    drop(s); //~ s: R-O
    println!("{s}"); //~ s: ---
    println!("{s}"); //~ s: ---
    println!("end"); //~ s: ---
} //~ s: ---
