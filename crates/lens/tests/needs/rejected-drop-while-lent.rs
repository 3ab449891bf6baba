// rustc rejects it: E0505
fn main() {
    let text = String::from("a"); //? nothing
    let view = &text; //? text: R
    drop(text); //? text: O
    println!("{view}"); //? view: R
}
