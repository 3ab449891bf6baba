fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}

fn main() {
    let mut line = String::from("ERROR disk full");
    let level = first_word(&line).to_string();
    line.clear();
    println!("{level}, {} bytes left", line.len());
}
