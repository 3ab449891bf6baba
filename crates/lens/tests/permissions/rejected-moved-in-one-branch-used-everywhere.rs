// rustc rejects it: E0382
fn main() {
    let note = String::from("a");
    let loud = note.len() > 3; //~ note: R-O
    if loud { //~ note: R-O, loud: R-C
        drop(note); //~ note: R-O
        println!("{note}"); //~ note: ---
        println!("{note}"); //~ note: ---
    } else { //~ note: ---
        println!("{note}"); //~ note: R-O
    } //~ note: R-O
    println!("{note}"); //~ note: ---
    println!("{note}"); //~ note: ---
} //~ note: ---, loud: R-C
