// rustc rejects it: E0381
fn main() {
    let hint: String;
    if std::env::args().count() > 1 { //~ hint: ---
        println!("{hint}"); //~ hint: ---
        hint = String::from("many"); //~ hint: ---
        println!("{hint}"); //~ hint: R-O
    } else { //~ hint: R-O
        println!("few"); //~ hint: ---
    } //~ hint: ---
    println!("{hint}"); //~ hint: ---
    println!("{hint}"); //~ hint: ---
} //~ hint: ---
