// rustc rejects it: E0382
fn main() {
    let mut a = String::from("a");
    let b = a; //~ a: RWO
    drop(b); //~ a: ---, b: R-O
    println!("{a}{b}"); //~ a: ---, b: ---
    println!("{b}{a}"); //~ a: ---, b: ---
    a = String::from("c"); //~ a: ---, b: ---
    println!("{a}"); //~ a: RWO, b: ---
    println!("{b}"); //~ a: RWO, b: ---
} //~ a: RWO, b: ---
