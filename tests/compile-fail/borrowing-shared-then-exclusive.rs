fn main() {
    let mut queue = vec![String::from("Ada"), String::from("Grace")];
    let first = &queue[0];
    queue.push(String::from("Edsger"));
    println!("{first} is served");
}
