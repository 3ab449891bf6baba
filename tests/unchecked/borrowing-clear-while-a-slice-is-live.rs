fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}

fn main() {
    let mut line = String::from("ERROR disk full");
    let level = &raw const *first_word(&line);
    line.clear();
    println!("{}", unsafe { &*level });
}
