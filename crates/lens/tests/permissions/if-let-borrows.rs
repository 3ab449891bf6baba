fn main() {
    let mut slot = Some(String::from("a"));
    if let Some(text) = &mut slot { //~ slot: RWO
        text.push('b'); //~ slot: ---, text: R-O, *text: RW-
        println!("{text}"); //~ slot: ---, text: R-O, *text: RW-
    } //~ slot: RWO, text: R-O
    println!("{slot:?}"); //~ slot: RWO
} //~ slot: RWO
