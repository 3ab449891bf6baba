fn main() {
    let name = String::from("Zoë");
    println!("{} bytes, {} chars", name.len(), name.chars().count());
    println!("{}", &name[..3]);
}
