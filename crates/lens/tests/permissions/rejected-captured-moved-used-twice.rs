// rustc rejects it: E0382
fn main() {
    let word = String::from("a");
    let once = move || { //~ word: R-O
        drop(word); //~ word: R-O
        println!("{word}"); //~ word: ---
        println!("{word}"); //~ word: ---
        println!("end"); //~ word: ---
    };
    once(); //~ word: ---, once: R-O
    println!("{word}"); //~ word: ---, once: ---
    println!("{word}"); //~ word: ---, once: ---
} //~ word: ---, once: ---
