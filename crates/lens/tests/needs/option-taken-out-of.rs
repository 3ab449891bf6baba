fn main() {
    let mut slot = Some(String::from("a")); //? nothing
    let taken = slot.take(); //? slot: W
    let text = taken.unwrap(); //? taken: O
    println!("{text} {}", slot.is_none()); //? text: R, slot: R
}
