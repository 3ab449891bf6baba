fn main() {
    let mut gift = Some(String::from("book"));
    if let Some(inside) = gift { //~ gift: RWO
        println!("{inside}"); //~ gift: ---, inside: R-O
        gift = None; //~ gift: ---, inside: R-O
    } else {
        println!("empty"); //~ gift: RWO
    } //~ gift: RWO
    println!("{gift:?}"); //~ gift: RWO
} //~ gift: RWO
