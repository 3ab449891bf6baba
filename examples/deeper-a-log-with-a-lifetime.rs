fn remember<'a>(log: &mut Vec<&'a str>, line: &'a str) {
    log.push(line);
}

fn main() {
    let line = ["film", "begins"].join(" ");
    let mut log = vec!["door opens"];
    remember(&mut log, &line);
    println!("{log:?}");
}
