fn main() {
    let mut queue = vec![String::from("Ada"), String::from("Grace")];
    queue.push(String::from("Edsger"));
    let first = &queue[0];
    println!("{first} is served");
}
