fn main() {
    let line = String::from("  tea ");
    let clean = |text: &str| text.trim();
    println!("{}", clean(&line));
}
