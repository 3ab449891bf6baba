fn level(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}
fn after<'a>(line: &'a str, mark: &str) -> &'a str {
    line.split_once(mark).map_or(line, |(_, rest)| rest)
}

fn main() {
    let line = String::from("ERROR: disk full");
    let rest = {
        let mark = String::from(": ");
        after(&line, &mark)
    };
    println!("{} | {rest}", level(&line));
}
