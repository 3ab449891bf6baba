fn level(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}
fn after<'a>(line: &'a str, mark: &str) -> &'a str {
    line.split(mark).last().unwrap_or(line)
}

fn main() {
    let line = String::from("ERROR: disk full");
    let rest = {
        let mark = String::from(": ");
        after(&line, &mark)
    };
    println!("{} | {rest}", level(&line));
}
