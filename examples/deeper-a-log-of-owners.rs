fn remember(log: &mut Vec<String>, line: &str) {
    log.push(line.to_string());
}

fn main() {
    let mut log = vec![String::from("door opens")];
    remember(&mut log, "film begins");
    println!("{log:?}");
}
