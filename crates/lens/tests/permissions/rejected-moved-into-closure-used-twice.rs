// rustc rejects it: E0382
fn main() {
    let word = String::from("a");
    let shout = move || println!("{word}"); //~ word: R-O
    println!("{word}"); //~ word: ---, shout: R-O
    shout(); //~ word: ---, shout: R-O
    println!("{word}"); //~ word: ---, shout: R-O
} //~ word: ---, shout: R-O
