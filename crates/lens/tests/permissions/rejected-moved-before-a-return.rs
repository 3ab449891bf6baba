// rustc rejects it: E0382
fn keep(text: String, early: bool) -> usize {
    if early { //~ text: R-O, early: R-C
        drop(text); //~ text: R-O
        println!("{text}"); //~ text: ---
        return text.len(); //~ text: ---
    }
    text.len() //~ text: R-O, early: R-C
}

fn main() {
    keep(String::new(), true);
}
