fn main() {
    let line = String::from("  Tea  ");
    let lower = line.to_lowercase();
    let item = lower.trim();
    println!("{item}");
}
