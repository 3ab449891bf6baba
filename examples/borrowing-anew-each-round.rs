fn main() {
    let mut log = vec![String::from("start")];
    for step in 1..=2 {
        let last = &log[log.len() - 1];
        let line = format!("{last} > {step}");
        log.push(line);
    }
    println!("{log:?}");
}
