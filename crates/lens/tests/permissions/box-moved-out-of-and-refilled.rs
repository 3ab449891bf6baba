fn main() {
    let mut note = Box::new(String::from("hi"));
    note.push('!'); //~ note: RWO, *note: RWO
    let text = *note; //~ note: RWO, *note: RWO
    println!("{text}"); //~ note: ---, *note: ---, text: R-O
    *note = String::from("again"); //~ note: ---, *note: ---, text: R-O
    println!("{note}"); //~ note: RWO, *note: RWO
} //~ note: RWO, *note: RWO
