fn remember(log: &mut Vec<&'static str>, line: &str) {
    log.push(line);
}

fn main() {
    let mut log = vec!["door opens"];
    remember(&mut log, "film begins");
    println!("{log:?}");
}
