fn main() {
    let line = String::from("play Blue");
    let (command, title) = line.split_at(4);
    let kept = title.trim().to_string();
    println!("{command}: {kept}");
}
