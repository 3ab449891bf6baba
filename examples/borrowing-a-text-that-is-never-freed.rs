fn main() {
    let made = String::from("made at noon");
    let kept: &'static str = Box::leak(made.into_boxed_str());
    println!("{kept}");
}
