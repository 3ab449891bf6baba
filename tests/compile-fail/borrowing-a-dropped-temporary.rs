fn main() {
    let line = String::from("  Tea  ");
    let item = line.to_lowercase().trim();
    println!("{item}");
}
