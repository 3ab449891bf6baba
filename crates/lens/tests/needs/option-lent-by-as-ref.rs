fn main() {
    let mut slot = Some(String::from("a")); //? nothing
    let length = slot.as_ref().map_or(0, String::len); //? slot: R
    let text = slot.as_mut().unwrap(); //? slot: W
    text.push('b'); //? *text: W
    println!("{length} {slot:?}"); //? length: R, slot: R
}
