fn main() {
    let mut log = vec![String::from("doors open")];
    let count = || log.len();
    println!("{} line", count());
    let mut add = || log.push(String::from("film begins"));
    add();
    let close = || drop(log);
    close();
}
