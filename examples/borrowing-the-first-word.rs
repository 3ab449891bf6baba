fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}

fn main() {
    let line = String::from("ERROR disk full");
    let level = first_word(&line);
    println!("{level}, {} bytes", level.len());
    assert_eq!(level.as_ptr(), line.as_ptr());
}
