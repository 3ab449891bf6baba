fn fill(slot: &mut String, text: String) {
    *slot = text; //? *slot: W, text: O
}
fn main() {
    let mut seat = String::from("free"); //? nothing
    let guest = String::from("ada"); //? nothing
    fill(&mut seat, guest); //? seat: W, guest: O
    println!("{seat}"); //? seat: R
}
