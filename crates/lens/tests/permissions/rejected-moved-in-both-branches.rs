// rustc rejects it: E0382
fn main() {
    let note = String::from("a");
    if note.len() > 3 { //~ note: R-O
        drop(note); //~ note: R-O
        println!("long"); //~ note: ---
    } else { //~ note: ---
        let kept = note; //~ note: R-O
        println!("{kept}{note}"); //~ note: ---, kept: R-O
    } //~ note: ---
    println!("{note}"); //~ note: ---
    println!("{note}"); //~ note: ---
} //~ note: ---
