fn main() {
    let text = String::from("a"); //? nothing
    let number = 1; //? nothing
    let held = (text, number); //? text: O, number: R
    drop(held.0); //? held.0: O
    println!("{} {number}", held.1); //? held.1: R, number: R
}
