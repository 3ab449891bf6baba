fn main() {
    let line = String::from("  Tea  ");
    let item = &raw const *line.to_lowercase().trim();
    println!("{}", unsafe { &*item });
}
