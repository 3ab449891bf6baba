// rustc rejects it: E0382
fn main() {
    let key = String::from("k");
    for row in 0..2 { //~ key: R-O
        println!("{row}"); //~ key: ---
        for seat in 0..2 { //~ key: ---
            println!("{seat} {key}"); //~ key: ---
            drop(key); //~ key: ---
            println!("{key}"); //~ key: ---
        } //~ key: ---
        println!("{key}"); //~ key: ---
    } //~ key: ---
    println!("{key}"); //~ key: ---
} //~ key: ---
