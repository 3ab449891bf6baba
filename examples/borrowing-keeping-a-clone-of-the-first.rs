fn main() {
    let mut queue = vec![String::from("Ada"), String::from("Grace")];
    let first = queue[0].clone();
    queue.push(String::from("Edsger"));
    println!("{first} is served, {} in the queue", queue.len());
}
