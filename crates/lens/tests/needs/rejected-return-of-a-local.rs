// rustc rejects it: E0515
fn title() -> &'static str {
    let text = String::from("map"); //? nothing
    text.as_str() //? text: R
}
fn main() {
    println!("{}", title()); //? nothing
}
