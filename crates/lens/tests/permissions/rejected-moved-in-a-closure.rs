// rustc rejects it: E0382
fn main() {
    let twice = |word: String| {
        drop(word); //~ word: R-O
        println!("{word}"); //~ word: ---
        println!("{word}"); //~ word: ---
    }; //~ word: ---
    twice(String::new()); //~ twice: R-C
    println!("end"); //~ twice: R-C
}
