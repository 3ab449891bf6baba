fn cut<'a>(line: &'a str, mark: &'a str) -> &'a str {
    line.split(mark).next().unwrap_or(line)
}

fn main() {
    let line = String::from("tea, two");
    let mark = String::from(",");
    let word = cut(&line, &mark);
    drop(mark);
    println!("{word}");
}
