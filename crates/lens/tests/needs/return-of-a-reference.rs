fn first_word(line: &str) -> &str {
    let Some(end) = line.find(' ') else { //? *line: R
        return line; //? line: R
    };
    &line[..end] //? *line: R, end: R
}
fn main() {
    let line = String::from("one two"); //? nothing
    println!("{}", first_word(&line)); //? line: R
}
