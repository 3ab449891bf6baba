fn main() {
    let mut queue = vec![String::from("Ada")];
    let first = &queue[0];
    println!("{first}");
    queue.push(String::from("Grace"));
    println!("{queue:?}");
}
