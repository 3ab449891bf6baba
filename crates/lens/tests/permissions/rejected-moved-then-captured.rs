// rustc rejects it: E0382
fn main() {
    let word = String::from("a");
    drop(word); //~ word: R-O
    let shout = || println!("{word}"); //~ word: ---
    shout(); //~ word: ---, shout: R-C
    println!("{word}"); //~ word: ---, shout: R-C
    shout(); //~ word: ---, shout: R-C
} //~ word: ---
